"""Periods and ages, against the calendar itself."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.segment import nodes
from contactbase.segment.days import Days, age_on, birth_days, days_of
from contactbase.segment.nodes import Day, Last, Next, Period, Previous, This, Unit

TODAY = dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Last(1, Unit.DAY), "2026-03-31", "2026-03-31"),
        (Last(1, Unit.WEEK), "2026-03-25", "2026-03-31"),
        (Last(1, Unit.MONTH), "2026-03-01", "2026-03-31"),
        (Last(13, Unit.MONTH), "2025-03-01", "2026-03-31"),
        (Last(2, Unit.YEAR), "2024-04-01", "2026-03-31"),
        (Next(1, Unit.MONTH), "2026-04-01", "2026-04-30"),
        (This(Unit.WEEK), "2026-03-30", "2026-04-05"),
        (This(Unit.MONTH), "2026-03-01", "2026-03-31"),
        (This(Unit.YEAR), "2026-01-01", "2026-12-31"),
        (Previous(1, Unit.WEEK), "2026-03-23", "2026-03-29"),
        (Previous(3, Unit.MONTH), "2025-12-01", "2026-02-28"),
        (Previous(1, Unit.YEAR), "2025-01-01", "2025-12-31"),
        (Previous(2, Unit.DAY), "2026-03-29", "2026-03-30"),
        (nodes.Since(Day(dt.date(2026, 1, 1))), "2026-01-01", "2026-03-31"),
        (nodes.Before(nodes.Ago(1, Unit.MONTH)), None, "2026-02-27"),
        (nodes.After(nodes.Today()), "2026-04-01", None),
        (nodes.Yesterday(), "2026-03-30", "2026-03-30"),
    ],
)
def test_a_period_has_these_days(period: Period, start: str | None, end: str | None) -> None:
    def day(text: str | None) -> dt.date | None:
        return None if text is None else dt.date.fromisoformat(text)

    assert days_of(period, TODAY) == Days(day(start), day(end))


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(DAYS, st.integers(1, 40))
def test_the_last_months_are_the_previous_ones_and_a_new_one(day: dt.date, n: int) -> None:
    found = days_of(Last(n, Unit.MONTH), day)
    assert found.end == day
    assert found.start is not None
    before = found.start - dt.timedelta(days=1)
    months = (day.year - before.year) * 12 + day.month - before.month
    assert months == n
    assert before.day == day.day or (before.day < day.day and found.start.day == 1)


@given(DAYS, DAYS, st.integers(-2, 120), st.integers(0, 120))
def test_birth_days_are_exactly_those_of_the_age(birth: dt.date, day: dt.date, low: int, more: int) -> None:
    age = age_on(birth, day)
    assert birth_days(low, low + more, day).has(birth) == (age is not None and low <= age <= low + more)
    assert birth_days(None, low, day).has(birth) == (age is not None and age <= low)
    assert birth_days(low, None, day).has(birth) == (age is not None and age >= low)


def test_birth_days_are_exact_on_every_day_of_four_years_around_leap_days() -> None:
    births = [dt.date(2000, 2, day) for day in (27, 28, 29)] + [dt.date(2000, 3, 1), dt.date(2001, 2, 28)]
    for ordinal in range(1461):
        day = dt.date(2026, 1, 1) + dt.timedelta(days=ordinal)
        for birth in births:
            for age in range(24, 31):
                assert birth_days(age, age, day).has(birth) == (age_on(birth, day) == age), (birth, day, age)
