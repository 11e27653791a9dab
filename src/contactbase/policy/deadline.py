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
from typing import Final

from dateutil.relativedelta import relativedelta

__all__ = ["RetentionState", "days_later", "deadline", "latest_due", "state_on"]


_MOST_CLAMPED: Final = 3
"""Days that a month may be shorter than another one."""


class RetentionState(StrEnum):
    """Where a day stands to a deadline."""

    ACTIVE = "active"
    IN_RECONSENT_WINDOW = "in_reconsent_window"
    DUE_TODAY = "due_today"
    EXPIRED = "expired"


def deadline(start: dt.date, months: int) -> dt.date:
    """Give the last day of a period of whole months; the last day of the calendar where it would lie beyond."""
    try:
        return start + relativedelta(months=months)
    except (OverflowError, ValueError):
        return dt.date.max


def latest_due(as_of: dt.date, months: int) -> dt.date | None:
    """Give the latest start whose deadline has passed by a day: what started on it or before is due, nothing else is.

    None when no start is so early. Counting months back from the day would not do: 28 February 2021 and 36 months give
    28 February 2024, and so are due on 29 February 2024, from which 36 months back is 28 February 2021 again.

    >>> latest_due(dt.date(2024, 2, 29), 36)
    datetime.date(2021, 2, 28)
    """
    try:
        start = as_of - relativedelta(months=months)
    except (OverflowError, ValueError):
        return None
    day = days_later(start, _MOST_CLAMPED)
    while deadline(day, months) >= as_of:
        if day == dt.date.min:
            return None
        day = days_later(day, -1)
    return day


def days_later(start: dt.date, days: int) -> dt.date:
    """Give the day so many days later (earlier when negative), at most the first or last day of the calendar."""
    return dt.date.fromordinal(max(1, min(start.toordinal() + days, dt.date.max.toordinal())))


def state_on(as_of: dt.date, due_on: dt.date) -> RetentionState:
    """Tell where a day stands to a deadline."""
    if as_of == due_on:
        return RetentionState.DUE_TODAY
    return RetentionState.EXPIRED if as_of > due_on else RetentionState.ACTIVE
