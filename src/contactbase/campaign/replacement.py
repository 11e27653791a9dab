"""What can stand in a GSM text instead of a character that cannot: `’` is `'`, `œ` is `oe`, `ê` is `e`.

A replacement reads the same to a person. Where none does (emoji, `°`, `½` after a digit, other scripts) there is none.
Typographic signs come from a table, accented letters from Unicode's canonical decomposition, ligatures and full-width
letters from its compatibility decomposition; invisible signs and control characters are dropped.

>>> [replacement_of(char) for char in "’œêÀ…\u00a0\u200b😀½"]
["'", 'oe', 'e', 'A', '...', ' ', '', None, None]
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from contactbase.campaign.alphabet import ALPHABETS, Alphabet, Cedilla

__all__ = ["replacement_of"]

_STRICT: Final = ALPHABETS[Cedilla.STRICT]
_SIGNS: Final = {
    char: plain
    for chars, plain in (
        ("‘’‚‛′ʹʻʼ´`‹›", "'"),
        ("“”„‟″«»", '"'),
        ("‐‑‒–—―−⁃", "-"),
        ("•·‣●▪◦", "-"),
        ("…", "..."),
        ("×", "x"),
        ("±", "+/-"),
        ("→", "->"),
        ("←", "<-"),
        ("≤", "<="),
        ("≥", ">="),
        ("≠", "<>"),
        ("©", "(c)"),
        ("®", "(R)"),
        ("™", "(TM)"),
        ("№", "No"),
        ("\u2028\u2029\x85\x0b", "\n"),
        ("\t", " "),
        ("⁄∕", "/"),
        ("¦", "|"),
    )
    for char in chars
}
_LETTERS: Final = dict(
    zip(
        "œ Œ ø Ø ł Ł đ Đ ð Ð þ Þ ħ Ħ ŧ Ŧ ı ŋ Ŋ ẞ ſ".split(),
        "oe OE o O l L d D d D th TH h H t T i ng NG SS s".split(),
        strict=True,
    )
)
_AMBIGUOUS: Final = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>", "<vertical>")
"""Forms whose plain digits would read as part of the number before them: `1½`, `10²`."""


@lru_cache(maxsize=4096)
def replacement_of(char: str, alphabet: Alphabet = _STRICT) -> str | None:
    """Give the GSM text that reads like a character, "" where it can be left out, None where nothing reads like it."""
    if char in alphabet.whole:
        return char
    plain = _SIGNS.get(char) or _LETTERS.get(char)
    if plain is not None:
        return plain
    category = unicodedata.category(char) if len(char) == 1 else "Cs"
    if category in {"Cc", "Cf"} or (category == "Mn" and unicodedata.combining(char)) or "\ufe00" <= char <= "\ufe0f":
        return ""
    return " " if category == "Zs" else _decomposed(char, alphabet)


def _decomposed(char: str, alphabet: Alphabet) -> str | None:
    form = unicodedata.decomposition(char) if len(char) == 1 else ""
    letters = "".join(mark for mark in unicodedata.normalize("NFKD", char) if not unicodedata.combining(mark))
    if not form or letters == char or (form.startswith(_AMBIGUOUS) and not letters.isalpha()):
        return None
    pieces = [piece if piece in alphabet.whole else _SIGNS.get(piece) or _LETTERS.get(piece) for piece in letters]
    return None if not pieces or None in pieces else "".join(filter(None, pieces))
