"""What the builder says beside fields: periods, amounts, consent, other segments, lists, samples.

>>> print(opted_in("sms") & ~in_list("salon 2026"))
opted in to sms and not in list "salon 2026"
>>> last(12).months
Last(n=12, unit=<Unit.MONTH: 'month'>)
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs

from contactbase.segment import nodes
from contactbase.segment.builder import Condition
from contactbase.segment.money import CURRENCIES, decimals, minor_units
from contactbase.segment.nodes import Period, Unit

__all__ = [
    "can_receive",
    "exactly",
    "in_list",
    "in_segment",
    "last",
    "money",
    "next_",
    "opted_in",
    "opted_out",
    "previous",
    "sample",
    "since",
    "this",
]


@attrs.frozen
class _Times:
    """A number waiting for its unit."""

    kind: type[nodes.Last | nodes.Next | nodes.Previous]
    n: int

    @property
    def days(self) -> Period:
        """So many days."""
        return self.kind(self.n, Unit.DAY)

    @property
    def weeks(self) -> Period:
        """So many weeks."""
        return self.kind(self.n, Unit.WEEK)

    @property
    def months(self) -> Period:
        """So many months."""
        return self.kind(self.n, Unit.MONTH)

    @property
    def years(self) -> Period:
        """So many years."""
        return self.kind(self.n, Unit.YEAR)


def last(n: int) -> _Times:
    """Give `last n …`: `last(12).months`."""
    return _Times(nodes.Last, n)


def next_(n: int) -> _Times:
    """Give `next n …`."""
    return _Times(nodes.Next, n)


def previous(n: int) -> _Times:
    """Give `previous n calendar …`."""
    return _Times(nodes.Previous, n)


def this(unit: str) -> Period:
    """Give `this month` and its like."""
    return nodes.This(Unit(unit))


def since(day: dt.date) -> Period:
    """Give `since day`."""
    return nodes.Since(nodes.Day(day))


def money(amount: int | str | Decimal, currency: str) -> nodes.Money:
    """Give an amount of a currency; ValueError for a float, an unknown currency or too many decimals."""
    if isinstance(amount, float) or currency not in CURRENCIES:
        raise ValueError(f"Write an exact amount and an ISO 4217 currency: money('100.50', 'EUR'), not {amount!r}.")
    minor = minor_units(Decimal(amount), currency)
    if minor is None:
        raise ValueError(f"{currency} has {decimals(currency)} decimals, not more.")
    return nodes.Money(minor, currency)


def exactly(value: str) -> nodes.Text:
    """Give text that compares letter by letter."""
    return nodes.Text(value, exact=True)


def opted_in(channel: str, purpose: str = "marketing") -> Condition:
    """Give `opted in to channel`."""
    return Condition(nodes.OptedIn(str(channel), str(purpose)))


def opted_out(channel: str, purpose: str = "marketing") -> Condition:
    """Give `opted out of channel`."""
    return Condition(nodes.OptedOut(str(channel), str(purpose)))


def can_receive(channel: str, purpose: str = "marketing") -> Condition:
    """Give `can receive channel`."""
    return Condition(nodes.CanReceive(str(channel), str(purpose)))


def in_segment(name: str) -> Condition:
    """Give `in segment "name"`."""
    return Condition(nodes.InSegment(name))


def in_list(name: str) -> Condition:
    """Give `in list "name"`."""
    return Condition(nodes.InList(name))


def sample(percent: int | Decimal, seed: str = "") -> Condition:
    """Give `sample percent% seed "…"`."""
    return Condition(nodes.Sample(percent, seed))
