r"""Whole lines of a text that comes in pieces cut anywhere, without its NULs, some of them given back and taken again.

LF, CR and CRLF end a line, mixed as they may be. NULs are dropped and counted.

>>> pieces = Pieces(["Nom;Vi", "lle\r", "\nPetit;Lyon"])
>>> pieces.take()
'Nom;Ville\r\nPetit;Lyon'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from contactbase.adapters.encoding import count_line_ends
from contactbase.errors import ReadError

__all__ = ["LIMIT", "LINE_ENDS", "PIECE", "Pieces", "skip_lines"]

PIECE: Final = 1 << 15
"""Small enough that the rows of a piece die before the garbage collector looks at them."""

LIMIT: Final = 1 << 24
"""The most characters that are looked ahead: a quote that is not closed within them counts as never closed."""

LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")


def skip_lines(texts: Iterable[str], count: int) -> Iterator[str]:
    """Leave out the first physical lines of a text that comes in pieces."""
    pieces = iter(texts)
    held = ""
    while count and (piece := next(pieces, None)) is not None:
        text = held + piece
        held = "\r" if text.endswith("\r") else ""
        for found in LINE_ENDS.finditer(text.removesuffix(held)):
            count -= 1
            if not count:
                yield text[found.end() :]
                held = ""
                break
    yield from pieces


class Pieces:
    """Gives the lines of a text in pieces, each of whole lines; `line` is that of the text not taken yet."""

    def __init__(self, texts: Iterable[str], line: int = 1) -> None:
        """Start on a physical line; nothing is read yet."""
        self.line = line
        self.nuls = 0
        self.first_nul = 0
        self.unterminated = False
        self._texts = iter(texts)
        self._text = ""
        self._position = 0
        self._dropped = 0
        self._held = ""
        self._ended = False
        self._want = PIECE
        self._beyond = 0

    @property
    def met(self) -> int:
        """How many characters have been taken; less after some were given back."""
        return self._dropped + self._position

    def take(self) -> str:
        """Give the next piece: about as many characters as wanted, more than were given back to grow; "" at the end."""
        while True:
            self._fill()
            end = len(self._text)
            if not self._ended or end - self._position > self._want:
                end = self._cut(self._position + self._want)
            if end > self._position + self._beyond or (self._ended and end == len(self._text)):
                return self._taken(end)
            if self._want >= 2 * LIMIT:
                raise ReadError(f"Line {self.line} is longer than {self._want} characters: this is not a table.")
            self._want *= 2

    def give_back(self, size: int) -> None:
        """Take back the last characters of a piece, whole lines of them; they will be given again."""
        self._position -= size

    def grow(self, size: int, quote: str, *, escape: bool) -> bool:
        """Take back the last characters of a piece, in which a quoted cell is open, to give more with them.

        False, and nothing is taken back, when its closing quote does not come before the end of the text, or within
        `LIMIT`. `escape`: a backslash stands before a quote that does not close.
        """
        closed = self._closed(size, quote, escape=escape)
        if closed is None:
            self._want = PIECE
            return False
        self._position -= size
        line_end = LINE_ENDS.search(self._text, closed)
        self._want = (line_end.end() if line_end else 2 * len(self._text)) - self._position
        self._beyond = size
        return True

    def _taken(self, end: int) -> str:
        piece = self._text[self._position : end]
        self._position = end
        self._want, self._beyond = PIECE, 0
        self.unterminated = bool(piece or self.unterminated) and not piece.endswith(("\n", "\r"))
        return piece

    def _fill(self) -> None:
        """Have at least so much text as wanted, unless there is no more; it never ends between CR and LF."""
        missing = self._want - (len(self._text) - self._position)
        if missing <= 0 or self._ended:
            return
        parts = [self._text[self._position :]]
        while missing > 0 and not self._ended:
            text = next(self._texts, None)
            self._ended = text is None
            text = self._held + (text or "")
            self._held = "\r" if text.endswith("\r") and not self._ended else ""
            text = text.removesuffix(self._held)
            if "\0" in text:
                text = self._without_nuls(parts, text)
            parts.append(text)
            missing -= len(text)
        self._dropped += self._position
        self._text = "".join(parts)
        self._position = 0

    def _without_nuls(self, before: list[str], text: str) -> str:
        if not self.nuls:
            upto = text[: text.index("\0")]
            self.first_nul = self.line + sum(map(count_line_ends, before)) + count_line_ends(upto)
        self.nuls += text.count("\0")
        return text.replace("\0", "")

    def _cut(self, limit: int) -> int:
        """Find the end of the last whole line up to a position (one further, between CR and LF)."""
        text, start = self._text, self._position
        end = max(text.rfind("\n", start, limit), text.rfind("\r", start, limit)) + 1
        return end + 1 if end and text[end - 1] == "\r" and text[end : end + 1] == "\n" else end

    def _closed(self, size: int, quote: str, *, escape: bool) -> int | None:
        """Find where the cell is closed that is open at the end of the piece taken: after quotes that are not pairs."""
        runs = re.compile(re.escape(quote) + "+")
        at = self._position
        while True:
            for run in runs.finditer(self._text, at):
                if run.end() == len(self._text) and not self._ended:
                    break
                if (run.end() - run.start() - (escape and _is_escaped(self._text, run.start()))) % 2:
                    return run.end()
                at = run.end()
            if self._ended or len(self._text) - self._position + size > LIMIT:
                return None
            reach = at - self._position
            self._position -= size
            self._want = 2 * max(PIECE, len(self._text) - self._position)
            self._fill()
            self._position += size
            at = self._position + reach


def _is_escaped(text: str, position: int) -> bool:
    """Tell whether a backslash before a position is not itself one of a pair."""
    before = position
    while before and text[before - 1] == "\\":
        before -= 1
    return (position - before) % 2 == 1
