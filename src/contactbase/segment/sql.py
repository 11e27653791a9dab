"""A bound tree to SQL: bound parameters, a closed set of primitives, one grouped pass over each table of rows.

The tree comes in negation normal form, so no NOT stands over a comparison; a negative test carries `or x is null`.
Aggregates are grouped once and joined to every contact, so that contacts without rows count.

>>> from contactbase.segment.bound import Column, OneOf
>>> test = Negation(OneOf(Column("city", FieldKind.LABEL), ("lyon",), folded=True))
>>> print(*compile_sql(test, "duckdb"), sep="; ")
SELECT c."id" FROM "contacts" AS c WHERE (c."city_key" IS NULL OR c."city_key" <> ?); ('lyon',)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any as Anything
from typing import Final

import attrs

from contactbase.model.ledger import OPTED_IN, OPTED_OUT
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
    Operand,
    Permitted,
    Present,
    Range,
    Ratio,
    Reduction,
    TextHas,
    Yearly,
    negation_normal,
)
from contactbase.segment.columns import wrapped
from contactbase.segment.dialects import DIALECTS, BackendCannotExpress, Dialect
from contactbase.segment.nodes import Function, Match
from contactbase.segment.sql_rows import GroupedRows
from contactbase.segment.sql_text import Sql, both, either, sql

__all__ = ["compile_sql"]

_TRUE: Final = sql("1 = 1")
_FALSE: Final = sql("1 = 0")
_SETS: Final = frozenset({FieldKind.LABELS, FieldKind.PHONES, FieldKind.EMAILS})


@attrs.define
class _Writer:
    """Writes the tests of one tree; `alias` is whose columns are read, `rows` gathers the aggregates."""

    dialect: Dialect
    alias: str = "c"
    rows: GroupedRows = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.rows = GroupedRows(self.dialect, self.where)

    def where(self, test: Bound, alias: str) -> Sql:
        """Write a test on the rows of a table."""
        before, self.alias = self.alias, alias
        found = self.test(negation_normal(test))
        self.alias = before
        return found

    def test(self, test: Bound) -> Sql:
        """Write a tree in negation normal form."""
        match test:
            case Always(value):
                return _TRUE if value else _FALSE
            case All(args):
                return both([self.test(arg) for arg in args]) if args else _TRUE
            case Any(args):
                return either([self.test(arg) for arg in args]) if args else _FALSE
            case Negation(arg):
                return _RULES[type(arg)](self, arg, True)  # noqa: FBT003 - negated
            case _:
                return _RULES[type(test)](self, test, False)  # noqa: FBT003 - not negated

    # Values

    def column(self, column: Column, *, folded: bool = False) -> Sql:
        ending = "_keys" if column.kind in _SETS else "_key" if folded else ""
        name = f"{column.name}{ending}"
        return Sql((f"{self.alias}.{self.dialect.quote(name)}",))

    def value(self, operand: Operand, currency: str | None = None, *, folded: bool = False) -> Sql:
        match operand:
            case Column():
                return self.column(operand, folded=folded)
            case Reduction():
                return self.rows.value(operand, currency)
            case Latest(args):
                found = self.rows.value(args[0], None)
                for arg in args[1:]:
                    other = self.rows.value(arg, None)
                    found = sql("CASE WHEN {} IS NULL THEN {} WHEN {} IS NULL OR {} >= {} THEN {} ELSE {} END",
                                found, other, other, found, other, found, other)  # fmt: skip
                return found
        raise TypeError(f"{type(operand).__name__} has no value in SQL.")

    def parameter(self, value: object) -> Sql:
        if isinstance(value, dt.date) and self.dialect.date_text:
            value = value.isoformat()
        return Sql.parameter(value)

    # Tests

    def one_of(self, test: OneOf, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        value = self.value(test.operand, folded=test.folded)
        if not test.values:
            return _TRUE if negated else _FALSE
        places = [self.parameter(one) for one in test.values]
        if len(places) == 1:
            found = sql("{} <> {}" if negated else "{} = {}", value, places[0])
        else:
            found = sql("{} NOT IN ({})" if negated else "{} IN ({})", value, Sql.joined(", ", places))
        return self.or_unknown(value, found) if negated else found

    def or_unknown(self, value: Sql, *tests: Sql) -> Sql:
        return either([sql("{} IS NULL", value), *tests])

    def text_has(self, test: TextHas, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        value = self.column(test.operand, folded=test.folded)
        return self.matches(value, test.match, test.needle, negated=negated)

    def matches(self, value: Sql, match: Match, needle: str, *, negated: bool) -> Sql:
        dialect = self.dialect
        template = {Match.CONTAINS: dialect.contains, Match.STARTS: dialect.starts, Match.ENDS: dialect.ends}[match]
        if negated:
            template = template.replace(" > 0", " = 0") if match is Match.CONTAINS else template.replace(" = ", " <> ")
        found = Sql.filled(template, x=value, p=self.parameter(needle), n=sql(str(len(needle))))
        return self.or_unknown(value, found) if negated else found

    def holds(self, test: Holds, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        return self.matches(self.column(test.operand), Match.CONTAINS, wrapped(test.value), negated=negated)

    def range(self, test: Range, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        operand = test.operand
        if isinstance(operand, Reduction):
            return self.reduction_range(operand, test, negated=negated)
        value = self.value(operand)
        if test.currency is None:
            return self.limits(value, test, negated=negated, nullable=True)
        currency, wanted = sql(f"{self.alias}.{self.dialect.quote('currency')}"), self.parameter(test.currency)
        limits = self.limits(value, test, negated=negated, nullable=True)
        if negated:
            return either([sql("{} IS NULL", currency), sql("{} <> {}", currency, wanted), limits])
        return both([sql("{} = {}", currency, wanted), limits])

    def limits(self, value: Sql, test: Range, *, negated: bool, nullable: bool) -> Sql:
        """Write that a value lies from low to high, or the complement with the unknown ones."""
        low = None if test.low is None else self.parameter(test.low)
        high = None if test.high is None else self.parameter(test.high)
        if negated:
            out = [] if low is None else [sql("{} < {}", value, low)]
            out += [] if high is None else [sql("{} > {}", value, high)]
            return either([*([sql("{} IS NULL", value)] if nullable else []), *out]) if nullable or out else _FALSE
        inside = [] if low is None else [sql("{} >= {}", value, low)]
        inside += [] if high is None else [sql("{} <= {}", value, high)]
        return both(inside or ([sql("{} IS NOT NULL", value)] if nullable else [_TRUE]))

    def reduction_range(self, operand: Reduction, test: Range, *, negated: bool) -> Sql:
        value = self.rows.value(operand, test.currency)
        total = operand.function in {Function.COUNT, Function.SUM, Function.DISTINCT}
        limits = self.limits(value, test, negated=negated, nullable=not total)
        bad = self.rows.spoiled(operand, test.currency)
        if bad is None:
            return limits
        return either([bad.yes, limits]) if negated else both([bad.no, limits])

    def ratio(self, test: Ratio, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        value, number = self.rows.value(test.operand, test.currency), self.rows.number(test.operand, test.currency)
        bad = self.rows.spoiled(test.operand, test.currency)
        tests = [sql("{} <= 0" if negated else "{} > 0", number)]
        for limit, signs in ((test.low, (">=", ">", "<", "<=")), (test.high, ("<=", "<", ">", ">="))):
            if limit is not None:
                sign = signs[limit.strict + 2 * negated]
                tests.append(sql(f"{{}} * {limit.under} {sign} {limit.over} * {{}}", value, number))
        if bad is not None:
            tests.append(bad.yes if negated else bad.no)
        return either(tests) if negated else both(tests)

    def present(self, test: Present, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        operand = test.operand
        if isinstance(operand, Reduction) and operand.function is Function.AVG:
            return self.ratio(Ratio(operand, None, None), negated)
        if isinstance(operand, Reduction):
            return self.reduction_range(operand, Range(operand, None, None), negated=negated)
        value = self.value(operand)
        if not isinstance(operand, Column) or operand.kind is not FieldKind.MONEY:
            return sql("{} IS NULL" if negated else "{} IS NOT NULL", value)
        currency = sql(f"{self.alias}.{self.dialect.quote('currency')}")
        if negated:
            return either([sql("{} IS NULL", value), sql("{} IS NULL", currency), sql("{} = ''", currency)])
        return both([sql("{} IS NOT NULL", value), sql("{} <> ''", currency)])

    def yearly(self, test: Yearly, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        value = self.column(test.operand)
        place = Sql.filled(self.dialect.month_day, x=value)
        parts = []
        for before, low, high in test.parts:
            day = self.parameter(before)
            if negated:
                parts.append(
                    either([sql("{} >= {}", value, day), sql(f"{{}} < {low}", place), sql(f"{{}} > {high}", place)])
                )
            else:
                parts.append(both([sql("{} < {}", value, day), sql(f"{{}} BETWEEN {low} AND {high}", place)]))
        if negated:
            return self.or_unknown(value, both(parts) if parts else _TRUE)
        return either(parts) if parts else _FALSE

    def consent(self, test: Consent, negated: bool) -> Sql:  # noqa: FBT001 - a rule of the table
        question = OPTED_OUT if test.out else OPTED_IN
        day, others = self.rows.days(test, question)
        if negated:
            earlier = "{} < {}" if question.on_a_tie else "{} <= {}"
            return either([sql("{} IS NULL", day), *(sql(earlier, day, other) for other in others)])
        later = "{} >= {}" if question.on_a_tie else "{} > {}"
        over = [either([sql("{} IS NULL", other), sql(later, day, other)]) for other in others]
        return both([sql("{} IS NOT NULL", day), *over])

    def permitted(self, test: Permitted, negated: bool) -> Sql:  # noqa: ARG002, FBT001 - a rule of the table
        raise BackendCannotExpress(f"can receive {test.channel}", self.dialect.name)

    def draw(self, test: Draw, negated: bool) -> Sql:  # noqa: ARG002, FBT001 - a rule of the table
        raise BackendCannotExpress("sample", self.dialect.name)


_RULES: Final[Mapping[type[Bound], Callable[[_Writer, Anything, bool], Sql]]] = {
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


_SELECT: Final = "SELECT c.{id} FROM {people} AS c{joins} WHERE {where}"


def compile_sql(test: Bound, dialect: str) -> tuple[str, tuple[object, ...]]:
    """Give (text, parameters) that select the ids of a bound tree.

    ValueError for a dialect that is none, BackendCannotExpress for what a dialect cannot say.
    """
    if dialect not in DIALECTS:
        raise ValueError(f"There is no dialect {dialect!r}. Choose one of {', '.join(DIALECTS)}.")
    spoken = DIALECTS[dialect]
    writer = _Writer(spoken)
    where = writer.test(negation_normal(test))
    quote = spoken.quote
    people, id_ = sql(quote("contacts")), sql(quote("id"))
    whole = Sql.filled(_SELECT, id=id_, people=people, joins=writer.rows.joins(), where=where)
    with_rows = writer.rows.tables()
    if whole.depth > spoken.most_nesting:
        raise BackendCannotExpress("nesting this deep", dialect)
    text, parameters = (whole if with_rows is None else sql("WITH {} {}", with_rows, whole)).render(spoken)
    if len(parameters) > spoken.most_parameters:
        raise BackendCannotExpress(f"{len(parameters)} parameters", dialect)
    return text, parameters
