"""Writing a text so that it fits the GSM alphabet, only when asked, with every edit named.

Accents typed as letter and mark are composed first (Unicode NFC), because `é` is in the alphabet and its two halves are
not. What nothing reads like stays and is listed in `left`; then the message is as dear as before. Doing it twice is
doing it once.

>>> done = transliterate("L’été à Nîmes…")
>>> done.text, done.left
("L'été à Nimes...", ())
>>> print(done.diff)
1: '’' → "'"
9: 'î' → 'i'
13: '…' → '...'
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

import attrs

from contactbase.campaign.alphabet import ALPHABETS, Alphabet, Cedilla
from contactbase.campaign.measure import Measure, Offending, measure
from contactbase.campaign.replacement import replacement_of

__all__ = ["Edit", "Transliteration", "transliterate"]

_CLUSTER: Final = re.compile(
    "(?:[\ud800-\udbff][\udc00-\udfff]|.)(?:[\u0300-\u036f\ufe00-\ufe0f\u20d0-\u20ff]|\u200d.)*", re.DOTALL
)
"""A character with its marks, and an emoji with what is joined to it."""


class Edit(NamedTuple):
    """What stood at a position of the text before (counted from 0), and what stands there now."""

    position: int
    before: str
    after: str


@attrs.frozen(kw_only=True)
class Transliteration:
    """The text written anew, every edit, what had to stay, and the length before and after."""

    text: str = attrs.field(repr=False)
    edits: tuple[Edit, ...]
    left: tuple[Offending, ...]
    before: Measure
    after: Measure

    @property
    def diff(self) -> str:
        """One line for each edit: the position, what stood there, what stands there now."""
        return "\n".join(f"{edit.position}: {edit.before!r} → {edit.after!r}" for edit in self.edits)

    @property
    def saved(self) -> int:
        """How many segments fewer."""
        return self.before.segments - self.after.segments


def transliterate(text: str, *, cedilla: Cedilla = Cedilla.STRICT) -> Transliteration:
    """Replace what the GSM alphabet does not have wherever something reads like it; `text` itself is not changed."""
    alphabet = ALPHABETS[cedilla]
    edits, pieces = [], []
    for found in _CLUSTER.finditer(text):
        before = found.group()
        after = before if before in alphabet.whole else _written(before, alphabet)
        pieces.append(after)
        if after != before:
            edits.append(Edit(found.start(), before, after))
    written = "".join(pieces)
    after_it = measure(written, cedilla=cedilla)
    return Transliteration(
        text=written,
        edits=tuple(edits),
        left=after_it.offending,
        before=measure(text, cedilla=cedilla),
        after=after_it,
    )


def _written(cluster: str, alphabet: Alphabet) -> str:
    """Write one character with its marks; as it is where a part of it cannot be written."""
    pieces = [replacement_of(char, alphabet) for char in unicodedata.normalize("NFC", cluster)]
    return cluster if None in pieces else "".join(filter(None, pieces))
