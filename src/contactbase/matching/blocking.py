"""Candidate pairs: the union of the pairs of all blocks, large blocks parted, the largest left out and counted.

Work is bounded: a block has at most so many contacts, fewer for weak keys and in larger files, and one key gives a
number of pairs that grows with the contacts; what is beyond is left out, the largest blocks first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, compress, islice, pairwise
from operator import ne
from typing import Final

import attrs

from contactbase.matching.columns import View
from contactbase.matching.keys import KEYS, Key, KeyRule

__all__ = ["Blocking", "Capped", "candidates", "most_in_a_block"]

MOST: Final = 48
"""Contacts in a block of a strong key."""
_MOST_WEAK: Final = (3, 12)
"""Contacts in a block of a weak key, in a very large file and in a small one: in a larger block a pair is hardly ever
one person, and the larger the file, the more strangers share a key."""
_SMALL_FILE: Final = 25_000
_PAIRS: Final = 60_000
_PAIRS_PER_CONTACT: Final = 0.45
"""What one weak key may give at the most: so many pairs, and so many more a contact; strong keys four times as many."""
_SAMPLED: Final = 200
_PARTING: Final = ("birth_date", "first_name", "last_name", "locality", "street")


@attrs.define
class Capped:
    """What one key left out: how many blocks, their contacts, and the pairs that were not looked at by this key.

    `sample` are some of the blocks, evenly spread over all.
    """

    rule: KeyRule
    _in_some: bytearray = attrs.field(repr=False)
    blocks: int = 0
    pairs: int = 0
    sample: list[list[int]] = attrs.field(factory=list, repr=False)
    _step: int = attrs.field(default=1, init=False)

    def add(self, block: list[int], pairs: int) -> None:
        """Count a block of which so many pairs are left out."""
        if self.blocks % self._step == 0:
            self.sample.append(block)
            if len(self.sample) > _SAMPLED:
                del self.sample[1::2]
                self._step *= 2
        self.blocks += 1
        self.pairs += pairs
        for place in block:
            self._in_some[place] = 1

    @property
    def contacts(self) -> int:
        """How many contacts stand in such blocks."""
        return self._in_some.count(1)


@attrs.define
class Blocking:
    """The pairs as `lower * count + higher`: by strong keys, and by weak keys alone; what was left out."""

    strong: set[int] = attrs.field(repr=False)
    weak: set[int] = attrs.field(repr=False)
    capped: list[Capped] = attrs.field(factory=list)


def most_in_a_block(contacts: int) -> int:
    """Give how many contacts a block of a weak key may have in a file of so many."""
    least, most = _MOST_WEAK
    return max(least, min(most, int(most * (_SMALL_FILE / max(contacts, 1)) ** 0.5)))


def candidates(
    view: View,
    *,
    sides: Sequence[int] | None = None,
    before: View | None = None,
    changed: Sequence[int] = (),
) -> Blocking:
    """Find the pairs of contacts that share a key; two of one side (other than 0) are no pair.

    With a view from `before`, only blocks in which a changed contact stands, or stood, are paired up.
    """
    found, count = Blocking(set(), set()), len(view.living)
    budget, weak = _PAIRS + int(_PAIRS_PER_CONTACT * count), most_in_a_block(count)
    rows = view.rows(before, changed)
    sides_of = None if sides is None else [sides[place] for place in view.living]
    for rule in KEYS:
        pairs = found.strong if rule.strong else found.weak
        largest, left = (MOST, 4 * budget) if rule.strong else (weak, budget)
        left_out = Capped(rule, bytearray(len(view.contacts)))
        for columns in rule.keys(rows):
            kept = columns if before is None else _only_met(columns, count)
            if sides_of is not None:
                kept = _across(kept, sides_of)
            left = _pair_up(view, kept, pairs, largest, left, left_out)
        if left_out.blocks:
            found.capped.append(left_out)
    if sides is not None:
        found.strong, found.weak = _of_two_sides(found.strong, sides), _of_two_sides(found.weak, sides)
    found.weak -= found.strong
    return found


def _only_met(columns: Sequence[Sequence[Key]], count: int) -> Sequence[Sequence[Key]]:
    """Leave out the rows behind the contacts, and the keys that none of these has."""
    met = {key for column in columns for key in column[count:]}
    return [[key if key in met else 0 for key in column[:count]] for column in columns]


def _across(columns: Iterable[Sequence[Key]], sides: Sequence[int]) -> list[Sequence[Key]]:
    """Leave out the keys that only contacts of the largest side have, so that it is not compared with itself."""
    kept, largest = list(columns), max(set(sides), key=sides.count)
    if largest == 0:
        return kept
    wanted = {key for column in kept for key, side in zip(column, sides, strict=True) if side != largest}
    return [[key if key in wanted else 0 for key in column] for column in kept]


def _of_two_sides(pairs: set[int], sides: Sequence[int]) -> set[int]:
    count = len(sides)
    return {pair for pair in pairs if not (side := sides[pair // count]) or side != sides[pair % count]}


def _pair_up(
    view: View, columns: Sequence[Sequence[Key]], pairs: set[int], most: int, budget: int, left_out: Capped
) -> int:
    """Add the pairs of all blocks, the smallest first; give what is left of the budget."""
    count = len(view.contacts)
    held, by_size = _blocks(columns, view.living)
    by_size = {size: starts for size, starts in by_size.items() if size > 1}
    for size in [size for size in by_size if size > most]:
        for start in by_size.pop(size):
            block, kept = held[start : start + size], 0
            for part in _parted(view, block, most, 0):
                by_size.setdefault(len(part), []).append(len(held))
                held.extend(part)
                kept += _pairs_of(len(part))
            left_out.add(block, _pairs_of(size) - kept)
    for size in sorted(by_size):
        starts = by_size[size]
        fitting = max(0, budget) // _pairs_of(size)
        budget -= len(starts) * _pairs_of(size)
        if fitting < len(starts):
            starts.sort(key=held.__getitem__)
            for start in starts[fitting:]:
                left_out.add(held[start : start + size], _pairs_of(size))
            del starts[fitting:]
        for one, other in combinations(range(size), 2):
            pairs.update([held[start + one] * count + held[start + other] for start in starts])
    return budget


def _blocks(columns: Sequence[Sequence[Key]], living: Sequence[int]) -> tuple[list[int], dict[int, list[int]]]:
    """Give the contacts that meet others, block by block, ascending in each, and where blocks begin, by their size.

    Most contacts meet nobody by most keys; they are passed over without looking at them one by one. (And few lists are
    made, since many small ones keep the collector of garbage busy.)
    """
    keys = [key for column in columns for key in compress(column, column)]
    places = [place for column in columns for place in compress(living, column)]
    last = dict(zip(keys, places, strict=True))
    met = set(compress(keys, map(ne, map(last.__getitem__, keys), places)))
    rows = list(compress(range(len(keys)), map(met.__contains__, keys)))
    if len(columns) > 1:
        rows = list({(keys[row], places[row]): row for row in rows}.values())
        rows.sort(key=places.__getitem__)
    rows.sort(key=keys.__getitem__)
    ordered = list(map(keys.__getitem__, rows))
    cuts = compress(range(1, len(rows)), map(ne, islice(ordered, 1, None), ordered))
    starts: dict[int, list[int]] = {}
    for begin, end in pairwise([0, *cuts, len(rows)]):
        starts.setdefault(end - begin, []).append(begin)
    return list(map(places.__getitem__, rows)), starts


def _parted(view: View, block: list[int], most: int, depth: int) -> Iterator[list[int]]:
    """Part a large block by one column after the other; what cannot be parted is left out."""
    if len(block) <= most:
        if len(block) > 1:
            yield block
        return
    if depth == len(_PARTING):
        return
    numbers = view.by_name[_PARTING[depth]].numbers
    parts: dict[int, list[int]] = {}
    for number in block:
        parts.setdefault(numbers[number], []).append(number)
    for part in parts.values():
        yield from _parted(view, part, most, depth + 1)


def _pairs_of(size: int) -> int:
    return size * (size - 1) // 2
