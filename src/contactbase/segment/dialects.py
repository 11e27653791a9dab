"""The four dialects of SQL: what each says in its own way. Everything else is the SQL that they share.

DuckDB and SQLite are run in the tests and compared with the interpreter, PostgreSQL where a server can be started.
Spark's text is printed and not yet compared, so it is not supported until somebody runs it.

>>> DIALECTS["postgresql"].place(3), DIALECTS["spark"].quote("at")
('$3', '`at`')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from contactbase.errors import SegmentError

__all__ = ["DIALECTS", "BackendCannotExpress", "Dialect"]


class BackendCannotExpress(SegmentError):  # noqa: N818 - the name of LANGUAGE.md
    """A dialect has no way to say part of a segment; it is refused, never narrowed."""

    def __init__(self, what: str, dialect: str) -> None:
        """Name the construct and the dialect."""
        super().__init__(f"{dialect} cannot express {what}. Select in Python, or leave it out.")
        self.what: Final = what
        self.dialect: Final = dialect


@attrs.frozen(kw_only=True)
class Dialect:
    """Templates of the closed set of primitives; `{x}` is a column, `{p}` a bound text, `{n}` its length."""

    name: str
    mark: str = '"'
    numbered: bool = False
    contains: str
    starts: str = "left({x}, {n}) = {p}"
    ends: str = "right({x}, {n}) = {p}"
    month_day: str = "(EXTRACT(MONTH FROM {x}) * 100 + EXTRACT(DAY FROM {x}))"
    ordered: str = "{x}"
    most_parameters: int
    most_nesting: int = 400
    date_text: bool = False

    def quote(self, name: str) -> str:
        """Give a name as an identifier."""
        return f"{self.mark}{name.replace(self.mark, self.mark * 2)}{self.mark}"

    def place(self, number: int) -> str:
        """Give the placeholder of the parameter of that number, from 1."""
        return f"${number}" if self.numbered else "?"


DIALECTS: Final[Mapping[str, Dialect]] = {
    "duckdb": Dialect(name="duckdb", contains="strpos({x}, {p}) > 0", most_parameters=30_000),
    "sqlite": Dialect(
        name="sqlite",
        contains="instr({x}, {p}) > 0",
        starts="substr({x}, 1, {n}) = {p}",
        ends="substr({x}, -{n}) = {p}",
        month_day="(CAST(substr({x}, 6, 2) AS INTEGER) * 100 + CAST(substr({x}, 9, 2) AS INTEGER))",
        most_parameters=32_000,
        most_nesting=80,
        date_text=True,
    ),
    "postgresql": Dialect(
        name="postgresql",
        numbered=True,
        contains="strpos({x}, {p}) > 0",
        ordered='{x} COLLATE "C"',
        most_parameters=65_000,
    ),
    "spark": Dialect(name="spark", mark="`", contains="locate({p}, {x}) > 0", most_parameters=10_000),
}
"""SQLite: dates are ISO 8601 text, whose order is that of the days."""
