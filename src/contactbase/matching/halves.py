"""Patterns of levels as two halves, so that a round of learning multiplies along few halves and not many patterns.

>>> from contactbase.matching.columns import View
>>> from contactbase.model.contact import Contact
>>> view = View.of([Contact(id="a", first_name="Léa"), Contact(id="b", first_name="Léa")])
>>> Halves.of(view.columns, {view.patterns([0], [1])[0]: 3}).all()[0][:3]
[0.0, 0.0, 3.0]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from contactbase.matching.column import Column

__all__ = ["Expected", "Halves"]

Rows = Sequence[Sequence[float]]
_NEARLY_NONE: Final = 1e-5
_TOO_LITTLE: Final = 1e-4


class Expected(NamedTuple):
    """What one round expects of two classes: the places of their pairs, and how many pairs they have.

    `closed` are the patterns, by number, that are all but surely of unrelated contacts.
    """

    same: list[list[float]]
    household: list[list[float]]
    same_pairs: float
    household_pairs: float
    closed: frozenset[int]


@attrs.define
class Halves:
    """Patterns as (lower half, higher half, pairs), and the places that each half stands for."""

    columns: Sequence[Column]
    cut: int
    patterns: list[tuple[int, int, int]]
    sides: tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]]

    @classmethod
    def of(cls, columns: Sequence[Column], patterns: Mapping[int, int]) -> Halves:
        """Take patterns apart, in ascending order."""
        cut = len(columns) // 2
        radix = columns[cut].weight
        parts = [(pattern % radix, pattern // radix, patterns[pattern]) for pattern in sorted(patterns)]
        lows, highs = {low for low, _, _ in parts}, {high for _, high, _ in parts}
        return cls(columns, cut, parts, (_places(lows, columns[:cut]), _places(highs, columns[cut:])))

    def all(self) -> list[list[float]]:
        """Count the places of all pairs."""
        lows, highs = dict.fromkeys(self.sides[0], 0.0), dict.fromkeys(self.sides[1], 0.0)
        for low, high, pairs in self.patterns:
            lows[low] += pairs
            highs[high] += pairs
        return self._sums(lows, highs)

    def expect(self, classes: tuple[Rows, Rows, Rows], shares: tuple[float, float, float]) -> Expected:
        """Part the pairs of each pattern among the classes, by their probabilities and shares."""
        (same_low, same_high), (home_low, home_high), (other_low, other_high) = map(self._products, classes)
        share_same, share_home, share_other = shares
        low_same, high_same = dict.fromkeys(same_low, 0.0), dict.fromkeys(same_high, 0.0)
        low_home, high_home = dict.fromkeys(same_low, 0.0), dict.fromkeys(same_high, 0.0)
        all_same = all_home = 0.0
        closed = []
        for number, (low, high, pairs) in enumerate(self.patterns):
            same = share_same * same_low[low] * same_high[high]
            home = share_home * home_low[low] * home_high[high]
            scale = pairs / (same + home + share_other * other_low[low] * other_high[high])
            same *= scale
            home *= scale
            if same + home < _NEARLY_NONE:
                closed.append(number)
            if same > _TOO_LITTLE:
                low_same[low] += same
                high_same[high] += same
                all_same += same
            if home > _TOO_LITTLE:
                low_home[low] += home
                high_home[high] += home
                all_home += home
        same_sums, home_sums = self._sums(low_same, high_same), self._sums(low_home, high_home)
        return Expected(same_sums, home_sums, all_same, all_home, frozenset(closed))

    def forget(self, closed: frozenset[int]) -> None:
        """Look at some patterns, by number, no more."""
        self.patterns = [entry for number, entry in enumerate(self.patterns) if number not in closed]

    def _products(self, rows: Rows) -> tuple[dict[int, float], dict[int, float]]:
        """Give the product of the probabilities along each half."""
        return _along(self.sides[0], rows[: self.cut]), _along(self.sides[1], rows[self.cut :])

    def _sums(self, lows: Mapping[int, float], highs: Mapping[int, float]) -> list[list[float]]:
        """Count the places of each comparator from what the halves hold."""
        found = [[0.0] * column.comparator.places for column in self.columns]
        for side, shift, held in ((self.sides[0], 0, lows), (self.sides[1], self.cut, highs)):
            for half, weight in held.items():
                for number, place in enumerate(side[half], start=shift):
                    found[number][place] += weight
        return found


def _places(halves: set[int], columns: Sequence[Column]) -> dict[int, tuple[int, ...]]:
    found = {}
    for half in sorted(halves):
        rest, places = half, []
        for column in columns:
            rest, place = divmod(rest, column.comparator.places)
            places.append(place)
        found[half] = tuple(places)
    return found


def _along(side: Mapping[int, tuple[int, ...]], rows: Rows) -> dict[int, float]:
    found = {}
    for half, places in side.items():
        product = 1.0
        for row, place in zip(rows, places, strict=True):
            product *= row[place]
        found[half] = product
    return found
