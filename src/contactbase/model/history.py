"""What changed from one run to the next: change events, and the history of each field (R47).

A history starts with a base and takes one base after another, each with its day; contacts are told apart by their ids,
so these must stay the same from run to run (`c-1` is only a place in a file). It holds the last base and the events
between, never the older bases. What keeps its own dates is no field of it: consents, events and attestations are
histories already.

>>> from contactbase.model.contact import Contact
>>> first = ContactBase.of([Contact(id="A1", city="Lyon"), Contact(id="A2")])
>>> second = ContactBase.of([Contact(id="A1", city="Brest"), Contact(id="A3", city="Nice")])
>>> history = History.start(first, on=dt.date(2026, 1, 1)).then(second, on=dt.date(2026, 2, 1))
>>> [(event.contact, event.kind.value, event.field) for event in history]
[('A1', 'changed', 'city'), ('A2', 'left', None), ('A3', 'joined', None), ('A3', 'filled', 'city')]
>>> [(str(on), city) for on, city in history.of_field("A1", "city")]
[('2026-01-01', 'Lyon'), ('2026-02-01', 'Brest')]
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, Self

import attrs

from contactbase.model.canonical import contact_texts
from contactbase.model.contact_base import ContactBase
from contactbase.model.replay import changes_between

__all__ = ["ChangeEvent", "ChangeKind", "History", "change_events"]

_OWN_HISTORY: Final = frozenset({"id", "attestations", "consents", "events"})


class ChangeKind(StrEnum):
    """What happened to a contact, or to one field of it."""

    JOINED = "joined"
    LEFT = "left"
    FILLED = "filled"
    CHANGED = "changed"
    EMPTIED = "emptied"


@attrs.frozen(kw_only=True)
class ChangeEvent:
    """A change seen on a day: of one field, its canonical text before and after; or of a contact (`field` None)."""

    contact: str
    on: dt.date
    kind: ChangeKind
    field: str | None = None
    before: str | None = attrs.field(default=None, repr=False)
    after: str | None = attrs.field(default=None, repr=False)


def change_events(before: ContactBase, after: ContactBase, *, on: dt.date) -> tuple[ChangeEvent, ...]:
    """Give what changed between two bases, seen on a day, in the order of the first base and then of the second.

    A contact that joins or leaves gives one event, and one for each field that it brings or takes along.
    """
    ids = [*before, *(contact_id for contact_id in after if contact_id not in before)]
    return tuple(event for contact_id in ids for event in _of_contact(contact_id, before, after, on))


def _of_contact(contact_id: str, before: ContactBase, after: ContactBase, on: dt.date) -> Iterator[ChangeEvent]:
    left, right = before.get(contact_id), after.get(contact_id)
    if left is right:
        return
    if left is None or right is None:
        yield ChangeEvent(contact=contact_id, on=on, kind=ChangeKind.JOINED if left is None else ChangeKind.LEFT)
    was, now = ({} if contact is None else contact_texts(contact) for contact in (left, right))
    for change in changes_between(contact_id, was, now):
        if change.field not in _OWN_HISTORY:
            yield ChangeEvent(
                contact=contact_id,
                on=on,
                kind=_kind(change.before, change.after),
                field=change.field,
                before=change.before,
                after=change.after,
            )


def _kind(before: str | None, after: str | None) -> ChangeKind:
    if before is None:
        return ChangeKind.FILLED
    return ChangeKind.EMPTIED if after is None else ChangeKind.CHANGED


@attrs.frozen(kw_only=True)
class History:
    """The days of the runs, the last base, and what changed between them; `start` makes one, `then` goes on."""

    days: tuple[dt.date, ...]
    latest: ContactBase = attrs.field(repr=False)
    events: tuple[ChangeEvent, ...] = attrs.field(default=(), repr=False)

    @classmethod
    def start(cls, base: ContactBase, *, on: dt.date) -> Self:
        """Start with a base as it stands on a day."""
        return cls(days=(on,), latest=base)

    @classmethod
    def of(cls, runs: Iterable[tuple[dt.date, ContactBase]]) -> Self:
        """Make the history of several runs, the earliest first; ValueError when there is none, or the days go back."""
        history: Self | None = None
        for on, base in runs:
            history = cls.start(base, on=on) if history is None else history.then(base, on=on)
        if history is None:
            raise ValueError("A history needs at least one run. Give (day, base) pairs.")
        return history

    def then(self, base: ContactBase, *, on: dt.date) -> Self:
        """Go on with the base of a later day; ValueError when the day is not later."""
        if on <= self.days[-1]:
            raise ValueError(f"The last run is of {self.days[-1]}; {on} is not later. Give the runs in order.")
        found = change_events(self.latest, base, on=on)
        return attrs.evolve(self, days=(*self.days, on), latest=base, events=(*self.events, *found))

    def __iter__(self) -> Iterator[ChangeEvent]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def of_contact(self, contact: str) -> tuple[ChangeEvent, ...]:
        """Give what happened to one contact, the earliest first."""
        return tuple(event for event in self.events if event.contact == contact)

    def of_field(self, contact: str, field: str) -> tuple[tuple[dt.date, str | None], ...]:
        """Give the canonical texts that a field had, each with the day it was first seen; None where it was unknown.

        Nothing when the contact was never there. A field that is its own history (consents, events) has none here.
        """
        changes = [event for event in self.events if event.contact == contact and event.field == field]
        if changes:
            known = {} if changes[0].before is None and self._joined(contact) else {self.days[0]: changes[0].before}
            return tuple({**known, **{event.on: event.after for event in changes}}.items())
        if contact not in self.latest and not self.of_contact(contact):
            return ()
        now = self.latest.get(contact)
        text = None if now is None or field in _OWN_HISTORY else contact_texts(now).get(field)
        return ((self._joined(contact) or self.days[0], text),)

    def value_on(self, contact: str, field: str, day: dt.date) -> str | None:
        """Give the text that a field had on a day, as far as the runs tell; None where it was unknown."""
        past = [text for on, text in self.of_field(contact, field) if on <= day]
        return past[-1] if past else None

    def count(self) -> dict[str, int]:
        """How many changes there were of each field, most first; contacts that joined or left count as such."""
        found = Counter(event.field or event.kind.value for event in self.events)
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def _joined(self, contact: str) -> dt.date | None:
        """Give the day on which a contact that the first run did not have came first."""
        first = next((event for event in self.events if event.contact == contact and event.field is None), None)
        return first.on if first is not None and first.kind is ChangeKind.JOINED else None
