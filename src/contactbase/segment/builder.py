"""The same tree, written in Python: `F` for fields, tables and aggregates, `&`, `|`, `~`, `-` between conditions.

>>> from contactbase.segment.phrases import last, money
>>> print((F.city == "Lyon") & F.age.between(25, 34) & ~(F.spent <= money("100.50", "EUR")))
city = "Lyon" and age between 25 and 34 and not spent <= 100.50 EUR
>>> print(F.purchases.where(F.category == "shoes").within(last(12).months).count() >= 2)
count(purchases where category = "shoes" in last 12 months) >= 2
>>> bool(F.city == "Lyon")
Traceback (most recent call last):
    ...
TypeError: A condition is neither true nor false before it meets a contact. Write & | ~ for and, or, not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Final, NoReturn, TypeAlias

import attrs

from contactbase.segment import nodes
from contactbase.segment.nodes import Ago, Expr, Function, How, Match, Op, Operand, Period, Value

__all__ = ["Condition", "F", "Term"]

_Plain: TypeAlias = Value | str | int | bool | Decimal | dt.date


@attrs.frozen(eq=False)
class Condition:
    """A condition under construction; `tree` is what a text would have made."""

    tree: Expr

    def __and__(self, other: Condition) -> Condition:
        return Condition(nodes.And((self.tree, other.tree)))

    def __or__(self, other: Condition) -> Condition:
        return Condition(nodes.Or((self.tree, other.tree)))

    def __sub__(self, other: Condition) -> Condition:
        return Condition(nodes.And((self.tree, nodes.Not(other.tree))))

    def __invert__(self) -> Condition:
        return Condition(nodes.Not(self.tree))

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "A condition is neither true nor false before it meets a contact. Write & | ~ for and, or, not."
        )

    def __str__(self) -> str:
        return str(self.tree)


def _value(held: object) -> Value:
    """Give a Python value as a node of the language."""
    match held:
        case nodes.Text() | nodes.Word() | nodes.Number() | nodes.Money() | nodes.Day() | nodes.Truth() | Ago():
            return held
        case bool():
            return nodes.Truth(held)
        case StrEnum():
            return nodes.Word(held.value)
        case str():
            return nodes.Text(held)
        case int() | Decimal():
            return nodes.Number(held)
        case dt.date() if not isinstance(held, dt.datetime):
            return nodes.Day(held)
    wrong = type(held).__name__
    raise TypeError(f"{wrong} is no value of the language. Write text, an int, a Decimal, a date, or money(…).")


@attrs.frozen(eq=False)
class Term:
    """An operand; comparing it gives a condition."""

    operand: Operand

    def __eq__(self, other: object) -> Condition:  # type: ignore[override] # a comparison is a node, not a bool
        return self._compare(Op.EQ, other)

    def __ne__(self, other: object) -> Condition:  # type: ignore[override] # a comparison is a node, not a bool
        return self._compare(Op.NE, other)

    def __lt__(self, other: _Plain) -> Condition:
        return self._compare(Op.LT, other)

    def __le__(self, other: _Plain) -> Condition:
        return self._compare(Op.LE, other)

    def __gt__(self, other: _Plain) -> Condition:
        return self._compare(Op.GT, other)

    def __ge__(self, other: _Plain) -> Condition:
        return self._compare(Op.GE, other)

    __hash__ = None  # type: ignore[assignment] # equality gives a node, so a set of terms has no meaning

    def __bool__(self) -> NoReturn:
        raise TypeError("A field is neither true nor false. Compare it, and write & | ~ for and, or, not.")

    def _compare(self, op: Op, value: object) -> Condition:
        return Condition(nodes.Compare(self.operand, op, _value(value)))

    def between(self, low: _Plain, high: _Plain) -> Condition:
        """From low to high, both with it."""
        return Condition(nodes.Between(self.operand, _value(low), _value(high)))

    def is_in(self, *values: _Plain) -> Condition:
        """Equal to one of some values."""
        return Condition(nodes.In(self.operand, tuple(_value(one) for one in values)))

    def not_in(self, *values: _Plain) -> Condition:
        """Equal to none of some values: unknown ones are in."""
        return Condition(nodes.In(self.operand, tuple(_value(one) for one in values), negated=True))

    def contains(self, value: str | nodes.Text) -> Condition:
        """Text somewhere inside."""
        return Condition(nodes.TextTest(self.operand, Match.CONTAINS, _value(value)))

    def starts_with(self, value: str | nodes.Text) -> Condition:
        """Text at the beginning."""
        return Condition(nodes.TextTest(self.operand, Match.STARTS, _value(value)))

    def ends_with(self, value: str | nodes.Text) -> Condition:
        """Text at the end."""
        return Condition(nodes.TextTest(self.operand, Match.ENDS, _value(value)))

    def has_any(self, *values: _Plain) -> Condition:
        """One of some values, in a field that holds several."""
        return self._has(How.ANY, values)

    def has_all(self, *values: _Plain) -> Condition:
        """All of some values, in a field that holds several."""
        return self._has(How.ALL, values)

    def has_none(self, *values: _Plain) -> Condition:
        """None of some values, in a field that holds several."""
        return self._has(How.NONE, values)

    def _has(self, how: How, values: Iterable[_Plain]) -> Condition:
        return Condition(nodes.HasOf(self.operand, how, tuple(_value(one) for one in values)))

    def known(self) -> Condition:
        """A value is there."""
        return Condition(nodes.Known(self.operand))

    def unknown(self) -> Condition:
        """No value is there."""
        return Condition(nodes.Known(self.operand, known=False))

    def is_within(self, period: Period) -> Condition:
        """A date inside a period."""
        return Condition(nodes.InPeriod(self.operand, period))

    def is_not_within(self, period: Period) -> Condition:
        """A date outside a period, or unknown."""
        return Condition(nodes.InPeriod(self.operand, period, negated=True))


@attrs.frozen(eq=False)
class Name(Term):
    """A field, or a table: `F.city`, `F.purchases.amount`, `F.purchases.where(…).within(…).count()`."""

    operand: nodes.FieldRef
    column: str | None = None
    condition: Expr | None = None
    period: Period | None = None

    def __getattr__(self, name: str) -> Name:
        if name.startswith("__"):
            raise AttributeError(name)
        return attrs.evolve(self, column=name)

    def __getitem__(self, name: str) -> Name:
        return attrs.evolve(self, column=name)

    def where(self, condition: Condition) -> Name:
        """Take only the events that meet a condition on their own fields."""
        return attrs.evolve(self, condition=condition.tree)

    def within(self, period: Period) -> Name:
        """Take only the events of a period; of a field, `is_within` makes a condition."""
        return attrs.evolve(self, period=period)

    def exists(self) -> Condition:
        """One event at least."""
        return Condition(nodes.HasEvents(self.operand.name, self.condition, self.period))

    def missing(self) -> Condition:
        """No event."""
        return Condition(nodes.HasEvents(self.operand.name, self.condition, self.period, negated=True))

    def _made(self, function: Function) -> Term:
        aggregate = nodes.Aggregate(function, self.operand.name, self.column, self.condition, self.period)
        return Term(aggregate)

    def count(self) -> Term:
        """How many; a CRM total of 12 orders counts 12."""
        return self._made(Function.COUNT)

    def sum(self) -> Term:
        """The total of a field; 0 when there is nothing to add."""
        return self._made(Function.SUM)

    def avg(self) -> Term:
        """The mean of a field."""
        return self._made(Function.AVG)

    def min(self) -> Term:
        """The least value of a field."""
        return self._made(Function.MIN)

    def max(self) -> Term:
        """The greatest value of a field."""
        return self._made(Function.MAX)

    def first(self) -> Term:
        """The value of a field on the first day."""
        return self._made(Function.FIRST)

    def last(self) -> Term:
        """The value of a field on the last day."""
        return self._made(Function.LAST)

    def distinct(self) -> Term:
        """How many different values."""
        return self._made(Function.DISTINCT)

    def favourite(self) -> Term:
        """The most frequent value; ties go to the latest, then to the first in order of value."""
        return self._made(Function.FAVOURITE)

    def anniversary(self) -> Term:
        """The yearly return of a date."""
        return Term(nodes.Anniversary(self.operand))


@attrs.frozen
class _Fields:
    """Every name of the schema, as an attribute or, for any text, in brackets."""

    def __getattr__(self, name: str) -> Name:
        if name.startswith("__"):
            raise AttributeError(name)
        return Name(nodes.FieldRef(name))

    def __getitem__(self, name: str) -> Name:
        return Name(nodes.FieldRef(name))


F: Final = _Fields()
