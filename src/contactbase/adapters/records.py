r"""Text to records: lines cut into cells, batch by batch, as fast as they can be and none swallowed.

A piece without quotes is cut by `str.split`, one with quotes is read by `csv.reader` in strict mode, and what that
refuses is read by `quotes.read_record`, which knows where a quote was opened. A cell that is never closed costs the
lines up to the one it was opened on, and reading goes on with the line after. Line numbers are physical lines; LF, CR
and CRLF end a line, mixed as they may be. NULs are dropped and counted before anything else.

Bounds. Memory: a few times the longest record, or the text up to `LIMIT` that is searched for a closing quote.
Time: linear. Re-reading after broken quotes is paid from a budget that grows with the text; when it is spent, a quote
must close on its own line.

>>> reader = RecordReader(["a;b\n1;2\n"], Quoting(";", '"'))
>>> [(batch.lines, batch.records) for batch in reader]
[(range(1, 3), [['a', 'b'], ['1', '2']])]
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import Enum, auto
from typing import Any, Final, NamedTuple

from contactbase.adapters.pieces import PIECE, Pieces
from contactbase.adapters.quotes import Complete, Quoting, Stray, Unclosed, literal, read_record, repair

__all__ = ["Batch", "Flaw", "Flawed", "RecordReader"]

_BUDGET: Final = 1 << 24
_PER_LINE: Final = 16
_TRIAL: Final = 1 << 18
"""The budget while the width is not known: a sample is small."""

# What `str.splitlines` takes for line ends, and CSV does not.
_OTHER_ENDS: Final = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def _lines(piece: str) -> list[str]:
    """Cut a text after every LF, CR and CRLF."""
    if any(end in piece for end in _OTHER_ENDS):
        return list(io.StringIO(piece, newline=""))
    return piece.splitlines(keepends=True)


class Flaw(Enum):
    """What is wrong, or strange, about the quotes of a record; the last two leave it readable."""

    UNCLOSED = auto()
    STRAY = auto()
    REPAIRED = auto()
    SUSPECT = auto()


class Flawed(NamedTuple):
    """A flaw and the line where its quote was opened."""

    flaw: Flaw
    line: int


class Batch(NamedTuple):
    """Some records in order, the physical line on which each starts, and the flaws by index.

    `apostrophe`: whether some cell may begin with an apostrophe.
    """

    lines: Sequence[int]
    records: list[list[str]]
    flaws: Mapping[int, Flawed]
    apostrophe: bool


class RecordReader:
    """Reads records from pieces of text, once. `width` is the number of cells expected (0: not known yet)."""

    def __init__(
        self,
        texts: Iterable[str],
        how: Quoting,
        *,
        width: int = 0,
        line: int = 1,
        alike: Callable[[Sequence[str]], bool | None] = lambda _cells: None,
    ) -> None:
        """Start on a physical line; `texts` may be cut anywhere.

        `alike` knows a row of this file from other text, or says None.
        """
        self.pieces = Pieces(texts, line)
        self._how = how
        self._width = width
        self._alike = alike
        self._starts = frozenset(("", "\n", "\r", how.quote, how.delimiter, " " if how.skip_space else ""))
        self._budget = _BUDGET if width else _TRIAL
        self._frontier = 0
        self._folded = self._large = False
        self._doubtful = self._careful = self._breaks = 0
        self._lines: list[int] = []
        self._records: list[list[str]] = []
        self._flaws: dict[int, Flawed] = {}

    def __iter__(self) -> Iterator[Batch]:
        while piece := self.pieces.take():
            self._earn()
            batch = self._split(piece) if self._is_plain(piece) else self._walk(piece)
            if batch.records:
                yield batch

    def _earn(self) -> None:
        """Let the budget for re-reading grow with the text that is met for the first time."""
        met = self.pieces.met
        if met > self._frontier:
            self._budget = min(_BUDGET, self._budget + 4 * (met - self._frontier))
            self._frontier = met

    @property
    def _line(self) -> int:
        return self.pieces.line

    # Cutting lines into cells.

    def _is_plain(self, piece: str) -> bool:
        return not self._how.quote or self._how.quote not in piece

    def _split(self, piece: str) -> Batch:
        """Cut a piece without quotes: every line is a record."""
        delimiter = self._how.delimiter
        apostrophe = self._apostrophe(piece)
        if "\r" in piece:
            piece = piece.replace("\r\n", "\n").replace("\r", "\n")
        lines = piece.split("\n")
        if not lines[-1]:
            lines.pop()
        records = [line.split(delimiter) for line in lines] if delimiter else [[line] for line in lines]
        if self._how.skip_space:
            records = [[cell.lstrip(" ") for cell in record] for record in records]
        first = self._line
        self.pieces.line += len(lines)
        return Batch(range(first, self._line), records, {}, apostrophe)

    def _apostrophe(self, piece: str) -> bool:
        """Tell whether a cell may begin with an apostrophe: the start of a formula guard."""
        if "'" not in piece:
            return False
        before = [part[-1:] for part in piece.split("'")]
        before.pop()
        return not self._starts.isdisjoint(before)

    def _walk(self, piece: str) -> Batch:
        """Read a piece with quotes: at once where every line is a record, else one record after another."""
        lines = _lines(piece)
        self._large = len(piece) > 2 * PIECE
        apostrophe = self._apostrophe(piece)
        if not self._folded and self._trusts(0):
            with suppress(csv.Error):
                records = list(self._csv(lines))
                if len(records) == len(lines):
                    first = self._line
                    self.pieces.line += len(lines)
                    return Batch(range(first, self._line), records, {}, apostrophe)
        self._lines, self._records, self._flaws = [], [], {}
        self._careful = self._breaks = 0
        at, end = 0, len(lines)
        while at < end:
            if self._trusts(at):
                at = self._read(lines, at)
            if at < end:
                self._careful -= 1
                at, end = self._mend(lines, at)
        self.pieces.line += end
        self._folded = len(self._records) < end
        return Batch(self._lines, self._records, self._flaws, apostrophe)

    def _csv(self, lines: Iterable[str]) -> Any:
        return csv.reader(
            lines,
            delimiter=self._how.delimiter or "\0",
            quotechar=self._how.quote,
            skipinitialspace=self._how.skip_space,
            strict=True,
        )

    def _trusts(self, at: int) -> bool:
        """Tell whether `csv.reader` may go on from a line: not right after a broken quote, nor within its reach."""
        careful = self._careful > 0 or self._line + at <= self._doubtful
        return self._budget > 0 and not careful and not self._how.escape

    def _read(self, lines: list[str], at: int) -> int:
        """Read on with `csv.reader` up to a record that it refuses, or that runs away; give that record's line."""
        reader = self._csv(map(lines.__getitem__, range(at, len(lines))) if at else lines)
        start, base = at, at + self._line
        keep, place = self._records.append, self._lines.append
        try:
            for record in reader:
                end = start + reader.line_num
                if end - at > 1 and self._strange(lines, at, end, record):
                    return at
                keep(record)
                place(base + at - start)
                at = end
        except csv.Error:
            pass
        return at

    def _strange(self, lines: list[str], at: int, end: int, record: list[str]) -> bool:
        """Tell whether a record of several lines deserves a second look: wrong width, or whole rows inside it."""
        return bool(self._width) and (len(record) != self._width or self._is_rows(lines, at, end))

    def _is_rows(self, lines: list[str], at: int, end: int) -> bool:
        """Tell whether every line of a record would be a whole row by itself."""
        delimiter, width = self._how.delimiter, self._width
        return (
            width > 1
            and lines[at].count(delimiter) == width - 1
            and all(line.count(delimiter) == width - 1 for line in lines[at:end])
        )

    # Mending.

    def _mend(self, lines: list[str], at: int) -> tuple[int, int]:
        """Read one record by the book; give the line after it, and the number of lines that count as read."""
        if self._budget <= 0:
            return self._mend_line(lines, at)
        match read_record(lines, at, self._how, self._width):
            case Complete(cells, end):
                return self._take_or_break(lines, at, end, cells)
            case Unclosed(opened, before):
                if self.pieces.grow(sum(map(len, lines[at:])), self._how.quote, escape=self._how.escape):
                    return at, at
                return self._break(lines, at, self._culprit(at, opened, before), at + 1, Flaw.UNCLOSED)
            case Stray(opened, before, met):
                if opened == met == at and self._line + at > self._doubtful and self._repaired(lines[at], at):
                    return at + 1, len(lines)
                opened = self._culprit(at, opened, before)
                flaw = Flaw.STRAY if opened == met else Flaw.UNCLOSED
                return self._break(lines, at, opened, met + 1, flaw)

    def _mend_line(self, lines: list[str], at: int) -> tuple[int, int]:
        """Read one line by the book, once the budget is spent: a quote must close on its own line."""
        found = read_record((lines[at],), 0, self._how)
        if isinstance(found, Complete):
            return self._take_or_break(lines, at, at + 1, found.cells)
        flaw = Flaw.UNCLOSED if isinstance(found, Unclosed) else Flaw.STRAY
        return self._break(lines, at, at, at + 1, flaw)

    def _culprit(self, at: int, opened: int, before: int) -> int:
        """Tell on which line the quote was opened that was meant to be none.

        The last one opened, while the record has no more cells than it should; else the first line's, which is
        open at its end: later quotes only seemed to open cells.
        """
        return opened if before < (self._width or before + 1) else at

    def _take_or_break(self, lines: list[str], at: int, end: int, cells: list[str]) -> tuple[int, int]:
        """Take a whole record, unless it closed by chance.

        It did where it has another width than it should and its next line is a row; where each of its lines is a row
        like the others of this file; and where it is one of the lines that a broken quote had covered, with half a
        pair of quotes in it.
        """
        if self._line + at <= self._doubtful and end == at + 1 and lines[at].count(self._how.quote) % 2:
            return self._break(lines, at, at, end, Flaw.STRAY)
        if end - at > 1 and self._width:
            if len(cells) != self._width and self._is_row(lines[at + 1]):
                return self._break(lines, at, at, end, Flaw.UNCLOSED)
            if len(cells) == self._width and self._is_rows(lines, at, end):
                verdicts = {self._alike(literal((line,), self._how.delimiter)) for line in lines[at:end]}
                if verdicts == {True}:
                    return self._break(lines, at, at, end, Flaw.UNCLOSED)
                if False not in verdicts:
                    self._flaws[len(self._records)] = Flawed(Flaw.SUSPECT, self._line + at)
        self._add(cells, at)
        return end, len(lines)

    def _is_row(self, line: str) -> bool:
        found = read_record((line,), 0, self._how)
        even = line.count(self._how.quote) % 2 == 0
        return even and isinstance(found, Complete) and len(found.cells) == self._width

    def _repaired(self, line: str, at: int) -> bool:
        """Take a line whose only fault is that quotes inside its cells were not doubled."""
        cells = None if self._how.escape or self._how.skip_space else repair(line, self._how)
        if cells is None or (self._width and len(cells) != self._width):
            return False
        self._flaws[len(self._records)] = Flawed(Flaw.REPAIRED, self._line + at)
        self._add(cells, at)
        return True

    def _break(self, lines: list[str], at: int, opened: int, seen: int, flaw: Flaw) -> tuple[int, int]:
        """Give up the lines of a record up to the one where its quote was opened, and go on with the next."""
        self._flaws[len(self._records)] = Flawed(flaw, self._line + opened)
        self._add(literal(lines[at : opened + 1], self._how.delimiter), at)
        self._budget -= _PER_LINE * (seen - at)
        self._careful = 16 << min(self._breaks, 20)
        self._breaks += 1
        self._doubtful = max(self._doubtful, self._line + seen - 1)
        if not self._large:
            return opened + 1, len(lines)
        self.pieces.give_back(sum(map(len, lines[opened + 1 :])))
        return opened + 1, opened + 1

    def _add(self, cells: list[str], at: int) -> None:
        self._records.append(cells)
        self._lines.append(self._line + at)
