"""The modules of campaigns that users name (`cb.sms`, `cb.returns` and others), each loaded when first named.

>>> from contactbase.campaign.public import sms
>>> sms.measure("STOP").units
4
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Final

_MODULES: Final = frozenset("objectives returns send_plan sending sms warm_up".split())


def __getattr__(name: str) -> ModuleType:
    """Load one of the modules."""
    if name not in _MODULES:
        raise AttributeError(f"contactbase.campaign has no public module {name!r}.")
    return import_module(f"contactbase.campaign.{name}")
