"""`write`: contacts into a CSV file or a workbook, atomically, in canonical text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.csv_writer import preset_named, rows_as_text
from contactbase.adapters.excel.writer import SheetOut, write_workbook
from contactbase.model.contact import Contact
from contactbase.model.journal import Journal
from contactbase.model.schema import SCHEMA, Schema
from contactbase.pipeline.contact_rows import ContactColumns

__all__ = ["contacts_as_text", "kept_columns", "write"]


def write(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    path: str | PathLike[str],
    *,
    csv: str = "plain",
    schema: Schema = SCHEMA,
) -> Journal:
    """Write contacts (a base, a selection, any iterable) as `contacts.csv` is written, whole or not at all.

    A path that ends in `.xlsx` gets a workbook of the same columns, every cell text; else `csv` names how: `plain`
    (UTF-8, commas) or `excel-fr` (UTF-8 with BOM, semicolons). The journal says what the file cannot hold. Consents and
    events have no place in one file; `run` writes them beside. WriteError when the file cannot be written,
    MissingExtra when a workbook is wanted without openpyxl.
    """
    found = list(contacts.values() if isinstance(contacts, Mapping) else contacts)
    if Path(path).suffix.lower() == ".xlsx":
        columns = ContactColumns(kept=kept_columns(found), schema=schema)
        rows = columns.rows(found)
        return write_workbook(path, [SheetOut(name="Contacts", header=columns.header, rows=rows, fixed=1)])
    pieces = contacts_as_text(found, csv=csv, kept=kept_columns(found), schema=schema)
    write_bytes(path, (piece.encode() for piece in pieces))
    return Journal()


def kept_columns(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """Give the headers that no field claimed, in the order in which contacts have them."""
    return tuple(dict.fromkeys(name for contact in contacts for name, _ in contact.extra))


def contacts_as_text(
    contacts: Iterable[Contact], *, csv: str = "plain", kept: Sequence[str] = (), schema: Schema = SCHEMA
) -> Iterator[str]:
    """Yield the text of a CSV file of contacts, piece by piece."""
    columns = ContactColumns(kept=kept, schema=schema)
    return rows_as_text(columns.header, columns.rows(contacts), preset=preset_named(csv), phones=columns.phones)
