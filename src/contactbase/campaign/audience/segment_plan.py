"""The plan of segments: for each, the channels that suit it, the offer, and what the message says first (R61).

Nobody is written to twice: a contact belongs to the first planned segment that selects it, whatever the others say.
Which channel suits a segment is counted, not guessed: `suited` is the one that reaches most of it.

>>> from contactbase.policy.catalog import FR
>>> planned = PlannedSegment(
...     segment=Segment("lyon", 'city = "Lyon"'), channels=(Channel.SMS,), lead="the shop in Lyon opens on Sundays"
... )
>>> plan = segment_plan(
...     ContactBase(),
...     [planned],
...     purpose=Purpose.MARKETING,
...     policy=FR,
...     suppression=None,
...     at=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
... )
>>> print(plan)
lyon: 0 of 0 reached (sms 0); first: the shop in Lyon opens on Sundays
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import attrs

from contactbase.campaign.audience.allocation import Allocation, allocate
from contactbase.errors import MessageError
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import Suppressor
from contactbase.model.text import Language, Text
from contactbase.policy.offer import NO_OFFER, Offer
from contactbase.policy.policy import Policy
from contactbase.segment.segment import Segment

__all__ = ["PlannedLine", "PlannedSegment", "SegmentPlan", "segment_plan"]

_LINE: Final = Text(
    "{name}: {reached} of {all} reached ({channels}); first: {lead}",
    "{name} : {reached} sur {all} joints ({channels}) ; d'abord : {lead}",
)


@attrs.frozen(kw_only=True)
class PlannedSegment:
    """A segment, its channels in the order in which they are wanted, its offer, and the information to put first."""

    segment: Segment
    channels: tuple[Channel, ...]
    lead: str
    offer: Offer = NO_OFFER


@attrs.frozen(kw_only=True)
class PlannedLine:
    """A planned segment with the audience of each of its channels."""

    planned: PlannedSegment
    allocation: Allocation = attrs.field(repr=False)

    @property
    def size(self) -> int:
        """How many contacts belong to it."""
        return len(self.allocation[self.planned.channels[0]])

    @property
    def reached(self) -> int:
        """How many are reached on one of its channels, now or later."""
        return sum(self.allocation.counts.values())

    @property
    def suited(self) -> Channel | None:
        """The channel that reaches most of it, the first of equals; None where none reaches anybody."""
        counts = self.allocation.counts
        best = max(counts, key=lambda channel: counts[channel])
        return best if counts[best] else None

    def say(self, language: Language = "en") -> str:
        """Give the line in words."""
        counts = ", ".join(f"{channel} {count}" for channel, count in self.allocation.counts.items())
        return _LINE.say(
            language,
            name=self.planned.segment.name,
            reached=self.reached,
            all=self.size,
            channels=counts,
            lead=self.planned.lead,
        )


@attrs.frozen(kw_only=True)
class SegmentPlan:
    """The lines, in the order given."""

    lines: tuple[PlannedLine, ...]

    def say(self, language: Language = "en") -> str:
        """Give the plan as lines."""
        return "\n".join(line.say(language) for line in self.lines)

    def __str__(self) -> str:
        return self.say()


def segment_plan(
    base: ContactBase,
    planned: Sequence[PlannedSegment],
    *,
    purpose: Purpose,
    policy: Policy,
    suppression: Suppressor | None,
    at: dt.datetime,
    prices: Mapping[Channel, Decimal] | None = None,
    **more: Any,
) -> SegmentPlan:
    """Give whom each planned segment reaches, and where; `more` are the other keywords of `audience`.

    MessageError where no segment is planned, or two have one name.
    """
    names = [each.segment.name for each in planned]
    if not names or len(set(names)) != len(names):
        raise MessageError("Plan one segment or more, each under a name of its own.")
    lines = []
    for place, each in enumerate(planned):
        own = _without(each.segment, [before.segment for before in planned[:place]])
        allocation = allocate(
            base,
            channels=each.channels,
            segment=own,
            purpose=purpose,
            policy=policy,
            suppression=suppression,
            at=at,
            prices=prices,
            offer=each.offer,
            **more,
        )
        lines.append(PlannedLine(planned=each, allocation=allocation))
    return SegmentPlan(lines=tuple(lines))


def _without(segment: Segment, before: Sequence[Segment]) -> Segment:
    """Give the segment without those that come before it."""
    for other in before:
        segment -= other
    return segment
