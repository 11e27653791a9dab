"""Periods and days ago, resolved to whole local days; no back end ever does arithmetic on dates.

`last 3 months` is half-open, `(as_of - 3 months, as_of]`, so twelve windows of a month make a year without a day
twice. Months clamp to the end of the month, and years are months times twelve (as art. 641 of the French civil
procedure code and `dateutil.relativedelta` do).

>>> days_of(nodes.Last(1, nodes.Unit.MONTH), dt.date(2026, 3, 31))
Days(start=datetime.date(2026, 3, 1), end=datetime.date(2026, 3, 31))
>>> local_day(dt.datetime(2026, 7, 31, 22, 30, tzinfo=dt.UTC), "Europe/Paris")
datetime.date(2026, 8, 1)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from dateutil.relativedelta import relativedelta

from contactbase.segment import nodes
from contactbase.segment.diagnostics import diagnose, refuse
from contactbase.segment.nodes import Node, Period, Unit

__all__ = ["Days", "age_on", "birth_days", "day_of", "days_of", "local_day", "shift"]

_DAY: Final = dt.timedelta(days=1)


@attrs.frozen
class Days:
    """Whole days from start to end, both with it; None leaves a side open. Empty when start is after end."""

    start: dt.date | None
    end: dt.date | None

    def has(self, day: dt.date) -> bool:
        """Tell whether a day lies inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


_EMPTY: Final = Days(dt.date.max, dt.date.min)


def local_day(as_of: dt.date, zone: str) -> dt.date:
    """Give the day of a date or, in a zone (IANA name), of an aware datetime; ValueError for a naive one."""
    if not isinstance(as_of, dt.datetime):
        return as_of
    if as_of.tzinfo is None:
        raise ValueError("as_of is a datetime without a zone. Give a date, or a datetime with tzinfo.")
    return as_of.astimezone(ZoneInfo(zone)).date()


def _delta(n: int, unit: Unit) -> relativedelta:
    match unit:
        case Unit.DAY:
            return relativedelta(days=n)
        case Unit.WEEK:
            return relativedelta(days=7 * n)
        case Unit.MONTH:
            return relativedelta(months=n)
        case Unit.YEAR:
            return relativedelta(months=12 * n)


def shift(day: dt.date, n: int, unit: Unit, node: Node) -> dt.date:
    """Give the day n units later (earlier when negative); SegmentError E131 when that leaves the calendar."""
    try:
        return day + _delta(n, unit)
    except (OverflowError, ValueError) as error:
        raise refuse([diagnose("E131", node.span, {"text": str(node)})]) from error


def day_of(point: Node, as_of: dt.date) -> dt.date:
    """Give the day of a date, of so many units ago, or of today."""
    match point:
        case nodes.Day(value):
            return value
        case nodes.Ago(n, unit):
            return shift(as_of, -n, unit, point)
        case _:
            return as_of


def _before(day: dt.date) -> Days:
    return _EMPTY if day == dt.date.min else Days(None, day - _DAY)


def _after(day: dt.date) -> Days:
    return _EMPTY if day == dt.date.max else Days(day + _DAY, None)


def _first(day: dt.date, unit: Unit) -> dt.date:
    """Give the first day of the calendar unit that a day lies in."""
    match unit:
        case Unit.DAY:
            return day
        case Unit.WEEK:
            return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)


def _last(period: nodes.Last, as_of: dt.date) -> Days:
    return Days(shift(as_of, -period.n, period.unit, period) + _DAY, as_of)


def _next(period: nodes.Next, as_of: dt.date) -> Days:
    return Days(_after(as_of).start, shift(as_of, period.n, period.unit, period))


def _this(period: nodes.This, as_of: dt.date) -> Days:
    first = _first(as_of, period.unit)
    try:
        return Days(first, first + _delta(1, period.unit) - _DAY)
    except (OverflowError, ValueError):
        return Days(first, dt.date.max)


def _previous(period: nodes.Previous, as_of: dt.date) -> Days:
    first = _first(as_of, period.unit)
    start = shift(first, -period.n, period.unit, period)
    return Days(start, first - _DAY)


_DAYS: Final[Mapping[type[Node], Callable[[Any, dt.date], Days]]] = {
    nodes.Last: _last,
    nodes.Next: _next,
    nodes.This: _this,
    nodes.Previous: _previous,
    nodes.Since: lambda period, as_of: Days(period.day.value, as_of),
    nodes.Before: lambda period, as_of: _before(day_of(period.point, as_of)),
    nodes.After: lambda period, as_of: _after(day_of(period.point, as_of)),
    nodes.BetweenDays: lambda period, as_of: Days(day_of(period.low, as_of), day_of(period.high, as_of)),
    nodes.Today: lambda _, as_of: Days(as_of, as_of),
    nodes.Yesterday: lambda _, as_of: _EMPTY if as_of == dt.date.min else Days(as_of - _DAY, as_of - _DAY),
}


def days_of(period: Period, as_of: dt.date) -> Days:
    """Give the days of a period as seen from a day; SegmentError E131 when it leaves the calendar."""
    return _DAYS[type(period)](period, as_of)


def age_on(birth: dt.date, day: dt.date) -> int | None:
    """Give the whole years of a person on a day; None before the birth.

    By month and day, so somebody born on 29 February is a year older on 1 March of a common year.
    """
    years = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return years if years >= 0 else None


def birth_days(low: int | None, high: int | None, day: dt.date) -> Days:
    """Give the birth dates of those who are from low to high years old on a day, both with it: exact, no age needed."""
    latest = day if low is None or low < 0 else _years_before(day, low)
    earliest = None if high is None else _years_before(day, high + 1)
    if latest is None or (high is not None and high < 0):
        return _EMPTY
    return Days(None if earliest is None else earliest + _DAY, latest)


def _years_before(day: dt.date, years: int) -> dt.date | None:
    """Give the day so many years before, clamped; None when it lies before the calendar."""
    return day - relativedelta(years=years) if years < day.year else None
