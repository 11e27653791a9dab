r"""What a spreadsheet has destroyed in a column, told by the types of its cells: zeros, digits, dates.

A spreadsheet takes what looks like a number for one: `0612345678` loses its zero, a card number of 16 digits its last
one, `3-4` becomes the third of April. None of that can be undone; it can be said, column by column, with the first row.

>>> tally = ColumnTally()
>>> tally.take((612345678.0, 145678901.0), ("612345678", "145678901"), (2, 3))
>>> [found.code for found in tally.findings("Tél. portable", "clients.xlsx")]
['excel.leading-zeros-lost']
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import attrs

from contactbase.adapters.excel.values import EXACT, CellError, ShownText
from contactbase.model.journal import Finding, finding
from contactbase.model.source import SourceRef

__all__ = ["ColumnTally"]

_NUMBERS: Final = frozenset((int, float))
_DAYS: Final = frozenset((dt.date, dt.datetime))
_LEAP: Final = dt.date(1900, 3, 1)
"""Before it, serial numbers are off by one: Excel has a 29 February 1900 (ECMA-376 18.17.4.1)."""

_MOMENTS: Final = frozenset((dt.datetime,))
_LEAP_MOMENT: Final = dt.datetime.combine(_LEAP, dt.time.min)

_SCIENTIFIC: Final = re.compile(r"\d(?:[.,]\d+)?E\+\d{2,3}", re.ASCII | re.IGNORECASE)
_TEXT_DATE: Final = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?:\s.*)?", re.ASCII)
_PHONES: Final = re.compile(r"\btel|phone|mobile|portable|gsm|\bfixe\b|\bfax\b|msisdn|\bcell|whatsapp|\bsms\b")
_POSTCODES: Final = re.compile(r"\bcp\b|post|zip|\bplz\b")
_COMPANY: Final = {"siret": 14, "siren": 9}
_RARE: Final = 5
_DIGITS: Final = 15
_MARKED: Final[dict[type, str]] = {CellError: "excel.error-cells", ShownText: "excel.zeros-restored"}


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.lower())
    return "".join(char for char in folded if not unicodedata.combining(char)).replace("_", " ")


@attrs.define(kw_only=True)
class ColumnTally:
    """The cells of one column, counted by type, and how many `texts` are filled.

    `marks` is, by code, how often and in which row first.
    """

    texts: int = 0
    kinds: Counter[type] = attrs.field(factory=Counter)
    lengths: Counter[int] = attrs.field(factory=Counter)
    marks: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    first_date: int = 0
    first_number: int = 0
    day_beyond: bool = False
    text_beyond: int = 0

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return self.kinds.total() - self.kinds[type(None)] - self.kinds[str] + self.texts

    def take(
        self, cells: Sequence[Any], written: Sequence[str], rows: Sequence[int], present: Collection[type] = ()
    ) -> None:
        """Count some cells of the column, each with its text and the number of its row; an empty one is None or "".

        `present` are the types of the cells, where they are known.
        """
        present = present or set(map(type, cells))
        texts: Sequence[str] = ()
        if len(present) == 1:
            self.kinds[next(iter(present))] += len(cells)
            texts = list(filter(None, written)) if str in present else ()
        else:
            self.kinds.update(map(type, cells))
            texts = [cell for cell in cells if cell and cell.__class__ is str] if str in present else ()
        for kind, code in _MARKED.items():
            if kind in present:
                for row in (row for cell, row in zip(cells, rows, strict=True) if cell.__class__ is kind):
                    self._mark(code, row)
        if not _NUMBERS.isdisjoint(present):
            self._numbers(cells, written, rows, present)
        if not _DAYS.isdisjoint(present) or dt.time in present:
            self._days(cells, rows, present)
        if str in present:
            self.texts += len(texts)
            self._texts(texts, cells, rows)

    def _mark(self, code: str, row: int) -> None:
        count, first = self.marks.get(code, (0, row))
        self.marks[code] = count + 1, first

    def _numbers(
        self, cells: Sequence[Any], written: Sequence[str], rows: Sequence[int], present: Collection[type]
    ) -> None:
        numbers = written
        if not _NUMBERS.issuperset(present):
            numbers = [text for cell, text in zip(cells, written, strict=True) if cell.__class__ in _NUMBERS]
        self.lengths.update(map(len, filter(str.isdecimal, numbers)))
        if not self.first_number:
            self.first_number = next(row for cell, row in zip(cells, rows, strict=True) if cell.__class__ in _NUMBERS)
        if max(map(len, numbers)) > _DIGITS:
            for cell, row in zip(cells, rows, strict=True):
                if isinstance(cell, int | float) and not abs(cell) < EXACT:
                    self._mark("excel.digits-lost", row)

    def _days(self, cells: Sequence[Any], rows: Sequence[int], present: Collection[type]) -> None:
        if self.day_beyond and present == _MOMENTS and min(cells) >= _LEAP_MOMENT:
            return  # nothing that is not known already
        for cell, row in zip(cells, rows, strict=True):
            if cell.__class__ in _DAYS:
                day = cell.date() if cell.__class__ is dt.datetime else cell
                self.first_date = self.first_date or row
                self.day_beyond = self.day_beyond or day.day > 12
                if day < _LEAP:
                    self._mark("excel.date-before-calendar", row)
            elif cell.__class__ is dt.time and cell == dt.time.min:
                self._mark("excel.date-before-calendar", row)

    def _texts(self, texts: Sequence[str], cells: Sequence[Any], rows: Sequence[int]) -> None:
        together = "\n".join(texts)
        if "E+" in together or "e+" in together:
            for cell, row in zip(cells, rows, strict=True):
                if cell.__class__ is str and _SCIENTIFIC.fullmatch(cell.strip()):
                    self._mark("excel.scientific-notation", row)
        if self.first_date:
            found = (_TEXT_DATE.fullmatch(text) for text in texts)
            self.text_beyond += sum(1 for parts in found if parts and max(int(parts[1]), int(parts[2])) > 12)

    def findings(self, name: str, file: str) -> Iterator[Finding]:
        """Say what was destroyed in the column of this name."""
        for code, count, row in self._found(name):
            yield finding(code, source=SourceRef(file=file, line=row, column=name), count=count, line=row)

    def _found(self, name: str) -> Iterator[tuple[str, int, int]]:
        for code, (count, row) in sorted(self.marks.items()):
            yield code, count, row
        shortened = self._shortened(_plain(name))
        if shortened:
            yield "excel.leading-zeros-lost", shortened, self.first_number
        dates = sum(self.kinds[kind] for kind in _DAYS)
        if dates and not self.day_beyond and self.text_beyond:
            yield "excel.dates-half-read", dates, self.first_date
        elif dates and dates * _RARE < self.filled - dates:
            yield "excel.dates-among-others", dates, self.first_date

    def _shortened(self, name: str) -> int:
        """Tell how many numbers must have lost something at their beginning."""
        if _PHONES.search(name):
            return self.lengths.total()
        if _POSTCODES.search(name):
            return self.lengths[4] if self.lengths[5] or self.lengths[4] < self.filled / 2 else 0
        digits = next((digits for word, digits in _COMPANY.items() if word in name), 0)
        return sum(count for length, count in self.lengths.items() if length < digits)
