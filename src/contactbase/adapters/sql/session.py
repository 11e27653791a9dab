r"""One transaction on a connection: everything is written or nothing, and what a driver says is no secret of a person.

Messages of drivers quote values ("Key (id)=(…) already exists"); none of them is passed on. NULs and halves of
characters, which no database of the three takes in every text, are taken out of values, and counted.

>>> import sqlite3
>>> connection = sqlite3.connect(":memory:")
>>> with writing(connection, dialect_of(connection)) as session:
...     session.run("CREATE TABLE t (x)")
...     rows = session.write(SqlTable(name="t", columns=(("x", ""),)), [("a",), ("b\0",)])
>>> connection.execute("SELECT x FROM t").fetchall(), session.unwritable
([('a',), ('b',)], 1)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any, Final

from contactbase.adapters.sql.dialects import Dialect, dialect_of, errors_of, style_of
from contactbase.adapters.sql.tables import (
    MARKS,
    Mark,
    SqlTable,
    copy_in,
    delete,
    insert,
    quoted,
    stage,
    upsert,
    upsert_from,
    upsert_lists,
)
from contactbase.errors import ContactBaseError, ReadError, WriteError

__all__ = ["Session", "dialect_of", "reading", "writing"]

_BATCH: Final = 1000
_STAGED: Final = "contactbase_staged"
_UNWRITABLE: Final = re.compile("[\0\ud800-\udfff]")


class Session:
    """Runs statements on one cursor; `unwritable` counts the texts that had to be changed."""

    def __init__(self, connection: Any, dialect: Dialect, error: type[ContactBaseError]) -> None:
        """Open a cursor."""
        self._driver_error = errors_of(connection)
        self._error = error
        self._dialect = dialect
        style = style_of(connection)
        if style not in MARKS:
            raise error(f"The driver marks parameters as {style!r}, which is not written here.")
        self._mark: Mark = MARKS[style]
        self._cursor = dialect.cursor(connection)
        self.unwritable = 0

    def run(self, statement: str, parameters: Sequence[object] = ()) -> None:
        """Run one statement."""
        with self._told(statement):
            self._cursor.execute(statement, parameters) if parameters else self._cursor.execute(statement)

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """Run a query and yield its rows."""
        self.run(statement)
        while True:
            with self._told(statement):
                found = self._cursor.fetchmany(_BATCH)
            if not found:
                return
            yield from found

    def columns(self, table: str) -> tuple[str, ...] | None:
        """Give the names of the columns of a table; None where it is not there (the transaction may then be over)."""
        try:
            self._cursor.execute(f"SELECT * FROM {quoted(table)} WHERE 1 = 0")  # noqa: S608 - a name of ours
        except self._driver_error:
            return None
        names = tuple(str(column[0]) for column in self._cursor.description)
        self._cursor.fetchall()
        return names

    def write(self, table: SqlTable, rows: Iterable[Sequence[object]], *, fresh: bool = False) -> int:
        """Add rows or bring them up to date (`fresh`: none can be there); give how many there were."""
        if hasattr(self._cursor, "copy"):
            return self._copied(table, rows, fresh=fresh)
        if self._dialect.lists:
            return self._listed(table, rows)
        statement_of, total = insert if fresh else upsert, 0
        several = max(1, self._dialect.values // len(table.columns))
        size = several if self._dialect.values else _BATCH
        whole = statement_of(table, rows=several, mark=self._mark)
        remaining = iter(rows)
        while batch := [tuple(row) for row in islice(remaining, size)]:
            total += len(batch)
            batch = self._writable(batch)
            if not self._dialect.values:
                with self._told(whole):
                    self._cursor.executemany(whole, batch)
                continue
            text = whole if len(batch) == several else statement_of(table, rows=len(batch), mark=self._mark)
            self.run(text, [value for row in batch for value in row])
        return total

    def _listed(self, table: SqlTable, rows: Iterable[Sequence[object]]) -> int:
        """Do the same with the values of each column in a list; a key is brought up to date where it is there."""
        statement, total = upsert_lists(table, mark=self._mark), 0
        remaining = iter(rows)
        while batch := [tuple(row) for row in islice(remaining, _BATCH)]:
            total += len(batch)
            self.run(statement, [list(column) for column in zip(*self._writable(batch), strict=True)])
        return total

    def _copied(self, table: SqlTable, rows: Iterable[Sequence[object]], *, fresh: bool) -> int:
        """Do the same through a stream of rows, as psycopg offers it: into the table, or into one beside it first."""
        place, total = table.name if fresh else _STAGED, 0
        if not fresh:
            self.run(stage(table, place))
        remaining = iter(rows)
        with self._told(copy_in(table, place)), self._cursor.copy(copy_in(table, place)) as stream:
            while batch := [tuple(row) for row in islice(remaining, _BATCH)]:
                total += len(batch)
                for row in self._writable(batch):
                    stream.write_row(row)
        if not fresh:
            self.run(upsert_from(table, place))
            self.run(f"DROP TABLE {quoted(place)}")
        return total

    def remove(self, table: SqlTable, column: str, values: Iterable[str]) -> None:
        """Remove the rows in which a column has one of some values."""
        remaining = iter(values)
        while batch := self._writable([tuple(islice(remaining, 500))])[0]:
            self.run(delete(table, column, values=len(batch), mark=self._mark), batch)

    def _writable(self, batch: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
        """Take out of the texts what no database takes."""
        text = "".join([value for row in batch for value in row if isinstance(value, str)])
        if not _UNWRITABLE.search(text):
            return batch
        return [tuple(self._whole(value) for value in row) for row in batch]

    def _whole(self, value: object) -> object:
        if not isinstance(value, str) or not _UNWRITABLE.search(value):
            return value
        self.unwritable += 1
        return _UNWRITABLE.sub("\ufffd", value.replace("\0", ""))

    @contextmanager
    def _told(self, statement: str) -> Iterator[None]:
        """Make an error of ours of one of the driver's, without the values that it quotes."""
        try:
            yield
        except (self._driver_error, OverflowError, UnicodeError) as error:
            code = getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorname", None)
            named = f"{type(error).__name__}, {code}" if code else type(error).__name__
            words = " ".join(statement.split()[:3])
            raise self._error(f"The database refused a statement ({words}…): {named}. Nothing was changed.") from None


@contextmanager
def writing(connection: Any, dialect: Dialect) -> Iterator[Session]:
    """Open a transaction that is committed when the block ends, and rolled back whole on any error.

    Writers wait for one another where the database can make them.
    """
    with _transaction(connection, dialect, (dialect.begin,), WriteError) as session:
        if dialect.lock:
            session.run(dialect.lock)
        yield session
        with session._told("COMMIT"):  # noqa: SLF001 - of this module
            connection.commit()


@contextmanager
def reading(connection: Any, dialect: Dialect) -> Iterator[Session]:
    """Open a transaction that sees one state of the database throughout, and changes nothing."""
    with _transaction(connection, dialect, dialect.begin_reading, ReadError) as session:
        yield session
        connection.rollback()


@contextmanager
def _transaction(
    connection: Any, dialect: Dialect, begin: Sequence[str], error: type[ContactBaseError]
) -> Iterator[Session]:
    if dialect.busy(connection):
        raise error("The connection is in the middle of a transaction. Commit it or roll it back first.")
    session = Session(connection, dialect, error)
    statements = begin[1:] if dialect.implicit and not getattr(connection, "autocommit", False) else begin
    try:
        for statement in statements:
            session.run(statement)
    except error:
        if not dialect.busy(connection):
            raise error("No transaction could be opened: is one open already, or is the database locked?") from None
        connection.rollback()
        raise
    try:
        yield session
    except BaseException:
        with suppress(Exception):
            connection.rollback()
        raise
