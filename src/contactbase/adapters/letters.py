"""Which eight-bit encoding reads most like French: every candidate decodes the same bytes, the letters decide.

A byte above 0x7F is looked at between its two neighbours. An accented letter is likely where French puts it ("é"
anywhere, "ë" after a vowel, "à" at the end of a word), a capital is unlikely after a small letter, a symbol is
unlikely inside a word, a C1 control character is unlikely anywhere. The measurements that led here are those of
"best of four by share of French letters"; the neighbours are what tells apart tables of a single row.

>>> contexts = Contexts()
>>> contexts.add("Hélène".encode("mac_roman"))
>>> best(contexts)[0]
'mac_roman'
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from math import inf
from typing import Final

__all__ = ["CANDIDATES", "Contexts", "best"]

CANDIDATES: Final = ("cp1252", "iso8859-15", "mac_roman", "cp850")
"""In order of preference: the first wins where two read the bytes alike."""

_MOST = 50_000
"""After so many contexts only the rare bytes below are looked at: the letters are known by then."""

_WINDOW = re.compile(rb"(?s)(?=(.[\x80-\xff].))")
_RARE = re.compile(rb"[\x80-\x9f\xa4\xa6\xa8\xb4\xb8\xbc-\xbe]")
"""0x80 to 0x9F, and the eight places where ISO-8859-15 differs from ISO-8859-1 (and so from cp1252)."""


def _classes() -> bytes:
    """Map ASCII to v, c (small vowel, consonant), V, C (capitals), 0 (digit) and space; leave the rest alone."""
    table = bytearray(range(256))
    for byte in range(128):
        char = chr(byte)
        if char.isalpha():
            kind = "v" if char in "aeiouyAEIOUY" else "c"
            table[byte] = ord(kind.upper() if char.isupper() else kind)
        else:
            table[byte] = ord("0") if char.isdigit() else ord(" ")
    return bytes(table)


_CLASSES: Final = _classes()

# Weights of the letters of French, by how often they stand in names, streets and notes; what a class of neighbours
# before (p) and after (n) makes of them is in `_small` and `_capital`.
_SMALL: Final = dict.fromkeys("é", 3.0) | dict.fromkeys("èç", 2.2) | dict.fromkeys("êëàôîï", 1.6)
_RARER: Final = dict.fromkeys("âûüœ", 1.4) | dict.fromkeys("öäæÿù", 0.6)
_LETTERS: Final = _SMALL | _RARER
_FOREIGN = 0.2
_FIRST: Final = frozenset("éàôîœâ")
_AFTER_VOWEL: Final = frozenset("ëïœ")
_TYPOGRAPHY: Final = frozenset("’‘“”«»–—…€°\u00a0²³·½№")
_WORD = frozenset("vcVC")


def _small(char: str, p: str, n: str) -> float:
    weight = _LETTERS.get(char, _FOREIGN)
    if n in "VC" or "0" in (p, n):
        return -2.0
    if char == "à" and n in "vc":
        return -0.5
    if p in "VC" and n not in "vcx":
        return weight - 0.6
    if p == " ":
        return weight - (0.0 if char in _FIRST else 1.4)
    if char in _AFTER_VOWEL:
        return weight + (0.6 if p in "vV" or char == "œ" else -1.0)
    return weight - (0.5 if char in "èêâôà" and p == "v" else 0.0)


def _capital(char: str, p: str, n: str) -> float:
    weight = 0.8 * _LETTERS.get(char.lower(), _FOREIGN)
    if p in "vc" or p == "0" or n == "0":
        return -3.0
    if p in "VC" and n in "vc":
        return -0.5
    if p == " " and n in " 0":
        return 0.0
    return weight + (0.4 if p in "VC" or n in "VC" else 0.0)


def _symbol(char: str, p: str, n: str) -> float:
    if char == "’":
        return 1.5 if n in _WORD or n == "x" else 0.0
    inside = p in _WORD and n in _WORD
    if char in _TYPOGRAPHY:
        return -3.0 if inside else 0.6
    return -3.0 if inside else -1.0


def _weight(char: str, p: str, n: str) -> float:
    """Say how likely a character is between a class before and a class after."""
    category = unicodedata.category(char)
    if category == "Cc":
        return -5.0
    if p == n == "x":
        return -1.5  # three in a row: another alphabet
    if category == "Ll" and char != "ı":
        return _small(char, p, n)
    if category == "Lu":
        return _capital(char, p, n)
    return _symbol(char, p, n)


Weights = dict[tuple[str, int, str], tuple[str, float]]
"""For each context, the character that an encoding reads there and its weight."""

_READS_WELL: Final = 0.5
_CLEAR: Final = 0.7


class Contexts:
    """Every byte above 0x7F with the classes of its two neighbours, counted; of bounded size."""

    __slots__ = ("_counts", "_seen")

    def __init__(self) -> None:
        """Start with nothing seen."""
        self._counts: Counter[tuple[str, int, str]] = Counter()
        self._seen = 0

    def add(self, chunk: bytes) -> None:
        """Take the next piece of the file into account; bytes at its edges are seen beside a space."""
        if chunk.isascii():
            return
        padded = b" " + chunk.translate(_CLASSES) + b" "
        if self._seen < _MOST:
            found = Counter(_WINDOW.findall(padded))
        else:
            found = Counter(padded[at - 1 : at + 2] for at in (hit.start() for hit in _RARE.finditer(padded)))
        for (before, byte, after), count in found.items():
            p = chr(before) if before < 0x80 else "x"
            n = chr(after) if after < 0x80 else "x"
            self._counts[p, byte, n] += count
            self._seen += count

    def weights(self, encoding: str) -> Weights | None:
        """Give what each context weighs under an encoding; None when a byte of it is undefined there."""
        weights: Weights = {}
        for p, byte, n in self._counts:
            try:
                char = bytes((byte,)).decode(encoding)
            except UnicodeDecodeError:
                return None
            weights[p, byte, n] = char, _weight(char, p, n)
        return weights

    def mean(self, weights: Weights) -> float:
        """Give the mean weight of a byte."""
        total = sum(count * weights[context][1] for context, count in self._counts.items())
        return total / max(1, self._counts.total())

    def margin(self, mine: Weights, theirs: Weights) -> float:
        """Give by how much the bytes that two encodings read otherwise weigh more in the first, on average."""
        apart = {context: count for context, count in self._counts.items() if mine[context][0] != theirs[context][0]}
        gains = sum(count * (mine[context][1] - theirs[context][1]) for context, count in apart.items())
        return gains / sum(apart.values()) if apart else inf


def best(contexts: Contexts) -> tuple[str, bool]:
    """Give the encoding that reads most like French, and whether it reads well, and clearly better than the others."""
    found = [(encoding, contexts.weights(encoding)) for encoding in CANDIDATES]
    known = {encoding: weights for encoding, weights in found if weights is not None}
    means = {encoding: contexts.mean(weights) for encoding, weights in known.items()}
    top = max(means, key=means.__getitem__)  # the first of equals
    clear = all(contexts.margin(known[top], weights) >= _CLEAR for weights in known.values())
    return top, clear and means[top] >= _READS_WELL
