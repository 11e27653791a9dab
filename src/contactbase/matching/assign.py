"""Households as a field: what `match` found written into the contacts, for segments and campaign pressure.

>>> from contactbase.matching.match import match
>>> from contactbase.model.contact import Email
>>> mail = (Email("durand@example.org", "durand@example.org"),)
>>> family = ContactBase.of([
...     Contact(id="c-1", first_name="Léa", last_name="Durand", emails=mail),
...     Contact(id="c-2", first_name="Paul", last_name="Durand", emails=mail),
... ])
>>> base, journal = assign_households(family, match(family))
>>> [contact.household for contact in base.values()], len(journal)
(['h-c-1', 'h-c-1'], 2)
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from contactbase.matching.matches import Matches
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Amendment, Journal, Outcome
from contactbase.model.replay import amended

__all__ = ["assign_households"]


def assign_households(base: ContactBase, matches: Matches) -> Outcome[ContactBase]:
    """Give every contact of a household its name, where it has none yet; `undo` takes it back.

    Call it on the base that was matched, or on the merged one. A household takes the name that one of its contacts has
    already, else `h-` and the id of its first contact, so that it keeps its name from run to run.
    """
    names = dict(_names(base, matches))
    contacts: list[Contact] = []
    entries: list[Amendment] = []
    for contact in base.values():
        name = names.get(contact.id)
        if name is None or contact.household is not None:
            contacts.append(contact)
            continue
        after = attrs.evolve(contact, household=name)
        entries.append(amended(contact, after, "match.household"))
        contacts.append(after)
    return Outcome(ContactBase.of(contacts), Journal(tuple(entries)))


def _names(base: ContactBase, matches: Matches) -> Iterator[tuple[str, str]]:
    """Give the name of the household for each id in one; contacts of one cluster share it."""
    cluster_of = {cluster[0]: cluster for cluster in matches.clusters}
    for group in matches.households:
        members = [member for person in group for member in cluster_of.get(person, (person,)) if member in base]
        known = sorted({name for member in members if (name := base[member].household) is not None})
        name = known[0] if known else f"h-{group[0]}"
        for member in members:
            yield member, name
