"""Totals beside single purchases: what a CRM counts in one number is not counted again, purchase by purchase.

A contact may have a total ("12 orders, 1 240,50 EUR, last on 3 May") and then get the purchases themselves. Those up to
the last day that is known are among the twelve, so they are taken out of it: number and money. What is left of it has
no day, for the days of the rest are not known; the last day stays as an event that counts none, unless a purchase is on
it. So `orders` and `spent` still say what the CRM said, plus what came later, and a period counts what has a day in it.

A purchase without a number of its own, on the day of an order that is joined, is taken for the same purchase: a total
of one order is such a one. Where the amounts differ, with or without shipping perhaps, that is said.

>>> total = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=10000, currency="EUR", count=3)
>>> one = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 4, 1), amount=4000, currency="EUR", reference="17")
>>> kept, said = accounted((total,), (one,))
>>> [(event.count, event.amount, event.at and event.at.isoformat()) for event in kept], said
([(2, 6000, None), (0, None, '2026-05-03')], ('join.totals-accounted',))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from contactbase.model.enums import EventKind
from contactbase.model.event import Event

__all__ = ["accounted"]


def accounted(held: Sequence[Event], fresh: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """Give the events of a contact without what fresh purchases count again, and the codes of what was met.

    The order of the events that stay is kept; the same tuple comes back when nothing had to give way.
    """
    if not held:
        return (), ()
    bought = [event for event in fresh if event.kind is EventKind.PURCHASE]
    totals = [event for event in held if _is_total(event)]
    if not bought:
        return tuple(held), ()
    kept, codes = _less(held, totals, bought) if totals else (tuple(held), ())
    once, more = _once(kept, bought)
    return once, codes + more


def _bare(event: Event) -> bool:
    return event.kind is EventKind.PURCHASE and event.reference is None


def _is_total(event: Event) -> bool:
    """Tell whether an event is a total of purchases, what is left of one, or a day of one that a total counts."""
    return _bare(event) and (event.count != 1 or event.at is None) and event.product is None and event.category is None


def _less(
    held: Sequence[Event], totals: Sequence[Event], bought: Sequence[Event]
) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """Take purchases out of totals."""
    last = max(_days(held), default=None)
    within = [event for event in bought if last is None or event.at is None or event.at <= last]
    counted = sum(event.count for event in totals)
    if not within or not (counted or any(event.amount for event in totals)):
        return tuple(held), ()
    kept = [event for event in held if event not in totals]
    days = _left_days(totals, {*_days(kept), *_days(bought)})
    number = counted - _orders(within)
    money, clear = _left(totals, within)
    first, *others = money or [(None, None)]
    left = [_total(first, max(number, 0)), *(_total(each, 0) for each in others)]
    code = "join.totals-accounted" if clear and (number >= 0 or not counted) else "join.totals-unclear"
    return (*kept, *(event for event in left if event.count or event.amount), *days), (code,)


def _days(events: Sequence[Event]) -> list[dt.date]:
    return [event.at for event in events if event.kind is EventKind.PURCHASE and event.at is not None]


def _left_days(totals: Sequence[Event], taken: set[dt.date]) -> list[Event]:
    """Give the days of totals on which there is no purchase else, as events that count none."""
    return [Event(kind=EventKind.PURCHASE, at=day, count=0) for day in sorted(set(_days(totals)) - taken)]


def _total(money: tuple[int | None, str | None], count: int) -> Event:
    return Event(kind=EventKind.PURCHASE, amount=money[0], currency=money[1], count=count)


def _orders(bought: Sequence[Event]) -> int:
    """Count orders: the lines of one number are one."""
    numbers = {event.reference for event in bought if event.reference is not None}
    return len(numbers) + sum(event.count for event in bought if event.reference is None)


def _left(totals: Sequence[Event], within: Sequence[Event]) -> tuple[list[tuple[int | None, str | None]], bool]:
    """Give the money of totals that no purchase accounts for, by currency, and whether that is certain."""
    sums: dict[str | None, int] = {}
    for event in totals:
        if event.amount is not None:
            sums[event.currency] = sums.get(event.currency, 0) + event.amount
    clear = True
    for event in within:
        if event.amount is not None and sums:
            clear = clear and event.currency in sums
            if event.currency in sums:
                sums[event.currency] -= event.amount
    return [(left, currency) for currency, left in sums.items() if left > 0], clear and min(
        sums.values(), default=0
    ) >= 0


def _once(held: Sequence[Event], bought: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """Let a purchase without a number give way to an order of its day: of its amount first, then of another."""
    kept = list(held)
    codes: dict[str, None] = {}
    others: list[dt.date] = []
    for day, amount in _amounts(bought):
        same = [event for event in kept if _is_single(event, day)]
        match = next((event for event in same if event.amount in (None, amount)), None)
        if match is not None:
            kept.remove(match)
            codes["join.same-purchase"] = None
        elif same:
            others.append(day)
    for day in others:
        left = [event for event in kept if _is_single(event, day)]
        if left:
            kept.remove(min(left, key=_minor))
            codes["join.other-amount"] = None
    return tuple(kept), tuple(codes)


def _is_single(event: Event, day: dt.date) -> bool:
    return _bare(event) and event.count == 1 and event.at == day


def _minor(event: Event) -> int:
    return event.amount or 0


def _amounts(bought: Sequence[Event]) -> list[tuple[dt.date, int]]:
    """Give the day and what each order with a number comes to, all its lines together."""
    sums: dict[tuple[dt.date, str], int] = {}
    for event in bought:
        if event.reference is not None and event.at is not None:
            sums[event.at, event.reference] = sums.get((event.at, event.reference), 0) + (event.amount or 0)
    return [(day, amount) for (day, _), amount in sorted(sums.items())]
