"""Names of plain words, read in a fraction of the time that `name_cell` and `full_name` take.

They give what those give, or None, and then those are asked: for any word that means something in a name (titles,
fillers, particles, articles, numerals, companies), for apostrophes and dots, for case that is no pattern.

>>> plain_name("DURAND-MARTIN"), plain_name("jean paul"), plain_name("DE LA TOUR"), plain_name("Mme Durand")
('Durand-Martin', 'Jean Paul', None, None)
>>> name, codes = plain_full_name("DURAND Alice")
>>> name.first_name, name.last_name, codes
('Alice', 'Durand', {})
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.normalize.fold import fold
from contactbase.normalize.full_name import STRUCTURE, Codes, PersonName, by_list, is_odd
from contactbase.normalize.mojibake import is_usual
from contactbase.normalize.name_cell import SPECIAL_WORDS, TITLE_SPELLINGS
from contactbase.normalize.name_opening import LONGEST, Draft
from contactbase.normalize.name_words import FILLERS, MIDDLE_WORDS

__all__ = ["plain_full_name", "plain_name"]

_BY_CASE: Final = frozenset({("upper", "title"), ("title", "upper")})
_WORD: Final = re.compile("[A-Za-zÀ-ÖØ-Þà-öø-þ]{2,}(?:-[A-Za-zÀ-ÖØ-Þà-öø-þ]{2,})?")
_MEANING: Final = SPECIAL_WORDS | STRUCTURE | MIDDLE_WORDS | {word for filler in FILLERS for word in filler.split()}
"""Words that can be more than a name, alone or with others."""


def plain_name(text: str) -> str | None:
    """Give the name of a cell of plain words, parted by single spaces or hyphens, in one case or in title case."""
    small = text.lower()
    words = small.replace("-", " ").split(" ")
    if not text.isascii() or not all(map(str.isalpha, words)) or not _MEANING.isdisjoint(words):
        return None
    name = text.title()
    if text not in (name, small) and not text.isupper():
        return None
    return name if len(text) <= LONGEST and "Mc" not in name and _varies(words[0]) else None


def _varies(word: str) -> bool:
    """Tell whether a word is more than one letter over and over."""
    return word.count(word[0]) < len(word)


def plain_full_name(text: str) -> tuple[PersonName, Codes] | None:
    """Give the name of `Alice Durand`, `M. Jean-Luc DURAND`, `DURAND Alice` or `Durand, Alice`, and the codes."""
    one, _, other = text.partition(" ")
    draft = Draft()
    titled = one in TITLE_SPELLINGS
    if titled:
        draft.take_usual_title(one)
        one, _, other = other.partition(" ")
    comma = one[-1:] == ","
    if comma:
        one = one[:-1]
    if len(text) > LONGEST or (comma and titled) or not (_is_plain(one) and _is_plain(other)):
        return None
    order = _order(one, other, draft, comma=comma)
    if order is None:
        return None
    return PersonName(draft.title, order[0].title(), order[1].title(), None, draft.couple, draft.sex), draft.codes


def _is_plain(word: str) -> bool:
    """Tell whether a word, or two with a hyphen, is made of usual letters and means nothing but a name."""
    if _WORD.fullmatch(word) is None or not is_usual(word):
        return False
    key = fold(word)
    return _MEANING.isdisjoint(key.split()) and key not in FILLERS and _varies(key) and "mc" not in key


def _order(one: str, other: str, draft: Draft, *, comma: bool) -> tuple[str, str] | None:
    """Tell the first name from the last, by a comma, by case, else by the list of usual first names."""
    ways = _way(one), _way(other)
    if "" in ways:
        return None
    if comma:
        return other, one
    if ways in _BY_CASE:
        first, last = (other, one) if ways[0] == "upper" else (one, other)
        return None if is_odd((first,), (last,)) else (first, last)
    if ways[0] != ways[1]:
        return None
    (first,), (last,) = by_list((one, other), draft)
    return first, last


def _way(word: str) -> str:
    """Name the way in which a word is written; empty for any other than the usual ones."""
    if word.istitle():
        return "title"
    if word.isupper():
        return "upper"
    return "lower" if word.islower() else ""
