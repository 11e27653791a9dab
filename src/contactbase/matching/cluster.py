"""Clusters of pairs: who is one person together, so that chains and families do not fuse.

Contacts that are linked are one person when no two of them contradict each other. Where some do (Jean and Marie, and a
contact without a name that is linked to both), the stronger links are followed first; among equal ones, a contact that
is linked to two different people joins neither, and what still cannot be one person stays apart. Nothing depends on
the order of the contacts.

>>> from contactbase.matching.names import Name
>>> profiles = dict(enumerate(Profile(Name(first, "")) for first in ("jean", "", "marie")))
>>> found = clusters([Edge(0, 1, (1.0, 0), False), Edge(1, 2, (1.0, 0), False)], profiles)
>>> found.groups, len(found.refused)
([], 2)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from contactbase.matching.profile import Licences, Profile, Summary

__all__ = ["Clusters", "Edge", "clusters"]


class Edge(NamedTuple):
    """A matched pair of contacts by number. Links of higher `strength` are followed first; `renamed`: another name."""

    left: int
    right: int
    strength: tuple[float, int]
    renamed: bool


class Clusters(NamedTuple):
    """Groups of two or more, the pairs that were not followed, and the linked sets that could not be one person."""

    groups: list[list[int]]
    refused: list[Edge]
    unclear: list[list[int]]


class _Forest:
    """Union-find over numbers, with path halving; the smallest number is the root."""

    __slots__ = ("_parent",)

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def root(self, node: int) -> int:
        parent = self._parent
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = parent[above]
            node = parent[node]
        return node

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low

    def groups(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for node in self._parent:
            found.setdefault(self.root(node), []).append(node)
        return found


def clusters(edges: Sequence[Edge], profiles: Mapping[int, Profile]) -> Clusters:
    """Give the clusters of matched pairs; each connected set is looked at by itself."""
    forest = _Forest()
    for edge in edges:
        forest.join(edge.left, edge.right)
    linked: dict[int, list[Edge]] = {}
    for edge in edges:
        linked.setdefault(forest.root(edge.left), []).append(edge)
    found = Clusters([], [], [])
    for root, members in forest.groups().items():
        links = linked[root]
        if 2 * len(links) == len(members) * (len(members) - 1):
            found.groups.append(members)  # every two are linked, so no two contradict each other
            continue
        licences = _licences(links, profiles)
        if Summary.of(profiles[node] for node in members).is_one_person(licences):
            found.groups.append(members)
        else:
            _refine(members, links, profiles, found)
    return found


def _licences(edges: Iterable[Edge], profiles: Mapping[int, Profile]) -> Licences:
    return frozenset(frozenset((profiles[edge.left].name, profiles[edge.right].name)) for edge in edges if edge.renamed)


def _refine(members: list[int], edges: list[Edge], profiles: Mapping[int, Profile], found: Clusters) -> None:
    """Follow the links of one connected set from strong to weak, and note what was not followed."""
    licences = _licences(edges, profiles)
    forest = _Forest()
    sums = {node: Summary.of([profiles[node]]) for node in members}
    for strength in sorted({edge.strength for edge in edges}, reverse=True):
        links = [(edge.left, edge.right) for edge in edges if edge.strength == strength]
        _follow(links, forest, sums, licences)
    found.groups.extend(group for group in forest.groups().values() if len(group) > 1)
    refused = [edge for edge in edges if forest.root(edge.left) != forest.root(edge.right)]
    if refused:
        found.refused.extend(refused)
        found.unclear.append(members)


def _follow(links: list[tuple[int, int]], forest: _Forest, sums: dict[int, Summary], licences: Licences) -> None:
    """Fuse groups along links of one strength, where that gives one person."""
    near: dict[int, set[int]] = {}
    for one, other in links:
        left, right = forest.root(one), forest.root(other)
        if left != right and Summary.union((sums[left], sums[right])).is_one_person(licences):
            near.setdefault(left, set()).add(right)
            near.setdefault(right, set()).add(left)

    def is_one(nodes: Iterable[int]) -> bool:
        return Summary.union(sums[node] for node in nodes).is_one_person(licences)

    for nodes in _agreeing(near, is_one):
        summary = Summary.union(sums[node] for node in nodes)
        for node in nodes[1:]:
            forest.join(nodes[0], node)
        sums[forest.root(nodes[0])] = summary


def _agreeing(near: Mapping[int, set[int]], is_one: Callable[[Iterable[int]], bool]) -> Iterable[list[int]]:
    """Give the connected sets that are one person, contacts linked to two different people left out."""
    for nodes in _connected(near, near.keys()):
        if is_one(nodes):
            yield nodes
            continue
        sure = {node for node in nodes if is_one((node, *near[node]))}
        yield from (rest for rest in _connected(near, sure) if len(rest) > 1 and is_one(rest))


def _connected(near: Mapping[int, set[int]], allowed: Iterable[int]) -> Iterable[list[int]]:
    """Give the connected sets of the allowed nodes."""
    left = set(allowed)
    while left:
        reached, waiting = [], [left.pop()]
        while waiting:
            node = waiting.pop()
            reached.append(node)
            fresh = near[node] & left
            left -= fresh
            waiting.extend(fresh)
        yield reached
