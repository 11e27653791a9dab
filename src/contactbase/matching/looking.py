"""One look at contacts: who shares a key, what a model makes of each pair, and who groups together.

Pairs stand by column, not as many small tuples: that is what makes a look at many contacts bearable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from contactbase.matching.columns import Places, View, picked
from contactbase.matching.crowds import Crowd, crowds
from contactbase.matching.judging import Judge, Judgement
from contactbase.matching.learning import learn
from contactbase.matching.linkage import Links, bits, clusters
from contactbase.matching.model import Model
from contactbase.matching.natural import natural
from contactbase.matching.pool import Pool
from contactbase.matching.verdicts import NO_VERDICTS, Verdicts
from contactbase.matching.vetoes import Vetoes

__all__ = ["REVIEW", "THRESHOLD", "Cluster", "Judged", "Look", "Terms", "look"]

THRESHOLD: Final = 0.5
"""The probability from which a pair is called one person."""
REVIEW: Final = 0.1
"""The probability from which a pair is worth a look."""
_SURE: Final = 1e6
"""Bits of a pair that a reviewer has called one person."""
_NEVER: Final = -1e12
"""Bits of a pair that is kept apart."""
_OPEN: Final = 1 << 30
"""Contacts of no side come last in a cluster, so that those of a base keep their ids."""

Cluster = tuple[str, ...]


@attrs.frozen(kw_only=True)
class Terms:
    """The settings of one call of `match`.

    `sides` are contacts that are not compared with each other, by id: two of one side are never one person, and a
    cluster with contacts of several sides goes by the id of the lowest. Contacts that are not named are compared with
    all. ValueError for probabilities that are none, or a `max_shared` below 2.
    """

    threshold: float = THRESHOLD
    review: float = REVIEW
    max_shared: int = 8
    verdicts: Verdicts = NO_VERDICTS
    sides: Mapping[str, int] = attrs.field(factory=dict, repr=False)

    def __attrs_post_init__(self) -> None:
        if not 0 < self.review <= self.threshold < 1:
            raise ValueError(
                f"review={self.review} and threshold={self.threshold}: "
                "give probabilities with 0 < review <= threshold < 1."
            )
        if self.max_shared < 2:
            raise ValueError(f"max_shared={self.max_shared} would leave nothing to compare. Give 2 or more.")

    def cluster(self, members: Iterable[str]) -> Cluster:
        """Give members in the order in which they stand in a cluster: who gives the id comes first."""
        return tuple(sorted(members, key=lambda member: (self.sides.get(member, _OPEN), *natural(member))))


class Judged(NamedTuple):
    """Pairs by column: the lower place, the higher place, what is judged of them."""

    lefts: Places
    rights: Places
    judgements: list[Judgement]


@attrs.frozen(kw_only=True)
class Look:
    """What one look has found: `judged` are the pairs that may be one person or one household.

    `copies` are the ids of contacts that say the same as one in the view, by its id.
    """

    view: View
    copies: Mapping[str, Cluster]
    pool: Pool
    judge: Judge
    judged: Judged
    groups: list[Cluster]
    crowds: tuple[Crowd, ...]

    def copied(self) -> Iterator[tuple[str, str, Judgement]]:
        """Give each contact with each of its copies."""
        number_of = {
            contact.id: number for number, contact in enumerate(self.view.contacts) if contact.id in self.copies
        }
        for one, others in self.copies.items():
            judgement = self.judge(self.view.pattern(number_of[one], number_of[one]))
            for copy in others:
                yield one, copy, judgement


def look(
    terms: Terms,
    view: View,
    copies: Mapping[str, Cluster],
    *,
    found: Mapping[str, Cluster],
    model: Model | None,
    before: Pool | None = None,
) -> Look:
    """Compare, learn (where there is no `model`), judge and group the contacts of a view.

    `found` are the clusters that contacts of the view stand for, by id; `before` has the pairs of the last look.
    """
    shared = crowds(view, terms.max_shared)
    seen = view.without(_by_comparator(shared)) if shared else view
    if before is None:
        sides = [terms.sides.get(contact.id, 0) for contact in view.contacts] if terms.sides else None
        pool = Pool.of(seen, sides)
    else:
        pool = before.again(seen)
    counted = Counter(pool.patterns)
    sides_left = None if pool.sides is None else [pool.sides[place] for place in seen.living]
    judge = Judge(learn(seen, counted, pairs=_all_pairs(sides_left)) if model is None else model)
    judged = _judged(pool, judge, judge.likely(counted, terms.review, terms.threshold))
    groups = [[seen.contacts[place].id for place in group] for group in _groups(terms, seen, judged, judge, found)]
    whole = list(_with_copies(terms, seen, groups, judge, copies))
    return Look(view=seen, copies=copies, pool=pool, judge=judge, judged=judged, groups=whole, crowds=shared)


def _judged(pool: Pool, judge: Judge, likely: Iterable[int]) -> Judged:
    """Keep the pairs whose pattern is likely enough."""
    kept = {pattern: judge(pattern) for pattern in likely}
    places = [place for place, pattern in enumerate(pool.patterns) if pattern in kept]
    return Judged(
        picked(pool.lefts, places),
        picked(pool.rights, places),
        [kept[pool.patterns[place]] for place in places],
    )


def _groups(terms: Terms, view: View, judged: Judged, judge: Judge, found: Mapping[str, Cluster]) -> list[list[int]]:
    """Cluster the judged pairs by place."""
    vetoes = Vetoes(view, found, terms.verdicts, terms.sides)

    def score(pairs: Sequence[tuple[int, int]]) -> list[float]:
        patterns = view.patterns([one for one, _ in pairs], [other for _, other in pairs])
        return [
            _NEVER if vetoes.against(*pair) or judge(pattern).apart else judge(pattern).bits
            for pair, pattern in zip(pairs, patterns, strict=True)
        ]

    return clusters(_links(judged, vetoes, terms.threshold), score, bits(terms.threshold))


def _links(judged: Judged, vetoes: Vetoes, threshold: float) -> Links:
    """Give the pairs that are one person by the evidence, nothing against it, or by a verdict."""
    links = Links([], [], [])
    for left, right, judgement in zip(*judged, strict=True):
        if judgement.same >= threshold and not (
            vetoes and (vetoes.against(left, right) or (left, right) in vetoes.sames)
        ):
            links.lefts.append(left)
            links.rights.append(right)
            links.bits.append(judgement.bits)
    for left, right in sorted(vetoes.sames):
        links.lefts.append(left)
        links.rights.append(right)
        links.bits.append(_SURE)
    return links


def _with_copies(
    terms: Terms, view: View, groups: Iterable[Sequence[str]], judge: Judge, copies: Mapping[str, Cluster]
) -> Iterator[Cluster]:
    """Add to each group the contacts that say the same as one of it, and groups of such contacts alone."""
    grouped: set[str] = set()
    for group in groups:
        grouped.update(group)
        yield terms.cluster([*group, *(copy for one in group for copy in copies.get(one, ()))])
    if copies:
        number_of = {contact.id: number for number, contact in enumerate(view.contacts)}
        for one, others in copies.items():
            if one not in grouped:
                number = number_of[one]
                if judge(view.pattern(number, number)).same >= terms.threshold:
                    yield terms.cluster((one, *others))


def _by_comparator(shared: Iterable[Crowd]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for crowd in shared:
        found.setdefault(crowd.comparator, set()).add(crowd.value)
    return {name: frozenset(values) for name, values in found.items()}


def _all_pairs(sides: Sequence[int] | None) -> float | None:
    """Give how many pairs there are of contacts that are not of one side; None for all pairs."""
    if sides is None:
        return None
    within = sum(held * (held - 1) / 2 for side, held in Counter(sides).items() if side)
    return len(sides) * (len(sides) - 1) / 2 - within
