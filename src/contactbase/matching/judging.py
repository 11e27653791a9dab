"""From a pattern of levels to a judgement: the evidence, the chances of the three classes, what stands against.

Names alone are not enough, nor names in one place: two records of a name that nothing else supports are one person only
where the name is so rare in the file that the odds are ten to one, and in a small file, which hardly tells how rare a
name is, up to a hundred to one; otherwise they are for review.

Two people contradict each other when both say something that cannot be true of one person: two different usual first
names, two names a letter apart that are both usual (Paul, Paule), two clearly different birth dates. However much else
they share, that is a family, and for review at the most, unless the file itself shows that it is full of such slips.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Final

import attrs

from contactbase.matching.catalog import COMPARATORS
from contactbase.matching.linkage import bits
from contactbase.matching.model import Chances, Model

__all__ = ["Evidence", "Judge", "Judgement"]

_NAMES: Final = ("first_name", "last_name", "sex", "locality")
_CONTRADICTIONS: Final = {
    ("first_name", "different"): ("match.first-names-differ", 0.01),
    ("first_name", "neighbour"): ("match.first-names-differ", 0.01),
    ("birth_date", "different"): ("match.birth-dates-differ", 0.03),
}
"""Levels that contradict one person, with their code, unless a file shows so large a share of one person's pairs so."""
_TELLING: Final = 250
"""So many contacts must a file have to show it."""
_SURE_BY_NAME: Final = ((100, 0.99), (600, 0.97))
"""How sure names alone must be in a file of fewer contacts than so many."""
_SURE_BY_NAME_IN_A_LARGE_FILE: Final = 0.9
_DOUBT: Final = 0.45
_LIKELY: Final = 0.5
_OF_A_HOME: Final = frozenset(
    {("street", "same"), ("street", "close"), ("landline", "same"), ("email", "same"), ("mobile", "same")}
)
"""What people of one household share; a name and a town are not enough."""
_CUT: Final = len(COMPARATORS) // 2
_RADIX: Final = prod(comparator.places for comparator in COMPARATORS[:_CUT])
_SUPPORTING: Final = tuple(
    frozenset(
        place
        for place in range(1, comparator.places)
        if (level := comparator.level_at(place)) is not None and level.name not in {"different", "unlike", "neighbour"}
    )
    if comparator.name not in _NAMES
    else frozenset()
    for comparator in COMPARATORS
)
"""By comparator, the places at which something beside the names agrees."""


@attrs.frozen
class Evidence:
    """What one comparator says of a pair: its name, the level, and the bits for one person (against: below 0)."""

    matter: str
    level: str
    weight: float

    @property
    def code(self) -> str:
        """The code under which the catalogue explains the matter."""
        return f"match.{self.matter.replace('_', '-')}"


@attrs.frozen
class Judgement:
    """What a pattern of levels means; shared by all pairs that have it.

    `evidence` has the comparators on which both contacts say something, in the order of the catalogue; `bits` are the
    odds of one person; `apart` says that the two contradict each other, `at_home` that the evidence has them live
    together, `home_of_two` that it does if they are two people.
    """

    evidence: tuple[Evidence, ...]
    chances: Chances
    bits: float
    against: tuple[str, ...] = ()
    apart: bool = False
    at_home: bool = attrs.field(init=False)
    home_of_two: bool = attrs.field(init=False)

    @at_home.default
    def _lives_together(self) -> bool:
        return self.chances.household >= _LIKELY and self._shares_a_home()

    @home_of_two.default
    def _would_live_together(self) -> bool:
        return self.chances.household >= self.chances.other and self._shares_a_home()

    def _shares_a_home(self) -> bool:
        return any((piece.matter, piece.level) in _OF_A_HOME for piece in self.evidence)

    @property
    def same(self) -> float:
        """The probability that the two are one person."""
        return self.chances.same


class Judge:
    """Judges patterns by a model, each once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._known: dict[int, Judgement] = {}
        self._evidence = [_evidence(model, number) for number in range(len(COMPARATORS))]
        self._contradicting = [_contradicting(model, number) for number in range(len(COMPARATORS))]
        below = (sure for contacts, sure in _SURE_BY_NAME if model.contacts < contacts)
        self._sure_by_name = next(below, _SURE_BY_NAME_IN_A_LARGE_FILE)

    def __call__(self, pattern: int) -> Judgement:
        """Give the judgement of a pattern."""
        found = self._known.get(pattern)
        if found is None:
            found = self._known[pattern] = self._judged(pattern)
        return found

    def likely(self, patterns: Iterable[int], same: float, household: float) -> list[int]:
        """Give the patterns whose probability of one person, or of one household, is so much or more.

        A pattern is taken apart into two halves, of which there are few.
        """
        model, found = self.model, []
        lows: dict[int, Chances] = {}
        highs: dict[int, Chances] = {}
        for pattern in patterns:
            high, low = divmod(pattern, _RADIX)
            one = lows.get(low) or lows.setdefault(low, model.products(0, model.places(low)))
            two = highs.get(high) or highs.setdefault(high, model.products(_CUT, model.places(high * _RADIX)[_CUT:]))
            s, h = one[0] * two[0] * model.same, one[1] * two[1] * model.household
            total = s + h + one[2] * two[2] * model.unrelated
            if s >= same * total or h >= household * total:
                found.append(pattern)
        return found

    def _judged(self, pattern: int) -> Judgement:
        places = self.model.places(pattern)
        chances = self.model.chances(places)
        evidence = tuple([held[place] for held, place in zip(self._evidence, places, strict=True) if place])
        against = tuple([held[place] for held, place in zip(self._contradicting, places, strict=True) if place in held])
        apart = bool(against)
        if chances.same < self._sure_by_name and not _supported(places):
            against = (*against, "match.names-alone") if chances.same > _DOUBT else against
        elif not apart:
            return Judgement(evidence, chances, bits(chances.same))
        if chances.same > _DOUBT:
            chances = _doubted(chances)
        return Judgement(evidence, chances, bits(chances.same), against, apart)


def _evidence(model: Model, number: int) -> list[Evidence]:
    """Give by place what a comparator says (nothing is said at place 0)."""
    comparator = COMPARATORS[number]
    levels = [comparator.level_at(place) for place in range(comparator.places)]
    return [
        Evidence(comparator.name, "" if level is None else level.name, model.weight(number, place))
        for place, level in enumerate(levels)
    ]


def _contradicting(model: Model, number: int) -> dict[int, str]:
    """Give the places of a comparator that contradict one person, each with its code."""
    comparator, found = COMPARATORS[number], {}
    for place in range(1, comparator.places):
        level = comparator.level_at(place)
        code, tolerated = _CONTRADICTIONS.get((comparator.name, level.name if level else ""), ("", 0.0))
        if code and (model.contacts < _TELLING or model.rows[number].same[place] < tolerated):
            found[place] = code
    return found


def _supported(places: Sequence[int]) -> bool:
    """Tell whether anything beside the names agrees."""
    return any(place in supporting for supporting, place in zip(_SUPPORTING, places, strict=True))


def _doubted(chances: Chances) -> Chances:
    """Leave one person less than even; what is taken off goes to the two other classes as they stand to each other."""
    others = chances.household + chances.other
    share = chances.household / others if others > 0 else 0.0
    return Chances(_DOUBT, (1 - _DOUBT) * share, (1 - _DOUBT) * (1 - share))
