"""Learning the model of a file from its own pairs, without labels: expectation and maximization over patterns.

The unrelated class stands for all n(n-1)/2 pairs, the pairs never compared too, so that the share of duplicates is
not learnt from a selected sample. What two unrelated contacts agree on is counted over the whole file where it can be
(equal values) and over sampled pairs where not; the other two classes start from, and lean on, what is expected of
each level before a file is seen (Dirichlet pseudo-counts), so that a small or clean file learns no nonsense.
Deterministic: contacts stand in the order of their ids, the sampled pairs are a fixed stride, sums run in one order.

Sources: Fellegi and Sunter (1969); Dempster, Laird and Rubin (1977); Winkler (2002) on EM for record linkage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import Final

from contactbase.matching.columns import Column, View
from contactbase.matching.comparator import BANDS
from contactbase.matching.model import Model, Row

__all__ = ["learn", "unrelated_sample"]

_ROUNDS: Final = 30
_CONVERGED: Final = 0.004
_SAMPLE: Final = 3000
_SPARING: Final = 40
"""A small file is sampled sparingly, because its few pairs are hardly all unrelated."""
_SAME_COUNTS: Final = 60.0
_HOUSEHOLD_COUNTS: Final = 60.0
_OTHER_COUNTS: Final = 8000.0
_SMALL_FILE: Final = 1000
_SHARE: Final = 0.1
_OFTENER: Final = 8.0
_PER_CONTACT: Final = 0.05
_RARER: Final = 30.0
_LEAST: Final = 1e-9
_PERSONAL: Final = frozenset({"first_name", "birth_date"})
"""What tells two people of one household apart by definition: not learnt for that class."""


def unrelated_sample(view: View) -> Counter[int]:
    """Give the patterns of sampled pairs of contacts, nearly all of them unrelated."""
    count = len(view.contacts)
    if count < 2:
        return Counter()
    size = min(_SAMPLE, count * (count - 1) // _SPARING)
    lefts = [(turn * 7919 + 13) % count for turn in range(size)]
    rights = [(left + 1 + (turn * 104729 + turn // count) % (count - 1)) % count for turn, left in enumerate(lefts)]
    return Counter(view.patterns(lefts, rights))


def _marginals(view: View, patterns: Mapping[int, float]) -> list[list[float]]:
    """Count the places of each comparator over patterns."""
    found = [[0.0] * column.comparator.places for column in view.columns]
    for pattern in sorted(patterns):
        weight = patterns[pattern]
        for counts, place in zip(found, Model.places(pattern), strict=True):
            counts[place] += weight
    return found


def _equal_pairs(column: Column) -> list[float]:
    """Count, over all pairs of the file, those whose values are equal, by place."""
    counts = [0.0] * column.comparator.places
    for number, held in sorted(column.counts.items()):
        if held > 1:
            counts[column.place(number)] += held * (held - 1) / 2
    return counts


def _bands(column: Column) -> list[float]:
    """Give the share of the contacts in each band of frequency."""
    shares = [0.0] * (1 + len(BANDS))
    for number, held in column.counts.items():
        place = column.place(number)
        if 1 <= place <= len(shares):
            shares[place - 1] += held
    total = sum(shares) or 1.0
    return [share / total for share in shares]


def _expected(column: Column, kind: str) -> list[float]:
    """Give what is expected of each place before the pairs are seen."""
    comparator = column.comparator
    levels = [getattr(level, kind) for level in comparator.levels]
    if not comparator.by_frequency:
        return [1.0, *levels]
    shares = _bands(column)
    smoothed = [(share + 0.02) / (1 + 0.02 * len(shares)) for share in shares]
    return [1.0, *(levels[0] * share for share in smoothed), *levels[1:]]


class _Class:
    """One class under way: its probabilities by place for each comparator."""

    def __init__(
        self,
        expected: Sequence[Sequence[float]],
        counts: float,
        leaning: float = 0.0,
        fixed: frozenset[int] = frozenset(),
    ) -> None:
        self.expected, self.counts, self.leaning, self.fixed = expected, counts, leaning, fixed
        self.rows = [_scaled(row) for row in expected]

    def update(self, columns: Sequence[Column], sums: Sequence[Sequence[float]]) -> None:
        """Take over what the pairs of the class show."""
        for place, (column, expected, row) in enumerate(zip(columns, self.expected, sums, strict=True)):
            if place in self.fixed:
                continue
            seen = list(row)
            if column.comparator.by_frequency:
                bands = slice(1, 2 + len(BANDS))
                equal, share = sum(row[bands]), sum(expected[bands])
                seen[bands] = [equal * value / share for value in expected[bands]]
            counts = self.counts + self.leaning * sum(row[1:])
            row = _scaled([1.0, *(counts * e + s for e, s in zip(expected[1:], seen[1:], strict=True))])
            self.rows[place] = _bounded(row, expected)


def _bounded(row: Sequence[float], expected: Sequence[float]) -> list[float]:
    """Keep a class what it is meant to be: no level is many times as frequent, or as rare, as expected of it."""
    return _scaled([1.0, *(min(max(r, e / _RARER), e * _OFTENER) for r, e in zip(row[1:], expected[1:], strict=True))])


def _scaled(row: Sequence[float]) -> list[float]:
    total = sum(row[1:])
    return [1.0, *(max(value / total, _LEAST) for value in row[1:])]


class _Halves:
    """Patterns as two halves, so that a round multiplies along few halves and not along many patterns."""

    def __init__(self, view: View, patterns: Mapping[int, int]) -> None:
        self.columns = view.columns
        self.cut = (len(view.columns) + 1) // 2
        radix = view.columns[self.cut].weight if self.cut < len(view.columns) else 1
        self.patterns = [(pattern % radix, pattern // radix, patterns[pattern]) for pattern in sorted(patterns)]
        self.sides = (
            self._side({low for low, _, _ in self.patterns}, view.columns[: self.cut]),
            self._side({high for _, high, _ in self.patterns}, view.columns[self.cut :]),
        )

    @staticmethod
    def _side(halves: set[int], columns: Sequence[Column]) -> dict[int, tuple[int, ...]]:
        found = {}
        for half in sorted(halves):
            rest, places = half, []
            for column in columns:
                rest, place = divmod(rest, column.comparator.places)
                places.append(place)
            found[half] = tuple(places)
        return found

    def products(self, rows: Sequence[Sequence[float]], side: int) -> dict[int, float]:
        """Give the product of the probabilities along each half."""
        own = rows[: self.cut] if side == 0 else rows[self.cut :]
        found = {}
        for half, places in self.sides[side].items():
            product = 1.0
            for row, place in zip(own, places, strict=True):
                product *= row[place]
            found[half] = product
        return found

    def sums(self, lows: Mapping[int, float], highs: Mapping[int, float]) -> list[list[float]]:
        """Count the places of each comparator from what the halves hold."""
        found = [[0.0] * column.comparator.places for column in self.columns]
        for side, held in ((0, lows), (1, highs)):
            shift = 0 if side == 0 else self.cut
            for half, weight in held.items():
                for place, level in enumerate(self.sides[side][half]):
                    found[shift + place][level] += weight
        return found


def learn(view: View, patterns: Mapping[int, int], *, rounds: int = _ROUNDS) -> Model:
    """Learn the model of a file from the patterns of its candidate pairs (pattern to how many pairs have it)."""
    count = len(view.contacts)
    total = max(count * (count - 1) / 2, 1.0)
    base = _SMALL_FILE * _SMALL_FILE / 2
    columns = view.columns
    same = _Class([_expected(column, "same") for column in columns], max(_SAME_COUNTS, _PER_CONTACT * count))
    fixed = frozenset(place for place, column in enumerate(columns) if column.comparator.name in _PERSONAL)
    household = _Class(
        [_expected(column, "household") for column in columns], max(_HOUSEHOLD_COUNTS, _PER_CONTACT * count), 0.2, fixed
    )
    sampled = _marginals(view, unrelated_sample(view))
    equal = [_equal_pairs(column) for column in columns]
    other = _Unrelated(columns, sampled, equal)
    halves = _Halves(view, patterns)
    share_same = share_household = min(_SHARE * max(count, _SMALL_FILE) / (total + base), 0.05)
    others = other.rows([[0.0] * c.comparator.places for c in columns])
    for turn in range(rounds):
        share_other = 1 - share_same - share_household
        tables = [[halves.products(rows, side) for side in (0, 1)] for rows in (same.rows, household.rows, others)]
        (sl, sh), (hl, hh), (ol, oh) = tables
        zero_low, zero_high = dict.fromkeys(sl, 0.0), dict.fromkeys(sh, 0.0)
        s_low, s_high, h_low, h_high = dict(zero_low), dict(zero_high), dict(zero_low), dict(zero_high)
        sum_same = sum_household = 0.0
        open_patterns = []
        for entry in halves.patterns:
            low, high, pairs = entry
            s = share_same * sl[low] * sh[high]
            h = share_household * hl[low] * hh[high]
            scale = pairs / (s + h + share_other * ol[low] * oh[high])
            s *= scale
            h *= scale
            if s + h > 1e-5:
                open_patterns.append(entry)
            if s > 1e-4:
                s_low[low] += s
                s_high[high] += s
                sum_same += s
            if h > 1e-4:
                h_low[low] += h
                h_high[high] += h
                sum_household += h
        sums_same, sums_household = halves.sums(s_low, s_high), halves.sums(h_low, h_high)
        same.update(columns, sums_same)
        household.update(columns, sums_household)
        others = other.rows(
            [[a + b for a, b in zip(one, two, strict=True)] for one, two in zip(sums_same, sums_household, strict=True)]
        )
        before = (share_same, share_household)
        share_same = (sum_same + _SHARE * _SMALL_FILE) / (total + base)
        share_household = (sum_household + _SHARE * _SMALL_FILE) / (total + base)
        if turn == 2:
            halves.patterns = open_patterns
        moved = max(abs(log(share_same / before[0])), abs(log(share_household / before[1])))
        if moved < _CONVERGED:
            break
    rows = tuple(
        Row(column.comparator.name, tuple(s), tuple(h), tuple(o))
        for column, s, h, o in zip(columns, same.rows, household.rows, others, strict=True)
    )
    return Model(rows, share_same, share_household, count, sum(patterns.values()))


class _Unrelated:
    """What unrelated contacts agree on: counted over the file, less the pairs of the other two classes."""

    def __init__(
        self, columns: Sequence[Column], sampled: Sequence[Sequence[float]], equal: Sequence[Sequence[float]]
    ) -> None:
        self._columns = columns
        self._parts = []
        for column, row, counted in zip(columns, sampled, equal, strict=True):
            known = column.known
            both = max(known * (known - 1) / 2, 1.0)
            seen = sum(row[1:])
            expected = _expected(column, "other")
            scaled = [
                (_OTHER_COUNTS * e + s) / (_OTHER_COUNTS + seen) for e, s in zip(expected[1:], row[1:], strict=True)
            ]
            self._parts.append((both, counted, expected, scaled))

    def rows(self, taken: Sequence[Sequence[float]]) -> list[list[float]]:
        """Give the probabilities, the pairs of the other classes taken out of what was counted."""
        rows = []
        for column, (both, counted, expected, scaled), gone in zip(self._columns, self._parts, taken, strict=True):
            bands = 1 + len(BANDS) if column.comparator.by_frequency else 1
            row = [1.0]
            for place in range(1, column.comparator.places):
                if place <= bands:
                    left = max(counted[place] - gone[place], counted[place] * 0.02)
                    row.append((left + expected[place] * 20000) / (both + 20000))
                else:
                    row.append(scaled[place - 1])
            rows.append(_scaled(row))
        return rows
