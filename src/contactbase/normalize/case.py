"""Capitals put back into names that were typed in one case.

Only a name wholly in capitals or wholly in small letters is changed: mixed case is information, and left as it is.
Conventions (`facts`: French usage, Lexique des règles typographiques en usage à l'Imprimerie nationale for the
particle): `de, d', du, des, de la, van, von, der, den, di, da, dos` are small inside a surname, `Le, La, Les, El, Ben,
Aït, Saint` take a capital, `Mc` a second one (`Mac` does not: Machado, Macron). Hyphens and apostrophes begin a new
word. Accents are never invented.

>>> restore_surname("DE LA TOUR D'AUVERGNE"), restore_surname("LE GOFF"), restore_surname("mcdonald")
("de la Tour d'Auvergne", 'Le Goff', 'McDonald')
>>> restore_first_name("JEAN-PIERRE"), restore_first_name("MARIA DA CONCEIÇÃO")
('Jean-Pierre', 'Maria da Conceição')
>>> restore_surname("de La Tour"), restore_surname("VAN")
('de La Tour', 'Van')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

from contactbase.normalize.mojibake import looks_garbled
from contactbase.normalize.name_words import (
    ARTICLES,
    LINKED_PARTICLES,
    MIDDLE_WORDS,
    PARTICLES,
    ROMAN,
    VIETNAMESE_SURNAMES,
)

__all__ = ["is_capitals", "is_initials", "is_neutral", "is_one_case", "restore_first_name", "restore_surname"]

_PART: Final = re.compile(r"([^-‐‑–'’ʼ`´.,/()\[\]\"«»“”&+]+)")
_APOSTROPHES: Final = "'’ʼ`´"
_HEADED: Final = re.compile(r"(?:Mc|Mac|Le|La|De|Du|Di|Van|Von|Fitz|[DdLlOoNnMm]['’])(?=[^\W\d_]{2})")
_NEUTRAL: Final = PARTICLES | LINKED_PARTICLES | ARTICLES
_NOT_TITLED: Final = PARTICLES | LINKED_PARTICLES | MIDDLE_WORDS | {numeral.lower() for numeral in ROMAN}
_FIRST_NAME_PARTICLES: Final = frozenset("de du des da do das dos del di".split())


def is_one_case(text: str) -> bool:
    """Tell whether a text has letters and all of them are capitals, or all are small."""
    return text.isupper() or text.islower()


def is_initials(word: str) -> bool:
    """Tell whether a word is made of single letters: `J`, `J.`, `J.-P.`."""
    if len(word) > 2 and "." not in word and "-" not in word:
        return False
    return word[:1].isalpha() and all(len(part) < 2 for part in word.replace("-", ".").split("."))


def is_neutral(word: str) -> bool:
    """Tell whether a word says nothing by its case: a particle, an article, one letter, a numeral."""
    key = word.lower().rstrip(".'’")
    return key in _NEUTRAL or len(key) < 2 or word in ROMAN or word in MIDDLE_WORDS or is_initials(word)


def is_capitals(word: str) -> bool:
    """Tell whether a word is written in capitals as surnames are: `DUPONT`, `d'ALEMBERT`, `McDONALD`."""
    if word.istitle() or word.islower():
        return False
    head = _HEADED.match(word)
    tail = word[head.end() :] if head is not None else word
    return tail.isupper() and sum(map(str.isalpha, tail)) > 1


def restore_surname(text: str) -> str:
    """Give a surname its capitals where it is in one case, small particles aside (`de GAULLE`, `Le GOFF`)."""
    if is_one_case(text):
        return _restore(text, _small_in_surname)
    if text.istitle():
        return text
    words = text.split(" ")
    if all(is_capitals(word) or is_neutral(word) for word in words) and any(map(_is_plain_capitals, words)):
        return " ".join(_restore_capitals(index, words) for index in range(len(words)))
    return text


def restore_first_name(text: str) -> str:
    """Give a first name its capitals where it is in one case."""
    return _restore(text, _small_in_first_name) if is_one_case(text) else text


def _restore(text: str, is_small: Callable[[int, Sequence[str]], bool]) -> str:
    """Give capitals to text in one case, but for the words that are written small, and to numerals whole.

    Text that would look garbled with its capitals (`ý³` gives `Ý³`) is no name in one case, and stays.
    """
    words, keys = text.split(" "), text.lower().split(" ")
    if len(keys) == 1 or _NOT_TITLED.isdisjoint(keys):
        restored = " ".join(map(_capitalize, words))
    else:
        restored = " ".join(_word_at(index, words, keys, is_small) for index in range(len(words)))
    return text if looks_garbled(restored) else restored


def _word_at(
    index: int, words: Sequence[str], keys: Sequence[str], is_small: Callable[[int, Sequence[str]], bool]
) -> str:
    if index and (numeral := words[index].upper()) in ROMAN:
        return numeral
    return keys[index] if is_small(index, keys) else _capitalize(words[index])


def _is_plain_capitals(word: str) -> bool:
    return is_capitals(word) and not is_neutral(word)


def _restore_capitals(index: int, words: Sequence[str]) -> str:
    """Restore one word of a surname whose other words may be small or titled particles."""
    word = words[index]
    if not word.isupper():
        head = _HEADED.match(word)
        return word if head is None else head.group() + _capitalize(word[head.end() :])
    return _word_at(index, words, [other.lower() for other in words], _small_in_surname)


def _small_in_surname(index: int, keys: Sequence[str]) -> bool:
    """Tell whether a word inside a surname is written small: never the last one, never where all are particles."""
    key = keys[index]
    if key not in _NOT_TITLED or index == len(keys) - 1 or PARTICLES.issuperset(keys):
        return False
    before = keys[index - 1] if index else ""
    if key == "van":
        return before not in VIETNAMESE_SURNAMES
    return (
        key in PARTICLES
        or (key in LINKED_PARTICLES and (before in PARTICLES or before in LINKED_PARTICLES))
        or (key in MIDDLE_WORDS and index > 0)
    )


def _small_in_first_name(index: int, keys: Sequence[str]) -> bool:
    """Tell whether a word between two words of a first name is written small."""
    key = keys[index]
    linked = key in LINKED_PARTICLES and keys[index - 1] in PARTICLES
    return 0 < index < len(keys) - 1 and (key in _FIRST_NAME_PARTICLES or key == "et" or linked)


def _capitalize(word: str) -> str:
    """Give a word its capitals, a new one after each hyphen, apostrophe or dot."""
    if word.isalpha():
        return _capital(word)
    parts = _PART.split(word)
    return "".join(_part_at(index, parts) for index in range(len(parts)))


def _part_at(index: int, parts: Sequence[str]) -> str:
    """Capitalize one part; the odd places hold words, the even ones what stands between them."""
    part = parts[index]
    if not index % 2:
        return part
    before, after = parts[index - 1], parts[index + 1]
    key = part.lower()
    if key == "d" and after[:1] in _APOSTROPHES and after and len(parts) > index + 2:
        return key
    if before[-1:] in _APOSTROPHES and before and len(part) == 1:
        return key
    inside = index > 1 and index < len(parts) - 2 and after == before == "-"
    return key if inside and key in _FIRST_NAME_PARTICLES | {"von", "van"} else _capital(part)


def _capital(word: str) -> str:
    """Give a word its first capital; one that would grow by it (`ß`, `ŉ`) stays. `İ` is a Turkish capital i."""
    titled = (word[:1] + word[1:].replace("İ", "i")).capitalize()
    if len(titled) != len(word):
        return word
    if not titled.isascii():
        titled = unicodedata.normalize("NFC", titled)
    if len(titled) > 4 and titled.startswith("Mc") and titled.isalpha():
        return "Mc" + titled[2:].capitalize()
    return titled
