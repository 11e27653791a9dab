"""What speaks for and against each candidate pair: the part of matching that another matcher may replace.

A pair that contradicts itself is dropped, unless full evidence meets no more than another birth date, which may be
mistyped: such a pair is for review. Everything else keeps its evidence; from the threshold on it is a link between
the two contacts.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Final, NamedTuple

from contactbase.matching.cluster import Edge
from contactbase.matching.names import NameAgreement, compare
from contactbase.matching.profile import Profile, contradiction
from contactbase.matching.rule import REVIEW_FROM, THRESHOLD, Evidence, MatchRule
from contactbase.matching.view import View
from contactbase.model.contact import Contact

__all__ = ["Weighed", "compare_alone", "weigh_pairs"]


class Weighed(NamedTuple):
    """The pairs that some evidence speaks for, by the numbers of their contacts, and the links among them."""

    evidence: dict[tuple[int, int], tuple[Evidence, ...]]
    edges: list[Edge]


_RANKS: Final = {agreement: -rank for rank, agreement in enumerate(NameAgreement)}
_MAY_BE_A_SLIP: Final = "match.birth-dates-differ"


class _Scale:
    """Evidence by the rules that a pair shares and how its names agree; each answer is made once."""

    def __init__(self, rules: Sequence[MatchRule]) -> None:
        self._rules = rules
        self._looking = sum(1 << place for place, rule in enumerate(rules) if rule.share is not None)
        self._known: dict[tuple[int, NameAgreement], tuple[tuple[Evidence, ...], float]] = {}

    def weigh(
        self, shared: int, agreement: NameAgreement, one: Contact, other: Contact
    ) -> tuple[tuple[Evidence, ...], float]:
        """Give the evidence and its total."""
        if not shared & self._looking:
            answer = self._known.get((shared, agreement))
            if answer is None:
                answer = self._known[shared, agreement] = self._weigh(shared, agreement, one, other)
            return answer
        return self._weigh(shared, agreement, one, other)

    def _weigh(
        self, shared: int, agreement: NameAgreement, one: Contact, other: Contact
    ) -> tuple[tuple[Evidence, ...], float]:
        evidence = []
        for place, rule in enumerate(self._rules):
            weight = rule.weights.get(agreement, 0.0) if shared >> place & 1 else 0.0
            if weight and rule.share is not None:
                weight *= rule.share(one, other)
            if weight:
                evidence.append(Evidence(rule.code, weight))
        return tuple(evidence), sum(piece.weight for piece in evidence)


def weigh_pairs(
    view: View, pairs: Mapping[tuple[int, int], int], profiles: Mapping[int, Profile], rules: Sequence[MatchRule]
) -> Weighed:
    """Weigh every candidate pair by the rules whose keys it shares."""
    weighed, scale, contacts = Weighed({}, []), _Scale(rules), view.contacts
    for pair, shared in pairs.items():
        left, right = pair
        one, other = profiles[left], profiles[right]
        agreement = compare(one.name, other.name)
        against = contradiction(one, other, agreement)
        if against is not None and against != _MAY_BE_A_SLIP:
            continue
        evidence, total = scale.weigh(shared, agreement, contacts[left], contacts[right])
        if total < (REVIEW_FROM if against is None else THRESHOLD):
            continue
        weighed.evidence[pair] = evidence
        if total >= THRESHOLD and against is None:
            weighed.edges.append(Edge(left, right, (total, _RANKS[agreement]), agreement is NameAgreement.RENAMED))
    return weighed


def compare_alone(
    view: View, profiles: Sequence[Profile], rules: Sequence[MatchRule], crowds: frozenset[tuple[str, Hashable]]
) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """Compare the two contacts of a view: their evidence, and the codes of what keeps them apart.

    `crowds` holds rule codes with keys that too many contacts share.
    """
    shared = counting = 0
    for place, rule in enumerate(rules):
        keys: list[set[Hashable]] = [set(), set()]
        for key, number in rule.keys(view):
            keys[number].add(key)
        common = keys[0] & keys[1]
        shared |= bool(common) << place
        counting |= any((rule.code, key) not in crowds for key in common) << place
    agreement = compare(profiles[0].name, profiles[1].name)
    evidence, _ = _Scale(rules).weigh(counting, agreement, *view.contacts)
    against = (
        contradiction(profiles[0], profiles[1], agreement),
        "match.shared-value" if shared and not counting else None,
    )
    return evidence, tuple(code for code in against if code is not None)
