"""How long an SMS is, exactly: encoding, units, segments, and which characters make it dear.

Convention: 160 septets alone and 153 in each part of a longer message (GSM 7-bit), 70 and 67 units of 16 bits (UCS-2),
after 3GPP TS 23.038 and 23.040. A character of two units (an escape and its code, a surrogate pair) is never split
between two parts, so a plain division is wrong. The text is counted as it is: decomposed accents stay so.

>>> measure("STOP au 36008")
Measure(encoding=<Encoding.GSM7: 'GSM7'>, units=13, segments=1, per_segment=(13,), offending=())
>>> dear = measure("Jusqu’au 30/11")
>>> dear.encoding.value, dear.units, dear.segments, dear.offending
('UCS2', 14, 1, (Offending(position=5, character='’', replacement="'"),))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

import attrs

from contactbase.campaign.alphabet import ALPHABETS, Alphabet, Cedilla
from contactbase.campaign.replacement import replacement_of

__all__ = ["Encoding", "Measure", "Offending", "measure", "split"]

_CHARACTER: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]|.", re.DOTALL)
"""One character: a surrogate pair that was left in two halves is one."""


_HALF: Final = re.compile("[\ud800-\udfff]")


class Encoding(StrEnum):
    """How the characters travel: 7 bits each, or 16."""

    GSM7 = "GSM7"
    UCS2 = "UCS2"


_ROOM: Final = {Encoding.GSM7: (160, 153), Encoding.UCS2: (70, 67)}
"""Units of a message of one segment, and of each segment of a longer one."""


class Offending(NamedTuple):
    """A character outside the GSM alphabet: where (from 0), and what could stand instead (None: nothing; "": drop)."""

    position: int
    character: str
    replacement: str | None


@attrs.frozen
class Measure:
    """The length of a text: `units` are septets (GSM7) or 16-bit units (UCS2), `per_segment` counts those of each."""

    encoding: Encoding
    units: int
    segments: int
    per_segment: tuple[int, ...] = ()
    offending: tuple[Offending, ...] = ()

    @property
    def room(self) -> int:
        """How many units the last segment still has."""
        alone, part = _ROOM[self.encoding]
        return alone if not self.per_segment else (alone if self.segments == 1 else part) - self.per_segment[-1]

    @property
    def characters(self) -> tuple[Offending, ...]:
        """The first of each offending character."""
        return tuple({one.character: one for one in reversed(self.offending)}.values())[::-1]


def measure(text: str, *, cedilla: Cedilla = Cedilla.STRICT) -> Measure:
    """Measure a text as it is; any text has a measure."""
    alphabet = ALPHABETS[cedilla]
    if alphabet.whole.issuperset(text):
        per_segment = _packed(_septets(text, alphabet), _ROOM[Encoding.GSM7])
        return Measure(Encoding.GSM7, sum(per_segment), len(per_segment), per_segment)
    pieces = _pieces(text)
    per_segment = _packed([_pairs(char) for _, char in pieces], _ROOM[Encoding.UCS2])
    offending = tuple(
        Offending(position, char, replacement_of(char, alphabet))
        for position, char in pieces
        if char not in alphabet.whole
    )
    return Measure(Encoding.UCS2, sum(per_segment), len(per_segment), per_segment, offending)


def split(text: str, *, cedilla: Cedilla = Cedilla.STRICT) -> tuple[str, ...]:
    """Give the text of each segment; together they are the text."""
    found = measure(text, cedilla=cedilla)
    extension = ALPHABETS[cedilla].extension
    parts: list[str] = []
    characters = iter([char for _, char in _pieces(text)])
    for room in found.per_segment:
        part, left = "", room
        while left:
            char = next(characters)
            left -= _pairs(char) if found.encoding is Encoding.UCS2 else 1 + (char in extension)
            part += char
        parts.append(part)
    return tuple(parts)


def _pieces(text: str) -> list[tuple[int, str]]:
    """Give each character with its position; two halves of a surrogate pair are one."""
    if _HALF.search(text) is None:
        return list(enumerate(text))
    return [(found.start(), found.group()) for found in _CHARACTER.finditer(text)]


def _septets(text: str, alphabet: Alphabet) -> list[int]:
    if alphabet.extension.isdisjoint(text):
        return [1] * len(text)
    return [2 if char in alphabet.extension else 1 for char in text]


def _pairs(char: str) -> int:
    """Count the 16-bit units of a character."""
    return 2 if char > "\uffff" or len(char) == 2 else 1


def _packed(costs: Sequence[int], room: tuple[int, int]) -> tuple[int, ...]:
    """Fill segments in order; give the units of each."""
    alone, part = room
    total = sum(costs)
    if total <= alone:
        return (total,) if total else ()
    if total == len(costs):
        whole, rest = divmod(total, part)
        return (part,) * whole + ((rest,) if rest else ())
    filled = [0]
    for cost in costs:
        if filled[-1] + cost > part:
            filled.append(0)
        filled[-1] += cost
    return tuple(filled)
