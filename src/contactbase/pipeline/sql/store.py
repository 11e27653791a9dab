"""`to_sql` and `from_sql`: a contact base in a database, through any open connection of PEP 249.

Everything is one transaction: it is written whole or not at all. Contacts are brought up to date by their id, so that
writing twice is writing once, on a later day too; consents are only ever added, for a refusal that somebody recorded
must not go because a base does not know it; events are what the base says.

>>> import sqlite3
>>> connection = sqlite3.connect(":memory:")
>>> base = ContactBase.of([Contact(id="c-1", city="Lyon"), Contact(id="c-2")])
>>> to_sql(base, connection).count()
{'sql.written': 1}
>>> connection.execute("SELECT id, city FROM contacts ORDER BY id").fetchall()
[('c-1', 'Lyon'), ('c-2', None)]
>>> dict(from_sql(connection).value) == dict(base)
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

import attrs

from contactbase.adapters.sql.dialects import dialect_of
from contactbase.adapters.sql.session import Session, reading, writing
from contactbase.adapters.sql.tables import SqlTable, create, quoted, select
from contactbase.errors import ReadError, WriteError
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.event import Event
from contactbase.model.journal import Decision, Entry, Journal, Merge, Outcome, Rejection, finding
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.source import SourceRef
from contactbase.pipeline.sql.beside import journal_rows, suppression_rows
from contactbase.pipeline.sql.layout import SqlLayout, consent_from_row, contact_from_row, event_from_row
from contactbase.pipeline.sql.restated import Restated
from contactbase.privacy.suppression import SuppressionList

__all__ = ["from_sql", "to_sql"]

T = TypeVar("T")
FORMAT: Final = "contactbase-sql/1"


def to_sql(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    connection: Any,
    *,
    journal: Journal | None = None,
    suppression: SuppressionList | None = None,
    only: bool = False,
    prefix: str = "",
    dialect: str | None = None,
    schema: Schema = SCHEMA,
) -> Journal:
    """Write contacts, with their consents and events, into the tables of a database, in one transaction.

    `connection` is an open one of sqlite3, duckdb, psycopg or another driver of PEP 249 (name its `dialect` then:
    sqlite, duckdb or postgresql), in no transaction. The tables `contacts`, `consents`, `events`, `suppressions` and
    `journal` are made where they are missing, under names that begin with `prefix`. Contacts of other ids stay, but for
    those that `journal` says were merged away or removed; with `only` the base is all there is afterwards. The entries
    of `journal` and `suppression` are added, each once. WriteError when the database refuses: nothing is changed then.
    """
    base = list(contacts.values() if isinstance(contacts, Mapping) else contacts)
    layout = SqlLayout(schema, prefix)
    ids = {contact.id for contact in base}
    if len(ids) < len(base):
        raise WriteError("Two contacts have the same id. Ids must be unique.")
    with writing(connection, dialect_of(connection, dialect)) as session:
        _prepare(session, layout)
        gone = _gone(session, layout, ids, journal, only=only)
        for table, column in ((layout.contacts, "id"), (layout.consents, "contact_id"), (layout.events, "contact_id")):
            session.remove(table, column, gone)
        session.remove(layout.events, "contact_id", [contact.id for contact in base])
        session.write(layout.contacts, layout.contact_rows(base))
        held = Restated(session.rows(select(layout.consents)), layout.consents.names)
        consents = session.write(layout.consents, held.new(layout.consent_rows(base)))
        events = session.write(layout.events, layout.event_rows(base), fresh=True)
        if suppression is not None:
            session.write(layout.suppressions, suppression_rows(suppression))
        if journal is not None:
            session.write(layout.journal, journal_rows(journal))
    said: list[Entry] = [finding("sql.written", contacts=len(base), consents=consents, events=events)]
    if gone:
        said.append(finding("sql.removed", count=len(gone)))
    if session.unwritable:
        said.append(finding("sql.unwritable-characters", count=session.unwritable))
    return Journal(tuple(said))


def _prepare(session: Session, layout: SqlLayout) -> None:
    """Make the tables that are missing, and the columns of custom fields; WriteError where one is not ours."""
    for table in layout.tables:
        for statement in create(table):
            session.run(statement)
        found = session.columns(table.name) or ()
        missing = [(name, kind) for name, kind in table.columns if name not in found]
        for name, kind in missing:
            if table is not layout.contacts or name not in layout.custom:
                raise WriteError(
                    f"There is a table {table.name!r} that is not ours: it has no column {name!r}. Give a prefix."
                )
            session.run(f"ALTER TABLE {quoted(table.name)} ADD COLUMN {quoted(name)} {kind}")
    session.write(layout.marker, [("format", FORMAT)])


def _gone(session: Session, layout: SqlLayout, ids: set[str], journal: Journal | None, *, only: bool) -> list[str]:
    """Give the ids that must not stay: merged away or removed by the journal, or all but the base's."""
    there = {row[0] for row in session.rows(f"SELECT {quoted('id')} FROM {quoted(layout.contacts.name)}")}  # noqa: S608 - names of ours
    if only:
        return sorted(there - ids)
    gone: set[str] = set()
    for entry in journal.entries if journal is not None else ():
        if isinstance(entry, Merge):
            gone.update(absorbed.id for absorbed in entry.absorbed)
        elif isinstance(entry, Decision) and entry.removed is not None:
            gone.add(entry.contact)
    return sorted((gone & there) - ids)


def from_sql(connection: Any, *, prefix: str = "", dialect: str | None = None) -> Outcome[ContactBase]:
    """Read the base that `to_sql` wrote, in the order in which it was written.

    The plain columns are what counts, so that corrections made in the database are heard; a row that is none (another
    word than the field knows, text that is no date) is a rejection, and its contact, consent or event is left out.
    ReadError when the tables are not there.
    """
    layout = SqlLayout(prefix=prefix)
    rejected: list[Entry] = []
    with reading(connection, dialect_of(connection, dialect)) as session:
        read = _Reader(session, rejected)
        people = [contact for _, contact in read(layout.contacts, contact_from_row, "id", "position", "id")]
        consents = _grouped(read(layout.consents, consent_from_row, "contact_id", "contact_id", "position", "line"))
        events = _grouped(read(layout.events, event_from_row, "contact_id", "contact_id", "position"))
    base = ContactBase.of(_whole(contact, consents, events) for contact in people)
    return Outcome(base, Journal(tuple(rejected)))


def _whole(contact: Contact, consents: Mapping[str, list[ConsentRecord]], events: Mapping[str, list[Event]]) -> Contact:
    beside: dict[str, Any] = {}
    if contact.id in consents:
        beside["consents"] = tuple(consents[contact.id])
    if contact.id in events:
        beside["events"] = tuple(events[contact.id])
    return attrs.evolve(contact, **beside) if beside else contact


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for owner, value in pairs:
        found.setdefault(owner, []).append(value)
    return found


@attrs.frozen
class _Reader:
    """Reads tables row by row."""

    session: Session
    rejected: list[Entry]

    def __call__(
        self, table: SqlTable, decode: Callable[[Mapping[str, Any]], T], owner: str, *order: str
    ) -> Iterator[tuple[str, T]]:
        """Yield the id that each row belongs to, and what it says; rows that say nothing readable are rejected."""
        found = self.session.columns(table.name)
        if found is None or not set(table.names) <= set(found):
            raise ReadError(f"There is no table {table.name!r} that to_sql wrote. Check the connection and the prefix.")
        for number, row in enumerate(self.session.rows(select(table, *order)), start=1):
            named = dict(zip(table.names, row, strict=True))
            try:
                yield named[owner], decode(named)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                cells = tuple("" if value is None else str(value) for value in row)
                place = SourceRef(file=table.name, row=number)
                self.rejected.append(
                    Rejection(source=place, code="sql.unreadable-row", cells=cells, details=(("name", table.name),))
                )
