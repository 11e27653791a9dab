r"""The cells of a sheet to a table: where it begins, how wide it is, which rows are none.

Everything is decided as for a CSV file (`header`, `footer`), but for the width: here each cell has its place, so a row
is never too short or too long. A column belongs to the table that is named, or that has a cell within sixteen columns
of the last name; what stands farther off is a stray cell, and a row that has nothing else is refused.

>>> grid, said = read_grid([([1, 2], [("Nom", "CP"), ("Petit", 1000.0)])], "clients.xlsx", GridWishes())
>>> grid.columns, list(grid.rows(lambda entry: None))
(('Nom', 'CP'), [Row(row=1, line=2, cells=['Petit', '1000'])])
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any, Final

import attrs

from contactbase.adapters.excel.damage import ColumnTally
from contactbase.adapters.excel.places import column_letters
from contactbase.adapters.excel.spool import Spool
from contactbase.adapters.excel.values import text_of, texts_of
from contactbase.adapters.footer import TAIL, find_footer, is_page_mark
from contactbase.adapters.guard import is_guarded
from contactbase.adapters.header import Names, Placed, find_heading, name_columns
from contactbase.adapters.shape import name_list
from contactbase.errors import ReadError
from contactbase.model.journal import Entry, Finding, Note, Rejection, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Row

__all__ = ["Batch", "Grid", "GridWishes", "read_grid"]

Batch = tuple[Sequence[int], Sequence[Sequence[Any]]]
"""The numbers of some rows, as they stand in the margin of the sheet, and the values of their cells."""

_SAMPLE: Final = 200
_NEAR: Final = 16
_EMPTY: Final = (None, "")


@attrs.frozen(kw_only=True)
class GridWishes:
    """What the caller knows; None is found out. `skip_rows` counts the rows of the sheet above the header.

    `footer`: whether totals, notices and repeated headers may stand among the rows.
    """

    header: bool | None = None
    skip_rows: int | None = None
    keep_guards: bool = False
    allow_empty: bool = False
    footer: bool = True


@attrs.define(kw_only=True)
class Grid:
    """A table under way and at rest: its columns, and its rows in a spool.

    `above`: the rows of the sheet down to the header; `left`: the columns before the first that is used; `count`: rows
    kept, the refused ones among them; `unnamed`: columns without a name; `footer`: the row where the foot
    begins; `pages`: whether feet of printed pages stand among the rows.
    """

    name: str
    columns: tuple[str, ...] = ()
    first: list[str] | None = None
    left: int = 0
    footer: int | None = None
    pages: bool = False
    keep_guards: bool = False
    guards: int = 0
    blank: int = 0
    count: int = 0
    unnamed: int = 0
    above: int = 0
    spool: Spool = attrs.field(factory=Spool, repr=False)
    tallies: list[ColumnTally] = attrs.field(factory=list, repr=False)

    def rows(self, note: Note) -> Iterator[Row]:
        """Give the rows anew, each with as many cells as there are columns; note those that are none."""
        number, width, left = 0, len(self.columns), self.left
        for places, batch in self.spool:
            for place, cells in zip(places, batch, strict=True):
                number += 1
                fitted = cells[left : left + width]
                if len(fitted) < width:
                    fitted += [""] * (width - len(fitted))
                fault = self._fault(place, fitted)
                if fault is None:
                    yield Row(number, place, fitted)
                else:
                    source = SourceRef(file=self.name, row=number, line=place)
                    note(Rejection(source=source, code=fault, cells=tuple(cells if fault == _STRAY else fitted)))

    def _fault(self, place: int, cells: list[str]) -> str | None:
        if self.footer is not None and place >= self.footer:
            return "file.footer"
        if cells == self.first:
            return "file.repeated-header"
        if self.pages and is_page_mark(cells):
            return "file.footer"
        return None if any(cells) else _STRAY


_STRAY: Final = "excel.stray-row"


def read_grid(batches: Iterable[Batch], name: str, wishes: GridWishes) -> tuple[Grid, tuple[Entry, ...]]:
    """Read the batches of a sheet once; give the table and what was found out. ReadError where there is none."""
    remaining = iter(batches)
    sample = _sample(remaining, wishes.skip_rows or 0)
    placed = [(number, [text_of(cell) for cell in cells]) for number, cells in sample]
    placed = [(number, cells) for number, cells in placed if any(map(str.strip, cells))]
    if not placed:
        raise ReadError(f"{name} has nothing in this sheet but empty cells. Name another sheet, or check the file.")
    heading = find_heading(_even(placed), header=wishes.header, titles=wishes.skip_rows is None)
    head_row, head = placed[heading.index]
    above = head_row - 1 if not heading.header else head_row
    names = name_columns(head if heading.header else [""] * max(len(cells) for _, cells in placed))
    builder = _Builder(name=name, named=_last(names, head, header=heading.header), keep_guards=wishes.keep_guards)
    if heading.header:
        builder.mark = next((place, cell) for place, cell in enumerate(head) if cell.strip())
    for numbers, rows in chain(_below(sample, above), remaining):
        builder.add(numbers, rows)
    grid = builder.finish(names, head if heading.header else None)
    if not wishes.footer:
        grid.footer = grid.first = None
        grid.pages = False
    grid.above = above
    if not grid.count and not wishes.allow_empty:
        raise ReadError(f"{name} has a header and no rows below it. If its only row is data, say there is no header.")
    titles = heading.index
    said = (*_shape(grid, names, head_row, titles, header=heading.header, sure=heading.sure), *builder.said(grid))
    return grid, said


def _sample(batches: Iterator[Batch], skipped: int) -> list[tuple[int, Sequence[Any]]]:
    """Take whole batches until there are enough filled rows to find the header among."""
    sample: list[tuple[int, Sequence[Any]]] = []
    for numbers, rows in batches:
        sample += [(number, cells) for number, cells in zip(numbers, rows, strict=True) if number > skipped]
        if sum(1 for _, cells in sample if not _is_blank(cells)) >= _SAMPLE:
            break
    return sample


def _is_blank(cells: Sequence[Any]) -> bool:
    return not any(cell not in _EMPTY for cell in cells)


def _even(placed: Sequence[Placed]) -> list[Placed]:
    """Give the rows of the sample one width: that of most of them, without empty cells at the end."""
    bare = [(number, _bare(cells)) for number, cells in placed]
    width = max(len(cells) for _, cells in bare) if len(bare) < 3 else sorted(len(c) for _, c in bare)[len(bare) // 2]
    return [(number, cells + [""] * (width - len(cells))) for number, cells in bare]


def _bare(cells: list[str]) -> list[str]:
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _last(names: Names, head: Sequence[str], *, header: bool) -> int:
    """Give how many columns there are up to the last one that has a name (or, without a header, a cell)."""
    return len(_bare(list(head))) if header else len(names.columns)


def _below(sample: Sequence[tuple[int, Sequence[Any]]], above: int) -> Iterator[Batch]:
    rows = [(number, cells) for number, cells in sample if number > above]
    if rows:
        yield [number for number, _ in rows], [cells for _, cells in rows]


@attrs.define(kw_only=True)
class _Builder:
    """Turns batches of values into text, column by column, and keeps count.

    `mark` is the place and the text of the first name of the header: where it comes `again`, a header may be repeated.
    """

    name: str
    named: int
    keep_guards: bool
    grid: Grid = attrs.field(init=False)
    strays: list[Finding] = attrs.field(factory=list)
    tail: deque[Placed] = attrs.field(factory=lambda: deque(maxlen=TAIL), repr=False)
    mark: tuple[int, str] = (-1, "")
    again: bool = False
    last: int = 0

    def __attrs_post_init__(self) -> None:
        self.grid = Grid(name=self.name, keep_guards=self.keep_guards)

    def add(self, numbers: Sequence[int], rows: Sequence[Sequence[Any]]) -> None:
        """Take a batch: its blank rows counted, its far cells told, its values made text and tallied."""
        grid, limit = self.grid, self.named + _NEAR
        columns = list(zip_longest(*rows, fillvalue=None))
        far = columns[limit:]
        columns = columns[:limit]
        while len(grid.tallies) < len(columns):
            grid.tallies.append(ColumnTally())
        texts: list[list[str]] = []
        for place, (tally, cells) in enumerate(zip(grid.tallies, columns, strict=False)):
            present = set(map(type, cells))
            written = texts_of(cells, present)
            tally.take(cells, written, numbers, present)
            self.again = self.again or (place == self.mark[0] and self.mark[1] in written)
            texts.append(self._unguarded(written) if str in present else written)
        kept = list(map(list, zip(*texts, strict=True))) if texts else [[] for _ in rows]
        strays = self._strays(far, numbers)
        blank = [index for index, cells in enumerate(kept) if not any(cells)]
        for index in reversed(blank):
            if numbers[index] in strays:
                kept[index] += [""] * (limit - len(kept[index])) + strays[numbers[index]]
            else:
                del kept[index]
        if len(kept) < len(rows):
            empty = {numbers[index] for index in blank if numbers[index] not in strays}
            numbers = [number for number in numbers if number not in empty]
        grid.pages = grid.pages or any(is_page_mark(cells) for cells in kept if cells.count("") + 1 == len(cells) > 1)
        if kept:
            grid.blank += numbers[-1] - (self.last or numbers[0] - 1) - len(numbers)
            self.last = numbers[-1]
            grid.count += len(kept)
            self.tail.extend(zip(numbers[-TAIL:], kept[-TAIL:], strict=True))
            grid.spool.add(list(numbers), kept)

    def _unguarded(self, texts: list[str]) -> list[str]:
        """Take the apostrophes off that guarded formulas in a text file before it became a sheet."""
        if self.keep_guards or "\n'" not in "\n" + "\n".join(texts):
            return texts
        guarded = [is_guarded(text) for text in texts]
        self.grid.guards += sum(guarded)
        return [text[1:] if taken else text for text, taken in zip(texts, guarded, strict=True)]

    def _strays(self, far: Sequence[Sequence[Any]], numbers: Sequence[int]) -> dict[int, list[str]]:
        """Note the cells that stand far from the table; give their texts by row."""
        found: dict[int, list[str]] = {}
        for offset, cells in enumerate(far, start=self.named + _NEAR):
            for number, cell in zip(numbers, cells, strict=True):
                if cell not in _EMPTY:
                    found.setdefault(number, []).append(text_of(cell))
                    source = SourceRef(file=self.name, line=number, column=column_letters(offset))
                    self.strays.append(finding("excel.stray-cell", source=source))
        return found

    def finish(self, names: Names, head: list[str] | None) -> Grid:
        """Give the table its columns, its foot and its first row."""
        grid = self.grid
        width = max([self.named, *(place for place, tally in enumerate(grid.tallies, start=1) if tally.filled)])
        known = names.columns[:width] if len(names.columns) > width else names.columns
        known += tuple(f"column {place}" for place in range(len(known) + 1, width + 1))
        while grid.left < width - 1 and not self._is_used(grid.left, head):
            grid.left += 1
        grid.columns = known[grid.left :]
        if head is not None:
            grid.unnamed = sum(1 for place in range(grid.left, width) if not "".join(head[place : place + 1]).strip())
        if head is not None:
            grid.first = [*head[grid.left : width], *[""] * (width - max(len(head), grid.left))][: len(grid.columns)]
        grid.footer = find_footer([(line, _bare(cells[grid.left :])) for line, cells in self.tail], len(grid.columns))
        return grid

    def _is_used(self, place: int, head: list[str] | None) -> bool:
        named = head is not None and place < len(head) and bool(head[place].strip())
        return named or (place < len(self.grid.tallies) and self.grid.tallies[place].filled > 0)

    def said(self, grid: Grid) -> Iterator[Entry]:
        """Tell what was counted, what was destroyed, what stands far off, and which rows are refused."""
        at = SourceRef(file=self.name)
        if grid.blank:
            yield finding("file.blank-rows", source=at, count=grid.blank)
        if grid.guards:
            yield finding("file.guard-removed", source=at, count=grid.guards)
        for name, tally in zip(grid.columns, grid.tallies[grid.left :], strict=False):
            yield from tally.findings(name, self.name)
        yield from self.strays
        rejections: list[Entry] = []
        if self.again or self.strays or grid.pages or grid.footer is not None:
            for _ in grid.rows(rejections.append):
                pass
        yield from rejections


def _shape(grid: Grid, names: Names, row: int, titles: int, *, header: bool, sure: bool) -> Iterator[Finding]:
    """Tell where the table begins and what its columns are called."""
    at, width = SourceRef(file=grid.name), len(grid.columns)
    if titles:
        yield finding("file.title-rows", source=at, count=titles, line=row)
    if not header:
        yield finding("file.no-header", source=at, columns=width)
        return
    if sure:
        yield finding("file.header", source=at, line=row, columns=width, names=name_list(grid.columns))
    else:
        yield finding("file.header-assumed", source=at, line=row, columns=width)
    if grid.unnamed:
        yield finding("file.blank-header", source=at, count=grid.unnamed)
    if names.duplicate:
        yield finding("file.duplicate-header", source=at, names=name_list(names.duplicate))
    if names.tidied:
        yield finding("file.tidied-header", source=at, count=names.tidied)
