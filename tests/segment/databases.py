"""Contacts loaded into databases, as an adapter would load them, to run generated SQL."""

from __future__ import annotations

import datetime as dt
import os
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from contactbase.model.contact import Contact
from contactbase.model.schema import Schema
from contactbase.segment.columns import SqlColumn, consent_columns, contact_columns, event_columns

Run = Callable[[str, Sequence[object]], set[str]]
OWNER = SqlColumn("contact_id", "VARCHAR", lambda _: None)


def tables(contacts: Iterable[Contact], schema: Schema) -> dict[str, tuple[tuple[SqlColumn, ...], list[list[object]]]]:
    """Give the columns and rows of the three tables."""
    held = list(contacts)
    people, events, consents = contact_columns(schema), event_columns(schema), consent_columns(schema)
    return {
        "contacts": (people, [[column.read(one) for column in people] for one in held]),
        "events": (
            (OWNER, *events),
            [[one.id, *(column.read(event) for column in events)] for one in held for event in one.events],
        ),
        "consents": (
            (OWNER, *consents),
            [[one.id, *(column.read(record) for column in consents)] for one in held for record in one.consents],
        ),
    }


def _load(cursor: Any, contacts: Iterable[Contact], schema: Schema, plain: Callable[[object], object]) -> None:
    for name, (columns, rows) in tables(contacts, schema).items():
        defined = ", ".join(f'"{column.name}" {column.type}' for column in columns)
        cursor.execute(f'CREATE TABLE "{name}" ({defined})')
        places = ", ".join("?" * len(columns))
        if rows:
            insert = f'INSERT INTO "{name}" VALUES ({places})'  # noqa: S608 - names of the schema
            cursor.executemany(insert, [[plain(cell) for cell in row] for row in rows])


def sqlite(contacts: Iterable[Contact], schema: Schema) -> Run:
    connection = sqlite3.connect(":memory:")
    _load(connection, contacts, schema, lambda cell: cell.isoformat() if isinstance(cell, dt.date) else cell)
    return lambda text, parameters: {row[0] for row in connection.execute(text, tuple(parameters))}


def duckdb(contacts: Iterable[Contact], schema: Schema) -> Run:
    import duckdb as engine  # noqa: PLC0415 - skipped where it is missing

    connection = engine.connect()
    connection.execute("SET threads = 1")
    _load(connection, contacts, schema, lambda cell: cell)
    return lambda text, parameters: {row[0] for row in connection.execute(text, list(parameters)).fetchall()}


def _literal(cell: object) -> str:
    match cell:
        case None:
            return "NULL"
        case bool() | int():
            return str(cell)
        case dt.date():
            return f"DATE '{cell.isoformat()}'"
        case _:
            return "'" + str(cell).replace("'", "''") + "'"


def _programs() -> tuple[str, str, str] | None:
    """Give initdb, postgres and psql, where Debian puts them or on the path."""
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin")), *map(Path, os.environ.get("PATH", "").split(":"))]
    found = []
    for name in ("initdb", "postgres", "psql"):
        paths = [folder / name for folder in folders if (folder / name).is_file()]
        if not paths:
            return None
        found.append(str(paths[-1] if name == "psql" else paths[0]))
    return found[0], found[1], found[2]


class _Server:
    """A PostgreSQL server of our own, in a folder, on a socket, stopped at the end."""

    def __init__(self) -> None:
        programs = _programs()
        if programs is None:
            pytest.skip("PostgreSQL is not installed")
        self.initdb, self.postgres, self.psql = programs
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user and (shutil.which("runuser") is None or not _has_user("postgres")):
            pytest.skip("PostgreSQL refuses to run as root and there is no user postgres")

    def start(self) -> None:
        place = Path(tempfile.mkdtemp(prefix="pg"))
        place.chmod(0o777)
        data = place / "data"
        plain = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
        made = subprocess.run([*self.user, self.initdb, "-D", str(data), *plain], capture_output=True, check=False)
        if made.returncode:
            pytest.skip("PostgreSQL could not make a database here")
        options = ["-D", str(data), "-k", str(place), "-c", "listen_addresses=", "-c", "fsync=off"]
        self.process = subprocess.Popen(
            [*self.user, self.postgres, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.place = place
        for _ in range(100):
            if self.ask("SELECT 1") == "1":
                return
            time.sleep(0.1)
        self.stop()
        pytest.skip("PostgreSQL did not start")

    def ask(self, text: str) -> str:
        to = ["-h", str(self.place), "-U", "postgres", "-d", "postgres"]
        command = [self.psql, *to, "-qAtX", "-v", "ON_ERROR_STOP=1"]
        found = subprocess.run(command, input=text, capture_output=True, text=True, check=False, encoding="utf-8")
        return found.stdout.rstrip("\n") if found.returncode == 0 else f"error: {found.stderr}"

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        shutil.rmtree(self.place, ignore_errors=True)


def _has_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def postgresql(contacts: Iterable[Contact], schema: Schema) -> tuple[Run, Callable[[], None]]:
    """Give a function that runs a statement, and one that stops the server; skips where there is none."""
    server = _Server()
    server.start()
    script = []
    for name, (columns, rows) in tables(contacts, schema).items():
        defined = ", ".join(f'"{column.name}" {column.type}' for column in columns)
        script.append(f'CREATE TABLE "{name}" ({defined});')
        script += [f'INSERT INTO "{name}" VALUES ({", ".join(map(_literal, row))});' for row in rows]  # noqa: S608 - made-up
    answer = server.ask("\n".join(script))
    if answer.startswith("error"):
        server.stop()
        pytest.fail(answer)

    def run(text: str, parameters: Sequence[object]) -> set[str]:
        given = f"({', '.join(map(_literal, parameters))})" if parameters else ""
        found = server.ask(f"PREPARE one AS {text}; EXECUTE one{given}; DEALLOCATE one;")
        assert not found.startswith("error"), f"{text}\n{parameters}\n{found}"
        return set(found.split("\n")) - {""}

    return run, server.stop
