"""A table made of the cells of a sheet, at rest: its columns, its rows in a spool, which of them are none.

>>> grid = Grid(name="clients.xlsx", columns=("Nom",), footer=9)
>>> grid.spool.add([2, 9], [["Petit"], ["Total"]])
>>> list(grid.rows(lambda entry: print(entry.code)))
file.footer
[Row(row=1, line=2, cells=['Petit'])]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.adapters.excel.damage import ColumnTally
from contactbase.adapters.excel.spool import Spool
from contactbase.adapters.footer import is_page_mark
from contactbase.model.journal import Note, Rejection
from contactbase.model.source import SourceRef
from contactbase.model.table import Row

__all__ = ["Grid"]


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
    first_guard: int = 0
    blank: int = 0
    count: int = 0
    unnamed: int = 0
    above: int = 0
    spool: Spool = attrs.field(factory=Spool, repr=False)
    tallies: list[ColumnTally] = attrs.field(factory=list, repr=False)

    def rows(self, note: Note) -> Iterator[Row]:
        """Give the rows anew, each with as many cells as there are columns; note those that are none."""
        number, width, left = 0, len(self.columns), self.left
        watched = self.footer is not None or self.pages
        for places, batch in self.spool:
            for place, cells in zip(places, batch, strict=True):
                number += 1
                fitted = cells if left == 0 and len(cells) == width else cells[left : left + width]
                if len(fitted) < width:
                    fitted += [""] * (width - len(fitted))
                if watched or fitted == self.first or not any(fitted):
                    fault = self._fault(place, fitted)
                    if fault is not None:
                        source = SourceRef(file=self.name, row=number, line=place)
                        note(Rejection(source=source, code=fault, cells=tuple(cells if fault == _STRAY else fitted)))
                        continue
                yield Row(number, place, fitted)

    def _fault(self, place: int, cells: list[str]) -> str | None:
        if self.footer is not None and place >= self.footer:
            return "file.footer"
        if cells == self.first:
            return "file.repeated-header"
        if self.pages and is_page_mark(cells):
            return "file.footer"
        return None if any(cells) else _STRAY


_STRAY: Final = "excel.stray-row"
