r"""How the styles of a workbook show numbers: as they are, as a moment, as a duration, filled up with zeros.

A cell names a style by its place; the style names a number format by its number (ECMA-376 18.8.45, 18.8.30). What
makes a format one of moments is decided as openpyxl, the reference, decides it: a `d`, `m`, `y`, `h` or `s` in its
first part, outside quotes and brackets.

>>> own = [("numFmts", {}), ("numFmt", {"numFmtId": "164", "formatCode": "[h]:mm"})]
>>> cells = [("cellXfs", {}), ("xf", {"numFmtId": "0"}), ("xf", {"numFmtId": "14"}), ("xf", {"numFmtId": "164"})]
>>> [style.manner.name for style in styles([*own, *cells])]
['NUMBER', 'MOMENT', 'DURATION']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Final

import attrs

__all__ = ["Manner", "Style", "Tag", "styles", "zero_padded"]

Tag = tuple[str, Mapping[str, str]]
"""A start tag: its name without a prefix, its attributes."""

_LOCALE: Final = re.compile(r"\[\$-[0-9A-Fa-f]+\]")
_TOKEN: Final = re.compile(r'(?P<place>[0#])|\\(?P<escaped>.)|"(?P<quoted>[^"]*)"|(?P<plain>[ \-()+])')
_ASIDE: Final = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_MOMENT: Final = re.compile(r"(?<![_\\])[dmhysDMHYS]")
_DURATION: Final = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_BUILT_IN: Final[Mapping[int, str]] = {
    **dict.fromkeys(range(14, 18), "d"),
    **dict.fromkeys((*range(18, 23), 45, 47), "h"),
    46: "[h]",
}
"""The formats of moments that every workbook has without saying so (ECMA-376 18.8.30)."""

_LONGEST: Final = 1000
"""Programs take 255 characters at most; the patterns above take long for very long ones."""

_SECTIONS: Final = ("numFmts", "cellStyleXfs", "cellXfs", "dxfs")


class Manner(Enum):
    """How a number is shown."""

    NUMBER = auto()
    MOMENT = auto()
    DURATION = auto()


@attrs.frozen(kw_only=True)
class Style:
    """How a style shows numbers; `padding` are the pieces of a format that fills them up with zeros."""

    manner: Manner = Manner.NUMBER
    padding: tuple[str, ...] | None = None


def styles(tags: Iterable[Tag]) -> tuple[Style, ...]:
    """Give the styles of cells in the order of their places, from the tags of the list of styles.

    ValueError where a number is none, or a format is longer than formats can be.
    """
    formats: dict[int, str] = {}
    numbers: list[int] = []
    section = ""
    for name, given in tags:
        if name in _SECTIONS:
            section = name
        elif name == "numFmt" and section == "numFmts":
            formats[int(given.get("numFmtId", ""))] = given.get("formatCode", "")
        elif name == "xf" and section == "cellXfs":
            numbers.append(int(given.get("numFmtId", "0")))
    made = {number: _style(formats.get(number, _BUILT_IN.get(number, ""))) for number in set(numbers)}
    return tuple(made[number] for number in numbers)


def _style(form: str) -> Style:
    if len(form) > _LONGEST:
        raise ValueError("no spreadsheet has so long a format")
    first = form.partition(";")[0]
    if not _MOMENT.search(_ASIDE.sub("", first)):
        return Style(padding=zero_padded(form))
    return Style(manner=Manner.DURATION if _DURATION.search(first) else Manner.MOMENT)


def zero_padded(form: str) -> tuple[str, ...] | None:
    r"""Take a number format apart that fills up with zeros and does nothing else; None for any other.

    Each piece is a place for a digit ("0") or a text that stands between.

    >>> zero_padded("00000"), zero_padded('0#" "##'), zero_padded("0.00"), zero_padded("#,##0"), zero_padded("dd/mm/yy")
    (('0', '0', '0', '0', '0'), ('0', '0', ' ', '0', '0'), None, None, None)
    """
    text = _LOCALE.sub("", form).partition(";")[0]
    pieces: list[str] = []
    at, zero = 0, False
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or (found["place"] == "#" and not zero):
            return None
        zero = zero or found["place"] == "0"
        between = found["escaped"] or found["quoted"] or found["plain"] or ""
        pieces.append("0" if found["place"] else between)
        at = found.end()
    if any(char.isdigit() for piece in pieces if piece != "0" for char in piece):
        return None
    return tuple(pieces) if pieces.count("0") > 1 else None
