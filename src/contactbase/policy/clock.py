"""Clocks: the day from which a period of retention runs.

Only what the person does moves a clock: an act after the start (see `model.activity`) is a later start. What we send,
import, open, merge or verify never does.

>>> from contactbase.model.event import Event
>>> acts = (Event(kind=EventKind.CLICK, at=dt.date(2025, 3, 1)), Event(kind=EventKind.OPEN, at=dt.date(2026, 1, 1)))
>>> start_of(Contact(id="c-1", collected_on=dt.date(2024, 1, 1), events=acts), (Clock.COLLECTED_ON,))
Start(day=datetime.date(2025, 3, 1), clock=<Clock.LAST_CONTACT_BY_PERSON: 'last_contact_by_person'>)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from contactbase.model.activity import last_act_of_person
from contactbase.model.contact import Contact
from contactbase.model.enums import Direction, EventKind

__all__ = ["FIELDS_OF", "TEXT_OF", "Clock", "Start", "start_of"]


class Clock(StrEnum):
    """What a period runs from, under the names of the fields."""

    LAST_CONTACT_BY_PERSON = "last_contact_by_person"
    COLLECTED_ON = "collected_on"
    RELATIONSHIP_END = "relationship_end"
    LAST_PURCHASE = "last_purchase"


class Start(NamedTuple):
    """The day a period runs from, and the clock that says so."""

    day: dt.date
    clock: Clock


def _last_purchase(contact: Contact) -> dt.date | None:
    bought = (
        event.at
        for event in contact.events
        if event.kind is EventKind.PURCHASE and event.direction is Direction.FROM_PERSON and event.at is not None
    )
    return max(bought, default=None)


_READ: Final[Mapping[Clock, Callable[[Contact], dt.date | None]]] = {
    Clock.COLLECTED_ON: lambda contact: contact.collected_on,
    Clock.RELATIONSHIP_END: lambda contact: contact.relationship_end,
    Clock.LAST_PURCHASE: _last_purchase,
}


TEXT_OF: Final[Mapping[Clock, str]] = {
    Clock.LAST_CONTACT_BY_PERSON: "last_contact_by_person",
    Clock.COLLECTED_ON: "collected_on",
    Clock.RELATIONSHIP_END: "relationship_end",
    Clock.LAST_PURCHASE: "max(purchases.at where direction = from_person)",
}
"""Each clock as the segment language says it."""

FIELDS_OF: Final[Mapping[Clock, tuple[str, ...]]] = {
    Clock.LAST_CONTACT_BY_PERSON: ("events", "consents"),
    Clock.COLLECTED_ON: ("collected_on", "events", "consents"),
    Clock.RELATIONSHIP_END: ("relationship_end", "events", "consents"),
    Clock.LAST_PURCHASE: ("events", "consents"),
}
"""The stored fields that each clock reads: its own, and those by which an act of the person moves it."""


def start_of(contact: Contact, clocks: Iterable[Clock]) -> Start | None:
    """Give the start by the first of the clocks that is known, or by a later act of the person; None when none is."""
    act = last_act_of_person(contact) if contact.events or contact.consents else None
    for clock in clocks:
        day = act if clock is Clock.LAST_CONTACT_BY_PERSON else _READ[clock](contact)
        if day is not None:
            return Start(act, Clock.LAST_CONTACT_BY_PERSON) if act is not None and act > day else Start(day, clock)
    return None
