"""Whole numbers: how many orders, children, points.

`12`, `12.0` (how pandas writes a count in a column with gaps), `1 200`; a number with a fraction is refused, and so is
`1.200`, unless the column's decimal mark says what the point is. At most 15 digits.

>>> [normalize(cell).values for cell in ("12", "12.0", "1 200", "-3")]
[(12,), (12,), (1200,), (-3,)]
>>> [normalize(cell).findings[0].code for cell in ("12.5", "1.200", "1E+05")]
['amount.not-whole', 'amount.ambiguous-mark', 'amount.lost-precision']
"""

from __future__ import annotations

import re
from typing import Final, Self

import attrs

from contactbase.model.hints import Hints
from contactbase.normalize.amount import MOST_DIGITS, refusal
from contactbase.normalize.amount_evidence import AmountEvidence
from contactbase.normalize.amount_text import take_apart, unfold_power
from contactbase.normalize.cell_text import plain
from contactbase.normalize.decimal_mark import figures
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remark import remark
from contactbase.normalize.several import read_lines

__all__ = ["NUMBER", "column", "normalize"]

_FAST: Final = re.compile(r"-?\d{1,15}(?:\.0)?", re.ASCII)


@attrs.frozen
class _Reader:
    field: str | None
    mark: str | None

    @classmethod
    def of(cls, hints: Hints) -> Self:
        """Bind the hints; ValueError for a mark that is no decimal mark."""
        if hints.decimal_mark not in {None, ".", ","}:
            raise ValueError(f'decimal_mark is ".", "," or None, not {hints.decimal_mark!r}.')
        return cls(hints.field, hints.decimal_mark)

    def read(self, text: str) -> Normalized[int]:
        """Read any cell."""
        form = read_lines(text, self.read, code="amount.several-in-cell", field=self.field)
        if form is not None:
            return form
        text = plain(text)
        if not text:
            return Normalized()
        read = refusal(text) or self._whole(text)
        if isinstance(read, str):
            return Normalized((), (remark(read, self.field),))
        return Normalized((read,))

    def _whole(self, text: str) -> int | str:
        """Give the number, or the code that refuses it."""
        parts = unfold_power(text, 0) or take_apart(text)
        if isinstance(parts, str):
            return parts
        readings = figures(parts.number) if parts is not None and not parts.currency else ()
        if parts is None or not readings:
            return "amount.unreadable"
        if len(readings) > 1 and self.mark is None:
            return "amount.ambiguous-mark"
        figure = next((reading for reading in readings if reading.implies == self.mark), readings[0])
        if figure.fraction.strip("0"):
            return "amount.not-whole"
        digits = figure.whole.lstrip("0") or "0"
        if len(digits) > MOST_DIGITS:
            return "amount.out-of-range"
        return -int(digits) if parts.negative else int(digits)


def column(hints: Hints) -> Cell[int]:
    """Give the function that reads the cells of a column; ValueError for a wrong decimal mark."""
    reader = _Reader.of(hints)

    def cell(text: str) -> Normalized[int]:
        if _FAST.fullmatch(text) is not None:
            return Normalized((int(text.removesuffix(".0")),))
        return reader.read(text)

    return cell


NUMBER: Final = FieldNormalizer(
    name="number",
    fields=("orders", "count"),
    column=column,
    text=str,
    evidence=AmountEvidence,
)
_NO_HINTS: Final = Hints()


def normalize(text: str, hints: Hints = _NO_HINTS) -> Normalized[int]:
    """Read one whole number."""
    return _Reader.of(hints).read(text)
