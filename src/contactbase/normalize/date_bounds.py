"""Which days are plausible for a field, which are placeholders, and in which century a two-digit year lies.

Rules (own judgement, `facts/normalization.md` 2.6): a birth date is never after the reference day and at most 120
years before it; an act (order, consent, last contact) has happened, and since 1950; a term may lie ahead. Without a
reference day a two-digit year has no century. Systems write the days of `PLACEHOLDERS` for "unknown" or "never".

>>> today = dt.date(2026, 11, 22)
>>> rules = Bounds.of("birth_date", today)
>>> rules.century(today, 3, 12, short=85), rules.century(today, 3, 12, short=20)
((datetime.date(1985, 3, 12), False), (datetime.date(2020, 3, 12), True))
>>> rules.judge(dt.date(1885, 3, 12)).code
'date.implausible'
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final, Self

import attrs

from contactbase.model.journal import Finding
from contactbase.normalize.date_formats import FIRST_YEAR, LAST_YEAR
from contactbase.normalize.remark import remark

__all__ = ["FIELDS", "PLACEHOLDERS", "Bounds", "Meaning", "a_day"]


class Meaning(StrEnum):
    """What a date field says, and so which days it can hold."""

    BIRTH = "birth"
    ACT = "act"
    TERM = "term"
    ANY = "any"


_MEANINGS: Final = {
    "birth_date": Meaning.BIRTH,
    "collected_on": Meaning.ACT,
    "verified_on": Meaning.ACT,
    "email_verified_on": Meaning.ACT,
    "mobile_verified_on": Meaning.ACT,
    "address_verified_on": Meaning.ACT,
    "last_purchase": Meaning.ACT,
    "first_purchase": Meaning.ACT,
    "last_contact_by_person": Meaning.ACT,
    "consented_on": Meaning.ACT,
    "withdrawn_on": Meaning.ACT,
    "bounced_on": Meaning.ACT,
    "recorded_on": Meaning.ACT,
    "at": Meaning.ACT,
    "relationship_end": Meaning.TERM,
    "rental_end": Meaning.TERM,
    "expires_on": Meaning.TERM,
}
_ANSWERS: Final = ("opt_in", "opt_out")
"""A day in the column of an answer is the day on which it was given."""

FIELDS: Final = tuple(_MEANINGS)
"""The fields that hold one date."""

PLACEHOLDERS: Final = frozenset(
    dt.date(*parts)
    for parts in (
        (1, 1, 1),  # .NET
        (1753, 1, 1),  # the first day of SQL Server
        (1899, 12, 30),  # serial 0 of Excel, OLE Automation
        (1899, 12, 31),
        (1900, 1, 1),
        (1904, 1, 1),  # serial 0 of Excel for Mac
        (1970, 1, 1),  # Unix time 0
        (2099, 12, 31),
        (2999, 12, 31),
        (9999, 12, 31),  # never
    )
)
OLDEST_AGE: Final = 120
_FIRST_ACT: Final = dt.date(1950, 1, 1)
_FIRST_BIRTH: Final = dt.date(1900, 1, 1)
_FIRST: Final = dt.date(FIRST_YEAR, 1, 1)
_LAST: Final = dt.date(LAST_YEAR, 12, 31)
_MEMORY: Final = 80
"""Years: an act is rather read into the near future, and flagged, than further back than this."""


@attrs.frozen(kw_only=True)
class Bounds:
    """`first` to `last`, both included: the days that are plausible for a field without a word."""

    field: str | None
    meaning: Meaning
    as_of: dt.date | None
    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, field: str | None, as_of: dt.date | None) -> Self:
        """Give the bounds of a field as of a day."""
        name = field or ""
        meaning = Meaning.ACT if name.startswith(_ANSWERS) else _MEANINGS.get(name, Meaning.ANY)
        past = meaning in {Meaning.BIRTH, Meaning.ACT}
        last = as_of if as_of is not None and past else _LAST
        return cls(field=field, meaning=meaning, as_of=as_of, first=_first_day(meaning, as_of), last=last)

    def judge(self, day: dt.date) -> Finding | None:
        """Give what is wrong with a day; an error or a placeholder means that it is not taken."""
        if day in PLACEHOLDERS:
            return remark("date.placeholder", self.field)
        if not _FIRST <= day <= _LAST:
            return remark("date.out-of-range", self.field)
        if day < self.first:
            return remark("date.implausible", self.field, year=self.first.year)
        if day <= self.last:
            return None
        if self.meaning is Meaning.BIRTH:
            return remark("date.birth-in-future", self.field)
        return remark("date.in-future", self.field)

    def century(self, as_of: dt.date, month: int, day: int, *, short: int) -> tuple[dt.date, bool] | None:
        """Give the day that a two-digit year stands for, and whether another century would do as well.

        None when no century has that day.
        """
        base = as_of.year // 100 * 100 + short
        days = [found for year in range(base - 200, base + 101, 100) if (found := a_day(year, month, day))]
        if not days:
            return None
        plausible = [found for found in days if self._near(found, as_of)]
        if not plausible or self.meaning is Meaning.TERM:
            best = min(plausible or days, key=lambda found: abs((found - as_of).days))
        else:
            best = max(plausible)
        return best, len(plausible) > 1 or self.meaning is Meaning.ANY

    def _near(self, day: dt.date, as_of: dt.date) -> bool:
        """Tell whether a two-digit year may mean this day."""
        if self.meaning is Meaning.BIRTH:
            return self.first <= day <= as_of
        if self.meaning is Meaning.TERM:
            return abs(day.year - as_of.year) <= 50
        memory = _MEMORY if self.meaning is Meaning.ACT else 100
        return day <= as_of and as_of.year - day.year < memory


def _first_day(meaning: Meaning, as_of: dt.date | None) -> dt.date:
    if meaning is Meaning.BIRTH and as_of is not None:
        return dt.date(max(as_of.year - OLDEST_AGE, 1), as_of.month, min(as_of.day, 28))
    return _FIRST_BIRTH if meaning in {Meaning.BIRTH, Meaning.ANY} else _FIRST_ACT


def a_day(year: int, month: int, day: int) -> dt.date | None:
    """Give a day of the calendar, or None when there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
