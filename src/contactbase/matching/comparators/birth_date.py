"""Birth dates: the same, a slip of the keyboard or day and month exchanged, two parts of three, another.

A year that differs by ten and more is two parts of three, though it is one digit: a parent and a child may share a
day and a month.

>>> import datetime as dt
>>> BIRTH_DATE.levels[compare(dt.date(1980, 5, 3), dt.date(1980, 3, 5)) - 1].name
'slip'
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.model.contact import Contact
from contactbase.model.text import Text

__all__ = ["BIRTH_DATE", "DIFFERENT", "compare"]

_LEVELS: Final = (
    Level("same", Text("the same birth date", "la même date de naissance"), 0.895, 0.02, 0.00006),
    Level("slip", Text("a slip apart", "à une faute de frappe près"), 0.06, 0.006, 0.0012),
    Level("part", Text("two parts of three the same", "deux parties sur trois identiques"), 0.03, 0.01, 0.004),
    Level("different", Text("another birth date", "une autre date de naissance"), 0.015, 0.964, 0.9947),
)
_SAME, _SLIP, _PART, DIFFERENT = range(1, 5)
_GENERATION: Final = 10
"""A slip in the decade may as well be a parent and a child."""


def compare(one: dt.date, other: dt.date) -> int:
    """Compare two birth dates that are not equal."""
    if one.year == other.year and one.day == other.month and one.month == other.day:
        return _SLIP
    equal = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    if equal == 0:
        return DIFFERENT
    if abs(one.year - other.year) < _GENERATION and slips(_digits(one), _digits(other), 1) <= 1:
        return _SLIP
    return _PART if equal > 1 else DIFFERENT


def _digits(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _value(contact: Contact) -> dt.date | None:
    return contact.birth_date


BIRTH_DATE: Final = Comparator(
    name="birth_date",
    fields=("birth_date",),
    title=Text("birth date", "date de naissance"),
    levels=_LEVELS,
    value=_value,
    compare=compare,
)
