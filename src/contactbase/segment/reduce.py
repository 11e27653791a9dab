"""Choices among the rows of one contact whose rule needs saying: first, last, favourite.

`first` and `last` look at rows whose day and value are known; of several on one day, the least value counts.
`favourite` is the most frequent value (a row counts as often as its `count` says); ties go to the latest row, then to
the first in order of value.

>>> from contactbase.model.enums import EventKind
>>> rows = [Event(kind=EventKind.PURCHASE, at=dt.date(2026, 1, day), category=one) for day, one in ((1, "b"), (2, "a"))]
>>> favourite(rows, lambda row: row.category), edge(rows, lambda row: row.category, last=False)
('a', 'b')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Final

from contactbase.model.event import Event

__all__ = ["edge", "edge_amount", "favourite"]

_NEVER: Final = dt.date.min


def edge(rows: Iterable[Any], value: Callable[[Any], Any], *, last: bool) -> Any:
    """Give the value of the first or last day; None when no row has both."""
    best, found = None, None
    for row in rows:
        held = value(row)
        if row.at is None or held is None:
            continue
        nearer = best is None or (row.at > best if last else row.at < best)
        if nearer or (row.at == best and held < found):
            best, found = row.at, held
    return found


def edge_amount(rows: Iterable[Event], *, last: bool) -> tuple[int, str] | None:
    """Give the amount and currency of the first or last day; None where they are unknown, or a total of several."""
    found = edge(rows, _amount, last=last)
    if found is None or not found[1] or found[2] != 1:
        return None
    return found[0], found[1]


def _amount(row: Event) -> tuple[int, str, int] | None:
    return None if row.amount is None else (row.amount, row.currency or "", row.count)


def favourite(rows: Iterable[Any], value: Callable[[Any], Any]) -> Any:
    """Give the most frequent value; None when no row has one."""
    times: dict[Any, int] = {}
    days: dict[Any, dt.date] = {}
    for row in rows:
        held = value(row)
        if held is not None:
            times[held] = times.get(held, 0) + getattr(row, "count", 1)
            days[held] = max(days.get(held, _NEVER), row.at or _NEVER)
    if not times:
        return None
    return min(times, key=lambda held: (-times[held], -days[held].toordinal(), held))
