"""What the tests of the language share: a hostile base, a context, databases that hold the same contacts."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from contactbase.model.contact import Contact
from contactbase.segment import Context, Segment
from segment.bases import SCHEMA_X, Bases
from segment.databases import Run, duckdb, postgresql, sqlite


@pytest.fixture(scope="session")
def base() -> list[Contact]:
    return Bases(Random(20260331)).base(300)


@pytest.fixture(scope="session")
def context() -> Context:
    lyonnais = Segment("lyonnais", 'city = "Lyon"', schema=SCHEMA_X)
    ids = [f"{start}{number}" for start in ("", "é", "c-") for number in range(0, 300, 3)]
    return Context(
        segments={"lyonnais": lyonnais},
        lists={"vip": frozenset(ids)},
        can_receive=lambda contact, channel, purpose, *, as_of: (  # noqa: ARG005 - the shape of a policy
            contact.sex == "F"
        ),
    )


@pytest.fixture(scope="session")
def in_sqlite(base: list[Contact]) -> Run:
    return sqlite(base, SCHEMA_X)


@pytest.fixture(scope="session")
def in_duckdb(base: list[Contact]) -> Run:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    return duckdb(base, SCHEMA_X)


@pytest.fixture(scope="session")
def in_postgresql(base: list[Contact]) -> Iterator[Run]:
    run, stop = postgresql(base, SCHEMA_X)
    yield run
    stop()
