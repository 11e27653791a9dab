"""What a text says of an operand: comparisons, `in`, `is`, `has any of`, `contains`.

>>> from contactbase.segment.nodes import FieldRef
>>> reader = ComparisonReader.of("between 25 and 34")
>>> print(reader.test(0, FieldRef("age")))
age between 25 and 34
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from contactbase.segment.diagnostics import diagnose
from contactbase.segment.lexer import Kind
from contactbase.segment.limits import LIST
from contactbase.segment.nodes import (
    Between,
    Compare,
    Expr,
    HasOf,
    How,
    In,
    InPeriod,
    Known,
    Match,
    Op,
    Operand,
    TextTest,
    Value,
)
from contactbase.segment.period_reader import PeriodReader
from contactbase.segment.token_reader import StopError, TroubleError
from contactbase.segment.vocabulary import key, suggest

__all__ = ["OPS", "ComparisonReader"]

_OPERATORS: Final = {key(word): word for word in ("contains", "between", "starts with", "ends with", "in")}
OPS: Final = {op.value: op for op in Op}


@attrs.define
class ComparisonReader(PeriodReader):
    """Reads what is said of an operand."""

    def test(self, start: int, operand: Operand) -> Expr:
        """Read what follows an operand."""
        if self.token.kind is Kind.SYMBOL and self.token.text in OPS:
            op = OPS[self.token.text]
            self.at += 1
            return self.make(Compare, start, operand, op, self.value())
        for keyword, rule in _TESTS.items():
            if self.accept(keyword):
                return rule(self, start, operand)
        if self.token.kind is Kind.WORD:
            raise self.expected("operator", fix=suggest(self.token.text, _OPERATORS))
        raise self.expected("operator")

    def between(self, start: int, operand: Operand) -> Expr:
        """Read both ends."""
        low = self.value()
        if not self.accept("and"):
            raise self.expected("value")
        return self.make(Between, start, operand, low, self.value())

    def known(self, start: int, operand: Operand) -> Expr:
        """Make `is known`."""
        return self.make(Known, start, operand, True)  # noqa: FBT003 - the part of a node

    def unknown(self, start: int, operand: Operand) -> Expr:
        """Make `is unknown`."""
        return self.make(Known, start, operand, False)  # noqa: FBT003 - the part of a node

    def is_in(self, start: int, operand: Operand) -> Expr:
        """Read a list, or a period."""
        if self.is_period():
            return self.make(InPeriod, start, operand, self.period())
        return self.make(In, start, operand, self.values())

    def is_not_in(self, start: int, operand: Operand) -> Expr:
        """Read a list, or a period, that is excluded."""
        if self.is_period():
            return self.make(InPeriod, start, operand, self.period(), True)  # noqa: FBT003 - the part of a node
        return self.make(In, start, operand, self.values(), True)  # noqa: FBT003 - the part of a node

    def is_not(self, start: int, operand: Operand) -> Expr:
        """Read a period that is excluded."""
        if not self.is_period():
            raise self.expected("known")
        return self.make(InPeriod, start, operand, self.period(), True)  # noqa: FBT003 - the part of a node

    def is_(self, start: int, operand: Operand) -> Expr:
        """Read a period."""
        if not self.is_period():
            raise self.expected("known")
        return self.make(InPeriod, start, operand, self.period())

    def match(self, match: Match) -> Callable[[int, Operand], Expr]:
        """Give the rule of a test of text."""
        return lambda start, operand: self.make(TextTest, start, operand, match, self.value())

    def values(self) -> tuple[Value, ...]:
        """Read a list in parentheses."""
        if not self.symbol("("):
            self.note(diagnose("E100", self.token.span, {"expected": "(", "found": self.found()}))
            raise TroubleError
        start = self.at
        found = [self.value()]
        while self.symbol(","):
            found.append(self.value())
            if len(found) > LIST:
                self.note(diagnose("E163", self.span(start), {"limit": LIST}))
                raise StopError
        self.closing()
        return tuple(found)

    def closing(self) -> None:
        """Read a closing parenthesis."""
        if not self.symbol(")"):
            self.note(diagnose("E100", self.token.span, {"expected": ")", "found": self.found()}))
            raise TroubleError


_TESTS: Final[Mapping[str, Callable[[ComparisonReader, int, Operand], Expr]]] = {
    "not in": ComparisonReader.is_not_in,
    "in": ComparisonReader.is_in,
    "is unknown": ComparisonReader.unknown,
    "is known": ComparisonReader.known,
    "has any of": lambda self, start, operand: self.make(HasOf, start, operand, How.ANY, self.values()),
    "has all of": lambda self, start, operand: self.make(HasOf, start, operand, How.ALL, self.values()),
    "has none of": lambda self, start, operand: self.make(HasOf, start, operand, How.NONE, self.values()),
    "is not": ComparisonReader.is_not,
    "is": ComparisonReader.is_,
    "between": ComparisonReader.between,
    "contains": lambda self, start, operand: self.match(Match.CONTAINS)(start, operand),
    "starts with": lambda self, start, operand: self.match(Match.STARTS)(start, operand),
    "ends with": lambda self, start, operand: self.match(Match.ENDS)(start, operand),
}
