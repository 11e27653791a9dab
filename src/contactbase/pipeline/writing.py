"""`write`: contacts into a CSV file, atomically, in canonical text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.csv_writer import preset_named, rows_as_text
from contactbase.layouts.layout import Layout
from contactbase.model.contact import Contact
from contactbase.model.journal import Journal
from contactbase.model.schema import SCHEMA, Schema
from contactbase.pipeline.contact_rows import ContactColumns
from contactbase.pipeline.layout_writing import write_sheet, written_sheet

__all__ = ["contacts_as_text", "kept_columns", "write"]


def write(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    path: str | PathLike[str],
    *,
    csv: str = "plain",
    schema: Schema = SCHEMA,
    layout: str | Layout | None = None,
    as_of: dt.date | None = None,
    numbers: str | None = None,
) -> Journal:
    """Write contacts (a base, a selection, any iterable) as `contacts.csv` is written, whole or not at all.

    `csv` names how: `plain` (UTF-8, commas) or `excel-fr` (UTF-8 with BOM, semicolons). Consents and events have no
    place in one file; `run` writes them beside. WriteError when the file cannot be written.

    With a vendor's `layout` the file is what its import takes, and the journal says what it does not hold and who was
    left out; `not_held_by` says it before. `as_of` is the day as of which consents are allowed (None: none is
    written), `numbers` another form of phone numbers: `e164`, `digits`, `zeros`, `national`.
    """
    found = list(contacts.values() if isinstance(contacts, Mapping) else contacts)
    if layout is not None:
        return write_sheet(path, written_sheet(found, layout, as_of=as_of, numbers=numbers))
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
