r"""The cells of a sheet to a table: where it begins, how wide it is, which rows are none.

Everything is decided as for a CSV file (`header`, `footer`), but for the width: here each cell has its place, so a row
is never too short or too long. A row that has nothing but cells far from the table is refused.

>>> batch = Batch.of_rows([1, 2], [("Nom", "CP"), ("Petit", 1000.0)])
>>> grid, said = read_grid([batch], "clients.xlsx", GridWishes())
>>> grid.columns, list(grid.rows(lambda entry: None))
(('Nom', 'CP'), [Row(row=1, line=2, cells=['Petit', '1000'])])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

import attrs

from contactbase.adapters.excel.batch import Batch
from contactbase.adapters.excel.grid import Grid
from contactbase.adapters.excel.grid_builder import EMPTY, GridBuilder, bare
from contactbase.adapters.excel.values import text_of
from contactbase.adapters.header import Names, Placed, find_heading, header_findings, name_columns
from contactbase.errors import ReadError
from contactbase.model.journal import Entry
from contactbase.model.source import SourceRef

__all__ = ["GridWishes", "read_grid"]

_SAMPLE: Final = 200


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


def read_grid(batches: Iterable[Batch], name: str, wishes: GridWishes) -> tuple[Grid, tuple[Entry, ...]]:
    """Read the batches of a sheet once; give the table and what was found out. ReadError where there is none."""
    remaining = iter(batches)
    sample = _sample(remaining, wishes.skip_rows or 0)
    placed = [(number, [text_of(cell) for cell in cells]) for some in sample for number, cells in some.numbered()]
    placed = [(number, cells) for number, cells in placed if any(map(str.strip, cells))]
    if not placed:
        raise ReadError(f"{name} has nothing in this sheet but empty cells. Name another sheet, or check the file.")
    heading = find_heading(_even(placed), header=wishes.header, titles=wishes.skip_rows is None)
    head_row, first = placed[heading.index]
    head = heading.names(placed)
    above = head_row - 1 if not heading.header else head_row
    names = name_columns(head if heading.header else [""] * max(len(bare(cells)) for _, cells in placed))
    builder = GridBuilder(name=name, named=_last(names, head, header=heading.header), keep_guards=wishes.keep_guards)
    if heading.header:
        builder.mark = next((place, cell) for place, cell in enumerate(first) if cell.strip())
    for some in chain((some.below(above) for some in sample), remaining):
        builder.add(some)
    grid = builder.finish(names, head if heading.header else None, first)
    if not wishes.footer:
        grid.footer = grid.first = None
        grid.pages = False
    grid.above = above
    if not grid.count and not wishes.allow_empty:
        raise ReadError(f"{name} has a header and no rows below it. If its only row is data, say there is no header.")
    told = attrs.evolve(names, columns=grid.columns, blank=grid.unnamed)
    said = header_findings(heading, told, at=SourceRef(file=name), titles=heading.index, line=head_row)
    return grid, (*said, *builder.said(grid))


def _sample(batches: Iterator[Batch], skipped: int) -> list[Batch]:
    """Take whole batches until there are enough filled rows to find the header among."""
    sample: list[Batch] = []
    filled = 0
    for some in batches:
        sample.append(some.below(skipped))
        filled += sum(1 for cells in sample[-1].rows() if not _is_blank(cells))
        if filled >= _SAMPLE:
            break
    return sample


def _is_blank(cells: Sequence[Any]) -> bool:
    return not any(cell not in EMPTY for cell in cells)


def _even(placed: Sequence[Placed]) -> list[Placed]:
    """Give the rows of the sample one width: that of most of them, without empty cells at the end."""
    shorn = [(number, bare(cells)) for number, cells in placed]
    widths = sorted(len(cells) for _, cells in shorn)
    width = widths[-1] if len(shorn) < 3 else widths[len(shorn) // 2]
    return [(number, cells + [""] * (width - len(cells))) for number, cells in shorn]


def _last(names: Names, head: Sequence[str], *, header: bool) -> int:
    """Give how many columns there are up to the last one that has a name (or, without a header, a cell)."""
    return len(bare(list(head))) if header else len(names.columns)
