"""Comparing two contacts of a base by themselves, as matching would, for explanations.

It holds the columns of the base, so that a name weighs what it weighs among all the names of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from contactbase.matching.catalog import COMPARATORS
from contactbase.matching.columns import View
from contactbase.matching.judging import Judge, Judgement
from contactbase.matching.verdicts import Verdicts
from contactbase.matching.vetoes import reason_against
from contactbase.model.text import Text

__all__ = ["SAYS", "TITLES", "Comparisons", "Turn"]


@attrs.frozen
class Turn:
    """One comparator at another level, and the probability of one person that this would give."""

    matter: str
    level: str
    probability: float

    @property
    def told(self) -> Text:
        """The sentence of it, with places for the matter and the probability."""
        return _RESTS if self.level == _UNSAID else _WOULD


_UNSAID: Final = "missing"
_RESTS: Final = Text(
    "rests on: {matter} (without it {probability})", "repose sur : {matter} (sans cet indice {probability})"
)
_WOULD: Final = Text(
    "would be one person with the same {matter} ({probability})",
    "serait une même personne avec : {matter} identique ({probability})",
)


@attrs.frozen(kw_only=True)
class Comparisons:
    """The columns of a base, its judge and the verdicts on it."""

    view: View = attrs.field(repr=False)
    copies: Mapping[str, tuple[str, ...]] = attrs.field(repr=False)
    judge: Judge = attrs.field(repr=False)
    verdicts: Verdicts
    _number_of: dict[str, int] = attrs.field(factory=dict, repr=False, init=False)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The place in the view of each id; copies stand at the place of the one that they say the same as."""
        if not self._number_of:
            for number, contact in enumerate(self.view.contacts):
                self._number_of[contact.id] = number
                for copy in self.copies.get(contact.id, ()):
                    self._number_of[copy] = number
        return self._number_of

    def pattern(self, left: str, right: str) -> int:
        """Give the pattern of two contacts; KeyError for an id that is not in the base."""
        one, other = sorted((self.numbers[left], self.numbers[right]))
        return self.view.pattern(one, other)

    def judgement(self, left: str, right: str) -> Judgement:
        """Judge two contacts by the evidence alone."""
        return self.judge(self.pattern(left, right))

    def is_joined(self, left: str, right: str) -> bool:
        """Tell whether a reviewer has called two contacts one person."""
        return ((left, right) if left < right else (right, left)) in self.verdicts.sames

    def against(self, left: str, right: str) -> tuple[str, ...]:
        """Give the codes of what keeps two contacts apart whatever the evidence."""
        pair = (left, right) if left < right else (right, left)
        if pair in self.verdicts.differents:
            return ("match.by-verdict",)
        contacts = self.view.contacts
        reason = reason_against(contacts[self.numbers[left]], contacts[self.numbers[right]])
        return (reason,) if reason is not None and pair not in self.verdicts.sames else ()

    def turns(self, left: str, right: str, threshold: float) -> tuple[Turn, ...]:
        """Give single comparators that would turn the verdict, were they at another level.

        For two people, each matter that would make them one if it were the same; for one person, each on which the
        verdict rests, were nothing said about it.
        """
        pattern = self.pattern(left, right)
        same = self.judge(pattern).same >= threshold
        found = []
        for column in self.view.columns:
            comparator = column.comparator
            place = pattern // column.weight % comparator.places
            wanted = 0 if same else 1
            if place == wanted or (same and place == 0):
                continue
            probability = self.judge(pattern + (wanted - place) * column.weight).same
            if (probability >= threshold) is not same:
                level = comparator.level_at(wanted)
                found.append(Turn(comparator.name, _UNSAID if level is None else level.name, probability))
        return tuple(sorted(found, key=lambda turn: -turn.probability if not same else turn.probability))


TITLES = {comparator.name: comparator.title for comparator in COMPARATORS}
SAYS = {(comparator.name, level.name): level.says for comparator in COMPARATORS for level in comparator.levels}
