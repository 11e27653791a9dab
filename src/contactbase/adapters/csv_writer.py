r"""CSV that comes back as it was: presets, the formula guard, and rows made text quickly.

Quotes as in RFC 4180, around a cell only where it holds the delimiter, a quote or a line end. What `read_csv` gives
back is what was written, for every text, given the same delimiter and header, but for three things: NULs are dropped
by the reader, halves of characters (lone surrogates) are written as U+FFFD and reported, and a row of empty cells is
a blank line.

>>> print("".join(rows_as_text(("name", "note"), [("Léa", "=1+1"), ("Paul", "a,b")])), end="")
name,note
Léa,'=1+1
Paul,"a,b"
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from os import PathLike
from typing import Final

import attrs

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.guard import DANGEROUS, guard
from contactbase.model.journal import Entry, Journal, Note, Outcome, finding
from contactbase.model.table import forget

__all__ = ["EXCEL_FR", "PLAIN", "PRESETS", "CsvPreset", "CsvRows", "FormulaGuard", "preset_named", "rows_as_text"]
__all__ += ["write_rows"]


class FormulaGuard(StrEnum):
    """Which cells get an apostrophe against formulas.

    `escape`: those that begin with `= + - @` tab or CR, but for negative numbers, which run nothing and would be
    numbers to nobody, and for phone numbers in columns of phones; `strict`: these too; `off`: none, for programs that
    are no spreadsheets (read such a file back with `keep_guards`).
    """

    ESCAPE = "escape"
    STRICT = "strict"
    OFF = "off"


@attrs.frozen(kw_only=True)
class CsvPreset:
    """How a file is written; always in UTF-8. `mark`: with a byte-order mark, without which Excel reads another."""

    name: str
    delimiter: str
    line_end: str
    mark: bool = False


PLAIN: Final = CsvPreset(name="plain", delimiter=",", line_end="\n")
EXCEL_FR: Final = CsvPreset(name="excel-fr", delimiter=";", line_end="\r\n", mark=True)
PRESETS: Final = (PLAIN, EXCEL_FR)

_FIRST: Final = DANGEROUS | frozenset("'\0")
_PHONE: Final = r"\+[0-9](?:[0-9]|[ .\u00a0\u202f](?=[0-9])){6,24}"
_PHONES: Final = re.compile(rf"{_PHONE}(?:\|{_PHONE})*")
"""E.164 numbers, and those of people who put spaces or dots between the digits: neither is ever a formula."""
_NUMBER: Final = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")
_HALVES: Final = re.compile("[\ud800-\udfff]")
_BATCH: Final = 500


def preset_named(name: str) -> CsvPreset:
    """Give a preset by its name; ValueError lists the names."""
    for preset in PRESETS:
        if preset.name == name:
            return preset
    raise ValueError(f"There is no CSV preset {name!r}. Write {' or '.join(preset.name for preset in PRESETS)}.")


class CsvRows:
    r"""Makes text of rows, one at a time; `phones` names the columns in which E.164 numbers stand unguarded.

    >>> rows = CsvRows(("id", "phones"), preset=EXCEL_FR, phones={"phones"})
    >>> rows.head, rows.line(("c-1", "+33612345678|+33142685300"))
    ('\ufeffid;phones\r\n', 'c-1;+33612345678|+33142685300\r\n')
    """

    def __init__(
        self,
        columns: Sequence[str],
        *,
        preset: CsvPreset = PLAIN,
        formulas: FormulaGuard = FormulaGuard.ESCAPE,
        phones: Collection[str] = (),
    ) -> None:
        """Take the names of the columns; ValueError without any."""
        if not columns:
            raise ValueError("A table has at least one column.")
        self._width = len(columns)
        self._delimiter = preset.delimiter
        self._line_end = preset.line_end
        self._guarding = formulas is not FormulaGuard.OFF
        exempt = frozenset(phones) if formulas is FormulaGuard.ESCAPE else frozenset()
        self._strict = formulas is FormulaGuard.STRICT
        self._phones = frozenset(index for index, name in enumerate(columns) if name in exempt)
        self.halves = 0
        self.head = ("\ufeff" if preset.mark else "") + self.line(columns)

    def line(self, cells: Sequence[str]) -> str:
        """Give a row as a line; ValueError when it has another number of cells than there are columns."""
        if len(cells) != self._width:
            raise ValueError(f"The row has {len(cells)} cells for {self._width} columns.")
        whole = [self._whole(cell) for cell in self._guarded(cells)]
        text = self._delimiter.join(map(self._quoted, whole))
        return (text or '""') + self._line_end

    def lines(self, rows: Sequence[Sequence[str]]) -> str:
        """Give rows as lines, as `line` does one by one, many times as fast."""
        if set(map(len, rows)) - {self._width}:
            return "".join(map(self.line, rows))
        made = io.StringIO(newline="")
        writer = csv.writer(made, delimiter=self._delimiter, lineterminator="\r\n")
        writer.writerows(self._guarded_rows(rows) if self._guarding else rows)
        text = made.getvalue()
        if not text.isascii() and _HALVES.search(text):
            return "".join(map(self.line, rows))
        if self._line_end == "\r\n":
            return text
        if text.count("\r") != len(rows):  # a carriage return in a cell; its line feed must stay
            return "".join(map(self.line, rows))
        return text.replace("\r\n", self._line_end)

    def _guarded(self, cells: Sequence[str]) -> Sequence[str]:
        """Put the guard before the cells of a row that need it."""
        first = [cell[:1] for cell in cells]
        if not self._guarding or _FIRST.isdisjoint(first):
            return cells
        guarded = list(cells)
        for index, char in enumerate(first):
            if char in _FIRST:
                guarded[index] = self._guard(cells[index], phones=index in self._phones)
        return guarded

    def _guarded_rows(self, rows: Sequence[Sequence[str]]) -> Iterable[Sequence[str]]:
        """Put the guard before the cells of rows that need it, column by column."""
        columns: list[Sequence[str]] = list(zip(*rows, strict=True))
        for index, column in enumerate(columns):
            if _FIRST.isdisjoint([cell[:1] for cell in column]):
                continue
            phones = index in self._phones
            columns[index] = [self._guard(cell, phones=phones) if cell[:1] in _FIRST else cell for cell in column]
        return zip(*columns, strict=True)

    def _guard(self, cell: str, *, phones: bool) -> str:
        """Put a guard before a cell, unless it is a number that needs none."""
        if (phones and _PHONES.fullmatch(cell)) or (not self._strict and _NUMBER.fullmatch(cell)):
            return cell
        return guard(cell)

    def _whole(self, cell: str) -> str:
        """Replace halves of characters, which no encoding can write."""
        if cell.isascii() or not _HALVES.search(cell):
            return cell
        self.halves += 1
        return _HALVES.sub("\ufffd", cell)

    def _quoted(self, cell: str) -> str:
        if '"' in cell or self._delimiter in cell or "\n" in cell or "\r" in cell:
            return '"' + cell.replace('"', '""') + '"'
        return cell


def rows_as_text(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    preset: CsvPreset = PLAIN,
    formulas: FormulaGuard = FormulaGuard.ESCAPE,
    phones: Collection[str] = (),
    note: Note = forget,
) -> Iterator[str]:
    """Give the text of a CSV file, header first, some hundreds of rows at a time; it can always be encoded.

    `note` is told, at the end, of cells that held halves of characters.
    """
    writer = CsvRows(columns, preset=preset, formulas=formulas, phones=phones)
    yield writer.head
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        yield writer.lines(batch)
    if writer.halves:
        note(finding("file.unwritable-characters", count=writer.halves))


def write_rows(
    path: str | PathLike[str],
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    preset: CsvPreset = PLAIN,
    formulas: FormulaGuard = FormulaGuard.ESCAPE,
    phones: Collection[str] = (),
) -> Outcome[int]:
    """Write a CSV file whole or not at all, and give the number of rows; WriteError when it cannot be written."""
    entries: list[Entry] = []
    count = 0

    def counted() -> Iterator[Sequence[str]]:
        nonlocal count
        for cells in rows:
            count += 1
            yield cells

    pieces = rows_as_text(columns, counted(), preset=preset, formulas=formulas, phones=phones, note=entries.append)
    write_bytes(path, (piece.encode() for piece in pieces))
    return Outcome(count, Journal(tuple(entries)))
