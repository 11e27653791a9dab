"""The addresses of a contact that a message on a channel can go to.

>>> from contactbase.model.contact import Phone
>>> from contactbase.model.enums import PhoneKind
>>> lea = Contact(id="c-1", phones=(Phone("+33199000001", PhoneKind.FIXED_LINE, "FR"),))
>>> addresses_on(lea, Channel.SMS), addresses_on(lea, Channel.PHONE)
((), ('+33199000001',))
"""

from __future__ import annotations

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.segment.derived import CHOICES

__all__ = ["addresses_on", "is_reachable"]


def addresses_on(contact: Contact, channel: Channel) -> tuple[str, ...]:
    """Give the addresses in normal form, the one to use first; an SMS goes to the mobile number alone."""
    match channel:
        case Channel.SMS:
            first = CHOICES["mobile"](contact)
            return () if first is None else (first,)
        case Channel.EMAIL:
            return tuple(mailbox.address for mailbox in contact.emails)
        case Channel.PHONE:
            return tuple(phone.e164 for phone in contact.phones)
        case Channel.POST:
            town = " ".join(filter(None, (contact.postcode, contact.city)))
            lines = filter(None, (*contact.address, town, contact.country))
            return (", ".join(lines),) if contact.address and contact.city else ()


def is_reachable(contact: Contact, channel: Channel) -> bool:
    """Tell whether there is an address for the channel; whether it may be used is another question."""
    return bool(addresses_on(contact, channel))
