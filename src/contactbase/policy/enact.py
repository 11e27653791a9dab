"""`enact`: do what a plan says, and nothing else. Who is deleted or archived leaves the base and stays in the journal.

Contacts to ask once more, to hold or to look at stay where they are, and are listed. `undo` gives the removed ones
back.

>>> import datetime as dt
>>> from contactbase.model.contact import Contact
>>> from contactbase.policy.countries.fr import FR_DELETE_ONLY
>>> from contactbase.policy.retain import retain
>>> base = ContactBase.of([Contact(id="c-1", collected_on=dt.date(2020, 5, 1))])
>>> plan = retain(base, FR_DELETE_ONLY, as_of=dt.date(2026, 11, 22))
>>> kept, journal = enact(base, plan)
>>> len(kept), journal.decisions[0].removed
(0, Contact(id='c-1'))
"""

from __future__ import annotations

from typing import Final

import attrs

from contactbase.errors import PolicyError
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Entry, Journal, Note, Outcome, RetentionAction
from contactbase.policy.digest import digest_of
from contactbase.policy.retain import RetentionPlan

__all__ = ["REMOVING", "enact", "enact_into"]

REMOVING: Final = frozenset({RetentionAction.DELETE, RetentionAction.ARCHIVE})
"""The actions that take a contact out of the base."""


def enact(base: ContactBase, plan: RetentionPlan) -> Outcome[ContactBase]:
    """Remove who is due by the plan; PolicyError when the base is not the one that the plan was made for."""
    entries: list[Entry] = []
    kept = enact_into(base, plan, entries.append)
    return Outcome(kept, Journal(tuple(entries)))


def enact_into(base: ContactBase, plan: RetentionPlan, note: Note) -> ContactBase:
    """Enact as `enact` does, telling every decision to `note` in the order of the plan."""
    if digest_of(base) != plan.digest:
        raise PolicyError("The base has changed since the plan was made. Call retain again and look at the new plan.")
    removed = {decision.contact for decision in plan.decisions if decision.action in REMOVING}
    for decision in plan.decisions:
        note(attrs.evolve(decision, removed=base[decision.contact]) if decision.contact in removed else decision)
    return ContactBase.of(contact for contact_id, contact in base.items() if contact_id not in removed)
