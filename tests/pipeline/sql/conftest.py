"""Connections of the three databases; PostgreSQL is a real server, started once where Debian's package is installed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from segment.databases import _Server

Connect = Callable[[], Any]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Give the folder of the socket of a server."""
    pytest.importorskip("psycopg")
    server = _Server()
    server.start()
    yield str(server.place)
    server.stop()


NUMBERS = count(1)


@pytest.fixture(params=["sqlite", "duckdb", "postgresql", "postgresql-autocommit"])
def connect(request: pytest.FixtureRequest, tmp_path: Any) -> Iterator[Connect]:
    """Give a function that opens one more connection to the same empty database."""
    opened: list[Any] = []

    def kept(connection: Any) -> Any:
        opened.append(connection)
        return connection

    if request.param == "sqlite":
        yield lambda: kept(sqlite3.connect(tmp_path / "base.db", timeout=0.1))
    elif request.param == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        first = kept(duckdb.connect(str(tmp_path / "base.duckdb")))
        yield lambda: kept(first.cursor())
    else:
        psycopg = pytest.importorskip("psycopg")
        place = request.getfixturevalue("postgresql")
        schema = f"test{next(NUMBERS)}"
        options = {"host": place, "user": "postgres", "dbname": "postgres", "options": f"-c search_path={schema}"}
        with psycopg.connect(**options, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        autocommit = request.param.endswith("autocommit")
        yield lambda: kept(psycopg.connect(**options, autocommit=autocommit))
    for connection in opened:
        connection.close()
