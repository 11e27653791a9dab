"""One comparator's values over all contacts: small numbers, how frequent each is, what agreement adds to a pattern.

>>> from contactbase.matching.comparators.sex import SEX
>>> from contactbase.model.enums import Sex
>>> sexes = Lexicon(SEX, 1)
>>> numbers = [sexes.number(sex) for sex in (None, Sex.F, Sex.F)]
>>> column = Column.of(sexes, numbers, 3)
>>> column.known, column.equal[1], column.add([0, 0], [0, 1], [1, 2])
(2, 1.0, [0, 1])
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from contactbase.matching.comparator import Comparator, band_of
from contactbase.matching.lexicon import ALIKE, SHIFT, Lexicon

__all__ = ["Column"]

_SMALL_FILE: Final = 5000
"""A value of a smaller file is as rare as if the file had so many contacts."""


@attrs.define
class Column:
    """One comparator's values: their `numbers` by contact, and what equality adds to a pattern, by number (`own`).

    `known` contacts say something; `held` counts them by the place of two equal values, `equal` counts the pairs of
    them that are equal.
    """

    lexicon: Lexicon
    numbers: list[int] = attrs.field(repr=False)
    own: list[int] = attrs.field(repr=False)
    known: int
    held: list[int] = attrs.field(repr=False)
    equal: list[float] = attrs.field(repr=False)

    @classmethod
    def of(cls, lexicon: Lexicon, numbers: list[int], contacts: int) -> Column:
        """Count the numbers of so many contacts."""
        counts = Counter(numbers)
        del counts[0]
        places = _places(lexicon, counts, max(contacts, _SMALL_FILE))
        adds = [place * lexicon.weight for place in range(lexicon.comparator.places)]
        own = [adds[1]] * len(lexicon.values)
        held, equal = [0] * len(adds), [0.0] * len(adds)
        for number, count, place in zip(counts, counts.values(), places, strict=True):
            held[place] += count
            equal[place] += count * (count - 1) / 2
            own[number] = adds[place]
        return cls(lexicon, numbers, own, sum(held), held, equal)

    @property
    def comparator(self) -> Comparator:
        """What the column is compared by."""
        return self.lexicon.comparator

    @property
    def weight(self) -> int:
        """What one place of a level counts in a pattern."""
        return self.lexicon.weight

    def add(self, patterns: list[int], lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
        """Add to the patterns of pairs what this comparator says of them."""
        own, levels, shift = self.own, self.lexicon.levels, SHIFT
        at: Callable[[int], int] = self.numbers.__getitem__
        found = [
            pattern
            if not (one and other)
            else pattern + own[one]
            if one == other
            else pattern + levels[one << shift | other if one < other else other << shift | one]
            for pattern, one, other in zip(patterns, map(at, lefts), map(at, rights), strict=True)
        ]
        if self.comparator.by_frequency and found and max(found) >= ALIKE:
            self._settle(found, lefts, rights)
        return found

    def _settle(self, patterns: list[int], lefts: Sequence[int], rights: Sequence[int]) -> None:
        """Give two spellings of one value the band of the more frequent one."""
        for place, pattern in enumerate(patterns):
            if pattern >= ALIKE:
                one, other = self.numbers[lefts[place]], self.numbers[rights[place]]
                patterns[place] = pattern - ALIKE + max(self.own[one], self.own[other])


def _places(lexicon: Lexicon, counts: Mapping[int, int], contacts: int) -> list[int]:
    """Give for each number the place of the level of two contacts that both have it."""
    places = [1] * len(counts)
    if lexicon.comparator.by_frequency:
        places = [1 + band_of(count / contacts) for count in counts.values()]
    if (brief := lexicon.comparator.brief) is not None:
        for turn, number in enumerate(counts):
            if level := brief(lexicon.values[number]):
                places[turn] = lexicon.comparator.place_of(level)
    return places
