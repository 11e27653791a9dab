"""What became of one campaign for one contact, read from their events: sent, arrived or not, and what the person did.

The unit is the recipient, not the message: a contact counts once however many rows a provider reports. What is known
last holds: of a delivery and a bounce of one day the bounce, and whatever a recipient did (a click, an answer, an
unsubscription, a complaint) shows that the message had arrived. Undated events come before dated ones.

>>> from contactbase.model.contact import Contact
>>> from contactbase.model.event import Event
>>> def event(kind, day, **more):
...     us = kind in ("message", "delivery", "bounce")
...     direction = Direction.FROM_US if us else Direction.FROM_PERSON
...     return Event(
...         kind=EventKind(kind), at=dt.date(2026, 3, day), channel=Channel.SMS, campaign="spring", direction=direction
...     )
>>> lea = Contact(id="c-1", events=(event("delivery", 2), event("click", 3)))
>>> found = recipient_of(lea, campaign="spring", channel=Channel.SMS, as_of=dt.date(2026, 3, 31))
>>> found.arrival.value, found.sent_on.isoformat(), sorted(found.acts)
('delivered', '2026-03-02', [<EventKind.CLICK: 'click'>])
>>> recipient_of(lea, campaign="spring", channel=Channel.EMAIL, as_of=dt.date(2026, 3, 31)) is None
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Direction, EventKind
from contactbase.model.event import Event

__all__ = ["RESPONSES", "TRAFFIC", "Arrival", "Recipient", "recipient_of"]


class Arrival(StrEnum):
    """Whether a message arrived: reported or shown by an act, reported as failed, or nobody said."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    UNREPORTED = "unreported"


TRAFFIC: Final = frozenset({EventKind.MESSAGE, EventKind.DELIVERY, EventKind.BOUNCE})
"""What we and the network do with a message (`Direction.FROM_US`)."""

RESPONSES: Final = frozenset(
    {EventKind.OPEN, EventKind.CLICK, EventKind.REPLY, EventKind.UNSUBSCRIBE, EventKind.COMPLAINT}
)
"""What a recipient does with it."""

_ORDER: Final = {EventKind.DELIVERY: 0, EventKind.BOUNCE: 1}
_ACT: Final = 2


@attrs.frozen(kw_only=True)
class Recipient:
    """One contact of one campaign and channel.

    `sent_on` is the first day on which it is known to have been sent (None: undated); `acts` what the person did;
    `links` the links that were clicked, each as often as it was (None: the report did not say which); `reported` tells
    whether the arrival was reported, and not concluded from an act.
    """

    contact: str
    sent_on: dt.date | None
    arrival: Arrival
    reported: bool
    acts: frozenset[EventKind] = frozenset()
    links: tuple[tuple[str | None, int], ...] = attrs.field(default=(), repr=False)

    @property
    def delivered(self) -> bool:
        """Whether the message arrived."""
        return self.arrival is Arrival.DELIVERED


def recipient_of(contact: Contact, *, campaign: str, channel: Channel, as_of: dt.date) -> Recipient | None:
    """Give what became of a campaign for a contact, as known on a day; None for somebody it was not sent to."""
    events = [event for event in contact.events if _is_about(event, campaign, channel, as_of)]
    if not events:
        return None
    last = max((_place(event) for event in events if _speaks(event)), default=None)
    arrival = Arrival.UNREPORTED
    if last is not None:
        arrival = Arrival.BOUNCED if last[1] == _ORDER[EventKind.BOUNCE] else Arrival.DELIVERED
    return Recipient(
        contact=contact.id,
        sent_on=_sent_on(events),
        arrival=arrival,
        reported=any(event.kind in _ORDER for event in events),
        acts=frozenset(event.kind for event in events if event.kind in RESPONSES),
        links=_links(events),
    )


def _is_about(event: Event, campaign: str, channel: Channel, as_of: dt.date) -> bool:
    if event.campaign != campaign or event.channel is not channel or (event.at is not None and event.at > as_of):
        return False
    return event.kind in RESPONSES or (event.kind in TRAFFIC and event.direction is Direction.FROM_US)


def _speaks(event: Event) -> bool:
    """Tell whether an event says that the message arrived or did not."""
    return event.kind is not EventKind.MESSAGE


def _place(event: Event) -> tuple[dt.date, int]:
    return event.at or dt.date.min, _ORDER.get(event.kind, _ACT)


def _sent_on(events: Sequence[Event]) -> dt.date | None:
    for kinds in ({EventKind.MESSAGE}, TRAFFIC, RESPONSES):
        days = [event.at for event in events if event.kind in kinds and event.at is not None]
        if days:
            return min(days)
    return None


def _links(events: Iterable[Event]) -> tuple[tuple[str | None, int], ...]:
    counts: dict[str | None, int] = {}
    for event in events:
        if event.kind is EventKind.CLICK:
            counts[event.link] = counts.get(event.link, 0) + max(event.count, 1)
    return tuple(sorted(counts.items(), key=lambda pair: (pair[0] is None, pair[0] or "")))
