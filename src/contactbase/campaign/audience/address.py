"""The address at which a campaign would reach a contact, and the key under which two contacts share it.

It is the one that the layouts write and that consents are held against: the first mobile, the first e-mail address. A
second number never takes the place of one that is forbidden.

>>> from contactbase.model.contact import Phone
>>> phones = (Phone("+33142685300", PhoneKind.FIXED_LINE), Phone("+33612345678", PhoneKind.MOBILE))
>>> lea = Contact(id="c-1", phones=phones)
>>> key_of(lea, Channel.SMS), key_of(lea, Channel.EMAIL)
('+33612345678', None)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import Channel, PhoneKind
from contactbase.normalize.address import address_key
from contactbase.normalize.fold import fold

__all__ = ["ADDRESS_OF", "all_keys_of", "key_of", "phone_of"]

_MOBILE: Final = (PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE)
_CALLABLE: Final = (*_MOBILE, PhoneKind.FIXED_LINE, PhoneKind.VOIP, PhoneKind.PERSONAL)
_KINDS: Final[Mapping[Channel, tuple[PhoneKind, ...]]] = {Channel.SMS: _MOBILE, Channel.PHONE: _CALLABLE}


def phone_of(contact: Contact, channel: Channel) -> Phone | None:
    """Give the number that a channel uses: of the best kind, the first; None where there is none."""
    if channel not in _KINDS:
        return None
    for kind in _KINDS[channel]:
        for phone in contact.phones:
            if phone.kind is kind:
                return phone
    return None


def _number(channel: Channel) -> Callable[[Contact], str | None]:
    def number(contact: Contact) -> str | None:
        phone = phone_of(contact, channel)
        return None if phone is None else phone.e164

    return number


def _mailbox(contact: Contact) -> str | None:
    return contact.emails[0].key if contact.emails else None


def _letter_box(contact: Contact) -> str | None:
    name, street = fold(contact.last_name or contact.company or ""), address_key(contact.address, contact.postcode)
    return f"{name}|{street}" if street else None


ADDRESS_OF: Final[Mapping[Channel, Callable[[Contact], str | None]]] = {
    Channel.SMS: _number(Channel.SMS),
    Channel.PHONE: _number(Channel.PHONE),
    Channel.EMAIL: _mailbox,
    Channel.POST: _letter_box,
}
"""How each channel finds the key of the address it uses; None where there is none, which is like no other None."""


def key_of(contact: Contact, channel: Channel) -> str | None:
    """Give the key of the address that would be used; None where there is none."""
    return ADDRESS_OF[channel](contact)


def all_keys_of(contact: Contact, channel: Channel) -> tuple[str, ...]:
    """Give the keys of every address that a contact has on a channel."""
    if channel in _KINDS:
        return tuple(phone.e164 for phone in contact.phones)
    if channel is Channel.EMAIL:
        return tuple(email.key for email in contact.emails)
    key = _letter_box(contact)
    return () if key is None else (key,)
