"""What a segment is written to for: objectives as data, and a plan of segment, channel, offer and lead (R59, R61).

An objective comes with a segment to begin from, the channels that suit it in order, and what to say first; all of it is
own judgement, to be read and changed. `plan_segments` holds plans against a base: how many each reaches by which
channel, whose lead information is missing, what the lints say of each, who is in several segments and who in none.

>>> chosen = OBJECTIVES["win-back"]
>>> print(chosen.segment)
last_purchase is last 24 months and has no purchases in last 6 months
>>> chosen.plan(offer="-20 % until 30 November").lead
('first_name', 'last_purchase')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from contactbase.campaign.reachable import is_reachable
from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.model.journal import Finding, finding
from contactbase.model.text import Language, Text
from contactbase.segment.diagnostics import Diagnostic
from contactbase.segment.overlap import Partition, partition
from contactbase.segment.segment import Segment
from contactbase.segment.templates import birthday, cross_sell, dormant, new_customers, referral, win_back

__all__ = ["OBJECTIVES", "Objective", "PlannedSegment", "SegmentPlan", "SegmentPlans", "plan_segments"]

_SMS, _EMAIL, _POST, _PHONE = Channel.SMS, Channel.EMAIL, Channel.POST, Channel.PHONE


@attrs.frozen(kw_only=True)
class SegmentPlan:
    """One segment: the channels to try in order, the offer, and the fields that the message speaks of first."""

    segment: Segment
    channels: tuple[Channel, ...]
    offer: str
    lead: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.channels:
            raise MessageError(f"The segment {self.segment.name!r} has no channel. Name one or more, the best first.")
        if len(set(self.channels)) < len(self.channels):
            raise MessageError(f"The segment {self.segment.name!r} names a channel twice. Name each once.")
        for name in self.lead:
            Segment("lead", f"{name} is known")


@attrs.frozen(kw_only=True)
class Objective:
    """Why one writes: a segment to begin from, channels that suit it, what to say first, and an advice."""

    id: str
    title: Text
    segment: Segment
    channels: tuple[Channel, ...]
    lead: tuple[str, ...]
    advice: Text

    def plan(self, *, offer: str, segment: Segment | None = None) -> SegmentPlan:
        """Make a plan of it with an offer, and with a segment of one's own instead of its."""
        return SegmentPlan(segment=segment or self.segment, channels=self.channels, offer=offer, lead=self.lead)


_ALL: Final = (
    Objective(
        id="cross-selling",
        title=Text("Cross-selling", "Vente croisée"),
        segment=cross_sell("Bague", "Collier"),
        channels=(_EMAIL, _SMS),
        lead=("first_name", "last_purchase"),
        advice=Text(
            "Speak of what they bought, then of what goes with it. Put your own two categories in.",
            "Parler de ce qu'ils ont acheté, puis de ce qui va avec. Mettre vos deux catégories.",
        ),
    ),
    Objective(
        id="win-back",
        title=Text("Win-back", "Relance"),
        segment=win_back(),
        channels=(_SMS, _EMAIL, _POST),
        lead=("first_name", "last_purchase"),
        advice=Text(
            "Say how long it has been, and give a reason to come with an end date.",
            "Dire depuis quand, et donner une raison de venir avec une date de fin.",
        ),
    ),
    Objective(
        id="referral",
        title=Text("Referral", "Parrainage"),
        segment=referral(),
        channels=(_EMAIL, _SMS),
        lead=("first_name",),
        advice=Text(
            "Thank them first. The friend's address is the friend's to give.",
            "Remercier d'abord. L'adresse de l'ami, c'est à l'ami de la donner.",
        ),
    ),
    Objective(
        id="welcome",
        title=Text("Welcome", "Bienvenue"),
        segment=new_customers(),
        channels=(_EMAIL, _SMS),
        lead=("first_name", "first_purchase"),
        advice=Text(
            "Say who you are and what will come, how often.", "Dire qui vous êtes, ce qui viendra et à quel rythme."
        ),
    ),
    Objective(
        id="birthday",
        title=Text("Birthday", "Anniversaire"),
        segment=birthday(),
        channels=(_SMS, _EMAIL, _POST),
        lead=("first_name", "birth_date"),
        advice=Text("A present, not an advertisement; never the age.", "Un cadeau, pas une publicité ; jamais l'âge."),
    ),
    Objective(
        id="dormant",
        title=Text("Last call", "Dernier rappel"),
        segment=dormant(),
        channels=(_POST, _EMAIL, _PHONE),
        lead=("last_name",),
        advice=Text(
            "Ask whether they want to hear from you at all: soon you may not keep them.",
            "Demander s'ils veulent encore de vos nouvelles : bientôt vous ne pourrez plus les garder.",
        ),
    ),
)

OBJECTIVES: Final[Mapping[str, Objective]] = {objective.id: objective for objective in _ALL}
"""Objectives by id."""


@attrs.frozen(kw_only=True)
class PlannedSegment:
    """A plan held against a base: ids by the first channel that reaches each; who is not reached; missing leads.

    `diagnostics` is what the lints say of the segment on the first channel of its plan.
    """

    plan: SegmentPlan
    by_channel: Mapping[Channel, tuple[str, ...]] = attrs.field(repr=False)
    unreachable: tuple[str, ...] = attrs.field(default=(), repr=False)
    missing: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def count(self) -> int:
        """How many the segment has."""
        return sum(map(len, self.by_channel.values())) + len(self.unreachable)

    def say(self, language: Language = "en") -> str:
        """Say the plan in a line: how many, by which channels, what is offered, what is missing."""
        ways = ", ".join(f"{channel} {len(ids)}" for channel, ids in self.by_channel.items())
        return _SAID.say(
            language,
            name=self.plan.segment.name,
            count=self.count,
            ways=ways,
            unreachable=len(self.unreachable),
            offer=self.plan.offer,
        )

    def __str__(self) -> str:
        return self.say()


_SAID: Final = Text(
    "{name}: {count} contacts ({ways}, no address {unreachable}); {offer}",
    "{name} : {count} contacts ({ways}, sans adresse {unreachable}) ; {offer}",
)


@attrs.frozen(kw_only=True)
class SegmentPlans:
    """Plans beside each other: who is in several of their segments, and who in none (R60)."""

    segments: tuple[PlannedSegment, ...]
    several: tuple[str, ...] = attrs.field(repr=False)
    leftovers: tuple[str, ...] = attrs.field(repr=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What to look at before anything is planned."""
        found = [finding("segmentplan.several", count=len(self.several))] if self.several else []
        for each in self.segments:
            found += [
                finding("segmentplan.lead-missing", count=len(ids), name=name, segment=each.plan.segment.name)
                for name, ids in each.missing.items()
                if ids
            ]
        return tuple(found)


def plan_segments(
    plans: Iterable[SegmentPlan], contacts: Mapping[str, Contact] | Iterable[Contact], *, as_of: dt.date
) -> SegmentPlans:
    """Hold plans against a base as of a day; a contact's preferred channel comes first where the plan has it."""
    everybody = tuple(contacts.values() if isinstance(contacts, Mapping) else contacts)
    given = tuple(plans)
    everyone = tuple(contact.id for contact in everybody)
    parts = (
        partition([plan.segment for plan in given], everybody, as_of=as_of) if given else Partition({}, {}, everyone)
    )
    return SegmentPlans(
        segments=tuple(_held(plan, plan.segment.select(everybody, as_of=as_of).contacts, as_of) for plan in given),
        several=tuple(one for one in everyone if one in parts.overlaps),
        leftovers=parts.leftovers,
    )


def _held(plan: SegmentPlan, found: tuple[Contact, ...], as_of: dt.date) -> PlannedSegment:
    ways: dict[Channel, list[str]] = {channel: [] for channel in plan.channels}
    nowhere: list[str] = []
    for contact in found:
        channel = next((each for each in _in_order(plan, contact) if is_reachable(contact, each)), None)
        (nowhere if channel is None else ways[channel]).append(contact.id)
    return PlannedSegment(
        plan=plan,
        by_channel={channel: tuple(ids) for channel, ids in ways.items()},
        unreachable=tuple(nowhere),
        missing={
            name: tuple(contact.id for contact in Segment("lead", f"{name} is unknown").select(found, as_of=as_of))
            for name in plan.lead
        },
        diagnostics=plan.segment.lint(channel=plan.channels[0]),
    )


def _in_order(plan: SegmentPlan, contact: Contact) -> tuple[Channel, ...]:
    """Give the channels of a plan, the one that the contact prefers first (R76)."""
    return tuple(sorted(plan.channels, key=lambda channel: channel is not contact.preferred_channel))
