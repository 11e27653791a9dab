"""`clean`: records into a contact base, every value normalized or its problem named.

The journal says of each contact which text became which, and of each cell what was found in it; a row that identifies
nobody is rejected whole. `clean_into` is the same for files that do not fit into memory: it yields contacts and writes
the journal through `note` as it goes.

>>> import datetime as dt
>>> base, journal = clean([{"last_name": "DURAND", "mobile": "06 12 34 56 78"}], as_of=dt.date(2026, 11, 22))
>>> base["c-1"].last_name, base["c-1"].phones[0].kind.value
('Durand', 'mobile')
>>> [(change.field, change.before) for change in journal.changes]
[('last_name', 'DURAND'), ('mobile', '06 12 34 56 78'), ('id', None), ('phones', None)]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Protocol

import attrs

from contactbase.model.canonical import custom_text, text_writer
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.hints import Hints
from contactbase.model.journal import Changes, Entry, Finding, Journal, Note, Outcome, Rejection, finding
from contactbase.model.record import Record, Records, RecordSet
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.source import SourceRef
from contactbase.normalize.assemble import IDENTITY, Assembler, contact_of
from contactbase.normalize.checks.catalog import CHECKS
from contactbase.normalize.checks.places import CITY_ELSEWHERE, city_check
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.infer import infer
from contactbase.normalize.normalized import CellFinding
from contactbase.normalize.plain_values import cell_of

__all__ = ["Cleaner", "Ids", "Watcher", "clean", "clean_into", "in_memory"]


class Watcher(Protocol):
    """Who wants to see more than the journal says: each record, and a few raw cells behind findings."""

    def record(self, record: Record) -> None:
        """See a record before anything is understood of it."""

    def wants(self, code: str) -> bool:
        """Say whether the raw cell behind a finding of this code is wanted."""

    def example(self, code: str, text: str, source: SourceRef | None) -> None:
        """See the raw cell behind a finding."""


_BESIDE: Final = frozenset({"custom", "extra"})


def clean(
    records: Records | Iterable[Record | Mapping[str, str]],
    *,
    region: str = "FR",
    as_of: dt.date,
    schema: Schema = SCHEMA,
    communes: CommuneTable | None = None,
) -> Outcome[ContactBase]:
    """Normalize records, or plain mappings of field name to text, into a contact base.

    Numbers, days and truth values in a mapping are read as they are written; ValueError names the row and the field of
    anything else. `region` is the country of national numbers and postcodes, `as_of` the day against which dates are
    judged. Ids come from the field `id`; a record without one is called `c-` and its number in reading order. What the
    fields of one contact say against each other is found too, and nothing changed for it; `communes` is the table by
    which French cities get their official spelling, and are held against their postcode.
    """
    entries: list[Entry] = []
    contacts = clean_into(records, entries.append, region=region, as_of=as_of, schema=schema, communes=communes)
    base = ContactBase.of(contacts)
    return Outcome(base, Journal(tuple(entries)))


def clean_into(
    records: Records | Iterable[Record | Mapping[str, str]],
    note: Note,
    *,
    region: str = "FR",
    as_of: dt.date,
    schema: Schema = SCHEMA,
    watch: Watcher | None = None,
    communes: CommuneTable | None = None,
) -> Iterator[Contact]:
    """Yield the contacts of records one by one, noting what happened to each before it is yielded."""
    found = records if isinstance(records, Records) else in_memory(records, schema, note)
    named = Ids()
    for part in found.parts:
        hints, said = infer(part, region=region, as_of=as_of, schema=schema)
        for entry in said:
            note(entry)
        read = Cleaner(part, hints, note, as_of=as_of, schema=schema, watch=watch, communes=communes)
        for record in part.records():
            contact = read(record, named(record))
            if contact is not None:
                yield contact


class Ids:
    """Names the records of a run, in reading order: by their own id, or `c-` and their number; no name comes twice."""

    def __init__(self) -> None:
        """Start with the first record."""
        self._taken: set[str] = set()
        self._number = 0

    def __call__(self, record: Record) -> str:
        """Give the name of the next record."""
        self._number += 1
        given = record.values.get("id")
        name = (given and " ".join(given.split())) or f"c-{self._number}"
        if name in self._taken:
            count = 2
            while f"{name}~{count}" in self._taken:
                count += 1
            name = f"{name}~{count}"
        self._taken.add(name)
        return name


class Cleaner:
    """Reads the records of one file, whose columns have been looked at, and notes what happened to each."""

    def __init__(
        self,
        part: RecordSet,
        hints: Mapping[str, Hints],
        note: Note,
        *,
        as_of: dt.date,
        schema: Schema,
        watch: Watcher | None,
        communes: CommuneTable | None = None,
        identifying: Iterable[str] = IDENTITY,
    ) -> None:
        """Bind the normalizers to the hints, and the checks to the table of communes where there is one."""
        checks = CHECKS
        if communes is not None:
            checks = (*(check for check in CHECKS if check is not CITY_ELSEWHERE), city_check(communes))
        self._assemble = Assembler(
            part, hints, as_of=as_of, schema=schema, checks=checks, communes=communes, identifying=identifying
        )
        self._reporter = _Reporter(part, note, watch)
        self._write = text_writer()
        self._note = note
        self._watch = watch

    def __call__(self, record: Record, contact_id: str) -> Contact | None:
        """Give the contact that a record makes; None where it was rejected."""
        if self._watch is not None:
            self._watch.record(record)
        out, cells = self._assemble(record, contact_id)
        given = record.values.get("id")
        if given and contact_id != " ".join(given.split()):
            cells.append(CellFinding("id", "", (finding("record.id-twice", name=contact_id),)))
        if cells:
            self._reporter.cells(cells, record, contact_id if out is not None else None)
        if out is None:
            self._reporter.reject(record)
            return None
        self._note(Changes(contact_id, record.source, tuple(self._changed(record.values, out))))
        return contact_of(out)

    def _changed(
        self, values: Mapping[str, str], out: Mapping[str, Any]
    ) -> Iterator[tuple[str, str | None, str | None]]:
        """Yield each field whose canonical text is not what the record said, with both texts."""
        write = self._write
        after = {
            name: value if value.__class__ is str else write[name](value)
            for name, value in out.items()
            if name not in _BESIDE
        }
        for name, value in out.get("custom", ()):
            after[name] = custom_text(value)
        for field, text in values.items():
            now = after.pop(field, None)
            if now != text:
                yield field, text, now
        for field, text in after.items():
            yield field, None, text


@attrs.frozen(eq=False)
class _Reporter:
    """Notes what was found in cells, with the place of each."""

    part: RecordSet
    note: Note
    watch: Watcher | None

    def cells(self, cells: Iterable[CellFinding], record: Record, contact_id: str | None) -> None:
        """Note the findings of the cells of one record."""
        for field, text, findings in cells:
            headers = self.part.columns.get(field)
            source = record.source
            if headers:
                source = SourceRef(file=source.file, row=source.row, line=source.line, column=" / ".join(headers))
            for found in findings:
                placed = Finding(
                    code=found.code,
                    severity=found.severity,
                    field=field,
                    source=source,
                    contact=contact_id,
                    details=found.details,
                )
                self.note(placed)
                if text and self.watch is not None and self.watch.wants(found.code):
                    self.watch.example(found.code, text, source)

    def reject(self, record: Record) -> None:
        """Note a record that identifies nobody."""
        cells = record.cells or tuple(record.values.values())
        self.note(Rejection(source=record.source, code="record.nothing-to-identify", cells=cells))


def in_memory(records: Iterable[Record | Mapping[str, str]], schema: Schema, note: Note) -> Records:
    """Take records or mappings as one part; what is under no field name of the schema is kept beside."""
    kept: list[Record] = []
    for number, record in enumerate(records, start=1):
        kept.append(record if isinstance(record, Record) else _record(record, number, schema))
    fields = dict.fromkeys(field for record in kept for field in record.values)
    beside = dict.fromkeys(name for record in kept for name, _ in record.extra)
    for name in beside:
        note(finding("record.unknown-field", source=SourceRef(file=""), name=name))
    part = RecordSet(
        file="",
        layout="mapping",
        columns={field: (field,) for field in fields},
        hints={},
        read=lambda _note: iter(kept),
        kept=tuple(beside),
    )
    return Records((part,))


def _record(cells: Mapping[str, object], number: int, schema: Schema) -> Record:
    values = {name: value if type(value) is str else cell_of(value, name, number) for name, value in cells.items()}
    known = {field: text for field, text in values.items() if field in schema and text}
    extra = tuple((name, text) for name, text in values.items() if name not in schema and text)
    return Record(SourceRef(file="", row=number), known, extra, tuple(values.values()))
