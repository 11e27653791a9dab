"""How reliable a contact looks before the first message: points for signs that the address lives and expects us (R81).

The signs are data: each is a condition in the segment language with its points, so that every score can be read, and
changed. Points and tiers are own judgement; nothing here was fitted to results. A contact without a sign is not
suspect: the less is known, the later it is written to.

>>> from contactbase.model.contact import Contact
>>> lea = Contact(id="c-1", last_name="Durand", verified_on=dt.date(2026, 10, 1))
>>> (found,) = reliabilities([lea], channel=Channel.EMAIL, as_of=dt.date(2026, 11, 22))
>>> found.score, found.tier.id
(30, 'low')
>>> print(found.say().splitlines()[-1])
+10 not bought, not rented
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.model.text import Language, Text
from contactbase.segment.segment import Segment

__all__ = ["DEFAULT_RELIABILITY", "Reliability", "ReliabilityModel", "Signal", "Tier", "reliabilities"]


@attrs.frozen
class Signal:
    """A sign of life: a condition in the segment language (`{channel}` stands for the channel), and its points."""

    id: str
    points: int
    condition: str
    title: Text


@attrs.frozen
class Tier:
    """A level of reliability: who has `least` points or more."""

    id: str
    least: int
    title: Text


@attrs.frozen
class ReliabilityModel:
    """Signals and tiers, the best tier first; MessageError unless the tiers go down to 0 and no id stands twice."""

    signals: tuple[Signal, ...]
    tiers: tuple[Tier, ...]

    def __attrs_post_init__(self) -> None:
        least = [tier.least for tier in self.tiers]
        if not least or least != sorted(set(least), reverse=True) or least[-1] != 0:
            raise MessageError(f"The tiers begin at {least}. Give them from the best to the last, which begins at 0.")
        if any(signal.points < 0 for signal in self.signals):
            raise MessageError("A signal takes points away. Give each 0 points or more, for what speaks for a contact.")
        for names in ([signal.id for signal in self.signals], [tier.id for tier in self.tiers]):
            if len(set(names)) < len(names):
                raise MessageError(f"An id stands twice in {names}. Give each its own.")

    def tier(self, score: int) -> Tier:
        """Give the tier of a score."""
        return next(tier for tier in self.tiers if score >= tier.least)


@attrs.frozen(kw_only=True)
class Reliability:
    """The score of one contact (0 to the sum of all points), its tier, and each signal with whether it was there."""

    contact: str
    score: int
    tier: Tier
    marks: tuple[tuple[Signal, bool], ...] = attrs.field(repr=False)

    def say(self, language: Language = "en") -> str:
        """Say the score and what it is made of."""
        lines = [f"{self.contact}: {self.score} ({self.tier.title.say(language)})"]
        lines += [
            f"+{signal.points if held else 0} {'' if held else '– '}{signal.title.say(language)}"
            for signal, held in self.marks
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.say()


DEFAULT_RELIABILITY: Final = ReliabilityModel(
    (
        Signal(
            "active-6-months",
            30,
            "last_contact_by_person is last 6 months",
            Text("acted within 6 months", "a agi depuis moins de 6 mois"),
        ),
        Signal(
            "active-12-months",
            10,
            "last_contact_by_person is last 12 months",
            Text("acted within 12 months", "a agi depuis moins de 12 mois"),
        ),
        Signal("opted-in", 20, "opted in to {channel}", Text("opted in to the channel", "a consenti au canal")),
        Signal(
            "bought",
            10,
            "has purchases in last 24 months",
            Text("bought within 24 months", "a acheté depuis moins de 24 mois"),
        ),
        Signal(
            "verified",
            10,
            "verified_on is last 24 months",
            Text("verified within 24 months", "vérifié depuis moins de 24 mois"),
        ),
        Signal(
            "named",
            5,
            "last_name is known or company is known",
            Text("has a name", "a un nom"),
        ),
        Signal(
            "no-bounce",
            5,
            "has no events where kind = bounce and channel = {channel} in last 24 months",
            Text("no bounce within 24 months", "aucun échec depuis 24 mois"),
        ),
        Signal(
            "own-file",
            10,
            "origin != bought and origin != rented",
            Text("not bought, not rented", "ni acheté, ni loué"),
        ),
    ),
    (
        Tier("high", 80, Text("high", "élevée")),
        Tier("good", 65, Text("good", "bonne")),
        Tier("fair", 45, Text("fair", "moyenne")),
        Tier("low", 0, Text("low", "faible")),
    ),
)
"""The signals and tiers unless their user says otherwise; 100 points in all."""


def reliabilities(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    *,
    channel: Channel,
    as_of: dt.date,
    model: ReliabilityModel = DEFAULT_RELIABILITY,
) -> tuple[Reliability, ...]:
    """Give the reliability of each contact as of a day, in order; SegmentError for a condition that is none."""
    everybody = tuple(contacts.values() if isinstance(contacts, Mapping) else contacts)
    flags = [
        Segment(signal.id, signal.condition.format(channel=channel.value)).on(as_of=as_of).flags(everybody)
        for signal in model.signals
    ]
    found = []
    for place, contact in enumerate(everybody):
        marks = tuple((signal, held[place]) for signal, held in zip(model.signals, flags, strict=True))
        score = sum(signal.points for signal, held in marks if held)
        found.append(Reliability(contact=contact.id, score=score, tier=model.tier(score), marks=marks))
    return tuple(found)
