"""Candidate pairs: the union of the pairs of all blocks, large blocks parted, the largest left out and counted.

Work is bounded: a block has at most `most` contacts, and one key gives a number of pairs that grows with the contacts;
what is beyond is left out, the largest blocks first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

import attrs

from contactbase.matching.columns import View
from contactbase.matching.keys import KEYS, KeyRule

__all__ = ["Blocking", "Capped", "candidates"]

MOST: Final = 48
"""Contacts in a block of a strong key."""
_MOST_WEAK: Final = 12
"""Contacts in a block of a weak key: in a larger one a pair is hardly ever one person."""
_PAIRS: Final = 20_000
_PAIRS_PER_CONTACT: Final = 0.15
"""What one weak key may give: so many pairs, and so many more a contact; strong keys ten times as many."""
_PARTING: Final = ("birth_date", "first_name", "last_name", "locality", "street")


@attrs.frozen
class Capped:
    """What one key left out: how many blocks, their contacts, and the pairs that were not looked at by this key."""

    rule: KeyRule
    blocks: int
    contacts: int
    pairs: int


@attrs.define
class Blocking:
    """The candidate pairs as `lower * count + higher`: by strong keys, and by weak keys alone; what was left out."""

    strong: set[int] = attrs.field(repr=False)
    weak: set[int] = attrs.field(repr=False)
    capped: list[Capped]


def candidates(
    view: View, *, most: int = MOST, keys: Sequence[KeyRule] = KEYS, sides: Sequence[int] | None = None
) -> Blocking:
    """Find the pairs of contacts that share a key; two of one side (other than 0) are no pair."""
    count = len(view.contacts)
    found = Blocking(set(), set(), [])
    budget = _PAIRS + int(_PAIRS_PER_CONTACT * count)
    for rule in keys:
        pairs = found.strong if rule.strong else found.weak
        columns = rule.keys(view) if sides is None else _across(rule.keys(view), sides)
        large = _small_blocks(columns, pairs, count)
        if large:
            limits = (most, 10 * budget) if rule.strong else (min(most, _MOST_WEAK), budget)
            left_out = _large_blocks(view, large, pairs, *limits)
            if left_out:
                found.capped.append(Capped(rule, len(left_out), sum(map(len, left_out)), sum(map(_pairs_of, left_out))))
    if sides is not None:
        found.strong, found.weak = _of_two_sides(found.strong, sides), _of_two_sides(found.weak, sides)
    found.weak -= found.strong
    return found


def _across(columns: Iterable[Sequence[int]], sides: Sequence[int]) -> Iterator[Sequence[int]]:
    """Leave out the keys that only contacts of the largest side have, so that it is not compared with itself."""
    largest = max(set(sides), key=sides.count)
    if largest == 0:
        yield from columns
        return
    kept = list(columns)
    wanted = {key for column in kept for key, side in zip(column, sides, strict=True) if side != largest}
    for column in kept:
        yield [key if key in wanted else 0 for key in column]


def _of_two_sides(pairs: set[int], sides: Sequence[int]) -> set[int]:
    count = len(sides)
    return {pair for pair in pairs if not (side := sides[pair // count]) or side != sides[pair % count]}


def _small_blocks(columns: Iterable[Sequence[int]], pairs: set[int], count: int) -> list[list[int]]:
    """Add the pairs of blocks of two, and give the larger blocks; several columns of one key are one column of it."""
    first: dict[int, int] = {}
    second: dict[int, int] = {}
    larger: dict[int, list[int]] = {}
    meet = first.setdefault
    for column in columns:
        for number, key in enumerate(column):
            if key and (held := meet(key, number)) != number:
                other = second.setdefault(key, number)
                if other != number:
                    if key in larger:
                        larger[key].append(number)
                    else:
                        larger[key] = [held, other, number]
    pairs.update(
        first[key] * count + number if first[key] < number else number * count + first[key]
        for key, number in second.items()
        if key not in larger
    )
    return [sorted(set(block)) for block in larger.values()]


def _large_blocks(view: View, blocks: list[list[int]], pairs: set[int], most: int, budget: int) -> list[list[int]]:
    """Add the pairs of blocks of three and more, the smallest first; give the blocks that were left out."""
    count = len(view.contacts)
    small: list[list[int]] = []
    left_out: list[list[int]] = []
    for block in blocks:
        if len(block) <= most:
            small.append(block)
        else:
            small.extend(_parted(view, block, most, left_out, 0))
    small.sort(key=len)
    for place, block in enumerate(small):
        budget -= _pairs_of(block)
        if budget < 0:
            left_out.extend(small[place:])
            break
        if len(block) == 3:
            one, two, three = block
            pairs.add(one * count + two)
            pairs.add(one * count + three)
            pairs.add(two * count + three)
        else:
            pairs.update(one * count + other for one, other in combinations(block, 2))
    return left_out


def _parted(view: View, block: list[int], most: int, left_out: list[list[int]], depth: int) -> Iterator[list[int]]:
    """Part a large block by one column after the other."""
    if len(block) <= most:
        if len(block) > 1:
            yield block
        return
    if depth == len(_PARTING):
        left_out.append(block)
        return
    numbers = view.by_name[_PARTING[depth]].numbers
    parts: dict[int, list[int]] = {}
    for number in block:
        parts.setdefault(numbers[number], []).append(number)
    for part in parts.values():
        yield from _parted(view, part, most, left_out, depth + 1)


def _pairs_of(block: Sequence[int]) -> int:
    return len(block) * (len(block) - 1) // 2
