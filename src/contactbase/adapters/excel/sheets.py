"""Which sheet of a workbook is read: the one that is named, else the first that is visible and holds something.

>>> sheets = [Sheet(name="Lisez-moi", hidden=False, filled=False), Sheet(name="Clients", hidden=False, filled=True)]
>>> choose(sheets, None, "clients.xlsx").name
'Clients'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from contactbase.errors import ReadError
from contactbase.model.journal import Finding, finding
from contactbase.model.source import SourceRef

__all__ = ["Sheet", "choose", "tell"]

_MOST_SHOWN: Final = 20
_LONGEST: Final = 40


@attrs.frozen(kw_only=True)
class Sheet:
    """A sheet: its name, whether it is hidden, whether any cell is filled."""

    name: str
    hidden: bool
    filled: bool


def choose(sheets: Sequence[Sheet], wanted: str | int | None, file: str) -> Sheet:
    """Give the sheet of that name or number (from 1), else the first visible one that is filled; ReadError for none."""
    if not sheets:
        raise ReadError(f"{file} has no worksheet in it. Check that it is the right file.")
    if wanted is not None:
        return _wanted(sheets, wanted, file)
    filled = [sheet for sheet in sheets if sheet.filled]
    if not filled:
        raise ReadError(f"{file} has nothing in its sheets but empty cells. Check that it is the right file.")
    return next((sheet for sheet in filled if not sheet.hidden), filled[0])


def _wanted(sheets: Sequence[Sheet], wanted: str | int, file: str) -> Sheet:
    found = next((sheet for sheet in sheets if sheet.name == wanted), None)
    number = int(wanted) if isinstance(wanted, int) or (wanted.isascii() and wanted.isdecimal()) else 0
    if found is None and 0 < number <= len(sheets):
        return sheets[number - 1]
    if found is None:
        raise ReadError(f"{file} has no sheet {wanted!r}. It has: {_names(sheets)}.")
    return found


def tell(sheets: Sequence[Sheet], chosen: Sheet, engine: str, file: str) -> Iterator[Finding]:
    """Say which sheet is read, and which others there are."""
    at = SourceRef(file=file)
    yield finding("excel.sheet", source=at, name=chosen.name[:_LONGEST], engine=engine)
    if chosen.hidden:
        yield finding("excel.hidden-sheet-read", source=at, name=chosen.name[:_LONGEST])
    others = [sheet for sheet in sheets if sheet is not chosen and sheet.filled and not sheet.hidden]
    hidden = [sheet for sheet in sheets if sheet is not chosen and sheet.filled and sheet.hidden]
    for code, some in (("excel.other-sheets", others), ("excel.hidden-sheets", hidden)):
        if some:
            yield finding(code, source=at, count=len(some), names=_names(some))


def _names(sheets: Sequence[Sheet]) -> str:
    shown = ", ".join(f'"{sheet.name[:_LONGEST]}"' for sheet in sheets[:_MOST_SHOWN])
    return shown + (", …" if len(sheets) > _MOST_SHOWN else "")
