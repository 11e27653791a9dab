"""Made-up people and a key for the tests of suppression and rights."""

from __future__ import annotations

import datetime as dt

from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import PhoneKind
from contactbase.normalize.email_key import mailbox_key
from contactbase.privacy.keys import KeyRing

KEY = "contactbase-test-key-v1-32bytes!"
SECOND_KEY = "a second key, of 32 bytes or more"
RING = KeyRing.of(KEY)
TODAY = dt.date(2026, 11, 22)
STOPPED_ON = dt.date(2026, 3, 1)


def phone(e164: str) -> Phone:
    return Phone(e164, PhoneKind.MOBILE, "FR")


def email(address: str) -> Email:
    local, _, domain = address.rpartition("@")
    return Email(address, mailbox_key(local, domain.lower()))


def contact(contact_id: str, *addresses: str, **fields: object) -> Contact:
    """Make a contact from its addresses: those with an @ are e-mail, the others numbers in E.164."""
    return Contact(
        id=contact_id,
        phones=tuple(phone(text) for text in addresses if "@" not in text),
        emails=tuple(email(text) for text in addresses if "@" in text),
        **fields,  # type: ignore[arg-type]  # fields of a contact
    )
