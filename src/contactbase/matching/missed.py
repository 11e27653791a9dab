"""What blocking may have missed: pairs in blocks that were too large, and pairs that share no key at all.

Of what was left out of large blocks, a sample is judged, and stands for the rest. Pairs that share no key are counted
as one counts animals that no trap has caught: keys fall into families (mail, phone, names, birth, place, company);
found pairs that only one family brought together, against those that two did, tell how many none did (Chao 1987,
*Estimating the population size for capture-recapture data with unequal catchability*, Biometrics 43, in its
bias-corrected form). It is an estimate from below: families are not independent of each other.

>>> chao(518, 574)
232.9
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from contactbase.matching.blocking import Capped
from contactbase.matching.columns import View
from contactbase.matching.keys import KEYS
from contactbase.matching.looking import Look

__all__ = ["chao", "missed_in", "unmet"]

_SAMPLED: Final = 2000
"""So many found pairs are asked which keys they share."""
_PAIRS_OF_A_BLOCK: Final = 10


def chao(once: float, twice: float) -> float:
    """Give how many were never met, if so many were met once and so many twice; to one decimal."""
    return round(once * max(once - 1, 0) / (2 * (twice + 1)), 1)


def missed_in(look: Look, capped: Capped, home: Mapping[str, int], threshold: float) -> int:
    """Estimate the pairs of one person that one key has left out, and that nothing else has brought together.

    `home` gives by id the number of the group that a contact is in.
    """
    contacts = look.view.contacts
    pairs: list[tuple[int, int]] = []
    shares: list[float] = []
    for block in capped.sample:
        some = list(_some_pairs(block))
        pairs += [
            pair
            for pair in some
            if not _together(home, contacts[pair[0]].id, contacts[pair[1]].id) and not _met(look, *pair)
        ]
        shares += [len(block) * (len(block) - 1) / 2 / len(some)] * (len(pairs) - len(shares))
    patterns = look.view.patterns([one for one, _ in pairs], [other for _, other in pairs])
    likely = sum(
        share for share, pattern in zip(shares, patterns, strict=True) if look.judge(pattern).same >= threshold
    )
    return round(likely * capped.blocks / len(capped.sample))


def _together(home: Mapping[str, int], one: str, other: str) -> bool:
    return one in home and home[one] == home.get(other)


def _some_pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give a few pairs of a block, the lower contact first: all of a small one, scattered ones of a large one."""
    size = len(block)
    if size * (size - 1) // 2 <= _PAIRS_OF_A_BLOCK:
        yield from ((block[one], block[other]) for one in range(size) for other in range(one + 1, size))
        return
    for turn in range(_PAIRS_OF_A_BLOCK):
        one = (turn * 7919 + 13) % size
        other = (one + 1 + turn * 104729 % (size - 1)) % size
        yield block[min(one, other)], block[max(one, other)]


def _met(look: Look, one: int, other: int) -> bool:
    pair = one * len(look.view.contacts) + other
    return any(
        (place := bisect_left(held, pair)) < len(held) and held[place] == pair
        for held in (look.pool.strong, look.pool.weak)
    )


def unmet(look: Look, threshold: float) -> tuple[int, int]:
    """Estimate how many pairs of one person share no key; and give how many were found."""
    lefts, rights, judgements = look.judged
    places = [place for place, judgement in enumerate(judgements) if judgement.same >= threshold]
    step = max(1, len(places) // _SAMPLED)
    sample = places[::step]
    families = _families(look.view, [lefts[place] for place in sample], [rights[place] for place in sample])
    once, twice = families.count(1), families.count(2)
    return round(chao(once, twice) * step), len(places)


def _families(view: View, lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
    """Count for each pair the families of keys that it shares."""
    pairs = len(lefts)
    columns = [
        attrs.evolve(column, numbers=[column.numbers[place] for place in (*lefts, *rights)]) for column in view.columns
    ]
    rows = View([], tuple(columns), range(2 * pairs))
    shared: dict[str, set[int]] = {}
    for rule in KEYS:
        met = shared.setdefault(rule.family, set())
        for group in rule.keys(rows):
            for one in group:
                for other in group:
                    met.update(turn for turn in range(pairs) if one[turn] and one[turn] == other[pairs + turn])
    return [sum(turn in met for met in shared.values()) for turn in range(pairs)]
