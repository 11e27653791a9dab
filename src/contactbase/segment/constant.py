"""Conditions that are always true or always false: intervals that do not meet, and complements that do.

The answer is sure where it says one: it is looked for as of three days far apart, and tests that depend on lists,
policies or chance are taken as unknown.

>>> from contactbase.segment.parser import parse
>>> constant(parse('age > 30 and age < 20').tree), constant(parse('city != "a" or city != "b"').tree)
(False, True)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any as Anything
from typing import Final

import attrs

from contactbase.errors import SegmentError
from contactbase.model.schema import FieldKind
from contactbase.segment import nodes
from contactbase.segment.bind import bind
from contactbase.segment.bound import (
    All,
    Always,
    Any,
    Bound,
    Negation,
    OneOf,
    Operand,
    Present,
    Range,
    Reduction,
    negation_normal,
)
from contactbase.segment.nodes import Expr, Function
from contactbase.segment.vocabulary import DEFAULT, Vocabulary

__all__ = ["constant"]

_DAYS: Final = (dt.date(1931, 6, 15), dt.date(2024, 2, 29), dt.date(2093, 1, 1))


def constant(tree: Expr, vocabulary: Vocabulary = DEFAULT) -> bool | None:
    """Give True or False when a checked condition is always so, else None."""
    hidden = _hidden(tree)
    try:
        found = {_constant(negation_normal(bind(hidden, as_of=day, vocabulary=vocabulary))) for day in _DAYS}
    except SegmentError:
        return None
    return found.pop() if len(found) == 1 else None


def _hidden(node: Expr) -> Expr:
    """Give the tree with what only an evaluation knows hidden behind a draw."""
    match node:
        case nodes.InSegment(name):
            return nodes.Sample(50, f"segment {name}")
        case nodes.InList(name):
            return nodes.Sample(50, f"list {name}")
        case nodes.And(args) | nodes.Or(args):
            return attrs.evolve(node, args=tuple(_hidden(arg) for arg in args))
        case nodes.Not(arg):
            return nodes.Not(_hidden(arg))
        case _:
            return node


def _constant(test: Bound) -> bool | None:
    match test:
        case Always(value):
            return value
        case All(args):
            return _all(args)
        case Any(args):
            opposite = _all(tuple(negation_normal(arg, negated=True) for arg in args))
            return None if opposite is None else not opposite
        case Range(_, low, high) if low is not None and high is not None and low > high:  # type: ignore[operator]
            return False
        case Negation(arg):
            inner = _constant(arg)
            return None if inner is None else not inner
        case _:
            return None


def _all(args: tuple[Bound, ...]) -> bool | None:
    found = {_constant(arg) for arg in args}
    if False in found:
        return False
    if found == {True}:
        return True
    return False if _contradict(args) else None


def _contradict(args: tuple[Bound, ...]) -> bool:
    """Tell whether no contact can meet all of some single tests."""
    asked = [arg for arg in args if not isinstance(arg, Negation | All | Any)]
    excluded = [arg.arg for arg in args if isinstance(arg, Negation)]
    if any(one in excluded for one in asked):
        return True
    places = {(_operand(one), getattr(one, "currency", None)) for one in (*asked, *excluded)} - {(None, None)}
    return any(_empty(place, asked, excluded) for place in places)


def _operand(test: Bound) -> Operand | None:
    return getattr(test, "operand", None)


def _empty(place: tuple[Operand | None, str | None], asked: list[Bound], excluded: list[Bound]) -> bool:
    """Tell whether the tests on one operand leave no value."""
    held = [one for one in asked if (_operand(one), getattr(one, "currency", None)) == place]
    out = [one for one in excluded if (_operand(one), getattr(one, "currency", None)) == place]
    if held and any(isinstance(one, Present) for one in out):
        return True
    for folded in (False, True):
        sets = [set(one.values) for one in held if isinstance(one, OneOf) and one.folded == folded]
        if sets:
            left: set[Anything] = set.intersection(*sets)
            gone = {value for one in out if isinstance(one, OneOf) and one.folded == folded for value in one.values}
            ranges = [one for one in held if isinstance(one, Range)]
            if not any(value not in gone and all(_inside(value, one) for one in ranges) for value in left):
                return True
    return _no_interval(held, out, total=_is_total(place[0]))


def _inside(value: Anything, test: Range) -> bool:
    return (test.low is None or test.low <= value) and (test.high is None or value <= test.high)


def _place(value: Anything) -> int:
    return value.toordinal() if isinstance(value, dt.date) else int(value)


def _is_total(operand: Operand | None) -> bool:
    """Tell whether an operand is never unknown."""
    number = isinstance(operand, Reduction) and (operand.column is None or operand.column.kind is FieldKind.NUMBER)
    return number and operand.function in {Function.COUNT, Function.SUM}  # type: ignore[union-attr] # a reduction


def _no_interval(held: list[Bound], out: list[Bound], *, total: bool) -> bool:
    """Tell whether the intervals asked for do not meet, or meet only in what is excluded."""
    ranges = [one for one in held if isinstance(one, Range)]
    if not ranges and not total:
        return False
    low = max((_place(one.low) for one in ranges if one.low is not None), default=None)
    high = min((_place(one.high) for one in ranges if one.high is not None), default=None)
    if low is not None and high is not None and low > high:
        return True
    return _covered(low, high, _gaps(out))


def _gaps(out: Iterable[Bound]) -> list[tuple[int | None, int | None]]:
    found: list[tuple[int | None, int | None]] = []
    for one in out:
        if isinstance(one, Range):
            found.append((None if one.low is None else _place(one.low), None if one.high is None else _place(one.high)))
        elif isinstance(one, OneOf) and not any(isinstance(value, str | bool) for value in one.values):
            found += [(_place(value), _place(value)) for value in one.values]
    return found


def _covered(low: int | None, high: int | None, gaps: list[tuple[int | None, int | None]]) -> bool:
    """Tell whether what is excluded covers all from low to high."""
    least = float("-inf")
    at = least if low is None else low
    for start, end in sorted(gaps, key=lambda gap: least if gap[0] is None else gap[0]):
        if start is not None and start > at:
            return False
        if end is None:
            return True
        at = max(at, end + 1)
        if high is not None and at > high:
            return True
    return False
