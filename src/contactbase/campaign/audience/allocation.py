"""One campaign on several channels: each contact is reached once, where they prefer it, else on the first that may.

Every channel is judged by itself first. Who may be reached on several gets the preferred one (R76); without a
preference, or where that channel is closed to them, the first in the order given, and one that may go out now before
one that has to wait. In the audiences of the other channels the contact is left out with `exclusion.other-channel`, so
that each funnel still adds up. Addresses are shared out after that, so that nobody takes one without using it.

>>> from contactbase.policy.catalog import FR
>>> allocated = allocate(
...     ContactBase(),
...     channels=(Channel.SMS, Channel.EMAIL),
...     segment="age >= 18",
...     purpose=Purpose.MARKETING,
...     policy=FR,
...     suppression=None,
...     at=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
... )
>>> allocated.counts
{<Channel.SMS: 'sms'>: 0, <Channel.EMAIL: 'email'>: 0}
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import attrs

from contactbase.campaign.audience.audience import Audience, selected_of
from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.judging import Reasons, beside_others, judged_alone
from contactbase.campaign.audience.reason import Reason, in_order
from contactbase.campaign.audience.stage import Stage
from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import Suppressor
from contactbase.policy.policy import Policy
from contactbase.segment.segment import Segment

__all__ = ["Allocation", "allocate"]

_ELSEWHERE: Final = Reason(stage=Stage.OTHER_CHANNEL, code="exclusion.other-channel")


@attrs.frozen(kw_only=True)
class Allocation:
    """An audience for each channel, in the order given; no contact is eligible or deferred in two of them."""

    audiences: Mapping[Channel, Audience]

    def __getitem__(self, channel: Channel) -> Audience:
        return self.audiences[channel]

    @property
    def counts(self) -> dict[Channel, int]:
        """How many each channel reaches, those who wait included."""
        return {channel: each.funnel.eligible + each.funnel.deferred for channel, each in self.audiences.items()}

    @property
    def unreached(self) -> tuple[str, ...]:
        """Ids of the segment that no channel reaches."""
        first = next(iter(self.audiences.values()))
        return tuple(key for key in first.selected if all(key in each.excluded for each in self.audiences.values()))

    @property
    def cost(self) -> Decimal | None:
        """What all channels cost together; None where the price of one is not known."""
        costs = [each.funnel.cost for each in self.audiences.values()]
        return None if None in costs else sum((cost for cost in costs if cost is not None), Decimal(0))


def allocate(
    base: ContactBase,
    *,
    channels: Sequence[Channel],
    segment: Segment | str,
    purpose: Purpose,
    policy: Policy,
    suppression: Suppressor | None,
    at: dt.datetime,
    prices: Mapping[Channel, Decimal] | None = None,
    **more: Any,
) -> Allocation:
    """Give an audience for each channel; `prices` are those of one message, `more` the other keywords of `audience`.

    MessageError for no channel, or one named twice.
    """
    if not channels or len(set(channels)) != len(channels):
        raise MessageError("Name the channels of the campaign, each once, such as (Channel.SMS, Channel.EMAIL).")
    campaigns = [
        Campaign(
            segment=segment,
            channel=channel,
            purpose=purpose,
            policy=policy,
            suppression=suppression,
            at=at,
            price=(prices or {}).get(channel),
            **more,
        )
        for channel in channels
    ]
    selected = selected_of(base, campaigns[0])
    alone = {each.channel: judged_alone(each, selected.values(), base) for each in campaigns}
    placed = {contact.id: _channel_of(contact, alone) for contact in selected.values()}
    return Allocation(audiences={each.channel: _audience(each, base, selected, alone, placed) for each in campaigns})


def _channel_of(contact: Contact, alone: Mapping[Channel, Reasons]) -> Channel | None:
    """Choose the channel of a contact; None where none may reach it."""
    open_now = [channel for channel, reasons in alone.items() if contact.id not in reasons]
    waiting = [channel for channel, reasons in alone.items() if contact.id in reasons and _defers(reasons[contact.id])]
    possible = [*open_now, *waiting]
    if contact.preferred_channel in possible:
        return contact.preferred_channel
    return next(iter(possible), None)


def _defers(reasons: Iterable[Reason]) -> bool:
    return all(reason.stage.defers for reason in reasons)


def _audience(
    campaign: Campaign,
    base: ContactBase,
    selected: ContactBase,
    alone: Mapping[Channel, Reasons],
    placed: Mapping[str, Channel | None],
) -> Audience:
    reasons = dict(alone[campaign.channel])
    for contact_id, channel in placed.items():
        if channel is not None and channel is not campaign.channel:
            reasons[contact_id] = in_order([*reasons.get(contact_id, ()), _ELSEWHERE])
    shared = beside_others(campaign, selected, base, reasons)
    return Audience(campaign=campaign, base=base, selected=selected, reasons=shared)
