"""The parts of matching: a rule gives keys and weighs a pair that shares one; a pair holds its evidence.

A weight of 1 is enough to call two contacts one person; less is for review, down to 0.2, and parts from several rules
add up. A matcher with other weights keeps this shape.

>>> Pair("c-1", "c-2", (Evidence("match.same-email", 1.0),)).verdict
<Verdict.SAME: 'same'>
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

import attrs

from contactbase.matching.names import NameAgreement
from contactbase.matching.view import KeyColumn, View
from contactbase.model.contact import Contact

__all__ = ["REVIEW_FROM", "THRESHOLD", "Evidence", "MatchRule", "Pair", "Verdict", "verdict_on"]

THRESHOLD: Final = 1.0
"""The weight from which a pair is called one person."""
REVIEW_FROM: Final = 0.2
"""The weight from which a pair is worth a look."""


class Verdict(StrEnum):
    """What the evidence says of two contacts."""

    SAME = "same"
    REVIEW = "review"
    DIFFERENT = "different"


def verdict_on(weight: float) -> Verdict:
    """Give what a total weight says."""
    if weight >= THRESHOLD:
        return Verdict.SAME
    return Verdict.REVIEW if weight >= REVIEW_FROM else Verdict.DIFFERENT


@attrs.frozen
class Evidence:
    """One agreement: the code of the rule and its weight (1: enough by itself)."""

    code: str
    weight: float


class Pair(NamedTuple):
    """Two contacts that share something, and what it is; `left` comes before `right` in alphabetical order."""

    left: str
    right: str
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> float:
        """The sum of the weights."""
        return sum(evidence.weight for evidence in self.evidence)

    @property
    def verdict(self) -> Verdict:
        """What the evidence says, were there nothing against it."""
        return verdict_on(self.weight)


@attrs.frozen(kw_only=True)
class MatchRule:
    """One kind of evidence.

    `keys` gives the keys of contacts: those that share one are compared. `weights` says what sharing it is worth,
    given how the names agree (not listed: nothing); `share`, where there is one, how much of that remains after a
    look at the two contacts. `field` names the field that the key comes from.
    """

    code: str
    field: str
    keys: Callable[[View], KeyColumn]
    weights: Mapping[NameAgreement, float]
    share: Callable[[Contact, Contact], float] | None = None
