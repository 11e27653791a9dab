"""Where the bytes come from: a path, bytes, an open binary file, or "-" for standard input; compressed or not.

A `Source` can be opened again and again, and several times at once. What cannot be read twice (standard input, a
pipe, an open file) is copied once: into memory while small, else into a file without a name.

>>> [chunk for chunk in open_source(b"name;city").chunks()]
[b'name;city']
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final, Protocol, cast

import attrs

from contactbase.adapters.nameless import Nameless
from contactbase.errors import ReadError

__all__ = ["CHUNK", "Readable", "Source", "open_source"]


class _Bytes(Protocol):
    """What is read of a file."""

    def read(self, size: int, /) -> bytes: ...


CHUNK: Final = 1 << 18
_IN_MEMORY: Final = 1 << 23
_LONGEST_PATH: Final = 4096

_COMPRESSED: Final[tuple[tuple[bytes, str, Callable[[BinaryIO], _Bytes]], ...]] = (
    (b"\x1f\x8b", "gzip", gzip.open),
    (b"BZh", "bzip2", bz2.open),
    (b"\xfd7zXZ\0", "xz", lzma.open),
)
_BROKEN: Final = (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, OSError, ValueError)


@attrs.frozen(kw_only=True, eq=False)
class Source:
    """Bytes that can be read again and again. `name` is shown in messages, without its folder."""

    name: str
    compression: str | None
    size: int
    _open: Callable[[], BinaryIO] = attrs.field(repr=False)

    def chunks(self, size: int = CHUNK) -> Iterator[bytes]:
        """Open it anew and give its bytes, decompressed, in pieces."""
        with _opened(self.name, self._open) as raw:
            file = _decompressor(self.compression)(raw)
            while chunk := _read(file, size, self):
                yield chunk

    def head(self, size: int) -> bytes:
        """Give the first bytes, decompressed."""
        head = bytearray()
        for chunk in self.chunks(min(size, CHUNK)):
            head += chunk
            if len(head) >= size:
                break
        return bytes(head[:size])

    def seekable(self, limit: int) -> BinaryIO:
        """Open it anew as a file that can be sought; ReadError where it has more than `limit` bytes, decompressed.

        What is compressed is copied into memory or into a file without a name, which goes with the process.
        """
        if not self.compression:
            if self.size > limit:
                raise self._too_large(limit)
            return _opened(self.name, self._open)
        with ExitStack() as stack:
            copy = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, prefix="contactbase-"))
            for chunk in self.chunks():
                copy.write(chunk)
                if copy.tell() > limit:
                    raise self._too_large(limit)
            copy.seek(0)
            stack.pop_all()
        return cast("BinaryIO", copy)

    def _too_large(self, limit: int) -> ReadError:
        return ReadError(
            f"{self.name} has more than {limit // 1_000_000} MB. Cut it into several files, or save it as CSV."
        )


Readable = str | os.PathLike[str] | bytes | BinaryIO | Source
"""A path ("-" is standard input), the bytes themselves, a file open in binary mode, or a source made of one."""


def open_source(source: Readable) -> Source:
    """Make a source readable again and again; ReadError when it is missing, a folder, forbidden or empty."""
    if isinstance(source, Source):
        return source
    if isinstance(source, bytes):
        return _source("input", lambda: io.BytesIO(source), len(source))
    if isinstance(source, str | os.PathLike):
        return _of_path(os.fspath(source))
    if not hasattr(source, "read"):
        raise TypeError(f"Give a path, bytes or a file open in binary mode, not {type(source).__name__}.")
    name = getattr(source, "name", None)
    return _spooled(source, Path(name).name if isinstance(name, str) else "file")


def _of_path(path: str) -> Source:
    if path == "-":
        return _spooled(sys.stdin.buffer, "stdin")
    if len(path) > _LONGEST_PATH or "\n" in path:
        raise ReadError("This is a text and no path. Give the bytes of a file (text.encode()), or its path.")
    name = Path(path).name or path or "The empty path"
    try:
        found = Path(path).stat()
    except FileNotFoundError as error:
        raise ReadError(f"There is no file {name}. Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if stat.S_ISDIR(found.st_mode):
        raise ReadError(f"{name} is a folder. Name the file inside it.")
    if stat.S_ISCHR(found.st_mode) or stat.S_ISBLK(found.st_mode) or stat.S_ISSOCK(found.st_mode):
        raise ReadError(f"{name} is a device and no file. Name a file, or - for standard input.")
    if not stat.S_ISREG(found.st_mode):
        with _opened(name, lambda: Path(path).open("rb")) as pipe:
            return _spooled(pipe, name)
    return _source(name, lambda: Path(path).open("rb"), found.st_size)


def _source(name: str, opener: Callable[[], BinaryIO], size: int) -> Source:
    if not size:
        raise ReadError(f"{name} is empty: there is nothing in it to read.")
    with _opened(name, opener) as file:
        start = file.read(8)
    compression = next((words for sign, words, _ in _COMPRESSED if start.startswith(sign)), None)
    return Source(name=name, compression=compression, size=size, open=opener)


def _spooled(file: BinaryIO, name: str) -> Source:
    """Copy what can be read only once."""
    start = _up_to(file, _IN_MEMORY + 1)
    if len(start) <= _IN_MEMORY:
        return _source(name, lambda: io.BytesIO(start), len(start))
    copy = Nameless()
    try:
        copy.write(start)
        while piece := file.read(CHUNK):
            copy.write(piece)
    except OSError as error:
        raise _unreadable(name, error) from error
    return _source(name, copy.open, copy.size)


def _up_to(file: BinaryIO, size: int) -> bytes:
    """Read so much, however little a pipe gives at a time."""
    pieces = bytearray()
    while len(pieces) < size and (piece := file.read(size - len(pieces))):
        if isinstance(piece, str):
            raise TypeError('Open the file in binary mode: open(path, "rb").')
        pieces += piece
    return bytes(pieces)


def _opened(name: str, opener: Callable[[], BinaryIO]) -> BinaryIO:
    try:
        return opener()
    except OSError as error:
        raise _unreadable(name, error) from error


def _decompressor(compression: str | None) -> Callable[[BinaryIO], _Bytes]:
    return next((opener for _, words, opener in _COMPRESSED if words == compression), lambda file: file)


def _read(file: _Bytes, size: int, source: Source) -> bytes:
    try:
        return file.read(size)
    except _BROKEN as error:
        if source.compression:
            raise ReadError(
                f"{source.name} is compressed with {source.compression} and is damaged or cut short. Fetch it again."
            ) from error
        raise _unreadable(source.name, error) from error


def _unreadable(name: str, error: Exception) -> ReadError:
    if isinstance(error, PermissionError):
        return ReadError(f"{name} may not be read by this user. Ask for the right to read it.")
    reason = getattr(error, "strerror", None) or str(error)
    return ReadError(f"{name} cannot be read: {reason}.")
