"""A comparator: what two contacts say of one matter, as one of a few levels from agreement to contradiction.

Level 0 is *missing*: one side says nothing, which is no evidence. Level 1 is *the same*; where common values say less
than rare ones, it is split into bands by how many contacts of the file hold the value. The other levels are what
`compare` gives for two different values. What a level weighs is not written here: it is learnt, see `learning`.

>>> from contactbase.matching.comparators.birth_date import BIRTH_DATE
>>> [level.name for level in BIRTH_DATE.levels]
['same', 'slip', 'part', 'different']
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable
from typing import Any, Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.text import Text

__all__ = ["BANDS", "MISSING", "Comparator", "Level", "band_of"]

MISSING: Final = 0
BANDS: Final = (1 / 5000, 1 / 2000, 1 / 800, 1 / 300, 1 / 100)
"""Shares of contacts that part the bands of frequency, from a name of one family to the most common ones."""


def band_of(share: float) -> int:
    """Give the band (0 for very rare) of a value that this share of contacts holds."""
    return bisect_right(BANDS, share)


@attrs.frozen
class Level:
    """One answer of a comparator: its name, what it says in words, and what is expected of it before a file is seen.

    `same` is the probability of the level for two records of one person who both say something, `household` for two
    people of one household, `other` for two unrelated people. They are starting points and pseudo-counts.
    """

    name: str
    says: Text
    same: float
    household: float
    other: float


@attrs.frozen(kw_only=True)
class Comparator:
    """One matter that contacts are compared by.

    `value` gives what is compared (None: nothing said); `compare` the place (from 1) of the level of two values that
    are not equal, symmetric; `brief`, where there is one, tells values whose equality says little: it gives their
    level. With `by_frequency` the level `same` is split into bands. `places` counts levels, bands and *missing*.
    """

    name: str
    fields: tuple[str, ...]
    title: Text
    levels: tuple[Level, ...]
    value: Callable[[Contact], Hashable]
    compare: Callable[[Any, Any], int]
    brief: Callable[[Any], int] | None = None
    by_frequency: bool = False
    places: int = attrs.field(init=False)

    @places.default
    def _all_places(self) -> int:
        return len(self.levels) + 1 + (len(BANDS) if self.by_frequency else 0)

    def level_at(self, place: int) -> Level | None:
        """Give the level of a place; None for *missing*."""
        if place == MISSING:
            return None
        bands = len(BANDS) if self.by_frequency else 0
        return self.levels[max(0, place - 1 - bands)]

    def place_of(self, number: int) -> int:
        """Give the place of the level that `compare` numbers from 1."""
        return number + len(BANDS) if self.by_frequency and number > 1 else number
