"""What the cells of a date column prove together: the order of day and month, serial numbers, time stamps.

A number above 12 cannot be a month, one above 31 no day: each numeric cell rules some orders out, and the column is
read in the order that no cell rules out. Rules, each reported with its counts and each overridden by a hint:

- one order fits every cell: it is taken; several fit: the custom of the region, `date.ambiguous-column`;
- no order fits every cell: the best one, if at most 1 % of at least 100 telling cells contradict it
  (`date.mostly-one-order`), else none, and cells that can be read in two ways are not read (`date.mixed-order`);
- 90 % of at least 3 cells are 5-digit numbers in the range of the field: Excel serial numbers of the 1900 system; that
  they are not of the 1904 system cannot be proven;
- every numeric date has a day above 12 and every ISO date one up to 12: a spreadsheet of another country turned the
  ones it could misread (`date.swapped-by-spreadsheet`);
- 90 % are 9, 10, 12 or 13 digits, most of them since 2001: seconds or milliseconds since 1970.

An ISO date is year-month-day whatever the column says, and proves nothing about the others.

>>> seen = DateEvidence()
>>> for cell in ("03/04/2024", "25/12/2023", "2024-05-06"):
...     seen.see(cell)
>>> hints, findings = seen.conclude(Hints())
>>> hints.date_order, [found.message for found in findings]
(<DateOrder.DMY: 'dmy'>, ['Dates are read as d/m/y: 1 of 3 cells can be nothing else, 1 could, none contradicts.'])
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, Self

import attrs

from contactbase.model.hints import DateOrder, Hints
from contactbase.model.journal import Finding
from contactbase.normalize.cell_text import LONGEST
from contactbase.normalize.date_bounds import Bounds, Meaning
from contactbase.normalize.date_formats import FIRST_YEAR, LAST_YEAR
from contactbase.normalize.date_order import ORDER_NAMES, customary
from contactbase.normalize.remark import remark

__all__ = ["DateEvidence"]

OVERWHELMING: Final = 100
"""Telling cells at least, and so many for each one that contradicts."""
_SHARE: Final = 0.9
_FEW: Final = 3
_MANY: Final = 20
_NO_MONTH: Final = "12"

_YEARS: Final = frozenset(str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1))
_MARKS: Final = frozenset("/.- ")
_LONGEST_DATE: Final = 10
_LONGEST_SPELLED: Final = 20
_LONGEST_SHORT: Final = 8
_HEADS: Final = 4096
"""Beginnings of dates that are counted apart; there are about 1,000 numeric ones in each style."""

_HEAD: Final = re.compile(r"(\d{1,2}) ?([/.\- ]) ?(\d{1,2}) ?\2 ?([<>]?)", re.ASCII)
_NUMERIC: Final = re.compile(r"(\d{1,2}) ?([/.\- ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)(?=$|[ T,])", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"\d{4}[/.-]\d{1,2}[/.-](\d{1,2})", re.ASCII)
_DAYS_AND_TIME: Final = re.compile(r"\d{5}[.,]\d+", re.ASCII)

_BITS: Final = {DateOrder.DMY: 1, DateOrder.MDY: 2, DateOrder.YMD: 4}
"""A cell's mask holds the orders that it does not rule out; 0 says nothing about the order."""
_SERIAL_ZERO: Final = dt.date(1899, 12, 30)
_UNIX_ZERO: Final = dt.date(1970, 1, 1)


_FULL, _EARLY, _LATE = "", "<", ">"
"""Four digits of the year; two digits that could be a day; two that could not."""


def _late_or_early(year: str) -> str:
    return _EARLY if year <= "31" else _LATE


def _mask(first: int, second: int, year: str) -> int:
    """Give the orders in which three numbers can be meant; 0 when none, or when all mean the same day."""
    if first == second and year == _FULL:
        return 0
    day_first = 1 <= first <= 31 and 1 <= second <= 12
    month_first = 1 <= first <= 12 and 1 <= second <= 31
    year_first = year == _EARLY and 1 <= second <= 12
    return 1 * day_first + 2 * month_first + 4 * year_first


@attrs.define
class DateEvidence:
    """The counts of one pass over a date column; `merge` adds those of another part of it."""

    iso: int = 0
    iso_late: int = 0
    other: int = 0
    short: int = 0
    heads: dict[str, int] = attrs.field(factory=dict, repr=False)
    masks: Counter[int] = attrs.field(factory=Counter)
    serials: Counter[str] = attrs.field(factory=Counter, repr=False)
    stamps: Counter[str] = attrs.field(factory=Counter, repr=False)
    old_stamps: int = 0

    def see(self, text: str) -> None:
        """Take one raw cell into account."""
        self.see_all((text,))

    def see_all(self, texts: Iterable[str]) -> None:
        """Take raw cells into account: ISO dates, the beginnings of dates with the year last, any other by itself."""
        heads: list[str] = []
        found = heads.append
        for text in texts:
            if text[-4:] in _YEARS and text[-5:-4] in _MARKS and text[4:5] != "-" and len(text) <= _LONGEST_DATE:
                found(text[:-4])
            elif text[4:5] == "-" and text[:4].isdigit():
                self.iso += 1
                self.iso_late += text[8:10] > _NO_MONTH
            else:
                self._see_rarer(text)
        for head, count in Counter(heads).items():
            self._count(head, count)

    def _see_rarer(self, text: str) -> None:
        """Take a cell into account that has a time, a short year, the name of a month, or is no date."""
        if len(text) > _LONGEST_DATE and ":" in text[:LONGEST]:
            text = text.partition(" ")[0]
        if text[-5:-4] in _MARKS and text[-4:] in _YEARS:
            head = text[:-4]
        elif text[-3:-2] in _MARKS and len(text) <= _LONGEST_SHORT and text[-2:].isdigit():
            head = text[:-2] + _late_or_early(text[-2:])
        else:
            self._look(text)
            return
        if head in self.heads or (len(self.heads) < _HEADS and len(text) <= _LONGEST_SPELLED):
            self.heads[head] = self.heads.get(head, 0) + 1
        else:
            self._look(text)

    def _count(self, head: str, count: int) -> None:
        """Count cells with one beginning before a year of four digits."""
        if head in self.heads or len(self.heads) < _HEADS:
            self.heads[head] = self.heads.get(head, 0) + count
        else:
            for _ in range(count):
                self._look(f"{head}{FIRST_YEAR}")

    def _look(self, text: str) -> None:
        """Count a cell that is none of the two commonest kinds."""
        if len(text) > LONGEST:
            text = text.strip()[:LONGEST]
        if text.isdigit() and text.isascii():
            self._look_digits(text)
            return
        text = text.strip()
        found = _NUMERIC.match(text)
        if found is not None:
            year = _FULL if len(found[4]) == 4 else _late_or_early(found[4])
            self.short += year != _FULL
            self.masks[_mask(int(found[1]), int(found[3]), year)] += 1
        elif (iso := _YEAR_FIRST.match(text)) is not None:
            self.iso += 1
            self.iso_late += int(iso[1]) > int(_NO_MONTH)
        elif _DAYS_AND_TIME.fullmatch(text):
            self.serials[text[:2]] += 1
        elif text:
            self.other += 1

    def _look_digits(self, text: str) -> None:
        length = len(text)
        if text[0] == "0" and length != 8:
            self.other += 1
        elif length == 5:
            self.serials[text[:2]] += 1
        elif length == 8:
            self._look_eight(text)
        elif length in {10, 13}:
            self.stamps[text[:4]] += 1
        elif length in {9, 12}:
            self.old_stamps += 1
        else:
            self.other += 1

    def _look_eight(self, text: str) -> None:
        if text[:4] in _YEARS and text[4:6] <= "12" and text[6:] <= "31":
            self.iso += 1
            self.iso_late += text[6:] > _NO_MONTH
        elif text[4:] in _YEARS:
            self.masks[_mask(int(text[:2]), int(text[2:4]), _FULL)] += 1
        else:
            self.other += 1

    def merge(self, other: Self) -> None:
        """Add what another pass over other cells of the same column has counted."""
        self.iso += other.iso
        self.iso_late += other.iso_late
        self.other += other.other
        self.short += other.short
        self.old_stamps += other.old_stamps
        self.masks.update(other.masks)
        self.serials.update(other.serials)
        self.stamps.update(other.stamps)
        for head, count in other.heads.items():
            self.heads[head] = self.heads.get(head, 0) + count

    @property
    def cells(self) -> int:
        """The cells that were not blank."""
        counted = sum(sum(counts.values()) for counts in (self.heads, self.masks, self.serials, self.stamps))
        return counted + self.iso + self.other + self.old_stamps

    def conclude(self, hints: Hints) -> tuple[Hints, tuple[Finding, ...]]:
        """Complete the hints by what the column proves; what is set stands.

        An order year-month-day says nothing about dates that end in a four-digit year, and is completed for them.
        """
        counted = self._conclude_counts(hints)
        if counted is not None:
            return counted
        short = self.short or any(head[-1:] in {_EARLY, _LATE} for head in self.heads)
        year_first_only = hints.date_order is DateOrder.YMD and not short
        if hints.date_order is not None and not year_first_only:
            return hints, ()
        masks = self._masks()
        order, findings = _judge(masks, self.cells, hints)
        completed = hints if order is None else attrs.evolve(hints, date_order=order)
        return completed, findings + self._swapped(masks, hints)

    def _swapped(self, masks: Counter[int], hints: Hints) -> tuple[Finding, ...]:
        """Suspect a spreadsheet that turned every date it could misread, and left the others as text.

        Among 20 days and more of each kind, chance leaves none up to 12 once in 10,000 columns at most.
        """
        left, turned = sum(masks.values()), self.iso - self.iso_late
        certain = left >= _MANY and masks[_BITS[DateOrder.DMY]] + masks[_BITS[DateOrder.MDY]] == left
        if not certain or turned < _MANY or OVERWHELMING * self.iso_late > turned:
            return ()
        return (remark("date.swapped-by-spreadsheet", hints.field, left=left, turned=turned),)

    def _masks(self) -> Counter[int]:
        """Give how many cells leave which orders open; those that say nothing are left out."""
        masks = Counter(self.masks)
        for head, count in self.heads.items():
            found = _HEAD.fullmatch(head)
            if found is not None:
                masks[_mask(int(found[1]), int(found[3]), found[4])] += count
        del masks[0]
        return masks

    def _conclude_counts(self, hints: Hints) -> tuple[Hints, tuple[Finding, ...]] | None:
        """Conclude that the column counts days or seconds, or None."""
        cells, serials, stamps = self.cells, sum(self.serials.values()), sum(self.stamps.values())
        enough = max(_FEW, _SHARE * cells)
        if serials >= enough and hints.excel_epoch is None and self._serials_fit(hints):
            found = remark("column.serial-dates", hints.field, count=serials, cells=cells)
            return attrs.evolve(hints, excel_epoch=1900), (found,)
        both = stamps + self.old_stamps
        if both >= enough and 2 * self.old_stamps < stamps and not hints.unix_time and self._stamps_fit(hints):
            found = remark("column.unix-time", hints.field, count=both, cells=cells, zone=hints.zone)
            return attrs.evolve(hints, unix_time=True), (found,)
        return None

    def _serials_fit(self, hints: Hints) -> bool:
        """Tell whether 99 % of the serial numbers lie, by their thousands, in the range of the field."""
        first, last = _range(hints)
        low, high = (first - _SERIAL_ZERO).days // 1000, (last - _SERIAL_ZERO).days // 1000
        inside = sum(count for head, count in self.serials.items() if low <= int(head) <= high)
        return inside >= 0.99 * sum(self.serials.values())

    def _stamps_fit(self, hints: Hints) -> bool:
        """Tell the same of seconds since 1970, by their millions."""
        last = (_range(hints)[1] - _UNIX_ZERO).days * 86_400 // 1_000_000
        inside = sum(count for head, count in self.stamps.items() if int(head) <= last)
        return inside >= 0.99 * sum(self.stamps.values())


def _range(hints: Hints) -> tuple[dt.date, dt.date]:
    """Give the first and last day that a column of numbers may hold to be taken for dates."""
    bounds = Bounds.of(hints.field, hints.as_of)
    last = dt.date(2050, 1, 1) if hints.as_of is None else hints.as_of
    if bounds.meaning in {Meaning.TERM, Meaning.ANY}:
        last = dt.date(min(last.year + 50, 9999), 1, 1)
    return max(bounds.first, dt.date(1920, 1, 1)), last


def _judge(masks: Counter[int], cells: int, hints: Hints) -> tuple[DateOrder | None, tuple[Finding, ...]]:
    """Give the order that the cells leave open, and the finding that says how sure that is."""
    total = sum(masks.values())
    if not total:
        return None, ()
    custom = customary(hints.region, short=masks[4] + masks[5] + masks[6] + masks[7] == total)
    orders = sorted(_BITS, key=lambda order: order is not custom)
    against = {order: sum(count for mask, count in masks.items() if not mask & _BITS[order]) for order in orders}
    best = min(orders, key=lambda order: against[order])
    proofs = masks[_BITS[best]]
    details: dict[str, str | int] = {"order": ORDER_NAMES[best], "ambiguous": total - against[best] - proofs}
    if against[best]:
        telling = proofs + against[best]
        mostly = telling >= OVERWHELMING and against[best] * OVERWHELMING <= telling
        code = "date.mostly-one-order" if mostly else "date.mixed-order"
        found = remark(code, hints.field, fitting=proofs, against=against[best], **details)
        return best if mostly else DateOrder.MIXED, (found,)
    if sum(not count for count in against.values()) > 1:
        return best, (remark("date.ambiguous-column", hints.field, region=hints.region, **details),)
    return best, (remark("column.date-order", hints.field, proofs=proofs, cells=cells, **details),)
