"""A contact whole as a JSON object: what the journal keeps of absorbed and removed contacts.

>>> contact_from_json(contact_to_json(Contact(id="c-1", city="Lyon"))).city
'Lyon'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

import attrs

from contactbase.model.attestation import Attestation
from contactbase.model.canonical import compact_attestation, compact_consent, compact_event, plain
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import (
    AttestationAct,
    Channel,
    ConsentStatus,
    Direction,
    EventKind,
    LegalBasis,
    PhoneKind,
    Purpose,
)
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA, FieldKind, Role

__all__ = ["contact_from_json", "contact_to_json", "field_from_json", "field_to_json"]

_Decoder = Callable[[Any], object]

_ENCODE: Final[Mapping[str, _Decoder]] = {
    "interests": sorted,
    "tags": sorted,
    "emails": lambda values: [[email.address, email.key] for email in values],
    "phones": lambda values: [[phone.e164, phone.kind, phone.region, phone.extension] for phone in values],
    "attestations": lambda values: [*map(compact_attestation, values)],
    "consents": lambda values: [*map(compact_consent, values)],
    "events": lambda values: [*map(compact_event, values)],
    "custom": lambda pairs: [[name, type(value).__name__, plain(value)] for name, value in pairs],
    "extra": lambda pairs: [list(pair) for pair in pairs],
}


def contact_to_json(contact: Contact) -> dict[str, object]:
    """Give a contact whole, as a JSON object without its empty fields; `contact_from_json` gives it back equal."""
    found: dict[str, object] = {"id": contact.id}
    for field in attrs.fields(Contact):
        if getattr(contact, field.name) != field.default:
            found[field.name] = field_to_json(field.name, getattr(contact, field.name))
    return found


def _enums(**kinds: type[StrEnum]) -> dict[str, _Decoder]:
    return dict(kinds)


_DATES: Final[dict[str, _Decoder]] = dict.fromkeys(("at", "recorded_on", "expires_on", "on"), dt.date.fromisoformat)
_CONSENT: Final = _DATES | _enums(channel=Channel, status=ConsentStatus, purpose=Purpose, basis=LegalBasis)
_ATTESTATION: Final = _DATES | _enums(act=AttestationAct)
_EVENT: Final = _DATES | _enums(kind=EventKind, direction=Direction, channel=Channel)


def _decoded(found: Mapping[str, Any], decode: Mapping[str, _Decoder]) -> dict[str, Any]:
    return {name: decode[name](value) if name in decode else value for name, value in found.items()}


def _custom_value(kind: str, value: Any) -> object:
    return dt.date.fromisoformat(value) if kind == "date" else value


_STORED: Final = SCHEMA.of_role(Role.STORED)
_DECODE: Final[dict[str, _Decoder]] = {
    "interests": frozenset,
    "tags": frozenset,
    "address": tuple,
    "emails": lambda values: tuple(Email(*value) for value in values),
    "phones": lambda values: tuple(
        Phone(e164, PhoneKind(kind), region, extension) for e164, kind, region, extension in values
    ),
    "attestations": lambda values: tuple(Attestation(**_decoded(value, _ATTESTATION)) for value in values),
    "consents": lambda values: tuple(ConsentRecord(**_decoded(value, _CONSENT)) for value in values),
    "events": lambda values: tuple(Event(**_decoded(value, _EVENT)) for value in values),
    "custom": lambda values: tuple((name, _custom_value(kind, value)) for name, kind, value in values),
    "extra": lambda values: tuple((name, value) for name, value in values),
}
_DECODE.update({field.name: dt.date.fromisoformat for field in _STORED if field.kind is FieldKind.DATE})
_DECODE.update({field.name: field.values for field in _STORED if field.values is not None})


def contact_from_json(found: Mapping[str, Any]) -> Contact:
    """Make a contact of what `contact_to_json` gave."""
    return Contact(**_decoded(found, _DECODE))


def field_to_json(name: str, value: Any) -> object:
    """Give one field's value in its JSON form; `field_from_json` gives it back equal."""
    return _ENCODE.get(name, plain)(value)


def field_from_json(name: str, found: Any) -> Any:
    """Make one field's value of its JSON form; ValueError, TypeError or KeyError where it is none."""
    return _DECODE[name](found) if name in _DECODE else found
