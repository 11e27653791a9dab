"""The lines of a file of orders, column by column: what is kept until the lines of each order are together.

A column that the file does not have takes no room, and a line becomes a value of its own only while its order is made,
so that a long file leaves few values for Python's search for cycles.

>>> from contactbase.joining.keyed import Keys
>>> kept = Lines()
>>> kept.add(Batch.of(row=[1, 2, 3], keys=[Keys()] * 3, reference=["A", None, "A"], day=[None] * 3))
>>> [[line.row for line in order] for order in kept.orders()]
[[1, 3], [2]]
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, repeat
from typing import Any, Final, NamedTuple, Self

from contactbase.joining.line import Line, Unread

__all__ = ["Batch", "Lines"]

_FIELDS: Final = Line._fields
_DEFAULTS: Final = tuple(Line._field_defaults.get(name) for name in _FIELDS)
_MAY_FAIL: Final = tuple(map(_FIELDS.index, ("day", "money", "quantity")))
"""Fields of which a cell may be unread, in the order in which that is said."""
_ROW: Final = _FIELDS.index("row")
_REFERENCE: Final = _FIELDS.index("reference")
_END: Final = -1

_Column = Sequence[Any]
_MAKE: Final[Callable[[type[Line], Sequence[Any]], Line]] = tuple.__new__
"""Makes a line of all its fields, in a third of the time."""


class Batch(NamedTuple):
    """What some rows say: a column for each field of `Line` (None: no column of the file says it), and unread rows."""

    columns: Sequence[_Column | None]
    unread: tuple[Unread, ...] = ()

    @classmethod
    def of(cls, **columns: _Column | None) -> Self:
        """Make one of the columns by their names, setting apart the rows of which a cell is `Unread`."""
        found = [columns.get(name) for name in _FIELDS]
        doubtful = [column for at in _MAY_FAIL if (column := found[at]) is not None]
        if not any(Unread in set(map(type, column)) for column in doubtful):
            return cls(found)
        first = [next((cell for cell in cells if type(cell) is Unread), None) for cells in zip(*doubtful, strict=True)]
        rows, numbers = found[_ROW] or (), found[_REFERENCE] or repeat(None)
        unread = (
            cell._replace(row=row, reference=number)
            for cell, row, number in zip(first, rows, numbers, strict=False)
            if cell is not None
        )
        fine = [cell is None for cell in first]
        return cls([None if column is None else list(compress(column, fine)) for column in found], tuple(unread))

    def lines(self) -> Iterator[Line]:
        """Give the rows that were read, one by one."""
        if not self.columns:
            return iter(())
        filled = (
            repeat(default) if column is None else column
            for column, default in zip(self.columns, _DEFAULTS, strict=True)
        )
        return map(Line._make, zip(*filled, strict=False))


class Lines:
    """Lines under way to their orders; those of one order are a chain of places, wherever they stand in the file."""

    def __init__(self) -> None:
        """Begin without any."""
        self._columns: dict[int, list[Any]] = {}
        self._rows = array("Q")
        self._next = array("q")
        self._first, self._last = array("q"), array("q")
        self._references: list[str | None] = []
        self._numbers: dict[str, int] = {}

    def add(self, batch: Batch) -> None:
        """Keep the rows of a batch; the batches of one file have the same columns."""
        if not batch.columns:
            return
        for at, column in enumerate(batch.columns):
            if at == _ROW:
                self._rows.extend(column or ())
            elif at != _REFERENCE and column is not None:
                self._columns.setdefault(at, []).extend(column)
        self._chain(batch.columns[_REFERENCE] or [None] * len(batch.columns[_ROW] or ()))

    def _chain(self, references: Sequence[str | None]) -> None:
        """Append lines to their orders; one without a number is an order by itself."""
        first, last, numbers = self._first, self._last, self._numbers
        for place, reference in enumerate(references, len(self._next)):
            number = len(first) if reference is None else numbers.setdefault(reference, len(first))
            if number == len(first):
                first.append(place)
                last.append(place)
                self._references.append(reference)
            else:
                self._next[last[number]] = place
                last[number] = place
            self._next.append(_END)

    def has(self, field: str) -> bool:
        """Tell whether any line says something in a field of `Line`."""
        return any(self._columns.get(_FIELDS.index(field), ()))

    def orders(self) -> Iterator[list[Line]]:
        """Give the lines of each order, made anew with every call, in the order of their first lines."""
        columns = tuple(self._columns.items())
        values = list(_DEFAULTS)
        for first, reference in zip(self._first, self._references, strict=True):
            values[_REFERENCE] = reference
            lines: list[Line] = []
            place = first
            while place != _END:
                values[_ROW] = self._rows[place]
                for at, column in columns:
                    values[at] = column[place]
                lines.append(_MAKE(Line, values))
                place = self._next[place]
            yield lines
