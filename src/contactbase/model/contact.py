"""The values of a contact: what was understood of a person, as flat frozen data.

`repr` shows the id and nothing personal. An empty tuple, an empty set or None means *unknown*.

>>> Contact(id="c-1", first_name="Léa", city="Lyon")
Contact(id='c-1')
"""

from __future__ import annotations

import datetime as dt

import attrs

from contactbase.model.attestation import Attestation
from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import (
    Channel,
    CollectionSource,
    ContactKind,
    Origin,
    PhoneKind,
    Relationship,
    Sex,
)
from contactbase.model.event import Event

__all__ = ["Contact", "Email", "Phone"]


@attrs.frozen(weakref_slot=False)
class Phone:
    """A number in E.164 (ITU-T E.164), its kind and the ISO 3166-1 alpha-2 region that it belongs to."""

    e164: str = attrs.field(repr=False)
    kind: PhoneKind = PhoneKind.UNKNOWN
    region: str | None = None
    extension: str | None = attrs.field(default=None, repr=False)


@attrs.frozen(weakref_slot=False)
class Email:
    """An address as it will be written to, and the key by which two spellings of it are one mailbox."""

    address: str = attrs.field(repr=False)
    key: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Contact:
    """One person or professional. Every field but `id` may be unknown; names as in `contactbase.schema`."""

    id: str
    title: str | None = attrs.field(default=None, repr=False)
    first_name: str | None = attrs.field(default=None, repr=False)
    last_name: str | None = attrs.field(default=None, repr=False)
    birth_name: str | None = attrs.field(default=None, repr=False)
    couple: bool | None = attrs.field(default=None, repr=False)
    birth_date: dt.date | None = attrs.field(default=None, repr=False)
    sex: Sex | None = attrs.field(default=None, repr=False)
    language: str | None = attrs.field(default=None, repr=False)
    household: str | None = attrs.field(default=None, repr=False)
    relationship: Relationship | None = attrs.field(default=None, repr=False)
    kind: ContactKind | None = attrs.field(default=None, repr=False)
    company: str | None = attrs.field(default=None, repr=False)
    siren: str | None = attrs.field(default=None, repr=False)
    siret: str | None = attrs.field(default=None, repr=False)
    vat: str | None = attrs.field(default=None, repr=False)
    activity: str | None = attrs.field(default=None, repr=False)
    socio_category: str | None = attrs.field(default=None, repr=False)
    interests: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    emails: tuple[Email, ...] = attrs.field(default=(), repr=False)
    phones: tuple[Phone, ...] = attrs.field(default=(), repr=False)
    address: tuple[str, ...] = attrs.field(default=(), repr=False)
    postcode: str | None = attrs.field(default=None, repr=False)
    city: str | None = attrs.field(default=None, repr=False)
    department: str | None = attrs.field(default=None, repr=False)
    country: str | None = attrs.field(default=None, repr=False)
    tags: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    origin: Origin | None = attrs.field(default=None, repr=False)
    supplier: str | None = attrs.field(default=None, repr=False)
    rental_end: dt.date | None = attrs.field(default=None, repr=False)
    collected_on: dt.date | None = attrs.field(default=None, repr=False)
    source: CollectionSource | None = attrs.field(default=None, repr=False)
    relationship_end: dt.date | None = attrs.field(default=None, repr=False)
    verified_on: dt.date | None = attrs.field(default=None, repr=False)
    preferred_channel: Channel | None = attrs.field(default=None, repr=False)
    attestations: tuple[Attestation, ...] = attrs.field(default=(), repr=False)
    consents: tuple[ConsentRecord, ...] = attrs.field(default=(), repr=False)
    events: tuple[Event, ...] = attrs.field(default=(), repr=False)
    custom: tuple[tuple[str, object], ...] = attrs.field(default=(), repr=False)
    extra: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)
