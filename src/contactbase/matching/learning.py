"""Learning the model of a file from its own pairs, without labels: expectation and maximization over patterns.

The unrelated class stands for all n(n-1)/2 pairs, the pairs never compared too, so that the share of duplicates is
not learnt from a selected sample. What two unrelated contacts agree on is counted over the whole file where it can be
(equal values) and over sampled pairs where not; the other two classes start from, and lean on, what is expected of
each level before a file is seen (Dirichlet pseudo-counts), and no level strays far from it, so that a small or clean
file learns no nonsense. What tells two people of one household apart (first name, birth date) is not learnt for that
class. Deterministic: contacts stand in the order of their ids, the sampled pairs are a fixed stride, sums run in one
order.

Sources: Fellegi and Sunter (1969); Dempster, Laird and Rubin (1977); Winkler (2002) on EM for record linkage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import Final

import attrs

from contactbase.matching.column import Column
from contactbase.matching.columns import View
from contactbase.matching.comparator import BANDS
from contactbase.matching.halves import Halves
from contactbase.matching.model import Model, Row

__all__ = ["learn"]

Rows = list[list[float]]
"""For each comparator, a number for each place of its levels; place 0, *missing*, counts for nothing."""

_ROUNDS: Final = 30
_CONVERGED: Final = 0.004
_SAMPLE: Final = 3000
_SPARING: Final = 40
"""A small file is sampled sparingly, because its few pairs are hardly all unrelated."""
_COUNTS: Final = 60.0
_COUNTS_PER_CONTACT: Final = 0.05
"""Pseudo-counts of the two classes that are learnt: so many, or so many a contact."""
_HOUSEHOLD_LEANING: Final = 0.2
"""How much a household's levels lean on what is expected, however many there are."""
_SAMPLED_COUNTS: Final = 8000.0
_EQUAL_COUNTS: Final = 20000.0
_LEFT: Final = 0.02
"""Of the pairs with equal values, so many at the least are of unrelated contacts."""
_SMALL_FILE: Final = 1000
_SHARE: Final = 0.1
"""Before a file is seen, ten in a hundred of a thousand contacts are expected to be there twice, or in one home."""
_OFTENER: Final = 16.0
_RARER: Final = 30.0
_LEAST: Final = 1e-9
_PERSONAL: Final = frozenset({"first_name", "birth_date"})


def learn(view: View, patterns: Mapping[int, int], *, pairs: float | None = None) -> Model:
    """Learn the model of a file from the patterns of its candidate pairs (pattern to how many pairs have it).

    `pairs` is how many pairs there are to tell apart, compared or not (None: all pairs of the contacts).
    """
    columns, count = view.columns, len(view.living)
    total = max(count * (count - 1) / 2 if pairs is None else pairs, 1.0)
    counts = max(_COUNTS, _COUNTS_PER_CONTACT * count)
    personal = frozenset(place for place, column in enumerate(columns) if column.comparator.name in _PERSONAL)
    same = _Class(columns, "same", counts)
    household = _Class(columns, "household", counts, _HOUSEHOLD_LEANING, personal)
    unrelated = _Unrelated.of(view)
    halves = Halves.of(columns, patterns)
    shares = _Shares.first(total, count)
    others = unrelated.rows(same.nothing, same.nothing)
    for turn in range(_ROUNDS):
        found = halves.expect((same.rows, household.rows, others), shares.tuple)
        same.update(found.same)
        household.update(found.household)
        others = unrelated.rows(found.same, found.household)
        if turn == _FORGETTING:
            halves.forget(found.closed)
        before, shares = shares, _Shares.of(found.same_pairs, found.household_pairs, total)
        if shares.moved_since(before) < _CONVERGED:
            break
    rows = tuple(
        Row(column.comparator.name, tuple(one), tuple(two), tuple(three))
        for column, one, two, three in zip(columns, same.rows, household.rows, others, strict=True)
    )
    return Model(rows, shares.same, shares.household, count, sum(patterns.values()))


_FORGETTING: Final = 2
"""After so many rounds, patterns that are all but surely of unrelated contacts are looked at no more."""


@attrs.frozen
class _Shares:
    """The shares of two classes among all pairs."""

    same: float
    household: float

    @classmethod
    def first(cls, total: float, count: int) -> _Shares:
        share = min(_SHARE * max(count, _SMALL_FILE) / (total + _SMALL_FILE**2 / 2), 0.05)
        return cls(share, share)

    @classmethod
    def of(cls, same_pairs: float, household_pairs: float, total: float) -> _Shares:
        expected, all_pairs = _SHARE * _SMALL_FILE, total + _SMALL_FILE**2 / 2
        return cls((same_pairs + expected) / all_pairs, (household_pairs + expected) / all_pairs)

    @property
    def tuple(self) -> tuple[float, float, float]:
        return self.same, self.household, 1 - self.same - self.household

    def moved_since(self, before: _Shares) -> float:
        return max(abs(log(self.same / before.same)), abs(log(self.household / before.household)))


class _Class:
    """One class under way: its probabilities by place for each comparator."""

    def __init__(
        self,
        columns: Sequence[Column],
        kind: str,
        counts: float,
        leaning: float = 0.0,
        fixed: frozenset[int] = frozenset(),
    ) -> None:
        self._columns, self._counts, self._leaning, self._fixed = columns, counts, leaning, fixed
        self._expected = [_expected(column, kind) for column in columns]
        self.rows: Rows = [_scaled(row) for row in self._expected]
        self.nothing: Rows = [[0.0] * len(row) for row in self._expected]

    def update(self, sums: Sequence[Sequence[float]]) -> None:
        """Take over what the pairs of the class show."""
        for place, (column, expected, shown) in enumerate(zip(self._columns, self._expected, sums, strict=True)):
            if place not in self._fixed:
                seen = _by_band(shown, expected) if column.comparator.by_frequency else shown
                counts = self._counts + self._leaning * sum(shown[1:])
                mixed = [counts * e + s for e, s in zip(expected, seen, strict=True)]
                self.rows[place] = _bounded(_scaled(mixed), expected)


def _by_band(shown: Sequence[float], expected: Sequence[float]) -> list[float]:
    """Part the pairs with equal values among the bands as the contacts are: that much the bands' shares tell."""
    bands = slice(1, 2 + len(BANDS))
    equal, share = sum(shown[bands]), sum(expected[bands])
    seen = list(shown)
    seen[bands] = [equal * value / share for value in expected[bands]]
    return seen


def _bounded(row: Sequence[float], expected: Sequence[float]) -> list[float]:
    """Keep a class what it is meant to be: no level is many times as frequent, or as rare, as expected of it."""
    return _scaled([min(max(r, e / _RARER), e * _OFTENER) for r, e in zip(row, expected, strict=True)])


def _scaled(row: Sequence[float]) -> list[float]:
    total = sum(row[1:])
    return [1.0, *(max(value / total, _LEAST) for value in row[1:])]


def _expected(column: Column, kind: str) -> list[float]:
    """Give what is expected of each place before the pairs are seen; bands as the contacts of the file fill them."""
    comparator = column.comparator
    first, *others = [getattr(level, kind) for level in comparator.levels]
    if not comparator.by_frequency:
        return [1.0, first, *others]
    shares = column.held[1 : 2 + len(BANDS)]
    total = sum(shares) or 1
    smoothed = [(share / total + _LEFT) / (1 + _LEFT * len(shares)) for share in shares]
    return [1.0, *(first * share for share in smoothed), *others]


@attrs.frozen
class _Unrelated:
    """What unrelated contacts agree on: equal values counted over the file, the rest over sampled pairs."""

    columns: Sequence[Column]
    equal: Rows
    both: list[float]
    expected: Rows
    sampled: Rows

    @classmethod
    def of(cls, view: View) -> _Unrelated:
        expected = [_expected(column, "other") for column in view.columns]
        shown = Halves.of(view.columns, _unrelated_sample(view)).all()
        return cls(
            columns=view.columns,
            equal=[column.equal for column in view.columns],
            both=[max(column.known * (column.known - 1) / 2, 1.0) for column in view.columns],
            expected=expected,
            sampled=[
                [(_SAMPLED_COUNTS * e + s) / (_SAMPLED_COUNTS + sum(seen[1:])) for e, s in zip(row, seen, strict=True)]
                for row, seen in zip(expected, shown, strict=True)
            ],
        )

    def rows(self, same: Rows, household: Rows) -> Rows:
        """Give the probabilities, the pairs of the other classes taken out of what was counted."""
        rows = []
        for number, column in enumerate(self.columns):
            bands = 1 + len(BANDS) if column.comparator.by_frequency else 1
            row, both = list(self.sampled[number]), self.both[number] + _EQUAL_COUNTS
            for place in range(1, 1 + bands):
                counted = self.equal[number][place]
                left = max(counted - same[number][place] - household[number][place], counted * _LEFT)
                row[place] = (left + self.expected[number][place] * _EQUAL_COUNTS) / both
            rows.append(_scaled(row))
        return rows


def _unrelated_sample(view: View) -> Counter[int]:
    """Give the patterns of sampled pairs of contacts, nearly all of them unrelated."""
    living, count = view.living, len(view.living)
    size = min(_SAMPLE, count * (count - 1) // _SPARING)
    lefts = [(turn * 7919 + 13) % count for turn in range(size)]
    rights = [(left + 1 + (turn * 104729 + turn // count) % (count - 1)) % count for turn, left in enumerate(lefts)]
    return Counter(view.patterns([living[place] for place in lefts], [living[place] for place in rights]))
