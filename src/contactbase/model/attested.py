"""What is attested of a contact's present values, and how a line is added.

A field is named as in the schema; `mobile`, `landline` and `email` stand for the number or address that they choose.
The digest is BLAKE2b of field and canonical text, 48 bits: enough to tell the values that one field of one contact ever
had apart, and no secret, because the value stands beside it.

>>> from contactbase.model.contact import Contact
>>> lea = Contact(id="c-1", city="Lyon")
>>> told = attest(lea, "city", AttestationAct.TOLD, on=dt.date(2026, 10, 1), method="interview", by="Zoé")
>>> [(line.act.value, str(line.on), line.method) for line in attestations_of(told, "city")]
[('told', '2026-10-01', 'interview')]
>>> attestations_of(attrs.evolve(told, city="Brest"), "city")
()
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from contactbase.model.attestation import Attestation
from contactbase.model.canonical import custom_text, field_text, phone_text
from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import AttestationAct, PhoneKind
from contactbase.model.schema import SCHEMA, Role

__all__ = [
    "BOOKKEEPING",
    "CHOSEN",
    "attest",
    "attestations_of",
    "attested_on",
    "digest_of_value",
    "value_digests",
    "with_attestations",
]

_MOBILES: Final = (PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE)
BOOKKEEPING: Final = frozenset({"id", "attestations", "consents", "events"})
"""Fields that are no value of the person: nothing is attested of them."""
_STORED: Final = frozenset(field.name for field in SCHEMA.of_role(Role.STORED)) - BOOKKEEPING
CHOSEN: Final = {"mobile": "phones", "landline": "phones", "email": "emails"}
"""Names for one value of a field of several, and that field."""


def _first_of(*kinds: PhoneKind) -> Callable[[Contact], tuple[str, ...]]:
    def read(contact: Contact) -> tuple[str, ...]:
        found = (phone for kind in kinds for phone in contact.phones if phone.kind is kind)
        first: Phone | None = next(found, None)
        return () if first is None else (phone_text(first),)

    return read


_TEXTS: Final[Mapping[str, Callable[[Contact], tuple[str, ...]]]] = {
    "phones": lambda contact: tuple(map(phone_text, contact.phones)),
    "emails": lambda contact: tuple(email.address for email in contact.emails),
    "interests": lambda contact: tuple(sorted(contact.interests)),
    "tags": lambda contact: tuple(sorted(contact.tags)),
    "mobile": _first_of(*_MOBILES),
    "landline": _first_of(PhoneKind.FIXED_LINE),
    "email": lambda contact: tuple(email.address for email in contact.emails[:1]),
}
"""Fields of which each value is attested by itself."""


def digest_of_value(field: str, text: str) -> str:
    """Give the digest by which an attestation knows the value that it speaks of."""
    told = f"{field}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=6).hexdigest()


def value_digests(contact: Contact, name: str) -> tuple[str, ...]:
    """Give the digests of what a contact has under a name now; none when it is unknown."""
    if name in _TEXTS:
        texts = _TEXTS[name](contact)
    elif name in _STORED:
        text = field_text(SCHEMA[name], getattr(contact, name))
        texts = () if text is None else (text,)
    else:
        texts = tuple(custom_text(value) for custom, value in contact.custom if custom == name and value is not None)
    return tuple(digest_of_value(CHOSEN.get(name, name), text) for text in texts)


def attestations_of(contact: Contact, field: str, act: AttestationAct | None = None) -> tuple[Attestation, ...]:
    """Give the attestations of the present value of a field, of one act or of any, in the order they were added."""
    if not contact.attestations:
        return ()
    stored, digests = CHOSEN.get(field, field), value_digests(contact, field)
    return tuple(
        line
        for line in contact.attestations
        if line.field == stored and line.of in digests and (act is None or line.act is act)
    )


def attested_on(contact: Contact, field: str, *, as_of: dt.date) -> dt.date | None:
    """Give the last day, up to `as_of`, on which the present value of a field was told or verified."""
    days = (line.on for line in attestations_of(contact, field))
    return max((day for day in days if day is not None and day <= as_of), default=None)


def with_attestations(contact: Contact, added: tuple[Attestation, ...]) -> Contact:
    """Give a contact with lines added; the same object when it has them all."""
    lines = tuple(dict.fromkeys((*contact.attestations, *added)))
    return contact if lines == contact.attestations else attrs.evolve(contact, attestations=lines)


def attest(
    contact: Contact,
    field: str,
    act: AttestationAct,
    *,
    on: dt.date | None,
    method: str | None = None,
    by: str | None = None,
) -> Contact:
    """Give a contact with one line for each present value of a field; the same object when the field is unknown."""
    stored = CHOSEN.get(field, field)
    return with_attestations(
        contact,
        tuple(
            Attestation(field=stored, act=act, of=digest, on=on, method=method, by=by)
            for digest in value_digests(contact, field)
        ),
    )
