"""When a short row is certainly whole: Excel leaves out last delimiters, sixteen rows at a time.

Saving as text, Excel takes the sheet in blocks of sixteen rows, counted from its first row, and leaves out the last
columns of a block in which no row has anything there (Microsoft KB 77295; Stata FAQ "How Excel writes empty cells").
So a file is known to be of that make when every short row stands in such a block: sixteen rows of one width, the last
cell of one of them filled. A row that was cut by a line break, or lost a delimiter, breaks the pattern of its block.

>>> short = ShortRows()
>>> for sheet_row in range(16, 32):
...     short.add(sheet_row, ["Petit", "Lyon"])
>>> short.proven(rows=40)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["BLOCK", "ShortRows"]

BLOCK: Final = 16


class ShortRows:
    """The short rows of a file, by block; of a size that grows with the blocks that have one, until one disproves."""

    __slots__ = ("_blocks", "_disproved")

    def __init__(self) -> None:
        """Start with no short row."""
        self._blocks: dict[int, tuple[int, int, bool]] = {}
        self._disproved = False

    def add(self, sheet_row: int, cells: Sequence[str]) -> None:
        """Take a short row into account; `sheet_row` counts every row of the sheet from 0, header and titles too."""
        if self._disproved:
            return
        count, width, filled = self._blocks.get(sheet_row // BLOCK, (0, len(cells), False))
        self._blocks[sheet_row // BLOCK] = count + 1, width, filled or bool(cells[-1])
        if width != len(cells):
            self._disproved = True
            self._blocks.clear()

    def proven(self, rows: int) -> bool:
        """Tell whether every short row of a sheet of so many rows stands in a whole block of such rows."""
        if self._disproved or not self._blocks:
            return False
        whole = all(
            filled and count == min(BLOCK, rows - block * BLOCK) for block, (count, _, filled) in self._blocks.items()
        )
        return whole and any(count == BLOCK for count, _, _ in self._blocks.values())
