"""What a campaign caused: those who were written to, beside a group that was held back.

Who buys after a message may have bought anyway. A control group, drawn before the sending and not written to, tells how
many. Both groups are counted alike: any purchase in the days after the first sending, of everybody the message was
meant for, arrived or not, because in the control group nobody knows whose message would have arrived.

>>> from contactbase.model.enums import Direction
>>> from contactbase.model.event import Event
>>> day, us = dt.date(2026, 3, 2), Direction.FROM_US
>>> sent = Event(kind=EventKind.DELIVERY, at=day, channel=Channel.SMS, campaign="spring", direction=us)
>>> ring = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 3, 4), amount=5000, currency="EUR")
>>> base = [Contact(id="c-1", events=(sent, ring)), Contact(id="c-2", events=(sent,)), Contact(id="c-3")]
>>> month = dt.date(2026, 3, 31)
>>> found = lift_of(base, campaign="spring", channel=Channel.SMS, as_of=month, control={"c-3"})
>>> print(found)
Bought: 1 of 2 written to, 0 of 1 held back. Difference +50.0 points (-39.1 to +90.5): not shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, EventKind
from contactbase.model.journal import Finding, finding
from contactbase.model.rate import Rate
from contactbase.model.recipient import recipient_of
from contactbase.model.text import Language, Text

__all__ = ["Lift", "lift_of"]

_SAID: Final = Text(
    "Bought: {a} of {of_a} written to, {b} of {of_b} held back. Difference {points} points ({low} to {high}): {shown}.",
    "Acheté : {a} sur {of_a} destinataires, {b} sur {of_b} témoins. Écart {points} points ({low} à {high}) : {shown}.",
)
_NOTHING: Final = Text(
    "There is nothing to compare: {of_a} written to, {of_b} held back.",
    "Il n'y a rien à comparer : {of_a} destinataires, {of_b} témoins.",
)
_SHOWN: Final = Text("shown", "établi")
_NOT_SHOWN: Final = Text("not shown", "non établi")


@attrs.frozen(kw_only=True)
class Lift:
    """How many bought of those written to, and of those held back; findings say what was left out."""

    treated: Rate
    control: Rate
    findings: tuple[Finding, ...] = ()

    @property
    def difference(self) -> float | None:
        """The difference of the shares (-1 to 1); None where one group is empty."""
        if self.treated.share is None or self.control.share is None:
            return None
        return self.treated.share - self.control.share

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between what the true difference lies at 95 %; None where one group is empty."""
        return self.treated.difference(self.control)

    @property
    def is_shown(self) -> bool:
        """Whether the whole interval lies on one side of zero."""
        bounds = self.interval
        return bounds is not None and (bounds[0] > 0 or bounds[1] < 0)

    def say(self, language: Language = "en") -> str:
        """Say the two shares, their difference and whether it is shown."""
        counts = {"of_a": self.treated.of, "of_b": self.control.of}
        if self.difference is None or self.interval is None:
            return _NOTHING.say(language, **counts)
        told = [f"{100 * each:+.1f}" for each in (self.difference, *self.interval)]
        points, low, high = (text.replace(".", ",") if language == "fr" else text for text in told)
        shown = (_SHOWN if self.is_shown else _NOT_SHOWN).say(language)
        counts |= {"a": self.treated.count, "b": self.control.count}
        return _SAID.say(language, **counts, points=points, low=low, high=high, shown=shown)

    def __str__(self) -> str:
        return self.say()


def lift_of(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    *,
    campaign: str,
    channel: Channel,
    as_of: dt.date,
    control: Collection[str],
    testers: Collection[str] = (),
    within_days: int = 7,
) -> Lift:
    """Compare who was written to with who was held back, by purchases within days of the first sending.

    Somebody of the control group who was written to all the same is left out of both, with a finding. MessageError
    where no day of sending is known, for less than 0 days, or while the days are not over.
    """
    if within_days < 0:
        raise MessageError(f"{within_days} days are no period. Give 0 or more.")
    everybody, held, trying = tuple(_each(contacts)), frozenset(control), frozenset(testers)
    found = {
        contact.id: one
        for contact in everybody
        if contact.id not in trying
        and (one := recipient_of(contact, campaign=campaign, channel=channel, as_of=as_of)) is not None
    }
    days = [one.sent_on for one in found.values() if one.sent_on is not None]
    if not days:
        raise MessageError(f"No day of sending is known of {campaign!r} on {channel}. Attach the reports first.")
    start, end = min(days), min(days) + dt.timedelta(within_days)
    if as_of < end:
        raise MessageError(f"The {within_days} days after {start} end on {end}. Ask on that day or later.")
    treated = [contact for contact in everybody if contact.id in found and contact.id not in held]
    kept = [contact for contact in everybody if contact.id in held - trying and contact.id not in found]
    mixed = len(held & found.keys())
    return Lift(
        treated=Rate(sum(_bought(contact, start, end) for contact in treated), len(treated)),
        control=Rate(sum(_bought(contact, start, end) for contact in kept), len(kept)),
        findings=(finding("results.control-written-to", count=mixed),) if mixed else (),
    )


def _each(contacts: Mapping[str, Contact] | Iterable[Contact]) -> Iterable[Contact]:
    return contacts.values() if isinstance(contacts, Mapping) else contacts


def _bought(contact: Contact, start: dt.date, end: dt.date) -> bool:
    return any(
        event.kind is EventKind.PURCHASE and event.at is not None and start <= event.at <= end
        for event in contact.events
    )
