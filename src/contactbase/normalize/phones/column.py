"""A column of phone cells, and the short way that most of them take.

A cell that holds one number in digits, spaces and the usual separators is answered by its beginning (see
`beginnings`); every other cell goes the whole way (see `cell`), and is remembered. `open_slow_column` goes the whole
way for every cell and asks libphonenumber about every number: it is what the fast column is tested against.

>>> fast, slow = open_column(Hints(region="FR")), open_slow_column(Hints(region="FR"))
>>> fast("06 92 12 34 56") == slow("06 92 12 34 56")
True
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import attrs

from contactbase.model.contact import Phone
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, finding
from contactbase.normalize.normalized import MAKE, Cell, Made, Normalized, setter
from contactbase.normalize.phones.beginnings import Beginnings
from contactbase.normalize.phones.cell import LONGEST_CELL, PhoneCell
from contactbase.normalize.phones.cell_reading import FEWEST_OF_TWO
from contactbase.normalize.phones.diagnosis import diagnose
from contactbase.normalize.phones.plain_cell import looks_like_amount
from contactbase.normalize.phones.ranges import KEYS_IN_A_ROW, PATTERNED_TAILS
from contactbase.normalize.phones.remarks import remarks
from contactbase.normalize.phones.resolving import Answer, FastPlans, ReferencePlans, Resolver
from contactbase.normalize.phones.shape import Shape
from contactbase.normalize.remember import remember

__all__ = ["open_column", "open_slow_column"]

_MARKS: Final = dict.fromkeys(map(ord, "\u00a0\u2009\u202f.-()"))
_OF_ONE_NUMBER: Final = "0123456789+ .-()\u00a0\u2009\u202f"
_LONGEST_DATE: Final = 8


def open_column(hints: Hints) -> Cell[Phone]:
    """Give the function that reads the cells of one column."""
    region, field = hints.region.upper(), hints.field
    beginnings = _beginnings(region, field)
    whole = remember(PhoneCell(region, field, hints.list_separator, _plans(), beginnings.resolve).read)
    if hints.list_separator and not hints.list_separator.strip(_OF_ONE_NUMBER):
        return whole
    return _through_beginnings(beginnings, whole)


def open_slow_column(hints: Hints) -> Cell[Phone]:
    """Give a function of the same answers that takes no short way and asks libphonenumber about every number."""
    region, plans = hints.region.upper(), ReferencePlans()
    resolver = Resolver(region, plans)
    return PhoneCell(region, hints.field, hints.list_separator, plans, resolver.resolve_digits).read


@lru_cache(maxsize=1)
def _plans() -> FastPlans:
    """Give the numbering plans; they are what the installed metadata says, so one will do."""
    return FastPlans()


@lru_cache(maxsize=64)
def _beginnings(region: str, field: str | None) -> Beginnings:
    """Give what is known of the beginnings of numbers, which are nobody's data and the same for every column."""
    plans = _plans()

    def remark(shape: Shape, answer: Answer | None) -> tuple[Finding, ...]:
        if answer is not None and answer.kind is not None:
            return remarks(answer.codes, answer.kind, answer.region, field)
        code, details = diagnose(shape, answer, region, plans)
        return (attrs.evolve(finding(code, field=field), details=details),)

    return Beginnings(Resolver(region, plans), remark)


def _through_beginnings(beginnings: Beginnings, whole: Cell[Phone]) -> Cell[Phone]:
    """Answer a cell by the beginning of its number where that decides, and by reading it as a whole otherwise."""
    by_length, find = beginnings.by_length, beginnings.find_entry
    new = object.__new__
    make: Made[Phone] = MAKE
    set_e164, set_kind = setter(Phone, "e164"), setter(Phone, "kind")
    set_region, set_extension = setter(Phone, "region"), setter(Phone, "extension")

    def read(text: str) -> Normalized[Phone]:
        digits = text.replace(" ", "")
        try:
            known = by_length[len(digits)]
            entry = known.get(digits[:4]) or known.get(digits[:6])
            if entry is None:
                digits = _without_marks(digits)
                known = by_length[len(digits)]
                entry = known.get(digits[:4]) or known.get(digits[:6]) or find(digits)
                if entry is None or not _is_one_number(text, digits):
                    return whole(text)
        except IndexError:
            return whole(text)
        start, head, kind, region, findings, _ = entry
        if kind is None:
            return Normalized((), findings) if findings and _is_only_this(text, digits) else whole(text)
        tail = digits[start:]
        if not tail.isdigit() or not tail.isascii() or tail == KEYS_IN_A_ROW:
            return whole(text)
        if tail[-1] == tail[-3] and tail[-6:] in PATTERNED_TAILS:
            return whole(text)
        phone = new(Phone)
        set_e164(phone, head + tail)
        set_kind(phone, kind)
        set_region(phone, region)
        set_extension(phone, None)
        return make(Normalized, ((phone,), findings))

    return read


def _without_marks(digits: str) -> str:
    """Take out the marks that people put between digits, beside spaces."""
    if not digits.isascii():
        return digits.translate(_MARKS)
    return digits.replace(".", "").replace("-", "").replace("(", "").replace(")", "")


def _is_only_this(text: str, digits: str) -> bool:
    """Tell whether the whole chain, too, would give up on these digits: no zero to leave out, nothing to part."""
    return len(digits) < FEWEST_OF_TWO and "(" not in text and ".0" not in text


def _is_one_number(text: str, digits: str) -> bool:
    """Tell whether the whole chain, too, would read a cell as these digits: no date, no amount, not too long."""
    if len(digits) <= _LONGEST_DATE and ("." in text or "-" in text):
        return False
    return len(text) <= LONGEST_CELL and not looks_like_amount(text)
