"""What a cell writes when it writes a date: its numbers, the orders they may stand in, its clock, its weekday.

This module knows no column, no field and no reference day: it says what is written and what that could mean, and
`date_reader` decides. Conventions: ISO 8601 (a four-digit year in front is always year-month-day, never swapped),
RFC 5322 dates with its zone names, the numeric and spelled forms of six languages. Texts are plain and lower case
without accents (`cell_text`); each expression is matched against at most `cell_text.LONGEST` characters.

>>> read("12/03/85").orders
(<DateOrder.DMY: 'dmy'>, <DateOrder.MDY: 'mdy'>, <DateOrder.YMD: 'ymd'>)
>>> read("lundi 3 mars 2025").parts, read("2024-03-12t09:14:00z").clock.offset
((2025, 3, 3), 0)
>>> read("mars 1985")
Refused(code='date.incomplete')
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

import attrs

from contactbase.model.hints import DateOrder
from contactbase.normalize.date_clock import EDGES, Clock, clock_of, cut_clock, offset_of
from contactbase.normalize.months import FILLERS, MONTHS, WEEKDAYS

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Counted", "Refused", "Written", "read"]

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2199
"""Years outside are slips of the keyboard in a client file; 8 digits are tried against them."""

_YMD: Final = (DateOrder.YMD,)
_LAST: Final = (DateOrder.DMY, DateOrder.MDY)
_ANY: Final = (DateOrder.DMY, DateOrder.MDY, DateOrder.YMD)


@attrs.frozen(kw_only=True)
class Written:
    """Three numbers as they stand in the cell, and the orders in which they may be meant.

    `short`: the year has two digits. `weekday` counts from Monday 0.
    """

    parts: tuple[int, int, int] = attrs.field(repr=False)
    orders: tuple[DateOrder, ...]
    short: bool = False
    clock: Clock | None = None
    weekday: int | None = None


@attrs.frozen
class Counted:
    """A bare number: `whole` units before the fraction, written with so many `digits`."""

    whole: int = attrs.field(repr=False)
    digits: int
    fraction: bool = False


@attrs.frozen
class Refused:
    """A cell that states no day, and the code that says why."""

    code: str


Reading = Written | Counted | Refused

UNREADABLE: Final = Refused("date.unreadable")
INCOMPLETE: Final = Refused("date.incomplete")
IMPOSSIBLE: Final = Refused("date.impossible")
PLACEHOLDER: Final = Refused("date.placeholder")

_COUNTED: Final = re.compile(r"(\d+)(?:[.,](\d+))?", re.ASCII)
_COMPACT: Final = re.compile(
    r"(?=\d{14}|\d{8}t)(\d{4})(\d\d)(\d\d)t?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)? ?(z|[+-]\d\d:?(?:\d\d)?)?",
    re.ASCII,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4}) ?([/.\- _]) ?(\d{1,2}) ?\2 ?(\d{1,2})", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2}) ?([/.\- _]) ?(\d{1,2}) ?\2 ?'?(\d{4}|\d\d)", re.ASCII)
_WEEK: Final = re.compile(r"(\d{4})-?w(\d\d)-?(\d)", re.ASCII)
_NO_DAY: Final = re.compile(
    r"\d{4} ?[/.\- ] ?\d{1,2}|\d{1,2} ?[/.\- ] ?\d{4}|\d{1,2} ?[/.-] ?\d{1,2}|--\d\d-?\d\d|\d{4}-?(?:w\d\d|q[1-4])",
    re.ASCII,
)
_WORDS: Final = re.compile(r"[a-z]+|\d+", re.ASCII)
_JOINTS: Final = re.compile(r"[ ,.'/_°º-]*", re.ASCII)


def read(text: str) -> Reading:
    """Give what a plain lower-case cell writes."""
    compact = _COMPACT.fullmatch(text) if text[:8].isdigit() else None
    if compact is not None:
        return _compact(compact)
    counted = _COUNTED.fullmatch(text)
    if counted is not None:
        return _digits(counted)
    timed, clock, rest = cut_clock(text)
    if timed and (clock is None or not rest):
        return IMPOSSIBLE if rest else UNREADABLE
    if timed and len(rest) == 8 and rest.isdigit():
        return _eight(rest, clock)
    for form, make in _FORMS:
        found = form.fullmatch(rest)
        if found is not None:
            return make(found, clock, None)
    return _spelled(rest, clock)


def _digits(found: re.Match[str]) -> Reading:
    """Read a cell of digits: 8 of them are a date, the rest counts days or seconds or lacks something."""
    digits, fraction = found[1], found[2]
    if fraction is not None:
        without_day = len(digits) <= 2 and len(fraction) == 4
        return INCOMPLETE if without_day else Counted(int(digits), len(digits), fraction=True)
    if len(digits) == 8:
        return _eight(digits)
    year_first = FIRST_YEAR <= int(digits[:4]) <= LAST_YEAR
    if year_first and (len(digits) == 4 or (len(digits) == 6 and 1 <= int(digits[4:]) <= 12)):
        return INCOMPLETE
    if digits.strip("0"):
        return Counted(int(digits), len(digits))
    return PLACEHOLDER


def _eight(digits: str, clock: Clock | None = None) -> Reading:
    """Read yyyymmdd where that is a plausible day, else ddmmyyyy or mmddyyyy; no 8 digits are plausible as both."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    plausible = FIRST_YEAR <= year <= LAST_YEAR or year in {1, 9999}
    if plausible and month <= 12 and day <= 31:
        return _year_first(year, month, day, clock)
    first, second, last = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if last and not FIRST_YEAR <= last <= LAST_YEAR and last != 1:
        return IMPOSSIBLE if plausible else UNREADABLE
    return _year_last(first, second, last, short=False, clock=clock)


def _compact(found: re.Match[str]) -> Reading:
    """Read the basic format of ISO 8601 and the 12 or 14 digits of data bases."""
    year, month, day, hour, minute, second, offset = found.groups()
    clock = clock_of(int(hour), int(minute), int(second or 0), offset_of(offset))
    if clock is None:
        return IMPOSSIBLE
    return _year_first(int(year), int(month), int(day), clock)


def _year_first(year: int, month: int, day: int, clock: Clock | None) -> Reading:
    if not (year and month and day):
        return INCOMPLETE if year or month or day else PLACEHOLDER
    return Written(parts=(year, month, day), orders=_YMD, clock=clock)


def _year_last(
    first: int, second: int, last: int, *, short: bool, clock: Clock | None = None, weekday: int | None = None
) -> Reading:
    """Three numbers of which the last may be the year; a zero is a part that was not known, but for a year 00."""
    if not (first and second and (last or short)):
        return INCOMPLETE if first or second or last else PLACEHOLDER
    orders = _ANY if short else _LAST
    return Written(parts=(first, second, last), orders=orders, short=short, clock=clock, weekday=weekday)


def _match_year_first(found: re.Match[str], clock: Clock | None, _weekday: int | None) -> Reading:
    return _year_first(int(found[1]), int(found[3]), int(found[4]), clock)


def _match_year_last(found: re.Match[str], clock: Clock | None, weekday: int | None) -> Reading:
    short = len(found[4]) == 2
    return _year_last(int(found[1]), int(found[3]), int(found[4]), short=short, clock=clock, weekday=weekday)


def _match_week(found: re.Match[str], clock: Clock | None, _weekday: int | None) -> Reading:
    """Read a week date of ISO 8601 (`2024-W11-2`)."""
    try:
        day = dt.date.fromisocalendar(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return IMPOSSIBLE
    return _year_first(day.year, day.month, day.day, clock)


_Make = Callable[[re.Match[str], Clock | None, int | None], Reading]
_FORMS: Final[tuple[tuple[re.Pattern[str], _Make], ...]] = (
    (_YEAR_FIRST, _match_year_first),
    (_YEAR_LAST, _match_year_last),
    (_WEEK, _match_week),
    (_NO_DAY, lambda _found, _clock, _weekday: INCOMPLETE),
)


def _spelled(text: str, clock: Clock | None) -> Reading:
    """Read a cell with words: a month by name, or a weekday in front of a numeric date."""
    words = _WORDS.findall(text)
    if not words or _JOINTS.fullmatch(_WORDS.sub("", text)) is None:
        return UNREADABLE
    named = [word for word in words if not word.isdigit() and word not in FILLERS]
    months = [word for word in named if word in MONTHS]
    if len(months) > 1 or sum(map(str.isdigit, words)) > 2:
        months = [word for word in months if word not in WEEKDAYS]
    others = [word for word in named if word not in months]
    if len(months) > 1 or len(others) > 1 or any(word not in WEEKDAYS for word in others):
        return UNREADABLE
    weekday = WEEKDAYS[others[0]] if others else None
    if months:
        return _with_month(words, months[0], clock, weekday)
    return _with_weekday(text, clock, weekday)


def _with_weekday(text: str, clock: Clock | None, weekday: int | None) -> Reading:
    """Read a numeric date behind a weekday or a filler (`lundi 03/02/2025`, `le 3/2/2025`)."""
    digits = re.search(r"\d", text)
    rest = "" if digits is None else text[digits.start() :].strip(EDGES)
    found = _YEAR_LAST.fullmatch(rest)
    if found is not None:
        return _match_year_last(found, clock, weekday)
    found = _YEAR_FIRST.fullmatch(rest)
    if found is not None:
        reading = _match_year_first(found, clock, None)
        return attrs.evolve(reading, weekday=weekday) if isinstance(reading, Written) else reading
    return UNREADABLE


def _with_month(words: list[str], month: str, clock: Clock | None, weekday: int | None) -> Reading:
    """Read day and year around a month: the four digits are the year, else `12 mars 85` and `mar 12, 85`."""
    numbers = [word for word in words if word.isdigit()]
    if len(numbers) == 1:
        return INCOMPLETE
    if len(numbers) != 2 or any(len(number) not in {1, 2, 4} for number in numbers):
        return UNREADABLE
    year_first = len(numbers[0]) == 4 or int(numbers[0]) > 31
    day, year = reversed(numbers) if year_first else numbers
    if len(year) == 1 or len(day) == 4:
        return UNREADABLE
    if not int(day) or year == "0000":
        return INCOMPLETE
    parts = (int(year), MONTHS[month], int(day))
    return Written(parts=parts, orders=_YMD, short=len(year) == 2, clock=clock, weekday=weekday)
