"""Contacts as rows of `contacts.csv`: canonical text under the names of the schema, then custom fields, then the rest.

Columns that no field claimed come last under their own headers; a header that would be read back as a field of the
schema gets ` (source)` behind it.

>>> columns = ContactColumns(kept=("Pointure",))
>>> columns.header[:3], columns.header[-1]
(('id', 'title', 'first_name'), 'Pointure')
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from contactbase.layouts.layout import header_key
from contactbase.model.canonical import field_text
from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA, FieldKind, Role, Schema

__all__ = ["ContactColumns"]

_BESIDE: Final = frozenset({FieldKind.CONSENTS, FieldKind.EVENTS})
_FIELDS: Final = tuple(field for field in SCHEMA.of_role(Role.STORED) if field.kind not in _BESIDE)
_NAMES: Final = tuple(field.name for field in _FIELDS)
_values: Final = attrgetter(*_NAMES)
_KEYS: Final = frozenset(map(header_key, _NAMES))


def _distinct(headers: Iterable[str]) -> dict[str, str]:
    """Give each kept header the name of its column: its own, unless that is a field's."""
    return {header: f"{header} (source)" if header_key(header) in _KEYS else header for header in headers}


class ContactColumns:
    """The columns of one result: `header`, `phones` (the places of phone columns) and `row(contact)`."""

    def __init__(self, *, kept: Iterable[str] = (), schema: Schema = SCHEMA) -> None:
        """Take the headers kept beside and the schema with its custom fields."""
        self._custom = tuple(field.name for field in schema.of_role(Role.CUSTOM))
        self._kept = _distinct(dict.fromkeys(kept))
        self.header = (*_NAMES, *self._custom, *self._kept.values())
        self.phones = frozenset({"phones"})

    def row(self, contact: Contact) -> list[str]:
        """Give the cells of one contact; empty means unknown."""
        cells = [
            value if value.__class__ is str else (field_text(field, value) or "") if value or value is False else ""
            for value, field in zip(_values(contact), _FIELDS, strict=True)
        ]
        if self._custom:
            custom = {name: "" if value is None else _text(value) for name, value in contact.custom}
            cells.extend(custom.get(name, "") for name in self._custom)
        if self._kept:
            extra = dict(contact.extra)
            cells.extend(extra.get(header, "") for header in self._kept)
        return cells


def _text(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
