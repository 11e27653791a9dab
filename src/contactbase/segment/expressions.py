"""The code of tests: each test of a bound tree as one Python expression over a contact, or over one of its rows.

>>> from contactbase.segment.bound import Column, OneOf
>>> writer = CodeWriter(context=Context())
>>> ast.unparse(writer.test(OneOf(Column("city", FieldKind.LABEL), ("lyon",), folded=True)))
'k0[c.city]'
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any as Anything
from typing import Final

import attrs

from contactbase.model.schema import FieldKind
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
    Negation,
    OneOf,
    Permitted,
    Present,
    Range,
    Ratio,
    Reduction,
    TextHas,
    Yearly,
)
from contactbase.segment.context import Context, bucket
from contactbase.segment.derived import CHOICES
from contactbase.segment.memory import Memo
from contactbase.segment.nodes import Function, Match
from contactbase.segment.predicates import consent_test, fold_key, held_in, reader, text_test, yearly_test
from contactbase.segment.rows import RowWriter
from contactbase.segment.syntax import (
    FALSE,
    TRUE,
    attribute,
    both,
    call,
    compare,
    either,
    flag,
    known,
    load,
    negate,
)

__all__ = ["CodeWriter", "cost"]

_PLURALS: Final = frozenset({FieldKind.LABELS, FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES})


def _between(value: Anything, low: Anything, high: Anything) -> bool:
    return value is not None and (low is None or low <= value) and (high is None or value <= high)


@attrs.define
class CodeWriter(RowWriter):
    """Writes the code of tests; `memos` are what it looks up."""

    write: Callable[[Anything, Bound], ast.expr] = attrs.field(default=lambda self, node: self.test(node), init=False)
    context: Context = attrs.field(kw_only=True)
    memos: list[Memo] = attrs.field(factory=list, kw_only=True)

    def test(self, node: Bound) -> ast.expr:
        """Give the expression of a test."""
        return _TESTS[type(node)](self, node)

    def joined(self, node: All | Any) -> ast.expr:
        """Join tests, the cheap ones first."""
        ordered = sorted(node.args, key=cost)
        if not ordered:
            return TRUE if isinstance(node, All) else FALSE
        args = [self.test(arg) for arg in ordered]
        return both(*args) if isinstance(node, All) else either(*args)

    def one_of(self, node: OneOf) -> ast.expr:
        """Look for a value among some."""
        operand = node.operand
        if isinstance(operand, Column):
            return self.column_in(operand, node)
        value = self.value(operand)
        return self.contained(value, node.values)

    def column_in(self, column: Column, node: OneOf) -> ast.expr:
        """Look for the value of a field among some."""
        values = frozenset(node.values)
        if self.is_read(column):
            read, test = reader(column), held_in(values, folded=node.folded)
            return call(self.constant(lambda contact: test(read(contact))), load(self.row))
        value = attribute(self.row, column.name)
        if node.folded:
            return self.remembered(held_in(values, folded=True), value)
        return self.contained(value, node.values, words=column.kind is FieldKind.ENUM)

    def remembered(self, test: Callable[[Anything], bool], value: ast.Attribute) -> ast.expr:
        """Look up the answer of a test, made once per distinct value."""
        memo = Memo(self.row, value.attr, test)
        self.memos.append(memo)
        return ast.Subscript(value=self.constant(memo.answers), slice=value, ctx=ast.Load())

    def is_read(self, column: Column) -> bool:
        """Tell whether a value is computed and not an attribute."""
        return column.custom or (self.row == "c" and column.name in CHOICES)

    def text_has(self, node: TextHas) -> ast.expr:
        """Look into a text."""
        column = node.operand
        test = text_test(node.match, node.needle, folded=node.folded)
        if self.is_read(column) or column.kind is FieldKind.LINES:
            read = reader(column)
            return call(self.constant(lambda contact: test(read(contact))), load(self.row))
        value = attribute(self.row, column.name)
        if node.folded:
            return self.remembered(test, value)
        needle = self.constant(node.needle)
        if node.match is Match.CONTAINS:
            return both(known(value), compare(needle, (ast.In(), value)))
        method = "startswith" if node.match is Match.STARTS else "endswith"
        return both(known(value), call(ast.Attribute(value=value, attr=method, ctx=ast.Load()), needle))

    def holds(self, node: Holds) -> ast.expr:
        """Look for one of several values."""
        value = attribute(self.row, node.operand.name)
        if node.operand.kind is FieldKind.LABELS:
            return self.remembered(lambda held: node.value in {fold_key(one) for one in held}, value)
        part = "e164" if node.operand.kind is FieldKind.PHONES else "address"
        return call(self.constant(lambda held: any(getattr(one, part) == node.value for one in held)), value)

    def range(self, node: Range) -> ast.expr:
        """Test that a value is known and lies in a range."""
        operand = node.operand
        if isinstance(operand, Reduction | Latest):
            return self.reduction_range(node)
        if not isinstance(operand, Column):
            raise TypeError("A range is over a column or an aggregate.")
        if self.is_read(operand):
            read, low, high = reader(operand), node.low, node.high
            return call(self.constant(lambda contact: _between(read(contact), low, high)), load(self.row))
        value = attribute(self.row, operand.name)
        tests = [known(value), *self.limits(value, node.low, node.high)]
        if node.currency is not None:
            tests.insert(0, compare(attribute(self.row, "currency"), (ast.Eq(), self.constant(node.currency))))
        return both(*tests)

    def present(self, node: Present) -> ast.expr:
        """Test that a value is known."""
        operand = node.operand
        if isinstance(operand, Column):
            return self.column_present(operand)
        if isinstance(operand, Reduction) and operand.function is Function.AVG:
            return self.ratio(Ratio(operand, None, None))
        value = self.value(operand)
        return both(*self.ready(operand, None, value), TRUE)

    def column_present(self, column: Column) -> ast.expr:
        """Test that a field is known."""
        if self.is_read(column):
            read = reader(column)
            return call(self.constant(lambda contact: read(contact) is not None), load(self.row))
        value = attribute(self.row, column.name)
        if column.kind in _PLURALS:
            return flag(value)
        if column.kind is FieldKind.MONEY:
            return both(known(value), flag(attribute(self.row, "currency")))
        return known(value)

    def yearly(self, node: Yearly) -> ast.expr:
        """Test the yearly return of a date."""
        test = yearly_test(node.parts)
        return call(self.constant(test), attribute(self.row, node.operand.name))

    def consent(self, node: Consent) -> ast.expr:
        """Ask the ledger."""
        records = attribute(self.row, "consents")
        return both(records, call(self.constant(consent_test(node)), records))

    def permitted(self, node: Permitted) -> ast.expr:
        """Ask the policy."""
        context, parts = self.context, (node.channel, node.purpose, node.as_of)
        return call(self.constant(lambda contact: context.permits(contact, *parts)), load(self.row))

    def draw(self, node: Draw) -> ast.expr:
        """Draw by the keyed hash of the id."""
        seed, threshold = node.seed, node.threshold
        return call(self.constant(lambda id_: bucket(id_, seed) < threshold), attribute(self.row, "id"))


_TESTS: Final[Mapping[type[Bound], Callable[[CodeWriter, Anything], ast.expr]]] = {
    Always: lambda _, node: TRUE if node.value else FALSE,
    All: CodeWriter.joined,
    Any: CodeWriter.joined,
    Negation: lambda self, node: negate(self.test(node.arg)),
    OneOf: CodeWriter.one_of,
    TextHas: CodeWriter.text_has,
    Holds: CodeWriter.holds,
    Range: CodeWriter.range,
    Ratio: CodeWriter.ratio,
    Present: CodeWriter.present,
    Yearly: CodeWriter.yearly,
    Consent: CodeWriter.consent,
    Permitted: CodeWriter.permitted,
    Draw: CodeWriter.draw,
}


def cost(test: Bound) -> int:
    """Order clauses by what they cost: attributes, then computed values, then rows, then the policy."""
    if isinstance(test, Negation):
        return cost(test.arg)
    if isinstance(test, All | Any):
        return max(map(cost, test.args), default=0)
    if isinstance(test, Permitted):
        return 3
    operand = getattr(test, "operand", None)
    if isinstance(operand, Reduction | Latest):
        return 2
    computed = isinstance(operand, Column) and (operand.custom or operand.name in CHOICES)
    return 1 if computed or isinstance(test, Consent | Draw | Yearly) else 0
