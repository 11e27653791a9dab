"""`unmerge`: take back one merge out of many; what was changed on the merged contact since stays.

The contacts that were absorbed come back whole, as they were; the survivor is what it was before the merge, except in
the fields that were changed after it, by hand or by a later step. Keep the verdict (`different`), so that the next run
does not make the merge again.

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

from collections.abc import Iterator

import attrs

from contactbase.matching.survivor import survivor
from contactbase.matching.survivorship import DEFAULT, Survivorship
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Journal, Merge, Outcome, Split

__all__ = ["unmerge"]


def unmerge(
    base: ContactBase, journal: Journal, contact: str, *, survivorship: Survivorship = DEFAULT
) -> Outcome[ContactBase]:
    """Take back the last merge that a contact was kept or absorbed in; its journal has one `Split`, undone by `undo`.

    `survivorship` is the table that the merge was made by. ValueError when the journal tells of no such merge, when the
    merged contact is gone, or when a contact of the id is there again.
    """
    merge = _last(journal, contact)
    if merge.kept not in base:
        raise ValueError(f"The contact {merge.kept!r} is not in this base: it was merged again, or removed.")
    back = [absorbed.id for absorbed in merge.absorbed if absorbed.id in base]
    if back:
        raise ValueError(f"The contact {back[0]!r} is in the base already: this merge was taken back before.")
    now = base[merge.kept]
    entry = Split(
        kept=merge.kept,
        before=now,
        restored=tuple(absorbed.id for absorbed in merge.absorbed),
        reason="match.unmerged",
    )
    then = survivor([merge.before, *merge.absorbed], survivorship)
    return Outcome(ContactBase.of(_apart(base, merge, _with_changes(merge.before, then, now))), Journal((entry,)))


def _last(journal: Journal, contact: str) -> Merge:
    for merge in reversed(journal.merges):
        if contact == merge.kept or any(contact == absorbed.id for absorbed in merge.absorbed):
            return merge
    raise ValueError(f"This journal tells of no merge of {contact!r}.")


def _with_changes(before: Contact, then: Contact, now: Contact) -> Contact:
    """Give the survivor as it was before the merge, with what was changed between the merge and now."""
    changed = {
        field.name: getattr(now, field.name)
        for field in attrs.fields(Contact)
        if getattr(now, field.name) != getattr(then, field.name)
    }
    return attrs.evolve(before, **changed) if changed else before


def _apart(base: ContactBase, merge: Merge, survivor_: Contact) -> Iterator[Contact]:
    for contact_id, contact in base.items():
        if contact_id == merge.kept:
            yield survivor_
            yield from merge.absorbed
        else:
            yield contact
