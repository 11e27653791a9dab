"""The candidate pairs of a view with their patterns, kept from one look at a base to the next.

When a few contacts were merged, only the blocks in which these stand, or stood, are paired up again, and only their pairs,
and those of values that came into another band of frequency, are compared again. All the other pairs stay as they are.

>>> from contactbase.model.contact import Contact
>>> names = [("a", "Léa", "Durand"), ("b", "LEA", "DURAND"), ("c", "Noé", "Roy")]
>>> view = View.of([Contact(id=key, first_name=first, last_name=last) for key, first, last in names])
>>> pool = Pool.of(view)
>>> list(zip(pool.lefts, pool.rights)), Pool.of(view) == pool.again(view)
([(0, 1)], True)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from contactbase.matching.blocking import Blocking, candidates, most_in_a_block
from contactbase.matching.columns import View

__all__ = ["Pool"]

_FEW_PAIRS: Final = 25_000
"""So many pairs that only weak keys propose are all worth a closer look."""
_FEW: Final = 10
"""If one in so many contacts has changed, all are paired up again."""


@attrs.define
class Pool:
    """Pairs by column (the lower place, the higher place, the pattern): those of strong keys, and promising ones.

    `view` is what was looked at, `sides` see `candidates`, `blocking` holds all pairs that share a key.
    """

    view: View = attrs.field(repr=False, eq=False)
    sides: Sequence[int] | None = attrs.field(repr=False, eq=False)
    blocking: Blocking
    tolerated: int
    lefts: list[int] = attrs.field(repr=False)
    rights: list[int] = attrs.field(repr=False)
    patterns: list[int] = attrs.field(repr=False)

    @classmethod
    def of(cls, view: View, sides: Sequence[int] | None = None) -> Pool:
        """Pair up all contacts of a view."""
        blocking = candidates(view, sides=sides)
        tolerated = _tolerated(blocking)
        lefts, rights = view.parted(blocking.strong)
        pool = cls(view, sides, blocking, tolerated, lefts, rights, view.patterns(lefts, rights))
        pool._add(*view.promising(blocking.weak, tolerated))
        return pool

    def again(self, view: View) -> Pool:
        """Pair up the contacts of a later view of the same base."""
        changed = view.changed_since(self.view)
        steady = most_in_a_block(len(view.living)) == most_in_a_block(len(self.view.living))
        if not steady or len(changed) * _FEW > len(view.living):
            return Pool.of(view, self.sides)
        count, off = len(view.contacts), bytearray(len(view.contacts))
        for place in changed:
            off[place] = 1
        met = candidates(view, sides=self.sides, before=self.view, changed=changed)
        strong, weak = (
            {pair for pair in pairs if not (off[pair // count] or off[pair % count])}
            for pairs in (self.blocking.strong, self.blocking.weak)
        )
        blocking = Blocking(strong | met.strong, (weak | met.weak) - strong - met.strong, self.blocking.capped)
        if _tolerated(blocking) != self.tolerated:
            return Pool.of(view, self.sides)
        pool = self._staying(view, blocking, off, met.strong & weak)
        lefts, rights = view.parted(met.strong - strong)
        pool._add(lefts, rights, view.patterns(lefts, rights))
        pool._add(*view.promising(met.weak - weak - blocking.strong, self.tolerated))
        return pool

    def _staying(self, view: View, blocking: Blocking, off: Sequence[int], moved: set[int]) -> Pool:
        """Give the pool of the pairs that stay, compared again where values came into another band."""
        count, anew = len(view.contacts), view.weighed_anew_since(self.view)
        stay = [
            place
            for place, (left, right) in enumerate(zip(self.lefts, self.rights, strict=True))
            if not (off[left] or off[right] or (moved and left * count + right in moved))
        ]
        lefts, rights = [self.lefts[place] for place in stay], [self.rights[place] for place in stay]
        patterns = [self.patterns[place] for place in stay]
        again = [place for place, (one, two) in enumerate(zip(lefts, rights, strict=True)) if anew[one] or anew[two]]
        fresh = view.patterns([lefts[place] for place in again], [rights[place] for place in again])
        for place, pattern in zip(again, fresh, strict=True):
            patterns[place] = pattern
        return Pool(view, self.sides, blocking, self.tolerated, lefts, rights, patterns)

    def _add(self, lefts: list[int], rights: list[int], patterns: list[int]) -> None:
        self.lefts += lefts
        self.rights += rights
        self.patterns += patterns


def _tolerated(blocking: Blocking) -> int:
    """Give how many disagreements a pair of weak keys may have: where there are few such pairs, all are looked at."""
    return 1 if len(blocking.weak) > _FEW_PAIRS else 3
