"""`attach`: put the events that came back from a campaign into the histories of the contacts of a base.

What was read (`read_reports`, `read_dsn`, `read_feedback`) names addresses; a contact has the event when it has the
address. Where several contacts share it, the first of the base has it, because one message was sent. An event that a
contact already has is not added again, so attaching a report twice changes nothing. Undoable: `cb.undo`.

>>> from contactbase.campaign.delivery_report import read_reports
>>> from contactbase.model.contact import Phone
>>> from contactbase.model.enums import Channel
>>> from contactbase.model.replay import undo
>>> base = ContactBase.of([Contact(id="c-1", phones=(Phone("+33612345678"),))])
>>> rows = [{"to": "0612345678", "status": "DELIVRD", "date": "2026-03-02"}]
>>> reported = read_reports(rows, channel=Channel.SMS, campaign="spring").value
>>> after, journal = attach(base, reported)
>>> [event.kind.value for event in after["c-1"].events], [one.reason for one in journal.entries]
(['delivery'], ['results.attached'])
>>> attach(after, reported).value is after
True
>>> dict(undo(after, journal)) == dict(base)
True
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import attrs

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.event import Event, unheld
from contactbase.model.hints import Hints
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.replay import amended
from contactbase.normalize import email

__all__ = ["Returning", "attach"]


class Returning(Protocol):
    """Something that came back: an address in normal form, and the event that it is (None: none)."""

    @property
    def address(self) -> str:
        """The address that was written to."""

    @property
    def event(self) -> Event | None:
        """The event for the history of the contact."""


def attach(base: ContactBase, returned: Iterable[Returning], *, campaign: str | None = None) -> Outcome[ContactBase]:
    """Give the base with the events of what came back; the journal holds each contact as it was.

    `campaign` names the campaign of events that name none. Findings count what found no contact, and several.
    """
    held = _addresses(base)
    added: dict[str, list[Event]] = {}
    odd: Counter[str] = Counter()
    for one in returned:
        event = one.event
        if event is None:
            continue
        ids = held.get(_key(one.address), ())
        if len(ids) != 1:
            odd["results.address-shared" if ids else "results.address-unknown"] += 1
        if ids:
            named = attrs.evolve(event, campaign=campaign) if event.campaign is None and campaign else event
            added.setdefault(ids[0], []).append(named)
    contacts, entries = _with_events(base, added)
    entries += [finding(code, count=count) for code, count in sorted(odd.items())]
    changed = any(contacts[contact] is not base[contact] for contact in added)
    return Outcome(ContactBase(contacts) if changed else base, Journal(tuple(entries)))


def _with_events(base: ContactBase, added: Mapping[str, Sequence[Event]]) -> tuple[dict[str, Contact], list[Entry]]:
    contacts, entries = dict(base), list[Entry]()
    for contact in base.values():
        told = added.get(contact.id, ())
        fresh = unheld(Counter(contact.events), told) if told else []
        if fresh:
            contacts[contact.id] = after = attrs.evolve(contact, events=(*contact.events, *fresh))
            entries.append(amended(contact, after, "results.attached"))
    return contacts, entries


def _addresses(base: ContactBase) -> dict[str, tuple[str, ...]]:
    """Give the ids of the contacts of each address, in the order of the base."""
    held: dict[str, tuple[str, ...]] = {}
    for contact in base.values():
        keys = (*(phone.e164 for phone in contact.phones), *(mailbox.key for mailbox in contact.emails))
        for key in dict.fromkeys(keys):
            held[key] = (*held.get(key, ()), contact.id)
    return held


def _key(address: str) -> str:
    """Give the key of an address: of a mailbox the one by which two spellings are one, of a number its E.164."""
    found = email.normalize(address, Hints()).values if "@" in address else ()
    return found[0].key if len(found) == 1 else address
