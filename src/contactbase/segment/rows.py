"""The part of the generated code that is about rows: all aggregates of a segment in one pass over each contact.

>>> from contactbase.segment.nodes import Function
>>> writer = RowWriter(lambda self, test: load("never"))
>>> writer.variable(Reduction(Function.COUNT, Rows("purchases")), None)
'a0'
>>> print(ast.unparse(ast.fix_missing_locations(ast.Module(writer.loops(), []))))
a0 = 0
for e in c.events:
    a0 += e.count
"""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable
from typing import Any, Final, cast

import attrs

from contactbase.model.schema import FieldKind
from contactbase.segment.bound import Bound, Latest, Limit, Operand, Range, Ratio, Reduction, Rows
from contactbase.segment.nodes import Function
from contactbase.segment.predicates import fold_key
from contactbase.segment.reduce import edge, edge_amount, favourite
from contactbase.segment.syntax import (
    FALSE,
    NONE,
    TRUE,
    add,
    assign,
    attribute,
    both,
    call,
    compare,
    either,
    known,
    load,
    negate,
    store,
    when,
)

__all__ = ["RowWriter"]

_ROW: Final = {"events": "e", "consents": "r"}


@attrs.frozen
class _Key:
    """An aggregate as it is needed: money is read in one currency, or in whichever there is (None)."""

    reduction: Reduction
    currency: str | None


@attrs.define
class RowWriter:
    """Writes aggregates: `constants` it bound, `variables` that hold them; `row` is whose attributes are read.

    `write` gives the code of a test, for the conditions on rows.
    """

    write: Callable[[Any, Bound], ast.expr]
    constants: dict[str, object] = attrs.Factory(dict)
    variables: dict[_Key, str] = attrs.Factory(dict)
    row: str = "c"

    def constant(self, value: object) -> ast.expr:
        """Bind a constant; plain ones stand in the code."""
        if value is None or type(value) in {int, str, bool}:
            return ast.Constant(value=cast("int | str | None", value))
        name = f"k{len(self.constants)}"
        self.constants[name] = value
        return load(name)

    # Tests

    def contained(self, value: ast.expr, values: tuple[Any, ...], *, words: bool = False) -> ast.expr:
        """Look for a value among some; enumerations compare one by one, since they hash by their name."""
        if not values:
            return FALSE
        if words or len(values) == 1:
            return either(*(compare(value, (ast.Eq(), self.constant(one))) for one in values))
        return compare(value, (ast.In(), self.constant(frozenset(values))))

    def limits(self, value: ast.expr, low: object, high: object) -> list[ast.expr]:
        """Give the tests that a value lies from low to high."""
        if low is None and high is None:
            return []
        if low is None:
            return [compare(value, (ast.LtE(), self.constant(high)))]
        if high is None:
            return [compare(value, (ast.GtE(), self.constant(low)))]
        if low == high:
            return [compare(value, (ast.Eq(), self.constant(low)))]
        return [compare(self.constant(low), (ast.LtE(), value), (ast.LtE(), self.constant(high)))]

    def reduction_range(self, node: Range) -> ast.expr:
        """Give the test that an aggregate is known and lies in a range."""
        value = self.value(node.operand, node.currency)
        tests = self.limits(value, node.low, node.high)
        return both(*self.ready(node.operand, node.currency, value), *tests) if tests else TRUE

    def ready(self, operand: Operand, currency: str | None, value: ast.expr) -> list[ast.expr]:
        """Give the tests that an aggregate is known, without those that its function makes true."""
        if not isinstance(operand, Reduction):
            return [known(value)]
        tests = []
        if _is_money(operand) and operand.function not in _CHOSEN:
            tests.append(negate(load(self.variable(operand, currency) + "_bad")))
        if operand.function not in {Function.COUNT, Function.SUM, Function.DISTINCT}:
            tests.append(known(value))
        return tests

    def ratio(self, node: Ratio) -> ast.expr:
        """Give the test that a mean lies in a range."""
        name = self.variable(node.operand, node.currency)
        tests: list[ast.expr] = [compare(load(f"{name}_n"), (ast.Gt(), ast.Constant(value=0)))]
        if _is_money(node.operand):
            tests.insert(0, negate(load(f"{name}_bad")))
        for limit, loose, strict in ((node.low, ast.GtE(), ast.Gt()), (node.high, ast.LtE(), ast.Lt())):
            if limit is not None:
                tests.append(compare(*self.scaled(name, limit, strict if limit.strict else loose)))
        return both(*tests)

    def scaled(self, name: str, limit: Limit, op: ast.cmpop) -> tuple[ast.expr, tuple[ast.cmpop, ast.expr]]:
        """Compare total * under with over * number, so that nothing is divided."""
        left = ast.BinOp(left=load(name), op=ast.Mult(), right=ast.Constant(value=limit.under))
        right = ast.BinOp(left=ast.Constant(value=limit.over), op=ast.Mult(), right=load(f"{name}_n"))
        return left, (op, right)

    def variable(self, reduction: Reduction, currency: str | None) -> str:
        """Give the variable of an aggregate; money is kept apart by currency."""
        key = _Key(reduction, currency if _is_money(reduction) else None)
        return self.variables.setdefault(key, f"a{len(self.variables)}")

    def value(self, operand: Operand, currency: str | None = None) -> ast.expr:
        """Read an aggregate."""
        if isinstance(operand, Latest):
            args = [load(self.variable(one, currency)) for one in operand.args]
            return call(self.constant(_latest), *args)
        if not isinstance(operand, Reduction):
            raise TypeError("Only an aggregate has a variable.")
        return load(self.variable(operand, currency))

    def begin(self, key: _Key, name: str) -> list[ast.stmt]:
        """Give the statements before the rows."""
        function = key.reduction.function
        made: list[ast.stmt] = []
        if function in _CHOSEN or function is Function.DISTINCT:
            empty = ast.List(elts=[], ctx=ast.Load())
            made.append(assign(f"{name}_rows", empty))
        elif function in {Function.MIN, Function.MAX}:
            made.append(assign(name, NONE))
        else:
            made.append(assign(name, ast.Constant(value=0)))
        if function is Function.AVG:
            made.append(assign(f"{name}_n", ast.Constant(value=0)))
        if _is_money(key.reduction) and function not in _CHOSEN:
            made += [assign(f"{name}_bad", FALSE), assign(f"{name}_cur", NONE)]
        return made

    def update(self, key: _Key, name: str, row: str) -> list[ast.stmt]:
        """Give the statements for one row that counts."""
        reduction = key.reduction
        if reduction.function is Function.COUNT:
            return [add(name, attribute(row, "count") if row == "e" else ast.Constant(value=1))]
        if reduction.column is None:
            raise TypeError("An aggregate other than count has a column.")
        if reduction.function in _CHOSEN or reduction.function is Function.DISTINCT:
            append = ast.Attribute(value=load(f"{name}_rows"), attr="append", ctx=ast.Load())
            return [ast.Expr(value=call(append, load(row)))]
        value = attribute(row, reduction.column.name)
        body = self.step(reduction, name, value, row)
        if _is_money(reduction):
            body = self.one_currency(key, name, row, body)
        return [when(known(value), *body)]

    def step(self, reduction: Reduction, name: str, value: ast.expr, row: str) -> list[ast.stmt]:
        """Give the statements for a known value."""
        match reduction.function:
            case Function.SUM:
                return [add(name, value)]
            case Function.AVG:
                times = attribute(row, "count") if _is_money(reduction) else ast.Constant(value=1)
                return [add(name, value), add(f"{name}_n", times)]
            case _:
                op = ast.Lt() if reduction.function is Function.MIN else ast.Gt()
                better = either(compare(load(name), (ast.Is(), NONE)), compare(value, (op, load(name))))
                return [when(better, assign(name, value))]

    def one_currency(self, key: _Key, name: str, row: str, body: list[ast.stmt]) -> list[ast.stmt]:
        """Spoil the aggregate when an amount is of another currency, of none, or the total of several."""
        currency = attribute(row, "currency")
        spoil = assign(f"{name}_bad", TRUE)
        if key.reduction.function in {Function.MIN, Function.MAX}:
            single = compare(attribute(row, "count"), (ast.Eq(), ast.Constant(value=1)))
            body = [when(single, *body, orelse=(spoil,))]
        if key.currency is not None:
            same = compare(currency, (ast.Eq(), self.constant(key.currency)))
            return [when(same, *body, orelse=(spoil,))]
        seen = load(f"{name}_cur")
        other = both(known(seen), compare(currency, (ast.NotEq(), seen)))
        return [when(either(negate(currency), other), spoil), assign(f"{name}_cur", currency), *body]

    def finish(self, key: _Key, name: str) -> list[ast.stmt]:
        """Give the statements after the rows."""
        reduction = key.reduction
        choose = _chooser(reduction, key.currency)
        if choose is None:
            return []
        return [assign(name, call(self.constant(choose), load(f"{name}_rows")))]

    def counts(self, rows: Rows) -> ast.expr | None:
        """Give the test that a row counts."""
        tests: list[ast.expr] = []
        self.row = _ROW[rows.source]
        if rows.kinds:
            tests.append(self.contained(attribute(self.row, "kind"), rows.kinds, words=True))
        if rows.days is not None:
            day = attribute(self.row, "at")
            tests += [known(day), *self.limits(day, rows.days.start, rows.days.end)]
        if rows.where is not None:
            tests.append(self.write(self, rows.where))
        self.row = "c"
        return both(*tests) if tests else None

    def loops(self) -> list[ast.stmt]:
        """Give one loop over the events and one over the consents, for all aggregates together."""
        made: list[ast.stmt] = []
        groups: dict[Rows, list[tuple[_Key, str]]] = {}
        keys = list(self.variables.items())
        for key, name in keys:
            made += self.begin(key, name)
            groups.setdefault(key.reduction.rows, []).append((key, name))
        for source, row in _ROW.items():
            body: list[ast.stmt] = []
            for rows, held in groups.items():
                if rows.source == source:
                    steps = [step for key, name in held for step in self.update(key, name, row)]
                    test = self.counts(rows)
                    body += steps if test is None else [when(test, *steps)]
            if body:
                made.append(ast.For(target=store(row), iter=attribute("c", source), body=body, orelse=[]))
        for key, name in keys:
            made += self.finish(key, name)
        return made


_CHOSEN: Final = frozenset({Function.FIRST, Function.LAST, Function.FAVOURITE})


def _is_money(reduction: Reduction) -> bool:
    return reduction.column is not None and reduction.column.kind is FieldKind.MONEY


def _latest(*days: dt.date | None) -> dt.date | None:
    return max((day for day in days if day is not None), default=None)


def _chooser(reduction: Reduction, currency: str | None) -> Callable[[list[Any]], object] | None:
    """Give the function from the rows that count to the value, where it is no running total."""
    column = reduction.column
    if column is None or reduction.function not in {*_CHOSEN, Function.DISTINCT}:
        return None
    name, label = column.name, column.kind is FieldKind.LABEL

    def value(row: Any) -> object:
        held = getattr(row, name)
        return fold_key(held) if label and held is not None else held

    last = reduction.function is Function.LAST
    if reduction.function is Function.DISTINCT:
        return lambda rows: len({value(row) for row in rows} - {None})
    if reduction.function is Function.FAVOURITE:
        return lambda rows: favourite(rows, value)
    if column.kind is not FieldKind.MONEY:
        return lambda rows: edge(rows, value, last=last)

    def amount(rows: list[Any]) -> int | None:
        found = edge_amount(rows, last=last)
        return None if found is None or (currency is not None and found[1] != currency) else found[0]

    return amount
