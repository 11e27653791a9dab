"""`match`: which contacts are one person, and which are of one household, by probability; nothing is merged yet.

Contacts that share a blocking key are compared field by field; what each level of agreement weighs is learnt from the
file itself, without labels; a pair is one person when that is more probable than not, which families and chains of
pairs are held against before anybody is called one person (see `keys`, `comparators`, `learning`, `linkage`).

Merging two contacts can make a third one match (one gives the name, the other the number). So the matches of the
merged contacts are looked for again, with what they teach, until there are none: what is merged has no matches left.

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

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from contactbase.matching.columns import View
from contactbase.matching.comparison import Comparisons
from contactbase.matching.households import households
from contactbase.matching.looking import REVIEW, THRESHOLD, Cluster, Look, Terms, look
from contactbase.matching.matches import Matches, Pair
from contactbase.matching.missed import missed_in, unmet
from contactbase.matching.model import Model
from contactbase.matching.survivor import matching_survivor
from contactbase.matching.told import Told
from contactbase.matching.verdicts import NO_VERDICTS, Verdicts
from contactbase.matching.vetoes import standing_apart
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Finding, finding

__all__ = ["match", "match_on"]


_MANY_RECORDS: Final = 20
"""So many different records of one person are rare enough to be looked at."""


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
    terms = Terms(threshold=threshold, review=review, max_shared=max_shared, verdicts=verdicts)
    return match_on(terms, base, model)


def match_on(terms: Terms, base: ContactBase, model: Model | None) -> Matches:
    """Look at the base, merge in mind, and look at what is left, until nothing new is found."""
    view, copies = View.of(base.values()).distinct(_apart(terms))
    alike = copies
    last = look(terms, view, copies, found={}, model=model)
    comparisons = Comparisons(view=last.view, copies=copies, judge=last.judge, verdicts=terms.verdicts)
    left_out = tuple(_left_out(last, terms.threshold))
    found = _composed(terms, {}, last.groups)
    told = Told()
    told.add(last)
    while last.groups:
        survivors = {
            cluster[0]: matching_survivor([base[member] for member in found[cluster[0]]]) for cluster in last.groups
        }
        absorbed = {member for cluster in last.groups for member in cluster[1:]}
        view = view.merged(survivors, absorbed)
        copies = {one: others for one, others in copies.items() if one not in survivors and one not in absorbed}
        last = look(terms, view, copies, found=found, model=model, before=last.pool)
        found = _composed(terms, found, last.groups)
        told.add(last, survivors)
    clusters = _in_order(base, found)
    home = {member: cluster[0] for cluster in clusters for member in cluster}
    together, proposals = told.sorted(terms, home)
    return Matches(
        pairs=together,
        clusters=clusters,
        proposals=proposals,
        households=households(told.at_home(terms, home, lambda one, other: _are_two(base[one], base[other]))),
        findings=(*left_out, *_large(clusters, alike), *_findings(terms, proposals, base.keys())),
        model=comparisons.judge.model,
        threshold=terms.threshold,
        review=terms.review,
        comparisons=comparisons,
    )


def _are_two(one: Contact, other: Contact) -> bool:
    """Tell whether two contacts left apart are two people: not where one is rented and may be the other (R23)."""
    return standing_apart(one)[0] == standing_apart(other)[0]


def _apart(terms: Terms) -> Callable[[Contact], Hashable]:
    """Give what must be equal, beside all that is compared, for two contacts to be copies of each other."""
    named = frozenset(contact for pair in terms.verdicts.sames | terms.verdicts.differents for contact in pair)
    alone = named.union(terms.sides)
    return lambda contact: (standing_apart(contact), contact.id if contact.id in alone else "")


def _composed(terms: Terms, found: Mapping[str, Cluster], fresh: Iterable[Cluster]) -> dict[str, Cluster]:
    """Put clusters of clusters together; each under the id of its survivor."""
    composed = dict(found)
    for cluster in fresh:
        members = [member for survivor in cluster for member in composed.pop(survivor, (survivor,))]
        composed[cluster[0]] = terms.cluster(members) if len(members) > len(cluster) else cluster
    return composed


def _left_out(first: Look, threshold: float) -> Iterator[Finding]:
    """Say what was not compared, and what that may have cost: shared values, large blocks, pairs that share no key."""
    for crowd in first.crowds:
        yield finding("match.shared-value", field=crowd.field, count=crowd.size)
    home = {member: number for number, group in enumerate(first.groups) for member in group}
    for capped in first.pool.capped:
        yield finding(
            "match.block-capped",
            field=capped.rule.fields[0],
            count=capped.contacts,
            pairs=capped.pairs,
            key=capped.rule.name,
            missed=missed_in(first, capped, home, threshold),
        )
    missing, found = unmet(first, threshold)
    if missing:
        yield finding("match.unmet", count=missing, share=f"{100 * missing / (missing + found):.1f}")


def _large(clusters: Iterable[Cluster], copies: Mapping[str, Cluster]) -> Iterator[Finding]:
    """Name the clusters of very many contacts that are not copies of each other."""
    for cluster in clusters:
        if len(cluster) > _MANY_RECORDS:
            count = len(cluster) - sum(len(copies.get(member, ())) for member in cluster)
            if count > _MANY_RECORDS:
                yield finding("match.large-cluster", contact=cluster[0], count=count)


def _findings(terms: Terms, proposals: Sequence[Pair], known: Collection[str]) -> Iterator[Finding]:
    absent = {one for pair in terms.verdicts.sames | terms.verdicts.differents for one in pair if one not in known}
    if absent:
        yield finding("match.verdict-unknown", count=len(absent))
    unclear = sum(pair.probability >= terms.threshold for pair in proposals)
    if unclear:
        yield finding("match.unclear", count=unclear)
    if proposals:
        yield finding("match.review", count=len(proposals))


def _in_order(base: ContactBase, found: Mapping[str, Cluster]) -> tuple[Cluster, ...]:
    """Order clusters by where the first of their contacts was read."""
    survivor_of = {member: survivor for survivor, cluster in found.items() for member in cluster}
    return tuple(found[survivor] for survivor in dict.fromkeys(survivor_of[id_] for id_ in base if id_ in survivor_of))
