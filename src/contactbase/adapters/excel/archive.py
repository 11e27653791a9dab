r"""The zip container of a workbook, behind a guard: nothing in it is larger than it says, or than anybody needs.

A zip file claims sizes that its reader believes. Here every part that is read is inflated under a limit, must end
where its claim ends, and may be no more than a hundred times its compressed size (an honest sheet of 100,000 rows is
eleven times; bombs are over 700). Names that lead out of the archive, parts that stand twice, encrypted parts and
documents that declare entities (the billion laughs) are refused. Nothing is ever unpacked onto the disk.

>>> import io, zipfile
>>> packed = io.BytesIO()
>>> with zipfile.ZipFile(packed, "w") as archive:
...     archive.writestr("xl/workbook.xml", "<workbook/>")
>>> Archive.open(packed, "clients.xlsx").read("xl/workbook.xml")
b'<workbook/>'
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final, Self

import attrs

from contactbase.errors import ReadError

__all__ = ["MOST_BYTES", "Archive"]

MOST_BYTES: Final = 1 << 30
"""The most that all parts together may take: Excel's own limit of rows with a dozen columns is two thirds of it."""

_RATIO: Final = 100
_SMALL: Final = 1 << 20
"""Parts smaller than this may be of any ratio: they cannot hurt."""

_MOST_WHOLE: Final = 1 << 25
"""The most that a part may take that is read whole: the list of sheets, relations, styles."""

_MOST_PARTS: Final = 10_000
_PIECE: Final = 1 << 17
_PROLOG: Final = 8
"""In how many pieces, a megabyte, a declaration is looked for: it must stand before all else, and the readers of what
follows refuse it too."""

_FEED: Final = 1 << 14
_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_DECLARATION: Final = b"<!DOCTYPE"
_ADVICE: Final = "If you trust it, open it in a spreadsheet program and save it as CSV."
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error, NotImplementedError)


@attrs.frozen(kw_only=True, eq=False)
class Archive:
    """The parts of a workbook, by name; `name` is that of the file, as shown in messages."""

    name: str
    _file: BinaryIO = attrs.field(repr=False)
    _parts: Mapping[str, zipfile.ZipInfo] = attrs.field(repr=False)

    @classmethod
    def open(cls, file: BinaryIO, name: str) -> Self:
        """Look at the list of parts and refuse what no spreadsheet program writes; ReadError says what is wrong."""
        try:
            with zipfile.ZipFile(file) as found:
                infos = found.infolist()
        except _BROKEN as error:
            raise ReadError(f"{name} is damaged or cut short: its end is missing. Fetch it again.") from error
        _refuse_claims(infos, name)
        return cls(name=name, file=file, parts={info.filename: info for info in infos})

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def size(self, part: str) -> int:
        """Give the size of a part, in bytes after decompression."""
        return self._parts[part].file_size

    def read(self, part: str) -> bytes:
        """Give a part whole; ReadError where it is missing, or larger than such a part ever is."""
        if part not in self._parts:
            raise ReadError(f"{self.name} is no whole workbook: {part!r} is missing in it. Fetch or save it again.")
        if self.size(part) > _MOST_WHOLE:
            raise ReadError(f"{self.name} has a part of more than {_MOST_WHOLE // 1_000_000} MB ({part}). {_ADVICE}")
        return b"".join(self.pieces(part))

    def pieces(self, part: str) -> Iterator[bytes]:
        """Inflate a part piece by piece; ReadError where it is not what it claims to be."""
        info = self._parts[part]
        try:
            yield from _checked(_inflated(self._file, info), info, self.name)
        except _BROKEN as error:
            raise ReadError(f"{self.name} is damaged inside ({part}). Fetch it again.") from error

    def verify(self, part: str) -> None:
        """Inflate a part for the checks alone."""
        for _ in self.pieces(part):
            pass


def _refuse_claims(infos: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse what the list of parts shows."""
    if len(infos) > _MOST_PARTS or len({info.filename for info in infos}) < len(infos):
        raise ReadError(f"{name} holds the same part twice, or too many: no spreadsheet program writes that. {_ADVICE}")
    total = sum(info.file_size for info in infos)
    if total > MOST_BYTES:
        raise ReadError(
            f"{name} would take {total // 1_000_000} MB when unpacked, more than the {MOST_BYTES // 1_000_000} MB"
            f" that are allowed: it may be a zip bomb. {_ADVICE}"
        )
    for info in infos:
        _refuse_claim(info, name)


def _refuse_claim(info: zipfile.ZipInfo, name: str) -> None:
    path = info.filename.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or ":" in path or "\0" in info.orig_filename:
        raise ReadError(f"{name} holds a part whose name leads out of it: no spreadsheet program writes that.")
    if info.flag_bits & 1:
        raise ReadError(f"{name} is protected by a password. Open it, take the password off and save it again.")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ReadError(f"{name} is compressed in an unusual way. Open it and save it again.")
    if info.file_size > _SMALL and info.file_size > _RATIO * info.compress_size:
        raise ReadError(
            f"{name} unpacks to more than {_RATIO} times its size, as zip bombs do and contact files do not. {_ADVICE}"
        )


def _checked(pieces: Iterator[bytes], info: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """Pass the pieces of a part on as long as they are what its claim says; refuse entities and UTF-16."""
    size, tail, checksum = 0, b"", 0
    for number, piece in enumerate(pieces):
        size += len(piece)
        if size > info.file_size:
            break
        if not number and b"\0" in piece[:64] and info.filename.endswith((".xml", ".rels")):
            raise ReadError(f"{name} is not written as spreadsheet programs do ({info.filename}). Save it again.")
        if number < _PROLOG and (_DECLARATION in piece or _DECLARATION in tail + piece[:8]):
            raise ReadError(f"{name} declares entities, as attacks do and spreadsheet programs do not. {_ADVICE}")
        tail, checksum = piece[-8:], zlib.crc32(piece, checksum)
        yield piece
    if size != info.file_size:
        raise ReadError(f"{name} is not as large inside as it claims ({info.filename}): damaged, or a zip bomb.")
    if checksum != info.CRC:
        raise zipfile.BadZipFile


def _inflated(file: BinaryIO, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Inflate a part to the end of its own stream, wherever its claim ends, a limited piece at a time."""
    file.seek(info.header_offset)
    signature, name_size, extra_size = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    if signature != b"PK\x03\x04":
        raise zipfile.BadZipFile
    file.seek(name_size + extra_size, 1)
    at, left = file.tell(), info.compress_size
    stored = info.compress_type == zipfile.ZIP_STORED
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting = b""
    while stored or not inflater.eof:
        if not waiting:
            file.seek(at)
            waiting = file.read(min(left, _PIECE if stored else _FEED))
            at, left = at + len(waiting), left - len(waiting)
            if not waiting:
                break
        piece = waiting if stored else inflater.decompress(waiting, _PIECE)
        waiting = b"" if stored else inflater.unconsumed_tail
        if piece:
            yield piece
    if not stored and not inflater.eof:
        raise EOFError
