"""A bound tree to Python code: one comprehension or one loop over the base, null-safe, no call where none is needed.

The code is built as an abstract syntax tree from nodes alone. Names are checked, constants are bound, and no text of a
user is ever compiled. Labels are folded once per distinct spelling, and all aggregates of a segment are computed in
one pass over a contact's rows.

>>> from contactbase.model.schema import FieldKind
>>> from contactbase.segment.bound import Column, OneOf
>>> test = OneOf(Column("city", FieldKind.LABEL), ("lyon",), folded=True)
>>> print(compile_python(test).source)
def select(contacts):
    return [c for c in contacts if k0[c.city]]
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import Any as Anything
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.segment.bound import All, Bound, Reduction, operands
from contactbase.segment.context import Context
from contactbase.segment.expressions import CodeWriter, cost
from contactbase.segment.memory import patient
from contactbase.segment.syntax import FALSE, assign, call, flag, load, negate, store, when

__all__ = ["Compiled", "compile_masks", "compile_python", "needs_rows"]

_NO_CONTEXT: Final = Context()
_POLICY: Final = 3


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


def _arranged(test: Bound) -> tuple[Bound, Bound]:
    """Split a tree into what needs no rows, tested first, and the rest."""
    clauses = sorted(test.args, key=cost) if isinstance(test, All) else [test]
    cheap = tuple(clause for clause in clauses if not needs_rows(clause) and cost(clause) < _POLICY)
    return All(cheap), All(tuple(clause for clause in clauses if clause not in cheap))


def needs_rows(test: Bound) -> bool:
    """Tell whether a test looks at an aggregate."""
    return any(isinstance(operand, Reduction) for operand, _ in operands(test))


def _comprehension(kept: ast.expr, *conditions: ast.expr) -> list[ast.stmt]:
    """Write a comprehension over the base."""
    over = ast.comprehension(target=store("c"), iter=load("contacts"), ifs=list(conditions), is_async=0)
    return [ast.Return(value=ast.ListComp(elt=kept, generators=[over]))]


def _put(kept: ast.expr) -> ast.stmt:
    return ast.Expr(value=call(load("put"), kept))


def _loop(body: list[ast.stmt]) -> list[ast.stmt]:
    """Write a loop over the base that gives what it puts."""
    begin = assign("found", ast.List(elts=[], ctx=ast.Load()))
    put = assign("put", ast.Attribute(value=load("found"), attr="append", ctx=ast.Load()))
    loop = ast.For(target=store("c"), iter=load("contacts"), body=body, orelse=[])
    return [begin, put, loop, ast.Return(value=load("found"))]


def _looped(writer: CodeWriter, test: Bound, name: str) -> list[ast.stmt]:
    """Write a loop over the base: cheap clauses first, then the rows of those that are left."""
    cheap, rest = _arranged(test)
    first, second = writer.test(cheap), writer.test(rest)
    select = name == "select"
    skip: list[ast.stmt] = [ast.Continue()] if select else [_put(FALSE), ast.Continue()]
    body: list[ast.stmt] = [] if cheap == All(()) else [when(negate(first), *skip)]
    body += writer.loops()
    body.append(when(second, _put(load("c"))) if select else _put(flag(second)))
    return _loop(body)


def _body(writer: CodeWriter, test: Bound, name: str) -> list[ast.stmt]:
    if needs_rows(test):
        return _looped(writer, test, name)
    code = writer.test(test)
    return _comprehension(load("c"), code) if name == "select" else _comprehension(flag(code))


def _masks(writer: CodeWriter, tests: Sequence[Bound]) -> list[ast.stmt]:
    """Write what gives a number for each contact, in which a bit tells whether a test holds, the first the lowest."""
    bits: list[ast.expr] = [
        ast.IfExp(test=writer.test(test), body=ast.Constant(value=1 << at), orelse=ast.Constant(value=0))
        for at, test in enumerate(tests)
    ]
    mask = reduce(lambda left, right: ast.BinOp(left=left, op=ast.BitOr(), right=right), bits)
    return _loop([*writer.loops(), _put(mask)]) if any(map(needs_rows, tests)) else _comprehension(mask)


def _function(writer: CodeWriter, name: str, body: list[ast.stmt]) -> tuple[Callable[..., Anything], str]:
    arguments = ast.arguments(
        posonlyargs=[], args=[ast.arg(arg="contacts")], kwonlyargs=[], kw_defaults=[], defaults=[]
    )
    function = ast.FunctionDef(name=name, args=arguments, body=body, decorator_list=[])
    module = ast.fix_missing_locations(ast.Module(body=[function], type_ignores=[]))
    namespace: dict[str, Anything] = dict(writer.constants)
    exec(compile(module, "<segment>", "exec"), namespace)  # noqa: S102 - made of checked nodes, not of text
    return patient(namespace[name], writer.memos), ast.unparse(module)


def _compiled(test: Bound, name: str, context: Context) -> tuple[Callable[..., Anything], str]:
    writer = CodeWriter(context=context)
    return _function(writer, name, _body(writer, test, name))


def compile_python(test: Bound, context: Context = _NO_CONTEXT) -> Compiled:
    """Give the Python of a bound tree; the functions take contacts in any order and number."""
    select, source = _compiled(test, "select", context)
    return Compiled(test, context, select, source)


def compile_masks(tests: Sequence[Bound], context: Context = _NO_CONTEXT) -> Callable[[Iterable[Contact]], list[int]]:
    """Give the Python of several tests in one pass: a number for each contact, bit 0 for the first test."""
    writer = CodeWriter(context=context)
    return _function(writer, "masks", _masks(writer, tests))[0]
