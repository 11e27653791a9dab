"""A bounded memory for one column, or for a few of them: a cell text that comes again is read once.

Client files repeat themselves (first names, cities, titles). The memory belongs to the function of one column, so it
lives and dies with it; when full it is emptied, which costs a second reading and changes no answer. Equal cells give
the very same object, so a large base holds each first name once. Long cells are not kept.

>>> cell = remember(lambda text: [text.strip()])
>>> cell(" Léa ") is cell(" Léa ")
True
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

__all__ = ["remember", "remember_rows"]

V = TypeVar("V")
_Texts = tuple[str, ...]

_CELLS: Final = 1 << 12
_LONGEST: Final = 200
"""Characters; a longer cell hardly ever comes twice."""


class _Memory(dict[str, V], Generic[V]):
    """A mapping that reads what it does not hold."""

    __slots__ = ("_cells", "_read")

    def __init__(self, read: Callable[[str], V], cells: int) -> None:
        super().__init__()
        self._read = read
        self._cells = cells

    def __missing__(self, text: str) -> V:
        answer = self._read(text)
        if len(text) <= _LONGEST:
            if len(self) >= self._cells:
                self.clear()
            self[text] = answer
        return answer


def remember(read: Callable[[str], V], cells: int = _CELLS) -> Callable[[str], V]:
    """Give a reading function that answers from memory where it can; it holds at most `cells` texts."""
    return _Memory(read, cells).__getitem__


class _Rows(dict[_Texts, V], Generic[V]):
    """A mapping that reads the cells which it does not hold."""

    __slots__ = ("_cells", "_read")

    def __init__(self, read: Callable[[_Texts], V], cells: int) -> None:
        super().__init__()
        self._read = read
        self._cells = cells

    def __missing__(self, texts: _Texts) -> V:
        answer = self._read(texts)
        if sum(map(len, texts)) <= _LONGEST:
            if len(self) >= self._cells:
                self.clear()
            self[texts] = answer
        return answer


def remember_rows(read: Callable[[_Texts], V], cells: int = _CELLS) -> Callable[[_Texts], V]:
    """Give the same for the cells of a few columns, read together; it holds at most `cells` rows of them."""
    return _Rows(read, cells).__getitem__
