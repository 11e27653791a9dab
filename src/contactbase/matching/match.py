"""`match`: which contacts are one person, and which are of one household, by probability; nothing is merged yet.

Contacts that share a blocking key are compared field by field; what each level of agreement weighs is learnt from the
file itself, without labels; a pair is one person when that is more probable than not, which families and chains of
pairs are held against before anybody is called one person (see `keys`, `comparators`, `learning`, `linkage`).

Merging two contacts can make a third one match (one gives the name, the other the number). So the matches of the
merged contacts are looked for again, by the same model, until there are none.

>>> from contactbase.model.contact import Contact, Email
>>> mail = (Email("durand@example.org", "durand@example.org"),)
>>> family = ContactBase.of([
...     Contact(id="c-1", first_name="Léa", last_name="Durand", emails=mail),
...     Contact(id="c-2", first_name="Paul", last_name="Durand", emails=mail),
...     Contact(id="c-10", first_name="LEA", last_name="DURAND", emails=mail),
... ])
>>> matches = match(family)
>>> matches.clusters, matches.households
((('c-1', 'c-10'),), (('c-1', 'c-2'),))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from contactbase.matching.blocking import Capped, candidates
from contactbase.matching.columns import View
from contactbase.matching.comparison import Comparisons
from contactbase.matching.crowds import Crowd, crowds
from contactbase.matching.households import households
from contactbase.matching.judging import Judge, Judgement
from contactbase.matching.learning import learn
from contactbase.matching.linkage import Link, bits, clusters
from contactbase.matching.matches import Matches, Pair
from contactbase.matching.model import Model
from contactbase.matching.natural import natural
from contactbase.matching.survivor import matching_survivor
from contactbase.matching.verdicts import NO_VERDICTS, Verdicts
from contactbase.matching.vetoes import Vetoes, standing_apart
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Finding, finding

__all__ = ["REVIEW", "THRESHOLD", "Matcher", "match"]

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


def match(
    base: ContactBase,
    *,
    model: Model | None = None,
    verdicts: Verdicts = NO_VERDICTS,
    threshold: float = THRESHOLD,
    review: float = REVIEW,
    max_shared: int = 8,
) -> Matches:
    """Propose who is one person and who lives together; the base stays as it is.

    `model` None learns from the base. A pair is one person from the probability `threshold` on, for review from
    `review` on. `verdicts` of a reviewer always win. A number or address held by more than `max_shared` different
    people is no evidence (`match.shared-value`). The answer does not depend on the order of the base. ValueError for
    probabilities that are none, or a `max_shared` below 2.
    """
    return Matcher(threshold=threshold, review=review, max_shared=max_shared, verdicts=verdicts).match(base, model)


class _Seen(NamedTuple):
    """One look at contacts: the view, the judged pairs, the groups found, what was left out."""

    view: View
    copies: Mapping[str, Cluster]
    judge: Judge
    pairs: list[tuple[int, int, Judgement]]
    groups: list[Cluster]
    crowds: tuple[Crowd, ...]
    capped: list[Capped]

    def named(self) -> Iterator[Pair]:
        """Give the judged pairs by the ids of their contacts."""
        ids = [contact.id for contact in self.view.contacts]
        for left, right, judgement in self.pairs:
            yield Pair.of(ids[left], ids[right], judgement)
        number_of = {contact: number for number, contact in enumerate(ids) if contact in self.copies}
        for one, others in self.copies.items():
            (pattern,) = self.view.patterns([number_of[one]], [number_of[one]])
            for copy in others:
                yield Pair.of(one, copy, self.judge(pattern))


@attrs.frozen(kw_only=True)
class Matcher:
    """The settings of one call.

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

    def match(self, base: ContactBase, model: Model | None) -> Matches:
        """Look at the base, merge in mind, and look at what is left, until nothing new is found."""
        view, copies = View.of(base.values()).distinct(self._apart())
        first = last = self._look(view, copies, {}, model)
        found = self._composed({}, first.groups)
        pairs = list(first.named())
        while last.groups:
            survivors = {
                cluster[0]: matching_survivor([base[member] for member in found[cluster[0]]]) for cluster in last.groups
            }
            absorbed = {member for cluster in last.groups for member in cluster[1:]}
            view = view.merged(survivors, absorbed)
            copies = {one: others for one, others in copies.items() if one not in survivors and one not in absorbed}
            last = self._look(view, copies, found, model)
            found = self._composed(found, last.groups)
            pairs += last.named()
        clusters_ = _in_order(base, found)
        home = {member: cluster[0] for cluster in clusters_ for member in cluster}
        together, proposals = self._sorted(pairs, home)
        return Matches(
            pairs=together,
            clusters=clusters_,
            proposals=proposals,
            households=households(pairs, home),
            findings=tuple(self._findings(first, proposals, base.keys())),
            model=first.judge.model,
            threshold=self.threshold,
            review=self.review,
            comparisons=Comparisons(view=first.view, copies=first.copies, judge=first.judge, verdicts=self.verdicts),
        )

    def _apart(self) -> Callable[[Contact], Hashable]:
        named = frozenset(contact for pair in self.verdicts.sames | self.verdicts.differents for contact in pair)
        alone = named.union(self.sides)
        return lambda contact: (standing_apart(contact), contact.id if contact.id in alone else "")

    def _composed(self, found: Mapping[str, Cluster], fresh: Iterable[Cluster]) -> dict[str, Cluster]:
        """Put clusters of clusters together; each under the id of its survivor."""
        composed = dict(found)
        for cluster in fresh:
            members = [member for survivor in cluster for member in composed.pop(survivor, (survivor,))]
            composed[cluster[0]] = tuple(sorted(members, key=self._order))
        return composed

    def _order(self, contact: str) -> tuple[object, ...]:
        return self.sides.get(contact, _OPEN), *natural(contact)

    def _look(
        self, view: View, copies: Mapping[str, Cluster], found: Mapping[str, Cluster], model: Model | None
    ) -> _Seen:
        """Compare, learn, judge and group the contacts of a view."""
        shared = crowds(view, self.max_shared)
        if shared:
            view = view.without(_by_comparator(shared))
        sides = [self.sides.get(contact.id, 0) for contact in view.contacts] if self.sides else None
        blocking = candidates(view, sides=sides)
        lefts, rights = view.parted(blocking.strong)
        patterns = view.patterns(lefts, rights)
        weak_lefts, weak_rights, weak_patterns = view.promising(blocking.weak)
        lefts, rights, patterns = lefts + weak_lefts, rights + weak_rights, patterns + weak_patterns
        counted = Counter(patterns)
        judge = Judge(learn(view, counted, pairs=_all_pairs(sides)) if model is None else model)
        judged = self._judged(lefts, rights, patterns, counted, judge)
        groups = self._groups(view, judged, judge, found, copies)
        return _Seen(view, copies, judge, judged, groups, shared, blocking.capped)

    def _judged(
        self, lefts: Sequence[int], rights: Sequence[int], patterns: Sequence[int], counted: Iterable[int], judge: Judge
    ) -> list[tuple[int, int, Judgement]]:
        """Keep the pairs that may be one person or one household."""
        likely = judge.likely(counted, self.review, self.threshold)
        kept = {pattern: judge(pattern) for pattern in likely}
        return [
            (left, right, kept[pattern])
            for left, right, pattern in zip(lefts, rights, patterns, strict=True)
            if pattern in kept
        ]

    def _groups(
        self,
        view: View,
        judged: Iterable[tuple[int, int, Judgement]],
        judge: Judge,
        found: Mapping[str, Cluster],
        copies: Mapping[str, Cluster],
    ) -> list[Cluster]:
        """Cluster the judged pairs; the ids of each group in natural order."""
        vetoes = Vetoes(view.contacts, found, self.verdicts, self.sides)
        links = [
            Link(left, right, judgement.bits)
            for left, right, judgement in judged
            if judgement.same >= self.threshold and not vetoes.against(left, right)
        ]
        forced = vetoes.sames
        links = [link for link in links if (link.left, link.right) not in forced]
        links += [Link(left, right, _SURE) for left, right in sorted(forced)]

        def score(pairs: Sequence[tuple[int, int]]) -> list[float]:
            patterns = view.patterns([one for one, _ in pairs], [other for _, other in pairs])
            return [
                _NEVER if vetoes.against(*pair) or judge(pattern).apart else judge(pattern).bits
                for pair, pattern in zip(pairs, patterns, strict=True)
            ]

        groups = [
            [view.contacts[number].id for number in group] for group in clusters(links, score, bits(self.threshold))
        ]
        return list(self._with_copies(view, groups, judge, copies))

    def _with_copies(
        self, view: View, groups: Iterable[Sequence[str]], judge: Judge, copies: Mapping[str, Cluster]
    ) -> Iterator[Cluster]:
        """Add to each group the contacts that say the same as one of it, and groups of such contacts alone."""
        grouped: set[str] = set()
        for group in groups:
            grouped.update(group)
            members = [*group, *(copy for one in group for copy in copies.get(one, ()))]
            yield tuple(sorted(members, key=self._order))
        if copies:
            number_of = {contact.id: number for number, contact in enumerate(view.contacts)}
            for one, others in copies.items():
                if one not in grouped:
                    number = number_of[one]
                    (pattern,) = view.patterns([number], [number])
                    if judge(pattern).same >= self.threshold:
                        yield tuple(sorted((one, *others), key=self._order))

    def _sorted(self, pairs: Iterable[Pair], home: Mapping[str, str]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """Give the pairs that stand together in a cluster, and for each two contacts left apart their best pair."""
        together: list[Pair] = []
        apart: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            left, right = home.get(pair.left, pair.left), home.get(pair.right, pair.right)
            if left == right:
                if pair.probability >= self.threshold:
                    together.append(pair)
            elif pair.probability >= self.review:
                place = (left, right) if left < right else (right, left)
                best = apart.get(place)
                if best is None or (pair.probability, pair.left, pair.right) > (
                    best.probability,
                    best.left,
                    best.right,
                ):
                    apart[place] = pair
        order = sorted(apart.values(), key=lambda pair: (-pair.probability, natural(pair.left), natural(pair.right)))
        judged = self.verdicts.differents
        return tuple(together), tuple(pair for pair in order if (pair.left, pair.right) not in judged)

    def _findings(self, seen: _Seen, proposals: Sequence[Pair], known: Collection[str]) -> Iterator[Finding]:
        for crowd in seen.crowds:
            yield finding("match.shared-value", field=crowd.field, count=crowd.size)
        for capped in seen.capped:
            yield finding(
                "match.block-capped",
                field=capped.rule.fields[0],
                count=capped.contacts,
                pairs=capped.pairs,
                key=capped.rule.name,
            )
        absent = {one for pair in self.verdicts.sames | self.verdicts.differents for one in pair if one not in known}
        if absent:
            yield finding("match.verdict-unknown", count=len(absent))
        unclear = sum(pair.probability >= self.threshold for pair in proposals)
        if unclear:
            yield finding("match.unclear", count=unclear)
        if proposals:
            yield finding("match.review", count=len(proposals))


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


def _in_order(base: ContactBase, found: Mapping[str, Cluster]) -> tuple[Cluster, ...]:
    """Order clusters by where the first of their contacts was read."""
    survivor_of = {member: survivor for survivor, cluster in found.items() for member in cluster}
    return tuple(found[survivor] for survivor in dict.fromkeys(survivor_of[id_] for id_ in base if id_ in survivor_of))
