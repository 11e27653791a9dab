"""From the totals of a CRM row ("12 orders, 1 240,50 EUR, last on 3 May") to events.

A total is one purchase event with its count, on the day of the last purchase. The first purchase, where it is another
day, is an event of count 0: it is one of those already counted. A sum or a day without a number of orders is at least
one order. Nothing bought is no event.

>>> [(event.count, event.at) for event in purchases(Totals(orders=12, last=dt.date(2026, 5, 3)))]
[(12, datetime.date(2026, 5, 3))]
>>> purchases(Totals(orders=0))
()
"""

from __future__ import annotations

import datetime as dt

import attrs

from contactbase.model.enums import Channel, Direction, EventKind
from contactbase.model.event import Event
from contactbase.normalize.amount import Amount

__all__ = ["Totals", "bounce", "contact_by_person", "purchases"]


@attrs.frozen(kw_only=True)
class Totals:
    """What a row says of all purchases together."""

    orders: int | None = None
    spent: Amount | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def purchases(totals: Totals) -> tuple[Event, ...]:
    """Give the purchase events that a row's totals stand for, the first purchase first."""
    bought = totals.orders or (totals.spent is not None and totals.spent.minor) or totals.last or totals.first
    if not bought:
        return ()
    last = totals.last or totals.first
    total = Event(
        kind=EventKind.PURCHASE,
        at=last,
        amount=totals.spent.minor if totals.spent else None,
        currency=totals.spent.currency if totals.spent else None,
        count=max(totals.orders or 1, 1),
    )
    if totals.first is None or totals.first == last:
        return (total,)
    return (Event(kind=EventKind.PURCHASE, at=totals.first, count=0), total)


def contact_by_person(day: dt.date) -> Event:
    """Give the event behind "last contact by the person": an act of theirs, its kind unknown."""
    return Event(kind=EventKind.CONTACT, at=day)


def bounce(day: dt.date) -> Event:
    """Give the event of an e-mail that came back."""
    return Event(kind=EventKind.BOUNCE, at=day, direction=Direction.FROM_US, channel=Channel.EMAIL)
