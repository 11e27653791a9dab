"""The tree of the segment language: one frozen node per construct of the grammar.

Text, builder and JSON make the same tree. `And` and `Or` are n-ary and flat, since a left-deep chain of thousands
overflows recursion. Where a node stood in a text (`span`) is no part of it: two trees are equal when they mean the
same words. `str(node)` is the canonical text.

>>> And((Known(FieldRef("city")), And((Known(FieldRef("age")), InList("vip"))))).args[2]
InList(name='vip')
>>> str(Not(Known(FieldRef("city"))))
'not city is known'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

import attrs

__all__ = [
    "After",
    "Aggregate",
    "Ago",
    "And",
    "Anniversary",
    "Before",
    "Between",
    "BetweenDays",
    "CanReceive",
    "Compare",
    "Day",
    "Expr",
    "FieldRef",
    "Function",
    "HasEvents",
    "HasOf",
    "How",
    "In",
    "InList",
    "InPeriod",
    "InSegment",
    "Known",
    "Last",
    "Match",
    "Money",
    "Next",
    "Node",
    "Not",
    "Number",
    "Op",
    "Operand",
    "OptedIn",
    "OptedOut",
    "Or",
    "Period",
    "Point",
    "Previous",
    "Sample",
    "Since",
    "Span",
    "Text",
    "TextTest",
    "This",
    "Today",
    "Truth",
    "Unit",
    "Value",
    "Word",
    "Yesterday",
    "children",
]


@attrs.frozen
class Span:
    """Characters `start` up to, without, `end` of a text."""

    start: int
    end: int


class Unit(StrEnum):
    """A unit of time: whole words only, since `m` is a month to one reader and a minute to another."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Op(StrEnum):
    """A comparison."""

    EQ = "="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


class Match(StrEnum):
    """A test on text."""

    CONTAINS = "contains"
    STARTS = "starts with"
    ENDS = "ends with"


class How(StrEnum):
    """A test on a set of values."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


class Function(StrEnum):
    """What an aggregate makes of the events of one contact."""

    COUNT = "count"
    SUM = "sum"
    AVG = "avg"
    MIN = "min"
    MAX = "max"
    FIRST = "first"
    LAST = "last"
    DISTINCT = "distinct"
    FAVOURITE = "favourite"


@attrs.frozen
class Node:
    """What every node has: the place it was read from, outside equality."""

    span: Span | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __str__(self) -> str:
        from contactbase.segment.printer import print_node  # noqa: PLC0415 - the printer reads the nodes

        return print_node(self)


@attrs.frozen
class Expr(Node):
    """A condition."""


# Values


@attrs.frozen
class Text(Node):
    """Text in quotes; `exact` compares letter by letter where a label would be folded."""

    value: str = attrs.field(validator=attrs.validators.instance_of(str))
    exact: bool = False


@attrs.frozen
class Word(Node):
    """A bare word: a value of an enumeration."""

    value: str = attrs.field(validator=attrs.validators.instance_of(str))


def _plain_number(value: int | Decimal) -> int | Decimal:
    """Give a whole number as an int and any other in its shortest form, so that equal numbers are equal nodes."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"A number is an int or a Decimal, not {type(value).__name__}.")
    if isinstance(value, int):
        return value
    if not value.is_finite():
        raise ValueError(f"{value} is no number. NaN and infinity compare with nothing.")
    return int(value) if value == value.to_integral_value() else value.normalize()


@attrs.frozen
class Number(Node):
    """A number, exact."""

    value: int | Decimal = attrs.field(converter=_plain_number)


@attrs.frozen
class Money(Node):
    """An amount in minor units (cents) of a currency (ISO 4217)."""

    minor: int = attrs.field(validator=attrs.validators.instance_of(int))
    currency: str = attrs.field(validator=attrs.validators.instance_of(str))


@attrs.frozen
class Day(Node):
    """A calendar day."""

    value: dt.date = attrs.field(validator=attrs.validators.instance_of(dt.date))


@attrs.frozen
class Truth(Node):
    """`true` or `false`."""

    value: bool = attrs.field(validator=attrs.validators.instance_of(bool))


_whole = attrs.validators.instance_of(int)


@attrs.frozen
class Ago(Node):
    """The day so many units before `as_of`, clamped to the end of the month."""

    n: int = attrs.field(validator=_whole)
    unit: Unit = attrs.field(converter=Unit)


@attrs.frozen
class Today(Node):
    """The day `as_of`; also the period of that one day."""


Value: TypeAlias = Text | Word | Number | Money | Day | Truth | Ago
Point: TypeAlias = Day | Ago | Today


# Periods


@attrs.frozen
class Last(Node):
    """`last n unit`: after `as_of - n units`, up to and with `as_of`."""

    n: int = attrs.field(validator=_whole)
    unit: Unit = attrs.field(converter=Unit)


@attrs.frozen
class Next(Node):
    """`next n unit`: after `as_of`, up to and with `as_of + n units`."""

    n: int = attrs.field(validator=_whole)
    unit: Unit = attrs.field(converter=Unit)


@attrs.frozen
class This(Node):
    """The whole calendar unit that `as_of` lies in; weeks start on Monday (ISO 8601)."""

    unit: Unit = attrs.field(converter=Unit)


@attrs.frozen
class Previous(Node):
    """The n whole calendar units before the one that `as_of` lies in."""

    n: int = attrs.field(validator=_whole)
    unit: Unit = attrs.field(converter=Unit)


@attrs.frozen
class Since(Node):
    """From a day, with it, up to and with `as_of`."""

    day: Day = attrs.field(validator=attrs.validators.instance_of(Day))


_point = attrs.validators.instance_of((Day, Ago, Today))


@attrs.frozen
class Before(Node):
    """Every day before a point, without it."""

    point: Point = attrs.field(validator=_point)


@attrs.frozen
class After(Node):
    """Every day after a point, without it."""

    point: Point = attrs.field(validator=_point)


@attrs.frozen
class BetweenDays(Node):
    """From one point to another, both with it."""

    low: Point = attrs.field(validator=_point)
    high: Point = attrs.field(validator=_point)


@attrs.frozen
class Yesterday(Node):
    """The day before `as_of`."""


Period: TypeAlias = Last | Next | This | Previous | Since | Before | After | BetweenDays | Today | Yesterday
_period = attrs.validators.instance_of(
    (Last, Next, This, Previous, Since, Before, After, BetweenDays, Today, Yesterday)
)
_name = attrs.validators.instance_of(str)
_expr = attrs.validators.instance_of(Expr)


# Operands


@attrs.frozen
class FieldRef(Node):
    """A field by name: of the contact, or of the table inside a `where`."""

    name: str = attrs.field(validator=_name)


@attrs.frozen
class Aggregate(Node):
    """One value made of the events of a contact that meet `where` and lie in `period`."""

    function: Function = attrs.field(converter=Function)
    table: str = attrs.field(validator=_name)
    field: str | None = attrs.field(default=None, validator=attrs.validators.optional(_name))
    where: Expr | None = attrs.field(default=None, validator=attrs.validators.optional(_expr))
    period: Period | None = attrs.field(default=None, validator=attrs.validators.optional(_period))


@attrs.frozen
class Anniversary(Node):
    """The yearly return of a date; 29 February returns on 28 February in common years."""

    field: FieldRef = attrs.field(validator=attrs.validators.instance_of(FieldRef))


Operand: TypeAlias = FieldRef | Aggregate | Anniversary
_operand = attrs.validators.instance_of((FieldRef, Aggregate, Anniversary))
_value = attrs.validators.instance_of((Text, Word, Number, Money, Day, Truth, Ago))
_values: Any = attrs.validators.deep_iterable(_value, attrs.validators.min_len(1))


# Predicates


def _values_of(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(values)


@attrs.frozen
class Compare(Expr):
    """`operand op value`."""

    operand: Operand = attrs.field(validator=_operand)
    op: Op = attrs.field(converter=Op)
    value: Value = attrs.field(validator=_value)


@attrs.frozen
class Between(Expr):
    """`operand between low and high`, both with it."""

    operand: Operand = attrs.field(validator=_operand)
    low: Value = attrs.field(validator=_value)
    high: Value = attrs.field(validator=_value)


@attrs.frozen
class In(Expr):
    """`operand [not] in (values)`."""

    operand: Operand = attrs.field(validator=_operand)
    values: tuple[Value, ...] = attrs.field(converter=_values_of, validator=_values)
    negated: bool = False


@attrs.frozen
class TextTest(Expr):
    """`operand contains | starts with | ends with value`."""

    operand: Operand = attrs.field(validator=_operand)
    match: Match = attrs.field(converter=Match)
    value: Value = attrs.field(validator=_value)


@attrs.frozen
class HasOf(Expr):
    """`operand has any | all | none of (values)`, for fields that hold several values."""

    operand: Operand = attrs.field(validator=_operand)
    how: How = attrs.field(converter=How)
    values: tuple[Value, ...] = attrs.field(converter=_values_of, validator=_values)


@attrs.frozen
class Known(Expr):
    """`operand is known | unknown`."""

    operand: Operand = attrs.field(validator=_operand)
    known: bool = True


@attrs.frozen
class InPeriod(Expr):
    """`operand is [not] period`."""

    operand: Operand = attrs.field(validator=_operand)
    period: Period = attrs.field(validator=_period)
    negated: bool = False


@attrs.frozen
class HasEvents(Expr):
    """`has [no] events [where …] [in period]`: `no` means a count of 0, so those without any event too."""

    table: str = attrs.field(validator=_name)
    where: Expr | None = attrs.field(default=None, validator=attrs.validators.optional(_expr))
    period: Period | None = attrs.field(default=None, validator=attrs.validators.optional(_period))
    negated: bool = False


@attrs.frozen
class OptedIn(Expr):
    """A granted, unexpired consent stands on a channel for a purpose."""

    channel: str = attrs.field(validator=_name)
    purpose: str = "marketing"


@attrs.frozen
class OptedOut(Expr):
    """A refusal or withdrawal stands on a channel for a purpose."""

    channel: str = attrs.field(validator=_name)
    purpose: str = "marketing"


@attrs.frozen
class CanReceive(Expr):
    """The policy given at evaluation permits a channel for a purpose; without a policy nobody can."""

    channel: str = attrs.field(validator=_name)
    purpose: str = "marketing"


@attrs.frozen
class InSegment(Expr):
    """Inside another segment, by name."""

    name: str = attrs.field(validator=_name)


@attrs.frozen
class InList(Expr):
    """On a fixed list of ids, by name."""

    name: str = attrs.field(validator=_name)


@attrs.frozen
class Sample(Expr):
    """A share of the ids drawn by a keyed hash: the same contacts everywhere."""

    percent: int | Decimal = attrs.field(converter=_plain_number)
    seed: str = attrs.field(default="", validator=_name)


@attrs.frozen
class Not(Expr):
    """The exact complement."""

    arg: Expr = attrs.field(validator=_expr)


def _and_args(args: Iterable[Expr]) -> tuple[Expr, ...]:
    return tuple(one for arg in args for one in (arg.args if isinstance(arg, And) else (arg,)))


def _or_args(args: Iterable[Expr]) -> tuple[Expr, ...]:
    return tuple(one for arg in args for one in (arg.args if isinstance(arg, Or) else (arg,)))


def _two(_instance: Expr, _attribute: Any, args: tuple[Expr, ...]) -> None:
    if len(args) < 2:
        raise ValueError("`and` and `or` join at least two clauses.")


@attrs.frozen
class And(Expr):
    """Every clause holds."""

    args: tuple[Expr, ...] = attrs.field(
        converter=_and_args,
        validator=[attrs.validators.deep_iterable(_expr), _two],
    )


@attrs.frozen
class Or(Expr):
    """One clause holds at least."""

    args: tuple[Expr, ...] = attrs.field(
        converter=_or_args,
        validator=[attrs.validators.deep_iterable(_expr), _two],
    )


def children(node: Node) -> Iterator[Node]:
    """Give the nodes directly under a node."""
    for field in attrs.fields(type(node)):
        held = getattr(node, field.name)
        if isinstance(held, Node):
            yield held
        elif isinstance(held, tuple):
            yield from (one for one in held if isinstance(one, Node))
