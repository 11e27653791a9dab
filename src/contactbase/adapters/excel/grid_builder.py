"""Batches of cells to a table: each column made text and tallied, blank rows left out, far cells told.

A column belongs to the table that is named, or that has a cell within sixteen columns of the last name; what stands
farther off is a stray cell.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from contactbase.adapters.excel.batch import Batch
from contactbase.adapters.excel.damage import ColumnTally
from contactbase.adapters.excel.grid import Grid
from contactbase.adapters.excel.places import column_letters
from contactbase.adapters.excel.values import text_of, texts_of
from contactbase.adapters.footer import TAIL, find_footer, is_page_mark
from contactbase.adapters.guard import is_guarded
from contactbase.adapters.header import Names, Placed
from contactbase.model.journal import Entry, Finding, finding
from contactbase.model.source import SourceRef

__all__ = ["EMPTY", "GridBuilder", "bare"]

_NEAR: Final = 16
EMPTY: Final = (None, "")


def bare(cells: list[str]) -> list[str]:
    """Leave out the empty cells at the end."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


@attrs.define(kw_only=True)
class GridBuilder:
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

    def add(self, some: Batch) -> None:
        """Take a batch: its blank rows counted, its far cells told, its values made text and tallied."""
        limit = self.named + _NEAR
        numbers = some.numbers
        texts = self._written(some, limit)
        kept = list(map(list, zip(*texts, strict=True))) if texts else [[] for _ in numbers]
        strays = self._strays(some.columns[limit:], numbers)
        full = sum(map(all, texts))
        if not full:
            numbers = self._without_blank(kept, numbers, strays, limit)
        if full < 2 and not self.grid.pages:
            self.grid.pages = any(is_page_mark(cells) for cells in kept if cells.count("") + 1 == len(cells) > 1)
        if kept:
            self._keep(list(numbers), kept)

    def _written(self, some: Batch, limit: int) -> list[list[str]]:
        """Make the columns near the table text, and tally them."""
        tallies, texts = self.grid.tallies, []
        columns = some.columns[:limit]
        while len(tallies) < len(columns):
            tallies.append(ColumnTally())
        for place, (tally, cells) in enumerate(zip(tallies, columns, strict=False)):
            present = set(map(type, cells))
            known = some.texts.get(place)
            written = texts_of(cells, present) if known is None else known
            tally.take(cells, written, some.numbers, present)
            self.again = self.again or (place == self.mark[0] and self.mark[1] in written)
            texts.append(self._unguarded(written, some.numbers) if str in present else written)
        return texts

    def _without_blank(
        self, kept: list[list[str]], numbers: Sequence[int], strays: Mapping[int, list[str]], limit: int
    ) -> Sequence[int]:
        """Take out the rows in which nothing stands, put far cells into those that have nothing else."""
        blank = [index for index, cells in enumerate(kept) if not any(cells)]
        for index in reversed(blank):
            if numbers[index] in strays:
                kept[index] += [""] * (limit - len(kept[index])) + strays[numbers[index]]
            else:
                del kept[index]
        empty = {numbers[index] for index in blank} - strays.keys()
        return [number for number in numbers if number not in empty] if empty else numbers

    def _keep(self, numbers: list[int], rows: list[list[str]]) -> None:
        grid = self.grid
        grid.blank += numbers[-1] - (self.last or numbers[0] - 1) - len(numbers)
        self.last = numbers[-1]
        grid.count += len(rows)
        self.tail.extend(zip(numbers[-TAIL:], rows[-TAIL:], strict=True))
        grid.spool.add(numbers, rows)

    def _unguarded(self, texts: list[str], numbers: Sequence[int]) -> list[str]:
        """Take the apostrophes off that guarded formulas in a text file before it became a sheet."""
        if self.keep_guards or "\n'" not in "\n" + "\n".join(texts):
            return texts
        guarded = [is_guarded(text) for text in texts]
        grid, first = self.grid, next((number for number, taken in zip(numbers, guarded, strict=True) if taken), 0)
        grid.guards += sum(guarded)
        grid.first_guard = min(filter(None, (grid.first_guard, first)), default=0)
        return [text[1:] if taken else text for text, taken in zip(texts, guarded, strict=True)]

    def _strays(self, far: Sequence[Sequence[Any]], numbers: Sequence[int]) -> dict[int, list[str]]:
        """Note the cells that stand far from the table; give their texts by row."""
        found: dict[int, list[str]] = {}
        for offset, cells in enumerate(far, start=self.named + _NEAR):
            for number, cell in zip(numbers, cells, strict=True):
                if cell not in EMPTY:
                    found.setdefault(number, []).append(text_of(cell))
                    source = SourceRef(file=self.name, line=number, column=column_letters(offset))
                    self.strays.append(finding("excel.stray-cell", source=source))
        return found

    def finish(self, names: Names, head: list[str] | None, first: list[str]) -> Grid:
        """Give the table its columns, its foot and its first row; `head` names the columns, where there is a header."""
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
            grid.first = [*first[grid.left : width], *[""] * (width - max(len(first), grid.left))][: len(grid.columns)]
        grid.footer = find_footer([(line, bare(cells[grid.left :])) for line, cells in self.tail], len(grid.columns))
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
            yield finding("file.guard-removed", source=at, count=grid.guards, line=grid.first_guard)
        for name, tally in zip(grid.columns, grid.tallies[grid.left :], strict=False):
            yield from tally.findings(name, self.name)
        yield from self.strays
        rejections: list[Entry] = []
        if self.again or self.strays or grid.pages or grid.footer is not None:
            for _ in grid.rows(rejections.append):
                pass
        yield from rejections
