"""Made-up people for the tests of matching."""

from __future__ import annotations

from typing import Any

from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import PhoneKind

MOBILE = "+33612345678"
LANDLINE = "+33142685300"
MAIL = "durand@example.org"


def someone(contact_id: str, first: str | None = None, last: str | None = None, **fields: Any) -> Contact:
    """Make a contact; `mail`, `mobile` and `landline` are plain texts."""
    mail, mobile, landline = (fields.pop(name, None) for name in ("mail", "mobile", "landline"))
    numbers = ((mobile, PhoneKind.MOBILE), (landline, PhoneKind.FIXED_LINE))
    return Contact(
        id=contact_id,
        first_name=first,
        last_name=last,
        emails=(Email(mail, mail),) if mail else (),
        phones=tuple(Phone(number, kind, "FR") for number, kind in numbers if number),
        **fields,
    )


def base_of(*contacts: Contact) -> ContactBase:
    return ContactBase.of(contacts)
