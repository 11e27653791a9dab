r"""One pass over the text of a worksheet: how far its cells reach at most, and what a reader of values does not see.

calamine lays a sheet out as one rectangle: a file of 5 kB with one cell at XFD1048576 makes it ask for 512 GiB, and
the process is aborted (python-calamine#130). So the rectangle is bounded first, on the text itself, wherever the file
says that its cells end. References are compared with a pattern that admits the columns and rows met so far; one beyond
widens it. A cell that is written in another way than spreadsheet programs do (`<c r="B7"`) makes the sheet not plain.

>>> scan([b'<row r="1"><c r="A1"><v>1</v></c><c r="C1"><f>A1</f><v>1</v></c></row>']).area
26
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import attrs

__all__ = ["Scan", "in_order", "look", "look_at_formulas", "scan"]

_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_NAME: Final = re.compile(rb"<c[A-Za-z]")
_PREFIXED: Final = re.compile(rb"<[^<>\s\"':/]+:c[\s/>]")
_FORMULA: Final = re.compile(
    rb"<c (?P<about>[^>]*)>\s*<f(?:\s[^>]*?)?(?:/>|>[^<]*</f>)\s*(?P<value><v>[^<]|<v\s*/>|<v></v>)?"
)
_ROW: Final = re.compile(rb"<(?:[^<>\s\"':/]+:)?row\s(?:[^>]*?\s)?r=[\"'](\d{1,10})[\"']")
_HIDDEN: Final = re.compile(rb'<(row|col)\s[^>]*\bhidden="(?:1|true)"[^>]*>')
_SPAN: Final = re.compile(rb'\b(min|max)="(\d{1,6})"')
_MERGED: Final = re.compile(rb'<mergeCell\s+ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"')
_MOST_MERGED: Final = 100_000
_LONGEST: Final = 1 << 24


@attrs.define(kw_only=True)
class Scan:
    """What a worksheet holds: the bound of its rectangle, and what its values do not show.

    `plain`: every cell is written in the usual manner, so that `area` can be trusted. `uncached` are formulas whose
    result was never stored; `longest_row` is the most bytes of XML between the ends of two rows, give or take a piece
    (`run`: since the last end); `merged` the corners of merged ranges, as they are written.
    """

    rows: int = 0
    columns: int = 0
    size: int = 0
    plain: bool = True
    errors: bool = False
    formulas: int = 0
    uncached: int = 0
    run: int = 0
    longest_row: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    merged: list[tuple[str, str]] = attrs.field(factory=list)

    @property
    def area(self) -> int:
        """The most cells that the rectangle around all cells can have; up to a few times what it has."""
        return self.rows * self.columns


def scan(pieces: Iterable[bytes]) -> Scan:
    """Look through the text of a worksheet, in pieces cut anywhere."""
    found = Scan()
    reach = _Reach()
    for piece in _whole_cells(pieces):
        found.plain = reach.take(piece) and found.plain and not _is_prefixed(piece)
        _look(piece, found)
        found.size += piece.end - piece.start
    found.rows, found.columns = reach.rows, reach.columns
    return found


def in_order(pieces: Iterable[bytes]) -> bool:
    """Tell whether the rows of a sheet stand in order, as the format wants and openpyxl takes for granted."""
    last, held = 0, b""
    for text in pieces:
        cut = text.rfind(b"<")
        for row in _ROW.finditer(held + text[:cut]):
            if int(row[1]) <= last:
                return False
            last = int(row[1])
        held = text[cut:]
    return True


class _Piece(NamedTuple):
    """A part of some bytes, which is not copied for the mere looking."""

    text: bytes
    start: int
    end: int

    def holds(self, mark: bytes) -> bool:
        return self.text.find(mark, self.start, self.end) >= 0


def _whole_cells(pieces: Iterable[bytes]) -> Iterator[_Piece]:
    """Cut the text before cells, so that each stands whole in one piece."""
    held = b""
    for text in pieces:
        first, last = text.find(b"<c "), text.rfind(b"<c ")
        if first < 0 and len(held) < _LONGEST:
            held += text
            continue
        seam = held + text[: max(first, 0)]
        yield _Piece(seam, 0, len(seam))
        yield _Piece(text, max(first, 0), last if last >= 0 else len(text))
        held = text[last:] if last >= 0 else b""
    yield _Piece(held, 0, len(held))


def _is_prefixed(piece: _Piece) -> bool:
    """Tell whether a cell has a prefix; colons that all stand in the spans of rows, as Excel writes them, are none."""
    if piece.text.count(b":", *piece[1:]) == piece.text.count(b' spans="1:', *piece[1:]):
        return False
    return piece.holds(b":c") and _PREFIXED.search(*piece) is not None


class _Reach:
    """How far references reach: the letters and digits met so far, as a pattern of what lies beyond."""

    def __init__(self) -> None:
        self._letters, self._letter = 1, b"A"
        self._digits, self._digit = 1, b"1"
        self._met = False
        self._beyond = self._pattern()

    @property
    def columns(self) -> int:
        """The most columns that the pattern admits; 0 without any cell."""
        first = self._letter[0] - 64
        return (0, 26, 26 + 26 * first, 702 + 676 * first)[self._letters] if self._met else 0

    @property
    def rows(self) -> int:
        """The most rows that the pattern admits."""
        return min((self._digit[0] - 47) * 10 ** (self._digits - 1) - 1, 1 << 20) if self._met else 0

    def _pattern(self) -> re.Pattern[bytes]:
        letters = rb"[A-Z]"
        if self._letters > 1:
            letters += rb"|[A-Z]{2}" if self._letters > 2 else b""
            letters += rb"|[A-%s][A-Z]{%d}" % (self._letter, self._letters - 1)
        digits = rb"[1-%s][0-9]{%d}" % (self._digit, self._digits - 1)
        if self._digits > 1:
            digits += rb"|[1-9][0-9]{0,%d}" % (self._digits - 2)
        return re.compile(rb'<c(?! r="(?:%s)(?:%s)")' % (letters, digits))

    def take(self, piece: _Piece) -> bool:
        """Widen the reach by a piece; False where a cell is not written as spreadsheet programs do."""
        text, at, end = piece
        self._met = self._met or piece.holds(b"<c ")
        while (beyond := self._beyond.search(text, at, end)) is not None:
            at = beyond.start()
            cell = _CELL.match(text, at)
            if cell is not None:
                self._widen(*cell.groups())
            elif _NAME.match(text, at):
                at += 2
            else:
                return False
        return True

    def _widen(self, letters: bytes, digits: bytes) -> None:
        if len(letters) > 1:
            self._letters, self._letter = max((self._letters, self._letter), (len(letters), letters[:1]))
        self._digits, self._digit = max((self._digits, self._digit), (len(digits), digits[:1]))
        self._beyond = self._pattern()


def look(text: bytes, found: Scan) -> None:
    """Count what stands around the rows of a sheet: hidden columns, merged ranges."""
    _look(_Piece(text, 0, len(text)), found)


def look_at_formulas(text: bytes, found: Scan) -> None:
    """Count the formulas of whole cells."""
    _formulas(_Piece(text, 0, len(text)), found)


def _look(piece: _Piece, found: Scan) -> None:
    """Count what a piece shows; each search is made only where a mark of it, quick to find, is met."""
    if piece.holds(b"#") and piece.holds(b't="e"'):
        found.errors = True
    _formulas(piece, found)
    if piece.holds(b' hidden="1"') or piece.holds(b' hidden="true"'):
        _hidden(piece, found)
    below = piece.text.rfind(b"</row>", piece.start, piece.end)
    found.run = piece.end - below if below >= 0 else found.run + piece.end - piece.start
    found.longest_row = max(found.longest_row, found.run)
    below = max(below, piece.start)
    if piece.text.find(b"<mergeCell ", below, piece.end) >= 0:
        for first, last in _MERGED.findall(piece.text, below, piece.end)[:_MOST_MERGED]:
            found.merged.append((first.decode(), last.decode()))


def _formulas(piece: _Piece, found: Scan) -> None:
    if not (piece.holds(b"</f>") or piece.holds(b"<f ")):
        return
    for formula in _FORMULA.finditer(*piece):
        found.formulas += 1
        value = formula["value"]
        empty = value is None or not value.startswith(b"<v>") or value == b"<v></v>"
        found.uncached += value is None or (empty and b't="str"' not in formula["about"])


def _hidden(piece: _Piece, found: Scan) -> None:
    for tag in _HIDDEN.finditer(*piece):
        if tag[1] == b"row":
            found.hidden_rows += 1
        else:
            span = {name: int(number) for name, number in _SPAN.findall(tag[0])}
            found.hidden_columns += max(0, min(span.get(b"max", 0), 1 << 14) - span.get(b"min", 0) + 1)
