"""Which fields are filled, before and after: counted by pattern, because most rows of a file are filled alike.

>>> before = Patterns(becomes)
>>> before.see(frozenset({"full_name", "mobile"}))
>>> sorted(before.settle().items())
[('first_name', 1), ('last_name', 1), ('mobile', 1), ('phones', 1)]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from operator import attrgetter
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import PhoneKind
from contactbase.model.record import Record
from contactbase.model.schema import SCHEMA, Role
from contactbase.normalize.verified_columns import VERIFIED_COLUMNS

__all__ = ["NOT_A_FIELD", "POST", "SHOWN", "Patterns", "becomes", "filled", "said"]

_PATTERNS: Final = 4096
"""How many patterns of filled fields are counted before they are summed up."""

_STORED: Final = tuple(field.name for field in SCHEMA.of_role(Role.STORED) if field.name != "id")
_PHONES: Final = ("mobile", "landline")
_FILLED: Final = attrgetter(*_STORED)
SHOWN: Final = (*_STORED[: _STORED.index("phones") + 1], *_PHONES, *_STORED[_STORED.index("phones") + 1 :])

_MADE_INTO: Final[Mapping[str, tuple[str, ...]]] = {
    **{field.name: ("consents",) for field in SCHEMA.of_role(Role.INPUT)},
    **{field.name: ("events",) for field in SCHEMA.of_role(Role.DERIVED)},
    "full_name": ("first_name", "last_name"),
    "email": ("emails",),
    "mobile": ("phones", "mobile"),
    "landline": ("phones", "landline"),
    "bounced_on": ("events",),
    **dict.fromkeys(VERIFIED_COLUMNS, ("attestations",)),
}
"""What becomes of a record's field that no contact has: opt-ins become consents, totals become events."""

POST: Final = "@post"
NOT_A_FIELD: Final = frozenset({POST, "id", ""})
_SENDABLE: Final = frozenset({PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE})


@attrs.define
class Patterns:
    """Counts names that come in sets: a set is counted as one pattern, and summed up when there are many."""

    names: Callable[[frozenset[str]], Iterable[str]]
    seen: dict[frozenset[str], int] = attrs.field(factory=dict, repr=False)
    counts: Counter[str] = attrs.field(factory=Counter, repr=False)

    def see(self, pattern: frozenset[str]) -> None:
        """Count one set."""
        self.seen[pattern] = self.seen.get(pattern, 0) + 1
        if len(self.seen) > _PATTERNS:
            self.settle()

    def settle(self) -> Counter[str]:
        """Sum up what was seen and give the counts."""
        for pattern, count in self.seen.items():
            for name in self.names(pattern):
                self.counts[name] += count
        self.seen.clear()
        return self.counts


def becomes(filled: frozenset[str]) -> set[str]:
    """Name the fields of a contact that the filled fields of a record speak of."""
    return {name for field in filled for name in _MADE_INTO.get(field, (field,))}


def filled(contact: Contact) -> frozenset[str]:
    """Name the fields that have a value, and the channels that the contact can be reached on."""
    names = set(compress(_STORED, _FILLED(contact)))
    for phone in contact.phones:
        names.add("landline" if phone.kind is PhoneKind.FIXED_LINE else "mobile" if phone.kind in _SENDABLE else "")
    if contact.address and (contact.postcode or contact.city):
        names.add(POST)
    names.update(name for name, value in contact.custom if value is not None)
    return frozenset(names)


def said(record: Record) -> frozenset[str]:
    """Name the fields of a record that have something in them."""
    values = record.values
    return frozenset(compress(values, map(str.strip, values.values())))
