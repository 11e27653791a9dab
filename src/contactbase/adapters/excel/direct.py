r"""The cells of an xlsx sheet taken straight from its text, where it is written as spreadsheet programs write it.

Programs write rows and cells always in the same words, so one pattern takes a whole row, its cells in the order of the
columns: several times as fast as any reader of XML, in bounded memory, and without a package. The pattern must account
for every byte between the first row and the last, each cell must stand in its row and under its column, and what
stands around the rows must be well-formed. Anything else raises `UnusualXmlError`, as do values that are not written in
the usual manner: another engine then reads the sheet from its beginning.

>>> sheet = DirectSheet(shared=["Nom"], styles=(), date1904=False)
>>> (some,) = sheet.batches([b'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>2.50</v></c>'
...                          b'</row></sheetData></worksheet>'])
>>> some.numbers, some.columns
([1], [['Nom'], [None], [2.5]])
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, Self
from xml.parsers import expat

from contactbase.adapters.excel.batch import Batch
from contactbase.adapters.excel.cells import CellReader
from contactbase.adapters.excel.places import column_letters, column_number
from contactbase.adapters.excel.scan import Scan, look, look_at_formulas
from contactbase.adapters.excel.styles import Style
from contactbase.adapters.excel.texts import UnusualXmlError

__all__ = ["DirectSheet"]

_MOST_COLUMNS: Final = 256
_MOST_ROWS: Final = 1 << 20
_LONGEST: Final = 1 << 24
"""The most bytes of a row, and of what stands before and behind the rows."""

_OPEN: Final = re.compile(rb"<sheetData\s*>\s*")
_CLOSE: Final = b"</sheetData>"
_ROW: Final = b"<row "
_COLUMN: Final = re.compile(rb'<c r="([A-Z]{1,3})[1-9]')
_ATTRIBUTES: Final = re.compile(rb'(?: [A-Za-z][\w.:]*="[^"<>&\x00-\x1f]*")* ?', re.ASCII)
_NAMES: Final = frozenset(("worksheet", "row", "c", "sheetData"))

_ABOUT: Final = rb'(?: [A-Za-z][A-Za-z:]*+="[^"<>&\x00-\x1f]*+")*+ ?+'
_WRITTEN: Final = rb"[^<&\x00-\x08\x0b-\x1f]*+"
_FORMULA: Final = rb"(?:<f%s(?:/>|>%s(?:&(?:amp|lt|gt|quot|apos);%s)*+</f>))?+" % (_ABOUT, _WRITTEN, _WRITTEN)
_VALUE: Final = rb'(?:<v>(?=[^<]*+</v></c>)|<is><t(?: xml:space="preserve")?+>(?=[^<]*+</t></is></c>))'
_CELL: Final = (
    rb'(?:<c r="%%s\1"(?:([^<>/]*+>%s%s)([^<]*+)</(?:v|t></is)></c>|%s(?:/>|>%s(?:<v ?+/>|<is><t ?+/></is>)?+</c>)))?+'
    % (*(_FORMULA, _VALUE, _ABOUT, _FORMULA),)
)
"""A cell of a column, perhaps: what is said about its value, and the value; both are empty where it has none."""

_USUAL: Final = rb'(?:<c r="%%s\1"(?:%%s([^<]*+)%%s</c>|%s/>))?+' % _ABOUT
_EMPTY: Final = rb'(?:<c r="%%s\1"%s/>)?+()' % _ABOUT
"""The same where it is known what is said, and where nothing is."""

_PATIENCE: Final = 4
_MOST_LEARNT: Final = 64
"""After so many pieces that were not as usual, and one more for every twenty that were, it is not tried again; nor is
it where there are more columns than this, whose pattern takes longer to make than it saves."""


def _row(cells: bytes) -> re.Pattern[bytes]:
    """Give the pattern of a row: its number, what is said about it, its cells; last, what is none."""
    return re.compile(rb'<row r="([1-9][0-9]*+)"([^<>/]*+)(?:/>|>%s</row>)\s*+|((?s:.+))' % cells)


@lru_cache(maxsize=16)
def _pattern(width: int) -> re.Pattern[bytes]:
    """Give the pattern of any row of so many columns, each a pair of what is said and the value."""
    return _row(b"".join(_CELL % column_letters(place).encode() for place in range(width)))


class _Rows(NamedTuple):
    """The numbers of some rows, and by column what is said about the cells (once, where it is the same), the values."""

    numbers: Sequence[bytes]
    cells: Sequence[tuple[bytes | Sequence[bytes], Sequence[bytes]]]


class _Usual(NamedTuple):
    """What is mostly said about the cells of each column, and the pattern of rows of nothing else: values alone."""

    said: Sequence[bytes]
    pattern: re.Pattern[bytes]

    @classmethod
    def of(cls, columns: Iterable[Sequence[bytes]]) -> Self:
        """Learn from what is said about the cells of some rows, by column."""
        counts = (Counter(words for words in column if words and b"<f" not in words) for column in columns)
        said = [next((words for words, _ in count.most_common(1)), b"") for count in counts]
        return cls(said, _row(b"".join(map(_usual_cell, range(len(said)), said))))


def _usual_cell(place: int, said: bytes) -> bytes:
    letters = column_letters(place).encode()
    if not said:
        return _EMPTY % letters
    return _USUAL % (letters, re.escape(said), b"</v>" if said.endswith(b"<v>") else b"</t></is>")


class DirectSheet:
    """Reads one sheet; `seen` tells afterwards what its values do not show."""

    def __init__(self, *, shared: Sequence[str], styles: Sequence[Style], date1904: bool) -> None:
        """Start; `shared` are the texts that cells point at, `styles` what their numbers of styles mean."""
        self.seen = Scan()
        self._reader = CellReader(shared, styles, date1904=date1904)
        self._usual: _Usual | None = None
        self._width, self._last = 1, 0
        self._met, self._missed = 0, 0

    def batches(self, pieces: Iterable[bytes]) -> Iterator[Batch]:
        """Give the rows in batches, from the text of the sheet in pieces cut anywhere; UnusualXmlError, see above."""
        left = iter(pieces)
        head, held = _head(left)
        look(head, self.seen)
        while (end := held.find(_CLOSE)) < 0:
            cut = held.rfind(_ROW)
            if cut > 0:
                yield self._batch(held[:cut])
                held = held[cut:]
            piece = next(left, b"")
            if not piece or len(held) > _LONGEST:
                raise UnusualXmlError("shape")
            held += piece
        if end:
            yield self._batch(held[:end])
        tail = _tail(held[end:], left)
        look(tail, self.seen)
        _check(head + tail)

    def _batch(self, text: bytes) -> Batch:
        taken = self._as_usual(text) or self._as_allowed(text)
        texts: dict[int, list[str]] = {}
        columns = []
        for place, (said, values) in enumerate(taken.cells):
            column, written = self._reader.column(said, values)
            columns.append(column)
            if written is not None:
                texts[place] = written
        return Batch(self._numbers(taken.numbers), columns, texts)

    def _as_usual(self, text: bytes) -> _Rows | None:
        """Take the rows in which each cell is said to be what most cells of its column were."""
        if self._usual is None:
            return None
        found = self._usual.pattern.findall(text)
        if found[-1][-1]:
            self._missed += 1
            self._usual = None
            return None
        self._met += 1
        numbers, about, *values, _rest = zip(*found, strict=True)
        _look(about, self.seen)
        return _Rows(numbers, list(zip(self._usual.said, values, strict=True)))

    def _as_allowed(self, text: bytes) -> _Rows:
        """Take any rows that are written in the usual manner, and learn from them what is usual in each column."""
        found = _pattern(self._width).findall(text)
        if found[-1][-1]:
            self._width = _width(text, self._width)
            found = _pattern(self._width).findall(text)
        if found[-1][-1]:
            raise UnusualXmlError("shape")
        numbers, about, *cells, _rest = zip(*found, strict=True)
        _look(about, self.seen)
        look_at_formulas(text, self.seen)
        if self._missed < _PATIENCE + self._met // 20 and self._width <= _MOST_LEARNT:
            self._usual = _Usual.of(cells[::2])
        return _Rows(numbers, list(zip(cells[::2], cells[1::2], strict=True)))

    def _numbers(self, rows: Sequence[bytes]) -> list[int]:
        """Give the numbers of the rows, which must stand in order."""
        numbers = list(map(int, rows))
        if numbers[0] <= self._last or numbers[-1] > _MOST_ROWS:
            raise UnusualXmlError("shape")
        if any(after <= before for before, after in pairwise(numbers)):
            raise UnusualXmlError("shape")
        self._last = numbers[-1]
        return numbers


def _look(about: Sequence[bytes], seen: Scan) -> None:
    """Check what is said about rows, and count those that are hidden."""
    said = set(about)
    if not all(map(_ATTRIBUTES.fullmatch, said)):
        raise UnusualXmlError("shape")
    hidden = {words for words in said if b' hidden="1"' in words or b' hidden="true"' in words}
    if hidden:
        seen.hidden_rows += sum(words in hidden for words in about)


def _width(text: bytes, known: int) -> int:
    """Give how many columns there are, in a text or known before; UnusualXmlError for more than are read here."""
    width = max((column_number(letters.decode()) + 1 for letters in set(_COLUMN.findall(text))), default=0)
    if width > _MOST_COLUMNS:
        raise UnusualXmlError("extent")
    return max(width, min(known + known // 4, _MOST_COLUMNS)) if width > known else known


def _head(pieces: Iterator[bytes]) -> tuple[bytes, bytes]:
    """Give what stands before the rows, and the text behind that."""
    held = b""
    for piece in pieces:
        held += piece
        found = _OPEN.search(held)
        if found is not None and found.end() < len(held):
            return held[: found.end()], held[found.end() :]
        if len(held) > _LONGEST:
            break
    raise UnusualXmlError("shape")


def _tail(text: bytes, pieces: Iterator[bytes]) -> bytes:
    """Give what stands behind the rows."""
    held = [text]
    size = len(text)
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _LONGEST:
            raise UnusualXmlError("shape")
    return b"".join(held)


def _check(around: bytes) -> None:
    """Check that what stands around the rows is well-formed, in UTF-8, and holds no rows of its own."""
    path: list[str] = []
    opened: list[list[str]] = []

    def start(name: str, _given: dict[str, str]) -> None:
        path.append(name)
        if name.rpartition(":")[2] in _NAMES:
            opened.append([*path])

    def end(_name: str) -> None:
        path.pop()

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            raise UnusualXmlError("shape")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.XmlDeclHandler = start, end, declared
    try:
        parser.Parse(around, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as error:
        raise UnusualXmlError("shape") from error
    if opened != [["worksheet"], ["worksheet", "sheetData"]]:
        raise UnusualXmlError("shape")
