"""The candidate pairs of a view with their patterns, kept from one look at a base to the next.

When a few contacts were merged, only the blocks in which these stand, or stood, are paired up again, and only their
pairs, and those of values that came into another band of frequency, are compared again. All others stay as they are.

>>> from contactbase.model.contact import Contact
>>> names = [("a", "Léa", "Durand"), ("b", "LEA", "DURAND"), ("c", "Noé", "Roy")]
>>> view = View.of([Contact(id=key, first_name=first, last_name=last) for key, first, last in names])
>>> pool = Pool.of(view)
>>> list(zip(pool.lefts, pool.rights)), Pool.of(view) == pool.again(view)
([(0, 1)], True)
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence, Sized
from typing import Final

import attrs

from contactbase.matching.blocking import Blocking, Capped, candidates, most_in_a_block
from contactbase.matching.columns import Places, View, picked

__all__ = ["Pool"]

_FEW_PAIRS: Final = 10_000
"""So many pairs that only weak keys propose are all worth a closer look."""
_FEW: Final = 10
"""If one in so many contacts has changed, all are paired up again."""


@attrs.define
class Pool:
    """Pairs by column (the lower place, the higher place, the pattern): those of strong keys, and promising ones.

    `view` is what was looked at, `sides` see `candidates`; `strong` and `weak` are all pairs that share a key.
    """

    view: View = attrs.field(repr=False, eq=False)
    sides: Sequence[int] | None = attrs.field(repr=False, eq=False)
    capped: list[Capped]
    strong: Places = attrs.field(repr=False)
    weak: Places = attrs.field(repr=False)
    lefts: Places = attrs.field(repr=False)
    rights: Places = attrs.field(repr=False)
    patterns: Places = attrs.field(repr=False)

    @classmethod
    def of(cls, view: View, sides: Sequence[int] | None = None) -> Pool:
        """Pair up all contacts of a view."""
        blocking = candidates(view, sides=sides)
        pool = cls._empty(view, sides, blocking)
        pool.add(*_compared(view, blocking.strong))
        pool.add(*view.promising(blocking.weak, _tolerated(blocking.weak)))
        return pool

    @classmethod
    def _empty(cls, view: View, sides: Sequence[int] | None, blocking: Blocking) -> Pool:
        strong, weak = array("q", sorted(blocking.strong)), array("q", sorted(blocking.weak))
        return cls(view, sides, blocking.capped, strong, weak, array("q"), array("q"), array("q"))

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
            for pairs in (self.strong, self.weak)
        )
        blocking = Blocking(strong | met.strong, (weak | met.weak) - strong - met.strong, self.capped)
        if _tolerated(blocking.weak) != _tolerated(self.weak):
            return Pool.of(view, self.sides)
        pool = self._empty(view, self.sides, blocking)
        pool.add(*self._staying(view, off, met.strong & weak))
        pool.add(*_compared(view, met.strong - strong))
        pool.add(*view.promising(met.weak - weak - blocking.strong, _tolerated(self.weak)))
        return pool

    def _staying(self, view: View, off: Sequence[int], moved: set[int]) -> tuple[Places, Places, Sequence[int]]:
        """Give the pairs that stay, compared again where values came into another band."""
        count, anew = len(view.contacts), view.weighed_anew_since(self.view)
        stay = [
            place
            for place, (left, right) in enumerate(zip(self.lefts, self.rights, strict=True))
            if not (off[left] or off[right] or (moved and left * count + right in moved))
        ]
        lefts, rights, patterns = (picked(column, stay) for column in (self.lefts, self.rights, self.patterns))
        again = [place for place, (one, two) in enumerate(zip(lefts, rights, strict=True)) if anew[one] or anew[two]]
        fresh = view.patterns(picked(lefts, again), picked(rights, again))
        for place, pattern in zip(again, fresh, strict=True):
            patterns[place] = pattern
        return lefts, rights, patterns

    def add(self, lefts: Iterable[int], rights: Iterable[int], patterns: Iterable[int]) -> None:
        """Add pairs by column."""
        self.lefts.extend(lefts)
        self.rights.extend(rights)
        self.patterns.extend(patterns)


def _compared(view: View, pairs: Iterable[int]) -> tuple[Places, Places, list[int]]:
    lefts, rights = view.parted(pairs)
    return lefts, rights, view.patterns(lefts, rights)


def _tolerated(weak: Sized) -> int:
    """Give how many disagreements a pair of weak keys may have: where there are few such pairs, all are looked at."""
    return 1 if len(weak) > _FEW_PAIRS else 3
