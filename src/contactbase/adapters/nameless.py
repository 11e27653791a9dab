"""A temporary file without a name, read from several places at once: nothing is left of it however the process ends.

>>> copy = Nameless()
>>> copy.write(b"name;city")
>>> with copy.open() as one, copy.open() as other:
...     one.read(4), other.read(), one.read()
(b'name', b'name;city', b';city')
"""

from __future__ import annotations

import io
import os
import tempfile
import weakref
from threading import Lock
from typing import BinaryIO, cast

__all__ = ["Nameless"]


class Nameless:
    """Bytes on the disk that are written once, and then opened as often as one likes."""

    def __init__(self) -> None:
        """Make it empty."""
        self._file = tempfile.TemporaryFile(prefix="contactbase-")  # noqa: SIM115 - goes with this object
        weakref.finalize(self, self._file.close)
        self._lock = Lock()
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Add bytes at the end; OSError where the disk is full."""
        self._file.write(piece)
        self.size += len(piece)

    def open(self) -> BinaryIO:
        """Open it from its beginning."""
        self._file.flush()
        return cast("BinaryIO", io.BufferedReader(_Reader(self), 1 << 16))

    def piece(self, place: int, size: int) -> bytes:
        """Give the bytes at a place; several threads and processes may ask at once, where the system can."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), size, place)
        with self._lock:
            self._file.seek(place)
            return self._file.read(size)


class _Reader(io.RawIOBase):
    """One who reads, with a place of its own."""

    def __init__(self, file: Nameless) -> None:
        self._of = file
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._of.size}[whence]
        self._place = max(0, start + offset)
        return self._place

    def tell(self) -> int:
        return self._place

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer
        piece = self._of.piece(self._place, len(buffer))
        buffer[: len(piece)] = piece
        self._place += len(piece)
        return len(piece)
