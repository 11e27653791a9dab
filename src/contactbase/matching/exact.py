"""`match`: which contacts are one person, by exact evidence on normalized values.

The same e-mail address or mobile number, or the same name with a birth date, a landline or an address, as far as the
names agree; what contradicts (another birth date, another first name) is never one person. Values that many different
people hold are no evidence. Precision comes first: what is likely but not sure is a proposal for review.

Merging two contacts can make a third one match (one gives the name, the other the number). So the matches of the
merged contacts are looked for again, until there are none: what `dedupe` gives has no exact duplicates left.

>>> from contactbase.model.contact import Contact, Email
>>> mail = (Email("durand@example.org", "durand@example.org"),)
>>> family = ContactBase.of([
...     Contact(id="c-1", first_name="Léa", last_name="Durand", emails=mail),
...     Contact(id="c-2", first_name="Noé", last_name="Durand", emails=mail),
...     Contact(id="c-10", first_name="LEA", last_name="DURAND", emails=mail),
... ])
>>> matches = match(family)
>>> matches.clusters
(('c-1', 'c-10'),)
>>> print(matches.explain("c-1", "c-2"))
c-1 · c-2: not the same person
      ✗  Different names
  total 0.00, threshold 1.00
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from contactbase.matching.candidates import Crowd, candidates
from contactbase.matching.catalog import RULES
from contactbase.matching.cluster import Clusters, clusters
from contactbase.matching.evidence import Weighed, compare_alone, weigh_pairs
from contactbase.matching.matches import Comparison, Matches
from contactbase.matching.natural import natural
from contactbase.matching.profile import without_sex
from contactbase.matching.rule import Evidence, Pair
from contactbase.matching.sexes import SexQuality, sex_quality
from contactbase.matching.survivor import matching_survivor
from contactbase.matching.view import View
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Finding, finding

__all__ = ["match"]

Cluster = tuple[str, ...]


def match(base: ContactBase, *, max_shared: int = 8) -> Matches:
    """Propose who is one person; the base stays as it is.

    A value held by more than `max_shared` contacts of different description is no evidence (`match.shared-value`).
    The answer does not depend on the order of the base.
    """
    if max_shared < 2:
        raise ValueError(f"max_shared={max_shared} would leave nothing to compare. Give 2 or more.")
    first = last = _round(tuple(base.values()), max_shared)
    pairs, merged = list(first.pairs), dict[Cluster, Contact]()
    found: dict[str, Cluster] = {}
    while last.clusters:
        found = _composed(found, last.clusters)
        merged = {cluster: merged.get(cluster) or _survivor(base, cluster) for cluster in found.values()}
        last = _round(tuple(_left(base, found, merged)), max_shared)
        pairs += last.pairs
    return Matches(
        pairs=tuple(pairs),
        clusters=_in_order(base, found),
        proposals=last.proposals,
        findings=(*_crowds(first.crowds), *first.sexes.findings(), *last.findings),
        compare=_comparison(base, first),
    )


class _Round(NamedTuple):
    """What one look at the contacts gives; the ids of clusters come in natural order."""

    pairs: tuple[Pair, ...]
    proposals: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    findings: tuple[Finding, ...]
    crowds: tuple[Crowd, ...]
    sexes: SexQuality


def _round(contacts: tuple[Contact, ...], max_shared: int) -> _Round:
    view = View.of(contacts)
    shared = candidates(view, RULES, max_shared)
    sexes = sex_quality(view)
    profiles = {number: view.profile(number) for number in {number for pair in shared.pairs for number in pair}}
    if not sexes.is_reliable:
        profiles = {number: without_sex(profile) for number, profile in profiles.items()}
    weighed = weigh_pairs(view, shared.pairs, profiles, RULES)
    found = clusters(weighed.edges, profiles)
    pairs, proposals = _judged(view, weighed, found)
    return _Round(
        pairs=pairs,
        proposals=proposals,
        clusters=tuple(_ids(view, group) for group in found.groups),
        findings=tuple(_unclear(view, found, len(proposals))),
        crowds=tuple(shared.crowds),
        sexes=sexes,
    )


def _ids(view: View, numbers: Iterable[int]) -> Cluster:
    return tuple(sorted((view.contacts[number].id for number in numbers), key=natural))


def _composed(found: Mapping[str, Cluster], fresh: Iterable[Cluster]) -> dict[str, Cluster]:
    """Put clusters of clusters together; each under the id of its survivor."""
    composed = dict(found)
    for cluster in fresh:
        members = [member for survivor in cluster for member in composed.pop(survivor, (survivor,))]
        composed[cluster[0]] = tuple(sorted(members, key=natural))
    return composed


def _survivor(base: ContactBase, cluster: Cluster) -> Contact:
    return matching_survivor([base[member] for member in cluster])


def _left(base: ContactBase, found: Mapping[str, Cluster], merged: Mapping[Cluster, Contact]) -> Iterator[Contact]:
    """Give the contacts that would be left, in reading order up to the place of the merged ones."""
    absorbed = {member for cluster in found.values() for member in cluster[1:]}
    for contact_id, contact in base.items():
        if contact_id in found:
            yield merged[found[contact_id]]
        elif contact_id not in absorbed:
            yield contact


def _judged(view: View, weighed: Weighed, found: Clusters) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Give the pairs that stand together in a cluster, and those left for review."""
    cluster_of = {number: group[0] for group in found.groups for number in group}
    links = {(edge.left, edge.right) for edge in weighed.edges}
    pairs: list[Pair] = []
    proposals: list[Pair] = []
    for numbers, evidence in weighed.evidence.items():
        one, other = numbers
        together = cluster_of.get(one, -1) == cluster_of.get(other, -2)
        if not together or numbers in links:
            left, right = view.contacts[one].id, view.contacts[other].id
            pair = Pair(left, right, evidence) if left < right else Pair(right, left, evidence)
            (pairs if together else proposals).append(pair)
    return tuple(pairs), tuple(proposals)


def _in_order(base: ContactBase, found: Mapping[str, Cluster]) -> tuple[Cluster, ...]:
    """Order clusters by where the first of their contacts was read."""
    survivor_of = {member: survivor for survivor, cluster in found.items() for member in cluster}
    return tuple(found[survivor] for survivor in dict.fromkeys(survivor_of[id_] for id_ in base if id_ in survivor_of))


def _crowds(crowds: Iterable[Crowd]) -> Iterator[Finding]:
    for crowd in crowds:
        yield finding("match.shared-value", field=crowd.rule.field, count=crowd.size)


def _unclear(view: View, found: Clusters, proposals: int) -> Iterator[Finding]:
    for members in found.unclear:
        yield finding("match.unclear", contact=_ids(view, members)[0], count=len(members))
    if proposals:
        yield finding("match.review", count=proposals)


def _comparison(base: ContactBase, seen: _Round) -> Comparison:
    """Give the function that compares two contacts of the base by themselves."""
    left_out = frozenset((crowd.rule.code, crowd.key) for crowd in seen.crowds)

    def comparison(left: str, right: str) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
        view = View.of((base[left], base[right]))
        profiles = [view.profile(0), view.profile(1)]
        if not seen.sexes.is_reliable:
            profiles = [without_sex(profile) for profile in profiles]
        return compare_alone(view, profiles, RULES, left_out)

    return comparison
