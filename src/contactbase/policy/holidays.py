"""Public holidays as data: a fixed day of the year, or so many days from Easter.

Easter is computed (the Gregorian computus of Meeus, Jones and Butcher), so a calendar holds for every year; a holiday
that began or ended one year says so by its period.

>>> easter(2026)
datetime.date(2026, 4, 5)
>>> from contactbase.policy.countries.fr_holidays import FRANCE
>>> FRANCE.on(dt.date(2026, 5, 14)).title.fr
'Ascension'
"""

from __future__ import annotations

import datetime as dt

import attrs

from contactbase.errors import PolicyError
from contactbase.model.source import Citation, Period
from contactbase.model.text import Text

__all__ = ["EasterDay", "FixedDay", "Holiday", "HolidayCalendar", "easter"]


def easter(year: int) -> dt.date:
    """Give Easter Sunday of a Gregorian year (1583 and later; earlier years are computed as if)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    skipped = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - skipped - of_century % 4) % 7
    late = (golden + 11 * skipped + 22 * weekday) // 451
    month, day = divmod(skipped + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@attrs.frozen
class FixedDay:
    """The same day every year."""

    month: int
    day: int

    def __attrs_post_init__(self) -> None:
        try:
            dt.date(2001, self.month, self.day)
        except ValueError:
            raise PolicyError(f"{self.day}/{self.month} is no day of every year. Give one that is.") from None

    def of(self, year: int) -> dt.date:
        """Give the day of a year."""
        return dt.date(year, self.month, self.day)


@attrs.frozen
class EasterDay:
    """A number of days after Easter Sunday; before it when negative."""

    days: int

    def of(self, year: int) -> dt.date:
        """Give the day of a year."""
        return easter(year) + dt.timedelta(self.days)


@attrs.frozen(kw_only=True)
class Holiday:
    """A public holiday: when it falls, since when, and who says so."""

    id: str
    title: Text
    rule: FixedDay | EasterDay
    citation: Citation | None = None
    in_force: Period = attrs.field(factory=Period)


@attrs.frozen(kw_only=True)
class HolidayCalendar:
    """The holidays of one territory."""

    id: str
    title: Text
    holidays: tuple[Holiday, ...]

    def on(self, day: dt.date) -> Holiday | None:
        """Give the holiday of a day, the first where two fall together; None on any other day."""
        for holiday in self.holidays:
            if holiday.rule.of(day.year) == day and holiday.in_force.contains(day):
                return holiday
        return None

    def days(self, year: int) -> tuple[dt.date, ...]:
        """Give the holidays of a year in order, a day of two once."""
        return tuple(sorted(day for day in {holiday.rule.of(year) for holiday in self.holidays} if self.on(day)))
