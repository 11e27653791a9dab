"""Rows of text under named columns, as an adapter hands them over: nothing interpreted, nothing dropped.

>>> table = Table.of("people", ("name", "city"), [("Léa", "Lyon")])
>>> list(table.rows())
[Row(row=1, line=2, cells=('Léa', 'Lyon'))]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Self

import attrs

from contactbase.model.journal import Note

__all__ = ["Row", "Table", "forget"]


class Row(NamedTuple):
    """One record: its number from 1, the physical line on which it starts, its cells."""

    row: int
    line: int
    cells: Sequence[str]


def forget(_entry: object) -> None:
    """Note nothing."""


@attrs.frozen(kw_only=True)
class Table:
    """A table that can be read again and again.

    `read` opens the rows anew and notes the rejected ones as they are met; every row it yields has exactly as many
    cells as there are columns. `file` is the name shown in messages, without its folder; `numeric` are the columns
    whose cells were numbers before they were text.
    """

    file: str
    columns: tuple[str, ...]
    read: Callable[[Note], Iterator[Row]] = attrs.field(repr=False)
    numeric: frozenset[str] = frozenset()

    def rows(self, note: Note = forget) -> Iterator[Row]:
        """Read the rows, noting the rejected ones."""
        return self.read(note)

    @classmethod
    def of(cls, file: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Self:
        """Make a table of rows held in memory; line 1 is the header."""
        kept = [Row(number, number + 1, tuple(cells)) for number, cells in enumerate(rows, start=1)]
        return cls(file=file, columns=tuple(columns), read=lambda _note: iter(kept))
