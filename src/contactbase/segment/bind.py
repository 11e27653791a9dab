"""From a checked tree to a bound one: what needs the day, the lists or the other segments is settled here.

>>> from contactbase.segment.nodes import Compare, FieldRef, Number, Op
>>> bind(Compare(FieldRef("age"), Op.GE, Number(25)), as_of=dt.date(2026, 3, 31))
Range(operand=Column(name='birth_date', kind=<FieldKind.DATE: 'date'>, custom=False), low=None, \
high=datetime.date(2001, 3, 31), currency=None)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from math import ceil, floor
from typing import Any as Anything
from typing import Final

import attrs

from contactbase.model.schema import Field, FieldKind, Role
from contactbase.normalize.fold import fold
from contactbase.segment import nodes
from contactbase.segment.bound import (
    All,
    Always,
    Any,
    Bound,
    Column,
    Consent,
    Draw,
    Holds,
    Latest,
    Limit,
    Negation,
    OneOf,
    Operand,
    Permitted,
    Present,
    Range,
    Ratio,
    Reduction,
    Rows,
    TextHas,
    Yearly,
    gathered,
)
from contactbase.segment.codes import DID_YOU_MEAN
from contactbase.segment.context import Context, Named
from contactbase.segment.days import Days, birth_days, day_of, days_of
from contactbase.segment.derived import AGE, AGGREGATES
from contactbase.segment.diagnostics import diagnose, refuse
from contactbase.segment.lexer import quoted
from contactbase.segment.nodes import Expr, Function, How, Node, Op, Value
from contactbase.segment.vocabulary import DEFAULT, Vocabulary, suggest

__all__ = ["bind"]


@attrs.frozen
class _Age(Operand):
    """`age` on its way to becoming days of birth."""


_BIRTH: Final = Column("birth_date", FieldKind.DATE)
_ID: Final = Column("id", FieldKind.CODE)


@attrs.frozen
class _Binder:
    """What binding needs to know; `path` are the segments that led here."""

    as_of: dt.date
    vocabulary: Vocabulary
    segments: Mapping[str, Named]
    lists: Mapping[str, Collection[str]]
    table: str | None = None
    path: tuple[str, ...] = ()

    def bound(self, node: Expr) -> Bound:
        return _RULES[type(node)](self, node)

    # Operands

    def operand(self, node: nodes.Operand) -> Operand:
        match node:
            case nodes.FieldRef(name) if self.table is None and name == AGE:
                return _Age()
            case nodes.FieldRef(name) if self.table is None and name in AGGREGATES:
                made = tuple(self.reduction(one) for one in AGGREGATES[name])
                return made[0] if len(made) == 1 else Latest(made)
            case nodes.FieldRef(name):
                return self.column(name)
            case nodes.Aggregate():
                return self.reduction(node)
            case nodes.Anniversary(field):
                return self.column(field.name)

    def column(self, name: str) -> Column:
        field = self.field(name)
        return Column(field.name, field.kind, field.role is Role.CUSTOM)

    def field(self, name: str) -> Field:
        found = self.vocabulary.field(name, self.table)
        if found is None:
            raise ValueError(f"{name!r} is not in this schema. Bind only a tree that was checked against it.")
        return found

    def reduction(self, node: nodes.Aggregate) -> Reduction:
        rows = self.rows(node.table, node.where, node.period)
        inside = attrs.evolve(self, table=node.table)
        return Reduction(node.function, rows, None if node.field is None else inside.column(node.field))

    def rows(self, table: str, where: Expr | None, period: nodes.Period | None) -> Rows:
        inside = attrs.evolve(self, table=table)
        kinds = tuple(sorted(self.vocabulary.schema.table(table).kinds))
        days = None if period is None else days_of(period, self.as_of)
        return Rows(table, kinds, days, None if where is None else inside.bound(where))

    # Tests

    def joined(self, node: nodes.And | nodes.Or) -> Bound:
        args = tuple(self.bound(arg) for arg in node.args)
        return gathered(All(args) if isinstance(node, nodes.And) else Any(args))

    def negated(self, node: nodes.Not) -> Bound:
        return Negation(self.bound(node.arg))

    def compare(self, node: nodes.Compare) -> Bound:
        operand = self.operand(node.operand)
        match node.op:
            case Op.EQ:
                return self.equal(operand, (node.value,))
            case Op.NE:
                return Negation(self.equal(operand, (node.value,)))
            case Op.LT | Op.LE:
                return self.ranged(operand, None, node.value, strict=node.op is Op.LT)
            case Op.GT | Op.GE:
                return self.ranged(operand, node.value, None, strict=node.op is Op.GT)

    def between(self, node: nodes.Between) -> Bound:
        return self.ranged(self.operand(node.operand), node.low, node.high)

    def is_in(self, node: nodes.In) -> Bound:
        found = self.equal(self.operand(node.operand), node.values)
        return Negation(found) if node.negated else found

    def equal(self, operand: Operand, values: tuple[Value, ...]) -> Bound:
        """Equal to one of some values."""
        first = values[0]
        if isinstance(first, nodes.Text):
            return self.texts(operand, [value for value in values if isinstance(value, nodes.Text)])
        if isinstance(first, nodes.Word | nodes.Truth):
            words: Anything = tuple(value.value for value in values if isinstance(value, nodes.Word | nodes.Truth))
            return OneOf(operand, words)
        single = isinstance(first, nodes.Money) or isinstance(operand, _Age) or _is_mean(operand)
        if single or len(values) == 1:
            ranges = tuple(self.ranged(operand, value, value) for value in values)
            return ranges[0] if len(ranges) == 1 else Any(ranges)
        if isinstance(first, nodes.Number):
            whole = (value.value for value in values if isinstance(value, nodes.Number))
            return OneOf(operand, tuple(sorted({number for number in whole if isinstance(number, int)})))
        return OneOf(operand, tuple(sorted({day_of(value, self.as_of) for value in values})))

    def texts(self, operand: Operand, values: list[nodes.Text]) -> Bound:
        if not _is_folded(operand):
            return OneOf(operand, tuple(sorted({value.value for value in values})))
        keys = tuple(sorted({fold(value.value) for value in values if not value.exact}))
        exact = tuple(sorted({value.value for value in values if value.exact}))
        found = ([OneOf(operand, keys, folded=True)] if keys else []) + ([OneOf(operand, exact)] if exact else [])
        return found[0] if len(found) == 1 else Any(tuple(found))

    def ranged(self, operand: Operand, low: Value | None, high: Value | None, *, strict: bool = False) -> Bound:
        """From low to high, both with it; strict leaves them out."""
        if _is_mean(operand):
            return self.mean(operand, low, high, strict=strict)
        bottom = None if low is None else self.whole(low, up=True, strict=strict)
        top = None if high is None else self.whole(high, up=False, strict=strict)
        if bottom is _NOWHERE or top is _NOWHERE:
            return Always(value=False)
        if isinstance(operand, _Age):
            days = birth_days(bottom, top, self.as_of)
            return Range(_BIRTH, days.start, days.end)
        money = low if isinstance(low, nodes.Money) else high
        return Range(operand, bottom, top, money.currency if isinstance(money, nodes.Money) else None)

    def whole(self, value: Value, *, up: bool, strict: bool) -> Anything:
        """Give a limit that is one of the values themselves: whole numbers, days, minor units."""
        step = 1 if up else -1
        match value:
            case nodes.Number(number):
                edge = ceil(number) if up else floor(number)
                return edge + step if strict and edge == number else edge
            case nodes.Money(minor):
                return minor + step if strict else minor
            case _:
                day = day_of(value, self.as_of)
                if not strict:
                    return day
                last = dt.date.max if up else dt.date.min
                return _NOWHERE if day == last else day + dt.timedelta(days=step)

    def mean(self, operand: Operand, low: Value | None, high: Value | None, *, strict: bool) -> Bound:
        money = low if isinstance(low, nodes.Money) else high
        currency = money.currency if isinstance(money, nodes.Money) else None
        if not isinstance(operand, Reduction):
            raise TypeError("Only an aggregate is a mean.")
        return Ratio(operand, _limit(low, strict=strict), _limit(high, strict=strict), currency)

    def text_test(self, node: nodes.TextTest) -> Bound:
        operand = self.operand(node.operand)
        if not isinstance(operand, Column) or not isinstance(node.value, nodes.Text):
            raise TypeError("Only a field is text to look into.")
        folded = _is_folded(operand) and not node.value.exact
        return TextHas(operand, node.match, fold(node.value.value) if folded else node.value.value, folded)

    def has_of(self, node: nodes.HasOf) -> Bound:
        operand = self.operand(node.operand)
        if not isinstance(operand, Column):
            raise TypeError("Only a field holds several values.")
        folded = operand.kind is FieldKind.LABELS
        texts = [value.value for value in node.values if isinstance(value, nodes.Text)]
        wanted = sorted({fold(text) if folded else text for text in texts})
        parts = tuple(Holds(operand, text, folded) for text in wanted)
        match node.how:
            case How.ANY:
                return Any(parts)
            case How.ALL:
                return All(parts)
            case How.NONE:
                return Negation(Any(parts))

    def known(self, node: nodes.Known) -> Bound:
        operand = self.operand(node.operand)
        found = Range(_BIRTH, None, self.as_of) if isinstance(operand, _Age) else self.present(operand)
        return found if node.known else Negation(found)

    def present(self, operand: Operand) -> Bound:
        if isinstance(operand, Reduction):
            number = operand.column is None or operand.column.kind is FieldKind.NUMBER
            total = operand.function is Function.SUM and number
            if total or operand.function in {Function.COUNT, Function.DISTINCT}:
                return Always(value=True)
        return Present(operand)

    def in_period(self, node: nodes.InPeriod) -> Bound:
        operand = self.operand(node.operand)
        days = days_of(node.period, self.as_of)
        if isinstance(node.operand, nodes.Anniversary) and isinstance(operand, Column):
            found: Bound = _yearly(operand, days)
        else:
            found = Range(operand, days.start, days.end)
            if days.start is None and days.end is None:
                found = Present(operand)
        return Negation(found) if node.negated else found

    def has_events(self, node: nodes.HasEvents) -> Bound:
        count = Reduction(Function.COUNT, self.rows(node.table, node.where, node.period))
        return Range(count, None, 0) if node.negated else Range(count, 1, None)

    def in_segment(self, node: nodes.InSegment) -> Bound:
        if node.name in self.path:
            circle = (*self.path[self.path.index(node.name) :], node.name)
            raise refuse([diagnose("E150", node.span, {"names": ", ".join(circle)})])
        if node.name not in self.segments:
            raise self.missing("E151", node, node.name, self.segments)
        found = self.segments[node.name]
        return attrs.evolve(self, path=(*self.path, node.name), vocabulary=found.vocabulary).bound(found.tree)

    def in_list(self, node: nodes.InList) -> Bound:
        if node.name not in self.lists:
            raise self.missing("E152", node, node.name, self.lists)
        return OneOf(_ID, tuple(sorted(self.lists[node.name])))

    def missing(self, code: str, node: Node, name: str, known: Mapping[str, object]) -> Exception:
        near = suggest(name, {one: one for one in known})
        hint = DID_YOU_MEAN if near else None
        return refuse([diagnose(code, node.span, {"name": quoted(name)}, hint=hint, shown=near and quoted(near))])

    def sample(self, node: nodes.Sample) -> Bound:
        return Draw(int(Decimal(node.percent).scaleb(4)), node.seed)


_NOWHERE: Final = object()


def _is_mean(operand: Operand) -> bool:
    return isinstance(operand, Reduction) and operand.function is Function.AVG


def _is_folded(operand: Operand) -> bool:
    if isinstance(operand, Reduction) and operand.column is not None:
        return operand.column.kind is FieldKind.LABEL
    return isinstance(operand, Column) and operand.kind in {FieldKind.LABEL, FieldKind.LINES}


def _limit(value: Value | None, *, strict: bool) -> Limit | None:
    match value:
        case nodes.Number(number):
            over, under = number.as_integer_ratio()
            return Limit(over, under, strict)
        case nodes.Money(minor):
            return Limit(minor, 1, strict)
        case _:
            return None


def _yearly(operand: Column, days: Days) -> Bound:
    """Give the months and days of each year that a period touches; whole years inside it need only the last."""
    start, end = days.start, days.end
    if start is None or end is None or start > end:
        return Always(value=False)
    parts = []
    for year in sorted({start.year, max(start.year, end.year - 1), end.year}):
        low = start.month * 100 + start.day if year == start.year else 101
        high = end.month * 100 + end.day if year == end.year else 1231
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if low <= high:
            parts.append((dt.date(year, 1, 1), low, 229 if high == 228 and not leap else high))
    return Yearly(operand, tuple(parts))


_RULES: Final[Mapping[type[Node], Callable[[_Binder, Anything], Bound]]] = {
    nodes.And: _Binder.joined,
    nodes.Or: _Binder.joined,
    nodes.Not: _Binder.negated,
    nodes.Compare: _Binder.compare,
    nodes.Between: _Binder.between,
    nodes.In: _Binder.is_in,
    nodes.TextTest: _Binder.text_test,
    nodes.HasOf: _Binder.has_of,
    nodes.Known: _Binder.known,
    nodes.InPeriod: _Binder.in_period,
    nodes.HasEvents: _Binder.has_events,
    nodes.OptedIn: lambda self, node: Consent(node.channel, node.purpose, out=False, as_of=self.as_of),
    nodes.OptedOut: lambda self, node: Consent(node.channel, node.purpose, out=True, as_of=self.as_of),
    nodes.CanReceive: lambda self, node: Permitted(node.channel, node.purpose, self.as_of),
    nodes.InSegment: _Binder.in_segment,
    nodes.InList: _Binder.in_list,
    nodes.Sample: _Binder.sample,
}

_NOTHING: Final = Context()


def bind(
    tree: Expr, *, as_of: dt.date, vocabulary: Vocabulary = DEFAULT, context: Context = _NOTHING, name: str = ""
) -> Bound:
    """Give the bound tree of a checked one, `name` being the segment it belongs to.

    SegmentError for a segment or list that is not there (E151, E152), a circle of segments (E150), a period that
    leaves the calendar (E131).
    """
    path = (name,) if name else ()
    return _Binder(as_of, vocabulary, context.segments, context.lists, path=path).bound(tree)
