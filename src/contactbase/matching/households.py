"""Households: people, told apart, who by the evidence live together. An output of its own; nobody is merged.

Two people are of one household when that is more probable than that they are one person or unrelated, or when the
evidence calls them one person, yet they are known to be two (father and son of one name, a couple and one of the two, a
reviewer's verdict); groups are connected sets of such people. A set of more than twelve is no household but a street, a
home or a slip, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from contactbase.matching.connected import lowest
from contactbase.matching.natural import natural

__all__ = ["households"]

_MOST: Final = 12


def households(together: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Group people, of whom two and two live together, in natural order of their ids."""
    home = lowest((one, other) for one, other in set(together) if one != other)
    groups: dict[str, list[str]] = {}
    for node in sorted(home, key=natural):
        groups.setdefault(home[node], []).append(node)
    return tuple(tuple(group) for group in groups.values() if 1 < len(group) <= _MOST)
