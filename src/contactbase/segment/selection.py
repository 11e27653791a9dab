"""What a segment gives: the contacts it selects, ids frozen as a list, the difference that another would make.

>>> found = Selection(name="lyon", segment_id="", contacts=(Contact(id="c-1"),), as_of=dt.date(2026, 3, 31))
>>> found, found.ids
(Selection('lyon', 1 contacts, as_of=2026-03-31), ('c-1',))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase

__all__ = ["Difference", "Selection", "StaticList"]


@attrs.frozen(kw_only=True)
class StaticList:
    """Ids frozen on a day, with what they were selected by; `in list` takes it as it is."""

    name: str
    ids: frozenset[str] = attrs.field(repr=False)
    segment_id: str
    as_of: dt.date

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.ids))

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, contact_id: object) -> bool:
        return contact_id in self.ids


@attrs.frozen(kw_only=True)
class Selection:
    """The contacts of a base that a segment selects, in the order of the base."""

    name: str
    segment_id: str
    contacts: tuple[Contact, ...] = attrs.field(repr=False)
    as_of: dt.date

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(contact.id for contact in self.contacts)

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.contacts)

    @property
    def base(self) -> ContactBase:
        """They as a contact base."""
        return ContactBase({contact.id: contact for contact in self.contacts})

    def freeze(self, name: str) -> StaticList:
        """Give the ids as a list that no longer changes."""
        return StaticList(name=name, ids=frozenset(self.ids), segment_id=self.segment_id, as_of=self.as_of)

    def __iter__(self) -> Iterator[Contact]:
        return iter(self.contacts)

    def __len__(self) -> int:
        return len(self.contacts)

    def __repr__(self) -> str:
        return f"Selection({self.name!r}, {len(self)} contacts, as_of={self.as_of})"


@attrs.frozen(kw_only=True)
class Difference:
    """What another segment would change: ids that join, leave and stay."""

    joining: tuple[str, ...]
    leaving: tuple[str, ...]
    staying: tuple[str, ...]
