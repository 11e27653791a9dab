"""Lints: what is legal and probably not meant.

>>> from contactbase.segment.parser import parse
>>> [str(one) for one in lint(parse('city != "Lyon" and not opted out of sms').tree)]  # doctest: +ELLIPSIS
['W101 contacts whose city is unknown are included. Add ...', 'W201 not opted out is not consent. ...']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contactbase.model.activity import WEB_EVENTS
from contactbase.model.enums import Channel
from contactbase.segment import nodes
from contactbase.segment.codes import COUNTED
from contactbase.segment.constant import constant
from contactbase.segment.derived import AGGREGATES
from contactbase.segment.diagnostics import Diagnostic, diagnose
from contactbase.segment.kinds import PLURAL
from contactbase.segment.nodes import Expr, Function, Node, Op, Unit
from contactbase.segment.vocabulary import DEFAULT, Vocabulary

__all__ = ["counted", "lint", "lint_audience", "lint_window", "negated_unknowns"]


def _polarity(node: Expr, *, positive: bool = True) -> Iterator[tuple[Expr, bool, frozenset[str]]]:
    """Give every single test with whether it is asked for or excluded, and the fields known to be known beside it."""
    match node:
        case nodes.Not(arg):
            yield from _polarity(arg, positive=not positive)
        case nodes.And(args) | nodes.Or(args):
            joint = isinstance(node, nodes.And) == positive
            guards = frozenset(name for arg in args if joint for name in _guard(arg, positive=positive))
            for arg in args:
                for test, asked, names in _polarity(arg, positive=positive):
                    yield test, asked, names | guards
        case _:
            yield node, positive, frozenset()


def _guard(node: Expr, *, positive: bool) -> Iterator[str]:
    if isinstance(node, nodes.Known) and node.known == positive:
        yield str(node.operand)
    elif isinstance(node, nodes.Not):
        yield from _guard(node.arg, positive=not positive)


def _excludes(test: Expr, *, asked: bool) -> bool:
    """Tell whether a test takes in what it does not know."""
    match test:
        case nodes.Compare(op=Op.NE):
            return asked
        case nodes.In(negated=negated) | nodes.InPeriod(negated=negated):
            return negated == asked
        case nodes.Compare() | nodes.Between() | nodes.TextTest():
            return not asked
        case _:
            return False


def _nullable(operand: nodes.Operand, vocabulary: Vocabulary) -> bool:
    match operand:
        case nodes.FieldRef(name):
            field = vocabulary.field(name)
            total = name in AGGREGATES and AGGREGATES[name][0].function is Function.SUM
            return field is not None and field.nullable and field.kind not in PLURAL and not total
        case nodes.Anniversary(field):
            return _nullable(field, vocabulary)
        case nodes.Aggregate(function):
            return function not in {Function.COUNT, Function.SUM, Function.DISTINCT}


def negated_unknowns(tree: Expr, vocabulary: Vocabulary = DEFAULT) -> dict[str, tuple[Expr, nodes.Operand]]:
    """Give the operands under a negation whose unknown values are taken in, by name, with where they stand."""
    found: dict[str, tuple[Expr, nodes.Operand]] = {}
    for test, asked, guards in _polarity(tree):
        if not _excludes(test, asked=asked):
            continue
        operand: nodes.Operand = test.operand  # type: ignore[attr-defined] # every test that excludes has one
        named = operand.field if isinstance(operand, nodes.Anniversary) else operand
        name = str(named)
        if name not in guards and _nullable(named, vocabulary):
            found.setdefault(name, (test, named))
    return found


def counted(node: Node, name: str, missing: int, total: int) -> Diagnostic:
    """Give W101 with its numbers, where a base is at hand."""
    from contactbase.model.text import Text  # noqa: PLC0415 - `Text` is a node everywhere else here

    en, fr = f"{missing:,}", f"{missing:,}".replace(",", "\u202f")
    total_en, total_fr = f"{total:,}", f"{total:,}".replace(",", "\u202f")
    text = Text(
        COUNTED.say("en", missing=en, total=total_en, name=name),
        COUNTED.say("fr", missing=fr, total=total_fr, name=name),
    )
    return Diagnostic("W101", node.span, text)


def _unknown(name: str, test: Expr) -> Diagnostic:
    """Give W101; the fix is sure where the test itself is the negation."""
    sure = _excludes(test, asked=True)
    return diagnose("W101", test.span, {"name": name}, fix=f"({test} and {name} is known)" if sure else None)


def _consents(tree: Expr) -> Iterator[Diagnostic]:
    for test, asked, _ in _polarity(tree):
        if isinstance(test, nodes.OptedOut) and not asked:
            yield diagnose("W201", test.span, {"channel": test.channel})


def _constants(node: Expr, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Give the smallest conditions that are always true or always false."""
    args = node.args if isinstance(node, nodes.And | nodes.Or) else (node.arg,) if isinstance(node, nodes.Not) else ()
    inside = [found for arg in args for found in _constants(arg, vocabulary)]
    if inside or isinstance(node, nodes.Not):
        yield from inside
        return
    value = constant(node, vocabulary)
    if value is not None:
        yield diagnose("W102", node.span, {"value": str(value).lower()})


_TREE: Final = 400
"""Nodes up to which a tree is searched for what is always true."""


def _size(node: Node) -> int:
    return 1 + sum(_size(child) for child in nodes.children(node))


def lint(tree: Expr, vocabulary: Vocabulary = DEFAULT) -> tuple[Diagnostic, ...]:
    """Give W101, W102, W201 and W205 of a checked tree."""
    found = [_unknown(name, test) for name, (test, _) in negated_unknowns(tree, vocabulary).items()]
    found += _consents(tree)
    found += _web_events(tree)
    if _size(tree) <= _TREE:
        found += _constants(tree, vocabulary)
    return tuple(sorted(found, key=lambda one: (one.span.start if one.span else 0, one.code)))


def lint_audience(tree: Expr, channel: Channel) -> tuple[Diagnostic, ...]:
    """Give W202 when a segment is to be sent to on a channel and does not ask whether it can receive."""
    asks = any(isinstance(test, nodes.CanReceive) and test.channel == channel for test, _, _ in _polarity(tree))
    return () if asks else (diagnose("W202", tree.span, {"channel": channel}),)


_YEAR: Final = {Unit.DAY: 365, Unit.WEEK: 52, Unit.MONTH: 12, Unit.YEAR: 1}


def lint_window(tree: Node, kept_years: int) -> tuple[Diagnostic, ...]:
    """Give W301 for every window that looks back further than the policy keeps."""
    found = []
    for node in _everything(tree):
        if isinstance(node, nodes.Last | nodes.Previous) and node.n > kept_years * _YEAR[node.unit]:
            unit = node.unit if node.n == 1 else f"{node.unit}s"
            found.append(diagnose("W301", node.span, {"years": f"{node.n} {unit}", "kept": kept_years}))
    return tuple(found)


def _web_events(tree: Node) -> Iterator[Diagnostic]:
    """Give W205 once, where a test asks for a kind of event that takes consent to tracking (R14)."""
    for node in _everything(tree):
        match node:
            case nodes.Compare(operand=nodes.FieldRef(name="kind"), value=nodes.Word() as word):
                asked: tuple[nodes.Value, ...] = (word,)
            case nodes.In(operand=nodes.FieldRef(name="kind"), values=values):
                asked = values
            case _:
                continue
        for value in asked:
            if isinstance(value, nodes.Word) and value.value in WEB_EVENTS:
                yield diagnose("W205", node.span, {"kind": value.value})
                return


def _everything(node: Node) -> Iterator[Node]:
    yield node
    for child in nodes.children(node):
        yield from _everything(child)
