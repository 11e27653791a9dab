"""Rectification, restriction and objection (GDPR art. 16, 18, 21): what a person may have changed short of erasure.

A rectified value goes through the same normalizers as any other; what they refuse changes nothing and is said. A
restriction marks the contact and forbids every channel until it is lifted by hand. An objection forbids and is written
into the consent ledger too, so that the two never say different things.

>>> base = ContactBase.of([Contact(id="c-1", last_name="Durand", city="Lyon")])
>>> changed, journal = rectify(base, "c-1", {"city": "villeurbanne"}, as_of=dt.date(2026, 11, 22))
>>> changed["c-1"].city, journal.count()
('Villeurbanne', {'rights.rectified': 1})
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.canonical import contact_texts
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, Purpose, Severity
from contactbase.model.journal import Changes, Entry, Journal, Outcome, finding
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.model.suppression import AddressKind, SuppressionReason, SuppressionScope
from contactbase.normalize.clean import clean
from contactbase.privacy.addresses import addresses_of
from contactbase.privacy.suppression import SuppressionList, refuse_personal

__all__ = ["RESTRICTED", "rectify", "register_objection", "restrict", "unrestrict"]

RESTRICTED: Final = "gdpr restricted"
"""The tag of a contact whose data may be stored and used for nothing."""

_IDENTIFYING: Final = ("first_name", "last_name", "company", "country", "postcode")
_NOT_BY_TEXT: Final = frozenset({"id", "consents", "events"})


def rectify(
    base: ContactBase,
    contact_id: str,
    values: Mapping[str, str],
    *,
    as_of: dt.date,
    region: str = "FR",
    schema: Schema = SCHEMA,
) -> Outcome[ContactBase]:
    """Put other values in the place of a contact's, as the person states them; an empty text takes a value out.

    `values` maps stored fields to text. A value that is refused leaves its field as it was, with a finding. The journal
    holds the texts before and after. PrivacyError for a field that is not stored, and for an id that is not there.
    """
    contact = _found(base, contact_id)
    for name in values:
        if name not in schema or schema[name].role is not Role.STORED or name in _NOT_BY_TEXT:
            raise PrivacyError(
                f"{name!r} cannot be rectified. Name a stored field, such as last_name, phones or address."
            )
    held = contact_texts(contact)
    row = {name: held[name] for name in _IDENTIFYING if name in held} | {
        name: text for name, text in values.items() if text
    }
    read, journal = clean([row | {"id": contact_id}], region=region, as_of=as_of, schema=schema)
    refused = {found.field: found.code for found in journal.findings if found.severity is Severity.ERROR}
    again = next(iter(read.values()), Contact(id=contact_id))
    empty = Contact(id=contact_id)
    new: dict[str, object] = {}
    entries: list[Entry] = []
    for name, text in values.items():
        value = getattr(again, name)
        if text and (name in refused or value == getattr(empty, name)):
            entries.append(finding("rights.not-rectified", field=name, contact=contact_id, why=refused.get(name, "?")))
        else:
            new[name] = value if text else getattr(empty, name)
    after = attrs.evolve(contact, **new)  # type: ignore[arg-type]  # values of the same fields
    texts = contact_texts(after)
    changed = tuple((name, held.get(name), texts.get(name)) for name in new if held.get(name) != texts.get(name))
    if changed:
        entries += [
            Changes(contact_id, None, changed),
            finding("rights.rectified", contact=contact_id, count=len(changed)),
        ]
    return Outcome(_with(base, after), Journal(tuple(entries)))


def restrict(
    base: ContactBase, contact_id: str, stops: SuppressionList, *, on: dt.date, source: str = ""
) -> Outcome[ContactBase]:
    """Let the data of a contact be stored and used for nothing (art. 18): tag it and forbid every channel."""
    contact = _found(base, contact_id)
    stops.add_contact(contact, reason=SuppressionReason.LEGAL, on=on, source=source)
    marked = attrs.evolve(contact, tags=contact.tags | {RESTRICTED})
    return Outcome(_with(base, marked), Journal((finding("rights.restricted", contact=contact_id),)))


def unrestrict(base: ContactBase, contact_id: str, stops: SuppressionList, *, note: str) -> Outcome[ContactBase]:
    """Lift a restriction, with the note that says why; the person is told before (art. 18(3)).

    Other prohibitions of the contact stand, and so does what another restricted contact shares with it (a number of the
    household). PrivacyError without a note.
    """
    contact = _found(base, contact_id)
    if not refuse_personal(note, "note").strip():
        raise PrivacyError("Lifting a restriction needs a note that says why, as note=...")
    others = [who for who in base.values() if RESTRICTED in who.tags and who.id != contact_id]
    shared = {(kind, one.forms) for who in others for kind in AddressKind for one in addresses_of(who, kind)}
    entries: list[Entry] = []
    for kind in AddressKind:
        for address in addresses_of(contact, kind):
            for entry in list(stops.find(kind, address)) if (kind, address.forms) not in shared else ():
                if entry.reason is SuppressionReason.LEGAL:
                    stops.remove(entry)
                    entries.append(finding("suppression.lifted", contact=contact_id, reason="legal", cause="by_hand"))
    return Outcome(_with(base, attrs.evolve(contact, tags=contact.tags - {RESTRICTED})), Journal(tuple(entries)))


def register_objection(
    base: ContactBase,
    contact_id: str,
    stops: SuppressionList,
    *,
    on: dt.date,
    purpose: Purpose = Purpose.MARKETING,
    channels: Iterable[Channel] = Channel,
    source: str = "",
) -> Outcome[ContactBase]:
    """Record that a person objects to a purpose, on all channels or some (art. 21): on the list and in the ledger."""
    contact = _found(base, contact_id)
    chosen = tuple(channels)
    made = tuple(_forbidden(contact, stops, on, purpose, chosen, source))
    said = tuple(
        ConsentRecord(channel=channel, status=ConsentStatus.WITHDRAWN, purpose=purpose, at=on, recorded_on=on)
        for channel in chosen
    )
    new = tuple(record for record in said if record not in contact.consents)
    after = attrs.evolve(contact, consents=(*contact.consents, *new)) if new else contact
    entry = finding("rights.objected", contact=contact_id, purpose=purpose.value, count=len(made))
    return Outcome(_with(base, after), Journal((entry,)))


def _forbidden(
    contact: Contact, stops: SuppressionList, on: dt.date, purpose: Purpose, channels: tuple[Channel, ...], source: str
) -> Iterator[object]:
    everywhere = set(channels) == set(Channel)
    for channel in channels:
        scope = SuppressionScope(purpose=purpose, channel=None if everywhere else channel)
        kinds = (AddressKind(channel.value), AddressKind.PERSON)
        yield from stops.add_contact(
            contact, reason=SuppressionReason.OPTOUT, on=on, kinds=kinds, scope=scope, source=source
        )


def _found(base: ContactBase, contact_id: str) -> Contact:
    if contact_id not in base:
        raise PrivacyError(f"There is no contact {contact_id!r} in this base.")
    return base[contact_id]


def _with(base: ContactBase, contact: Contact) -> ContactBase:
    return ContactBase(dict(base) | {contact.id: contact})
