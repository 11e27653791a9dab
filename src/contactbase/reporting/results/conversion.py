"""Which purchases a campaign may claim, and what they brought.

A purchase counts for a recipient whose message arrived when it names the campaign; or names none and was made within
some days of the sending, the day itself included. Days are all that is known, so a purchase of that morning counts too.
One that names another campaign is never counted. That somebody bought after a message does not prove that it was
because of it: compare with a group that was not written to.

>>> from contactbase.model.event import Event
>>> ring = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 3, 5), amount=5000, currency="EUR")
>>> window = Attribution(campaign="spring", within_days=7, currency="EUR", as_of=dt.date(2026, 3, 31))
>>> window.bought([ring], dt.date(2026, 3, 2)), window.bought([ring], dt.date(2026, 2, 2))
(Bought(count=1, minor=5000, other=0), Bought(count=0, minor=0, other=0))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

import attrs

from contactbase.errors import MessageError
from contactbase.model.enums import EventKind
from contactbase.model.event import Event

__all__ = ["Attribution", "Bought", "Return"]


@attrs.frozen
class Bought:
    """Purchases that count, what they add up to in minor units, how many are in another currency or none (left out)."""

    count: int
    minor: int
    other: int


@attrs.frozen(kw_only=True)
class Attribution:
    """How purchases are claimed: `within_days` of the sending (None: only those that name the campaign)."""

    campaign: str
    within_days: int | None
    currency: str
    as_of: dt.date

    def __attrs_post_init__(self) -> None:
        if self.within_days is not None and self.within_days < 0:
            raise MessageError(f"{self.within_days} days are no period. Give 0 or more, or None.")

    def bought(self, events: Iterable[Event], sent_on: dt.date | None) -> Bought:
        """Give what a recipient bought that the campaign may claim."""
        claimed = [event for event in events if event.kind is EventKind.PURCHASE and self._claims(event, sent_on)]
        counted = [event for event in claimed if event.amount is None or event.currency == self.currency]
        return Bought(len(counted), sum(event.amount or 0 for event in counted), len(claimed) - len(counted))

    def _claims(self, event: Event, sent_on: dt.date | None) -> bool:
        if event.at is not None and event.at > self.as_of:
            return False
        if event.campaign is not None:
            return event.campaign == self.campaign
        if self.within_days is None or sent_on is None or event.at is None:
            return False
        return 0 <= (event.at - sent_on).days <= self.within_days


@attrs.frozen(kw_only=True)
class Return:
    """What came back for what was spent, in minor units of one currency; `margin` is the part of revenue that is kept.

    The return on investment is (revenue x margin - cost) / cost: its denominator is the cost.
    """

    revenue: int
    cost: int | None
    currency: str
    margin: Fraction = Fraction(1)

    def __attrs_post_init__(self) -> None:
        if self.cost is not None and self.cost < 0:
            raise MessageError(f"A campaign cannot cost {self.cost}. Give its cost in minor units, 0 or more.")
        if not 0 < self.margin <= 1:
            raise MessageError(f"{self.margin} is no margin. Give a share of the revenue above 0, up to 1.")

    @property
    def gain(self) -> Fraction | None:
        """Revenue times margin, minus cost; None where the cost is not known."""
        return None if self.cost is None else self.revenue * self.margin - self.cost

    @property
    def roi(self) -> float | None:
        """The gain for each unit of cost: 0.5 is half of the cost on top; None without a cost, or for a free one."""
        return None if not self.cost or self.gain is None else float(self.gain / self.cost)
