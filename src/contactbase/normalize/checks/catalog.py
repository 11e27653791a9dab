"""The one list of checks. A new one is one `ContactCheck`, one test, and one line here.

`checking` chooses those that the columns of a file can give anything to, and binds them for speed: a contact without
the fields of a check costs one look into a dictionary.

>>> from contactbase.model.enums import Sex
>>> check = checking(CHECKS, {"title", "sex"}, as_of=dt.date(2026, 1, 1))
>>> [found.code for found in check({"title": "M.", "sex": Sex.F})]
['check.title-and-sex']
>>> checking(CHECKS, {"last_name"}, as_of=dt.date(2026, 1, 1)) is None
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from contactbase.model.schema import SCHEMA, FieldKind, Role
from contactbase.normalize.checks.check import NOTHING, ContactCheck, Findings, Known, Run
from contactbase.normalize.checks.dates import (
    BIRTH,
    CONSENT_DAYS,
    OWNED_RENTAL,
    PURCHASE_AFTER_END,
    PURCHASE_ORDER,
    RENTAL,
)
from contactbase.normalize.checks.people import (
    COUPLE,
    PERSON_WITH_SIREN,
    PROSPECT_WHO_BOUGHT,
    SIRET_AND_SIREN,
    TITLE_AND_SEX,
    VAT_AND_SIREN,
)
from contactbase.normalize.checks.places import CITY_ABROAD, COUNTRY, DEPARTMENT, PHONES_ABROAD
from contactbase.normalize.checks.reach import CHANNEL, COUNTRY_OF_PHONES
from contactbase.normalize.checks.web import WEB_EVENTS_UNTRACKED
from contactbase.normalize.verified_columns import VERIFIED_COLUMNS

__all__ = ["CHECKS", "Checking", "checking"]

CHECKS: Final[tuple[ContactCheck, ...]] = (
    BIRTH,
    PURCHASE_ORDER,
    PURCHASE_AFTER_END,
    CONSENT_DAYS,
    RENTAL,
    OWNED_RENTAL,
    TITLE_AND_SEX,
    PROSPECT_WHO_BOUGHT,
    PERSON_WITH_SIREN,
    SIRET_AND_SIREN,
    VAT_AND_SIREN,
    COUPLE,
    DEPARTMENT,
    COUNTRY,
    CITY_ABROAD,
    PHONES_ABROAD,
    CHANNEL,
    COUNTRY_OF_PHONES,
    WEB_EVENTS_UNTRACKED,
)

Checking = Callable[[Known], Findings]
"""From the known fields of one contact to what is at odds in them."""

_NAMES: Final = ("title", "first_name", "last_name")
_MAKES: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(_NAMES, _NAMES),
    **{field.name: ("consents",) for field in SCHEMA.of_role(Role.INPUT) if field.kind is not FieldKind.LABEL},
    **{field.name: ("events",) for field in SCHEMA.of_role(Role.DERIVED)},
    "consent_source": ("consents",),
    "consent_incentive": ("consents",),
    **dict.fromkeys(VERIFIED_COLUMNS, ("attestations",)),
    "full_name": _NAMES,
    "siren": ("siren", "siret"),
    "siret": ("siret", "siren"),
    "vat": ("vat", "siren"),
    "bounced_on": ("events",),
    "mobile": ("phones",),
    "landline": ("phones",),
    "email": ("emails",),
    "postcode": ("postcode", "department"),
}
"""What the column of a record makes of a contact, where that is not the field of the same name.

A sex told by a title alone is never at odds with it, so only a column of its own counts.
"""


def checking(checks: Iterable[ContactCheck], columns: Iterable[str], *, as_of: dt.date) -> Checking | None:
    """Give what checks the contacts of a file with such columns; None when no check has anything to look at."""
    possible = frozenset(made for column in columns for made in _MAKES.get(column, (column,)))
    bound = tuple(_bound(check) for check in checks if check.needs <= possible)
    if not bound:
        return None

    def run(known: Known) -> Findings:
        found = NOTHING
        for first, second, look in bound:
            if first in known and second in known:
                said = look(known, as_of)
                if said:
                    found += said
        return found

    return run


def _bound(check: ContactCheck) -> tuple[str, str, Run]:
    """Give the first two fields of a check, and what looks: at the rest as well, where there are more."""
    first, *others = check.fields
    if len(others) < 2:
        return first, others[0] if others else first, check.run
    rest = frozenset(others[1:])

    def look(known: Known, as_of: dt.date) -> Findings:
        return check.run(known, as_of) if rest <= known.keys() else NOTHING

    return first, others[0], look
