"""How much a person, or a household, got lately over all channels: one figure, and where it comes from (R74).

No source gives weights to channels, so that each message counts one unless you say otherwise. A message counts on its
day; undated ones are told apart, since nobody knows whether they are recent.

>>> from contactbase.model.enums import EventKind
>>> from contactbase.model.event import Event
>>> sent = Event(kind=EventKind.MESSAGE, at=dt.date(2026, 3, 1), direction=Direction.FROM_US, channel=Channel.SMS)
>>> pressure_on(Contact(id="c-1", events=(sent,)), on=dt.date(2026, 3, 2), weights={Channel.SMS: 2})
Pressure(score=2, days=30, by_channel=((<Channel.SMS: 'sms'>, 1),), undated=0)
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from contactbase.campaign.frequency import sent_to
from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Direction, EventKind

__all__ = ["Pressure", "pressure_on"]


@attrs.frozen(kw_only=True)
class Pressure:
    """Messages in the last `days` days, the day itself included: weighted as `score`, and counted by channel.

    A channel None is not known; `undated` are messages without a day, which the score leaves out.
    """

    score: int
    days: int
    by_channel: tuple[tuple[Channel | None, int], ...]
    undated: int = 0

    @property
    def messages(self) -> int:
        """How many there were."""
        return sum(count for _, count in self.by_channel)


def pressure_on(
    contacts: Contact | Iterable[Contact],
    *,
    on: dt.date,
    days: int = 30,
    weights: Mapping[Channel, int] | None = None,
) -> Pressure:
    """Give the pressure on a contact, or on several together (a household), as of a day.

    `weights` are of one message of a channel (without them, and for an unknown channel, 1). MessageError below one day.
    """
    if days < 1:
        raise MessageError(f"A pressure over {days} days says nothing. Give 1 or more.")
    people = (contacts,) if isinstance(contacts, Contact) else tuple(contacts)
    counts: Counter[Channel | None] = Counter()
    for sent in (sent for contact in people for sent in sent_to(contact)):
        if 0 <= (on - sent.on).days < days:
            counts[sent.channel] += 1
    ordered = tuple((channel, counts[channel]) for channel in (*Channel, None) if counts[channel])
    return Pressure(
        score=sum((weights or {}).get(channel, 1) * count if channel else count for channel, count in ordered),
        days=days,
        by_channel=ordered,
        undated=sum(_undated(contact) for contact in people),
    )


def _undated(contact: Contact) -> int:
    return sum(
        event.count
        for event in contact.events
        if event.at is None and event.kind is EventKind.MESSAGE and event.direction is Direction.FROM_US
    )
