"""The time of day in a cell that writes a date, cut out of it.

Conventions: ISO 8601 and RFC 5322 times with their offset, `2:30 PM`, `14h30`, named zones. A leap second is the second
before it. Texts are plain and lower case without accents (`cell_text`).

>>> cut_clock("12/03/1985 a 14h30")
(True, Clock(hour=14, minute=30, second=0, offset=None), '12/03/1985')
>>> cut_clock("2024-03-12t25:00")
(True, None, '2024-03-12')
"""

from __future__ import annotations

import re
from typing import Final

import attrs

__all__ = ["EDGES", "Clock", "clock_of", "cut_clock", "offset_of"]

_ZONES: Final = {
    "z": 0,
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "wet": 0,
    "bst": 60,
    "west": 60,
    "cet": 60,
    "met": 60,
    "cest": 120,
    "mest": 120,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
"""Minutes east of UTC: RFC 5322 section 4.3 for North America, the zones of western and central Europe."""

_CLOCK: Final = re.compile(
    r"(?<![\d:])(\d{1,2})(?::(\d\d)(?::(\d\d)(?:[.,]\d+)?)?| ?h ?(?:(\d\d)(?: ?mi?n)?)?(?![a-z]))(?![\d:])"
    r"(?: ?([ap])\.? ?m\b\.?)?"
    rf"(?: ?({'|'.join(_ZONES)})\b)?"
    r"(?: ?([+-]\d\d:?(?:\d\d)?)(?![\d/.-]))?"
    r"(?: ?\([^()]*\))?",
    re.ASCII,
)
_JOINED: Final = re.compile(r"[ ,]+(?:a|at|alle|om|um)$", re.ASCII)
EDGES: Final = " ,.;@-/"
"""What may be left at either end of a date when its time is cut out."""


@attrs.frozen
class Clock:
    """A time of day; `offset` is minutes east of UTC, None for local time."""

    hour: int
    minute: int
    second: int
    offset: int | None = None


def cut_clock(text: str) -> tuple[bool, Clock | None, str]:
    """Tell whether a time is written, give it (None: the clock has no such time) and what remains of the cell."""
    found = _CLOCK.search(text) if ":" in text or "h" in text else None
    if found is None:
        return False, None, text
    hour, minute, second, minute_h, half, zone, offset = found.groups()
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(EDGES)
    rest = rest.removesuffix("t").strip(EDGES) if rest[-2:-1].isdigit() else rest
    rest = _JOINED.sub("", rest)
    east = None if zone is None else _ZONES[zone]
    if offset is not None:
        east = (east or 0) + (offset_of(offset) or 0)
    hours = _twenty_four(int(hour), half)
    return True, clock_of(hours, int(minute or minute_h or 0), int(second or 0), east), " ".join(rest.split())


def _twenty_four(hour: int, half: str | None) -> int:
    """Give the hour of the day; 99, which no clock has, for a morning hour above twelve."""
    if half is None:
        return hour
    if half == "a":
        return 99 if hour > 12 else hour % 12
    return hour if hour > 12 else hour % 12 + 12


def offset_of(text: str | None) -> int | None:
    """Give the minutes east of UTC of `+01:00`, `-0500`, `+02` or `z`."""
    if text is None:
        return None
    if text == "z":
        return 0
    minutes = int(text[1:3]) * 60 + int(text[3:].lstrip(":") or 0)
    return -minutes if text[0] == "-" else minutes


def clock_of(hour: int, minute: int, second: int, offset: int | None) -> Clock | None:
    """Give a time of day; None for one that no clock shows, or an offset of a day or more."""
    if hour > 23 or minute > 59 or second > 60 or abs(offset or 0) >= 24 * 60:
        return None
    return Clock(hour, minute, min(second, 59), offset)
