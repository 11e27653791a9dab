"""What each column of a file is: the layout it is read by, and the field, if any, that a header stands for.

A column that a layout claims twice for a field of one value is kept beside, never joined; several columns of phones,
e-mails, street lines, labels or answers about consent are read together. A header that nobody knows and that speaks
of consent does not go unnoticed.

>>> map_columns(("Nom", "Tél", "Pointure"), layout_of(("Nom", "Tél", "Pointure"))).fields
('last_name', 'phones', None)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

import attrs

from contactbase.errors import ReadError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.generic import CONSENT_WITHOUT_CHANNEL, GENERIC, speaks_of_consent
from contactbase.layouts.layout import Layout, header_key
from contactbase.model.schema import SCHEMA, FieldKind, Role, Schema

__all__ = ["ColumnMap", "Fate", "layout_of", "map_columns"]

_MANY: Final = frozenset({FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES, FieldKind.LABELS})
_OVERFLOW: Final = {"mobile": "phones", "landline": "phones", "email": "emails"}


class Fate(Enum):
    """Why a column is no field of its own."""

    BESIDE = "kept beside"
    PART = "part of a field made of several columns"
    DROPPED = "left out"
    DOUBLED = "kept beside, for another column gives its field"
    UNCLEAR = "kept beside, and it speaks of consent"


@attrs.frozen(kw_only=True)
class ColumnMap:
    """What becomes of each column, in order: a field or a fate. `joined`: a field and the places of its parts."""

    layout: Layout
    columns: tuple[str, ...]
    fields: tuple[str | None, ...]
    fates: tuple[Fate | None, ...]
    joined: Mapping[str, tuple[int, ...]]

    def headers(self, *fates: Fate) -> tuple[str, ...]:
        """Give the headers of the columns with one of some fates."""
        return tuple(header for header, fate in zip(self.columns, self.fates, strict=True) if fate in fates)

    def kept(self) -> tuple[int, ...]:
        """Give the places of the columns kept beside."""
        here = (Fate.BESIDE, Fate.DOUBLED, Fate.UNCLEAR)
        return tuple(place for place, fate in enumerate(self.fates) if fate in here)


def layout_of(columns: Sequence[str], layout: str | Layout | None = None, file: str = "") -> Layout:
    """Give the layout asked for, or the first that recognizes the headers and the name of the file.

    ReadError for an unknown name.
    """
    if isinstance(layout, Layout):
        return layout
    if layout is not None:
        if layout not in LAYOUTS:
            raise ReadError(f'There is no layout "{layout}". Choose one of: {", ".join(sorted(LAYOUTS))}.')
        return LAYOUTS[layout]
    keys = frozenset(map(header_key, columns))
    return next((found for found in LAYOUTS.values() if found.recognizes(keys, file)), GENERIC)


def map_columns(
    columns: Sequence[str],
    layout: Layout,
    overrides: Mapping[str, str] | None = None,
    schema: Schema = SCHEMA,
) -> ColumnMap:
    """Decide what each column is. `overrides` maps a header to a field, or to "" to keep it beside."""
    chosen = _chosen(overrides or {}, columns, schema)
    custom = {header_key(field.name): field.name for field in schema.of_role(Role.CUSTOM)}
    titled = {} if layout.strict else _titled(schema)
    wishes = [chosen.get(header, _known(header_key(header), layout, custom, titled)) for header in columns]
    joined = _joined(columns, layout, {field for field in wishes if field})
    parts = {place for places in joined.values() for place in places}
    taken: set[str] = set()
    fields: list[str | None] = []
    fates: list[Fate | None] = []
    for place, (header, wish) in enumerate(zip(columns, wishes, strict=True)):
        key = header_key(header)
        fate = Fate.PART if place in parts else _fate(key, wish, layout)
        field = wish if wish and fate is None else None
        if field is not None and field in taken:
            field = _second(field, schema)
            fate = Fate.DOUBLED if field is None else None
        fields.append(field)
        fates.append(fate)
        taken.update({field} if field else ())
    return ColumnMap(layout=layout, columns=tuple(columns), fields=tuple(fields), fates=tuple(fates), joined=joined)


def _chosen(overrides: Mapping[str, str], columns: Sequence[str], schema: Schema) -> dict[str, str]:
    """Give the field that the caller chose for each header; ReadError for a column or a field that is not there."""
    by_key: dict[str, list[str]] = {}
    for header in columns:
        by_key.setdefault(header_key(header), []).append(header)
    chosen: dict[str, str] = {}
    for wanted, field in overrides.items():
        key = header_key(wanted)
        found = [wanted] if wanted in by_key.get(key, ()) else by_key.get(key, []) if key else []
        if not found:
            raise ReadError(f'There is no column "{wanted}". The columns are: {", ".join(columns)}.')
        if field and field not in schema:
            raise ReadError(f'There is no field "{field}". The fields are: {", ".join(schema)}.')
        chosen.update(dict.fromkeys(found, field))
    return chosen


def _known(key: str, layout: Layout, custom: Mapping[str, str], titled: Mapping[str, str]) -> str | None:
    """Give the field of a header, "" where it is to be kept beside, None where nobody knows it."""
    found = custom.get(key)
    if found is None:
        found = layout.field_of(key)
    if found is None and not layout.strict:
        found = GENERIC.columns.get(key, titled.get(key))
    return found


def _titled(schema: Schema) -> dict[str, str]:
    """Give the custom fields by their titles and French names, the first field that has a name."""
    named: dict[str, str] = {}
    for field in schema.of_role(Role.CUSTOM):
        for name in (field.title.en, field.title.fr, *field.aliases):
            named.setdefault(header_key(name), field.name)
    return named


def _joined(columns: Sequence[str], layout: Layout, taken: set[str]) -> dict[str, tuple[int, ...]]:
    """Give the fields whose parts all stand in the file, where no column gives them whole."""
    places = {header_key(header): place for place, header in enumerate(columns)}
    return {
        field: tuple(places[key] for key in keys)
        for field, keys in layout.joined.items()
        if field not in taken and places.keys() >= set(keys)
    }


def _fate(key: str, wish: str | None, layout: Layout) -> Fate | None:
    if key in layout.dropped:
        return Fate.DROPPED
    if wish is None:
        return Fate.UNCLEAR if key in CONSENT_WITHOUT_CHANNEL or speaks_of_consent(key) else Fate.BESIDE
    return None if wish else Fate.BESIDE


def _second(field: str, schema: Schema) -> str | None:
    """Say where a second column of a field goes: beside the first, to the plural of it, or nowhere."""
    if field in _OVERFLOW:
        return _OVERFLOW[field]
    answer = schema[field].kind is FieldKind.BOOLEAN and schema[field].role is Role.INPUT
    return field if answer or schema[field].kind in _MANY else None
