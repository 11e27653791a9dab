"""In which encoding a file is written: byte-order mark, strict UTF-8, UTF-16 by its NULs, then the letters.

Detection reads the whole file, in pieces, in linear time and bounded memory: a file that is valid UTF-8 up to its
last gigabyte may still not be UTF-8. Decoding is strict, never `errors="ignore"`. A file that is UTF-8 but for a few
bytes (two exports pasted together) is read as UTF-8 with those bytes as cp1252, and says so. UTF-32, and a file that
claims UTF-16 and is not, are refused.

>>> from contactbase.adapters.encoding import detect
>>> detect(lambda: ["Prénom;Nom".encode("cp1252")], "clients.csv").codec
'cp1252'
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import Final

import attrs

from contactbase.adapters.letters import Contexts, best
from contactbase.errors import ReadError

__all__ = ["Encoding", "Evidence", "check", "count_line_ends", "count_strays", "decode", "detect", "given"]

Chunks = Callable[[], Iterable[bytes]]
"""Opens the file anew and gives its bytes in pieces."""


class Evidence(StrEnum):
    """What an encoding was recognized by."""

    GIVEN = "given"
    ASCII = "ascii"
    BOM = "byte-order mark"
    UTF8 = "valid UTF-8"
    MIXED = "mostly UTF-8"
    NULS = "NULs"
    LETTERS = "letters"


@attrs.frozen(kw_only=True)
class Encoding:
    """A codec of Python, and what it was recognized by; `sure` is False where the letters do not decide."""

    codec: str
    evidence: Evidence
    sure: bool = True


_UTF32: Final = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII: Final = bytes(range(128))
_FOLLOWERS: Final = bytes(range(0x80, 0xC0))
_NUL_SHARE = 0.1

# A stray byte 0xNN of a mostly-UTF-8 file comes out of `surrogateescape` as U+DCNN; this reads it as cp1252.
_STRAY: Final = {0xDC00 + byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_STRAYS = re.compile("[\udc80-\udcff]")


def count_line_ends(text: str) -> int:
    """Count LF, CR and CRLF, each as one line end."""
    if "\r" not in text:
        return text.count("\n")
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def detect(chunks: Chunks, name: str) -> Encoding:
    """Find the encoding of a file; ReadError for UTF-32, and for a mark of UTF-16 that the file does not keep."""
    head = _head(chunks())
    if head.startswith(_UTF32) and len(head) % 4 == 0:
        raise ReadError(f"{name} is written in UTF-32, which is not read here. Save it as UTF-8.")
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return _marked(chunks, codec, name)
    by_nuls = _utf16_by_nuls(head)
    if by_nuls:
        return _utf16(chunks, Encoding(codec=by_nuls, evidence=Evidence.NULS), name)
    return _without_mark(chunks)


def given(codec: str, name: str) -> Encoding:
    """Take the encoding that the caller names; ReadError when Python knows no such text encoding."""
    try:
        "".encode(codec)
        known = codecs.lookup(codec).name
        codecs.getincrementaldecoder(known)
    except (LookupError, ValueError, UnicodeError) as error:
        raise ReadError(
            f"There is no encoding called {codec!r} to read {name} with. Write for example utf-8 or cp1252."
        ) from error
    return Encoding(codec="utf-8" if known == "utf-8-sig" else known, evidence=Evidence.GIVEN)


def check(chunks: Chunks, encoding: Encoding, name: str) -> None:
    """Decode the whole file; ReadError names the line of the first byte that the encoding cannot read."""
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    lines, last = 1, ""
    try:
        for text in _decoded(decoder, chunks()):
            lines += count_line_ends(last + text) - count_line_ends(last)
            last = text[-1]
    except UnicodeDecodeError as error:
        readable = bytes(error.object[: error.start]).decode(encoding.codec, "replace")
        lines += count_line_ends(last + readable) - count_line_ends(last)
        raise ReadError(
            f"{name} is not written in {encoding.codec}: line {lines} cannot be read in it. "
            "Leave the encoding out to have it found, or name another."
        ) from error
    except UnicodeError as error:
        raise ReadError(f"{name} is not written in {encoding.codec} ({error}). Leave the encoding out.") from error


def decode(chunks: Iterable[bytes], encoding: Encoding, name: str) -> Iterator[str]:
    """Give the text of a file, piece by piece, without its byte-order mark."""
    errors = "surrogateescape" if encoding.evidence is Evidence.MIXED else "strict"
    texts = _decoded(codecs.getincrementaldecoder(encoding.codec)(errors), chunks)
    try:
        first = next(texts, "").removeprefix("\ufeff")
        for text in chain((first,), texts):
            if errors == "strict" or not _STRAYS.search(text):
                yield text
            else:
                yield text.translate(_STRAY)
    except UnicodeError as error:
        raise ReadError(f"{name} changed while it was read. Read it again.") from error


def count_strays(chunks: Iterable[bytes], encoding: Encoding) -> tuple[int, int]:
    """Count the bytes of a mostly-UTF-8 file that are none, and give the line of the first (0: there is none)."""
    count, first, lines, last = 0, 0, 1, ""
    for text in _decoded(codecs.getincrementaldecoder(encoding.codec)("surrogateescape"), chunks):
        if not first and (stray := _STRAYS.search(text)) is not None:
            before = text[: stray.start()]
            first = lines + count_line_ends(last + before) - count_line_ends(last)
        count += len(_STRAYS.findall(text))
        lines += count_line_ends(last + text) - count_line_ends(last)
        last = text[-1]
    return count, first


def _decoded(decoder: codecs.IncrementalDecoder, chunks: Iterable[bytes]) -> Iterator[str]:
    for chunk in chunks:
        text = decoder.decode(chunk)
        if text:
            yield text
    rest = decoder.decode(b"", final=True)
    if rest:
        yield rest


def _head(chunks: Iterable[bytes], size: int = 4096) -> bytes:
    head = b""
    for chunk in chunks:
        head += chunk[:size]
        if len(head) >= size:
            break
    return head[:size]


def _marked(chunks: Chunks, codec: str, name: str) -> Encoding:
    """Hold a file to its byte-order mark."""
    if codec != "utf-8":
        return _utf16(chunks, Encoding(codec=codec, evidence=Evidence.BOM), name)
    evidence = Evidence.BOM if _decodes(chunks, "utf-8") else Evidence.MIXED
    return Encoding(codec="utf-8", evidence=evidence)


def _utf16(chunks: Chunks, encoding: Encoding, name: str) -> Encoding:
    """Refuse what cannot be decoded as UTF-16, and what then is full of NULs: it is UTF-32 under another mark."""
    characters = nuls = 0
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    try:
        for text in _decoded(decoder, chunks()):
            characters += len(text)
            nuls += text.count("\0")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} claims to be UTF-16 and is not. Save it as UTF-8.") from error
    if nuls > _NUL_SHARE * characters:
        raise ReadError(f"{name} claims to be UTF-16 and is not: it is full of NULs. Save it as UTF-8.")
    return encoding


def _utf16_by_nuls(head: bytes) -> str | None:
    """Recognize UTF-16 without a mark: Latin text has a NUL in every second byte, always on the same side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _decodes(chunks: Chunks, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        for _ in _decoded(decoder, chunks()):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _without_mark(chunks: Chunks) -> Encoding:
    plain = True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chain(chunks(), (b"",)):
            if not plain or not chunk.isascii():
                plain = False
                decoder.decode(chunk, final=not chunk)
    except UnicodeDecodeError:
        return _by_letters(chunks)
    return Encoding(codec="utf-8", evidence=Evidence.ASCII if plain else Evidence.UTF8)


def _by_letters(chunks: Chunks) -> Encoding:
    """Choose among the eight-bit encodings; mostly UTF-8 is UTF-8."""
    contexts = Contexts()
    sequences = others = 0
    for chunk in chunks():
        contexts.add(chunk)
        high = chunk.translate(None, _ASCII)
        followers = len(high) - len(high.translate(None, _FOLLOWERS))
        inside = _SEQUENCE.findall(chunk) if 3 * followers > len(high) else []
        sequences += len(inside)
        others += len(high) - sum(map(len, inside))
    if sequences > others:
        return Encoding(codec="utf-8", evidence=Evidence.MIXED)
    codec, sure = best(contexts)
    return Encoding(codec=codec, evidence=Evidence.LETTERS, sure=sure)
