"""Where each value of a merged contact comes from: the ids of the records that said the same.

>>> from contactbase.matching.merge import dedupe
>>> from contactbase.model.contact import Contact, Email
>>> from contactbase.model.contact_base import ContactBase
>>> mail = (Email("lea@example.org", "lea@example.org"),)
>>> base = ContactBase.of([Contact(id="c-1", emails=mail), Contact(id="c-2", emails=mail, city="Lyon")])
>>> merged, journal = dedupe(base)
>>> provenance(merged["c-1"], journal.merges[0])
{'emails': ('c-1', 'c-2'), 'city': ('c-2',)}
"""

from __future__ import annotations

import attrs

from contactbase.model.contact import Contact
from contactbase.model.journal import Merge

__all__ = ["provenance"]


def provenance(merged: Contact, merge: Merge) -> dict[str, tuple[str, ...]]:
    """Give for each known field the ids of the merged records it is from, the survivor's first.

    Of a field with several values (numbers, events, tags), those that held any of them; an empty tuple where none did,
    because the merge made the value (a consent restricted, see `match.consent-restricted`) or it was changed since.
    """
    records = (merge.before, *merge.absorbed)
    found: dict[str, tuple[str, ...]] = {}
    for field in attrs.fields(Contact):
        value = getattr(merged, field.name)
        if field.name == "id" or value is None or value in ((), frozenset()):
            continue
        found[field.name] = tuple(record.id for record in records if _said(getattr(record, field.name), value))
    return found


def _said(held: object, value: object) -> bool:
    if isinstance(value, tuple | frozenset) and isinstance(held, tuple | frozenset):
        return any(part in value for part in held)
    return held == value
