"""The fold key: what two labels have in common when a person would call them the same.

Case, accents, apostrophes, hyphens, spaces, `œ`, `æ`, `ß` and their kin do not tell labels apart (names, cities,
products; the `=` of the segment language). Convention: Unicode NFKD and full case folding (UAX #15, Unicode 3.13),
accents dropped (marks of combining class 10 and above, so that the vowel signs and voicing marks by which Indic
scripts and kana tell words apart stay), a table for the letters that NFKD leaves whole, invisible characters dropped;
apostrophes, hyphens and spaces of every kind are one space. A fold is a key, never shown and never stored as a value.

>>> fold("L’Haÿ-les-Roses") == fold("L'HAY LES  ROSES") == "l hay les roses"
True
>>> fold("Œuvre de Strauß"), fold("SØRENSEN")
('oeuvre de strauss', 'sorensen')
"""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["fold"]

_LETTERS: Final = {
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ŋ": "ng",
}
"""Letters that are no base letter with a mark, and so pass NFKD whole."""

_APOSTROPHES: Final = "'`´‘’‛′ʹʻʼʽˈˊˋ＇׳"
_HYPHENS: Final = "-‐‑‒–—―−⁃﹘﹣－־"
_GAPS: Final = frozenset(_APOSTROPHES + _HYPHENS)
"""Apostrophes with what is typed for them, hyphens and dashes: a gap between two words, as a space is."""

_FIRST_ACCENT: Final = 10
"""The lowest canonical combining class that is dropped: 6 to 9 are Han reading marks, nukta, kana voicing, virama."""


def _fold_character(char: str) -> str:
    """Fold one character; folding is a map from characters to texts, since dropped marks leave no order to keep."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_fold_atom(atom) for atom in plain)


def _fold_atom(atom: str) -> str:
    if atom in _GAPS or atom.isspace():
        return " "
    if atom in _LETTERS:
        return _LETTERS[atom]
    invisible = unicodedata.category(atom) in {"Cc", "Cf"} or "\ufe00" <= atom <= "\ufe0f"
    return "" if invisible or unicodedata.combining(atom) >= _FIRST_ACCENT else atom


def _byte_table() -> tuple[bytes, bytes]:
    """Give a 256-byte table for `bytes.translate`, and the bytes to delete; a byte that needs two letters stays."""
    folded = [_fold_character(chr(code)) for code in range(256)]
    table = bytes(ord(one) if len(one) == 1 and one < "\x80" else code for code, one in enumerate(folded))
    return table, bytes(code for code, one in enumerate(folded) if not one)


_BYTES, _DELETED = _byte_table()
_BLOCKS: Final = ((0x00, 0x250), (0x2B0, 0x370), (0x1E00, 0x1F00), (0x2000, 0x2070))
"""Latin with its extensions, modifier letters, combining accents, punctuation: what European files hold."""
_TABLE: Final = {code: _fold_character(chr(code)) for start, stop in _BLOCKS for code in range(start, stop)}


def fold(text: str) -> str:
    """Give the key under which spellings of one label are equal; folding twice is folding once."""
    if text.isascii() and text.isalpha():
        return text.lower()
    try:
        plain = text.encode("latin-1").translate(_BYTES, _DELETED).decode("ascii")
    except UnicodeError:
        plain = text.translate(_TABLE)
        if not plain.isascii():
            plain = _fold_any(plain)
    return " ".join(plain.split())


def _fold_any(text: str) -> str:
    """Fold text of any script: each distinct character once."""
    folded = {ord(char): _fold_character(char) for char in set(text)}
    return unicodedata.normalize("NFC", text.translate(folded))
