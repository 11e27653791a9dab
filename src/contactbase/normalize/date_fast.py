"""The commonest date cells in a fraction of a microsecond: `1985-03-12`, and `12/03/1985`.

It gives what `date_reader` gives without any finding, or steps aside for it: anything that could be a placeholder,
lies outside the bounds of its field, contradicts the order of its column or could be read in two ways. `_Heads` holds
what stands before a year (`12/03/`), so that a cell is two look-ups.

>>> fast = fast_path(DateOrder.DMY, Bounds.of("birth_date", None), ZoneInfo("Europe/Paris"), lambda text: Normalized())
>>> fast("12/03/1985").values, fast("03/13/1985").values
((datetime.date(1985, 3, 12),), ())
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final
from zoneinfo import ZoneInfo

from contactbase.model.hints import DateOrder
from contactbase.normalize.date_bounds import Bounds
from contactbase.normalize.months import MONTHS
from contactbase.normalize.normalized import Cell, Normalized

__all__ = ["INSTANT", "LOCAL", "YEAR_ENDS", "fast_path"]


def _heads(order: DateOrder | None) -> dict[str, tuple[int, int]]:
    """Give what may stand before the year and means one day only in an order: to its month and day.

    1 January is left out: it may be a placeholder. Without an order, what could be read in two ways is left out too.
    """
    found: dict[str, tuple[int, int]] = {}
    for month in range(1, 13):
        for day in range(1, 32):
            certain = order is not None or day > 12 or day == month
            if (month, day) != _NEW_YEAR and certain:
                pairs = [] if order is DateOrder.MDY else [(day, month)]
                pairs += [] if order is DateOrder.DMY else [(month, day)]
                found |= {head: (month, day) for first, second in pairs for head in _spellings(first, second)}
    return found


def _spellings(first: int, second: int) -> set[str]:
    numbers = {(str(first), str(second)), (f"{first:02}", f"{second:02}")}
    return {f"{one}{mark}{two}{mark}" for one, two in numbers for mark in "/.-"}


_NEW_YEAR: Final = (1, 1)
_UNDECIDED: Final = _heads(None)
_HEADS: Final = {DateOrder.DMY: _heads(DateOrder.DMY), DateOrder.MDY: _heads(DateOrder.MDY)}
_YEARS: Final = {str(year): year for year in range(1900, 2100)}
_FIRST: Final = dt.date(1900, 1, 2)
_LAST: Final = dt.date(2099, 12, 30)
"""Between them, 1 January is the only placeholder."""
YEAR_ENDS: Final = frozenset({"12-30", "12-31", "01-01"})
"""Days that may be placeholders before they become local days."""

_SPELLED: Final = re.compile(r"(\d{1,2})([ -])([^\W\d_]{3,10})\.?\2", re.ASCII)
_LEARNED: Final = 4096
_TIME: Final = re.compile(
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|(?:0?[1-9]|1[0-2]):[0-5]\d(?::[0-5]\d)? ?[AaPp][Mm]", re.ASCII
)
LOCAL: Final = re.compile(r"[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?", re.ASCII)
INSTANT: Final = re.compile(r"[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z", re.ASCII)


class _Heads(dict[str, tuple[int, int]]):
    """The numeric heads, and spelled ones (`12 mars `) as they are met, up to a bound."""

    def __missing__(self, head: str) -> tuple[int, int]:
        """Read `12 mars ` and `12-Mar-`; KeyError for anything else."""
        found = _SPELLED.fullmatch(head)
        if found is None:
            raise KeyError(head)
        pair = MONTHS[found[3].lower()], int(found[1])
        if pair == _NEW_YEAR or pair[1] == 0:
            raise KeyError(head)
        if len(self) < _LEARNED:
            self[head] = pair
        return pair


def _certain_years(bounds: Bounds) -> dict[str, int]:
    """Give the two-digit years whose century is beyond doubt on each of their days."""
    as_of = bounds.as_of
    if as_of is None:
        return {}
    found = {}
    for short in range(100):
        ends = (bounds.century(as_of, 1, 2, short=short), bounds.century(as_of, 12, 31, short=short))
        if ends[0] and ends[1] and not ends[0][1] and not ends[1][1] and ends[0][0].year == ends[1][0].year:
            found[f"{short:02}"] = ends[0][0].year
    return found


def fast_path(order: DateOrder | None, bounds: Bounds, zone: ZoneInfo, otherwise: Cell[dt.date]) -> Cell[dt.date]:
    """Give the function that reads the commonest cells itself and asks `otherwise` about the rest."""
    heads = _Heads(_UNDECIDED if order is None else _HEADS.get(order, _UNDECIDED))
    years, date, from_iso = _YEARS, dt.date, dt.date.fromisoformat
    short_years = _certain_years(bounds) if order in _HEADS else {}
    first, last = max(bounds.first, _FIRST), min(bounds.last, _LAST)

    def fast(text: str) -> Normalized[dt.date]:
        year = years.get(text[-4:])
        try:
            if year is not None:
                month, number = heads[text[:-4]]
                day = date(year, month, number)
            elif text[4] == "-" == text[7]:
                day = from_iso(text) if len(text) == 10 else _timed(text, zone)
            else:
                head, _, tail = text.partition(" ")
                if tail and _TIME.fullmatch(tail) is None:
                    return otherwise(text)
                year = years.get(head[-4:])
                month, number = heads[head[:-2] if year is None else head[:-4]]
                day = date(year or short_years[head[-2:]], month, number)
        except (LookupError, ValueError, OverflowError):
            return otherwise(text)
        if first <= day <= last and not (day.day == 1 == day.month):
            return Normalized((day,))
        return otherwise(text)

    return fast


def _timed(text: str, zone: ZoneInfo) -> dt.date:
    """Give the local day of an ISO date with a time; ValueError for anything out of the ordinary."""
    if text[-1] != "Z":
        if LOCAL.fullmatch(text, 10) is None:
            raise ValueError
        return dt.date.fromisoformat(text[:10])
    if INSTANT.fullmatch(text, 10) is None or text[5:10] in YEAR_ENDS:
        raise ValueError
    moment = dt.datetime.fromisoformat(text)
    local = moment.astimezone(zone)
    if moment.day != local.day:
        raise ValueError
    return local.date()
