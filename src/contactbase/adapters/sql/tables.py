"""Tables and the statements on them, as text: identifiers in quotes, values always as parameters.

>>> people = SqlTable(name="people", columns=(("id", "VARCHAR"), ("city", "VARCHAR")), key=("id",))
>>> print(upsert(people, rows=1, mark=lambda place: "?"))
INSERT INTO "people" ("id", "city") VALUES (?, ?) ON CONFLICT ("id") DO UPDATE SET "city" = excluded."city"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import attrs

from contactbase.errors import WriteError

__all__ = ["MARKS", "Mark", "SqlTable", "copy_in", "create", "delete", "insert", "quoted", "select", "stage", "upsert"]
__all__ += ["upsert_from", "upsert_lists"]

Mark = Callable[[int], str]
"""Gives the placeholder of the value at a place, counted from 0."""

MARKS: Final[dict[str, Mark]] = {
    "qmark": lambda _place: "?",
    "format": lambda _place: "%s",
    "pyformat": lambda _place: "%s",
    "numeric": lambda place: f":{place + 1}",
}
_PREFIX: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,30}")


@attrs.frozen(kw_only=True)
class SqlTable:
    """A table: its columns with their types, and its key (empty: none); `index` is a column to find rows by.

    `append` says that rows are never changed once they stand there.
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...] = ()
    index: str | None = None
    append: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(name for name, _ in self.columns)

    def prefixed(self, prefix: str) -> SqlTable:
        """Give the table under a name with something before it; WriteError where that could be no name."""
        if prefix and not _PREFIX.fullmatch(prefix):
            raise WriteError("A prefix of tables is made of letters, digits and underscores, 31 at most.")
        return attrs.evolve(self, name=prefix + self.name)


def quoted(name: str) -> str:
    """Give an identifier as every database reads it."""
    return '"' + name.replace('"', '""') + '"'


def _list(names: Sequence[str]) -> str:
    return ", ".join(map(quoted, names))


def create(table: SqlTable) -> tuple[str, ...]:
    """Give the statements that make a table where it is not there yet."""
    columns = [f"{quoted(name)} {kind}{' NOT NULL' if name in table.key else ''}" for name, kind in table.columns]
    if table.key:
        columns.append(f"PRIMARY KEY ({_list(table.key)})")
    made = f"CREATE TABLE IF NOT EXISTS {quoted(table.name)} ({', '.join(columns)})"
    if table.index is None:
        return (made,)
    index = quoted(f"{table.name}_by_{table.index}")
    return made, f"CREATE INDEX IF NOT EXISTS {index} ON {quoted(table.name)} ({quoted(table.index)})"


def insert(table: SqlTable, *, rows: int, mark: Mark) -> str:
    """Give the statement that adds rows."""
    width = len(table.columns)
    places = [f"({', '.join(mark(row * width + place) for place in range(width))})" for row in range(rows)]
    return f"INSERT INTO {quoted(table.name)} ({_list(table.names)}) VALUES {', '.join(places)}"  # noqa: S608 - names of ours


def upsert(table: SqlTable, *, rows: int, mark: Mark) -> str:
    """Give the statement that adds rows, or brings those that stand under the same key up to date."""
    return insert(table, rows=rows, mark=mark) + _on_conflict(table)


def upsert_lists(table: SqlTable, *, mark: Mark) -> str:
    """Give the statement that does the same with the values of each column as a list."""
    lists = ", ".join(f"unnest(CAST({mark(place)} AS {kind}[]))" for place, (_, kind) in enumerate(table.columns))
    return f"INSERT INTO {quoted(table.name)} ({_list(table.names)}) SELECT {lists}{_on_conflict(table)}"


def upsert_from(table: SqlTable, staged: str) -> str:
    """Give the statement that does the same with the rows of another table."""
    names = _list(table.names)
    rows = f"SELECT {names} FROM {quoted(staged)}"  # noqa: S608 - names of ours
    return f"INSERT INTO {quoted(table.name)} ({names}) {rows}{_on_conflict(table)}"


def stage(table: SqlTable, staged: str) -> str:
    """Give the statement that makes an empty table of the same columns, which goes with the transaction."""
    columns = f"SELECT {_list(table.names)} FROM {quoted(table.name)} WHERE 1 = 0"  # noqa: S608 - names of ours
    return f"CREATE TEMPORARY TABLE {quoted(staged)} ON COMMIT DROP AS {columns}"


def copy_in(table: SqlTable, name: str) -> str:
    """Give PostgreSQL's statement that takes rows as a stream."""
    return f"COPY {quoted(name)} ({_list(table.names)}) FROM STDIN"


def _on_conflict(table: SqlTable) -> str:
    if not table.key:
        return ""
    others = [] if table.append else [name for name in table.names if name not in table.key]
    changed = ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in others)
    action = f"UPDATE SET {changed}" if changed else "NOTHING"
    return f" ON CONFLICT ({_list(table.key)}) DO {action}"


def delete(table: SqlTable, column: str, *, values: int, mark: Mark) -> str:
    """Give the statement that removes the rows in which a column has one of some values."""
    places = ", ".join(map(mark, range(values)))
    return f"DELETE FROM {quoted(table.name)} WHERE {quoted(column)} IN ({places})"  # noqa: S608 - names of ours


def select(table: SqlTable, *order: str) -> str:
    """Give the statement that reads a whole table in an order."""
    ordered = f" ORDER BY {_list(order)}" if order else ""
    return f"SELECT {_list(table.names)} FROM {quoted(table.name)}{ordered}"  # noqa: S608 - names of ours
