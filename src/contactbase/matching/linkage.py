"""Clusters: connected contacts, refined so that chains and families do not fuse.

A contact that may be either of two people who contradict each other, and is not clearly nearer to one, joins neither.
Inside each connected set, groups fuse along the pair of groups whose contacts agree best on average (average linkage,
Sokal and Michener 1958), pairs that no key proposed are scored too, no single pair counts more than eight bits either
way, and no two contacts that are kept apart come together. Sets too large for that fuse along their links from
strong to weak, as long as the links between two groups agree on average.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log2
from typing import Final, NamedTuple

__all__ = ["Link", "bits", "clusters"]

_CLIP: Final = 8.0
_LARGE: Final = 80
_APART: Final = -1e9
"""Bits below are of two contacts that are kept apart."""
_DECIDED: Final = 1e5
"""Bits beyond are decided, and not clipped."""
_CLEARLY: Final = 3.0
"""So many bits must one tie be stronger than another to decide between two people."""
_MOST_BITS: Final = 60.0


class Link(NamedTuple):
    """Two nodes, the lower first, and how many bits speak for one person."""

    left: int
    right: int
    bits: float


def bits(chance: float) -> float:
    """Give the odds of a probability in bits, at most sixty either way."""
    if chance <= 0.0 or chance >= 1.0:
        return -_MOST_BITS if chance <= 0.0 else _MOST_BITS
    return max(-_MOST_BITS, min(_MOST_BITS, log2(chance / (1 - chance))))


def _clipped(odds: float) -> float:
    return odds if abs(odds) > _DECIDED else max(-_CLIP, min(_CLIP, odds))


Score = Callable[[Sequence[tuple[int, int]]], Sequence[float]]
"""Gives the bits of pairs of nodes, very low for those kept apart."""


def clusters(links: Sequence[Link], score: Score, least: float) -> list[list[int]]:
    """Give the groups of two or more nodes, each sorted; `least` is the average of bits from which groups fuse."""
    found: list[list[int]] = []
    for members, own in _components(links):
        if len(members) == 2:
            found.append(members)
        elif len(members) <= _LARGE:
            found.extend(_average(members, own, score, least))
        else:
            for group in _sparse(members, own, least):
                inside = set(group)
                ties = [link for link in own if link.left in inside and link.right in inside]
                found.extend(_average(group, ties, score, least) if len(group) <= _LARGE else [group])
    return found


def _components(links: Iterable[Link]) -> list[tuple[list[int], list[Link]]]:
    """Give the connected sets with their links."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = parent[above]
            node = parent[node]
        return node

    kept = list(links)
    for link in kept:
        low, high = sorted((root(link.left), root(link.right)))
        parent[high] = low
    members: dict[int, list[int]] = {}
    for node in sorted(parent):
        members.setdefault(root(node), []).append(node)
    own: dict[int, list[Link]] = {}
    for link in kept:
        own.setdefault(root(link.left), []).append(link)
    return [(nodes, own[top]) for top, nodes in members.items()]


def _average(members: list[int], links: Sequence[Link], score: Score, least: float) -> list[list[int]]:
    """Fuse groups of one connected set by average linkage; ties go to the lowest nodes."""
    known = {(link.left, link.right): link.bits for link in links}
    pairs = [(one, other) for place, one in enumerate(members) for other in members[place + 1 :]]
    unknown = [pair for pair in pairs if pair not in known]
    known.update(zip(unknown, score(unknown), strict=True))
    if min(known.values()) >= least:
        return [members]
    for pair in _unclear(members, known, least):
        known[pair] = -_CLIP
    groups = {node: [node] for node in members}
    sums: dict[tuple[int, int], float] = {pair: _clipped(odds) for pair, odds in known.items()}
    while sums:
        best, pair = max(
            ((total / (len(groups[one]) * len(groups[other])), (-one, -other)) for (one, other), total in sums.items()),
        )
        if best < least:
            break
        _fuse(groups, sums, -pair[0], -pair[1])
    return [sorted(group) for group in groups.values() if len(group) > 1]


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


def _fuse(groups: dict[int, list[int]], sums: dict[tuple[int, int], float], one: int, other: int) -> None:
    """Put one group into the other and add up what both have with the rest."""
    groups[one].extend(groups.pop(other))
    del sums[one, other]
    for rest in groups:
        if rest != one:
            gone = sums.pop((rest, other) if rest < other else (other, rest), None)
            if gone is not None:
                place = (rest, one) if rest < one else (one, rest)
                sums[place] = sums.get(place, 0.0) + gone


def _sparse(members: list[int], links: Sequence[Link], least: float) -> list[list[int]]:
    """Fuse along links from strong to weak while the links between two groups agree on average."""
    groups = {node: [node] for node in members}
    home = {node: node for node in members}
    between: dict[int, dict[int, tuple[float, int]]] = {node: {} for node in members}
    for link in links:
        between[link.left][link.right] = between[link.right][link.left] = (_clipped(link.bits), 1)
    for link in sorted(links, key=lambda link: (-link.bits, link.left, link.right)):
        one, other = home[link.left], home[link.right]
        if one == other or link.bits < least:
            continue
        total, count = between[one].get(other, (0.0, 0))
        if not count or total / count < least:
            continue
        if len(groups[one]) < len(groups[other]):
            one, other = other, one
        groups[one].extend(groups.pop(other))
        for node in groups[one]:
            home[node] = one
        for rest, (more, times) in between.pop(other).items():
            between[rest].pop(other, None)
            if rest != one:
                had, held = between[one].get(rest, (0.0, 0))
                between[one][rest] = between[rest][one] = (had + more, held + times)
    return [sorted(group) for group in groups.values() if len(group) > 1]
