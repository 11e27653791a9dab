"""Streets: house number and words, abbreviations written out, whatever stands beside them in other lines.

>>> from contactbase.model.contact import Contact
>>> one, other = (("12, bd du Gal Leclerc",), ("12 boulevard du Général LECLERC", "Bât. B"))
>>> street_value(Contact(id="c-1", address=one)).key == street_value(Contact(id="c-2", address=other)).key
True
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.matching.names import fold_name
from contactbase.model.contact import Contact
from contactbase.model.text import Text
from contactbase.normalize.data.street_words import COMPLEMENTS, SMALL, TITLES, WAYS

__all__ = ["STREET", "Street", "compare", "street_key", "street_value"]

_LEVELS: Final = (
    Level("same", Text("the same street and number", "la même rue et le même numéro"), 0.72, 0.82, 0.00002),
    Level("close", Text("nearly the same street", "presque la même rue"), 0.12, 0.04, 0.0002),
    Level("street", Text("the same street, another number", "la même rue, un autre numéro"), 0.03, 0.02, 0.003),
    Level("different", Text("another street", "une autre rue"), 0.13, 0.12, 0.9968),
)
_SAME, _CLOSE, _STREET, _DIFFERENT = range(1, 5)
_NUMBER: Final = re.compile(r"[0-9]+")
_LONGEST: Final = 200
_REMEMBERED: Final = 1 << 14
_LAST: Final = frozenset(
    "street st road rd avenue ave place pl court ct crescent cres drive dr close lane ln way circuit cct terrace tce"
    " parade pde grove gardens square highway hwy boulevard blvd strasse str weg platz straat laan via calle".split()
)
"""Types of way that stand behind the name in other languages than French."""


class Street(NamedTuple):
    """The house number (""), the words of the street that matter, and the words of the other lines."""

    number: str
    words: tuple[str, ...]
    beside: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """House number and last word: what survives every abbreviation."""
        return self.number, self.words[-1] if self.words else ""


def street_value(contact: Contact) -> Street | None:
    """Give the street of a contact; None where no line says one."""
    return _street(contact.address) if contact.address else None


def _street(lines: tuple[str, ...]) -> Street | None:
    if not lines:
        return None
    if len(lines) == 1:
        number, words = _line(lines[0])
        return Street(number, words) if number or words else None
    read = [_line(line) for line in lines]
    place = next((place for place, (number, _) in enumerate(read) if number), 0)
    number, words = read.pop(place)
    if not (number or words):
        return None
    return Street(number, words, frozenset(word for other in read for word in (other[0], *other[1]) if word))


def street_key(lines: tuple[str, ...]) -> tuple[str, str] | None:
    """Give house number and last word of an address; None where no line says a street."""
    street = _street(lines)
    return street.key if street is not None else None


@lru_cache(maxsize=_REMEMBERED)
def _word(word: str) -> str:
    return WAYS.get(word) or TITLES.get(word, word)


def _line(line: str) -> tuple[str, tuple[str, ...]]:
    """Give the house number and the words of one line, abbreviations written out."""
    words = fold_name(line[:_LONGEST]).split()
    if not words:
        return "", ()
    found = _NUMBER.match(words[0])
    number = found.group().lstrip("0") if found else ""
    rest = words[1:] if found else words
    if number and rest and rest[0] in {"bis", "ter", "b", "t", "quater"}:
        rest = rest[1:]
    kept = [_word(word) for word in rest if word not in SMALL]
    while len(kept) > 1 and kept[-1] in _LAST:
        kept.pop()
    cut = next((place for place, word in enumerate(kept) if place and word in COMPLEMENTS), len(kept))
    return number, tuple(kept[:cut])


def compare(one: Street, other: Street) -> int:
    """Compare two streets that are not equal."""
    if one.words == other.words and one.words:
        if one.number == other.number:
            return _SAME
        return _STREET if one.number and other.number else _CLOSE
    numbers = one.number == other.number or not (one.number and other.number)
    if _alike(one.words, other.words):
        return _CLOSE if numbers or slips(one.number, other.number, 1) <= 1 else _STREET
    return _CLOSE if one.number and one.number == other.number and _share_words(one, other) else _DIFFERENT


def _share_words(one: Street, other: Street) -> bool:
    """Tell whether half of the words of the two addresses are the same, whatever the line they stand in."""
    left, right = one.beside.union(one.words), other.beside.union(other.words)
    shared = [word for word in left & right if not word.isdigit()]
    return bool(shared) and 2 * len(shared) >= min(len(left), len(right))


def _alike(lefts: tuple[str, ...], rights: tuple[str, ...]) -> bool:
    """Tell whether the words differ by slips, the type of way, or a word left out."""
    left, right = "".join(lefts), "".join(rights)
    if not left or not right:
        return False
    most = 1 if max(len(left), len(right)) < 8 else 3
    if abs(len(left) - len(right)) <= most and slips(left, right, most) <= most:
        return True
    return lefts[-1] == rights[-1] and len(lefts[-1]) > 3


STREET: Final = Comparator(
    name="street",
    fields=("address",),
    title=Text("street", "rue"),
    levels=_LEVELS,
    value=street_value,
    compare=compare,
)
