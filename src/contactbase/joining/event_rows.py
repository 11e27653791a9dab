"""From the rows of a list of events to events: one row, one event.

What we or the network do (a message, a delivery, a bounce) comes from us, anything else from the person.

>>> from contactbase.joining.keyed import Keys
>>> from contactbase.layouts.orders.events import EVENTS
>>> line = Line(row=1, keys=Keys(email="lea@example.org"), reference=None, day=dt.date(2026, 5, 3), event="clic")
>>> event_of(line, EVENTS.kinds).kind.value
'click'
>>> event_of(line._replace(event="danse"), EVENTS.kinds)
'orders.event-unknown'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from contactbase.joining.line import Line
from contactbase.layouts.orders.layout import ColumnRole
from contactbase.model.enums import Channel, Direction, EventKind
from contactbase.model.event import Event
from contactbase.model.recipient import TRAFFIC

__all__ = ["event_of", "refusal_of"]

_CHANNELS: Final[Mapping[str, Channel]] = {
    **{channel.value: channel for channel in Channel},
    "mail": Channel.EMAIL,
    "e mail": Channel.EMAIL,
    "courriel": Channel.EMAIL,
    "courrier": Channel.POST,
    "letter": Channel.POST,
    "telephone": Channel.PHONE,
    "texto": Channel.SMS,
}


def refusal_of(line: Line, as_of: dt.date) -> str | None:
    """Give the code of what is missing from a row, or of a day to come."""
    if not line.keys:
        return "orders.no-customer"
    if line.day is None:
        return "orders.no-day"
    return "orders.in-future" if line.day > as_of else None


def event_of(line: Line, kinds: Mapping[str, EventKind]) -> Event | str:
    """Give the event of a row; the code of what is wrong where its word is not known."""
    kind = kinds.get(line.event or "")
    channel = _CHANNELS.get(line.channel) if line.channel else None
    if kind is None:
        return "orders.event-unknown"
    if line.channel and channel is None:
        return "orders.channel-unknown"
    amount = line.money.get(ColumnRole.AMOUNT)
    if kind is EventKind.PURCHASE and amount is not None and amount.minor < 0:
        return "orders.negative"
    return Event(
        kind=kind,
        at=line.day,
        direction=Direction.FROM_US if kind in TRAFFIC else Direction.FROM_PERSON,
        amount=None if amount is None else amount.minor,
        currency=None if amount is None else amount.currency,
        product=line.texts.get(ColumnRole.PRODUCT),
        category=line.texts.get(ColumnRole.CATEGORY),
        channel=channel,
        campaign=line.texts.get(ColumnRole.CAMPAIGN),
        reference=line.reference,
        link=line.texts.get(ColumnRole.LINK),
    )
