"""Periods and points of a text, in English and in French.

>>> PeriodReader.of("les 12 derniers mois").period()
Last(n=12, unit=<Unit.MONTH: 'month'>)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from contactbase.segment.lexer import Kind
from contactbase.segment.nodes import (
    After,
    Ago,
    Before,
    BetweenDays,
    Day,
    Last,
    Next,
    Period,
    Point,
    Previous,
    Since,
    This,
    Today,
    Unit,
    Yesterday,
)
from contactbase.segment.value_reader import ValueReader
from contactbase.segment.words import UNITS

__all__ = ["PeriodReader"]


@attrs.define
class PeriodReader(ValueReader):
    """Reads periods."""

    def is_period(self) -> bool:
        """Tell whether a period starts here."""
        if self.token.kind is Kind.NUMBER:
            return bool(self.length("last", self.at + 1) or self.length("next", self.at + 1))
        if any(self.length(keyword) for keyword in _PERIODS):
            return True
        article = self.length("les")
        if not article:
            return False
        after = self.at + article
        return self.tokens[after].kind is Kind.NUMBER or self.words[after] in UNITS

    def period(self) -> Period:
        """Read a period."""
        start = self.at
        for keyword, rule in _PERIODS.items():
            if self.accept(keyword):
                return rule(self, start)
        self.accept("les")
        if self.token.kind is Kind.NUMBER:
            return self.french_period(start)
        if self.words[self.at] in UNITS and (self.length("last", self.at + 1) or self.length("previous", self.at + 1)):
            unit = Unit(UNITS[self.words[self.at] or ""])
            self.at += 1
            self.accept("last", "previous")
            return self.make(Previous, start, 1, unit)
        raise self.expected("period")

    def french_period(self, start: int) -> Period:
        """Read `12 derniers mois`, `7 prochains jours`, `3 mois précédents`."""
        at = self.at
        n = self.number()
        which = self.accept("last", "next")
        self.at = at
        if which:
            kind: type[Last | Next] = Last if which == "last" else Next
            return kind(*self.count_and_unit(start, ("last", "next")), span=self.span(start))
        unit = UNITS.get(self.words[self.at + 1] or "")
        if unit is None:
            self.at += 1
            self.no_unit(start)
        self.at += 2
        self.accept("calendar")
        if not self.accept("previous"):
            raise self.expected("period")
        return self.make(Previous, start, *self.checked(start, n, Unit(unit)))

    def last(self, start: int) -> Period:
        """Read what follows `last`."""
        if self.token.kind is not Kind.NUMBER:
            raise self.expected("rolling")
        return self.make(Last, start, *self.count_and_unit(start))

    def next(self, start: int) -> Period:
        """Read what follows `next`."""
        return self.make(Next, start, *self.count_and_unit(start))

    def this(self, start: int) -> Period:
        """Read what follows `this`."""
        unit = UNITS.get(self.words[self.at] or "")
        if unit is None:
            self.no_unit(start)
        self.at += 1
        return self.make(This, start, unit)

    def previous(self, start: int) -> Period:
        """Read what follows `previous`."""
        n = self.number() if self.token.kind is Kind.NUMBER else 1
        self.accept("calendar")
        unit = UNITS.get(self.words[self.at] or "")
        if unit is None:
            self.no_unit(start)
        self.at += 1
        return self.make(Previous, start, *self.checked(start, n, Unit(unit)))

    def since(self, start: int) -> Period:
        """Read what follows `since`."""
        at = self.at
        if self.token.kind is not Kind.DATE:
            raise self.expected("date")
        self.at += 1
        return self.make(Since, start, self.make(Day, at, dt.date.fromisoformat(self.tokens[at].text)))

    def before(self, start: int) -> Period:
        """Read what follows `before`."""
        return self.make(Before, start, self.point())

    def after(self, start: int) -> Period:
        """Read what follows `after`."""
        return self.make(After, start, self.point())

    def between_points(self, start: int) -> Period:
        """Read what follows `between`."""
        low = self.point()
        if not self.accept("and"):
            raise self.expected("point")
        return self.make(BetweenDays, start, low, self.point())

    def today(self, start: int) -> Period:
        """Read nothing more."""
        return self.make(Today, start)

    def yesterday(self, start: int) -> Period:
        """Read nothing more."""
        return self.make(Yesterday, start)

    def point(self) -> Point:
        """Read a date, so many units ago, or today."""
        start, token = self.at, self.token
        if self.accept("today"):
            return self.make(Today, start)
        if self.accept("il y a"):
            return self.make(Ago, start, *self.count_and_unit(start))
        if token.kind is Kind.DATE:
            self.at += 1
            return self.make(Day, start, dt.date.fromisoformat(token.text))
        if token.kind is Kind.NUMBER:
            parts = self.count_and_unit(start)
            if not self.accept("ago"):
                raise self.expected("point", fix="ago")
            return self.make(Ago, start, *parts)
        raise self.expected("point")


_PERIODS: Final[Mapping[str, Callable[[PeriodReader, int], Period]]] = {
    "last": PeriodReader.last,
    "next": PeriodReader.next,
    "this": PeriodReader.this,
    "previous": PeriodReader.previous,
    "since": PeriodReader.since,
    "before": PeriodReader.before,
    "after": PeriodReader.after,
    "between": PeriodReader.between_points,
    "today": PeriodReader.today,
    "yesterday": PeriodReader.yesterday,
}
