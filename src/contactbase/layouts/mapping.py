"""From a table of text to records: which layout it is, which column is which field, what nobody claims.

A column that a layout claims twice for a field of one value is kept beside (`extra`), never joined; several columns of
phones, e-mails, street lines or labels are joined by a line break, which their normalizers take apart.

>>> table = Table.of("clients.csv", ("Nom", "Tél", "Pointure"), [("Durand", "06 12 34 56 78", "38")])
>>> part, journal = records_of(table)
>>> [dict(record.values) for record in part.records()]
[{'last_name': 'Durand', 'phones': '06 12 34 56 78'}]
>>> journal.findings[0].message
'Read as generic: 2 of 3 columns understood.'
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

import attrs

from contactbase.errors import ReadError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.generic import CONSENT_WITHOUT_CHANNEL, GENERIC, speaks_of_consent
from contactbase.layouts.layout import Layout, header_key
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, Journal, Note, Outcome, finding
from contactbase.model.record import Record, RecordSet
from contactbase.model.schema import SCHEMA, FieldKind, Role, Schema
from contactbase.model.source import SourceRef
from contactbase.model.table import Table

__all__ = ["layout_of", "map_columns", "records_of"]

_MANY: Final = frozenset({FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES, FieldKind.LABELS})
_BATCH: Final = 500
_OVERFLOW: Final = {"mobile": "phones", "landline": "phones", "email": "emails"}


@attrs.frozen(kw_only=True)
class ColumnMap:
    """What becomes of each column: `fields` in column order (None: kept beside), and why."""

    layout: Layout
    fields: tuple[str | None, ...]
    dropped: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


def layout_of(columns: Sequence[str], layout: str | Layout | None = None) -> Layout:
    """Give the layout asked for, or the first whose signature stands in the headers; ReadError for an unknown name."""
    if isinstance(layout, Layout):
        return layout
    if layout is not None:
        if layout not in LAYOUTS:
            raise ReadError(f'There is no layout "{layout}". Choose one of: {", ".join(sorted(LAYOUTS))}.')
        return LAYOUTS[layout]
    keys = frozenset(map(header_key, columns))
    return next(found for found in LAYOUTS.values() if found is GENERIC or found.signature <= keys)


def map_columns(
    columns: Sequence[str],
    layout: Layout,
    overrides: Mapping[str, str] | None = None,
    schema: Schema = SCHEMA,
) -> ColumnMap:
    """Decide what each column is. `overrides` maps a header to a field, or to "" to keep it beside."""
    chosen = {header_key(header): field for header, field in (overrides or {}).items()}
    _check(chosen, columns, schema)
    custom = {header_key(field.name): field.name for field in schema.of_role(Role.CUSTOM)}
    if layout.strict:
        known = {**layout.columns, **custom}
    else:
        known = {**_titled(schema), **GENERIC.columns, **layout.columns, **custom}
    taken: set[str] = set()
    fields: list[str | None] = []
    dropped: list[str] = []
    doubled: list[str] = []
    for header in columns:
        key = header_key(header)
        field = chosen.get(key, known.get(key)) or None
        if key in layout.dropped:
            dropped.append(header)
        elif field in taken and field is not None:
            field = _second(field, schema)
            if field is None:
                doubled.append(header)
        fields.append(field)
        taken.update({field} if field else ())
    unclaimed = [h for h, f in zip(columns, fields, strict=True) if f is None]
    unclear = tuple(
        header
        for header in unclaimed
        if _unclear(header_key(header), layout)
        and header_key(header) not in chosen
        and header not in [*dropped, *doubled]
    )
    return ColumnMap(
        layout=layout, fields=tuple(fields), dropped=tuple(dropped), doubled=tuple(doubled), unclear=unclear
    )


def _titled(schema: Schema) -> dict[str, str]:
    """Give the custom fields by their titles and French names, the first field that has a name."""
    named: dict[str, str] = {}
    for field in schema.of_role(Role.CUSTOM):
        for name in (field.title.en, field.title.fr, *field.aliases):
            named.setdefault(header_key(name), field.name)
    return named


def _unclear(key: str, layout: Layout) -> bool:
    """Tell whether a header that nobody claims speaks of consent; a vendor's other columns are known to its layout."""
    return speaks_of_consent(key) if layout is GENERIC else key in CONSENT_WITHOUT_CHANNEL


def _check(chosen: Mapping[str, str], columns: Sequence[str], schema: Schema) -> None:
    keys = {header_key(header) for header in columns}
    for key, field in chosen.items():
        if key not in keys:
            raise ReadError(f'There is no column "{key}". The columns are: {", ".join(columns)}.')
        if field and field not in schema:
            raise ReadError(f'There is no field "{field}". The fields are: {", ".join(schema)}.')


def _second(field: str, schema: Schema) -> str | None:
    """Say where a second column of a field goes: beside the first, to the plural of it, or nowhere."""
    if field in _OVERFLOW:
        return _OVERFLOW[field]
    return field if schema[field].kind in _MANY else None


def records_of(
    table: Table,
    *,
    layout: str | Layout | None = None,
    region: str = "FR",
    overrides: Mapping[str, str] | None = None,
    schema: Schema = SCHEMA,
) -> Outcome[RecordSet]:
    """Read a table as records of a layout (recognized, or given by name), with the findings that say what was decided.

    ReadError when the layout, a column or a field named by the caller does not exist.
    """
    mapping = map_columns(table.columns, layout_of(table.columns, layout), overrides, schema)
    part = RecordSet(
        file=table.file,
        layout=mapping.layout.name,
        columns=_headers(table.columns, mapping.fields),
        hints=_hints(mapping, region),
        kept=_kept(table.columns, mapping),
        read=_Reader(table, mapping),
        strict=mapping.layout.strict,
    )
    return Outcome(part, Journal(tuple(_findings(table, mapping))))


def _headers(columns: Sequence[str], fields: Sequence[str | None]) -> dict[str, tuple[str, ...]]:
    headers: dict[str, tuple[str, ...]] = {}
    for header, field in zip(columns, fields, strict=True):
        if field is not None:
            headers[field] = (*headers.get(field, ()), header)
    return headers


def _kept(columns: Sequence[str], mapping: ColumnMap) -> tuple[str, ...]:
    pairs = zip(columns, mapping.fields, strict=True)
    return tuple(header for header, field in pairs if field is None and header not in mapping.dropped)


def _hints(mapping: ColumnMap, region: str) -> dict[str, Hints]:
    layout = mapping.layout
    fields = [field for field in dict.fromkeys(mapping.fields) if field is not None]
    return {
        field: Hints(
            region=region,
            field=field,
            date_order=layout.date_order,
            decimal_mark=layout.decimal_mark,
            currency=layout.currency or "EUR",
            codes=layout.codes.get(field, {}),
            list_separator=layout.list_separator,
        )
        for field in (*fields, *(name for name in layout.constants if name not in fields))
    }


def _findings(table: Table, mapping: ColumnMap) -> Iterator[Finding]:
    source = SourceRef(file=table.file)
    understood = [(h, f) for h, f in zip(table.columns, mapping.fields, strict=True) if f is not None]
    if not understood:
        yield finding("layout.nothing-recognized", source=source, names=", ".join(table.columns))
        return
    yield finding(
        "layout.recognized",
        source=source,
        layout=mapping.layout.name,
        columns=len(table.columns),
        mapped=len(understood),
    )
    yield finding("layout.columns", source=source, mapping=", ".join(f"{h} → {f}" for h, f in understood))
    kept = _kept(table.columns, mapping)
    if kept:
        yield finding("layout.columns-kept", source=source, names=", ".join(kept))
    for code, names in (
        ("layout.column-dropped", mapping.dropped),
        ("layout.column-twice", mapping.doubled),
        ("layout.consent-without-channel", mapping.unclear),
    ):
        for name in names:
            yield finding(code, source=attrs.evolve(source, column=name), name=name)


@attrs.frozen(eq=False)
class _Reader:
    """Opens the records of a table anew at each call."""

    table: Table
    mapping: ColumnMap

    def __call__(self, note: Note) -> Iterator[Record]:
        file, columns = self.table.file, self.table.columns
        single, many, extra = self._places()
        constants = self.mapping.layout.constants
        for row, line, cells in self.table.rows(note):
            values = {field: cells[place] for field, place in single if cells[place]}
            for field, places in many:
                found = [cells[place] for place in places if cells[place]]
                if found:
                    values[field] = "\n".join(found)
            values.update(constants)
            beside = tuple([(columns[place], cells[place]) for place in extra if cells[place]])
            yield Record(SourceRef(file=file, row=row, line=line), values, beside, tuple(cells))

    def texts(self, fields: Collection[str]) -> Iterator[dict[str, list[str]]]:
        """Give the texts of some fields column by column, some hundreds of rows at a time, without making records."""
        single, many, _ = self._places()
        constants = self.mapping.layout.constants
        rows = self.table.rows()
        while batch := [row.cells for row in islice(rows, _BATCH)]:
            columns = list(zip(*batch, strict=True))
            found = {field: list(filter(None, columns[place])) for field, place in single if field in fields}
            for field, places in many:
                if field in fields:
                    joined = zip(*[columns[place] for place in places], strict=True)
                    found[field] = list(filter(None, ["\n".join(filter(None, cells)) for cells in joined]))
            found.update({field: [text] * len(batch) for field, text in constants.items() if field in fields})
            yield found

    def _places(self) -> tuple[list[tuple[str, int]], list[tuple[str, list[int]]], list[int]]:
        """Say at which places each field's cells stand, and which are kept beside."""
        places: dict[str, list[int]] = {}
        for place, field in enumerate(self.mapping.fields):
            if field is not None:
                places.setdefault(field, []).append(place)
        kept = frozenset(_kept(self.table.columns, self.mapping))
        extra = [place for place, header in enumerate(self.table.columns) if header in kept]
        single = [(field, found[0]) for field, found in places.items() if len(found) == 1]
        many = [(field, found) for field, found in places.items() if len(found) > 1]
        return single, many, extra
