"""Columns that say when one field was verified: `email_verified_on` and its like become attestations (R50).

The day belongs to every e-mail address, mobile number or address of the row; where the row has none, there is nothing
that was verified, and the day is only in the journal.

>>> from contactbase.model.contact import Email
>>> out = {"emails": (Email("lea@example.org", "lea@example.org"),)}
>>> [str(line.on) for line in attestations_of(out, {"email_verified_on": dt.date(2026, 10, 1)})]
['2026-10-01']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from contactbase.model.attestation import Attestation
from contactbase.model.attested import digest_of_value
from contactbase.model.canonical import field_text, phone_text
from contactbase.model.enums import AttestationAct, PhoneKind
from contactbase.model.schema import SCHEMA

__all__ = ["VERIFIED_COLUMNS", "attestations_of"]

VERIFIED_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "email_verified_on": ("emails",),
    "mobile_verified_on": ("phones",),
    "address_verified_on": ("address", "postcode", "city"),
}
"""Each column, and the stored fields whose values it speaks of."""

_MOBILES: Final = frozenset({PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE})


def _texts(field: str, value: Any) -> tuple[str, ...]:
    match field:
        case "emails":
            return tuple(email.address for email in value)
        case "phones":
            return tuple(phone_text(phone) for phone in value if phone.kind in _MOBILES)
        case _:
            return (field_text(SCHEMA[field], value) or "",)


def attestations_of(out: Mapping[str, Any], beside: Mapping[str, Any]) -> tuple[Attestation, ...]:
    """Give the attestations that the columns of a row make of the fields of its contact."""
    return tuple(_lines(out, beside)) if any(column in beside for column in VERIFIED_COLUMNS) else ()


def _lines(out: Mapping[str, Any], beside: Mapping[str, Any]) -> Iterator[Attestation]:
    for column, fields in VERIFIED_COLUMNS.items():
        day: dt.date | None = beside.get(column)
        if day is not None:
            for field in fields:
                for text in _texts(field, out[field]) if field in out else ():
                    yield Attestation(field=field, act=AttestationAct.VERIFIED, of=digest_of_value(field, text), on=day)
