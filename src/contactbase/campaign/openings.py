"""Whether a window is open at an instant of one zone, and when it next opens or closes, whatever clocks do.

A window is judged by the wall clock of the recipient. Its state can change only at the start or end of a span, at
midnight, and when clocks are changed; an hour that is skipped opens what it would have opened, an hour that comes twice
is judged twice. So those instants are looked at, in order, and nothing between them.

>>> from contactbase.policy.countries.fr_sending import WINDOW_SMS
>>> paris = ZoneInfo("Europe/Paris")
>>> next_open(dt.datetime(2026, 3, 28, 22, 30, tzinfo=paris), WINDOW_SMS, paris, None).isoformat()
'2026-03-30T06:00:00+00:00'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from contactbase.policy.holidays import HolidayCalendar
from contactbase.policy.sending import Weekday, WindowRule

__all__ = ["HORIZON_DAYS", "Closure", "closure_at", "next_closed", "next_open"]

HORIZON_DAYS: Final = 400
"""How far ahead an opening is looked for: every weekday meets every holiday within it."""

_DAY: Final = dt.timedelta(days=1)
_HOUR: Final = dt.timedelta(hours=1)
_WEEK: Final = tuple(Weekday)


class Closure(StrEnum):
    """Why nothing may be sent now; OK: something may. A Sunday is named before a holiday, a holiday before hours."""

    OK = "ok"
    NOT_IN_FORCE = "not-in-force"
    SUNDAY = "sunday"
    DAY = "day-closed"
    HOLIDAY = "holiday"
    HOURS = "hours"


def _closed_day(day: dt.date, window: WindowRule, holidays: HolidayCalendar | None) -> Closure | None:
    if not window.in_force.contains(day):
        return Closure.NOT_IN_FORCE
    weekday = _WEEK[day.weekday()]
    if weekday not in window.days:
        return Closure.SUNDAY if weekday is Weekday.SUNDAY else Closure.DAY
    if window.holidays is not None and holidays is not None and holidays.on(day) is not None:
        return Closure.HOLIDAY
    return None


def closure_at(instant: dt.datetime, window: WindowRule, zone: ZoneInfo, holidays: HolidayCalendar | None) -> Closure:
    """Judge an instant by the wall clock of a zone."""
    local = instant.astimezone(zone)
    closed = _closed_day(local.date(), window, holidays)
    if closed is not None:
        return closed
    return Closure.OK if window.allows(local.date(), local.time()) else Closure.HOURS


def next_open(
    instant: dt.datetime, window: WindowRule, zone: ZoneInfo, holidays: HolidayCalendar | None
) -> dt.datetime | None:
    """Give the first instant from this one on that is open, in UTC; None when none is within the horizon."""
    if closure_at(instant, window, zone, holidays) is Closure.OK:
        return instant.astimezone(dt.UTC)
    for edge in _edges(instant, window, zone):
        if edge >= instant and closure_at(edge, window, zone, holidays) is Closure.OK:
            return edge
    return None


def next_closed(
    instant: dt.datetime, window: WindowRule, zone: ZoneInfo, holidays: HolidayCalendar | None
) -> dt.datetime | None:
    """Give the first instant from this one on that is closed, in UTC; None when none is within the horizon."""
    if closure_at(instant, window, zone, holidays) is not Closure.OK:
        return instant.astimezone(dt.UTC)
    for edge in _edges(instant, window, zone):
        if edge > instant and closure_at(edge, window, zone, holidays) is not Closure.OK:
            return edge
    return None


def _edges(instant: dt.datetime, window: WindowRule, zone: ZoneInfo) -> Iterator[dt.datetime]:
    """Give in order the instants, from the local day on, at which the state of a window may change."""
    today = instant.astimezone(zone).date()
    for ahead in range(HORIZON_DAYS):
        day = today + ahead * _DAY
        yield from sorted(_edges_of(day, window, zone))


def _edges_of(day: dt.date, window: WindowRule, zone: ZoneInfo) -> set[dt.datetime]:
    times = {dt.time()}.union(*((span.start, span.end) for span in window.spans))
    walls = [dt.datetime.combine(day, time) for time in times]
    edges = {wall.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for wall in walls for fold in (0, 1)}
    start = dt.datetime.combine(day, dt.time(), zone).astimezone(dt.UTC)
    change = _clock_change(start - _HOUR, start + 25 * _HOUR, zone)
    return edges if change is None else edges | {change}


def _clock_change(start: dt.datetime, end: dt.datetime, zone: ZoneInfo) -> dt.datetime | None:
    """Give the instant between two at which the offset of a zone changes, to the second; None when it does not."""

    def offset(seconds: int) -> dt.timedelta | None:
        return (start + dt.timedelta(seconds=seconds)).astimezone(zone).utcoffset()

    low, high = 0, int((end - start).total_seconds())
    before = offset(low)
    if before == offset(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset(middle) == before else (low, middle)
    return start + dt.timedelta(seconds=high)
