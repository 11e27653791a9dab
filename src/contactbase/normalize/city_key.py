"""The key of a city: what the spellings of one name have in common. For matching and look-up, never shown.

Convention: the fold key (case, accents, hyphens, apostrophes), `st` and `ste` written out, `lez` and `lès` as `les`,
`s/` as `sur`, CEDEX and the arrondissements of Paris, Lyon and Marseille left out, an article in brackets put first.

>>> city_key("ST-ETIENNE") == city_key("Saint Étienne"), city_key("Paris 12e Arrondissement"), city_key("LYON CEDEX 03")
(True, 'paris', 'lyon')
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.normalize.data.place_words import ARRONDISSEMENTS, EXPANDED
from contactbase.normalize.fold import fold

__all__ = ["city_key"]

_WORDS: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"[0-9]{1,2}(?:er|e|eme|ieme|nd)?")
_ARTICLES: Final = frozenset({"le", "la", "les", "l"})
_AFTER_NUMBER: Final = frozenset({"arrondissement", "arrdt", "arrt", "arr", "er", "e", "eme", "ieme"})


def city_key(name: str) -> str:
    """Give the key of a city's name."""
    words = [EXPANDED.get(word, word) for word in _WORDS.findall(fold(name))]
    if len(words) > 1 and words[-1] in _ARTICLES and name.rstrip().endswith(")"):
        words.insert(0, words.pop())
    if "cedex" in words:
        words = words[: words.index("cedex")] or words
    while len(words) > 1 and words[-1] in _AFTER_NUMBER:
        words.pop()
    if len(words) == 2 and words[0] in ARRONDISSEMENTS and _NUMBER.fullmatch(words[1]):
        words.pop()
    return " ".join(words)
