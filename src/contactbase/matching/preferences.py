"""Preferences: whose value a merged contact keeps, as an order of the contacts, for `Survivorship.preferring`.

Contacts come most recent first, and stay so where a preference makes no difference; `fields` are those that survive
together, such as the parts of an address.

>>> two = [Contact(id="c-1", company="Dupont"), Contact(id="c-2", company="Dupont et fils")]
>>> [contact.id for contact in longest(two, ["company"])]
['c-2', 'c-1']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from contactbase.matching.blocks import spelling_key
from contactbase.model.contact import Contact
from contactbase.model.enums import CollectionSource, Origin

__all__ = ["Preference", "Trusted", "longest", "most_complete", "most_frequent", "most_recent", "trusted"]

Preference = Callable[[Sequence[Contact], Sequence[str]], list[Contact]]
"""Gives the contacts in the order in which they are asked for some fields."""

Trusted = CollectionSource | Origin | Callable[[Contact], bool]
"""Through what a contact was collected, whose it is, or anything else that tells (a supplier, a tag, an id)."""


def most_recent(contacts: Sequence[Contact], fields: Sequence[str]) -> list[Contact]:
    """Ask the most recently known contact first."""
    del fields
    return list(contacts)


def most_complete(contacts: Sequence[Contact], fields: Sequence[str]) -> list[Contact]:
    """Ask the contact first that knows most of the fields."""
    return sorted(contacts, key=lambda contact: -sum(_is_known(getattr(contact, name)) for name in fields))


def most_frequent(contacts: Sequence[Contact], fields: Sequence[str]) -> list[Contact]:
    """Ask those first who say what most of them say, whatever the spelling; those who say nothing last."""
    said = [tuple(spelling_key(getattr(contact, name)) for name in fields) for contact in contacts]
    count = Counter(said)
    order = sorted(range(len(said)), key=lambda place: -count[said[place]] if any(map(_is_known, said[place])) else 0)
    return [contacts[place] for place in order]


def longest(contacts: Sequence[Contact], fields: Sequence[str]) -> list[Contact]:
    """Ask the contact first whose texts are the longest, in characters."""
    return sorted(contacts, key=lambda contact: -sum(_length(getattr(contact, name)) for name in fields))


def trusted(*sources: Trusted) -> Preference:
    """Make a preference for contacts of some sources, the most trusted first; those of none of them come last.

    A source is a `CollectionSource`, an `Origin`, or a test of a contact. ValueError where none is given.
    """
    if not sources:
        raise ValueError("Give the sources to trust, the most trusted first.")

    def prefer(contacts: Sequence[Contact], fields: Sequence[str]) -> list[Contact]:
        del fields
        return sorted(contacts, key=lambda contact: _rank(contact, sources))

    return prefer


def _rank(contact: Contact, sources: Sequence[Trusted]) -> int:
    return next((place for place, source in enumerate(sources) if _is_of(contact, source)), len(sources))


def _is_of(contact: Contact, source: Trusted) -> bool:
    if isinstance(source, CollectionSource):
        return contact.source is source
    return contact.origin is source if isinstance(source, Origin) else bool(source(contact))


def _is_known(value: object) -> bool:
    return value is not None and value != ()


def _length(value: object) -> int:
    if isinstance(value, tuple):
        return sum(map(_length, value))
    return len(value) if isinstance(value, str) else 0
