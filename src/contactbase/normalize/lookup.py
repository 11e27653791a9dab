"""Looking a contact up by any of its identifiers: id, e-mail address, phone number, company number (R08).

The index is built once from a base and answers each question with one look into a dictionary, however large the base.
Texts are read as a cell would be, so that any spelling finds its contact; several contacts may share an address, and
all of them are given, in the order of the base.

>>> from contactbase.model.contact import Email
>>> base = ContactBase.of([Contact(id="c-1", emails=(Email("Lea@example.org", "lea@example.org"),)), Contact(id="c-2")])
>>> index = ContactIndex.of(base)
>>> [contact.id for contact in index.find("LEA@Example.org")], index.find("nobody@example.org"), index.find("c-2")
(['c-1'], (), (Contact(id='c-2'),))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.hints import Hints
from contactbase.normalize import email, phone, siren

__all__ = ["ContactIndex"]

_Key = tuple[str, str]


def _keys(contact: Contact) -> Iterator[_Key]:
    """Give what a contact can be found by."""
    yield "id", contact.id
    for mailbox in contact.emails:
        yield "email", mailbox.key
    for line in contact.phones:
        yield "phone", line.e164
    for number in (contact.siren, contact.siret):
        if number is not None:
            yield "company", number


def _asked(text: str, region: str) -> Iterator[_Key]:
    """Give what a text may be: an id as it stands, an e-mail address, a phone number, a company number."""
    yield "id", text
    for mailbox in email.normalize(text).values if "@" in text else ():
        yield "email", mailbox.key
    compact = "".join(text.split())
    yield "company", compact
    for number in siren.normalize(text).values if compact.isdigit() else ():
        yield "company", number
    for found in phone.normalize(text, Hints(region=region)).values if "@" not in text else ():
        yield "phone", found.e164


@attrs.frozen
class ContactIndex:
    """Contacts by each of their identifiers; `of` builds one from a base."""

    base: ContactBase = attrs.field(repr=False)
    _places: Mapping[_Key, tuple[tuple[int, str], ...]] = attrs.field(repr=False)

    @classmethod
    def of(cls, contacts: ContactBase | Iterable[Contact]) -> ContactIndex:
        """Build the index of a base, or of contacts one after another."""
        base = contacts if isinstance(contacts, ContactBase) else ContactBase.of(contacts)
        held: dict[_Key, list[tuple[int, str]]] = {}
        for place, contact in enumerate(base.values()):
            for key in dict.fromkeys(_keys(contact)):
                held.setdefault(key, []).append((place, contact.id))
        return cls(base, {key: tuple(places) for key, places in held.items()})

    def find(self, text: str, *, region: str = "FR") -> tuple[Contact, ...]:
        """Give the contacts that have an identifier, in the order of the base; nothing when nobody has.

        `region` is the country in which a national phone number is read.
        """
        found = {place for key in _asked(text, region) for place in self._places.get(key, ())}
        return tuple(self.base[contact_id] for _, contact_id in sorted(found))
