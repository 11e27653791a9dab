r"""Records to rows: each with its number, its line and exactly as many cells as there are columns; the rest noted.

Every record below the header is a row, a rejection or blank; nothing else happens to one. What was mended on the way
is counted in a `Tally`.

>>> shape, _ = find_shape("Nom;Ville\nPetit;Lyon\nRoux\n", "clients.csv", Wishes())
>>> tally, refused = Tally(), []
>>> [row for rows in read_rows(["Nom;Ville\nPetit;Lyon\nRoux\n"], shape, "clients.csv", refused.append, tally)
...  for row in rows]
[Row(row=1, line=2, cells=['Petit', 'Lyon'])]
>>> refused[0].code, refused[0].source.line
('file.row-too-short', 3)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Final, NamedTuple

import attrs

from contactbase.adapters.dialect import is_blank
from contactbase.adapters.footer import TAIL, is_page_mark
from contactbase.adapters.guard import is_guarded
from contactbase.adapters.header import Placed
from contactbase.adapters.pieces import skip_lines
from contactbase.adapters.records import Batch, Flaw, Flawed, RecordReader
from contactbase.adapters.shape import Shape, Wishes, find_shape
from contactbase.adapters.short_rows import ShortRows
from contactbase.model.journal import Finding, Note, Rejection, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Row

__all__ = ["Shape", "Tally", "Wishes", "find_shape", "read_rows"]

_BROKEN: Final = {Flaw.UNCLOSED: "file.unclosed-quote", Flaw.STRAY: "file.stray-quote"}
_KEPT: Final = {Flaw.REPAIRED: "file.quotes-repaired", Flaw.SUSPECT: "file.rows-inside-a-cell"}


_NEW: Final[Callable[[type[Row], tuple[int, int, list[str]]], Row]] = tuple.__new__
"""Makes a `Row` as `Row(...)` does, in two thirds of the time; a named tuple is a tuple of its class."""


@attrs.define(kw_only=True)
class Tally:
    """What one pass over a file counted: `marks` is, by code, how often and on which line first."""

    rows: int = 0
    rejected: int = 0
    blank: int = 0
    guards: int = 0
    nuls: int = 0
    first_nul: int = 0
    unterminated: bool = False
    trailing: int = 0
    marks: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    short: ShortRows = attrs.field(factory=ShortRows)
    tail: deque[Placed] = attrs.field(factory=lambda: deque(maxlen=TAIL), repr=False)

    def mark(self, code: str, line: int) -> None:
        """Count one more of a code."""
        count, first = self.marks.get(code, (0, line))
        self.marks[code] = count + 1, first

    def findings(self, name: str) -> Iterator[Finding]:
        """Tell what was counted."""
        at = SourceRef(file=name)
        if self.blank:
            yield finding("file.blank-rows", source=at, count=self.blank)
        if self.nuls:
            yield finding("file.nul-removed", source=at, count=self.nuls, line=self.first_nul)
        if self.guards:
            yield finding("file.guard-removed", source=at, count=self.guards)
        for code, (count, line) in sorted(self.marks.items()):
            yield finding(code, source=at, count=count, line=line)


def read_rows(texts: Iterable[str], shape: Shape, name: str, note: Note, tally: Tally) -> Iterator[list[Row]]:
    """Give the rows of a file, some hundreds at a time; note the rejected ones, count the rest."""
    reader = RecordReader(
        skip_lines(texts, shape.above),
        shape.quoting,
        width=shape.width,
        line=shape.above + 1,
        alike=shape.rows.alike,
    )
    maker = _RowMaker(shape, name, note, tally)
    tally.blank += shape.blanks
    for batch in reader:
        yield maker.quickly(batch) if maker.is_plain(batch) else maker.carefully(batch)
    tally.nuls, tally.first_nul = reader.pieces.nuls, reader.pieces.first_nul
    tally.unterminated = reader.pieces.unterminated


class _Fault(NamedTuple):
    """Why a record is no row: the code of the rejection, and what its sentence needs."""

    code: str
    details: tuple[tuple[str, int], ...] = ()


class _RowMaker:
    """Makes the rows of one pass over one file."""

    def __init__(self, shape: Shape, name: str, note: Note, tally: Tally) -> None:
        self._shape = shape
        self._name = name
        self._note = note
        self._tally = tally
        self._row = 0
        self._header_due = shape.first is not None
        self._blank = [""] * shape.width
        self._first = list(shape.first or ())

    def is_plain(self, batch: Batch) -> bool:
        """Tell whether every record of a batch is a row as it stands."""
        records, shape = batch.records, self._shape
        return (
            not self._header_due
            and not batch.flaws
            and set(map(len, records)) == {shape.width}
            and self._first not in records
            and not self._has_blank(records)
            and not self._may_have_page_mark(records)
            and (shape.footer is None or batch.lines[-1] < shape.footer)
        )

    def _has_blank(self, records: list[list[str]]) -> bool:
        if self._shape.width > 1:
            return self._blank in records
        return any(map(is_blank, records))

    def _may_have_page_mark(self, records: list[list[str]]) -> bool:
        """Tell whether some record has one filled cell at most."""
        width = self._shape.width
        return width > 1 and max(map(list.count, records, repeat(""))) >= width - 1

    def quickly(self, batch: Batch) -> list[Row]:
        """Make the rows of a plain batch."""
        records, start = batch.records, self._row + 1
        self._row += len(records)
        self._tally.rows += len(records)
        self._tally.tail.extend(zip(batch.lines[-TAIL:], records[-TAIL:], strict=True))
        if batch.apostrophe and not self._shape.keep_guards:
            records = [self._unguarded(cells) for cells in records]
        return list(map(_NEW, repeat(Row), zip(range(start, self._row + 1), batch.lines, records, strict=True)))

    def carefully(self, batch: Batch) -> list[Row]:
        """Make rows, rejections and counts of a batch, one record after another."""
        rows: list[Row] = []
        guarded = batch.apostrophe and not self._shape.keep_guards
        for index, (line, cells) in enumerate(zip(batch.lines, batch.records, strict=True)):
            flawed = batch.flaws.get(index)
            if flawed is None and is_blank(cells):
                self._tally.blank += 1
            elif self._header_due:
                self._header_due = False
                if flawed is not None:
                    self._tally.mark({**_BROKEN, **_KEPT}[flawed.flaw], flawed.line)
            else:
                self._row += 1
                self._tally.tail.append((line, cells))
                fitted = self._fitted(line, cells, flawed)
                if isinstance(fitted, _Fault):
                    self._refuse(line, cells, fitted)
                else:
                    rows.append(_NEW(Row, (self._row, line, self._unguarded(fitted) if guarded else fitted)))
        self._tally.rows += len(rows)
        return rows

    def _fitted(self, line: int, cells: list[str], flawed: Flawed | None) -> list[str] | _Fault:
        """Give a record as many cells as there are columns, or say why it is no row."""
        shape, width = self._shape, self._shape.width
        if (shape.footer is not None and line >= shape.footer) or is_page_mark(cells):
            return _Fault("file.footer")
        if flawed is not None and flawed.flaw in _BROKEN:
            return _Fault(_BROKEN[flawed.flaw], (("line", flawed.line),))
        if flawed is not None:
            self._tally.mark(_KEPT[flawed.flaw], line)
        if len(cells) > width and not any(cells[width:]):
            self._tally.trailing += 1
            if shape.trailing:
                self._tally.mark("file.trailing-cells-dropped", line)
                cells = cells[:width]
        if cells == self._first:
            return _Fault("file.repeated-header")
        if len(cells) == width:
            return cells
        if len(cells) < width:
            self._tally.short.add(self._sheet_row(), cells)
            if shape.pad:
                self._tally.mark("file.short-rows-completed", line)
                return cells + [""] * (width - len(cells))
        code = "file.row-too-short" if len(cells) < width else "file.row-too-long"
        return _Fault(code, (("found", len(cells)), ("expected", width)))

    def _sheet_row(self) -> int:
        """Count the current row as a spreadsheet does, from 0: with the titles, the header and the blank rows."""
        return self._shape.titles + (self._shape.first is not None) + self._tally.blank + self._row - 1

    def _refuse(self, line: int, cells: list[str], fault: _Fault) -> None:
        self._tally.rejected += 1
        source = SourceRef(file=self._name, row=self._row, line=line)
        self._note(Rejection(source=source, code=fault.code, cells=tuple(cells), details=fault.details))

    def _unguarded(self, cells: list[str]) -> list[str]:
        """Take the formula guards off a row."""
        if "'" in [cell[:1] for cell in cells]:
            for index, cell in enumerate(cells):
                if is_guarded(cell):
                    self._tally.guards += 1
                    cells[index] = cell[1:]
        return cells
