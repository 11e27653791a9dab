"""Whatever is written stands in its catalogue: a missing line is named here."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

from contactbase import layouts, matching, normalize, policy
from contactbase.campaign.audience import exclusions
from contactbase.campaign.audience.exclusions.catalog import FAMILIES
from contactbase.campaign.audience.exclusions.family import ExclusionFamily
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.layout import Layout
from contactbase.layouts.orders.catalog import ORDER_LAYOUTS
from contactbase.layouts.orders.layout import OrderLayout
from contactbase.layouts.sends.catalog import SEND_LAYOUTS
from contactbase.layouts.sends.layout import SendLayout
from contactbase.layouts.stops.catalog import STOP_LAYOUTS
from contactbase.layouts.stops.layout import StopLayout
from contactbase.matching.catalog import COMPARATORS
from contactbase.matching.comparator import Comparator
from contactbase.normalize.catalog import NORMALIZERS
from contactbase.normalize.checks.catalog import CHECKS
from contactbase.normalize.checks.check import ContactCheck
from contactbase.normalize.normalized import FieldNormalizer
from contactbase.policy.catalog import POLICIES
from contactbase.policy.policy import Policy


def instances(package: object, kind: type) -> Iterator[tuple[str, object]]:
    """Find the instances of a class that the modules of a package define."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):  # type: ignore[attr-defined]  # a package
        if found.name.rpartition(".")[2] == "catalog":
            continue
        module = import_module(found.name)
        for name, value in vars(module).items():
            if isinstance(value, kind) and not name.startswith("_"):
                yield f"{found.name}.{name}", value


@pytest.mark.parametrize(
    ("package", "kind", "listed", "where"),
    [
        (normalize, FieldNormalizer, NORMALIZERS.values(), "normalize/catalog.py"),
        (normalize, ContactCheck, CHECKS, "normalize/checks/catalog.py"),
        (layouts, Layout, LAYOUTS.values(), "layouts/catalog.py"),
        (layouts, StopLayout, STOP_LAYOUTS.values(), "layouts/stops/catalog.py"),
        (layouts, OrderLayout, ORDER_LAYOUTS.values(), "layouts/orders/catalog.py"),
        (layouts, SendLayout, SEND_LAYOUTS.values(), "layouts/sends/catalog.py"),
        (matching, Comparator, COMPARATORS, "matching/catalog.py"),
        (policy, Policy, POLICIES.values(), "policy/catalog.py"),
        (exclusions, ExclusionFamily, FAMILIES, "campaign/audience/exclusions/catalog.py"),
    ],
    ids=[
        "normalizers",
        "checks",
        "layouts",
        "layouts of stop lists",
        "layouts of orders",
        "layouts of sending",
        "comparators",
        "policies",
        "exclusions",
    ],
)
def test_everything_written_is_listed(package: object, kind: type, listed: list[object], where: str) -> None:
    known = {id(value) for value in listed}
    found = dict(instances(package, kind))
    missing = [name for name, value in found.items() if id(value) not in known]
    assert found
    assert missing == [], f"add a line to {where}"
