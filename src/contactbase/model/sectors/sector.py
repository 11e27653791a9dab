"""A sector: the custom fields that a trade usually keeps, with titles, French names and words (R07).

A field is named in English; a file may call it by its French title or one of its aliases, and its closed lists answer
to French words. Nothing here is a special category of data on purpose: a restaurant asks for no allergies, an optician
for no sight. Amounts are whole units of the shop's currency, sizes whole units as titled.

>>> field = custom("rooms", int, Family.BEHAVIOURAL, "Rooms", "Nombre de chambres", "chambres")
>>> field.kind.value, field.role.value
('number', 'custom')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.enums import Family
from contactbase.model.schema import Field, FieldKind, Role
from contactbase.model.text import Text

__all__ = ["Sector", "custom"]

_KINDS: Final[Mapping[type, FieldKind]] = {
    str: FieldKind.LABEL,
    int: FieldKind.NUMBER,
    bool: FieldKind.BOOLEAN,
    dt.date: FieldKind.DATE,
}


def custom(
    name: str,
    kind: type,
    family: Family,
    en: str,
    fr: str,
    *aliases: str,
    words: Mapping[StrEnum, str] | None = None,
) -> Field:
    """Make a custom field: its type, family, titles and French names; `words` are those of each value of a list."""
    values = kind if issubclass(kind, StrEnum) else None
    return Field(
        name=name,
        kind=FieldKind.ENUM if values is not None else _KINDS[kind],
        family=family,
        title=Text(en, fr),
        role=Role.CUSTOM,
        aliases=aliases,
        values=values,
        words=tuple((word, value.value) for value, listed in (words or {}).items() for word in listed.split(", ")),
    )


@attrs.frozen(kw_only=True)
class Sector:
    """A trade by name, and its custom fields: `cb.schema.extend(cb.sectors["hotel"])`."""

    name: str
    title: Text
    fields: tuple[Field, ...]

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)
