"""`merge`: clusters become contacts; whoever is absorbed stays whole in the journal, so that `undo` gives all back.

The survivor has the first id of its cluster, which `match` puts in natural order (c-2 before c-10), and stands where
the first of them was read. Which values it has is said by the table of `survivorship`; values that were not kept are
reported by field.

>>> from contactbase.model.contact import Email
>>> mail = (Email("lea@example.org", "lea@example.org"),)
>>> base = ContactBase.of([Contact(id="c-10", emails=mail, city="Lyon"), Contact(id="c-2", emails=mail)])
>>> unique, journal = dedupe(base)
>>> list(unique), unique["c-2"].city, [merge.reason for merge in journal.merges]
(['c-2'], 'Lyon', ['match.email'])
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from contactbase.matching.match import match
from contactbase.matching.matches import Matches
from contactbase.matching.survivor import losses, survivor
from contactbase.matching.survivorship import DEFAULT, Survivorship
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Entry, Journal, Merge, Note, Outcome

__all__ = ["dedupe", "merge", "merge_into"]


def dedupe(base: ContactBase) -> Outcome[ContactBase]:
    """Merge who is certainly one person: `merge(base, match(base))`."""
    return merge(base, match(base))


def merge(base: ContactBase, matches: Matches, *, survivorship: Survivorship = DEFAULT) -> Outcome[ContactBase]:
    """Merge the clusters of `matches`; the journal has their findings, the merges, and what was not kept.

    ValueError when the matches name a contact that the base does not have, or one contact twice.
    """
    entries: list[Entry] = list(matches.findings)
    merged = merge_into(base, matches, entries.append, survivorship=survivorship)
    return Outcome(merged, Journal(tuple(entries)))


def merge_into(base: ContactBase, matches: Matches, note: Note, *, survivorship: Survivorship = DEFAULT) -> ContactBase:
    """Merge as `merge` does, telling every entry to `note` as it happens; the findings of `matches` are not repeated.

    Contacts that nothing was merged into are the same objects as before.
    """
    if not matches.clusters:
        return base
    cluster_of = _cluster_of(base, matches)
    reasons = _reasons(matches, cluster_of)
    return ContactBase.of(_merged(base, matches, cluster_of, reasons, survivorship, note))


def _cluster_of(base: ContactBase, matches: Matches) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, cluster in enumerate(matches.clusters):
        for contact in cluster:
            if contact not in base:
                raise ValueError(f"The matches name {contact!r}, which is not in this base. Match this base first.")
            if found.setdefault(contact, number) != number:
                raise ValueError(f"The contact {contact!r} stands in two clusters. Put it into one.")
    return found


def _reasons(matches: Matches, cluster_of: Mapping[str, int]) -> dict[int, set[str]]:
    """Collect the codes of the evidence inside each cluster."""
    found: dict[int, set[str]] = {}
    for pair in matches.pairs:
        number = cluster_of.get(pair.left)
        if number is not None and number == cluster_of.get(pair.right):
            found.setdefault(number, set()).update(piece.code for piece in pair.evidence if piece.weight > 0)
    return found


def _merged(
    base: ContactBase,
    matches: Matches,
    cluster_of: Mapping[str, int],
    reasons: Mapping[int, set[str]],
    survivorship: Survivorship,
    note: Note,
) -> Iterator[Contact]:
    """Give the contacts of the merged base in reading order."""
    done: set[int] = set()
    for contact_id, contact in base.items():
        number = cluster_of.get(contact_id)
        if number is None:
            yield contact
        elif number not in done:
            done.add(number)
            members = [base[member] for member in matches.clusters[number]]
            merged = survivor(members, survivorship)
            note(_entry(members, reasons.get(number, set())))
            for entry in losses(merged, members, survivorship):
                note(entry)
            yield merged


_TELLING = ("email", "mobile", "birth_date", "landline", "street", "last_name", "first_name", "company")
_PLACES = {f"match.{name.replace('_', '-')}": place for place, name in enumerate(_TELLING)}


def _entry(members: Sequence[Contact], codes: set[str]) -> Merge:
    evidence = tuple(sorted(codes, key=lambda code: (_PLACES.get(code, len(_PLACES)), code)))
    first, *others = members
    return Merge(
        kept=first.id,
        before=first,
        absorbed=tuple(others),
        reason=evidence[0] if evidence else "match.by-hand",
        evidence=evidence,
    )
