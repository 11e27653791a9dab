"""From a table of text to records: which layout it is, which column is which field, what nobody claims.

Several columns of one field are joined by a line break, which their normalizers take apart; what no field claims is
kept beside (`extra`).

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

from contactbase.layouts.columns import ColumnMap, Fate, layout_of, map_columns
from contactbase.layouts.layout import Layout
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, Journal, Note, Outcome, finding
from contactbase.model.record import Record, RecordSet
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.source import SourceRef
from contactbase.model.table import Table

__all__ = ["records_of"]

_BATCH: Final = 500


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
    mapping = map_columns(table.columns, layout_of(table.columns, layout, table.file), overrides, schema)
    part = RecordSet(
        file=table.file,
        layout=mapping.layout.name,
        columns=_headers(mapping),
        hints=_hints(mapping, region),
        kept=_kept(mapping),
        read=_Reader(table, mapping),
        strict=mapping.layout.strict,
    )
    return Outcome(part, Journal(tuple(_findings(table, mapping))))


def _headers(mapping: ColumnMap) -> dict[str, tuple[str, ...]]:
    headers: dict[str, list[str]] = {}
    for header, field in zip(mapping.columns, mapping.fields, strict=True):
        if field is not None:
            headers.setdefault(field, []).append(header)
    for field, places in mapping.joined.items():
        headers[field] = [mapping.columns[place] for place in places]
    return {field: tuple(found) for field, found in headers.items()}


def _kept(mapping: ColumnMap) -> tuple[str, ...]:
    return tuple(mapping.columns[place] for place in mapping.kept())


def _hints(mapping: ColumnMap, region: str) -> dict[str, Hints]:
    layout = mapping.layout
    fields = [field for field in dict.fromkeys((*mapping.fields, *mapping.joined)) if field is not None]
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
    understood = [f"{h} → {f}" for h, f in zip(mapping.columns, mapping.fields, strict=True) if f is not None]
    for field, places in mapping.joined.items():
        understood += [f"{mapping.columns[place]} → {field}" for place in places]
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
    yield finding("layout.columns", source=source, mapping=", ".join(understood))
    kept = _kept(mapping)
    if kept:
        yield finding("layout.columns-kept", source=source, names=", ".join(kept))
    for code, fate in _SAID.items():
        for name in mapping.headers(fate):
            yield finding(code, source=attrs.evolve(source, column=name), name=name)


_SAID: Final[Mapping[str, Fate]] = {
    "layout.column-dropped": Fate.DROPPED,
    "layout.column-twice": Fate.DOUBLED,
    "layout.consent-without-channel": Fate.UNCLEAR,
}


@attrs.frozen(eq=False)
class _Reader:
    """Opens the records of a table anew at each call."""

    table: Table
    mapping: ColumnMap

    def __call__(self, note: Note) -> Iterator[Record]:
        file, columns = self.table.file, self.table.columns
        single, many = self._places()
        extra = self.mapping.kept()
        joined, constants = tuple(self.mapping.joined.items()), self.mapping.layout.constants
        for row, line, cells in self.table.rows(note):
            values = {field: cells[place] for field, place in single if cells[place]}
            for field, places in many:
                found = [cells[place] for place in places if cells[place]]
                if found:
                    values[field] = "\n".join(found)
            for field, parts in joined:
                if text := _of_parts([cells[place] for place in parts]):
                    values[field] = text
            for field, text in constants.items():
                values[field] = f"{values[field]}\n{text}" if field in values else text
            beside = tuple([(columns[place], cells[place]) for place in extra if cells[place]])
            yield Record(SourceRef(file=file, row=row, line=line), values, beside, tuple(cells))

    def texts(self, fields: Collection[str]) -> Iterator[dict[str, list[str]]]:
        """Give the texts of some fields column by column, some hundreds of rows at a time, without making records."""
        single, many = self._places()
        constants = self.mapping.layout.constants
        rows = self.table.rows()
        while batch := [row.cells for row in islice(rows, _BATCH)]:
            columns = list(zip(*batch, strict=True))
            found = {field: list(filter(None, columns[place])) for field, place in single if field in fields}
            for field, places in many:
                if field in fields:
                    found[field] = list(filter(None, map("\n".join, _filled(columns, places))))
            for field, parts in self.mapping.joined.items():
                if field in fields:
                    rows_of_parts = zip(*[columns[place] for place in parts], strict=True)
                    found[field] = list(filter(None, map(_of_parts, rows_of_parts)))
            for field, text in constants.items():
                if field in fields:
                    found[field] = [*found.get(field, ()), *[text] * len(batch)]
            yield found

    def _places(self) -> tuple[list[tuple[str, int]], list[tuple[str, list[int]]]]:
        """Say at which places each field's cells stand: the fields of one column, and those of several."""
        places: dict[str, list[int]] = {}
        for place, field in enumerate(self.mapping.fields):
            if field is not None:
                places.setdefault(field, []).append(place)
        single = [(field, found[0]) for field, found in places.items() if len(found) == 1]
        many = [(field, found) for field, found in places.items() if len(found) > 1]
        return single, many


def _filled(columns: Sequence[Sequence[str]], places: Sequence[int]) -> Iterator[Iterator[str]]:
    """Give, row by row, the cells at some places that are not empty."""
    for cells in zip(*[columns[place] for place in places], strict=True):
        yield filter(None, cells)


def _of_parts(cells: Sequence[str]) -> str:
    """Give a value that stands in several columns; a part that is missing is a question mark, for nobody knows it."""
    parts = [cell.strip() for cell in cells]
    return "-".join(part or "?" for part in parts) if any(parts) else ""
