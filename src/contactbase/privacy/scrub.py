"""`scrub`: take out who must not come in, before anything is stored: unsubscribed, bounced, complained, erased, twice.

Nothing is edited: a contact is out or stays whole. Who is stopped on one channel but reachable on another stays, with a
finding that says so, because the list will stop the message anyway; with `channel` only that channel counts. A person
who was erased is out in every case. Contacts without an address are never duplicates of one another.

>>> from contactbase.model.contact import Email
>>> from contactbase.privacy.keys import KeyRing
>>> from contactbase.privacy.suppression import SuppressionList
>>> stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
>>> _ = stops.add("lea@example.org", "email", reason=SuppressionReason.OPTOUT, on=dt.date(2026, 3, 1))
>>> base = ContactBase.of([Contact(id="c-1", emails=(Email("Lea@example.org", "lea@example.org"),)), Contact(id="c-2")])
>>> kept, journal = scrub(base, stops, as_of=dt.date(2026, 11, 22))
>>> list(kept), journal.count()
(['c-2'], {'suppression.optout': 1})
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final, overload

import attrs

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.journal import Entry, Journal, Note, Outcome, Rejection, finding
from contactbase.model.record import Record, Records, RecordSet
from contactbase.model.schema import SCHEMA
from contactbase.model.source import SourceRef
from contactbase.model.suppression import Suppressed, SuppressionReason, Suppressor
from contactbase.model.table import forget
from contactbase.normalize.clean import Cleaner, Ids
from contactbase.normalize.infer import infer
from contactbase.privacy.addresses import KINDS_OF, addresses_of

__all__ = ["scrub"]

_ADDRESSING: Final = frozenset(
    "first_name last_name full_name title birth_date company email emails phones mobile landline address postcode city "
    "country".split()
)
"""The fields of a record that say who somebody is and how they are reached."""


@attrs.frozen(eq=False)
class _Gate:
    """Decides contact by contact, remembering the addresses that were let in."""

    stops: Suppressor
    as_of: dt.date
    purpose: Purpose
    channels: tuple[Channel, ...]
    taken: set[tuple[str, str]]

    def __call__(self, contact: Contact) -> tuple[str | None, tuple[Suppressed, ...]]:
        """Give the code of what keeps a contact out (None: it stays), and what the list said by channel."""
        said = tuple(self._judge(contact, channel) for channel in self.channels)
        erased = any(entry.reason is SuppressionReason.ERASURE for one in said for entry in one.entries)
        reached = [one for one in said if one.blocked or one.addresses]
        stopped = [one for one in reached if one.blocked]
        if stopped and (erased or len(stopped) == len(reached)):
            return min((one.entries[0] for one in stopped), key=lambda entry: entry.rank).reason.code, said
        addresses = self.identities(contact)
        if addresses and addresses <= self.taken:
            return "suppression.duplicate", said
        self.taken.update(addresses)
        return None, said

    def _judge(self, contact: Contact, channel: Channel) -> Suppressed:
        return self.stops.judge(contact, channel=channel, purpose=self.purpose, as_of=self.as_of)

    def identities(self, contact: Contact) -> set[tuple[str, str]]:
        """Give what makes a contact the same as another: an address alone on one channel, with the name on all."""
        name = "" if len(self.channels) == 1 else f"{contact.first_name}|{contact.last_name}|".casefold()
        return {
            (channel.value, name + address.forms[0])
            for channel in self.channels
            for address in addresses_of(contact, KINDS_OF[channel])
        }


@overload
def scrub(
    found: ContactBase,
    stops: Suppressor,
    *,
    as_of: dt.date,
    channel: Channel | None = None,
    purpose: Purpose = Purpose.MARKETING,
    known: Mapping[str, Contact] | None = None,
    region: str = "FR",
) -> Outcome[ContactBase]: ...


@overload
def scrub(
    found: Records | Iterable[Record | Mapping[str, str]],
    stops: Suppressor,
    *,
    as_of: dt.date,
    channel: Channel | None = None,
    purpose: Purpose = Purpose.MARKETING,
    known: Mapping[str, Contact] | None = None,
    region: str = "FR",
) -> Outcome[Records]: ...


def scrub(
    found: ContactBase | Records | Iterable[Record | Mapping[str, str]],
    stops: Suppressor,
    *,
    as_of: dt.date,
    channel: Channel | None = None,
    purpose: Purpose = Purpose.MARKETING,
    known: Mapping[str, Contact] | None = None,
    region: str = "FR",
) -> Outcome[ContactBase] | Outcome[Records]:
    """Give a base, or records that are not cleaned yet, without those who must not come in.

    `channel` is the one that they are meant for (None: all, and out is who is stopped on every one by which they could
    be reached); `known` is what is stored already, whose contacts make newcomers duplicates; `region` is the country of
    national numbers in records. The journal names everybody who is out: a contact by its id in a finding, a record by
    its place in a rejection that does not hold its cells.
    """
    channels = (channel,) if channel is not None else tuple(Channel)
    gate = _Gate(stops, as_of, purpose, channels, set())
    for contact in (known or {}).values():
        gate.taken.update(gate.identities(contact))
    entries: list[Entry] = []
    if isinstance(found, ContactBase):
        kept = [contact for contact in found.values() if _stays(contact, gate, entries.append)]
        return Outcome(ContactBase.of(kept), Journal(tuple(entries)))
    records = found if isinstance(found, Records) else Records((_part(found),))
    parts = tuple(_scrubbed(part, gate, entries.append, region, as_of) for part in records.parts)
    return Outcome(Records(parts), Journal(tuple(entries)))


def _stays(contact: Contact, gate: _Gate, note: Note, source: SourceRef | None = None) -> bool:
    code, said = gate(contact)
    if code is not None:
        if source is None:
            note(finding(code, contact=contact.id))
        else:
            note(Rejection(source=source, code=code, cells=()))
        return False
    for channel, one in zip(gate.channels, said, strict=True):
        if one.entries:
            note(
                finding(
                    "suppression.partly",
                    contact=contact.id,
                    source=source,
                    channel=channel.value,
                    reason=one.entries[0].reason.value,
                )
            )
    return True


def _scrubbed(part: RecordSet, gate: _Gate, note: Note, region: str, as_of: dt.date) -> RecordSet:
    hints, _ = infer(part, region=region, as_of=as_of, schema=SCHEMA)
    clean = Cleaner(part, hints, forget, as_of=as_of, schema=SCHEMA, watch=None)
    names, kept = Ids(), []
    for record in part.records(note):
        addressing = {field: text for field, text in record.values.items() if field in _ADDRESSING}
        contact = clean(Record(record.source, addressing), names(record))
        if contact is None or _stays(contact, gate, note, record.source):
            kept.append(record)
    return attrs.evolve(part, read=lambda _note: iter(kept))


def _part(records: Iterable[Record | Mapping[str, str]]) -> RecordSet:
    kept = [
        record if isinstance(record, Record) else Record(SourceRef(file="", row=number), dict(record))
        for number, record in enumerate(records, start=1)
    ]
    fields = dict.fromkeys(field for record in kept for field in record.values)
    columns = {field: (field,) for field in fields}
    return RecordSet(file="", layout="mapping", columns=columns, hints={}, read=lambda _note: iter(kept))
