r"""Contacts as vCards 3.0 (RFC 2426) or 4.0 (RFC 6350); what they have no place for is said before anything is written.

`not_held` counts the contacts of which a field would be lost. 3.0 has no sex, no language and no kind; neither has
consents, events, company numbers or days of collection. Lines are folded at 75 octets, never inside a character.

>>> from contactbase.model.contact import Phone
>>> print(card_text(Contact(id="c-1", first_name="Léa", phones=(Phone("+33612345678"),)), VCardVersion.V4), end="")
BEGIN:VCARD
VERSION:4.0
UID;VALUE=text:c-1
N:;Léa;;;
FN:Léa
TEL;VALUE=uri:tel:+33612345678
END:VCARD
>>> not_held([Contact(id="c-1", siren="732829320", city="Lyon")], VCardVersion.V3)
{'siren': 1}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.canonical import phone_text
from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import PhoneKind

__all__ = ["VCardVersion", "card_text", "not_held"]

_OCTETS: Final = 75
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None, "\0": None})


class VCardVersion(StrEnum):
    """The versions that are written."""

    V3 = "3.0"
    V4 = "4.0"


_HELD: Final = frozenset(
    (
        *("id", "title", "first_name", "last_name", "birth_date", "company", "emails", "phones"),
        *("address", "postcode", "city", "country", "tags"),
    )
)
_HELD_BY: Final = {VCardVersion.V3: _HELD, VCardVersion.V4: _HELD | {"sex", "language", "interests"}}


def not_held(contacts: Iterable[Contact], version: VCardVersion) -> dict[str, int]:
    """Count, by field, the contacts of which a card of this version cannot hold what is known."""
    beyond = [field for field in attrs.fields(Contact) if field.name not in _HELD_BY[version]]
    found: Counter[str] = Counter()
    for contact in contacts:
        found.update(field.name for field in beyond if getattr(contact, field.name) != field.default)
    return dict(found)


def card_text(contact: Contact, version: VCardVersion) -> str:
    """Give one card, its lines folded; LF ends a line here, CRLF in the file."""
    lines = ("BEGIN:VCARD", f"VERSION:{version}", *_lines(contact, version), "END:VCARD")
    return "".join([f"{_folded(line)}\n" for line in lines])


def _escaped(text: str | None) -> str:
    return (text or "").translate(_ESCAPES)


def _folded(line: str) -> str:
    """Fold a line after at most 75 octets of UTF-8; the space that begins a further line counts."""
    if len(line) <= _OCTETS and line.isascii():
        return line
    parts, size, start = [], 0, 0
    for place, char in enumerate(line):
        octets = 1 if char < "\x80" else len(char.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            parts.append(line[start:place])
            start, size = place, 1
        size += octets
    return "\n ".join([*parts, line[start:]])


def _lines(contact: Contact, version: VCardVersion) -> Iterator[str]:
    new = version is VCardVersion.V4
    yield f"UID{';VALUE=text' if new else ''}:{_escaped(contact.id)}"
    names = (contact.last_name, contact.first_name, None, contact.title, None)
    yield f"N:{';'.join(map(_escaped, names))}"
    yield f"FN:{_escaped(_full_name(contact))}"
    if contact.company:
        yield f"ORG:{_escaped(contact.company)}"
    for phone in contact.phones:
        yield _phone(phone, new=new)
    for email in contact.emails:
        yield f"EMAIL{'' if new else ';TYPE=INTERNET'}:{_escaped(email.address)}"
    place = (contact.city, None, contact.postcode, contact.country)
    if contact.address or any(place):
        yield f"ADR:;;{_escaped(chr(10).join(contact.address))};{';'.join(map(_escaped, place))}"
    if contact.birth_date is not None:
        day = contact.birth_date.isoformat()
        yield f"BDAY:{day.replace('-', '') if new else day}"
    if contact.tags:
        yield f"CATEGORIES:{','.join(map(_escaped, sorted(contact.tags)))}"
    if new:
        yield from _new_lines(contact)


def _new_lines(contact: Contact) -> Iterator[str]:
    """Give what only 4.0 has: GENDER, LANG, and INTEREST of RFC 6715."""
    if contact.sex is not None:
        yield f"GENDER:{contact.sex}"
    if contact.language:
        yield f"LANG:{_escaped(contact.language)}"
    for interest in sorted(contact.interests):
        yield f"INTEREST:{_escaped(interest)}"


def _full_name(contact: Contact) -> str:
    """Give what a card must be called: the person, else the company, else an address, else the id."""
    person = " ".join(filter(None, (contact.title, contact.first_name, contact.last_name)))
    addresses = (*(email.address for email in contact.emails), *(phone.e164 for phone in contact.phones))
    return person or contact.company or next(iter(addresses), contact.id)


def _phone(phone: Phone, *, new: bool) -> str:
    mobile = phone.kind is PhoneKind.MOBILE
    if new:
        return f"TEL;VALUE=uri{';TYPE=cell' if mobile else ''}:tel:{phone_text(phone)}"
    return f"TEL;TYPE={'CELL' if mobile else 'VOICE'}:{_escaped(phone_text(phone))}"
