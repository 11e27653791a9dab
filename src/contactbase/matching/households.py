"""Households: people, told apart, who by the evidence live together. An output of its own; nobody is merged.

Two people are of one household when that is more probable than that they are one person or unrelated; groups are
connected sets of such people. A set of more than twelve is no household but a street, a home or a slip, and is left
out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from contactbase.matching.natural import natural

if TYPE_CHECKING:
    from contactbase.matching.matches import Pair

__all__ = ["households"]

_LIKELY: Final = 0.5
_MOST: Final = 12
_SHARED: Final = frozenset(
    {("street", "same"), ("street", "close"), ("landline", "same"), ("email", "same"), ("mobile", "same")}
)
"""What people of one household share; a name and a town are not enough."""


def households(pairs: Iterable[Pair], home: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Give groups of contacts of one household, each person by the first id of its cluster, in natural order."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = parent[above]
            node = parent[node]
        return node

    for pair in pairs:
        if pair.household >= _LIKELY and any((piece.matter, piece.level) in _SHARED for piece in pair.evidence):
            left, right = home.get(pair.left, pair.left), home.get(pair.right, pair.right)
            if left != right:
                low, high = sorted((root(left), root(right)), key=natural)
                parent[high] = low
    groups: dict[str, list[str]] = {}
    for node in sorted(parent, key=natural):
        groups.setdefault(root(node), []).append(node)
    return tuple(tuple(group) for group in groups.values() if 1 < len(group) <= _MOST)
