"""Contacts into a database and back: SQLite, DuckDB, and PostgreSQL where its address is given.

    python -P benchmarks/sql.py [CONTACTS [ADDRESS]]

-P keeps `email.py` of this folder from standing in for the standard module. ADDRESS is what psycopg takes
(`host=/run/postgresql user=postgres`); its tables are dropped. CPU seconds of this
process and seconds by the clock, beside the plain `executemany` of the standard library on a table of twelve columns.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

import duckdb

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, PhoneKind
from contactbase.model.event import Event
from contactbase.pipeline.sql.store import from_sql, to_sql


def contact(number: int) -> Contact:
    digits = f"{number:08d}"
    return Contact(
        id=f"c-{number}",
        first_name="Zoé",
        last_name=f"Petit {number % 5000}",
        birth_date=dt.date(1980, 3, 22),
        phones=(Phone(f"+336{digits}", PhoneKind.MOBILE, "FR"),),
        emails=(Email(f"zoe{number}@example.org", f"zoe{number}@example.org"),),
        address=("12 rue Haute",),
        postcode="69001",
        city="Lyon",
        country="FR",
        tags=frozenset({"VIP"}) if number % 7 == 0 else frozenset(),
        consents=(ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5)),),
        events=(Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=5000, currency="EUR"),),
    )


def timed(words: str, work: Callable[[], Any]) -> Any:
    cpu, clock = time.process_time(), time.perf_counter()
    found = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{words:32} {time.process_time() - cpu:7.2f} CPU s {time.perf_counter() - clock:7.2f} s  peak {peak} MB")
    return found


def plain(base: ContactBase) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE t ({', '.join(f'c{n} TEXT' for n in range(12))})")
    rows = [(each.id, each.first_name, each.last_name, *["x"] * 9) for each in base.values()]
    connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * 12)})", rows)  # noqa: S608 - fixed names
    connection.commit()


def through(name: str, base: ContactBase, connection: Any) -> None:
    timed(f"{name}: write", lambda: to_sql(base, connection))
    timed(f"{name}: write again", lambda: to_sql(base, connection))
    back = timed(f"{name}: read", lambda: from_sql(connection))
    print(f"{name}: equal: {dict(back.value) == dict(base)}")


def main(count: int, address: str | None) -> None:
    base = timed(f"{count} contacts made", lambda: ContactBase.of(map(contact, range(count))))
    timed("executemany, 12 columns", lambda: plain(base))
    with tempfile.TemporaryDirectory() as folder:
        through("SQLite", base, sqlite3.connect(os.path.join(folder, "base.db")))  # noqa: PTH118 - one name
        through("DuckDB", base, duckdb.connect(f"{folder}/base.duckdb"))
    if address:
        import psycopg  # noqa: PLC0415 - only where it is asked for

        connection = psycopg.connect(address)
        for name in ("contactbase", "contacts", "consents", "events", "suppressions", "journal"):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.commit()
        through("PostgreSQL", base, connection)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, sys.argv[2] if len(sys.argv) > 2 else None)
