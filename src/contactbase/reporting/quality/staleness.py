"""Fields gone stale: known, but not confirmed for longer than their refresh interval (R46).

The user gives an interval in calendar months per field. A value is confirmed on the day the contact was collected or
verified, and whenever the person filled in their data again (a form, a questionnaire, an update of their profile):
these days count for every field. An attestation (somebody told or verified this value) counts for its field alone.
Days after `as_of` confirm nothing yet. The last day of an interval is still fresh; a value that was never confirmed on
any known day is stale.

>>> contact = Contact(id="c-1", city="Lyon", first_name="Léa", collected_on=dt.date(2025, 1, 31))
>>> found = stale_fields([contact], {"city": 12, "first_name": 36}, as_of=dt.date(2026, 2, 1))
>>> [(each.contact, each.field, each.due_on.isoformat()) for each in found]
[('c-1', 'city', '2026-01-31')]
>>> print(found)
As of 2026-02-01, 1 stale value.
city: 1 of 1 stale (every 12 months)
first_name: 0 of 1 stale (every 36 months)
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from contactbase.model.attested import attested_on
from contactbase.model.contact import Contact
from contactbase.model.enums import Direction, EventKind
from contactbase.model.schema import SCHEMA, Schema
from contactbase.policy.deadline import deadline
from contactbase.reporting.quality.known import Contacts, contacts_of, is_known, no_such_field

__all__ = [
    "CONFIRMING",
    "StaleField",
    "Staleness",
    "checked_intervals",
    "confirmed_on",
    "field_confirmed_on",
    "stale_fields",
    "stale_since",
]

CONFIRMING: Final = frozenset({EventKind.FORM_SUBMIT, EventKind.PROFILE_UPDATE, EventKind.QUESTIONNAIRE})
"""Acts by which a person confirms what is known of them."""


@attrs.frozen(kw_only=True)
class StaleField:
    """A stale value: when it was last confirmed and was due to be refreshed (None: never confirmed)."""

    contact: str
    field: str
    confirmed_on: dt.date | None
    due_on: dt.date | None


@attrs.frozen(kw_only=True)
class Staleness:
    """The stale values of a base in its order; `known` counts the values of each field, `intervals` are in months."""

    as_of: dt.date
    stale: tuple[StaleField, ...] = attrs.field(repr=False)
    known: tuple[tuple[str, int], ...]
    intervals: tuple[tuple[str, int], ...]

    def __iter__(self) -> Iterator[StaleField]:
        return iter(self.stale)

    def __len__(self) -> int:
        return len(self.stale)

    def count(self) -> dict[str, int]:
        """How many values of each field are stale."""
        found = Counter(each.field for each in self.stale)
        return {field: found[field] for field, _ in self.intervals}

    def __str__(self) -> str:
        stale, known = self.count(), dict(self.known)
        head = f"As of {self.as_of}, {len(self)} stale value{'' if len(self) == 1 else 's'}."
        lines = (
            f"{field}: {stale[field]} of {known[field]} stale (every {months} months)"
            for field, months in self.intervals
        )
        return "\n".join((head, *lines))


def confirmed_on(contact: Contact, *, as_of: dt.date) -> dt.date | None:
    """Give the last day, up to `as_of`, on which what is known of a contact was confirmed."""
    days = [contact.collected_on, contact.verified_on]
    days += [
        event.at for event in contact.events if event.kind in CONFIRMING and event.direction is Direction.FROM_PERSON
    ]
    return max((day for day in days if day is not None and day <= as_of), default=None)


def field_confirmed_on(contact: Contact, field: str, confirmed: dt.date | None, *, as_of: dt.date) -> dt.date | None:
    """Give the last day, up to `as_of`, on which one value was confirmed: with the contact, or by an attestation."""
    attested = attested_on(contact, field, as_of=as_of) if contact.attestations else None
    return max((day for day in (confirmed, attested) if day is not None), default=None)


def checked_intervals(intervals: Mapping[str, int], schema: Schema) -> None:
    """Raise ValueError for a name that is no field, or an interval of less than a month."""
    for field, months in intervals.items():
        error = no_such_field(field, schema)
        if error is not None:
            raise error
        if months < 1:
            raise ValueError(f"The interval of {field!r} is {months} months. Give 1 or more.")


def stale_since(confirmed: dt.date | None, months: int, *, as_of: dt.date) -> tuple[bool, dt.date | None]:
    """Tell whether a value confirmed on a day is stale as of another, and when it was due."""
    if confirmed is None:
        return True, None
    due = deadline(confirmed, months)
    return as_of > due, due


def stale_fields(
    contacts: Contacts, intervals: Mapping[str, int], *, as_of: dt.date, schema: Schema = SCHEMA
) -> Staleness:
    """Give the values that were not confirmed within the interval (in months) of their field; unknown ones are none.

    ValueError for a name that is no field, or an interval of less than a month.
    """
    checked_intervals(intervals, schema)
    stale: list[StaleField] = []
    known = dict.fromkeys(intervals, 0)
    for contact in contacts_of(contacts):
        confirmed = confirmed_on(contact, as_of=as_of)
        for field, months in intervals.items():
            if is_known(contact, field):
                known[field] += 1
                day = field_confirmed_on(contact, field, confirmed, as_of=as_of)
                over, due = stale_since(day, months, as_of=as_of)
                if over:
                    stale.append(StaleField(contact=contact.id, field=field, confirmed_on=day, due_on=due))
    return Staleness(as_of=as_of, stale=tuple(stale), known=tuple(known.items()), intervals=tuple(intervals.items()))
