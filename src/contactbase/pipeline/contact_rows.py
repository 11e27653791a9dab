"""Contacts as rows of `contacts.csv`: canonical text under the names of the schema, then custom fields, then the rest.

Columns that no field claimed come last under their own headers; a header that would be read back as a field of the
schema gets ` (source)` behind it.

>>> columns = ContactColumns(kept=("Pointure",))
>>> columns.header[:3], columns.header[-1]
(('id', 'title', 'first_name'), 'Pointure')
>>> [(cells[0], cells[2], cells[-1]) for cells in columns.rows([Contact(id="c-1", first_name="Léa")])]
[('c-1', 'Léa', '')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter
from typing import Any, Final

from contactbase.layouts.layout import header_key
from contactbase.model.canonical import custom_text, text_writer
from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA, Field, FieldKind, Role, Schema
from contactbase.pipeline.column_text import ColumnText, known_text, plain_text, unlike_text

__all__ = ["ContactColumns", "distinct_names"]

_BESIDE: Final = frozenset({FieldKind.CONSENTS, FieldKind.EVENTS})
_FIELDS: Final = tuple(field for field in SCHEMA.of_role(Role.STORED) if field.kind not in _BESIDE)
_NAMES: Final = tuple(field.name for field in _FIELDS)
_values: Final = attrgetter(*_NAMES)
_TEXTS: Final = frozenset({FieldKind.LABEL, FieldKind.CODE})
_UNLIKE: Final = frozenset({FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES, FieldKind.ATTESTATIONS})
_BATCH: Final = 500
_KEYS: Final = frozenset(map(header_key, _NAMES))


def distinct_names(headers: Iterable[str]) -> dict[str, str]:
    """Give each kept header the name of its column: its own, unless that is a field's."""
    return {header: f"{header} (source)" if header_key(header) in _KEYS else header for header in headers}


class ContactColumns:
    """The columns of one result: `header`, `phones` (the places of phone columns) and `rows(contacts)`."""

    def __init__(self, *, kept: Iterable[str] = (), schema: Schema = SCHEMA) -> None:
        """Take the headers kept beside and the schema with its custom fields."""
        self._custom = tuple(field.name for field in schema.of_role(Role.CUSTOM))
        self._kept = distinct_names(dict.fromkeys(kept))
        self.header = (*_NAMES, *self._custom, *self._kept.values())
        self.phones = frozenset({"phones"})
        self._write = tuple(map(_writer, _FIELDS))

    def rows(self, contacts: Iterable[Contact]) -> Iterator[tuple[str, ...]]:
        """Give the cells of contacts; empty means unknown."""
        remaining = iter(contacts)
        while batch := list(islice(remaining, _BATCH)):
            values = zip(*map(_values, batch), strict=True)
            columns = [write(column) for write, column in zip(self._write, values, strict=True)]
            columns += _beside(self._custom, [dict(contact.custom) for contact in batch] if self._custom else [])
            columns += _beside(self._kept, [dict(contact.extra) for contact in batch] if self._kept else [])
            yield from zip(*columns, strict=True)


def _writer(field: Field) -> ColumnText:
    if field.kind in _TEXTS:
        return plain_text
    write = text_writer()[field.name]
    return unlike_text(write) if field.kind in _UNLIKE else known_text(write)


def _beside(names: Iterable[str], found: list[dict[str, Any]]) -> list[list[str]]:
    """Give the columns of what stands under other names."""
    return [[_text(each.get(name)) for each in found] for name in names]


def _text(value: object) -> str:
    if value.__class__ is str:
        return value
    return "" if value is None else custom_text(value)
