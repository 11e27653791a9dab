"""The contact base: an ordered mapping from id to contact, and nothing else.

>>> base = ContactBase.of([Contact(id="c-1"), Contact(id="c-2")])
>>> len(base), list(base)
(2, ['c-1', 'c-2'])
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Self

from contactbase.model.contact import Contact

__all__ = ["ContactBase"]


class ContactBase(Mapping[str, Contact]):
    """Contacts by id, in reading order. It never changes; a step gives a new one."""

    __slots__ = ("_contacts",)

    def __init__(self, contacts: Mapping[str, Contact] | None = None) -> None:
        """Take a mapping of id to contact; `of` builds one from contacts alone."""
        self._contacts: dict[str, Contact] = dict(contacts or {})

    @classmethod
    def of(cls, contacts: Iterable[Contact]) -> Self:
        """Build a base from contacts; ValueError when an id stands twice."""
        base = cls()
        for contact in contacts:
            if contact.id in base._contacts:
                raise ValueError(f"Two contacts have the id {contact.id!r}. Ids must be unique.")
            base._contacts[contact.id] = contact
        return base

    def __getitem__(self, contact_id: str) -> Contact:
        return self._contacts[contact_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._contacts)

    def __len__(self) -> int:
        return len(self._contacts)

    def values(self) -> ValuesView[Contact]:
        """Give the contacts, in reading order, as fast as a dictionary does."""
        return self._contacts.values()

    def items(self) -> ItemsView[str, Contact]:
        """Give ids with contacts, in reading order, as fast as a dictionary does."""
        return self._contacts.items()

    def __contains__(self, contact_id: object) -> bool:
        return contact_id in self._contacts

    def __repr__(self) -> str:
        return f"ContactBase({len(self)} contacts)"
