"""`read`: files into records, whatever wrote them.

A source is a path, `-` for standard input, bytes or a binary file object. A folder that this library wrote, or its
`contacts.csv`, is read together with the consents and events beside it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, Final

import attrs

from contactbase.adapters.catalog import open_table
from contactbase.errors import ReadError
from contactbase.layouts.layout import Layout
from contactbase.layouts.mapping import records_of
from contactbase.layouts.orders.catalog import looks_like_orders
from contactbase.model.canonical import Compact, compact_consent, compact_event
from contactbase.model.journal import Entry, Journal, Note, Outcome, Rejection, finding
from contactbase.model.record import Record, Records, RecordSet
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.source import SourceRef
from contactbase.model.table import Table
from contactbase.normalize.columns import Shape, shape_of
from contactbase.pipeline.companions import consent_of, event_of
from contactbase.pipeline.layout_files import read_layout
from contactbase.pipeline.numbers_as_codes import numbers_as_codes
from contactbase.pipeline.stated import STATABLE, with_stated

__all__ = ["Source", "own_folder", "read"]

Source = str | PathLike[str] | bytes | BinaryIO
CONTACTS: Final = "contacts.csv"
_OWN: Final[Mapping[str, Any]] = {"encoding": "utf-8-sig", "header": True, "skip_rows": 0}
"""How this library writes its own files; only the delimiter may differ."""
_COMPANIONS: Final[Mapping[str, tuple[str, Callable[[Mapping[str, str]], object], Compact]]] = {
    "consents": ("consents.csv", consent_of, compact_consent),
    "events": ("events.csv", event_of, compact_event),
}


def read(
    *sources: Source,
    layout: str | Layout | None = None,
    region: str = "FR",
    columns: Mapping[str, str] | None = None,
    schema: Schema = SCHEMA,
    **options: Any,
) -> Outcome[Records]:
    """Read one or several files as records, with everything that was found out about them.

    `layout` names a vendor's layout, or a TOML file with one's own (None: recognized by its headers), `region` the
    country of national numbers, `columns` maps headers to fields by hand. What columns would show by themselves can be
    stated: `date_order`, `decimal_mark`, `currency`, `excel_epoch`, `zone`, `list_separator`, `codes`, each for all
    columns or as a mapping of fields. The format (CSV, a workbook, vCard, JSON Lines, Parquet) is known by the first
    bytes of a file, then by its suffix. Further options go to its reader: `header` and `skip_rows`; `encoding` and
    `delimiter` of a text, `sheet` and `engine` of a workbook. Nothing is understood yet; `clean` does that. ReadError
    when a source cannot be read.
    """
    stated = {name: options.pop(name) for name in STATABLE if name in options}
    if not sources:
        raise ReadError("There is nothing to read. Give a file, a folder that contactbase wrote, or - .")
    if isinstance(layout, str) and layout.lower().endswith(".toml"):
        layout = read_layout(layout, schema=schema)
    parts: list[RecordSet] = []
    entries: list[Entry] = []
    for source in sources:
        folder = own_folder(source)
        table, journal = (
            open_table(folder / CONTACTS, allow_empty=True, **_OWN) if folder else open_table(source, **options)
        )
        entries.extend(journal.entries)
        overrides = {**(_guessed(table, entries) if layout is None else {}), **(columns or {})}
        part, mapped = records_of(table, layout=layout, region=region, overrides=overrides, schema=schema)
        entries.extend(mapped.entries)
        if layout is None and not folder and looks_like_orders(table.columns):
            entries.append(finding("orders.among-contacts", source=SourceRef(file=table.file)))
        if stated and not part.strict:
            part = attrs.evolve(part, hints=with_stated(part.hints, stated))
        entries.extend(numbers_as_codes(table, part, schema))
        parts.append(_with_companions(part, folder, entries) if folder and part.strict else part)
    return Outcome(Records(tuple(parts)), Journal(tuple(entries)))


def own_folder(source: Source) -> Path | None:
    """Give the folder when the source is one that this library wrote, or the `contacts.csv` in it."""
    if not isinstance(source, str | PathLike) or source == "-":
        return None
    path = Path(source)
    if os.path.isdir(path) and (path / CONTACTS).is_file():  # noqa: PTH112 - says no to what can be no path at all
        return path
    beside = path.name == CONTACTS and path.is_file() and (path.parent / "summary.json").is_file()
    return path.parent if beside else None


_SAMPLE: Final = 1000
_SHAPES: Final = {Shape.EMAIL: "email", Shape.PHONE: "phones"}


def _guessed(table: Table, entries: list[Entry]) -> dict[str, str]:
    """Map the columns of a file without a header by what most of their first cells look like, and say so."""
    places = [place for place, header in enumerate(table.columns) if header == f"column {place + 1}"]
    shapes: dict[int, Counter[Shape | None]] = {place: Counter() for place in places}
    for row in islice(table.rows(), _SAMPLE if places else 0):
        for place, counts in shapes.items():
            counts.update([shape_of(row.cells[place])] if row.cells[place].strip() else [])
    guesses = {}
    for place, counts in shapes.items():
        (shape, count), *_ = counts.most_common(1) or [(None, 0)]
        if shape in _SHAPES and count > counts.total() / 2:
            name = table.columns[place]
            guesses[name] = _SHAPES[shape]
            share = round(100 * count / counts.total())
            source = SourceRef(file=table.file, column=name)
            entries.append(
                finding("layout.guessed-from-content", source=source, name=name, mapped=guesses[name], share=share)
            )
    return guesses


def _with_companions(part: RecordSet, folder: Path, entries: list[Entry]) -> RecordSet:
    """Add to each record what stands in the files beside: its consents and its events, as canonical text."""
    beside: dict[str, dict[str, list[dict[str, object]]]] = {}
    for field, (name, decode, compact) in _COMPANIONS.items():
        beside[field] = _lines(folder / name, decode, compact, entries) if (folder / name).is_file() else {}
    ids = {record.values.get("id", "") for record in part.records()} if any(beside.values()) else set()
    for field, (name, _, _) in _COMPANIONS.items():
        orphans = sum(len(lines) for owner, lines in beside[field].items() if owner not in ids)
        if orphans:
            entries.append(finding("layout.companion-orphan", source=SourceRef(file=name), count=orphans, name=name))
    counts = {field: sum(map(len, lines.values())) for field, lines in beside.items()}
    entries.append(
        finding(
            "layout.companions-read",
            source=SourceRef(file=part.file),
            consents=counts["consents"],
            events=counts["events"],
        )
    )
    texts = {
        field: {owner: json.dumps(found, ensure_ascii=False, separators=(",", ":")) for owner, found in lines.items()}
        for field, lines in beside.items()
    }
    return attrs.evolve(part, read=_Joined(part, texts), columns={**part.columns, "consents": (), "events": ()})


def _lines(
    path: Path,
    decode: Callable[[Mapping[str, str]], Any],
    compact: Compact,
    entries: list[Entry],
) -> dict[str, list[dict[str, object]]]:
    """Read one companion: contact id to its lines, in file order; unreadable lines are rejected."""
    table, journal = open_table(path, allow_empty=True, **_OWN)
    entries.extend(journal.rejections)
    found: dict[str, list[dict[str, object]]] = {}
    for row, line, cells in table.rows():
        named = dict(zip(table.columns, cells, strict=True))
        try:
            value = compact(decode(named))
        except (ValueError, TypeError, KeyError):
            place = SourceRef(file=table.file, row=row, line=line)
            entries.append(
                Rejection(
                    source=place,
                    code="record.unreadable-canonical",
                    cells=tuple(cells),
                    details=(("name", path.stem),),
                )
            )
            continue
        found.setdefault(named.get("contact_id", ""), []).append(value)
    return found


@attrs.frozen(eq=False)
class _Joined:
    """Opens the records of a part anew, each with the text of its consents and events."""

    part: RecordSet
    texts: Mapping[str, Mapping[str, str]]

    def __call__(self, note: Note) -> Iterator[Record]:
        for record in self.part.records(note):
            owner = record.values.get("id", "")
            beside = {field: lines[owner] for field, lines in self.texts.items() if owner in lines}
            yield attrs.evolve(record, values={**record.values, **beside}) if beside else record
