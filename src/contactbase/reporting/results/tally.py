"""The figures of a group of recipients, each with its denominator; what a channel cannot report is no figure.

Sent = delivered + bounced + unreported, always. Of those sent: delivered, bounced. Of those delivered: opened, clicked,
replied, unsubscribed, complained, converted. An SMS, a letter and a call report no opening (R88), so `opened` has no
value there, which is not 0.

>>> tally = Tally(channel=Channel.SMS, counts={Measure.SENT: 100, Measure.DELIVERED: 95, Measure.CLICKED: 12})
>>> tally.rate(Measure.CLICKED), tally.rate(Measure.OPENED), tally.rate(Measure.UNSUBSCRIBED)
(Rate(count=12, of=95), None, Rate(count=0, of=95))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.enums import Channel, EventKind
from contactbase.model.rate import Rate
from contactbase.model.recipient import Arrival, Recipient

__all__ = ["DENOMINATORS", "Measure", "Tally", "tally_of"]


class Measure(StrEnum):
    """What is counted, in recipients."""

    SENT = "sent"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    UNREPORTED = "unreported"
    OPENED = "opened"
    CLICKED = "clicked"
    REPLIED = "replied"
    UNSUBSCRIBED = "unsubscribed"
    COMPLAINED = "complained"
    CONVERTED = "converted"


_M: Final = Measure
DENOMINATORS: Final[Mapping[Measure, Measure]] = {
    _M.DELIVERED: _M.SENT,
    _M.BOUNCED: _M.SENT,
    _M.UNREPORTED: _M.SENT,
    _M.OPENED: _M.DELIVERED,
    _M.CLICKED: _M.DELIVERED,
    _M.REPLIED: _M.DELIVERED,
    _M.UNSUBSCRIBED: _M.DELIVERED,
    _M.COMPLAINED: _M.DELIVERED,
    _M.CONVERTED: _M.DELIVERED,
}
"""What each figure is a share of."""

_ARRIVALS: Final = {
    Arrival.DELIVERED: _M.DELIVERED,
    Arrival.BOUNCED: _M.BOUNCED,
    Arrival.UNREPORTED: _M.UNREPORTED,
}
_ACTS: Final = {
    EventKind.OPEN: _M.OPENED,
    EventKind.CLICK: _M.CLICKED,
    EventKind.REPLY: _M.REPLIED,
    EventKind.UNSUBSCRIBE: _M.UNSUBSCRIBED,
    EventKind.COMPLAINT: _M.COMPLAINED,
}
_SILENT: Final[Mapping[Channel, frozenset[Measure]]] = {
    Channel.SMS: frozenset({_M.OPENED}),
    Channel.POST: frozenset({_M.OPENED}),
    Channel.PHONE: frozenset({_M.OPENED, _M.CLICKED}),
}
"""What a channel cannot report."""


@attrs.frozen(kw_only=True)
class Tally:
    """Recipients counted by what became of them; `revenue` in minor units is what those who converted bought for."""

    channel: Channel
    counts: Mapping[Measure, int]
    revenue: int = 0

    def count(self, measure: Measure) -> int | None:
        """Give how many; None for what the channel cannot report."""
        return self.counts.get(measure, 0) if self.applies(measure) else None

    def applies(self, measure: Measure) -> bool:
        """Tell whether the channel can report it."""
        return measure not in _SILENT.get(self.channel, frozenset())

    def rate(self, measure: Measure) -> Rate | None:
        """Give the share that a figure is; None for what the channel cannot report, and for `sent`, a share of none."""
        whole = DENOMINATORS.get(measure)
        if whole is None or not self.applies(measure):
            return None
        return Rate(self.counts.get(measure, 0), self.counts.get(whole, 0))

    def to_json(self) -> dict[str, object]:
        """Give the figures as a JSON object: of each its count, its denominator, its share and 95 % interval."""
        return {"sent": self.count(Measure.SENT)} | {
            measure.value: None if rate is None else _rate_json(rate, whole)
            for measure, whole in DENOMINATORS.items()
            for rate in [self.rate(measure)]
        }


def _rate_json(rate: Rate, whole: Measure) -> dict[str, object]:
    interval = rate.interval()
    return {
        "count": rate.count,
        "of": rate.of,
        "of_what": whole.value,
        "share": rate.share,
        "interval_95": None if interval is None else list(interval),
    }


def tally_of(recipients: Iterable[Recipient], bought: Mapping[str, int], channel: Channel) -> Tally:
    """Count recipients; `bought` is what each contact who converted bought for, in minor units."""
    counts: Counter[Measure] = Counter()
    revenue = 0
    for one in recipients:
        counts[Measure.SENT] += 1
        counts[_ARRIVALS[one.arrival]] += 1
        if one.delivered:
            counts.update(_ACTS[act] for act in one.acts)
            counts[Measure.CONVERTED] += one.contact in bought
            revenue += bought.get(one.contact, 0)
    return Tally(channel=channel, counts=dict(counts), revenue=revenue)
