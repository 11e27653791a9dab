"""A sample to check by hand, the same each time, and what its result says of the whole.

Drawn by the keyed hash of the ids (as `sample` of the segment language); the bound is that of Clopper and Pearson.

>>> drawn = draw([f"c-{n}" for n in range(1, 201)], 30, seed="supplied")
>>> len(drawn.ids), round(drawn.worst_share(0), 4)
(30, 0.095)
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from typing import Final

import attrs

from contactbase.segment.context import bucket

__all__ = ["Sampling", "draw"]

_RISK: Final = 0.05
_HALVINGS: Final = 60


@attrs.frozen(kw_only=True)
class Sampling:
    """The ids to check, out of how many, and the seed they were drawn with."""

    ids: tuple[str, ...]
    population: int
    seed: str

    def worst_share(self, bad: int) -> float:
        """Give the share of the whole that may be bad, at 95 % confidence, when so many of the sample are.

        1.0 for an empty sample, the share itself where everything was checked. ValueError for more than were checked.
        """
        size = len(self.ids)
        if not 0 <= bad <= size:
            raise ValueError(f"{bad} bad rows out of {size} checked make no sense. Give a number from 0 to {size}.")
        if bad == size:
            return 1.0
        if size == self.population:
            return bad / size
        low, high = bad / size, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if _at_most(bad, size, middle) > _RISK else (low, middle)
        return high


def _at_most(bad: int, size: int, share: float) -> float:
    """Give the probability of that many bad ones at most."""
    return sum(comb(size, k) * share**k * (1 - share) ** (size - k) for k in range(bad + 1))


def draw(ids: Sequence[str], size: int, *, seed: str) -> Sampling:
    """Draw so many ids (all where there are fewer), whatever their order; ValueError for a negative number."""
    if size < 0:
        raise ValueError(f"A sample of {size} makes no sense. Give 0 or more.")
    drawn = sorted(ids, key=lambda each: (bucket(each, seed), each))[:size]
    return Sampling(ids=tuple(drawn), population=len(ids), seed=seed)
