"""How many slips of the keyboard lie between two texts, as far as it matters: 0, 1, 2 … or more than a bound.

Convention: optimal string alignment (Damerau 1964): a letter too many, too few, another one, or two neighbours
exchanged, each counted once. With rapidfuzz (the extra `fuzzy`) its C++ gives the same numbers, faster.

>>> slips("valerie", "valreie", 1), slips("durand", "dupont", 2), slips("", "ab", 3)
(1, 3, 2)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["pure_slips", "slips"]


def pure_slips(one: str, other: str, most: int) -> int:
    """Give the number of slips, or `most + 1` when there are more; symmetric, in time (length x `most`)."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > most:
        return most + 1
    start, end = _inner(short, long)
    short, long = short[start : len(short) - end], long[start : len(long) - end]
    if not short or (most == 1 and len(long) == 1):
        return min(len(long), most + 1)
    if most == 1:
        return 1 if len(short) == len(long) == 2 and short == long[::-1] else 2
    return _banded(short, long, most)


def _inner(short: str, long: str) -> tuple[int, int]:
    """Give how many letters are equal at the start, and then at the end."""
    start, shortest = 0, len(short)
    while start < shortest and short[start] == long[start]:
        start += 1
    end = 0
    while end < shortest - start and short[-1 - end] == long[-1 - end]:
        end += 1
    return start, end


def _banded(short: str, long: str, most: int) -> int:
    """Fill the table of the alignment along its diagonal only."""
    width, far = len(long), most + 1
    before, above = [far] * (width + 1), [min(column, far) for column in range(width + 1)]
    for row, letter in enumerate(short, start=1):
        current = [far] * (width + 1)
        current[0] = min(row, far)
        for column in range(max(1, row - most), min(width, row + most) + 1):
            cost = above[column - 1] + (letter != long[column - 1])
            cost = min(cost, above[column] + 1, current[column - 1] + 1)
            if row > 1 and column > 1 and letter == long[column - 2] and short[row - 2] == long[column - 1]:
                cost = min(cost, before[column - 2] + 1)
            current[column] = cost
        if min(current) > most:
            return far
        before, above = above, current
    return min(above[width], far)


def _fast() -> Callable[[str, str, int], int]:
    try:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - an extra, used where it is installed
    except ImportError:
        return pure_slips
    distance = OSA.distance

    def fast(one: str, other: str, most: int) -> int:
        return distance(one, other, score_cutoff=most)

    return fast


slips: Final = _fast()
"""Give the number of slips, or `most + 1` when there are more; by rapidfuzz where it is installed."""
