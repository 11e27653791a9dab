"""Which cells of a table of counts may be shown, so that nobody is singled out, not even by subtraction.

A cell is held back when fewer than `k` people are in it, when one of them makes up most of a sum (dominance), or when
they all share a sensitive answer (l-diversity). When totals are published too, a held-back cell could be computed from
the rest; so further cells are held back (complementary suppression) until every total hides at least two cells with
together at least `k` people, and it is then proved for each hidden cell that another whole table fits all that is
published: two answers are possible, so none is derived. A total for which that cannot be had is held back itself.

Convention: primary and secondary suppression of statistical disclosure control; the proof is a move in the null space
of the published totals that leaves every count at zero or above. Nothing of this makes data anonymous.

>>> shown = protect({("F",): Tally(7), ("M",): Tally(4), ("X",): Tally(6)}, k=5, margins=((),))
>>> sorted(shown.cells), shown.totals[()][()].count, shown.hidden_cells
([('F',)], 17, 2)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import lcm
from typing import Final

import attrs

from contactbase.errors import PrivacyError

__all__ = ["SMALLEST_K", "Key", "Protected", "Tally", "Why", "protect"]

Key = tuple[str, ...]
"""The values of a cell, one per dimension."""
Margin = tuple[int, ...]
"""The dimensions that a total keeps, by number; () is the grand total."""

SMALLEST_K: Final = 2
_MOST_UNKNOWNS: Final = 1500
"""Hidden cells up to which the proof is made; beyond, all totals are held back."""


class Why:
    """Why a cell is hidden."""

    SMALL: Final = "small"
    DOMINATED: Final = "dominated"
    ALIKE: Final = "alike"
    COMPLEMENT: Final = "complement"


@attrs.frozen
class Tally:
    """What is counted in a cell: people, sums of each measure, the largest share of one person in each, answers.

    `sums` and `largest` are of absolute amounts, in minor units, so that a refund hides nobody; `net` is what is shown.
    """

    count: int
    net: tuple[int, ...] = ()
    sums: tuple[int, ...] = ()
    largest: tuple[int, ...] = ()
    answers: frozenset[str] = frozenset()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.count + other.count,
            _plus(self.net, other.net),
            _plus(self.sums, other.sums),
            tuple(map(max, self.largest, other.largest))
            if self.largest and other.largest
            else self.largest or other.largest,
            self.answers | other.answers,
        )


def _plus(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True)) if one and other else one or other


@attrs.frozen(kw_only=True)
class Protected:
    """What may be published: cells, and totals by the dimensions that they keep; and what was held back.

    `hidden` is for the controller alone: publishing how many people are in hidden cells is publishing the total.
    """

    cells: Mapping[Key, Tally]
    totals: Mapping[Margin, Mapping[Key, Tally]]
    hidden: Mapping[Key, str] = attrs.field(repr=False)
    hidden_people: int = attrs.field(repr=False)
    hidden_totals: int = 0

    @property
    def hidden_cells(self) -> int:
        """How many cells with people in them are not shown."""
        return len(self.hidden)


def protect(
    tallies: Mapping[Key, Tally],
    *,
    k: int,
    margins: Iterable[Margin] = (),
    dominance: float | None = None,
    diversity: int = 1,
) -> Protected:
    """Give what of a table may be published.

    `k` people at least per cell (itself included); `margins` the totals wanted; `dominance` the share of a sum from
    which one person dominates (0.85; None: not looked at); `diversity` the number of different sensitive answers a cell
    needs. PrivacyError for a `k` under 2.
    """
    if k < SMALLEST_K:
        raise PrivacyError(
            f"k={k} hides nobody. Use 5, or 10 and more where places are among the dimensions; never under 2."
        )
    table = _Table({key: tally for key, tally in tallies.items() if tally.count > 0}, k, dominance, diversity)
    return table.protect(tuple(dict.fromkeys(margins)))


class _Table:
    """The work of one table."""

    def __init__(self, tallies: Mapping[Key, Tally], k: int, dominance: float | None, diversity: int) -> None:
        self.tallies = tallies
        self.k, self.dominance, self.diversity = k, dominance, diversity
        self.hidden: dict[Key, str] = {}
        for key in sorted(tallies):
            why = self.unsafe(tallies[key], diversity)
            if why is not None:
                self.hidden[key] = why

    def unsafe(self, tally: Tally, diversity: int = 1) -> str | None:
        """Say why a cell, or a group of cells that subtraction gives, must not be known; None where it may."""
        if tally.count < self.k:
            return Why.SMALL
        if self.dominance is not None and any(
            total and largest >= self.dominance * total
            for total, largest in zip(tally.sums, tally.largest, strict=True)
        ):
            return Why.DOMINATED
        return Why.ALIKE if len(tally.answers) < diversity and tally.answers else None

    def protect(self, margins: tuple[Margin, ...]) -> Protected:
        totals = {(margin, key): members for margin in margins for key, members in self._members(margin).items()}
        open_totals = {place for place, members in totals.items() if self.unsafe(self._sum(members)) is None}
        self._complement(totals, open_totals, margins)
        while place := self._derivable(totals, open_totals):
            open_totals.discard(place)
            self._complement(totals, open_totals, margins)
        shown: dict[Margin, dict[Key, Tally]] = {margin: {} for margin in margins}
        for margin, key in sorted(open_totals):
            shown[margin][key] = self._sum(totals[margin, key])
        return Protected(
            cells={key: tally for key, tally in sorted(self.tallies.items()) if key not in self.hidden},
            totals=shown,
            hidden=dict(sorted(self.hidden.items())),
            hidden_people=sum(self.tallies[key].count for key in self.hidden),
            hidden_totals=len(totals) - len(open_totals),
        )

    def _members(self, margin: Margin) -> dict[Key, list[Key]]:
        found: dict[Key, list[Key]] = {}
        for key in sorted(self.tallies):
            found.setdefault(tuple(key[place] for place in margin), []).append(key)
        return found

    def _sum(self, keys: Iterable[Key]) -> Tally:
        total = Tally(0)
        for key in keys:
            total += self.tallies[key]
        return total

    # Complementary suppression.

    def _complement(
        self,
        totals: Mapping[tuple[Margin, Key], list[Key]],
        open_totals: set[tuple[Margin, Key]],
        margins: tuple[Margin, ...],
    ) -> None:
        """Hide further cells, or totals, until no total and no total of totals gives a hidden group away."""
        changed = True
        while changed:
            changed = False
            for place in sorted(open_totals):
                changed = self._cover(totals[place], place, open_totals) or changed
            changed = self._cover_totals(totals, open_totals, margins) or changed

    def _cover(self, members: list[Key], place: tuple[Margin, Key], open_totals: set[tuple[Margin, Key]]) -> bool:
        hidden = [key for key in members if key in self.hidden]
        if not hidden or self._hides(hidden):
            return False
        free = sorted((self.tallies[key].count, key) for key in members if key not in self.hidden)
        if not free:
            open_totals.discard(place)
        else:
            self.hidden[free[0][1]] = Why.COMPLEMENT
        return True

    def _hides(self, hidden: list[Key]) -> bool:
        """Tell whether a group of hidden cells tells nothing of one of them: two or more, and safe together."""
        group = self._sum(hidden)
        return len(hidden) > 1 and group.count > len(hidden) and self.unsafe(group) is None

    def _cover_totals(
        self,
        totals: Mapping[tuple[Margin, Key], list[Key]],
        open_totals: set[tuple[Margin, Key]],
        margins: tuple[Margin, ...],
    ) -> bool:
        """Hide the grand total where it would give away the hidden totals of one dimension by subtraction."""
        grand = ((), ())
        if grand not in open_totals:
            return False
        for margin in margins:
            closed = [place for place in totals if place[0] == margin and place not in open_totals]
            if margin and closed:
                group = self._sum(key for place in closed for key in totals[place])
                if len(closed) == 1 or self.unsafe(group) is not None:
                    open_totals.discard(grand)
                    return True
        return False

    # The proof.

    def _derivable(
        self, totals: Mapping[tuple[Margin, Key], list[Key]], open_totals: set[tuple[Margin, Key]]
    ) -> tuple[Margin, Key] | None:
        """Give an open total that helps to derive a hidden cell or total; None when every one has two answers."""
        used = sorted(place for place in open_totals if any(key in self.hidden for key in totals[place]))
        if not used:
            return None
        if len(self.hidden) > _MOST_UNKNOWNS:
            return used[0]
        unknown = sorted(self.hidden)
        moves = list(self._moves(unknown, [[key for key in totals[place] if key in self.hidden] for place in used]))
        secrets: list[list[Key]] = [[key] for key in unknown]
        secrets += [
            [key for key in totals[place] if key in self.hidden] for place in totals if place not in open_totals
        ]
        for secret in secrets:
            if secret and not any(sum(move.get(key, 0) for key in secret) for move in moves):
                helping = [place for place in used if set(secret) & set(totals[place])]
                return min(
                    helping or used, key=lambda place: (len(place[0]) == 0, self._sum(totals[place]).count, place)
                )
        return None

    def _moves(self, unknown: list[Key], rows: list[list[Key]]) -> Iterator[dict[Key, int]]:
        """Yield changes of hidden counts that leave every published total as it is and no count under zero."""
        for vector in _null_space(unknown, rows):
            scale = lcm(*(value.denominator for value in vector.values()))
            move = {key: int(value * scale) for key, value in vector.items()}
            if any(all(self.tallies[key].count + sign * step >= 0 for key, step in move.items()) for sign in (1, -1)):
                yield move


def _null_space(unknown: list[Key], rows: list[list[Key]]) -> Iterator[dict[Key, Fraction]]:
    """Yield a basis of all changes of the unknowns that leave the sum of each row as it is (Gauss-Jordan, exact)."""
    reduced: dict[Key, dict[Key, Fraction]] = {}
    for row in rows:
        vector = {key: Fraction(1) for key in row}
        for pivot in [key for key in vector if key in reduced]:
            _subtract(vector, reduced[pivot], vector.get(pivot, Fraction(0)))
        if not vector:
            continue
        pivot = min(vector)
        lead = vector[pivot]
        vector = {key: value / lead for key, value in vector.items()}
        for other in reduced.values():
            if pivot in other:
                _subtract(other, vector, other[pivot])
        reduced[pivot] = vector
    for free in unknown:
        if free not in reduced:
            yield {free: Fraction(1)} | {pivot: -row[free] for pivot, row in reduced.items() if free in row}


def _subtract(vector: dict[Key, Fraction], other: Mapping[Key, Fraction], factor: Fraction) -> None:
    for key, value in other.items():
        left = vector.get(key, Fraction(0)) - factor * value
        if left:
            vector[key] = left
        else:
            vector.pop(key, None)
