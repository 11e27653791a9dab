"""Every name that a schema gives the language: fields and tables, by name and by alias.

Names compare without case and accents, and `_` is a space, so `last purchase` and `dernier achat` are
`last_purchase`. Input columns (an opt-in answer) are no fields of a contact and have no name here.

>>> DEFAULT.field("Âge").name, DEFAULT.field("dernier achat").name, DEFAULT.field("ctiy")
('age', 'last_purchase', None)
>>> suggest("ctiy", DEFAULT.field_names())
'city'
>>> suggest("puchases_last", DEFAULT.field_names())
'last_purchase'
>>> suggest("anything else", DEFAULT.field_names()) is None
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from contactbase.model.schema import SCHEMA, Field, FieldKind, Role, Schema, TableSpec
from contactbase.segment.words import split_words

__all__ = ["DEFAULT", "Vocabulary", "distance", "key", "suggest"]


def key(name: str) -> str:
    """Give the folded words of a name."""
    return " ".join(split_words(name.replace("_", " ")))


def _keys(names: Iterable[tuple[str, ...]]) -> list[str]:
    return [key(name) for group in names for name in group]


@attrs.frozen(eq=False)
class Vocabulary:
    """The names of a schema, looked up once."""

    schema: Schema
    fields: Mapping[str, Field]
    tables: Mapping[str, TableSpec]
    columns: Mapping[str, Mapping[str, Field]]
    phrases: frozenset[tuple[str, ...]]
    longest: int

    @classmethod
    def of(cls, schema: Schema) -> Vocabulary:
        """Build the vocabulary of a schema."""
        roles = (Role.STORED, Role.DERIVED, Role.CUSTOM)
        inside = (FieldKind.ATTESTATIONS, FieldKind.CONSENTS, FieldKind.EVENTS)
        named = [field for field in schema.of_role(*roles) if field.kind not in inside]
        tables = {key(name): table for table in schema.tables for name in (*table.aliases, table.name)}
        columns = {table.name: _by_name(table.fields) for table in schema.tables}
        fields = _by_name(named)
        words = {tuple(name.split()) for names in (fields, *columns.values()) for name in names}
        phrases = frozenset(phrase for phrase in words if len(phrase) > 1)
        return cls(schema, fields, tables, columns, phrases, max(map(len, phrases), default=1))

    def field(self, name: str, table: str | None = None) -> Field | None:
        """Give a field of the contact, or of a table."""
        fields = self.fields if table is None else self.columns[table]
        exact = self.schema.get(name) if table is None else None
        if exact is not None and exact.role is Role.CUSTOM:
            return exact
        return fields.get(key(name))

    def table(self, name: str) -> TableSpec | None:
        """Give a table."""
        return self.tables.get(key(name))

    def field_names(self, table: str | None = None) -> dict[str, str]:
        """Give every folded name with the canonical one, for suggestions."""
        return {folded: field.name for folded, field in (self.fields if table is None else self.columns[table]).items()}


def _by_name(fields: Iterable[Field]) -> dict[str, Field]:
    """Give fields by folded alias and name; a name wins over another field's alias."""
    held = list(fields)
    found = {key(alias): field for field in reversed(held) for alias in field.aliases}
    return found | {key(field.name): field for field in held}


def distance(a: str, b: str, limit: int) -> int:
    """Give the edits (insert, drop, replace, swap neighbours) between two words; `limit + 1` when there are more."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(b, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def suggest(word: str, names: Mapping[str, str]) -> str | None:
    """Give the meaning of the name nearest to a word, or None when none is near.

    Near is one edit in four letters, in order or with the words permuted; or, for a name of one letter or two, its
    being the beginning of the word.
    """
    wanted = key(word[:64])
    limit = max(1, len(wanted) // 4)
    sorted_wanted = " ".join(sorted(wanted.split()))
    best, found = limit + 1, None
    for name, meaning in names.items():
        near = distance(wanted, name, limit)
        if near and " " in name + wanted:
            near = min(near, distance(sorted_wanted, " ".join(sorted(name.split())), limit))
        if near < best and near < len(name):
            best, found = near, meaning
    if found is None:
        starts = [meaning for name, meaning in names.items() if len(name) < 3 and wanted.startswith(name)]
        found = starts[0] if len(starts) == 1 else None
    return found


DEFAULT: Final = Vocabulary.of(SCHEMA)
"""The names of the library's own schema."""
