"""Web events may be used only where the person permits tracking, which is another purpose than marketing (R14).

What a visitor looked at is known through cookies and the like, and reading those takes consent (CNIL, guidelines and
recommendation on cookies, 17 September 2020). So an event of this kind is usable when the ledger permits the purpose
`tracking` both on the day it happened and on the day of use: a consent that came later does not cover it, and after a
withdrawal it is used no more. An event without a day is never usable. Consent to tracking is asked for a browser, not
for a channel, so the records of all channels count together, and the most restrictive one wins.

>>> seen = Event(kind=EventKind.PAGE_VIEW, at=dt.date(2026, 5, 3))
>>> base = ContactBase.of([Contact(id="c-1", events=(seen,))])
>>> usable, journal = permitted_events(base, as_of=dt.date(2026, 11, 22))
>>> usable["c-1"].events, journal.count()
((), {'tracking.events-left-out': 1})
>>> from contactbase.model.replay import undo
>>> dict(undo(usable, journal)) == dict(base)
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import attrs

from contactbase.model.activity import WEB_EVENTS
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import EventKind, Purpose
from contactbase.model.event import Event
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.replay import amended
from contactbase.policy.standing import Answer, standing

__all__ = ["may_track", "permitted_events"]


def may_track(contact: Contact, *, as_of: dt.date) -> bool:
    """Tell whether a contact permits tracking as of a day: at least one channel says yes, and none says no."""
    records = [record for record in contact.consents if record.purpose is Purpose.TRACKING]
    answers = {
        standing(records, channel=channel, purpose=Purpose.TRACKING, as_of=as_of).decision
        for channel in dict.fromkeys(record.channel for record in records)
    }
    return Answer.ALLOW in answers and Answer.DENY not in answers


def permitted_events(
    base: ContactBase, *, as_of: dt.date, kinds: Collection[EventKind] = WEB_EVENTS
) -> Outcome[ContactBase]:
    """Give a base without the web events that may not be used as of a day; `undo` gives them back.

    `kinds` are the events that take consent to tracking. Contacts of whom nothing is left out are the same objects. Use
    the result for segments and aggregates over behaviour, and keep the base itself for everything else.
    """
    entries: list[Entry] = []
    contacts = dict(base)
    for contact in base.values():
        if any(event.kind in kinds for event in contact.events):
            kept = _usable(contact, frozenset(kinds), as_of)
            left_out = len(contact.events) - len(kept)
            if left_out:
                contacts[contact.id] = less = attrs.evolve(contact, events=kept)
                entries.append(amended(contact, less, "tracking.events-left-out"))
                entries.append(finding("tracking.events-left-out", field="events", contact=contact.id, count=left_out))
    return Outcome(ContactBase(contacts), Journal(tuple(entries)))


def _usable(contact: Contact, kinds: frozenset[EventKind], as_of: dt.date) -> tuple[Event, ...]:
    now = may_track(contact, as_of=as_of)
    days = {event.at for event in contact.events if event.kind in kinds and event.at is not None and event.at <= as_of}
    permitted = {day for day in days if now and may_track(contact, as_of=day)}
    return tuple(event for event in contact.events if event.kind not in kinds or event.at in permitted)
