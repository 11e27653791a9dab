"""Whose a key is: contacts by id, mailbox, number, or a column that the base keeps beside.

An id that two rows of a client file had (`17` and `17~2`) is nobody's for certain, and an id that was merged away is
that of the contact which took it in. Where several contacts share a key, it names nobody.

>>> base = ContactBase.of([Contact(id="17"), Contact(id="17~2"), Contact(id="18")])
>>> index = KeyIndex.of(base, ("id",), absorbed={"3": "18"})
>>> index.find(Keys(customer="17")), index.find(Keys(customer="3"))
(Miss(code='join.ambiguous'), Hit(contact='18', by='id'))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import attrs

from contactbase.errors import ReadError
from contactbase.joining.keyed import Keys
from contactbase.layouts.orders.layout import ColumnRole
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase

__all__ = ["BY", "Hit", "KeyIndex", "Miss"]

BY: Final = ("id", "email", "phone")
"""Keys in order of trust."""

_ROLES: Final = {"email": ColumnRole.EMAIL, "phone": ColumnRole.PHONE}
_Texts = Callable[[Contact], Iterable[str]]


class Hit(NamedTuple):
    """The contact that a key names, and which key."""

    contact: str
    by: str


class Miss(NamedTuple):
    """Why no contact is named."""

    code: str


def _texts_of(by: str) -> _Texts:
    """Give what reads the keys of a contact; any other name is that of a column beside or a custom field."""
    match by:
        case "id":
            return _ids
        case "email":
            return lambda contact: (mailbox.key for mailbox in contact.emails)
        case "phone":
            return lambda contact: (phone.e164 for phone in contact.phones)
        case _:
            return lambda contact: (
                " ".join(str(value).split())
                for name, value in (*contact.extra, *contact.custom)
                if name == by and value not in (None, "")
            )


def _ids(contact: Contact) -> Iterator[str]:
    yield contact.id
    first, mark, number = contact.id.rpartition("~")
    if mark and number.isdecimal():
        yield first


@attrs.frozen
class KeyIndex:
    """One table for each kind of key, in the order in which they are asked: key to contact, None where several."""

    tables: Mapping[str, Mapping[str, str | None]] = attrs.field(repr=False)

    @classmethod
    def of(cls, base: ContactBase, by: Iterable[str], absorbed: Mapping[str, str]) -> KeyIndex:
        """Build the tables of a base; `absorbed` maps an id that was merged away to the one that took it in.

        ReadError for a column that no contact has.
        """
        tables: dict[str, dict[str, str | None]] = {}
        for name in by:
            held: dict[str, str | None] = {}
            read = _texts_of(name)
            for contact in base.values():
                for key in read(contact):
                    if held.setdefault(key, contact.id) != contact.id:
                        held[key] = None
            if name == "id":
                _absorb(held, base, absorbed)
            if not held and name not in BY and len(base):
                raise ReadError(f'No contact has a column "{name}". Join by id, email, phone, or a column of theirs.')
            tables[name] = held
        return cls(tables)

    def find(self, keys: Keys) -> Hit | Miss:
        """Give whom the keys name: the most trusted that names somebody, if no other names somebody else."""
        hit: Hit | None = None
        ambiguous = False
        for by, table in self.tables.items():
            key = keys.of(_ROLES.get(by, ColumnRole.CUSTOMER))
            if key is None or key not in table:
                continue
            contact = table[key]
            if contact is None:
                ambiguous = True
            elif hit is None:
                hit = Hit(contact, by)
            elif hit.contact != contact:
                return Miss("join.keys-disagree")
        if hit is not None:
            return hit
        return Miss("join.ambiguous" if ambiguous else "join.no-contact")


def _absorb(held: dict[str, str | None], base: ContactBase, absorbed: Mapping[str, str]) -> None:
    """Add the ids that were merged away, through as many merges as there were."""
    for gone in absorbed:
        kept, steps = absorbed[gone], 0
        while kept not in base and kept in absorbed and steps < len(absorbed):
            kept, steps = absorbed[kept], steps + 1
        if kept not in base or gone in base:
            continue
        first, mark, number = gone.rpartition("~")
        for name in (gone, first) if mark and number.isdecimal() else (gone,):
            if held.setdefault(name, kept) != kept:
                held[name] = None
