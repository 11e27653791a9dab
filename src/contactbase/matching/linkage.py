"""Clusters: connected contacts, refined so that chains and families do not fuse.

A contact that may be either of two people who contradict each other, and is not clearly nearer to one, joins neither.
Inside each connected set, groups fuse along the pair of groups whose contacts agree best on average (average linkage,
Sokal and Michener 1958), pairs that no key proposed are scored too, no single pair counts more than eight bits either
way, and no two contacts that are kept apart come together. Sets too large for that fuse along their links from
strong to weak, as long as the links between two groups agree on average.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import log2
from typing import Final, NamedTuple

from contactbase.matching.connected import lowest

__all__ = ["Links", "bits", "clusters"]

_CLIP: Final = 8.0
_LARGE: Final = 80
_AT_ONCE: Final = 20_000
"""So many pairs are scored together."""
_APART: Final = -1e9
"""Bits below are of two contacts that are kept apart."""
_DECIDED: Final = 1e5
"""Bits beyond are decided, and not clipped."""
_CLEARLY: Final = 3.0
"""So many bits must one tie be stronger than another to decide between two people."""
_MOST_BITS: Final = 60.0


class Links(NamedTuple):
    """Ties by column: two nodes, the lower first, no two of them twice, and how many bits speak for one person."""

    lefts: list[int]
    rights: list[int]
    bits: list[float]


Tie = tuple[int, int, float]
"""One link."""


def bits(chance: float) -> float:
    """Give the odds of a probability in bits, at most sixty either way."""
    if chance <= 0.0 or chance >= 1.0:
        return -_MOST_BITS if chance <= 0.0 else _MOST_BITS
    return max(-_MOST_BITS, min(_MOST_BITS, log2(chance / (1 - chance))))


def _clipped(odds: float) -> float:
    return odds if abs(odds) > _DECIDED else max(-_CLIP, min(_CLIP, odds))


Score = Callable[[Sequence[tuple[int, int]]], Sequence[float]]
"""Gives the bits of pairs of nodes, very low for those kept apart."""


def clusters(links: Links, score: Score, least: float) -> list[list[int]]:
    """Give the groups of two or more nodes, each sorted; `least` is the average of bits from which groups fuse.

    All links have so many bits or more, so that a set in which all are linked is a group.
    """
    found: list[list[int]] = []
    unclear: list[tuple[list[int], list[Tie]]] = []
    for members, own in _components(links):
        if not own:
            found.append(members)
        elif len(members) <= _LARGE:
            unclear.append((members, own))
        else:
            for group in _sparse(members, own, least):
                inside = set(group)
                if len(group) <= _LARGE:
                    unclear.append((group, [tie for tie in own if tie[0] in inside and tie[1] in inside]))
                else:
                    found.append(group)
    for members, known in _scored(unclear, score):
        found.extend(_average(members, known, least))
    return sorted(found)


Known = dict[tuple[int, int], float]
"""The bits of all pairs of a set."""


def _scored(sets: Iterable[tuple[list[int], list[Tie]]], score: Score) -> Iterator[tuple[list[int], Known]]:
    """Score the pairs of each set that are not linked, those of many sets at once."""
    waiting: list[tuple[list[int], Known]] = []
    unknown: list[tuple[int, int]] = []

    def scored() -> Iterator[tuple[list[int], Known]]:
        odds = iter(score(unknown))
        for members, known in waiting:
            known.update((pair, next(odds)) for pair in combinations(members, 2) if pair not in known)
            yield members, known
        waiting.clear()
        unknown.clear()

    for members, own in sets:
        known = {(one, other): odds for one, other, odds in own}
        waiting.append((members, known))
        unknown.extend(pair for pair in combinations(members, 2) if pair not in known)
        if len(unknown) > _AT_ONCE:
            yield from scored()
    yield from scored()


def _components(links: Links) -> Iterator[tuple[list[int], list[Tie]]]:
    """Give the connected sets with their links; without them where all are linked with all."""
    top = lowest(zip(links.lefts, links.rights, strict=True))
    members: dict[int, list[int]] = {}
    for node in sorted(top):
        members.setdefault(top[node], []).append(node)
    held = Counter(map(top.__getitem__, links.lefts))
    own: dict[int, list[Tie]] = {
        node: [] for node, inside in members.items() if held[node] < len(inside) * (len(inside) - 1) // 2
    }
    if own:
        for tie in zip(*links, strict=True):
            if (node := top[tie[0]]) in own:
                own[node].append(tie)
    for node, inside in members.items():
        yield inside, own.get(node, [])


def _average(members: list[int], known: Known, least: float) -> list[list[int]]:
    """Fuse groups of one connected set by average linkage; ties go to the lowest nodes."""
    if min(known.values()) >= least:
        return [members]
    for pair in _unclear(members, known, least):
        known[pair] = -_CLIP
    groups = {node: [node] for node in members}
    sums: dict[tuple[int, int], float] = {pair: _clipped(odds) for pair, odds in known.items()}
    nearest = [(-total, one, other) for (one, other), total in sums.items()]
    heapify(nearest)
    while nearest:
        far, one, other = heappop(nearest)
        if -far < least:
            break
        if (one, other) in sums and _apart(groups, sums, one, other) == far:
            for pair in _fused(groups, sums, one, other):
                heappush(nearest, (_apart(groups, sums, *pair), *pair))
    return [sorted(group) for group in groups.values() if len(group) > 1]


def _apart(groups: Mapping[int, Sequence[int]], sums: Mapping[tuple[int, int], float], one: int, other: int) -> float:
    """Give how far two groups are from each other: the average of the bits against one person."""
    return -sums[one, other] / (len(groups[one]) * len(groups[other]))


def _unclear(members: Sequence[int], known: Mapping[tuple[int, int], float], least: float) -> set[tuple[int, int]]:
    """Give the ties of contacts that may be either of two who are apart, and are not clearly nearer to one of them."""
    apart = [pair for pair, odds in known.items() if odds < _APART]
    found: set[tuple[int, int]] = set()
    for one, other in apart:
        for node in members:
            if node in {one, other}:
                continue
            ties = [(min(node, end), max(node, end)) for end in (one, other)]
            near, far = (known[tie] for tie in ties)
            undecided = max(near, far) < _DECIDED and abs(near - far) < _CLEARLY
            if undecided and min(near, far) >= least:
                found.update(ties)
    return found


def _fused(
    groups: dict[int, list[int]], sums: dict[tuple[int, int], float], one: int, other: int
) -> list[tuple[int, int]]:
    """Put one group into the other, add up what both have with the rest; give the pairs that the group is in now."""
    groups[one].extend(groups.pop(other))
    del sums[one, other]
    pairs = []
    for rest in groups:
        if rest != one:
            place = (rest, one) if rest < one else (one, rest)
            gone = sums.pop((rest, other) if rest < other else (other, rest))
            sums[place] += gone
            pairs.append(place)
    return pairs


def _sparse(members: list[int], links: Sequence[Tie], least: float) -> list[list[int]]:
    """Fuse along links from strong to weak while the links between two groups agree on average."""
    groups = {node: [node] for node in members}
    home = {node: node for node in members}
    between: dict[int, dict[int, tuple[float, int]]] = {node: {} for node in members}
    for left, right, odds in links:
        between[left][right] = between[right][left] = (_clipped(odds), 1)
    for left, right, _ in sorted(links, key=lambda tie: (-tie[2], tie[0], tie[1])):
        one, other = home[left], home[right]
        if one == other:
            continue
        total, count = between[one].get(other, (0.0, 0))
        if not count or total / count < least:
            continue
        if len(groups[one]) < len(groups[other]):
            one, other = other, one
        moved = groups.pop(other)
        home.update(dict.fromkeys(moved, one))
        groups[one].extend(moved)
        for rest, (more, times) in between.pop(other).items():
            between[rest].pop(other, None)
            if rest != one:
                had, held = between[one].get(rest, (0.0, 0))
                between[one][rest] = between[rest][one] = (had + more, held + times)
    return [sorted(group) for group in groups.values() if len(group) > 1]
