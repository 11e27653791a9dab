"""Something that happened between a person and the shop.

A CRM total ("12 orders, 1 240,50 EUR, last on 3 May") is one event with `count=12` and the total amount.

>>> Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=124050, currency="EUR", count=12).count
12
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import attrs

from contactbase.model.enums import Channel, Direction, EventKind

__all__ = ["Event", "unheld"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Event:
    """`at` is the local day (None: undated); `amount` counts minor units (cents) of `currency` (ISO 4217).

    `link` is the address that was clicked, as the sender wrote it.
    """

    kind: EventKind
    at: dt.date | None = None
    direction: Direction = Direction.FROM_PERSON
    amount: int | None = attrs.field(default=None, repr=False)
    currency: str | None = None
    count: int = 1
    product: str | None = attrs.field(default=None, repr=False)
    category: str | None = attrs.field(default=None, repr=False)
    material: str | None = attrs.field(default=None, repr=False)
    channel: Channel | None = None
    campaign: str | None = attrs.field(default=None, repr=False)
    reference: str | None = attrs.field(default=None, repr=False)
    link: str | None = attrs.field(default=None, repr=False)


def unheld(known: Counter[Event], told: Iterable[Event]) -> list[Event]:
    """Give the events that are told and not known, and take those that are off `known`.

    Equal ones are given as often as they are told beyond what is known, so that what is told twice adds nothing.
    """
    fresh = []
    for event in told:
        known[event] -= 1
        if known[event] < 0:
            fresh.append(event)
    return fresh
