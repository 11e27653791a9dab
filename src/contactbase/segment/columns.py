r"""The columns that generated SQL reads: contacts, events and consents, with the keys that Python computes once.

Beside the stored fields stand keys: `city_key` is the fold of a label, `tags_keys` the folds of a set between bars
(`|gold|vip|`, a bar or backslash inside escaped), `mobile`, `landline` and `email` the chosen values. A value that is
unknown is NULL. No engine folds text by itself: engines disagree on hundreds of letters (measured).

>>> from contactbase.model.contact import Contact
>>> found = {column.name: column.read(Contact(id="c-1", city="Lyon", tags=frozenset({"VIP", "a|b"})))
...          for column in contact_columns(SCHEMA)}
>>> found["city"], found["city_key"], found["tags_keys"]
('Lyon', 'lyon', '|a\\pb|vip|')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from contactbase.model.schema import SCHEMA, Field, FieldKind, Role, Schema
from contactbase.normalize.fold import fold
from contactbase.segment.bound import Column
from contactbase.segment.derived import CHOICES
from contactbase.segment.predicates import reader

__all__ = ["SqlColumn", "bars", "consent_columns", "contact_columns", "event_columns", "wrapped"]

_TYPES: Final = {
    FieldKind.DATE: "DATE",
    FieldKind.NUMBER: "BIGINT",
    FieldKind.MONEY: "BIGINT",
    FieldKind.BOOLEAN: "BOOLEAN",
}
_SETS: Final = frozenset({FieldKind.LABELS, FieldKind.PHONES, FieldKind.EMAILS})


@attrs.frozen
class SqlColumn:
    """A column: its name, its type in standard SQL, and how to read it from a contact, an event or a consent."""

    name: str
    type: str
    read: Callable[[Any], object]


def wrapped(text: str) -> str:
    """Give one value as it stands between bars."""
    return "|" + text.replace("\\", "\\\\").replace("|", "\\p") + "|"


def bars(texts: Iterable[str]) -> str | None:
    """Give several values between bars, in order; None when there is none."""
    found = sorted(set(texts))
    return "|" + "".join(wrapped(text)[1:] for text in found) if found else None


def _plain(name: str) -> Callable[[Any], object]:
    def read(thing: Any) -> object:
        value = getattr(thing, name)
        return value.value if hasattr(value, "value") else value

    return read


def _key(name: str) -> Callable[[Any], object]:
    def read(thing: Any) -> object:
        value = getattr(thing, name)
        return None if value is None else fold(value)

    return read


def _of(field: Field) -> Iterator[SqlColumn]:
    """Give the columns of one field of a contact or a row."""
    name = field.name
    if field.kind in _SETS:
        yield SqlColumn(f"{name}_keys", "VARCHAR", _set(name, field.kind))
    elif field.kind is FieldKind.LINES:
        lines = reader(Column(name, field.kind))
        yield SqlColumn(name, "VARCHAR", lines)
        yield SqlColumn(f"{name}_key", "VARCHAR", lambda thing: None if lines(thing) is None else fold(lines(thing)))
    else:
        yield SqlColumn(name, _TYPES.get(field.kind, "VARCHAR"), _plain(name))
        if field.kind is FieldKind.LABEL:
            yield SqlColumn(f"{name}_key", "VARCHAR", _key(name))


def _set(name: str, kind: FieldKind) -> Callable[[Any], object]:
    if kind is FieldKind.LABELS:
        return lambda thing: bars(fold(one) for one in getattr(thing, name))
    part = "e164" if kind is FieldKind.PHONES else "address"
    return lambda thing: bars(getattr(one, part) for one in getattr(thing, name))


def _custom(field: Field) -> Iterator[SqlColumn]:
    read = reader(Column(field.name, field.kind, custom=True))
    yield SqlColumn(field.name, _TYPES.get(field.kind, "VARCHAR"), read)
    if field.kind is FieldKind.LABEL:
        yield SqlColumn(
            f"{field.name}_key", "VARCHAR", lambda thing: None if read(thing) is None else fold(read(thing))
        )


def contact_columns(schema: Schema = SCHEMA) -> tuple[SqlColumn, ...]:
    """Give the columns of `contacts`, custom fields among them."""
    tables = (FieldKind.ATTESTATIONS, FieldKind.CONSENTS, FieldKind.EVENTS)
    stored = [field for field in schema.of_role(Role.STORED) if field.kind not in tables]
    found = [column for field in stored for column in _of(field)]
    found += [SqlColumn(name, "VARCHAR", read) for name, read in CHOICES.items()]
    found += [column for field in schema.of_role(Role.CUSTOM) for column in _custom(field)]
    return tuple(found)


def event_columns(schema: Schema = SCHEMA) -> tuple[SqlColumn, ...]:
    """Give the columns of `events` beside `contact_id`."""
    found = [column for field in schema.table("events").fields for column in _of(field)]
    return (*found, SqlColumn("currency", "VARCHAR", _plain("currency")))


def consent_columns(schema: Schema = SCHEMA) -> tuple[SqlColumn, ...]:
    """Give the columns of `consents` beside `contact_id`."""
    return tuple(column for field in schema.table("consents").fields for column in _of(field))
