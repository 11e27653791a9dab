"""The two names of one person in a cell: the name in use, and the name at birth.

`Durand née Martin`, `Martin épouse Durand`, `Martin Vve Durand`: the word between them says which is which.

>>> draft = Draft()
>>> words = "MARTIN épouse DURAND".split()
>>> take_birth_name(words, birth_word(words), draft), draft.birth_name
(['DURAND'], 'Martin')
"""

from __future__ import annotations

from collections.abc import Sequence

from contactbase.normalize.case import restore_surname
from contactbase.normalize.name_opening import Draft, name_key
from contactbase.normalize.name_words import BIRTH_WORDS, MARRIED_WORDS, WIDOW_WORDS

__all__ = ["birth_word", "take_birth_name", "without_birth_words"]


def take_birth_name(words: Sequence[str], found: tuple[int, bool], draft: Draft) -> list[str]:
    """Keep the birth name that stands in words, and give the words of the name in use."""
    index, married = found
    before, after = without_birth_words(words[:index]), without_birth_words(words[index + 1 :])
    draft.take_birth_name(restore_surname(" ".join(before if married else after)), words[index])
    return after or before if married else before or after


def without_birth_words(words: Sequence[str]) -> list[str]:
    """Give words without those that stand between two names of one person."""
    return [word for word in words if birth_word([word]) is None]


def birth_word(words: Sequence[str]) -> tuple[int, bool] | None:
    """Give the place of the word between two names of one person, and whether the name in use follows it."""
    for index, word in enumerate(words):
        key = name_key(word)
        if key in MARRIED_WORDS or key in WIDOW_WORDS:
            return index, True
        if key in BIRTH_WORDS and (key != "ne" or "é" in word.lower()):
            return index, False
    return None
