"""`enact`: do what a plan says, and nothing else. Who is deleted or archived leaves the base and stays in the journal.

Contacts to ask once more, to hold or to look at stay where they are, and are listed. `undo` gives the removed ones
back, until `confirm_erasure` makes the erasure final: from then on the journal says that somebody left, by which rule
and when, and no longer who they were. `archive_of` gives what goes to the restricted archive, which is kept apart.

>>> import datetime as dt
>>> from contactbase.policy.countries.fr import FR_DELETE_ONLY
>>> from contactbase.policy.retain import retain
>>> base = ContactBase.of([Contact(id="c-1", collected_on=dt.date(2020, 5, 1))])
>>> plan = retain(base, FR_DELETE_ONLY, as_of=dt.date(2026, 11, 22))
>>> kept, journal = enact(base, plan)
>>> len(kept), journal.decisions[0].removed
(0, Contact(id='c-1'))
>>> confirm_erasure(journal, on=dt.date(2026, 12, 1)).decisions[0].removed is None
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final

import attrs

from contactbase.errors import PolicyError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Changes, Decision, Entry, Journal, Merge, Note, Outcome, RetentionAction
from contactbase.policy.coverage import restricted
from contactbase.policy.digest import digest_of
from contactbase.policy.retain import RetentionPlan

__all__ = ["REMOVING", "archive_of", "confirm_erasure", "enact", "enact_into", "reviewed"]

REMOVING: Final = frozenset({RetentionAction.DELETE, RetentionAction.ARCHIVE, RetentionAction.ARCHIVE_STATS})
"""The actions that take a contact out of the base."""


def enact(base: ContactBase, plan: RetentionPlan) -> Outcome[ContactBase]:
    """Remove who is due by the plan; PolicyError when the base is not the one that the plan was made for."""
    entries: list[Entry] = []
    kept = enact_into(base, plan, entries.append)
    return Outcome(kept, Journal(tuple(entries)))


def enact_into(base: ContactBase, plan: RetentionPlan, note: Note) -> ContactBase:
    """Enact as `enact` does, telling every decision to `note` in the order of the plan."""
    if digest_of(base, plan.policy.reads) != plan.digest:
        raise PolicyError("The base has changed since the plan was made. Call retain again and look at the new plan.")
    removed = {decision.contact for decision in plan.decisions if decision.action in REMOVING}
    for decision in plan.decisions:
        note(attrs.evolve(decision, removed=base[decision.contact]) if decision.contact in removed else decision)
    return ContactBase.of(contact for contact_id, contact in base.items() if contact_id not in removed)


def reviewed(plan: RetentionPlan, *, without: Collection[str]) -> RetentionPlan:
    """Give a plan without the decisions about some contacts (ids); PolicyError for an id without a decision."""
    decided = {decision.contact for decision in plan.decisions}
    for contact in without:
        if contact not in decided:
            raise PolicyError(f"The plan decides nothing about {contact!r}, so there is nothing to leave out.")
    left_out = frozenset(without)
    return attrs.evolve(
        plan, decisions=tuple(decision for decision in plan.decisions if decision.contact not in left_out)
    )


def archive_of(journal: Journal) -> ContactBase:
    """Give the contacts that were archived, cut down to what other reasons cover; ids repeat their last archiving."""
    found = {
        decision.contact: restricted(decision.removed, decision.kept_fields) if decision.kept_by else decision.removed
        for decision in journal.decisions
        if decision.action is RetentionAction.ARCHIVE and decision.removed is not None
    }
    return ContactBase.of(found.values())


def confirm_erasure(journal: Journal, *, on: dt.date) -> Journal:
    """Make erasures final on a day: the removed contacts leave the journal, and `undo` refuses from then on.

    Their values leave the entries of cleaning and merging too; who was merged into whom stays, by id. Take `archive_of`
    the journal, and its statistics, before. What was confirmed before keeps its day.
    """
    erased = {entry.contact for entry in journal.decisions if entry.removed is not None}
    for merge in reversed(journal.merges):
        if merge.kept in erased:
            erased |= {contact.id for contact in merge.absorbed}
    return Journal(tuple(_confirmed(entry, erased, on) for entry in journal.entries))


def _confirmed(entry: Entry, erased: Collection[str], on: dt.date) -> Entry:
    """Give an entry without the values of those who are erased."""
    match entry:
        case Decision(removed=Contact()):
            return attrs.evolve(entry, removed=None, confirmed_on=on)
        case Changes() if entry.contact in erased:
            return attrs.evolve(entry, fields=())
        case Merge() if entry.kept in erased:
            absorbed = tuple(Contact(id=contact.id) for contact in entry.absorbed)
            return attrs.evolve(entry, before=Contact(id=entry.before.id), absorbed=absorbed)
        case _:
            return entry
