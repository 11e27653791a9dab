r"""The lines of a text that comes in pieces, with their numbers; none may be endless.

LF, CR and CRLF end a line, mixed as they may be, as in `records`; the end itself is not given.

>>> list(numbered_lines(["a\r", "\nb\n\nc"], "people.vcf"))
[(1, 'a'), (2, 'b'), (3, ''), (4, 'c')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from contactbase.errors import ReadError

__all__ = ["LONGEST", "Nuls", "numbered_lines"]

LONGEST: Final = 1 << 24
"""Characters of the longest line that is read."""


def numbered_lines(texts: Iterable[str], name: str, *, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, from 1; ReadError for a line of more than `longest` characters."""
    number, begun = 1, [""]
    held = 0
    for lines in _pieces(texts):
        begun.append(lines[0])
        held += len(lines[0])
        if held > longest or any(len(line) > longest for line in lines):
            raise ReadError(
                f"{name} has a line of more than {longest // 1_000_000} million characters (line {number} or after). "
                "It is damaged, or of another format."
            )
        if len(lines) == 1:
            continue
        lines[0] = "".join(begun)
        for line in lines[:-1]:
            yield number, line
            number += 1
        begun, held = [lines[-1]], len(lines[-1])
    if held:
        yield number, "".join(begun)


def _pieces(texts: Iterable[str]) -> Iterator[list[str]]:
    """Cut every piece at its line ends; a CR that ends a piece waits for the next one."""
    waiting = ""
    for text in texts:
        piece = waiting + text
        waiting = "\r" if piece.endswith("\r") else ""
        piece = piece[: len(piece) - len(waiting)]
        if "\r" in piece:
            piece = piece.replace("\r\n", "\n").replace("\r", "\n")
        yield piece.split("\n")
    if waiting:
        yield ["", ""]


class Nuls:
    r"""Takes NULs out of lines, and counts them; `line` is that of the first.

    >>> nuls = Nuls()
    >>> list(nuls.removed([(1, "a"), (2, "b\0\0")])), nuls.count, nuls.line
    ([(1, 'a'), (2, 'b')], 2, 2)
    """

    def __init__(self) -> None:
        """Start with none."""
        self.count = self.line = 0

    def removed(self, lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Yield the lines without NULs."""
        for number, line in lines:
            if "\0" in line:
                self.line = self.line or number
                self.count += line.count("\0")
                yield number, line.replace("\0", "")
            else:
                yield number, line
