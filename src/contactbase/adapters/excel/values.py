r"""The text of a cell: the one place where a number, a day or a yes of a spreadsheet becomes text.

Excel keeps fifteen digits of a number (IEEE 754, ECMA-376 18.3.1.96), so that is what is written out: `612345678` for
the number that readers give as 612345678.0, and never an exponent. Days are ISO 8601, midnight goes without saying;
what lies before the first day of the workbook's calendar is no day and is written as the time 00:00:00.

>>> text_of(612345678.0), text_of(0.1 + 0.2), text_of(dt.datetime(2026, 5, 3)), text_of(True), text_of(None)
('612345678', '0.3', '2026-05-03', 'true', '')
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from typing import Any, Final

__all__ = ["EXACT", "CellError", "ShownText", "number_text", "shown_text", "text_of", "texts_of"]

EXACT: Final = 10**15
"""From here on a number has more digits than a spreadsheet keeps."""

_LARGEST: Final = sys.float_info.max
_NO_DAY: Final = "00:00:00"
_FIRST: Final = dt.datetime(1900, 1, 1)  # noqa: DTZ001 - cells have no zone
_HALF: Final = dt.timedelta(milliseconds=500)


class CellError(str):
    """What stands in a cell whose formula failed: `#N/A`, `#REF!`. Its text is empty."""

    __slots__ = ()


class ShownText(str):
    """A number as its format shows it, with zeros that the number itself does not have."""

    __slots__ = ()


def number_text(value: float) -> str:
    """Write a number with the fifteen digits that a spreadsheet keeps, without exponent and without `.0`."""
    if -EXACT < value < EXACT and value == int(value):
        return str(int(value))
    if not abs(value) <= _LARGEST:
        return ""
    return format(Decimal(f"{value:.15g}"), "f")


def shown_text(value: float, pieces: Sequence[str]) -> str | None:
    """Write a whole number as its zero-padded format shows it; None where it has more digits than places, or a sign.

    >>> shown_text(612345678, ("0", "0", " ", "0", "0", " ", "0", "0", " ", "0", "0", " ", "0", "0"))
    '06 12 34 56 78'
    """
    digits = number_text(value)
    places = sum(piece == "0" for piece in pieces)
    if not digits.isdecimal() or len(digits) >= places:
        return None
    left = iter(digits.rjust(places, "0"))
    return "".join(next(left) if piece == "0" else piece for piece in pieces)


def _boolean(value: bool) -> str:  # noqa: FBT001 - the value of a cell
    return "true" if value else "false"


def _moment(value: dt.datetime) -> str:
    if value < _FIRST:
        return _NO_DAY
    if value.microsecond:
        value = (value + _HALF).replace(microsecond=0)
    if not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="seconds")


def _day(value: dt.date) -> str:
    return value.isoformat() if value >= _FIRST.date() else _NO_DAY


def _duration(value: dt.timedelta) -> str:
    seconds = round(abs(value).total_seconds())
    sign = "-" if value < dt.timedelta(0) else ""
    return f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _time(value: dt.time) -> str:
    return _duration(
        dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    )


_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    float: number_text,
    int: number_text,
    bool: _boolean,
    dt.datetime: _moment,
    dt.date: _day,
    dt.time: _time,
    dt.timedelta: _duration,
    type(None): lambda _value: "",
    str: str,
    ShownText: str,
    CellError: lambda _value: "",
}


def text_of(value: object) -> str:
    """Give the text of the value of a cell."""
    return _WRITERS[value.__class__](value)


def texts_of(values: Sequence[object], kinds: Collection[type]) -> list[str]:
    """Give the texts of some cells, as `text_of` does one by one, faster where their types (`kinds`) are one or two."""
    if kinds == _TEXTS:
        return list(values)  # type: ignore[arg-type]  # each of them is a text
    if kinds == _FLOATS:
        return [
            text[:-2] if text[-2:] == ".0" and len(text) < _WHOLE and text != "-0.0" else _fraction(text, value)
            for text, value in zip(map(repr, values), values, strict=True)
        ]
    if len(kinds) == 1:
        return list(map(_WRITERS[next(iter(kinds))], values))
    return [value if value.__class__ is str else _WRITERS[value.__class__](value) for value in values]


_TEXTS: Final = frozenset((str,))
_FLOATS: Final = frozenset((float,))
_SHORT: Final = 15
_WHOLE: Final = 18
"""So long is the text of a number with a fraction that cannot have more than fifteen digits, and of the first whole
number that has: `1234567890123456.0`."""


def _fraction(text: str, value: Any) -> str:
    """Take the shortest text of a number that Python gives, where it is short enough to be what fifteen digits give."""
    return (
        text if len(text) <= _SHORT and "e" not in text and "n" not in text and text != "-0.0" else number_text(value)
    )
