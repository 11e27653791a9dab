"""What the caller states about columns, by keyword, in place of what they would show by themselves.

A name of `Hints` with one value holds for every column; with a mapping, for the fields it names. What is stated is not
inferred again.

>>> from contactbase.model.hints import Hints
>>> hints = {"birth_date": Hints(field="birth_date"), "spent": Hints(field="spent")}
>>> told = with_stated(hints, {"date_order": {"birth_date": "mdy"}, "decimal_mark": ","})
>>> str(told["birth_date"].date_order), told["spent"].decimal_mark, told["spent"].date_order
('mdy', ',', None)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs

from contactbase.errors import ReadError
from contactbase.model.hints import DateOrder, Hints

__all__ = ["STATABLE", "with_stated"]


def _zone(name: str) -> str:
    return ZoneInfo(name).key


def _currency(code: str) -> str:
    if len(code) != 3 or not code.isalpha():
        raise ValueError
    return code.upper()


def _one_of(*allowed: Any) -> Callable[[Any], Any]:
    def choose(value: Any) -> Any:
        if value not in allowed:
            raise ValueError
        return value

    return choose


STATABLE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "date_order": DateOrder,
    "decimal_mark": _one_of(",", "."),
    "currency": _currency,
    "excel_epoch": lambda year: _one_of(1900, 1904)(int(year)),
    "zone": _zone,
    "list_separator": str,
    "codes": lambda codes: {str(raw).casefold(): str(word) for raw, word in codes.items()},
}
"""The names that may be stated, and what reads a value of each; ValueError, TypeError or KeyError for a wrong one."""


def with_stated(hints: Mapping[str, Hints], stated: Mapping[str, Any]) -> dict[str, Hints]:
    """Give the hints of columns with what was stated; ReadError for a field that is not read, or a wrong value."""
    told = dict(hints)
    for name, value in stated.items():
        for field, one in _by_field(value, told).items():
            if field not in told:
                raise ReadError(f'No column is read as "{field}". Those that are: {", ".join(told)}.')
            told[field] = attrs.evolve(told[field], **{name: _read(name, one)})
    return told


def _by_field(value: Any, hints: Mapping[str, Hints]) -> Mapping[str, Any]:
    """Give the value of each field: the mapping given, or one value for all; codes are always given by field."""
    if isinstance(value, Mapping):
        return value
    return dict.fromkeys(hints, value)


def _read(name: str, value: Any) -> Any:
    try:
        return STATABLE[name](value)
    except (ValueError, TypeError, KeyError, AttributeError, OSError) as error:
        raise ReadError(f"{value!r} is no {name.replace('_', ' ')}. {_EXAMPLES[name]}") from error


_EXAMPLES: Final[Mapping[str, str]] = {
    "date_order": "Write dmy, mdy or ymd.",
    "decimal_mark": "Write , or . between quotes.",
    "currency": "Write an ISO 4217 code such as EUR.",
    "excel_epoch": "Write 1900 or 1904.",
    "zone": "Write an IANA name such as Europe/Paris.",
    "list_separator": "Write the text between two values.",
    "codes": 'Write them by field: {"sex": {"1": "M", "2": "F"}}.',
}
