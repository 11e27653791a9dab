"""The databases that are written and read, as data: how each opens a transaction, how many values a statement takes.

A connection is known by the module of its class; the style of its placeholders and its errors are those that the module
states (PEP 249, `paramstyle` and `Error`).

>>> import sqlite3
>>> dialect_of(sqlite3.connect(":memory:")).name
'sqlite'
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

import attrs

from contactbase.errors import WriteError

__all__ = ["DIALECTS", "Dialect", "dialect_of", "driver_of", "errors_of", "style_of"]


@attrs.frozen(kw_only=True)
class Dialect:
    """A database. `begin` opens a transaction that writes, `begin_reading` one that sees one state throughout.

    `modules` are those of the drivers; `values` bounds the values of one statement (0: one row a statement is faster);
    `lock` lets one writer at a time go on;
    `lists` says that a statement takes whole columns as lists, which is faster than either;
    `implicit` says that a connection opens transactions by itself unless its `autocommit` is on; `busy` tells whether
    a connection is inside of one, `cursor` gives what runs statements inside it.
    """

    name: str
    modules: tuple[str, ...]
    begin: str
    begin_reading: tuple[str, ...]
    values: int = 0
    lists: bool = False
    lock: str = ""
    implicit: bool = False
    busy: Callable[[Any], bool] = lambda _connection: False
    cursor: Callable[[Any], Any] = lambda connection: connection.cursor()


def _sqlite_busy(connection: Any) -> bool:
    return bool(connection.in_transaction)


def _duckdb_busy(connection: Any) -> bool:
    """Compare the transactions of two statements: a BEGIN inside of one would abort it."""
    try:
        one, other = (connection.execute("SELECT txid_current()").fetchone() for _ in range(2))
    except errors_of(connection):
        return True
    return bool(one == other)


def _postgresql_busy(connection: Any) -> bool:
    if hasattr(connection, "info") and hasattr(connection.info, "transaction_status"):
        return bool(int(connection.info.transaction_status) != 0)
    if hasattr(connection, "get_transaction_status"):
        return bool(connection.get_transaction_status() != 0)
    return bool(getattr(connection, "_in_transaction", False))


DIALECTS: Final = (
    Dialect(
        name="sqlite",
        modules=("sqlite3", "pysqlite3", "apsw"),
        begin="BEGIN IMMEDIATE",
        begin_reading=("BEGIN",),
        busy=_sqlite_busy,
    ),
    Dialect(
        name="duckdb",
        modules=("duckdb", "_duckdb"),
        begin="BEGIN TRANSACTION",
        begin_reading=("BEGIN TRANSACTION",),
        lists=True,
        busy=_duckdb_busy,
        cursor=lambda connection: connection,  # its `cursor()` is a connection of its own, with other transactions
    ),
    Dialect(
        name="postgresql",
        modules=("psycopg", "psycopg2", "pg8000"),
        begin="BEGIN",
        begin_reading=("BEGIN", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"),
        values=12000,
        lock="SELECT pg_advisory_xact_lock(3267140852)",  # a number of ours; the transaction gives it back
        implicit=True,
        busy=_postgresql_busy,
    ),
)


def driver_of(connection: object) -> str:
    """Give the module of the driver that made a connection."""
    return type(connection).__module__.partition(".")[0]


def dialect_of(connection: object, name: str | None = None) -> Dialect:
    """Give the dialect of a connection, or the one that is named; WriteError where there is none."""
    known = " or ".join(dialect.name for dialect in DIALECTS)
    if name is not None:
        found = next((dialect for dialect in DIALECTS if dialect.name == name), None)
        if found is None:
            raise WriteError(f"There is no dialect {name!r}. Write {known}.")
        return found
    if not callable(getattr(connection, "cursor", None)):
        raise WriteError(f"Give an open connection of PEP 249 (sqlite3, duckdb, psycopg), not {_kind(connection)}.")
    driver = driver_of(connection)
    found = next((dialect for dialect in DIALECTS if driver in dialect.modules), None)
    if found is None:
        raise WriteError(f"Connections of {driver} are not known. Name what is behind it: dialect={known}.")
    return found


def _kind(value: object) -> str:
    return "a path or text" if isinstance(value, str | bytes) else type(value).__name__


def style_of(connection: object) -> str:
    """Give the style of placeholders that the driver states; `qmark` where it states none."""
    return str(getattr(_module(connection), "paramstyle", "qmark"))


def errors_of(connection: object) -> type[Exception]:
    """Give the class of the driver's errors."""
    found = getattr(_module(connection), "Error", None)
    return found if isinstance(found, type) and issubclass(found, Exception) else Exception


def _module(connection: object) -> object:
    name = driver_of(connection)
    return sys.modules.get(name.removeprefix("_")) or sys.modules.get(name)
