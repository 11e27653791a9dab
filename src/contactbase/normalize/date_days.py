"""Days as they are written, read once: the moments of a column are many, its days are few.

In front of `date_fast`, which decides everything: what it says of `2026-05-03` without asking anybody else holds for
`2026-05-03 09:14:00` too, and for the instant `2026-05-03T09:14:00Z` in every hour that lies on that day in the zone
of the column, too. Any other cell is handed on. What is remembered is bounded and belongs to the function.

>>> from contactbase.normalize.date_bounds import Bounds
>>> from contactbase.normalize.date_fast import fast_path
>>> fast = fast_path(None, Bounds.of("collected_on", None), ZoneInfo("Europe/Paris"), lambda text: Normalized())
>>> read = through_days(fast, ZoneInfo("Europe/Paris"), lambda text: Normalized())
>>> read("2026-05-03").values == read("2026-05-03T21:59:59Z").values, read("2026-05-03T22:00:00Z").values
(True, ())
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from contactbase.normalize.date_fast import INSTANT, LOCAL, YEAR_ENDS
from contactbase.normalize.normalized import Cell, Normalized
from contactbase.normalize.remember import remember

__all__ = ["through_days"]

_DAYS: Final = 16_384
"""Days that a column remembers, and cells that it hands on: about 5 MB at most."""
_DAY: Final = 10
_HOUR: Final = 3600
_WHOLE_DAY: Final = dt.timedelta(days=1)


def through_days(fast: Cell[dt.date], zone: ZoneInfo, whole: Cell[dt.date]) -> Cell[dt.date]:
    """Give the function that reads a column; `fast` gives a value or nothing, `whole` reads any cell."""
    days: dict[str, Normalized[dt.date]] = {}
    rest = remember(whole, _DAYS)

    def on_day(text: str) -> Normalized[dt.date]:
        form = days.get(text) or fast(text)  # a form is never false
        if form.values:
            if len(days) >= _DAYS:
                days.clear()
            days[text] = form
        return form

    moment = _through_moments(on_day, zone, rest)

    def read(text: str) -> Normalized[dt.date]:
        form = days.get(text)
        if form is not None:
            return form
        if len(text) > _DAY:
            return moment(text)
        form = on_day(text)
        return form if form.values else rest(text)

    return read


def _through_moments(on_day: Cell[dt.date], zone: ZoneInfo, rest: Cell[dt.date]) -> Cell[dt.date]:
    """Give the function that reads ISO days with a time by their day, where the time does not lead to another."""
    safe_hours = remember(lambda day: _safe_hours(day, zone), _DAYS)
    local, instant = LOCAL.fullmatch, INSTANT.fullmatch

    def read(text: str) -> Normalized[dt.date]:
        day = text[:_DAY]
        if text[4] != "-" or text[7] != "-":
            return rest(text)
        form = on_day(day)
        if form.values and text[-1] == "Z":
            first, last = safe_hours(day)
            same = first <= text[11:13] <= last and day[5:] not in YEAR_ENDS and instant(text, _DAY) is not None
        else:
            same = local(text, _DAY) is not None
        return form if same and form.values else rest(text)

    return read


def _safe_hours(day: str, zone: ZoneInfo) -> tuple[str, str]:
    """Give the first and the last hour (UTC) of a day that lie on the same day in a zone; none where that is unsure."""
    midnight = dt.datetime.fromisoformat(f"{day}T00:00:00+00:00")
    offset = midnight.astimezone(zone).utcoffset()
    if offset is None or (midnight + _WHOLE_DAY).astimezone(zone).utcoffset() != offset:
        return "99", "00"  # the clocks are changed on that day
    seconds = round(offset.total_seconds())
    hours = [hour for hour in range(24) if hour * _HOUR + seconds >= 0 and (hour + 1) * _HOUR + seconds <= 24 * _HOUR]
    return (f"{hours[0]:02}", f"{hours[-1]:02}") if hours else ("99", "00")
