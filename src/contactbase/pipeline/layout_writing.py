"""Contacts into a vendor's file: `write(…, layout="smsfactor")`, and `not_held_by`, which says first what it loses.

>>> print(*[found.message for found in not_held_by([Contact(id="c-1", city="Lyon")], "smsfactor").findings])
1 contacts have nothing that a file of smsfactor needs and are left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Final

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.csv_writer import CsvPreset, rows_as_text
from contactbase.adapters.suffixes import refuse_suffix
from contactbase.errors import WriteError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.layout import Layout
from contactbase.model.contact import Contact
from contactbase.model.journal import Journal
from contactbase.pipeline.layout_rows import Sheet, sheet_of

__all__ = ["not_held_by", "write_sheet", "written_sheet"]

_NUMBERS: Final = frozenset({"mobile", "landline", "phone"})


def not_held_by(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    layout: str | Layout,
    *,
    as_of: dt.date | None = None,
    numbers: str | None = None,
) -> Journal:
    """Say what a file of a vendor would not hold, and who would be left out, without writing it."""
    found = contacts.values() if isinstance(contacts, Mapping) else contacts
    return Journal(tuple(written_sheet(found, layout, as_of=as_of, numbers=numbers).findings()))


def written_sheet(
    contacts: Iterable[Contact], layout: str | Layout, *, as_of: dt.date | None, numbers: str | None
) -> Sheet:
    """Make the rows for a vendor; WriteError for a layout that is not there, or that is read only."""
    written = [name for name, each in LAYOUTS.items() if each.export is not None]
    found = LAYOUTS.get(layout) if isinstance(layout, str) else layout
    if found is None or found.export is None:
        wanted = layout if isinstance(layout, str) else layout.name
        raise WriteError(f'There is no layout "{wanted}" to write. Choose one of: {", ".join(sorted(written))}.')
    try:
        return sheet_of(contacts, found, as_of=as_of, numbers=numbers)
    except ValueError:
        raise WriteError(f"Numbers are written as e164, digits, zeros or national, not {numbers!r}.") from None


def write_sheet(path: str | PathLike[str], sheet: Sheet) -> Journal:
    """Write a vendor's file in UTF-8, whole or not at all; the journal says what it does not hold."""
    refuse_suffix(path, (".csv",))
    export = sheet.export
    preset = CsvPreset(name=sheet.layout.name, delimiter=export.delimiter, line_end="\n")
    headers = [header for header, _ in export.columns]
    phones = {header for header, what in export.columns if what in _NUMBERS}
    pieces = rows_as_text(headers, sheet.rows, preset=preset, phones=phones)
    write_bytes(path, (piece.encode() for piece in pieces))
    return Journal(tuple(sheet.findings()))
