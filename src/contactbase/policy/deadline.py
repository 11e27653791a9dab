"""Deadlines in calendar months: the same day of the month, or the last one where there is none.

Convention: art. 641 of the French code of civil procedure, by analogy, as `dateutil.relativedelta` computes it. The
deadline itself is still kept: what is due is due from the day after. A deadline beyond the year 9999 never comes.

>>> deadline(dt.date(2020, 2, 29), 36)
datetime.date(2023, 2, 28)
>>> state_on(dt.date(2023, 2, 28), deadline(dt.date(2020, 2, 29), 36))
<RetentionState.DUE_TODAY: 'due_today'>
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from dateutil.relativedelta import relativedelta

__all__ = ["RetentionState", "days_later", "deadline", "state_on"]


class RetentionState(StrEnum):
    """Where a day stands to a deadline."""

    ACTIVE = "active"
    DUE_TODAY = "due_today"
    EXPIRED = "expired"


def deadline(start: dt.date, months: int) -> dt.date:
    """Give the last day of a period of whole months; the last day of the calendar where it would lie beyond."""
    try:
        return start + relativedelta(months=months)
    except (OverflowError, ValueError):
        return dt.date.max


def days_later(start: dt.date, days: int) -> dt.date:
    """Give the day so many days later (earlier when negative), at most the first or last day of the calendar."""
    return dt.date.fromordinal(max(1, min(start.toordinal() + days, dt.date.max.toordinal())))


def state_on(as_of: dt.date, due_on: dt.date) -> RetentionState:
    """Tell where a day stands to a deadline."""
    if as_of == due_on:
        return RetentionState.DUE_TODAY
    return RetentionState.EXPIRED if as_of > due_on else RetentionState.ACTIVE
