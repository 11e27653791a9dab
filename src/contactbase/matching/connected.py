"""Connected sets: who hangs together with whom by pairs; each set goes by its lowest member.

Convention: disjoint sets with halved paths (Galler and Fischer 1964; Tarjan and van Leeuwen 1984).

>>> lowest([("c", "b"), ("d", "e"), ("b", "a")])
{'c': 'a', 'b': 'a', 'd': 'd', 'e': 'd', 'a': 'a'}
>>> list(spanning([("a", "b"), ("b", "c"), ("a", "c")]))
[('a', 'b'), ('b', 'c')]
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TypeVar

__all__ = ["lowest", "spanning"]

Node = TypeVar("Node", int, str)


def lowest(pairs: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """Give for each node of the pairs the lowest node of its set."""
    above: dict[Node, Node] = {}
    deque(_joining(pairs, above), maxlen=0)
    return {node: _top(node, above) for node in above}


def spanning(pairs: Iterable[tuple[Node, Node]]) -> Iterator[tuple[Node, Node]]:
    """Give the pairs that join what those before them did not (Kruskal 1956, if the strongest come first)."""
    return _joining(pairs, {})


def _joining(pairs: Iterable[tuple[Node, Node]], above: dict[Node, Node]) -> Iterator[tuple[Node, Node]]:
    for pair in pairs:
        one, other = (_top(node, above) for node in pair)
        if one != other:
            above[max(one, other)] = min(one, other)
            yield pair


def _top(node: Node, above: dict[Node, Node]) -> Node:
    while (higher := above.setdefault(node, node)) != node:
        above[node] = node = above[higher]
    return node
