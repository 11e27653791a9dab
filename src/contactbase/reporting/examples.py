"""A few examples per code: where it was found, and the cell there, masked the moment it comes in.

>>> examples = Examples()
>>> examples.keep("phone.too-short", place_of(SourceRef(file="clients.csv", row=3), "06 12 34 56 7"))
>>> examples.of("phone.too-short")[0].cell
'06 •• •• •• 7'
"""

from __future__ import annotations

from typing import Final

import attrs

from contactbase.model.source import SourceRef
from contactbase.reporting.hygiene import Example
from contactbase.reporting.masking import mask, shown

__all__ = ["MOST", "Examples", "place_of"]

MOST: Final = 3
"""How many places are kept per code."""


@attrs.define(eq=False)
class Examples:
    """The first places of each code; a place with its cell goes before one without."""

    _kept: dict[str, list[Example]] = attrs.field(factory=dict, init=False)
    _full: set[str] = attrs.field(factory=set, init=False)

    def wants(self, code: str) -> bool:
        """Tell whether a cell is still missing among the examples of a code."""
        return code not in self._full

    def keep(self, code: str, example: Example) -> None:
        """Keep an example: in its own place, in a free one, or instead of a place without a cell."""
        kept = self._kept.setdefault(code, [])
        bare = attrs.evolve(example, cell="")
        if example in kept:
            return
        if bare in kept:
            kept[kept.index(bare)] = example
        elif len(kept) < MOST:
            kept.append(example)
        elif example.cell:
            without = [place for place, other in enumerate(kept) if not other.cell]
            if without:
                kept[without[-1]] = example
        if len(kept) == MOST and all(other.cell for other in kept):
            self._full.add(code)

    def add(self, other: Examples) -> None:
        """Keep the examples of others where there is room."""
        for code, examples in other._kept.items():
            for example in examples:
                self.keep(code, example)

    def of(self, code: str) -> tuple[Example, ...]:
        """Give the examples of a code."""
        return tuple(self._kept.get(code, ()))


def place_of(source: SourceRef | None, cell: str = "") -> Example:
    """Make an example of a place and its raw cell, which is masked here."""
    if source is None:
        return Example(cell=mask(cell))
    column = shown(source.column) if source.column is not None else None
    return Example(cell=mask(cell), file=shown(source.file, 200), row=source.row, line=source.line, column=column)
