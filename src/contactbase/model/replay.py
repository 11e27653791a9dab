"""Difference and undo: what the journal says is exactly what changed, and can be played backwards.

>>> from contactbase.model.contact import Contact
>>> before = ContactBase.of([Contact(id="c-1", city="LYON")])
>>> after = ContactBase.of([Contact(id="c-1", city="Lyon")])
>>> [(change.field, change.before, change.after) for change in diff(before, after)]
[('city', 'LYON', 'Lyon')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contactbase.model.canonical import contact_texts
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Amendment, Change, Changes, Decision, Journal, Merge, Split
from contactbase.model.record import Record
from contactbase.model.source import SourceRef

__all__ = ["amended", "changes_between", "diff", "restore", "undo"]


def changes_between(
    contact: str, before: Mapping[str, str], after: Mapping[str, str], source: SourceRef | None = None
) -> Iterable[Change]:
    """Give one change for each field whose text differs, in the order of `before`, then of `after`."""
    for field, text in before.items():
        if after.get(field) != text:
            yield Change(contact=contact, field=field, before=text, after=after.get(field), source=source)
    for field, text in after.items():
        if field not in before:
            yield Change(contact=contact, field=field, before=None, after=text, source=source)


def diff(before: ContactBase, after: ContactBase) -> tuple[Change, ...]:
    """Say field by field what differs between two bases; a contact only in one has all its fields listed."""
    found: list[Change] = []
    for contact_id in [*before, *(contact_id for contact_id in after if contact_id not in before)]:
        left, right = before.get(contact_id), after.get(contact_id)
        if left is right:
            continue
        found.extend(changes_between(contact_id, _texts(left), _texts(right)))
    return tuple(found)


def _texts(contact: Contact | None) -> dict[str, str]:
    return {} if contact is None else contact_texts(contact)


def amended(before: Contact, after: Contact, reason: str) -> Amendment:
    """Give the journal's entry of a contact that was changed, for the reason of a code."""
    changes = changes_between(before.id, contact_texts(before, after), contact_texts(after, before))
    fields = tuple((change.field, change.before, change.after) for change in changes)
    return Amendment(contact=before.id, before=before, fields=fields, reason=reason)


def undo(base: ContactBase, journal: Journal) -> ContactBase:
    """Play the amendments, merges and enacted decisions of a journal backwards: the base as it was before them.

    Contacts that come back stand behind those that stayed. ValueError for the journal of `clean`: what was before it
    were records; `restore` gives those. ValueError too for an erasure that was confirmed.
    """
    if any(isinstance(entry, Changes) for entry in journal.entries):
        raise ValueError("This journal tells how records became contacts. Use cb.restore(base, journal).")
    contacts = dict(base)
    for entry in reversed(journal.entries):
        if isinstance(entry, Merge):
            contacts = _unmerged(contacts, entry)
        elif isinstance(entry, Decision) and entry.confirmed_on is not None:
            raise ValueError(
                f"The erasure of {entry.contact!r} was confirmed on {entry.confirmed_on}: nothing is left to give back."
            )
        elif isinstance(entry, Decision) and entry.removed is not None:
            contacts[entry.contact] = entry.removed
        elif isinstance(entry, Split):
            contacts = {one: contact for one, contact in contacts.items() if one not in entry.restored}
            contacts[_held(contacts, entry.kept)] = entry.before
        elif isinstance(entry, Amendment):
            contacts[_held(contacts, entry.contact)] = entry.before
    return ContactBase(contacts)


def _unmerged(contacts: dict[str, Contact], merge: Merge) -> dict[str, Contact]:
    contacts[_held(contacts, merge.kept)] = merge.before
    contacts.update((contact.id, contact) for contact in merge.absorbed)
    return contacts


def _held(contacts: Mapping[str, Contact], contact: str) -> str:
    if contact not in contacts:
        raise ValueError(f"The contact {contact!r} is not in this base: the journal belongs to another one.")
    return contact


def restore(base: ContactBase, journal: Journal) -> tuple[Record, ...]:
    """Play the journal of `clean` backwards: the records as they were read, in the order of the base."""
    made = {entry.contact: entry for entry in journal.entries if isinstance(entry, Changes)}
    return tuple(_restored(contact, made.get(contact.id)) for contact in base.values())


def _restored(contact: Contact, made: Changes | None) -> Record:
    values = contact_texts(contact)
    for change in made or ():
        if change.before is None:
            values.pop(change.field, None)
        else:
            values[change.field] = change.before
    source = made.source if made is not None else None
    return Record(source or SourceRef(file=""), values, contact.extra)
