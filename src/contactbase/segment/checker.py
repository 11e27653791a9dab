"""The type checker: a tree of names as written becomes a tree of canonical names, or diagnostics say why not.

After it there is no unknown name and no wrong type; everything that runs a tree takes a checked one.

>>> from contactbase.segment.parser import parse
>>> found = check(parse('ville = "Lyon" and sex = f').tree)
>>> str(found.tree), found.diagnostics
('city = "Lyon" and sex = F', ())
>>> [str(one) for one in check(parse('age = "25"').tree).diagnostics]
['E110 age is a number, "25" is text. Write age = 25.']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

import attrs

from contactbase.model.enums import Channel, Purpose
from contactbase.model.schema import Field, FieldKind
from contactbase.segment import nodes
from contactbase.segment.codes import DID_YOU_MEAN
from contactbase.segment.diagnostics import Diagnostic
from contactbase.segment.kinds import (
    FUNCTIONS,
    KIND_NAMES,
    MATCHED,
    ORDERED,
    PLURAL,
    RESULTS,
    SCALAR,
)
from contactbase.segment.lexer import quoted
from contactbase.segment.limits import CLAUSES, LIST, NESTING
from contactbase.segment.nodes import Aggregate, Ago, Anniversary, Expr, FieldRef, Function, Node, Op, Operand, Value
from contactbase.segment.value_checker import Typed, ValueChecker, WrongError, among
from contactbase.segment.vocabulary import DEFAULT, Vocabulary, suggest

__all__ = ["Checked", "check"]


@attrs.frozen
class Checked:
    """A checked tree and its diagnostics; the tree means nothing when one of them is an error."""

    tree: Expr
    diagnostics: tuple[Diagnostic, ...]


@attrs.define
class _Checker(ValueChecker):
    """The state of one run: where names are looked up, how deep, and what was wrong."""

    table: str | None = None
    depth: int = 0
    count: int = 0

    # Conditions

    def expr(self, node: Expr) -> Expr:
        """Check a condition; a wrong one is given back as it is."""
        self.count += 1
        if self.count == CLAUSES:
            self.note("E164", node, {"limit": CLAUSES})
        if self.count >= CLAUSES:
            return node
        try:
            return _RULES[type(node)](self, node)
        except WrongError:
            return node

    def under(self, node: Node, arg: Expr) -> Expr:
        """Check a condition one level deeper."""
        if self.depth > NESTING:
            raise self.wrong("E160", node, {"limit": NESTING})
        self.depth += 1
        try:
            return self.expr(arg)
        finally:
            self.depth -= 1

    def joined(self, node: nodes.And | nodes.Or) -> Expr:
        return attrs.evolve(node, args=tuple(self.under(node, arg) for arg in node.args))

    def negated(self, node: nodes.Not) -> Expr:
        return attrs.evolve(node, arg=self.under(node, node.arg))

    def compare(self, node: nodes.Compare) -> Expr:
        typed = self.operand(node.operand)
        equality = node.op in {Op.EQ, Op.NE}
        self.applies(node, typed, SCALAR if equality else ORDERED, node.op)
        text = f"{typed.name} {node.op} "
        return attrs.evolve(node, operand=typed.operand, value=self.value(typed, node.value, text))

    def between(self, node: nodes.Between) -> Expr:
        typed = self.operand(node.operand)
        self.applies(node, typed, ORDERED, "between")
        low, high = self.value(typed, node.low), self.value(typed, node.high)
        self.same_currency(node, (low, high))
        return attrs.evolve(node, operand=typed.operand, low=low, high=high)

    def is_in(self, node: nodes.In) -> Expr:
        typed = self.operand(node.operand)
        self.applies(node, typed, SCALAR, "in")
        values = self.several(typed, node)
        self.same_currency(node, values)
        return attrs.evolve(node, operand=typed.operand, values=values)

    def has_of(self, node: nodes.HasOf) -> Expr:
        typed = self.operand(node.operand)
        self.applies(node, typed, PLURAL, f"has {node.how} of")
        return attrs.evolve(node, operand=typed.operand, values=self.several(typed, node))

    def several(self, typed: Typed, node: nodes.In | nodes.HasOf) -> tuple[Value, ...]:
        if len(node.values) > LIST:
            raise self.wrong("E163", node, {"limit": LIST})
        found = [self.value(typed, value) for value in node.values]
        return tuple(dict.fromkeys(found))

    def text_test(self, node: nodes.TextTest) -> Expr:
        typed = self.operand(node.operand)
        self.applies(node, typed, MATCHED, node.match)
        return attrs.evolve(node, operand=typed.operand, value=self.value(typed, node.value))

    def known(self, node: nodes.Known) -> Expr:
        typed = self.operand(node.operand)
        if isinstance(typed.operand, Anniversary):
            raise self.wrong("E111", node, {"name": typed.name, "kind": KIND_NAMES[typed.kind], "op": "is known"})
        return attrs.evolve(node, operand=typed.operand)

    def in_period(self, node: nodes.InPeriod) -> Expr:
        typed = self.operand(node.operand)
        if typed.kind is not FieldKind.DATE:
            details = {"name": typed.name, "kind": KIND_NAMES[typed.kind], "op": f"is {node.period}"}
            raise self.wrong("E111", node, details)
        if isinstance(typed.operand, Anniversary) and isinstance(node.period, nodes.Before | nodes.After):
            raise self.wrong("E112", node, {"op": str(node.period)})
        self.period(node.period)
        return attrs.evolve(node, operand=typed.operand)

    def has_events(self, node: nodes.HasEvents) -> Expr:
        self.outside(node)
        table = self.table_name(node, node.table)
        where = self.where(node, table, node.where)
        self.period(node.period)
        return attrs.evolve(node, table=table, where=where)

    def consent(self, node: nodes.OptedIn | nodes.OptedOut) -> Expr:
        self.outside(node)
        channel = self.word(node, "channel", Channel, node.channel)
        return attrs.evolve(node, channel=channel, purpose=self.word(node, "purpose", Purpose, node.purpose))

    def can_receive(self, node: nodes.CanReceive) -> Expr:
        self.outside(node)
        channel = self.word(node, "channel", Channel, node.channel)
        if node.purpose not in tuple(Purpose):
            self.note("W203", node, {"value": quoted(node.purpose), "values": among(Purpose)})
        return attrs.evolve(node, channel=channel)

    def elsewhere(self, node: Expr) -> Expr:
        self.outside(node)
        return node

    def sample(self, node: nodes.Sample) -> Expr:
        self.outside(node)
        scaled = Decimal(node.percent).scaleb(4)
        if not 0 <= node.percent <= 100 or scaled != scaled.to_integral_value():
            raise self.wrong("E170", node)
        return node

    def outside(self, node: Node) -> None:
        """Refuse inside a `where` what is not about its events."""
        if self.table is not None:
            raise self.wrong("E106", node, {"name": str(node)[:60], "table": self.table})

    def applies(self, node: Node, typed: Typed, kinds: frozenset[FieldKind], op: str) -> None:
        if typed.kind in kinds and not isinstance(typed.operand, Anniversary):
            return
        fix = "has any of" if typed.kind in PLURAL and kinds is SCALAR else None
        hint = DID_YOU_MEAN if fix else None
        details = {"name": typed.name, "kind": KIND_NAMES[typed.kind], "op": op}
        self.note("E111", node, details, hint=hint, shown=fix)
        raise WrongError

    # Operands

    def operand(self, operand: Operand) -> Typed:
        match operand:
            case FieldRef():
                field = self.field(operand, self.table)
                folded = field.kind in {FieldKind.LABEL, FieldKind.LABELS, FieldKind.LINES}
                return Typed(attrs.evolve(operand, name=field.name), field.kind, field.values, folded=folded)
            case Aggregate():
                return self.aggregate(operand)
            case Anniversary():
                self.outside(operand)
                field = self.field(operand.field, None)
                if field.kind is not FieldKind.DATE:
                    details = {"function": "anniversary", "name": field.name, "kind": KIND_NAMES[field.kind]}
                    raise self.wrong("E113", operand, details)
                named = attrs.evolve(operand.field, name=field.name)
                return Typed(attrs.evolve(operand, field=named), FieldKind.DATE, None, folded=False)

    def field(self, node: Node, table: str | None, name: str | None = None) -> Field:
        name = node.name if isinstance(node, FieldRef) and name is None else name or ""
        found = self.vocabulary.field(name, table)
        if found is not None:
            return found
        if table is not None and self.vocabulary.field(name) is not None:
            raise self.wrong("E105", node, {"name": name, "table": table})
        if table is None and (spec := self.vocabulary.table(name)) is not None:
            raise self.wrong("E107", node, {"name": spec.name})
        near = suggest(name, self.vocabulary.field_names(table))
        shown = None if near is None else quoted(near)
        hint = DID_YOU_MEAN if near else None
        fix = near if isinstance(node, FieldRef) else None
        raise self.wrong("E101", node, {"name": quoted(name[:60])}, fix=fix, hint=hint, shown=shown)

    def table_name(self, node: Node, name: str) -> str:
        spec = self.vocabulary.table(name)
        if spec is not None:
            return spec.name
        names = {folded: table.name for folded, table in self.vocabulary.tables.items()}
        near = suggest(name, names)
        details = {"name": quoted(name[:60]), "values": among(table.name for table in self.vocabulary.schema.tables)}
        raise self.wrong("E102", node, details, hint=DID_YOU_MEAN if near else None, shown=near)

    def aggregate(self, node: Aggregate) -> Typed:
        self.outside(node)
        table = self.table_name(node, node.table)
        where = self.where(node, table, node.where)
        self.period(node.period)
        made = attrs.evolve(node, table=table, where=where)
        if node.function is Function.COUNT:
            if node.field is not None:
                raise self.wrong("E115", node)
            return Typed(made, FieldKind.NUMBER, None, folded=False)
        if node.field is None:
            usual = "amount" if node.function in {Function.SUM, Function.AVG} else "at"
            raise self.wrong("E114", node, {"function": node.function, "table": table, "field": usual})
        field = self.field(node, table, node.field)
        if field.kind not in FUNCTIONS[node.function]:
            details = {"function": node.function, "name": field.name, "kind": KIND_NAMES[field.kind]}
            raise self.wrong("E113", node, details)
        kind = RESULTS.get(node.function, field.kind)
        return Typed(attrs.evolve(made, field=field.name), kind, field.values, folded=kind is FieldKind.LABEL)

    def where(self, node: Node, table: str, where: Expr | None) -> Expr | None:
        if where is None:
            return None
        self.table = table
        try:
            return self.under(node, where)
        finally:
            self.table = None

    def period(self, period: nodes.Period | None) -> None:
        for node in () if period is None else (period, *nodes.children(period)):
            if isinstance(node, nodes.Last | nodes.Next | nodes.Previous | Ago):
                self.counted(node)


_RULES: Final[Mapping[type[Node], Callable[[_Checker, Any], Expr]]] = {
    nodes.And: _Checker.joined,
    nodes.Or: _Checker.joined,
    nodes.Not: _Checker.negated,
    nodes.Compare: _Checker.compare,
    nodes.Between: _Checker.between,
    nodes.In: _Checker.is_in,
    nodes.HasOf: _Checker.has_of,
    nodes.TextTest: _Checker.text_test,
    nodes.Known: _Checker.known,
    nodes.InPeriod: _Checker.in_period,
    nodes.HasEvents: _Checker.has_events,
    nodes.OptedIn: _Checker.consent,
    nodes.OptedOut: _Checker.consent,
    nodes.CanReceive: _Checker.can_receive,
    nodes.InSegment: _Checker.elsewhere,
    nodes.InList: _Checker.elsewhere,
    nodes.Sample: _Checker.sample,
}


def check(tree: Expr, vocabulary: Vocabulary = DEFAULT) -> Checked:
    """Give a tree with canonical names and words, and every problem found."""
    checker = _Checker(vocabulary)
    found = checker.expr(tree)
    return Checked(found, tuple(checker.diagnostics))
