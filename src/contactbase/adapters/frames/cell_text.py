r"""One typed value as the text of a cell: nothing is inferred, nothing rounded.

Numbers without a fraction are written without one, whatever their type, because data frames make floats of whole
numbers as soon as one is missing. A moment at midnight is its day. None, NaN, NaT and NA are unknown, as an empty
text is.

>>> [cell_text(value) for value in ("01000", 1000, 1000.0, 0.1, True, None, float("nan"), dt.datetime(2026, 5, 3))]
['01000', '1000', '1000', '0.1', 'true', '', '', '2026-05-03']
>>> cell_text(["a", None, 2]), cell_text({"city": "Lyon"})
('a\n2', '{"city":"Lyon"}')
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final

__all__ = ["cell_text", "is_missing"]

_MISSING: Final = frozenset({"NoneType", "NAType", "NaTType"})
_MIDNIGHT: Final = dt.time()
_PLAIN: Final = (str, int)
_EXACT: Final = 1e16
"""From here on a float is no longer sure of its last digit."""


def is_missing(value: Any) -> bool:
    """Tell whether a value stands for none: None, NaN, and the NaT and NA of pandas."""
    return type(value).__name__ in _MISSING or (isinstance(value, float) and value != value)  # noqa: PLR0124 - NaN


def cell_text(value: Any, several: Callable[[Iterable[str]], str] = "\n".join) -> str:
    """Give the text of a value; several ones in a list are put together by `several`."""
    if value.__class__ in _PLAIN:
        return str(value)
    if is_missing(value):
        return ""
    for kind, write in _WRITE:
        if isinstance(value, kind):
            return write(value)
    if hasattr(value, "__iter__"):
        return _listed(list(value), several)
    return cell_text(value.item(), several) if hasattr(value, "item") else str(value)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(float(value))


def _moment(value: dt.datetime) -> str:
    return value.date().isoformat() if value.time() == _MIDNIGHT and not value.tzinfo else value.isoformat()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=cell_text)


_WRITE: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (bool, lambda value: "true" if value else "false"),
    (float, _number),
    (Decimal, lambda value: format(value, "f")),
    (dt.datetime, _moment),
    (dt.date, dt.date.isoformat),
    (dt.time, dt.time.isoformat),
    (bytes, lambda value: value.decode("utf-8", "replace")),
    (dict, _json),
    (str, str),
)


def _listed(values: list[Any], several: Callable[[Iterable[str]], str]) -> str:
    """Give the text of a list: its values, or JSON where they are no single ones."""
    if any(isinstance(each, dict | list | tuple) for each in values):
        return _json(values)
    return several([cell_text(each) for each in values if not is_missing(each)])
