"""A bounded memory for one column: a cell text that comes again is read once.

Client files repeat themselves (first names, cities, titles). The memory belongs to the function of one column, so it
lives and dies with it; when full it is emptied, which costs a second reading and changes no answer. Equal cells give
the very same object, so a large base holds each first name once. Long cells are not kept.

>>> from contactbase.normalize.normalized import Normalized
>>> cell = remember(lambda text: Normalized((text.strip(),)))
>>> cell(" Léa ") is cell(" Léa ")
True
"""

from __future__ import annotations

from typing import Generic, TypeVar

from contactbase.normalize.normalized import Cell, Normalized

__all__ = ["remember"]

T = TypeVar("T")

_CELLS = 1 << 16
_LONGEST = 200


class _Memory(dict[str, Normalized[T]], Generic[T]):
    """A mapping that reads what it does not hold."""

    __slots__ = ("_cells", "_read")

    def __init__(self, read: Cell[T], cells: int) -> None:
        super().__init__()
        self._read = read
        self._cells = cells

    def __missing__(self, text: str) -> Normalized[T]:
        answer = self._read(text)
        if len(text) <= _LONGEST:
            if len(self) >= self._cells:
                self.clear()
            self[text] = answer
        return answer


def remember(read: Cell[T], cells: int = _CELLS) -> Cell[T]:
    """Give a cell function that answers from memory where it can; it holds at most `cells` texts."""
    return _Memory(read, cells).__getitem__
