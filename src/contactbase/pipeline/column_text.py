"""Columns of values as columns of text: what a file is written from, some hundreds of rows at a time.

A column at a time costs a fraction of a cell at a time: a column where nothing is known is not looked at, and the text
of values that come again (days, codes, sets of labels) is made once. What is remembered is bounded and belongs to the
function of one column.

>>> import datetime as dt
>>> days = known_text(dt.date.isoformat)
>>> days((dt.date(2026, 5, 3), None))
['2026-05-03', '']
>>> plain_text(("Lyon", None)), unlike_text("|".join)((("a", "b"), ()))
(['Lyon', ''], ['a|b', ''])
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

__all__ = ["ColumnText", "known_text", "plain_text", "unlike_text"]

ColumnText = Callable[[Sequence[Any]], list[str]]
"""From the values of a column (of one kind; None or an empty one: unknown) to their texts."""

_MOST: Final = 4096
_BLANK: Final = [""]


class _Known(dict[object, str]):
    """A mapping of values to texts that writes what it does not hold."""

    __slots__ = ("_write",)

    def __init__(self, write: Callable[[Any], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, value: object) -> str:
        if len(self) >= _MOST:
            self.clear()
        text = self[value] = "" if value is None else self._write(value)
        return text


def known_text(write: Callable[[Any], str]) -> ColumnText:
    """Give the column writer of values that come again and can be hashed."""
    known = _Known(write).__getitem__

    def column(values: Sequence[Any]) -> list[str]:
        return _BLANK * len(values) if values.count(None) == len(values) else list(map(known, values))

    return column


def plain_text(values: Sequence[str | None]) -> list[str]:
    """Write a column of text."""
    if values.count(None) == len(values):
        return _BLANK * len(values)
    return [value or "" for value in values]


def unlike_text(write: Callable[[Any], str]) -> ColumnText:
    """Give the column writer of collections that hardly ever come twice."""

    def column(values: Sequence[Any]) -> list[str]:
        return [write(value) if value else "" for value in values] if any(values) else _BLANK * len(values)

    return column
