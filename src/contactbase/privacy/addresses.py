"""Addresses in their one normal form: what is fingerprinted is what `normalize` and `matching` compare by.

A number is its E.164 text, an e-mail address the key of its mailbox, a postal address the family name at the key of the
street, a person the folded full name with the birth date. Another normal form here would let people slip off the list.

An address is looked up under its key and, where that differs, as it is written in small letters, so that lists made
elsewhere by the same message format are found too. The other spellings that foreign hashes were made of stand in
`foreign_forms`.

>>> read_address(AddressKind.SMS, "06 12 34 56 78").forms, read_address(AddressKind.EMAIL, "Lea.D+x@GMail.com").forms
(('+33612345678',), ('lead@gmail.com',))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs

from contactbase.model.contact import Contact, Email
from contactbase.model.enums import Channel
from contactbase.model.hints import Hints
from contactbase.model.suppression import AddressKind
from contactbase.normalize import email, phone
from contactbase.normalize.address import address_key
from contactbase.normalize.email_key import mailbox_key
from contactbase.normalize.fold import fold

__all__ = ["KINDS_OF", "Address", "Addresses", "addresses_of", "foreign_forms", "person_form", "read_address"]

KINDS_OF: Final[Mapping[Channel, AddressKind]] = {
    Channel.SMS: AddressKind.SMS,
    Channel.EMAIL: AddressKind.EMAIL,
    Channel.POST: AddressKind.POST,
    Channel.PHONE: AddressKind.PHONE,
}
"""The kind of the addresses of each channel."""

_E164: Final = re.compile(r"\+[1-9][0-9]{6,14}")
_LITERAL: Final = re.compile(r"""[^\s@,;:<>|"()]+@[^\s@,;:<>|"()]+\.[^\s@,;:<>|"()]+""")


@attrs.frozen
class Address:
    """One address of a contact: as it is written, and the normal forms under which it is looked up (the key first)."""

    text: str = attrs.field(repr=False)
    forms: tuple[str, ...] = attrs.field(repr=False)


@attrs.frozen
class Addresses:
    """What a raw text was read as: normal forms to fingerprint; none where it could not be read."""

    forms: tuple[str, ...] = attrs.field(repr=False)


def read_address(kind: AddressKind, text: str, hints: Hints | None = None) -> Addresses:
    """Read a cell that holds one or several addresses of a kind, as the normalizers do.

    A number in plain E.164 and a bare address count even where the normalizer refuses them (an unknown range, a
    placeholder): a prohibition is never lost for that. Postal addresses and persons are taken from contacts only.
    """
    match kind:
        case AddressKind.SMS | AddressKind.PHONE:
            numbers = tuple(found.e164 for found in phone.normalize(text, hints or Hints()).values)
            bare = text.strip()
            return Addresses(numbers or ((bare,) if _E164.fullmatch(bare) else ()))
        case AddressKind.EMAIL:
            keys = tuple(found.key for found in email.normalize(text).values)
            bare = text.strip()
            return Addresses(keys or ((_literal_key(bare),) if _LITERAL.fullmatch(bare) else ()))
        case _:
            return Addresses(())


def _literal_key(text: str) -> str:
    local, _, domain = text.rpartition("@")
    return mailbox_key(local, domain.lower())


def _phones(contact: Contact) -> Iterator[Address]:
    for found in contact.phones:
        yield Address(found.e164, (found.e164,))


def _emails(contact: Contact) -> Iterator[Address]:
    for found in contact.emails:
        yield Address(found.address, _email_forms(found))


def _email_forms(found: Email) -> tuple[str, ...]:
    small = found.address.lower()
    return tuple(dict.fromkeys((found.key, _literal_key(small), small)))


def _post(contact: Contact) -> Iterator[Address]:
    name, street = fold(contact.last_name or contact.company or ""), address_key(contact.address, contact.postcode)
    if name and street:
        yield Address(" ".join((*contact.address, contact.postcode or "", contact.city or "")), (f"{name}|{street}",))


def _persons(contact: Contact) -> Iterator[Address]:
    form = person_form(contact)
    if form is not None:
        yield Address(form, (form,))


def person_form(contact: Contact) -> str | None:
    """Give the normal form of a person: full name and birth date; None where one of them is unknown."""
    if contact.birth_date is None or not contact.first_name or not contact.last_name:
        return None
    return f"{fold(contact.first_name)} {fold(contact.last_name)}|{contact.birth_date.isoformat()}"


_READ: Final[Mapping[AddressKind, Callable[[Contact], Iterator[Address]]]] = {
    AddressKind.SMS: _phones,
    AddressKind.PHONE: _phones,
    AddressKind.EMAIL: _emails,
    AddressKind.POST: _post,
    AddressKind.PERSON: _persons,
}


def addresses_of(contact: Contact, kind: AddressKind) -> tuple[Address, ...]:
    """Give the addresses of one kind that a contact has."""
    return tuple(_READ[kind](contact))


def foreign_forms(kind: AddressKind, address: Address) -> tuple[str, ...]:
    """Give the spellings of which another tool may have made its hash, each once.

    Of an address: its key, in small letters, as written, with only the domain in small letters, in capitals. Of a
    number: E.164, the same without `+` or with `00`, and the national form of French numbers.
    """
    return tuple(dict.fromkeys((*address.forms, *_spellings(kind, address.text))))


def _spellings(kind: AddressKind, text: str) -> Iterator[str]:
    if kind is AddressKind.EMAIL:
        local, _, domain = text.rpartition("@")
        yield from (text.lower(), text, f"{local}@{domain.lower()}", text.upper())
    elif kind in {AddressKind.SMS, AddressKind.PHONE}:
        digits = text.removeprefix("+")
        yield from (digits, f"00{digits}")
        if digits.startswith("33"):
            yield f"0{digits[2:]}"
