"""Rows that are read once and given often: in memory while few, else in a file without a name.

A file without a name goes with the process, however it ends: an interrupted read leaves nothing behind.

>>> rows = Spool()
>>> rows.add([5], [["Petit", "Lyon"]])
>>> list(rows), list(rows)
([([5], [['Petit', 'Lyon']])], [([5], [['Petit', 'Lyon']])])
"""

from __future__ import annotations

import marshal
import tempfile
import weakref
from collections.abc import Iterator
from threading import Lock
from typing import Final

__all__ = ["Spool"]

_IN_MEMORY: Final = 1 << 23
_MARK: Final = "\0"


class Spool:
    """Batches of rows, each with the numbers of its rows; they can be read again and again, by several at once."""

    def __init__(self) -> None:
        """Start empty."""
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, prefix="contactbase-")  # noqa: SIM115 - lives on
        self._places: list[tuple[int, int]] = []
        self._end = 0
        self._lock = Lock()
        weakref.finalize(self, self._file.close)

    def add(self, numbers: list[int], rows: list[list[str]]) -> None:
        """Keep a batch."""
        packed = marshal.dumps((numbers, *_packed(rows)))
        with self._lock:
            self._file.seek(self._end)
            self._file.write(packed)
        self._places.append((self._end, len(packed)))
        self._end += len(packed)

    def __iter__(self) -> Iterator[tuple[list[int], list[list[str]]]]:
        for place, size in self._places:
            with self._lock:
                self._file.seek(place)
                packed = self._file.read(size)
            numbers, width, cells = marshal.loads(packed)  # noqa: S302 - our own bytes, in a file nobody else can open
            yield numbers, _unpacked(width, cells) if width else cells


def _packed(rows: list[list[str]]) -> tuple[int, str | list[list[str]]]:
    """Make one text of rows that have one width, which is much faster to keep than each cell; 0: left as they are."""
    width = len(rows[0]) if rows else 0
    together = _MARK.join(map(_MARK.join, rows))
    if not width or set(map(len, rows)) != {width} or together.count(_MARK) != len(rows) * width - 1:
        return 0, rows
    return width, together


def _unpacked(width: int, together: str) -> list[list[str]]:
    cells = together.split(_MARK)
    return [cells[at : at + width] for at in range(0, len(cells), width)]
