"""`write`: contacts into a file, atomically, in the format that its suffix names; what the format loses is said first.

`not_held` says the same and writes nothing.

>>> from contactbase.model.event import Event, EventKind
>>> buyer = Contact(id="c-1", city="Lyon", events=(Event(kind=EventKind.PURCHASE),))
>>> print(*[found.message for found in not_held([buyer], "people.vcf").findings])
vcard has no place for events: 1 contacts lose it in the file.
>>> not_held([buyer], "people.jsonl").findings
()
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Final

import attrs

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.csv_writer import preset_named, rows_as_text
from contactbase.adapters.excel.writer import SheetOut, write_workbook
from contactbase.adapters.frames.parquet import parquet_bytes
from contactbase.adapters.suffixes import refuse_suffix
from contactbase.adapters.vcard.writer import VCardVersion, card_text
from contactbase.adapters.vcard.writer import not_held as not_held_by_vcard
from contactbase.layouts.layout import Layout
from contactbase.model.contact import Contact
from contactbase.model.journal import Journal, finding
from contactbase.model.schema import SCHEMA, Schema
from contactbase.pipeline.contact_lines import contact_lines
from contactbase.pipeline.contact_rows import ContactColumns
from contactbase.pipeline.frames import to_arrow
from contactbase.pipeline.layout_writing import write_sheet, written_sheet

__all__ = ["contacts_as_text", "file_of", "format_of", "kept_columns", "not_held", "write"]

Contacts = Mapping[str, Contact] | Iterable[Contact]


@attrs.frozen(kw_only=True)
class _How:
    """What the caller asks of the formats."""

    csv: str = "plain"
    vcard: str = VCardVersion.V4
    schema: Schema = SCHEMA

    def version(self) -> VCardVersion:
        """Give the version of vCard; ValueError lists them."""
        if self.vcard not in set(VCardVersion):
            raise ValueError(f"vCard {self.vcard} is not written. Write {' or '.join(VCardVersion)}.")
        return VCardVersion(self.vcard)


@attrs.frozen(kw_only=True)
class _Writer:
    """A format: its name, its suffixes, what it has no place for (field to number of contacts), and its bytes."""

    name: str
    suffixes: tuple[str, ...]
    lost: Callable[[Sequence[Contact], _How], Mapping[str, int]]
    pieces: Callable[[Sequence[Contact], _How], Iterable[bytes]]


def _encoded(texts: Iterable[str]) -> Iterator[bytes]:
    return (text.encode("utf-8", "replace") for text in texts)


def _beside_csv(contacts: Sequence[Contact], _how: _How) -> Mapping[str, int]:
    found = {name: sum(bool(getattr(contact, name)) for contact in contacts) for name in ("consents", "events")}
    return {**{name: count for name, count in found.items() if count}, **_doubled(contacts, _how)}


def _doubled(contacts: Sequence[Contact], _how: _How) -> Mapping[str, int]:
    """Count the contacts that have two columns of one name kept beside, of which a file holds one."""
    found: Counter[str] = Counter()
    for contact in contacts:
        if len(contact.extra) > 1 and len(dict(contact.extra)) < len(contact.extra):
            found["extra"] += 1
    return found


_CSV: Final = _Writer(
    name="csv",
    suffixes=(),
    lost=_beside_csv,
    pieces=lambda contacts, how: _encoded(
        contacts_as_text(contacts, csv=how.csv, kept=kept_columns(contacts), schema=how.schema)
    ),
)
_WORKBOOK: Final = attrs.evolve(_CSV, name="excel", suffixes=(".xlsx",))
"""A workbook has the columns of the CSV; it is no text, so `write` makes it, see there."""
_WRITERS: Final = (
    _WORKBOOK,
    _Writer(
        name="vcard",
        suffixes=(".vcf", ".vcard"),
        lost=lambda contacts, how: not_held_by_vcard(contacts, how.version()),
        pieces=lambda contacts, how: _encoded(
            card_text(contact, how.version()).replace("\n", "\r\n") for contact in contacts
        ),
    ),
    _Writer(
        name="jsonl",
        suffixes=(".jsonl", ".ndjson"),
        lost=_doubled,
        pieces=lambda contacts, _how: _encoded(contact_lines(contacts)),
    ),
    _Writer(
        name="parquet",
        suffixes=(".parquet", ".pq"),
        lost=_doubled,
        pieces=lambda contacts, how: [parquet_bytes(to_arrow(contacts, schema=how.schema))],
    ),
)
"""The formats with suffixes of their own; anything else is written as CSV."""


def write(
    contacts: Contacts,
    path: str | PathLike[str],
    *,
    csv: str = "plain",
    vcard: str = "4.0",
    schema: Schema = SCHEMA,
    layout: str | Layout | None = None,
    as_of: dt.date | None = None,
    numbers: str | None = None,
) -> Journal:
    """Write contacts (a base, a selection, any iterable), whole or not at all, in the format that the suffix names.

    `.xlsx` is a workbook, every cell text; `.vcf` a file of vCards, of the version `vcard` (`4.0` or `3.0`); `.jsonl`
    JSON Lines and `.parquet` Parquet, which hold everything; anything else CSV as `contacts.csv` is written, where
    `csv` names how: `plain` (UTF-8, commas) or `excel-fr` (UTF-8 with BOM, semicolons). The journal says what the
    format had no place for (`file.not-held`), as `not_held` does before. WriteError when the file cannot be written, or
    its suffix names a format that is not (`.ods`, `.json`, `.gz`); MissingExtra for a workbook without openpyxl or
    Parquet without pyarrow.

    With a vendor's `layout` the file is the CSV that its import takes, and the journal says what it does not hold and
    who was left out; `not_held_by` says it before. `as_of` is the day as of which consents are allowed (None: none is
    written), `numbers` another form of phone numbers: `e164`, `digits`, `zeros`, `national`.
    """
    found = list(contacts.values() if isinstance(contacts, Mapping) else contacts)
    if layout is not None:
        return write_sheet(path, written_sheet(found, layout, as_of=as_of, numbers=numbers))
    how = _How(csv=csv, vcard=vcard, schema=schema)
    writer = _writer(path)
    said = _lost(found, writer, how)
    if writer is _WORKBOOK:
        columns = ContactColumns(kept=kept_columns(found), schema=schema)
        sheet = SheetOut(name="Contacts", header=columns.header, rows=columns.rows(found), fixed=1)
        return said + write_workbook(path, [sheet])
    write_bytes(path, writer.pieces(found, how))
    return said


def file_of(contacts: Contacts, name: str, *, vcard: str = "4.0", schema: Schema = SCHEMA) -> bytes:
    """Give the bytes that `write` would put into a file of this name."""
    found = list(contacts.values() if isinstance(contacts, Mapping) else contacts)
    return b"".join(_writer(name).pieces(found, _How(vcard=vcard, schema=schema)))


def not_held(contacts: Contacts, path: str | PathLike[str], *, vcard: str = "4.0") -> Journal:
    """Say what `write` to this path would lose, without writing: a finding a field, with the number of contacts."""
    found = list(contacts.values() if isinstance(contacts, Mapping) else contacts)
    return _lost(found, _writer(path), _How(vcard=vcard))


def format_of(path: str | PathLike[str]) -> str:
    """Give the name of the format in which `write` writes a file of this name.

    >>> format_of("people.vcf"), format_of("people.csv")
    ('vcard', 'csv')
    """
    return _writer(path).name


def _writer(path: str | PathLike[str]) -> _Writer:
    refuse_suffix(path, (".csv", *(known for writer in _WRITERS for known in writer.suffixes)))
    suffix = Path(path).suffix.lower()
    return next((writer for writer in _WRITERS if suffix in writer.suffixes), _CSV)


def _lost(contacts: Sequence[Contact], writer: _Writer, how: _How) -> Journal:
    lost = writer.lost(contacts, how)
    return Journal(
        tuple(
            finding("file.not-held", field=name, format=writer.name, name=name, count=count)
            for name, count in lost.items()
        )
    )


def kept_columns(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """Give the headers that no field claimed, in the order in which contacts have them."""
    return tuple(dict.fromkeys(name for contact in contacts for name, _ in contact.extra))


def contacts_as_text(
    contacts: Iterable[Contact], *, csv: str = "plain", kept: Sequence[str] = (), schema: Schema = SCHEMA
) -> Iterator[str]:
    """Yield the text of a CSV file of contacts, piece by piece."""
    columns = ContactColumns(kept=kept, schema=schema)
    return rows_as_text(columns.header, columns.rows(contacts), preset=preset_named(csv), phones=columns.phones)
