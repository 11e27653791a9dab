"""Whether one message more keeps a cap, and from when on it does: rolling days or calendar periods.

A message counts on its day, and one of an unknown channel or purpose counts for all. Messages already planned after the
day count as well: what is sent now must not make them one too many.

>>> from contactbase.policy.catalog import FR
>>> cap = FR.rule("house.cap.sms")
>>> check_cap(cap, [Sent(dt.date(2026, 1, 10), Channel.SMS)], on=dt.date(2026, 2, 8))
CapAnswer(allowed=False, count=1, next_allowed=datetime.date(2026, 2, 9))
>>> local_day(dt.datetime(2026, 1, 31, 23, 30, tzinfo=dt.UTC), "Europe/Paris")
datetime.date(2026, 2, 1)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Direction, EventKind, Purpose
from contactbase.model.text import Text
from contactbase.policy.sending import CapRule
from contactbase.segment.days import local_day

__all__ = ["CapAnswer", "Sent", "at_most", "check_cap", "local_day", "sent_to"]

_DAY: Final = dt.timedelta(days=1)


class Sent(NamedTuple):
    """A message that went out, or is planned, on a day; None where the channel or purpose is unknown."""

    on: dt.date
    channel: Channel | None = None
    purpose: Purpose | None = None


@attrs.frozen
class CapAnswer:
    """Whether one message more is allowed, how many count now, and the first day on which it is (None: never)."""

    allowed: bool
    count: int
    next_allowed: dt.date | None


def at_most(most: int | None, *, days: int = 30, channels: Iterable[Channel] = ()) -> CapRule:
    """Give a cap of your own on marketing: so many messages in so many days, of some channels (none named: all)."""
    named = frozenset(channels)
    where = "-".join(sorted(named)) or "all"
    return CapRule(
        id=f"own.cap.{where}.{'none' if most is None else most}-in-{days}",
        title=Text(f"{_said(most, 'No cap')} in {days} days", f"{_said(most, 'Sans plafond')} en {days} jours"),
        text=Text(
            f"Messages in {days} days: {_said(most, 'no cap')}, by a cap of the campaign.",
            f"Messages en {days} jours : {_said(most, 'sans plafond')}, par un plafond de la campagne.",
        ),
        most=most,
        days=days,
        channels=named,
        purposes=frozenset({Purpose.MARKETING}),
    )


def _said(most: int | None, none: str) -> str:
    return none if most is None else str(most)


def sent_to(contact: Contact) -> tuple[Sent, ...]:
    """Give the messages that a contact got, from their events; an event with a count stands for so many of its day."""
    return tuple(
        Sent(event.at, event.channel)
        for event in contact.events
        if event.kind is EventKind.MESSAGE and event.direction is Direction.FROM_US and event.at is not None
        for _ in range(event.count)
    )


def check_cap(cap: CapRule, sent: Iterable[Sent], *, on: dt.date) -> CapAnswer:
    """Hold one message more, on a day, against a cap; a cap that is not in force on that day allows it."""
    days = sorted(each.on for each in sent if _counts(cap, each))
    count = _most_around(cap, days, on)
    if cap.most is None or not cap.in_force.contains(on) or count < cap.most:
        return CapAnswer(allowed=True, count=count, next_allowed=on)
    return CapAnswer(allowed=False, count=count, next_allowed=_next(cap, days, on))


def _counts(cap: CapRule, sent: Sent) -> bool:
    """Tell whether a message counts; one of an unknown channel or purpose does."""
    return (not cap.channels or sent.channel in {None, *cap.channels}) and (
        not cap.purposes or sent.purpose in {None, *cap.purposes}
    )


def _next(cap: CapRule, days: Sequence[dt.date], on: dt.date) -> dt.date | None:
    """Give the first later day that keeps the cap: one on which a message leaves the count, or the cap ends."""
    most = cap.most or 0
    ends = [cap.in_force.end + _DAY] if cap.in_force.end is not None and cap.in_force.end < dt.date.max else []
    leaving = {_leaves(cap, day) for day in (*days, on)} if most else set()
    free = (day for day in leaving if day is not None and day > on and _most_around(cap, days, day) < most)
    return min((*free, *(day for day in ends if day > on)), default=None)


def _most_around(cap: CapRule, days: Sequence[dt.date], on: dt.date) -> int:
    """Count the messages of the fullest period that holds a day."""
    if cap.days is None:
        return sum((day.year, day.month) == (on.year, on.month) for day in days)
    near = [day for day in days if abs((day - on).days) < cap.days]
    ends = [on, *(day for day in near if day > on)]
    return max(sum(0 <= (end - day).days < cap.days for day in near) for end in ends)


def _leaves(cap: CapRule, day: dt.date) -> dt.date | None:
    """Give the first day on which a message of a day counts no more; None past the end of the calendar."""
    try:
        return day + cap.days * _DAY if cap.days is not None else (day.replace(day=1) + 31 * _DAY).replace(day=1)
    except OverflowError:
        return None
