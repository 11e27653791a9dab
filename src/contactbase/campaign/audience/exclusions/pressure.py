"""Who got enough already: the caps of the policy and of the campaign, per address, and per household where asked.

Where neither names the channel, one campaign in thirty days is the cap (R73); a rule with `most=None` says that there
is no cap, one with `most=0` that nothing goes out. A cap without channels counts messages of all of them (R74). What
other contacts at the same address got counts too, since one person reads it.

>>> from contactbase.model.enums import Channel
>>> MONTHLY.most, MONTHLY.days, MONTHLY.concerns(Channel.SMS, Purpose.SERVICE)
(1, 30, False)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs

from contactbase.campaign.audience.address import ADDRESS_OF
from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.exclusions.scoped import scoped
from contactbase.campaign.audience.reason import Reason, of_rule
from contactbase.campaign.audience.stage import Stage
from contactbase.campaign.frequency import Sent, check_cap, sent_to
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import EventKind, Purpose
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.sending import CapRule

__all__ = ["HOUSEHOLD_CODE", "MONTHLY", "PRESSURE", "by_household", "caps_in_force", "household_caps_in_force"]

HOUSEHOLD_CODE: Final = "exclusion.household-pressure"
_CODE: Final = "exclusion.pressure"

MONTHLY: Final = CapRule(
    id="house.cap.monthly",
    title=Text("One campaign in thirty days", "Une campagne en trente jours"),
    text=Text(
        "At most one marketing message of the channel to one person in 30 days.",
        "Un message commercial du canal au plus à une personne en 30 jours.",
    ),
    most=1,
    days=30,
    purposes=frozenset({Purpose.MARKETING}),
    citations=(
        Citation(
            authority="Odeis",
            instrument="guide on SMS contact bases",
            locator="« Une campagne par mois et de surcroit qualifiée »",
            confidence=Confidence.VENDOR,
        ),
    ),
)

_Key = Callable[[Contact], str | None]
_Counted = dict[str, list[Sent]]


def caps_in_force(campaign: Campaign) -> tuple[CapRule, ...]:
    """Give the caps that a campaign has to keep; the monthly one where no other speaks of its channel."""
    rules = (*campaign.policy.of(CapRule), *campaign.caps)
    about = tuple(rule for rule in rules if _about(rule, campaign))
    if not campaign.prospects or any(rule.channels or rule.most is None for rule in about):
        return about
    return (*about, attrs.evolve(MONTHLY, channels=frozenset({campaign.channel})))


def household_caps_in_force(campaign: Campaign) -> tuple[CapRule, ...]:
    """Give the caps per household that a campaign has to keep."""
    return tuple(rule for rule in campaign.household_caps if _about(rule, campaign))


def _about(rule: CapRule, campaign: Campaign) -> bool:
    return rule.in_force.contains(campaign.day) and rule.concerns(campaign.channel, campaign.purpose)


def by_household(contact: Contact) -> str | None:
    """Give the household of a contact; None where it has none."""
    return contact.household


def _prepare(campaign: Campaign, base: ContactBase) -> Finds:
    if not campaign.prospects:
        return nothing
    address_of = ADDRESS_OF[campaign.channel]
    parts = (
        _finder(
            caps_in_force(campaign), campaign, base, lambda contact: address_of(contact) or f"\0{contact.id}", _CODE
        ),
        _finder(household_caps_in_force(campaign), campaign, base, by_household, HOUSEHOLD_CODE),
    )

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for part in parts:
            yield from part(batch)

    return find


def _finder(caps: Sequence[CapRule], campaign: Campaign, base: ContactBase, key_of: _Key, code: str) -> Finds:
    if not caps:
        return nothing
    sent = counted(base, key_of)
    meets = scoped([cap.scope for cap in caps], campaign)
    never = any(cap.most == 0 for cap in caps)
    reasons: dict[tuple[str, dt.date | None], Reason] = {}

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        masks = meets(batch)
        for place, contact in enumerate(batch):
            key = key_of(contact)
            got = () if key is None else sent.get(key, ())
            if key is None or not (got or never):
                continue
            for nth, cap in enumerate(caps):
                if masks[place] >> nth & 1:
                    answer = check_cap(cap, got, on=campaign.day)
                    if not answer.allowed:
                        made = (cap.id, answer.next_allowed)
                        if made not in reasons:
                            reasons[made] = of_rule(Stage.PRESSURE_CAP, code, cap, until=answer.next_allowed)
                        yield place, reasons[made]

    return find


def counted(base: ContactBase, key_of: _Key) -> _Counted:
    """Give what was sent, by address or household."""
    found: _Counted = {}
    for contact in base.values():
        if any(event.kind is EventKind.MESSAGE for event in contact.events):
            key = key_of(contact)
            if key is not None:
                found.setdefault(key, []).extend(sent_to(contact))
    return found


PRESSURE: Final = ExclusionFamily(name="pressure", prepare=_prepare)
