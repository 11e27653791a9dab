"""`join`: put orders and events into the histories of the contacts that they are of.

The contact is found by the most trusted key that names one: its id, the normal form of an e-mail address, a number in
E.164. Keys that name different contacts, and a key that several contacts share, join nobody. An order that a contact
has is not added again, so that joining a file twice changes nothing. Undoable: `cb.undo`.

>>> from contactbase.joining.keyed import Keys
>>> from contactbase.model.contact import Email
>>> from contactbase.model.replay import undo
>>> base = ContactBase.of([Contact(id="c-1", emails=(Email("Lea@example.org", "lea@example.org"),))])
>>> order = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=1250, currency="EUR", reference="17")
>>> orders = KeyedEvents.of([(Keys(email="lea@example.org"), order), (Keys(email="max@example.org"), order)])
>>> after, journal = join(base, orders)
>>> after["c-1"].events == (order,), [refused.code for refused in journal.rejections]
(True, ['join.no-contact'])
>>> join(after, orders).value is after, undo(after, journal) == base
(True, True)
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from contactbase.joining.index import BY, Hit, KeyIndex, Miss
from contactbase.joining.keyed import Found, Keyed, KeyedEvents
from contactbase.joining.reading import refused_rows
from contactbase.joining.totals import accounted
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import EventKind
from contactbase.model.event import Event, unheld
from contactbase.model.journal import Entry, Journal, Merge, Note, Outcome, finding
from contactbase.model.replay import amended
from contactbase.model.source import SourceRef

__all__ = ["absorbed_ids", "join", "join_into"]

_NEVER: Final = dt.date.min


def join(
    base: ContactBase,
    events: KeyedEvents,
    *,
    by: str | Sequence[str] = BY,
    merged: Journal | Mapping[str, str] | None = None,
) -> Outcome[ContactBase]:
    """Give the base with the orders or events of a file; the journal holds each contact as it was.

    `by` names the keys in order of trust: `id`, `email`, `phone`, or a column that the base keeps beside (or a custom
    field), which the file's customer column is then held against. `merged` is the journal of a merge, or a mapping of
    ids: orders of an id that was merged away go to the contact that took it in. Rows that join nobody are rejections;
    one finding, `join.done`, counts them all: rows = joined + unmatched + rejected by the reading; its
    `customer_columns` are the places of customer numbers in the cells of these rows, from 0. ReadError for a
    column that no contact has.
    """
    entries: list[Entry] = []
    absorbed = absorbed_ids(merged.entries) if isinstance(merged, Journal) else dict(merged or {})
    after = join_into(base, events, entries.append, by=(by,) if isinstance(by, str) else tuple(by), absorbed=absorbed)
    return Outcome(after, Journal(tuple(entries)))


def absorbed_ids(entries: Iterable[Entry]) -> dict[str, str]:
    """Give, for each id that was merged away, the id of the contact that took it in."""
    return {gone.id: entry.kept for entry in entries if isinstance(entry, Merge) for gone in entry.absorbed}


def join_into(
    base: ContactBase, events: KeyedEvents, note: Note, *, by: Sequence[str] = BY, absorbed: Mapping[str, str]
) -> ContactBase:
    """Join, noting entries as they come up."""
    index = KeyIndex.of(base, by, absorbed)
    work = _Joining(found=events.found, holders=_holders(base))
    for place, one in enumerate(events.found):
        work.place(place, one, index.find(one.keys))
    contacts = work.contacts(base, note)
    for entry in refused_rows(events.table, work.refused):
        note(entry)
    source = SourceRef(file=events.file)
    for number in sorted(events.ended & work.holders.keys()):
        note(finding("join.ended-since", source=source, contact=work.holders[number][0]))
    for code, count in sorted(work.met.items()):
        note(finding(code, source=source, count=count))
    note(
        finding(
            "join.done",
            source=source,
            rows=events.rows,
            joined=work.joined,
            known=work.known,
            unmatched=len(work.refused),
            rejected=events.rejected,
            keys=", ".join(f"{name} {count}" for name, count in work.by.items()) or "-",
            **({"customer_columns": " ".join(map(str, events.customer))} if events.customer else {}),
        )
    )
    return base if contacts is None else ContactBase(contacts)


def _holders(base: ContactBase) -> dict[str, tuple[str, tuple[Event, ...]]]:
    """Give whose an order is already, by its number, and the purchases that it is there."""
    held: dict[str, tuple[str, tuple[Event, ...]]] = {}
    for contact in base.values():
        for event in contact.events:
            if event.kind is EventKind.PURCHASE and event.reference is not None:
                _, others = held.get(event.reference, ("", ()))
                held[event.reference] = (contact.id, (*others, event))
    return held


@attrs.define
class _Joining:
    """A join under way: rows counted by what became of them (`known` are joined too), what each contact gets.

    `told` has the places in `found` of what each contact is told.
    """

    found: Found
    holders: Mapping[str, tuple[str, tuple[Event, ...]]]
    joined: int = 0
    known: int = 0
    by: Counter[str] = attrs.field(factory=Counter)
    met: Counter[str] = attrs.field(factory=Counter)
    refused: dict[int, str] = attrs.field(factory=dict)
    told: dict[str, array[int]] = attrs.field(factory=dict)

    def place(self, place: int, one: Keyed, found: Hit | Miss) -> None:
        """Give an order or event to its contact, or set its rows apart."""
        holder, held = self._holder(one)
        known = bool(held) and self._same(one, held)
        if isinstance(found, Miss):
            if known and not one.single and found.code == "join.no-contact":
                self._count(one, "reference", known=True)
            else:
                self.refused.update(dict.fromkeys(one.rows, found.code))
        elif held and (holder != found.contact or not known):
            self.refused.update(dict.fromkeys(one.rows, "join.known-differently"))
        else:
            there = known and not one.single
            self._count(one, found.by, known=there)
            if not there:
                self.told.setdefault(found.contact, array("Q")).append(place)

    def _count(self, one: Keyed, by: str, *, known: bool) -> None:
        """Count the rows of an order that has its contact, by what it was found."""
        self.joined += len(one.rows)
        self.by[by] += len(one.rows)
        self.known += len(one.rows) if known else 0

    def _holder(self, one: Keyed) -> tuple[str, tuple[Event, ...]]:
        """Give who has the number of an order already, and the purchases that it is there."""
        first = one.events[0]
        number = first.reference if first.kind is EventKind.PURCHASE else None
        return ("", ()) if number is None else self.holders.get(number, ("", ()))

    def _same(self, one: Keyed, held: tuple[Event, ...]) -> bool:
        if one.single:
            return all(event in held for event in one.events)
        return Counter(held) == Counter(one.events)

    def contacts(self, base: ContactBase, note: Note) -> dict[str, Contact] | None:
        """Give the contacts with what they got, each amended once; None where nobody got anything."""
        after: dict[str, Contact] = {}
        for contact_id, told in self.told.items():
            contact = base[contact_id]
            fresh = self._fresh(contact.events, told)
            if fresh:
                held, codes = accounted(contact.events, fresh)
                self.met.update(codes)
                after[contact_id] = fuller = attrs.evolve(contact, events=(*held, *sorted(fresh, key=_place)))
                note(amended(contact, fuller, "join.done"))
        return {**base, **after} if after else None

    def _fresh(self, held: Sequence[Event], told: Iterable[int]) -> list[Event]:
        """Give the events that a contact does not have: equal ones as often as the file has them, no more."""
        if not held:
            return [event for place in told for event in self.found.events(place)]
        known = Counter(held)
        fresh: list[Event] = []
        for place in told:
            new = unheld(known, self.found.events(place))
            fresh += new
            self.known += 0 if new else len(self.found.rows(place))
        return fresh


def _place(event: Event) -> tuple[dt.date, str, str, str, str, int, str]:
    """Order events by day, then by what they say, so that the order of a file's rows changes nothing."""
    return (
        event.at or _NEVER,
        event.kind,
        event.reference or "",
        event.product or "",
        event.category or "",
        event.amount or 0,
        event.link or "",
    )
