"""An amount taken apart: sign, digits, and what stands beside them.

Conventions: a minus before or behind, or parentheses, for what is owed; a currency before or behind; `12,-` and
`12.–` for round amounts; `12€50` as it is spoken. Whatever else stands in the cell makes it unreadable.

>>> take_apart("(1 234,50 €)")
Parts(negative=True, currency='€')
>>> take_apart("12 x 3") is None
True
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from contactbase.normalize.cell_text import without_accents

__all__ = ["Parts", "take_apart", "unfold_power"]

_SCIENTIFIC: Final = re.compile(r"([+-]?)(\d+)(?:[.,](\d+))?[eE]([+-]?\d{1,4})", re.ASCII)
"""Sign, digits before and after the mark, exponent."""
_LARGEST_POWER: Final = 30

_PARTS: Final = re.compile(r"(\D*?)((?:(?<![^\W\d_])[.,])?\d[\d.,' ]*)(.*)", re.ASCII | re.DOTALL)
_SPOKEN: Final = re.compile(r"€ ?(\d\d)", re.ASCII)
_ROUND: Final = re.compile(r"-{1,2}(?!\d)", re.ASCII)
_MARKS_OF_SIGN: Final = str.maketrans("", "", "-+()")
_SIGNED: Final = frozenset({"", "-", "+", "()"})


@attrs.frozen
class Parts:
    """`number` holds digits and marks only; `currency` what stood beside them, "" for nothing."""

    number: str = attrs.field(repr=False)
    negative: bool
    currency: str


def take_apart(text: str) -> Parts | None:
    """Give the parts of a plain cell that holds one amount, or None."""
    found = _PARTS.fullmatch(text.replace("’", "'"))
    if found is None:
        return None
    lead, number, tail = found[1], found[2].rstrip(" '"), found[3]
    spoken = _SPOKEN.fullmatch(tail)
    if spoken is not None and number.isdigit():
        number, tail = f"{number},{spoken[1]}", "€"
    if number[-1] in ".,":
        tail = _ROUND.sub("", tail, count=1)
    signs = "".join(char for char in lead + tail if char in "-+()")
    names = {_name(lead), _name(tail)} - {""}
    if signs not in _SIGNED or any(map(str.isdigit, tail)) or len(names) > 1 or "+" in tail:
        return None
    return Parts(number, signs in {"-", "()"}, names.pop() if names else "")


def _name(text: str) -> str:
    """Give what is left of a lead or tail without its signs, folded for looking it up."""
    return without_accents(text.translate(_MARKS_OF_SIGN)).strip(" .:'")


def unfold_power(text: str, decimals: int) -> Parts | str | None:
    """Give the parts of a number in scientific notation, the code that refuses it, or None for any other cell.

    Spreadsheets drop digits when they write so: unless all digits down to `decimals` are there, they are lost.
    """
    found = _SCIENTIFIC.fullmatch(text)
    if found is None:
        return None
    sign, whole, fraction, power = found[1], found[2], found[3] or "", int(found[4])
    if abs(power) > _LARGEST_POWER:
        return "amount.out-of-range"
    if power > 0 and len(fraction) - power < decimals:
        return "amount.lost-precision"
    digits = "0" * max(0, -power) + whole
    point = len(digits) - max(0, -power) + max(0, power)
    return Parts(f"{(digits + fraction)[:point]}.{(digits + fraction)[point:]}0000", negative=sign == "-", currency="")
