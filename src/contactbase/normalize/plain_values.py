"""Values of other types than text in the mappings that a program gives: their text, as a file would hold it.

Numbers in plain digits, truth values as `true` and `false`, days and instants in ISO 8601 (an instant at midnight is
its day, as spreadsheets mean it); None, NaN and the like are an empty cell.

>>> cell_of(75001, "postcode", 1), cell_of(dt.date(1980, 3, 22), "birth_date", 1), cell_of(None, "city", 1)
('75001', '1980-03-22', '')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Final

__all__ = ["cell_of"]


def _fraction_text(value: float | Decimal) -> str:
    """Give a number in digits; empty for NaN and infinities."""
    number = Decimal(str(value))
    if not number.is_finite():
        return ""
    return str(int(number)) if isinstance(value, float) and number == int(number) else format(number, "f")


def _instant_text(value: dt.datetime) -> str:
    midnight = value.time() == dt.time() and value.tzinfo is None
    return value.date().isoformat() if midnight else value.isoformat()


_TEXTS: Final[tuple[tuple[type, Callable[..., str]], ...]] = (
    (Enum, lambda value: str(value.value)),
    (str, str),
    (bool, lambda value: "true" if value else "false"),
    (int, str),
    (float, _fraction_text),
    (Decimal, _fraction_text),
    (dt.datetime, _instant_text),
    (dt.date, dt.date.isoformat),
    (type(None), lambda _value: ""),
)
"""Which text a value has, by the first type that it is of."""


def cell_of(value: object, field: str, row: int) -> str:
    """Give the text of a value; ValueError names the row (from 1), the field and the type of what has none."""
    for kind, text in _TEXTS:
        if isinstance(value, kind):
            return text(value)
    raise ValueError(f"Row {row}, {field}: a {type(value).__name__} is no cell. Give text, a number, a day or None.")
