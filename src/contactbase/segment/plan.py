"""A segment plan (R61): for each segment the channel, the offer and what to say first, checked against a base.

>>> from contactbase.segment.segment import Segment
>>> plan = SegmentPlan((Entry(Segment("lyon", 'city = "Lyon"'), Channel.SMS, "-10 %", "new shop"),))
>>> found = plan.check([Contact(id="a", city="Lyon"), Contact(id="b")], as_of=dt.date(2026, 3, 31))
>>> found.partition.leftovers, [one.code for one in found.diagnostics["lyon"]]
(('b',), ['W202', 'W204'])
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.segment.context import Context
from contactbase.segment.diagnostics import Diagnostic
from contactbase.segment.overlap import Partition, partition
from contactbase.segment.segment import Segment

__all__ = ["Entry", "PlanCheck", "SegmentPlan"]


@attrs.frozen
class Entry:
    """One line of a plan: who, on which channel, what is offered, what is said first."""

    segment: Segment
    channel: Channel = attrs.field(converter=Channel)
    offer: str
    lead: str


@attrs.frozen
class PlanCheck:
    """How a plan meets a base: who is in several segments or none, and what the lints say of each segment."""

    partition: Partition
    diagnostics: Mapping[str, tuple[Diagnostic, ...]]


@attrs.frozen
class SegmentPlan:
    """Lines of a plan, in order of priority."""

    entries: tuple[Entry, ...]

    def check(
        self,
        base: Mapping[str, Contact] | Iterable[Contact],
        *,
        as_of: dt.date,
        zone: str = "Europe/Paris",
        context: Context | None = None,
    ) -> PlanCheck:
        """Check the plan against a base; ValueError when two segments have one name."""
        segments = [entry.segment for entry in self.entries]
        found = partition(segments, base, as_of=as_of, zone=zone, context=context or Context())
        said = {entry.segment.name: entry.segment.lint(channel=entry.channel) for entry in self.entries}
        return PlanCheck(found, said)

    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """Give segment, channel, offer and lead of each line."""
        return tuple((one.segment.name, one.channel.value, one.offer, one.lead) for one in self.entries)
