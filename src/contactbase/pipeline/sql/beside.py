"""The journal and the suppression list in a database, beside the base: added to, never changed.

>>> import sqlite3
>>> from contactbase.model.journal import finding
>>> from contactbase.model.contact import Contact
>>> from contactbase.pipeline.sql.store import to_sql
>>> stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
>>> connection = sqlite3.connect(":memory:")
>>> journal = Journal((finding("phone.too-short", field="phones", digits=9),))
>>> for _ in range(2):
...     said = to_sql([Contact(id="c-1")], connection, journal=journal, suppression=stops)
>>> journal_from_sql(connection) == journal, suppressions_from_sql(connection, stops.keys).value == stops
(True, True)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from contactbase.adapters.sql.dialects import dialect_of
from contactbase.adapters.sql.session import reading
from contactbase.adapters.sql.tables import select
from contactbase.errors import ReadError
from contactbase.model.journal import Changes, Decision, Finding, Journal, Merge, Outcome, Rejection
from contactbase.pipeline.journal_lines import JournalLines, journal_entries
from contactbase.pipeline.sql.layout import JOURNAL, SUPPRESSIONS
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList
from contactbase.privacy.suppression_lines import FORMAT, entry_to_json, read_suppression_lines

__all__ = ["journal_from_sql", "journal_rows", "suppression_rows", "suppressions_from_sql"]


def journal_rows(journal: Journal) -> Iterator[Sequence[object]]:
    """Yield the rows of a journal; `run` is a digest of all of it, so that the same journal is written once."""
    lines: list[str] = []
    write = JournalLines(lines.append)
    for entry in journal.entries:
        write(entry)
    run = hashlib.sha256("".join(lines).encode("utf-8", "replace")).hexdigest()[:32]
    for position, (entry, line) in enumerate(zip(journal.entries, lines, strict=True)):
        code = getattr(entry, "code", getattr(entry, "reason", None))
        kept = isinstance(entry, Merge)
        contact = getattr(entry, "kept" if kept else "contact", None)
        yield run, position, _KINDS[type(entry)], code, contact, getattr(entry, "field", None), line.rstrip("\n")


_KINDS = {Finding: "finding", Changes: "change", Merge: "merge", Decision: "decision", Rejection: "rejection"}


def suppression_rows(stops: SuppressionList) -> Iterator[Sequence[object]]:
    """Yield the rows of a suppression list; `entry` is a digest of all that an entry says."""
    for each in stops:
        found = entry_to_json(each)
        text = json.dumps(found, sort_keys=True)
        yield hashlib.sha256(text.encode()).hexdigest(), *(found.get(name) for name in SUPPRESSIONS.names[1:])


def journal_from_sql(connection: Any, *, prefix: str = "", dialect: str | None = None) -> Journal:
    """Read every journal that was written, run after run; ReadError where the table is not there."""
    table = JOURNAL.prefixed(prefix)
    with reading(connection, dialect_of(connection, dialect)) as session:
        _require(session.columns(table.name), table.name)
        runs: dict[str, list[str]] = {}
        for row in session.rows(select(table, "run", "position")):
            runs.setdefault(row[0], []).append(row[-1])
    entries = [entry for lines in runs.values() for entry in journal_entries(lines, table.name)]
    return Journal(tuple(entries))


def suppressions_from_sql(
    connection: Any, keys: KeyRing, *, allow_unreadable: bool = False, prefix: str = "", dialect: str | None = None
) -> Outcome[SuppressionList]:
    """Read the suppression list; PrivacyError for an entry that is none, or under a key that is not in the ring."""
    table = SUPPRESSIONS.prefixed(prefix)
    with reading(connection, dialect_of(connection, dialect)) as session:
        _require(session.columns(table.name), table.name)
        rows = list(session.rows(select(table, "entry")))
    found = [{name: value for name, value in zip(table.names[1:], row[1:], strict=True) if value} for row in rows]
    lines = [json.dumps({"format": FORMAT, "entries": len(found)}), *(json.dumps(each) for each in found)]
    return read_suppression_lines(lines, keys, allow_unreadable=allow_unreadable)


def _require(columns: tuple[str, ...] | None, name: str) -> None:
    if columns is None:
        raise ReadError(f"There is no table {name!r} that to_sql wrote. Check the connection and the prefix.")
