"""The tables of a contact base: which columns they have, and how each value gets there and back.

`contacts`, `consents` and `events` have the columns that generated SQL reads (`segment.columns`), so that
`Segment.to_sql` runs on them as they are. What has no column of one value (phones, addresses, labels, street lines,
custom fields, columns kept beside) stands in JSON beside, and that JSON is what is read back; keys (`city_key`,
`tags_keys`, `mobile`, …) are written for queries and never read.

>>> [name for name in SqlLayout(SCHEMA).contacts.names if name.startswith("phones")]
['phones_keys', 'phones']
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from contactbase.adapters.sql.tables import SqlTable
from contactbase.errors import WriteError
from contactbase.model.canonical import compact_consent
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_json import field_from_json, field_to_json
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA, Field, FieldKind, Role, Schema
from contactbase.segment.columns import SqlColumn, consent_columns, contact_columns, event_columns

__all__ = ["JOURNAL", "MARKER", "SUPPRESSIONS", "SqlLayout", "consent_from_row", "contact_from_row", "event_from_row"]

_JSON: Final = {
    "phones": "phones",
    "emails": "emails",
    "tags": "tags",
    "interests": "interests",
    "address": "address_lines",
    "attestations": "attestations",
    "custom": "custom_fields",
    "extra": "columns_beside",
}
"""The columns that hold JSON, by the attribute of a contact."""

MARKER: Final = SqlTable(name="contactbase", columns=(("name", "VARCHAR"), ("value", "VARCHAR")), key=("name",))
SUPPRESSIONS: Final = SqlTable(
    name="suppressions",
    columns=tuple(
        (name, "VARCHAR")
        for name in "entry digest kind reason created latest brand purpose channel source via expires key".split()
    ),
    key=("entry",),
    append=True,
)
JOURNAL: Final = SqlTable(
    name="journal",
    columns=(
        ("run", "VARCHAR"),
        ("position", "BIGINT"),
        *((name, "VARCHAR") for name in "entry code contact field line".split()),
    ),
    key=("run", "position"),
    append=True,
)


def _json(name: str) -> Callable[[Contact], str | None]:
    def read(contact: Contact) -> str | None:
        value = getattr(contact, name)
        return json.dumps(field_to_json(name, value), ensure_ascii=False, separators=(",", ":")) if value else None

    return read


def _shape(columns: Iterable[SqlColumn]) -> tuple[tuple[str, str], ...]:
    return tuple((column.name, column.type) for column in columns)


class SqlLayout:
    """The tables of a schema, and the rows of contacts in them."""

    def __init__(self, schema: Schema = SCHEMA, prefix: str = "") -> None:
        """Take the schema whose custom fields get columns; WriteError where one is called like a column of ours."""
        people = (*contact_columns(schema), *(SqlColumn(name, "VARCHAR", _json(of)) for of, name in _JSON.items()))
        doubled = [name for name, count in Counter(column.name for column in people).items() if count > 1]
        if doubled or "position" in {column.name for column in people}:
            raise WriteError(f"The custom field {(*doubled, 'position')[0]!r} has the name of a column of ours.")
        self._people = people
        self._consents, self._events = consent_columns(schema), event_columns(schema)
        owner, place = ("contact_id", "VARCHAR"), ("position", "BIGINT")
        self.contacts = SqlTable(name="contacts", columns=(*_shape(people), place), key=("id",)).prefixed(prefix)
        self.consents = SqlTable(
            name="consents",
            columns=(owner, place, ("line", "VARCHAR"), *_shape(self._consents)),
            key=("contact_id", "line"),
            append=True,
        ).prefixed(prefix)
        self.events = SqlTable(
            name="events", columns=(owner, place, *_shape(self._events)), index="contact_id"
        ).prefixed(prefix)
        self.suppressions, self.journal = SUPPRESSIONS.prefixed(prefix), JOURNAL.prefixed(prefix)
        self.marker = MARKER.prefixed(prefix)
        custom = {field.name for field in schema.of_role(Role.CUSTOM)}
        self.custom = frozenset(name for name in self.contacts.names if name.removesuffix("_key") in custom)

    @property
    def tables(self) -> tuple[SqlTable, ...]:
        """Every table."""
        return (self.marker, self.contacts, self.consents, self.events, self.suppressions, self.journal)

    def contact_rows(self, contacts: Iterable[Contact]) -> Iterator[Sequence[object]]:
        """Yield the rows of `contacts`."""
        reads = [column.read for column in self._people]
        for position, contact in enumerate(contacts):
            yield [*(_plain(read(contact)) for read in reads), position]

    def consent_rows(self, contacts: Iterable[Contact]) -> Iterator[Sequence[object]]:
        """Yield the rows of `consents`: `line` is the same for the same statement, so that it is written once."""
        reads = [column.read for column in self._consents]
        for contact in contacts:
            seen: Counter[str] = Counter()
            for position, record in enumerate(contact.consents):
                text = json.dumps(compact_consent(record), sort_keys=True)
                seen[text] += 1
                digest = hashlib.sha256(f"{seen[text]} {text}".encode()).hexdigest()[:32]
                yield [contact.id, position, digest, *(_plain(read(record)) for read in reads)]

    def event_rows(self, contacts: Iterable[Contact]) -> Iterator[Sequence[object]]:
        """Yield the rows of `events`."""
        reads = [column.read for column in self._events]
        for contact in contacts:
            for position, event in enumerate(contact.events):
                yield [contact.id, position, *(_plain(read(event)) for read in reads)]


def _plain(value: object) -> object:
    """Give a date as ISO 8601, which every database takes for one."""
    return value.isoformat() if isinstance(value, dt.date) else value


# And back.


def _day(value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


def _truth(value: Any) -> bool:
    if value not in (0, 1):
        raise ValueError("no truth value")
    return bool(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no number")
    return value


_KINDS: Final[Mapping[FieldKind, Callable[[Any], object]]] = {
    FieldKind.DATE: _day,
    FieldKind.BOOLEAN: _truth,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _number,
}


def _decoder(field: Field) -> Callable[[Any], object]:
    return field.values if field.values is not None else _KINDS.get(field.kind, _text)


_BESIDE: Final = frozenset({FieldKind.CONSENTS, FieldKind.EVENTS})
_CONTACT: Final = {
    field.name: _decoder(field)
    for field in SCHEMA.of_role(Role.STORED)
    if field.kind not in _BESIDE and field.name not in _JSON
}
_CONSENT: Final = {field.name: _decoder(field) for field in SCHEMA.table("consents").fields}
_EVENT: Final = {field.name: _decoder(field) for field in SCHEMA.table("events").fields} | {"currency": _text}


def _decoded(row: Mapping[str, Any], decode: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    return {name: read(row[name]) for name, read in decode.items() if row[name] is not None}


def contact_from_row(row: Mapping[str, Any]) -> Contact:
    """Make a contact, without consents and events, of a row; ValueError, TypeError or KeyError where it is none."""
    found = _decoded(row, _CONTACT)
    for name, column in _JSON.items():
        if row[column] is not None:
            found[name] = field_from_json(name, json.loads(row[column]))
    return Contact(**found)


def consent_from_row(row: Mapping[str, Any]) -> ConsentRecord:
    """Make a consent record of a row; ValueError, TypeError or KeyError where it is none."""
    return ConsentRecord(**_decoded(row, _CONSENT))


def event_from_row(row: Mapping[str, Any]) -> Event:
    """Make an event of a row; ValueError, TypeError or KeyError where it is none."""
    return Event(**_decoded(row, _EVENT))
