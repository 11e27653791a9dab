"""A bound tree to Python code: one comprehension or one loop over the base, null-safe, no call where none is needed.

The code is built as an abstract syntax tree from nodes alone. Names are checked, constants are bound, and no text of a
user is ever compiled. Labels are folded once per distinct spelling, and all aggregates of a segment are computed in
one pass over a contact's rows.

>>> test = OneOf(Column("city", FieldKind.LABEL), ("lyon",), folded=True)
>>> print(compile_python(test).source)
def select(contacts):
    return [c for c in contacts if k0[c.city]]
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from typing import Any as Anything
from typing import Final

import attrs

from contactbase.model.contact import Contact
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
    operands,
)
from contactbase.segment.context import Context, bucket
from contactbase.segment.derived import CHOICES
from contactbase.segment.nodes import Function, Match
from contactbase.segment.predicates import Memo, consent_test, fold_key, held_in, reader, text_test, yearly_test
from contactbase.segment.rows import RowWriter
from contactbase.segment.syntax import (
    FALSE,
    TRUE,
    assign,
    attribute,
    both,
    call,
    compare,
    either,
    flag,
    known,
    load,
    negate,
    store,
    when,
)

__all__ = ["Compiled", "compile_python"]


@attrs.define(eq=False)
class Compiled:
    """A segment as Python: `select` gives those who are in, `flags` True or False for each; `source` shows the code."""

    test: Bound
    context: Context
    select: Callable[[Iterable[Contact]], list[Contact]]
    source: str
    _flags: Callable[[Iterable[Contact]], list[bool]] | None = None

    def flags(self, contacts: Iterable[Contact]) -> list[bool]:
        """Give True or False for each contact, in order."""
        if self._flags is None:
            self._flags, _ = _compiled(self.test, "flags", self.context)
        return self._flags(contacts)


_PLURALS: Final = frozenset({FieldKind.LABELS, FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES})

_NO_CONTEXT: Final = Context()
_POLICY: Final = 3


def _between(value: Anything, low: Anything, high: Anything) -> bool:
    return value is not None and (low is None or low <= value) and (high is None or value <= high)


@attrs.define
class _Writer(RowWriter):
    """Writes the code of the tests of one tree."""

    context: Context = attrs.field(kw_only=True)

    def test(self, node: Bound) -> ast.expr:
        return _TESTS[type(node)](self, node)

    def joined(self, node: All | Any) -> ast.expr:
        ordered = sorted(node.args, key=_cost)
        if not ordered:
            return TRUE if isinstance(node, All) else FALSE
        args = [self.test(arg) for arg in ordered]
        return both(*args) if isinstance(node, All) else either(*args)

    def one_of(self, node: OneOf) -> ast.expr:
        operand = node.operand
        if isinstance(operand, Column):
            return self.column_in(operand, node)
        value = self.value(operand)
        return self.contained(value, node.values)

    def column_in(self, column: Column, node: OneOf) -> ast.expr:
        values = frozenset(node.values)
        if self.is_read(column):
            read, test = reader(column), held_in(values, folded=node.folded)
            return call(self.constant(lambda contact: test(read(contact))), load(self.row))
        value = attribute(self.row, column.name)
        if node.folded:
            return self.remembered(held_in(values, folded=True), value)
        return self.contained(value, node.values, words=column.kind is FieldKind.ENUM)

    def remembered(self, test: Callable[[Anything], bool], value: ast.expr) -> ast.expr:
        """Test each distinct value once."""
        return ast.Subscript(value=self.constant(Memo(test)), slice=value, ctx=ast.Load())

    def is_read(self, column: Column) -> bool:
        """Tell whether a value is computed and not an attribute."""
        return column.custom or (self.row == "c" and column.name in CHOICES)

    def text_has(self, node: TextHas) -> ast.expr:
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
        value = attribute(self.row, node.operand.name)
        if node.operand.kind is FieldKind.LABELS:
            return self.remembered(lambda held: node.value in {fold_key(one) for one in held}, value)
        part = "e164" if node.operand.kind is FieldKind.PHONES else "address"
        return call(self.constant(lambda held: any(getattr(one, part) == node.value for one in held)), value)

    def range(self, node: Range) -> ast.expr:
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
        operand = node.operand
        if isinstance(operand, Column):
            return self.column_present(operand)
        if isinstance(operand, Reduction) and operand.function is Function.AVG:
            return self.ratio(Ratio(operand, None, None))
        value = self.value(operand)
        return both(*self.ready(operand, None, value), TRUE)

    def column_present(self, column: Column) -> ast.expr:
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
        test = yearly_test(node.parts)
        return call(self.constant(test), attribute(self.row, node.operand.name))

    def consent(self, node: Consent) -> ast.expr:
        records = attribute(self.row, "consents")
        return both(records, call(self.constant(consent_test(node)), records))

    def permitted(self, node: Permitted) -> ast.expr:
        context, parts = self.context, (node.channel, node.purpose, node.as_of)
        return call(self.constant(lambda contact: context.permits(contact, *parts)), load(self.row))

    def draw(self, node: Draw) -> ast.expr:
        seed, threshold = node.seed, node.threshold
        return call(self.constant(lambda id_: bucket(id_, seed) < threshold), attribute(self.row, "id"))


_TESTS: Final[Mapping[type[Bound], Callable[[_Writer, Anything], ast.expr]]] = {
    Always: lambda _, node: TRUE if node.value else FALSE,
    All: _Writer.joined,
    Any: _Writer.joined,
    Negation: lambda self, node: negate(self.test(node.arg)),
    OneOf: _Writer.one_of,
    TextHas: _Writer.text_has,
    Holds: _Writer.holds,
    Range: _Writer.range,
    Ratio: _Writer.ratio,
    Present: _Writer.present,
    Yearly: _Writer.yearly,
    Consent: _Writer.consent,
    Permitted: _Writer.permitted,
    Draw: _Writer.draw,
}


def _cost(test: Bound) -> int:
    """Order clauses by what they cost: attributes, then computed values, then rows, then the policy."""
    if isinstance(test, Negation):
        return _cost(test.arg)
    if isinstance(test, All | Any):
        return max(map(_cost, test.args), default=0)
    if isinstance(test, Permitted):
        return 3
    operand = getattr(test, "operand", None)
    if isinstance(operand, Reduction | Latest):
        return 2
    computed = isinstance(operand, Column) and (operand.custom or operand.name in CHOICES)
    return 1 if computed or isinstance(test, Consent | Draw | Yearly) else 0


def _arranged(test: Bound) -> tuple[Bound, Bound]:
    """Split a tree into what needs no rows, tested first, and the rest."""
    clauses = sorted(test.args, key=_cost) if isinstance(test, All) else [test]
    cheap = tuple(clause for clause in clauses if not _needs_rows(clause) and _cost(clause) < _POLICY)
    return All(cheap), All(tuple(clause for clause in clauses if clause not in cheap))


def _needs_rows(test: Bound) -> bool:
    return any(isinstance(operand, Reduction) for operand, _ in operands(test))


def _plain(writer: _Writer, test: Bound, name: str) -> ast.stmt:
    """Write a comprehension over the base."""
    code = writer.test(test)
    over = ast.comprehension(target=store("c"), iter=load("contacts"), ifs=[], is_async=0)
    if name == "flags":
        return ast.Return(value=ast.ListComp(elt=flag(code), generators=[over]))
    over.ifs.append(code)
    return ast.Return(value=ast.ListComp(elt=load("c"), generators=[over]))


def _looped(writer: _Writer, test: Bound, name: str) -> list[ast.stmt]:
    """Write a loop over the base: cheap clauses first, then the rows of those that are left."""
    cheap, rest = _arranged(test)
    first, second = writer.test(cheap), writer.test(rest)
    out = call(load("put"), FALSE)
    skip: list[ast.stmt] = [ast.Continue()] if name == "select" else [ast.Expr(value=out), ast.Continue()]
    put = call(load("put"), load("c" if name == "select" else "found"))
    body: list[ast.stmt] = [] if cheap == All(()) else [when(negate(first), *skip)]
    body += writer.loops()
    if name == "select":
        body.append(when(second, ast.Expr(value=put)))
    else:
        body.append(ast.Expr(value=call(load("put"), flag(second))))
    loop = ast.For(target=store("c"), iter=load("contacts"), body=body, orelse=[])
    begin = [assign("found", ast.List(elts=[], ctx=ast.Load()))]
    begin.append(assign("put", ast.Attribute(value=load("found"), attr="append", ctx=ast.Load())))
    return [*begin, loop, ast.Return(value=load("found"))]


def _function(writer: _Writer, test: Bound, name: str) -> ast.stmt:
    body = _looped(writer, test, name) if _needs_rows(test) else [_plain(writer, test, name)]
    arguments = ast.arguments(
        posonlyargs=[], args=[ast.arg(arg="contacts")], kwonlyargs=[], kw_defaults=[], defaults=[]
    )
    return ast.FunctionDef(name=name, args=arguments, body=body, decorator_list=[])


def _compiled(test: Bound, name: str, context: Context) -> tuple[Callable[..., Anything], str]:
    writer = _Writer(lambda self, node: self.test(node), context=context)
    module = ast.fix_missing_locations(ast.Module(body=[_function(writer, test, name)], type_ignores=[]))
    namespace: dict[str, Anything] = dict(writer.constants)
    exec(compile(module, "<segment>", "exec"), namespace)  # noqa: S102 - made of checked nodes, not of text
    return namespace[name], ast.unparse(module)


def compile_python(test: Bound, context: Context = _NO_CONTEXT) -> Compiled:
    """Give the Python of a bound tree; the functions take contacts in any order and number."""
    select, source = _compiled(test, "select", context)
    return Compiled(test, context, select, source)
