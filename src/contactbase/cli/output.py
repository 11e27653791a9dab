"""Standard output as bytes of UTF-8, whatever the locale of the shell."""

from __future__ import annotations

import sys
from collections.abc import Iterable

__all__ = ["write_text"]


def write_text(pieces: Iterable[str]) -> None:
    """Write pieces of text, line ends as they are."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()
