r"""One record read by the book (RFC 4180), saying exactly where a quote goes wrong.

`csv.reader` does this faster and gives the same cells; it cannot say where a quote was opened, refuses cells above
a limit that is global to the process, and swallows the rest of a file after a quote that is never closed. So it
reads what it can, and this reads what it refused.

>>> read_record(['a,"b\n', 'c"\n'], 0, Quoting(",", '"'))
Complete(cells=['a', 'b\nc'], end=2)
>>> read_record(['a,"b\n', 'c,d\n'], 0, Quoting(",", '"'))
Unclosed(opened=0, before=1)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["Complete", "Quoting", "Stray", "Unclosed", "literal", "read_record", "repair"]

_LINE_END: Final = "\r\n"


class Quoting(NamedTuple):
    """The delimiter ("" : one column), the quote, and two manners of writing; see `Dialect`."""

    delimiter: str
    quote: str
    escape: bool = False
    skip_space: bool = False


class Complete(NamedTuple):
    """A whole record, and the index of the line after it."""

    cells: list[str]
    end: int


class Unclosed(NamedTuple):
    """The lines ran out inside a quoted cell, opened on this line; `before` cells of the record stand before it."""

    opened: int
    before: int


class Stray(NamedTuple):
    """A quoted cell, opened on a line, whose closing quote (on line `met`) no delimiter follows.

    Or, opened on an earlier line than `met`, one that ran away: quotes of later records seem to open cells of this one.
    """

    opened: int
    before: int
    met: int


class _Cell(NamedTuple):
    """A quoted cell: its text, and the line and position after its closing quote."""

    text: str
    line: int
    position: int


def read_record(lines: Sequence[str], start: int, how: Quoting, most: int = 0) -> Complete | Unclosed | Stray:
    """Read the record that starts on a line; lines keep their line ends. Linear in the text it covers.

    `most` is the number of cells that a record can have (0: any): a further one of several lines has run away.
    """
    cells: list[str] = []
    index, position = start, 0
    while True:
        line = lines[index]
        stop = _stop(line)
        if how.skip_space:
            while position < stop and line[position] == " ":
                position += 1
        if how.quote and line.startswith(how.quote, position, stop):
            cell = _quoted(lines, index, position + 1, how)
            if cell is None:
                return Unclosed(index, len(cells))
            opened, before = index, len(cells)
            cells.append(cell.text)
            index, position = cell.line, cell.position
            stop = _stop(lines[index])
            if most and before >= most and index > opened:
                return Stray(start, before, opened)
            if position < stop and not (how.delimiter and lines[index].startswith(how.delimiter, position)):
                return Stray(opened, before, index)
        else:
            end = line.find(how.delimiter, position, stop) if how.delimiter else -1
            end = stop if end < 0 else end
            cells.append(line[position:end])
            position = end
        if position >= stop:
            return Complete(cells, index + 1)
        position += 1


def _stop(line: str) -> int:
    """Where the line end of a line begins."""
    stop = len(line)
    while stop and line[stop - 1] in _LINE_END:
        stop -= 1
    return stop


def _quoted(lines: Sequence[str], index: int, position: int, how: Quoting) -> _Cell | None:
    """Read from after an opening quote to after the closing one; None when the lines run out."""
    marks = re.compile(rf"[\\{re.escape(how.quote)}]" if how.escape else re.escape(how.quote))
    parts: list[str] = []
    while True:
        line = lines[index]
        found = marks.search(line, position)
        if found is None:
            parts.append(line[position:])
            index, position = index + 1, 0
            if index == len(lines):
                return None
            continue
        at = found.start()
        follower = line[at + 1 : at + 2]
        if line[at] != how.quote:
            kept = follower if follower in ("\\", how.quote) else "\\" + follower
            parts.append(line[position:at] + kept)
            position = at + 1 + len(follower)
        elif follower == how.quote:
            parts.append(line[position : at + 1])
            position = at + 2
        else:
            parts.append(line[position:at])
            return _Cell("".join(parts), index, at + 1)


def literal(lines: Sequence[str], delimiter: str) -> list[str]:
    """Give the text of lines as it stands, cut at every delimiter, every quote kept: the cells of a reject."""
    text = "".join(lines).rstrip(_LINE_END)
    return text.split(delimiter) if delimiter else [text]


def repair(line: str, how: Quoting) -> list[str] | None:
    """Read a line whose quoted cells hold quotes that nobody doubled; None where a cell has no end.

    A quote closes a cell only where a delimiter or the line's end follows, so `"Jean "Jeannot" B",Lyon` has two cells.
    """
    stop = _stop(line)
    cells: list[str] = []
    position = 0
    while True:
        if not line.startswith(how.quote, position, stop):
            end = line.find(how.delimiter, position, stop) if how.delimiter else -1
            end = stop if end < 0 else end
            cells.append(line[position:end])
        else:
            close = _closing(line, position + 1, stop, how)
            if close is None:
                return None
            cells.append(line[position + 1 : close].replace(how.quote * 2, how.quote))
            end = line.find(how.delimiter, close, stop) if how.delimiter else -1
            end = stop if end < 0 else end
        if end >= stop:
            return cells
        position = end + 1


def _closing(line: str, position: int, stop: int, how: Quoting) -> int | None:
    """Find the quote after which, spaces apart, a delimiter or the line's end follows, and that is not half a pair."""
    start, at = position, line.find(how.quote, position, stop)
    while at >= 0:
        if at > position and line[at - 1] != how.quote:
            start = at  # where this run of quotes begins
        after = _after_spaces(line, at + 1, stop)
        ends = after == stop or (bool(how.delimiter) and line.startswith(how.delimiter, after))
        if ends and (at - start) % 2 == 0:
            return at
        at = line.find(how.quote, at + 1, stop)
    return None


def _after_spaces(line: str, position: int, stop: int) -> int:
    while position < stop and line[position] == " ":
        position += 1
    return position
