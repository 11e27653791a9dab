"""The words of a first and of a last name, told apart by their case; the words that join two people.

>>> split_by_case("Jean de LA FONTAINE".split())
(['Jean'], ['de', 'LA', 'FONTAINE'])
>>> split_by_case("Jean Dupont".split()) is None, is_joiner("&")
(True, True)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from contactbase.normalize.case import is_capitals, is_neutral
from contactbase.normalize.fold import fold
from contactbase.normalize.name_opening import name_key
from contactbase.normalize.name_words import ROMAN, SUFFIXES

__all__ = ["SIGN_JOINERS", "WORD_JOINERS", "is_joiner", "split_by_case"]

WORD_JOINERS: Final = frozenset({"et", "ou", "and", "und"})
SIGN_JOINERS: Final = frozenset({"&", "+", "/", ";", "|"})
"""What stands between two people."""


def split_by_case(words: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Give the words of the first and of the last name when the last name alone is in capitals; None otherwise.

    Particles and articles go with the capitals that follow them, initials and the rest with the first name.
    """
    capitals = [index for index, word in enumerate(words) if is_capitals(word) and not is_neutral(word)]
    if not capitals or len(capitals) == len(words):
        return None
    start, stop = capitals[0], capitals[-1] + 1
    while start and _goes_with_surname(words[start - 1]):
        start -= 1
    while stop < len(words) and (words[stop] in ROMAN or name_key(words[stop]) in SUFFIXES):
        stop += 1
    first = [*words[:start], *words[stop:]]
    inside = [index for index in range(start, stop) if index not in capitals]
    if any(_is_titled(words[index]) for index in inside) or not any(map(_is_titled, first)):
        return None
    return first, list(words[start:stop])


def _goes_with_surname(word: str) -> bool:
    return is_neutral(word) and len(word.rstrip(".'’")) > 1 and not is_joiner(word)


def _is_titled(word: str) -> bool:
    return not is_neutral(word) and not word.isupper() and word[:1].isupper()


def is_joiner(word: str) -> bool:
    """Tell whether a word stands between two people."""
    return word in SIGN_JOINERS or fold(word) in WORD_JOINERS
