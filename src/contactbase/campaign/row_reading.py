"""Rows of a results file (HLR, delivery reports) read by their headers, in French or English.

>>> columns = Columns({"number": "msisdn|numéro", "status": "status|état"})
>>> columns.read({"MSISDN": " 33612345678 ", "Etat": "actif"})
{'number': '33612345678', 'status': 'actif'}
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from contactbase.layouts.layout import header_key
from contactbase.model.contact import Phone
from contactbase.model.hints import Hints
from contactbase.normalize import date, phone

__all__ = ["Columns", "Row", "day_of", "phone_of", "word_of"]

Row = Mapping[str, str | None]
"""A row as `csv.DictReader` gives it."""


class Columns:
    """Names of columns under their headers, separated by `|`; where several columns have one name, the first filled."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        """Take the headers of each name."""
        self._names = {header_key(header): name for name, text in headers.items() for header in text.split("|")}

    def read(self, row: Row) -> dict[str, str]:
        """Give the cells that are known and not empty."""
        found: dict[str, str] = {}
        for header, cell in row.items():
            name = self._names.get(header_key(header)) if isinstance(header, str) else None
            if name is not None and isinstance(cell, str) and cell.strip():
                found.setdefault(name, cell.strip())
        return found


def phone_of(text: str, *, region: str) -> Phone | None:
    """Read one number, national in a region or international with or without its plus; None where it is none."""
    found = phone.normalize(text, Hints(region=region)).values
    if not found and text.isdecimal() and not text.startswith("0"):
        found = phone.normalize(f"+{text}", Hints(region=region)).values
    return found[0] if len(found) == 1 else None


def day_of(text: str | None, *, zone: str) -> dt.date | None:
    """Read the local day of a date or an instant; None where there is none that can be read."""
    if text is None:
        return None
    for hints in (Hints(zone=zone), Hints(zone=zone, unix_time=True)):
        values = date.normalize(text, hints).values
        if values:
            return values[0]
    return None


def word_of(text: str) -> str:
    """Give the form in which status words are compared."""
    return header_key(text.replace("_", " "))
