"""The contacts of a base as matching goes through them: in a row, by number, their names folded once.

>>> from contactbase.model.contact import Contact
>>> View.of([Contact(id="c-1", first_name="LÉA", last_name="D'Arc")]).last_names
['d arc']
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from typing import Final

import attrs

from contactbase.matching.names import Name, fold_name
from contactbase.matching.profile import Profile
from contactbase.model.contact import Contact
from contactbase.model.enums import Origin
from contactbase.normalize.civility import COUPLES
from contactbase.normalize.fold import fold

__all__ = ["KeyColumn", "View"]

KeyColumn = Iterator[tuple[Hashable, int]]
"""The keys of all contacts for one rule, each with the number of the contact that has it, in ascending order."""

_NAMES_REMEMBERED: Final = 1 << 16


@attrs.frozen
class View:
    """Contacts by number, with their folded first and last names ("" where there is none)."""

    contacts: tuple[Contact, ...] = attrs.field(repr=False)
    first_names: list[str] = attrs.field(repr=False)
    last_names: list[str] = attrs.field(repr=False)

    @classmethod
    def of(cls, contacts: Iterable[Contact]) -> View:
        """View some contacts."""
        kept = tuple(contacts)
        folded = lru_cache(maxsize=_NAMES_REMEMBERED)(fold_name)
        return cls(
            kept,
            [folded(contact.first_name) if contact.first_name else "" for contact in kept],
            [folded(contact.last_name) if contact.last_name else "" for contact in kept],
        )

    def profile(self, number: int) -> Profile:
        """Give the profile of one contact; the company is its name only where there is no other."""
        contact, first, last = self.contacts[number], self.first_names[number], self.last_names[number]
        company = fold_name(contact.company) if contact.company and not (first or last) else ""
        rented = fold(contact.supplier or "") if contact.origin is Origin.RENTED else None
        several = contact.title in COUPLES
        return Profile(Name(first, last, company), contact.sex, contact.birth_date, rented, several)
