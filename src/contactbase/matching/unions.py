"""Fields of which nothing is dropped in a merge: addresses, numbers, labels, events, consents, columns kept beside.

>>> from contactbase.model.contact import Contact
>>> two = [Contact(id="c-1", tags=frozenset({"vip"})), Contact(id="c-2", tags=frozenset({"salon"}))]
>>> sorted(labels(two, ("tags",))["tags"])
['salon', 'vip']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from contactbase.matching.ledger import ConsentMerge, merged_ledger
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import PhoneKind
from contactbase.model.event import Event

__all__ = ["columns", "consents", "emails", "events", "labels", "phones", "proven_consents"]


def labels(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, object]:
    """Give the union of sets of labels."""
    return {name: frozenset().union(*(getattr(contact, name) for contact in contacts)) for name in fields}


def emails(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, object]:
    """Give every mailbox once, as first written."""
    kept: dict[str, Email] = {}
    for contact in contacts:
        for email in contact.emails:
            kept.setdefault(email.key, email)
    return dict.fromkeys(fields, tuple(kept.values()))


def phones(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, object]:
    """Give every number once; of two records of one number, the one that knows its kind."""
    kept: dict[tuple[str, str | None], Phone] = {}
    for contact in contacts:
        for phone in contact.phones:
            place = (phone.e164, phone.extension)
            if place not in kept or kept[place].kind is PhoneKind.UNKNOWN:
                kept[place] = phone
    return dict.fromkeys(fields, tuple(kept.values()))


def events(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, object]:
    """Give every event as often as the contact has it that has it most often: what two rows repeat happened once."""
    kept: list[Event] = []
    counted: Counter[Event] = Counter()
    for contact in contacts:
        met: Counter[Event] = Counter()
        for event in contact.events:
            met[event] += 1
            if met[event] > counted[event]:
                kept.append(event)
        counted |= met
    return dict.fromkeys(fields, tuple(kept))


def consents(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, object]:
    """Give the merged ledger, see `ledger`."""
    return dict.fromkeys(fields, merged_ledger([contact.consents for contact in contacts]))


def proven_consents(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, object]:
    """Give the merged ledger in which a later, proven consent for the same address stands over a refusal."""
    ledgers = [contact.consents for contact in contacts]
    return dict.fromkeys(fields, merged_ledger(ledgers, ConsentMerge.LATEST_PROVEN))


def columns(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, object]:
    """Give for each name the pairs of the first contact that has a value under it."""
    return {name: tuple(_columns([getattr(contact, name) for contact in contacts])) for name in fields}


def _columns(held: Sequence[tuple[tuple[str, object], ...]]) -> list[tuple[str, object]]:
    chosen: dict[str, list[tuple[str, object]]] = {}
    for pairs in held:
        by_name: dict[str, list[tuple[str, object]]] = {}
        for name, value in pairs:
            by_name.setdefault(name, []).append((name, value))
        for name, own in by_name.items():
            if not any(value not in (None, "") for _, value in chosen.get(name, ())):
                chosen[name] = own
    return [pair for own in chosen.values() for pair in own]
