"""From the totals of a CRM row ("12 orders, 1 240,50 EUR, last on 3 May") to events.

The number of purchases is never invented. A stated number of orders is the count of one event, on the day of the last
purchase, with the total amount. The first purchase, where it is another day, is an event of count 0: it is one of those
already counted. Without a number of orders a known day is one purchase, since somebody bought on it, and the money
stands in an event of count 0: how many purchases made it is unknown. Zero orders stay zero. Nothing bought is no event.
What cannot all be true, or was not said, is told by `doubts`.

>>> [(event.count, event.at) for event in purchases(Totals(orders=12, last=dt.date(2026, 5, 3)))]
[(12, datetime.date(2026, 5, 3))]
>>> [(event.count, event.amount) for event in purchases(Totals(spent=Amount(10000, "EUR")))]
[(0, 10000)]
>>> purchases(Totals(orders=0))
()
>>> [found.code for found in doubts(Totals(orders=0, spent=Amount(10000, "EUR")))]
['record.zero-orders-but-bought']
"""

from __future__ import annotations

import datetime as dt

import attrs

from contactbase.model.enums import Channel, Direction, EventKind
from contactbase.model.event import Event
from contactbase.model.journal import Finding
from contactbase.normalize.amount import Amount
from contactbase.normalize.remark import remark

__all__ = ["Totals", "bounce", "contact_by_person", "doubts", "purchases"]


@attrs.frozen(kw_only=True)
class Totals:
    """What a row says of all purchases together."""

    orders: int | None = None
    spent: Amount | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def purchases(totals: Totals) -> tuple[Event, ...]:
    """Give the purchase events that a row's totals stand for, the first purchase first."""
    spent = totals.spent if totals.spent is not None and (totals.spent.minor or totals.orders) else None
    last = totals.last or totals.first
    if not totals.orders and spent is None and last is None:
        return ()
    if totals.orders is not None:
        return (*_first(totals, last), _purchase(last, totals.orders, spent))
    days = (*_first(totals, last), _purchase(last, 1)) if last is not None else ()
    return days if spent is None else (*days, _purchase(last, 0, spent))


def _purchase(day: dt.date | None, count: int, spent: Amount | None = None) -> Event:
    return Event(
        kind=EventKind.PURCHASE,
        at=day,
        amount=None if spent is None else spent.minor,
        currency=None if spent is None else spent.currency,
        count=count,
    )


def _first(totals: Totals, last: dt.date | None) -> tuple[Event, ...]:
    """Give the event of the first purchase, where it is another day than the last."""
    return () if totals.first is None or totals.first == last else (_purchase(totals.first, 0),)


def doubts(totals: Totals, *, counted: bool = True) -> tuple[Finding, ...]:
    """Tell what totals leave open or contradict; without a column of orders (not `counted`) `infer` has said so."""
    money = totals.spent.minor if totals.spent is not None else 0
    found: tuple[Finding, ...] = ()
    if totals.orders == 0 and (money or totals.first or totals.last):
        found += (remark("record.zero-orders-but-bought", "orders"),)
    if counted and totals.orders is None and money:
        found += (remark("record.spent-without-orders", "spent"),)
    if money < 0:
        found += (remark("record.negative-total", "spent"),)
    return found


def contact_by_person(day: dt.date) -> Event:
    """Give the event behind "last contact by the person": an act of theirs, its kind unknown."""
    return Event(kind=EventKind.CONTACT, at=day)


def bounce(day: dt.date) -> Event:
    """Give the event of an e-mail that came back."""
    return Event(kind=EventKind.BOUNCE, at=day, direction=Direction.FROM_US, channel=Channel.EMAIL)
