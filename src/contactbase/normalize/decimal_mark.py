"""Points, commas, spaces and apostrophes inside a number: which one is the decimal mark.

Rules: a space or an apostrophe groups digits; of point and comma, the last one after groups of the other is the
decimal mark; one that occurs several times groups; one that occurs once is the decimal mark unless exactly three
digits follow one to three others (`1.234`) or groups of another kind (`1 234.567`): half of the world then means
a thousand times what the other half reads. Groups are of
three digits, or of two and a last three in the Indian way. Source: CLDR number patterns; ISO 80000-1, 7.3.2.

>>> figures("1.234,56")
(Figure(mark=','),)
>>> [figure.implies for figure in figures("1.234")]
['.', ',']
>>> figures("12.34.56")
()
"""

from __future__ import annotations

import re
from typing import Final

import attrs

__all__ = ["Figure", "figures"]

_OTHER: Final = {".": ",", ",": ".", "": ""}
_ONE_MARK: Final = re.compile(r"(\d*)(?:([.,])(\d*))?", re.ASCII)
_GROUPED: Final = re.compile(r"([1-9]\d{0,2})(?:([ '.,])(\d{3}(?:\2\d{3})*))(?:([.,])(\d*))?", re.ASCII)
_INDIAN: Final = re.compile(r"([1-9]\d?)(,)(\d\d(?:,\d\d)*,\d{3})(?:(\.)(\d*))?", re.ASCII)
_NOT_DIGITS: Final = re.compile(r"\D", re.ASCII)


@attrs.frozen
class Figure:
    """One way to read a number: its digits before and after the decimal `mark` ("" where it has none).

    `implies` is the decimal mark of whoever writes so: a point between groups implies a comma.
    """

    whole: str = attrs.field(repr=False)
    fraction: str = attrs.field(repr=False)
    mark: str
    implies: str = attrs.field(default="", repr=False)


def figures(text: str) -> tuple[Figure, ...]:
    """Give every way to read digits and marks: none, one, or two where the mark is ambiguous."""
    if not text.strip(".,"):
        return ()
    simple = _ONE_MARK.fullmatch(text)
    if simple is not None:
        return _with_one_mark(simple[1], simple[2] or "", simple[3] or "")
    grouped = _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text)
    if grouped is None:
        return ()
    first, separator, rest, mark, fraction = grouped.groups()
    if mark == separator:
        return ()
    whole = first + _NOT_DIGITS.sub("", rest)
    figure = Figure(whole, fraction or "", mark or "", mark or _OTHER.get(separator, ""))
    if mark and separator not in _OTHER and len(fraction) == 3:
        return figure, Figure(whole + fraction, "", "", _OTHER[mark])
    return (figure,)


def _with_one_mark(whole: str, mark: str, fraction: str) -> tuple[Figure, ...]:
    figure = Figure(whole or "0", fraction, mark, mark)
    if len(fraction) == 3 and len(whole) in {1, 2, 3} and whole[0] != "0":
        return figure, Figure(whole + fraction, "", "", _OTHER[mark])
    return (figure,)
