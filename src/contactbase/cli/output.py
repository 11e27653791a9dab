"""Standard output as bytes of UTF-8, whatever the locale of the shell."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from contactbase.adapters.atomic import write_bytes

__all__ = ["give", "write_text"]


def give(text: str, out: str | None) -> None:
    """Write a text and the end of its last line into a file, whole or not at all; None and `-`: standard output."""
    ended = text if text.endswith("\n") else text + "\n"
    if out in {None, "-"}:
        write_text([ended])
    else:
        write_bytes(str(out), [ended.encode("utf-8", "xmlcharrefreplace")])


def write_text(pieces: Iterable[str]) -> None:
    """Write pieces of text, line ends as they are."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()
