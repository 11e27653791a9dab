from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.policy.deadline import RetentionState, days_later, deadline, latest_due, state_on

D = dt.date


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (D(2021, 3, 15), 36, D(2024, 3, 15)),
        (D(2020, 2, 29), 36, D(2023, 2, 28)),
        (D(2020, 2, 29), 48, D(2024, 2, 29)),
        (D(2021, 2, 28), 36, D(2024, 2, 28)),
        (D(2024, 8, 31), 6, D(2025, 2, 28)),
        (D(2026, 1, 31), 1, D(2026, 2, 28)),
        (D(9998, 6, 1), 36, D.max),
    ],
)
def test_months_clamp_to_the_end_of_the_month_and_stay_in_the_calendar(start: D, months: int, due: D) -> None:
    assert deadline(start, months) == due


@given(st.dates(), st.integers(1, 240))
def test_the_day_before_the_day_itself_and_the_day_after_are_three_states(start: D, months: int) -> None:
    due, day = deadline(start, months), dt.timedelta(days=1)
    assert state_on(due, due) is RetentionState.DUE_TODAY
    assert state_on(due - day, due) is RetentionState.ACTIVE
    if due < D.max:
        assert state_on(due + day, due) is RetentionState.EXPIRED


@given(st.dates(), st.integers(-400, 400))
def test_days_never_leave_the_calendar(start: D, days: int) -> None:
    assert D.min <= days_later(start, days) <= D.max


def test_days_are_counted() -> None:
    assert days_later(D(2024, 2, 28), 2) == D(2024, 3, 1)


@given(st.dates(), st.integers(1, 1200))
def test_exactly_what_started_by_the_latest_day_that_is_due_is_due(as_of: dt.date, months: int) -> None:
    latest = latest_due(as_of, months)
    if latest is None:
        assert deadline(dt.date.min, months) >= as_of
    else:
        assert deadline(latest, months) < as_of
        assert latest == dt.date.max or deadline(days_later(latest, 1), months) >= as_of
