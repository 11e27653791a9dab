"""Made-up recipients and their events."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Direction, EventKind
from contactbase.model.event import Event

SENT, TODAY = dt.date(2026, 3, 2), dt.date(2026, 3, 31)
_US = {EventKind.MESSAGE, EventKind.DELIVERY, EventKind.BOUNCE}


def event(
    kind: str,
    day: int | None = 2,
    *,
    campaign: str | None = "spring",
    channel: Channel | None = Channel.SMS,
    link: str | None = None,
) -> Event:
    found = EventKind(kind)
    direction = Direction.FROM_US if found in _US else Direction.FROM_PERSON
    at = None if day is None else dt.date(2026, 3, day)
    return Event(kind=found, at=at, direction=direction, channel=channel, campaign=campaign, link=link)


def purchase(day: int, amount: int = 5000, *, campaign: str | None = None, currency: str = "EUR") -> Event:
    return Event(kind=EventKind.PURCHASE, at=dt.date(2026, 3, day), amount=amount, currency=currency, campaign=campaign)


def contact(name: str, *events: Event, city: str | None = None) -> Contact:
    return Contact(id=name, events=events, city=city)


EVENTS = st.builds(
    event,
    st.sampled_from(
        ["message", "delivery", "bounce", "click", "reply", "open", "unsubscribe", "complaint", "store_visit"]
    ),
    st.none() | st.integers(1, 31),
    campaign=st.sampled_from(["spring", "spring", "autumn", None]),
    channel=st.sampled_from([Channel.SMS, Channel.SMS, Channel.EMAIL, None]),
    link=st.sampled_from([None, "https://example.org/a", "https://example.org/b"]),
) | st.builds(
    purchase,
    st.integers(1, 31),
    st.integers(-10_000, 100_000),
    campaign=st.sampled_from([None, "spring", "autumn"]),
    currency=st.sampled_from(["EUR", "USD"]),
)


@st.composite
def bases(draw: st.DrawFn) -> list[Contact]:
    histories = draw(st.lists(st.lists(EVENTS, max_size=6), max_size=12))
    return [contact(f"c-{number}", *history) for number, history in enumerate(histories)]
