"""The aggregates of a segment in SQL: each table of rows grouped once by contact, and joined to every contact.

Sums and counts are conditional sums in one pass; `first`, `last` and `favourite` are ranked in passes of their own.
Money is summed in one currency; an amount of another one, or of none, spoils it, as in Python.

>>> from contactbase.segment.dialects import DIALECTS
>>> rows = GroupedRows(DIALECTS["duckdb"], lambda test, alias: sql("1 = 1"))
>>> rows.value(Reduction(Function.COUNT, Rows("events")), None).render(DIALECTS["duckdb"])
('COALESCE("grouped_events"."a0", 0)', ())
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

import attrs

from contactbase.model.enums import LegalBasis
from contactbase.model.ledger import NEWEST, PARTS, Form, Part, Prevails
from contactbase.model.schema import FieldKind
from contactbase.segment.bound import Bound, Consent, Reduction, Rows
from contactbase.segment.dialects import Dialect
from contactbase.segment.nodes import Function
from contactbase.segment.sql_text import Sql, both, either, sql

__all__ = ["GroupedRows", "Spoiled"]

_ALIAS: Final = {"events": "e", "consents": "r"}
_RANKED: Final = frozenset({Function.FIRST, Function.LAST, Function.FAVOURITE})
_Key = tuple[Reduction, str | None]


@attrs.frozen
class Spoiled:
    """The tests that an aggregate of money is spoiled by a second currency, and that it is not."""

    yes: Sql
    no: Sql


def _part_name(test: Consent, part: Part) -> str:
    return f"s_{test.channel}_{test.purpose}_{part.value}"


def _is_money(reduction: Reduction) -> bool:
    return reduction.column is not None and reduction.column.kind is FieldKind.MONEY


@attrs.define
class GroupedRows:
    """Gathers the aggregates of one statement; `where` writes a test on the rows of an alias."""

    dialect: Dialect
    where: Callable[[Bound, str], Sql]
    _names: dict[_Key, str] = attrs.Factory(dict)
    _columns: dict[str, dict[str, Sql]] = attrs.Factory(dict)
    _ranked: dict[str, Sql] = attrs.Factory(dict)

    # What tests read

    def value(self, reduction: Reduction, currency: str | None) -> Sql:
        """Give the value of an aggregate for each contact."""
        name = self._named(reduction, currency)
        if reduction.function in _RANKED:
            return self._read(name, "v")
        column = self._read(_source(reduction.rows), name)
        total = reduction.function in {Function.COUNT, Function.SUM, Function.DISTINCT, Function.AVG}
        return sql("COALESCE({}, 0)", column) if total else column

    def number(self, reduction: Reduction, currency: str | None) -> Sql:
        """Give how many a mean is over."""
        name = self._named(reduction, currency)
        return sql("COALESCE({}, 0)", self._read(_source(reduction.rows), f"{name}_n"))

    def spoiled(self, reduction: Reduction, currency: str | None) -> Spoiled | None:
        """Give the tests whether money is spoiled; None where there is no money."""
        if not _is_money(reduction):
            return None
        name = self._named(reduction, currency)
        if reduction.function in _RANKED:
            return self._spoiled_edge(name, currency)
        table = _source(reduction.rows)
        bad = sql("COALESCE({}, 0)", self._read(table, f"{name}_bad"))
        yes, no = [sql("{} > 0", bad)], [sql("{} = 0", bad)]
        if currency is None:
            least, most = self._read(table, f"{name}_least"), self._read(table, f"{name}_most")
            yes.append(sql("{} <> {}", least, most))
            no.append(either([sql("{} IS NULL", least), sql("{} = {}", least, most)]))
        return Spoiled(either(yes), both(no))

    def _spoiled_edge(self, name: str, currency: str | None) -> Spoiled:
        held, count = self._read(name, "currency"), self._read(name, "n")
        wanted = sql("''") if currency is None else Sql.parameter(currency)
        wrong, right = ("=", "<>") if currency is None else ("<>", "=")
        return Spoiled(
            either([sql("{} IS NULL", held), sql(f"{{}} {wrong} {{}}", held, wanted), sql("{} <> 1", count)]),
            both([sql(f"{{}} {right} {{}}", held, wanted), sql("{} = 1", count)]),
        )

    def days(self, test: Consent, question: Prevails) -> tuple[Sql, list[Sql]]:
        """Give the latest day of the part that a question is about, and of the parts that it must prevail over."""
        held = self._columns.setdefault("consents", {})
        for part in (question.part, *question.over):
            name = _part_name(test, part)
            if name not in held:
                held[name] = self._latest(test, part)
        read = [self._read("consents", _part_name(test, part)) for part in (question.part, *question.over)]
        return read[0], read[1:]

    def _latest(self, test: Consent, part: Part) -> Sql:
        about = [self._is("channel", test.channel), self._is("purpose", test.purpose)]
        forms = either([both(self._form(form, test.as_of)) for form in PARTS if form.part is part])
        day = sql("COALESCE({}, {})", self._cell("r", "at"), self._day(NEWEST))
        return sql("MAX(CASE WHEN {} THEN {} END)", both([*about, forms]), day)

    def _form(self, form: Form, as_of: dt.date) -> list[Sql]:
        """Give the tests of `ledger.Form.fits`."""
        at, ends, day = self._cell("r", "at"), self._cell("r", "expires_on"), self._day(as_of)
        tests = [self._in("status", form.statuses)]
        if form.as_grant:
            tests += [self._is("basis", LegalBasis.CONSENT.value), sql("{} <= {}", at, day)]
        match form.expired:
            case True:
                tests.append(sql("{} < {}", ends, day))
            case False:
                tests.append(either([sql("{} IS NULL", ends), sql("{} >= {}", ends, day)]))
            case None:
                pass
        return tests

    # The statement

    def tables(self) -> Sql | None:
        """Give the common table expressions; None when no rows are needed."""
        quote, made = self.dialect.quote, []
        for source, columns in self._columns.items():
            alias = _ALIAS[source]
            cells = [sql(f"{{}} AS {quote(name)}", column) for name, column in columns.items()]
            owner = f"{alias}.{quote('contact_id')}"
            select = Sql.filled(
                _GROUPED, owner=sql(owner), cells=Sql.joined(", ", cells), table=sql(f"{quote(source)} AS {alias}")
            )
            made.append(sql(f"{quote('grouped_' + source)} AS ({{}})", select))
        made += [sql(f"{quote(name)} AS ({{}})", select) for name, select in self._ranked.items()]
        return Sql.joined(", ", made) if made else None

    def joins(self) -> Sql:
        """Give the joins to every contact."""
        quote, text = self.dialect.quote, ""
        for source in self._columns:
            table = quote("grouped_" + source)
            text += f" LEFT JOIN {table} ON {table}.{quote('contact_id')} = c.{quote('id')}"
        for name in self._ranked:
            table = quote(name)
            text += (
                f" LEFT JOIN {table} ON {table}.{quote('contact_id')} = c.{quote('id')} AND {table}.{quote('rank')} = 1"
            )
        return sql(text)

    # Pieces

    def _read(self, table: str, column: str) -> Sql:
        name = f"grouped_{table}" if table in _ALIAS else table
        return sql(f"{self.dialect.quote(name)}.{self.dialect.quote(column)}")

    def _cell(self, alias: str, column: str) -> Sql:
        return sql(f"{alias}.{self.dialect.quote(column)}")

    def _day(self, day: dt.date) -> Sql:
        return Sql.parameter(day.isoformat() if self.dialect.date_text else day)

    def _is(self, column: str, value: str) -> Sql:
        return sql("{} = {}", self._cell("r", column), Sql.parameter(value))

    def _in(self, column: str, values: tuple[str, ...]) -> Sql:
        places = [Sql.parameter(str(value)) for value in values]
        return sql("{} IN ({})", self._cell("r", column), Sql.joined(", ", places))

    def _named(self, reduction: Reduction, currency: str | None) -> str:
        """Give the name of an aggregate, adding its columns the first time."""
        key = (reduction, currency if _is_money(reduction) else None)
        if key not in self._names:
            self._names[key] = name = f"a{len(self._names)}"
            if reduction.function in _RANKED:
                self._ranked[name] = self._rank(reduction)
            else:
                self._add(name, reduction, key[1])
        return self._names[key]

    def _counts(self, rows: Rows) -> list[Sql]:
        """Give the tests that a row counts."""
        alias = _ALIAS[rows.source]
        tests = []
        if rows.kinds:
            places = [Sql.parameter(kind.value) for kind in rows.kinds]
            tests.append(sql("{} IN ({})", self._cell(alias, "kind"), Sql.joined(", ", places)))
        if rows.days is not None:
            at = self._cell(alias, "at")
            tests += [] if rows.days.start is None else [sql("{} >= {}", at, self._day(rows.days.start))]
            tests += [] if rows.days.end is None else [sql("{} <= {}", at, self._day(rows.days.end))]
            tests += [] if len(tests) > bool(rows.kinds) else [sql("{} IS NOT NULL", at)]
        if rows.where is not None:
            tests.append(self.where(rows.where, alias))
        return tests

    def _sum(self, tests: list[Sql], value: Sql) -> Sql:
        return sql("SUM(CASE WHEN {} THEN {} ELSE 0 END)", both(tests) if tests else sql("1 = 1"), value)

    def _times(self, rows: Rows) -> Sql:
        return self._cell("e", "count") if rows.source == "events" else sql("1")

    def _held(self, reduction: Reduction) -> Sql:
        """Give the column that an aggregate reads: the key of a label."""
        column = reduction.column
        if column is None:
            return self._times(reduction.rows)
        name = f"{column.name}_key" if column.kind is FieldKind.LABEL else column.name
        return self._cell(_ALIAS[reduction.rows.source], name)

    def _add(self, name: str, reduction: Reduction, currency: str | None) -> None:
        columns = self._columns.setdefault(reduction.rows.source, {})
        tests, value = self._counts(reduction.rows), self._held(reduction)
        known = [*tests, sql("{} IS NOT NULL", value)]
        match reduction.function:
            case Function.COUNT:
                columns[name] = self._sum(tests, value)
            case Function.DISTINCT:
                columns[name] = sql("COUNT(DISTINCT CASE WHEN {} THEN {} END)", both(known), value)
            case Function.MIN | Function.MAX:
                columns[name] = sql(f"{reduction.function.upper()}(CASE WHEN {{}} THEN {{}} END)", both(known), value)
            case _:
                columns[name] = self._sum(known, value)
        if reduction.function is Function.AVG:
            times = self._times(reduction.rows) if _is_money(reduction) else sql("1")
            columns[f"{name}_n"] = self._sum(known, times)
        if _is_money(reduction):
            self._spoil(name, reduction, currency, known)

    def _spoil(self, name: str, reduction: Reduction, currency: str | None, known: list[Sql]) -> None:
        """Add the columns that tell of a second currency, of none, or of a total of several."""
        columns = self._columns[reduction.rows.source]
        held = self._cell("e", "currency")
        wrong = [sql("{} IS NULL", held)]
        if currency is None:
            wrong.append(sql("{} = ''", held))
            columns[f"{name}_least"] = sql("MIN(CASE WHEN {} THEN {} END)", both(known), held)
            columns[f"{name}_most"] = sql("MAX(CASE WHEN {} THEN {} END)", both(known), held)
        else:
            wrong.append(sql("{} <> {}", held, Sql.parameter(currency)))
        if reduction.function in {Function.MIN, Function.MAX}:
            wrong.append(sql("{} <> 1", self._cell("e", "count")))
        columns[f"{name}_bad"] = self._sum([*known, either(wrong)], sql("1"))

    def _rank(self, reduction: Reduction) -> Sql:
        """Give the rows of each contact ranked: the first is the value."""
        quote = self.dialect.quote
        source = reduction.rows.source
        alias = _ALIAS[source]
        value, at = self._held(reduction), self._cell(alias, "at")
        owner = self._cell(alias, "contact_id")
        tests = [*self._counts(reduction.rows), sql("{} IS NOT NULL", value)]
        if reduction.function is Function.FAVOURITE:
            return self._favourite(source, owner, value, at, tests, self._times(reduction.rows))
        tests.append(sql("{} IS NOT NULL", at))
        order = [
            sql("{} DESC" if reduction.function is Function.LAST else "{} ASC", at),
            self._ordered(reduction, value),
        ]
        extra = sql("")
        if _is_money(reduction):
            held, count = sql("COALESCE({}, '')", self._cell("e", "currency")), self._cell("e", "count")
            order += [Sql.filled(self.dialect.ordered, x=held), count]
            extra = sql(f", {{}} AS {quote('currency')}, {{}} AS {quote('n')}", held, count)
        return Sql.filled(
            _RANKED_ROWS,
            **self._names_of(source),
            owner=owner,
            value=value,
            extra=extra,
            order=Sql.joined(", ", order),
            test=both(tests),
        )

    def _names_of(self, source: str) -> dict[str, Sql]:
        """Give the names that the templates below use, quoted."""
        quote = self.dialect.quote
        names = {"contact_id": "contact_id", "v": "v", "n": "n", "d": "d", "rank": "rank"}
        pieces = {key: sql(quote(name)) for key, name in names.items()}
        return pieces | {"table": sql(f"{quote(source)} AS {_ALIAS[source]}")}

    def _ordered(self, reduction: Reduction, value: Sql) -> Sql:
        """Give a value to order by: text by code point."""
        texts = {FieldKind.LABEL, FieldKind.CODE, FieldKind.ENUM}
        is_text = reduction.column is not None and reduction.column.kind in texts
        return Sql.filled(self.dialect.ordered, x=value) if is_text else value

    def _favourite(self, source: str, owner: Sql, value: Sql, at: Sql, tests: list[Sql], times: Sql) -> Sql:
        names = self._names_of(source)
        day = sql("COALESCE(MAX({}), {})", at, self._day(dt.date.min))
        inner = Sql.filled(_COUNTED, **names, owner=owner, value=value, times=times, day=day, test=both(tests))
        text = Sql.filled(self.dialect.ordered, x=sql(f"g.{self.dialect.quote('v')}"))
        return Sql.filled(_FAVOURITE, **names, text=text, inner=inner)


_GROUPED: Final = "SELECT {owner}, {cells} FROM {table} GROUP BY {owner}"
_RANKED_ROWS: Final = (
    "SELECT {owner} AS {contact_id}, {value} AS {v}{extra}, "
    "ROW_NUMBER() OVER (PARTITION BY {owner} ORDER BY {order}) AS {rank} FROM {table} WHERE {test}"
)
_COUNTED: Final = (
    "SELECT {owner} AS {contact_id}, {value} AS {v}, SUM({times}) AS {n}, {day} AS {d} "
    "FROM {table} WHERE {test} GROUP BY {owner}, {value}"
)
_FAVOURITE: Final = (
    "SELECT g.{contact_id}, g.{v}, ROW_NUMBER() OVER (PARTITION BY g.{contact_id} "
    "ORDER BY g.{n} DESC, g.{d} DESC, {text}) AS {rank} FROM ({inner}) AS g"
)


def _source(rows: Rows) -> str:
    return rows.source
