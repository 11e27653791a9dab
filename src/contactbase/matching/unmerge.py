"""`unmerge` and `take_out`: take back one merge out of many; what was changed since stays.

The contacts that were absorbed come back as they were; the survivor is what it would be without them: what it was
before the merge, with whom else it took in since, and with what was changed since, by hand or by a later step (see
`since`). Keep the verdict (`different`), so that the next run does not make the merge again.

>>> from contactbase.matching.merge import dedupe
>>> from contactbase.model.contact import Email
>>> mail = (Email("lea@example.org", "lea@example.org"),)
>>> base = ContactBase.of([Contact(id="c-1", emails=mail), Contact(id="c-2", emails=mail, city="Lyon")])
>>> merged, journal = dedupe(base)
>>> apart, split = unmerge(merged, journal, "c-2")
>>> list(apart), apart["c-1"].city, [entry.restored for entry in split.entries]
(['c-1', 'c-2'], None, [('c-2',)])
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from contactbase.matching.since import absorbed_since, survivor_since
from contactbase.matching.survivor import survivor
from contactbase.matching.survivorship import DEFAULT, Survivorship
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Journal, Merge, Outcome, Split

__all__ = ["take_out", "unmerge"]


def unmerge(
    base: ContactBase, journal: Journal, contact: str, *, survivorship: Survivorship = DEFAULT
) -> Outcome[ContactBase]:
    """Take back the last merge that a contact was kept or absorbed in; its journal has one `Split`, undone by `undo`.

    What the survivor took in by other merges of the journal stays with it. `survivorship` is the table that the merges
    were made by. ValueError when the journal tells of no such merge, when the merged contact is gone, or when all that
    it absorbed are there again.
    """
    merge = _last(base, journal, contact)
    inside = _inside(base, journal, merge.kept)
    return _without(base, journal, merge, inside & {one.id for one in merge.absorbed}, survivorship)


def take_out(
    base: ContactBase, journal: Journal, contact: str, *, survivorship: Survivorship = DEFAULT
) -> Outcome[ContactBase]:
    """Take one contact out of the last merge that absorbed it; the others of its cluster stay one person.

    As `unmerge` otherwise. ValueError too for the survivor of the merge, whose id the others go by.
    """
    merge = _last(base, journal, contact)
    if contact == merge.kept:
        raise ValueError(f"The others go by the id {contact!r}. Take them out of it, or take the merge back: unmerge.")
    return _without(base, journal, merge, frozenset({contact}), survivorship)


def _last(base: ContactBase, journal: Journal, contact: str) -> Merge:
    """Give the last merge that a contact was in; ValueError where it cannot be taken back."""
    found = (one for one in reversed(journal.merges) if contact in {one.kept, *(gone.id for gone in one.absorbed)})
    merge = next(found, None)
    if merge is None:
        raise ValueError(f"This journal tells of no merge of {contact!r}.")
    if merge.kept not in base:
        raise ValueError(
            f"The contact {merge.kept!r} is not in this base: it was merged again, or removed. "
            f"If it was merged again, take that back first: unmerge(base, journal, {merge.kept!r})."
        )
    back = [gone.id for gone in merge.absorbed if gone.id in base]
    if contact in back or len(back) == len(merge.absorbed):
        raise ValueError(f"The contact {back[0]!r} is in the base already: this merge was taken back before.")
    return merge


def _inside(base: ContactBase, journal: Journal, kept: str) -> frozenset[str]:
    """Give the ids of those whom a contact has absorbed, and who were not taken out of it since."""
    last = {gone.id: merge.kept for merge in journal.merges for gone in merge.absorbed}
    return frozenset(gone for gone, home in last.items() if home == kept and gone not in base)


def _without(
    base: ContactBase, journal: Journal, merge: Merge, leaving: frozenset[str], survivorship: Survivorship
) -> Outcome[ContactBase]:
    """Take some out of a merged contact, and give them what was changed since as far as it is theirs."""
    merges, now = [one for one in journal.merges if one.kept == merge.kept], base[merge.kept]
    inside = _inside(base, journal, merge.kept)
    back = [gone for gone in merge.absorbed if gone.id in leaving]
    then = _replayed(merges, inside, (), survivorship)
    alone = survivor_since(_replayed(merges, inside - leaving, back, survivorship), then, now, back)
    for left, right in _between(merges[merges.index(merge) :], survivorship):
        back = [absorbed_since(one, left, right) for one in back]
    back = [absorbed_since(one, then, now) for one in back]
    restored = tuple(one.id for one in back)
    entry = Split(kept=merge.kept, before=now, restored=restored, reason="match.unmerged")
    return Outcome(ContactBase.of(_apart(base, alone, back)), Journal((entry,)))


def _replayed(
    merges: Sequence[Merge], inside: Collection[str], back: Sequence[Contact], survivorship: Survivorship
) -> Contact:
    """Play the merges into one contact again with those inside, each with what was changed until the next."""
    alone, changes = merges[0].before, [*_between(merges, survivorship), None]
    for merge, change in zip(merges, changes, strict=True):
        members = [gone for gone in merge.absorbed if gone.id in inside]
        alone = survivor([alone, *members], survivorship) if members else alone
        alone = survivor_since(alone, *change, back) if change is not None else alone
    return alone


def _between(merges: Sequence[Merge], survivorship: Survivorship) -> Iterator[tuple[Contact, Contact]]:
    """Give the merged contact as each merge but the last left it, and as the next one found it."""
    for merge, following in pairwise(merges):
        yield survivor([merge.before, *merge.absorbed], survivorship), following.before


def _apart(base: ContactBase, alone: Contact, back: Iterable[Contact]) -> Iterator[Contact]:
    for contact_id, contact in base.items():
        if contact_id == alone.id:
            yield alone
            yield from back
        else:
            yield contact
