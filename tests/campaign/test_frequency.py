"""Caps: rolling and calendar, none and never, messages planned later; held against counting every day."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.campaign.frequency import Sent, check_cap, local_day, sent_to
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Direction, EventKind, Purpose
from contactbase.model.event import Event
from contactbase.model.source import Period
from contactbase.model.text import Text
from contactbase.policy.countries.fr_sending import SENDING
from contactbase.policy.sending import CapRule, CapWindow

FR_PHONE_FOUR, FR_SMS_MONTHLY = (rule for rule in SENDING if isinstance(rule, CapRule))
MONTH = CapRule(id="month", title=Text("m", "m"), text=Text("m", "m"), most=1, window=CapWindow.CALENDAR_MONTH)


def rolling(most: int | None, days: int) -> CapRule:
    return CapRule(id="r", title=Text("r", "r"), text=Text("r", "r"), most=most, days=days)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("cap", "sent", "on", "allowed", "free"),
    [
        (MONTH, ["2026-01-31"], "2026-02-01", True, "2026-02-01"),
        (MONTH, ["2026-02-10"], "2026-02-28", False, "2026-03-01"),
        (MONTH, ["2026-02-10", "2026-03-05"], "2026-02-28", False, "2026-04-01"),
        (rolling(1, 30), ["2026-01-10"], "2026-02-08", False, "2026-02-09"),
        (rolling(1, 30), ["2026-01-10"], "2026-02-09", True, "2026-02-09"),
        (rolling(1, 30), ["2026-03-01"], "2026-02-09", False, "2026-03-31"),
        (rolling(2, 7), ["2026-01-01", "2026-01-05"], "2026-01-06", False, "2026-01-08"),
        (rolling(None, 1), ["2026-01-01"] * 50, "2026-01-01", True, "2026-01-01"),
        (rolling(0, 1), [], "2026-01-01", False, None),
        (attrs.evolve(MONTH, most=0), [], "2026-01-01", False, None),
        (MONTH, ["9999-12-05"], "9999-12-06", False, None),
    ],
)
def test_a_cap_allows_what_it_says(cap: CapRule, sent: list[str], on: str, allowed: bool, free: str | None) -> None:
    answer = check_cap(cap, [Sent(day(each)) for each in sent], on=day(on))
    assert (answer.allowed, answer.next_allowed) == (allowed, day(free) if free else None)


def test_a_cap_counts_its_channel_and_purpose_and_what_is_unknown() -> None:
    cap = attrs.evolve(MONTH, channels=frozenset({Channel.SMS}), purposes=frozenset({Purpose.MARKETING}))
    on = day("2026-01-12")
    for channel, purpose, allowed in (
        (Channel.EMAIL, Purpose.MARKETING, True),
        (Channel.SMS, Purpose.SERVICE, True),
        (Channel.SMS, Purpose.MARKETING, False),
        (Channel.SMS, None, False),
        (None, None, False),
    ):
        assert check_cap(cap, [Sent(day("2026-01-10"), channel, purpose)], on=on).allowed is allowed


def test_a_cap_that_is_not_in_force_allows_and_one_that_ends_frees() -> None:
    calls = [Sent(day("2026-08-01"), Channel.PHONE)] * 4
    assert check_cap(FR_PHONE_FOUR, calls, on=day("2026-08-10")).next_allowed == day("2026-08-11")
    assert check_cap(FR_PHONE_FOUR, calls, on=day("2026-08-11")).allowed
    closed = attrs.evolve(MONTH, most=0, in_force=Period(None, day("2026-01-31")))
    assert check_cap(closed, [], on=day("2026-01-05")).next_allowed == day("2026-02-01")


DAYS = st.integers(0, 60).map(lambda ahead: day("2026-01-01") + dt.timedelta(ahead))


def within(cap: CapRule, days: list[dt.date]) -> bool:
    """Tell by counting, in every period that there is, whether days keep a cap."""
    assert cap.most is not None
    if cap.days is not None:
        starts = [day("2025-10-01") + dt.timedelta(ahead) for ahead in range(500)]
        return all(sum(0 <= (each - start).days < cap.days for each in days) <= cap.most for start in starts)
    periods = [(d.year, d.month) for d in days]
    return all(periods.count(period) <= cap.most for period in periods)


@given(
    st.lists(DAYS, max_size=6),
    DAYS,
    st.sampled_from([rolling(1, 30), rolling(2, 7), rolling(3, 2), MONTH]),
)
@settings(deadline=None)
def test_a_cap_agrees_with_counting_every_period(sent: list[dt.date], on: dt.date, cap: CapRule) -> None:
    kept: list[dt.date] = []
    for each in sent:
        if within(cap, [*kept, each]):
            kept.append(each)
    answer = check_cap(cap, [Sent(each) for each in kept], on=on)
    assert answer.allowed == within(cap, [*kept, on])
    free = next(d for d in (on + dt.timedelta(n) for n in range(200)) if within(cap, [*kept, d]))
    assert answer.next_allowed == free


def test_the_day_of_a_message_is_local() -> None:
    assert local_day(dt.datetime(2026, 1, 31, 23, 30, tzinfo=dt.UTC), "Europe/Paris") == day("2026-02-01")


def test_what_a_contact_got_is_read_from_their_events() -> None:
    got = Event(kind=EventKind.MESSAGE, at=day("2026-01-05"), direction=Direction.FROM_US, channel=Channel.SMS, count=2)
    others = (
        attrs.evolve(got, direction=Direction.FROM_PERSON),
        attrs.evolve(got, at=None),
        attrs.evolve(got, kind=EventKind.DELIVERY),
    )
    assert sent_to(Contact(id="c", events=(got, *others))) == (Sent(day("2026-01-05"), Channel.SMS),) * 2
    assert not check_cap(FR_SMS_MONTHLY, sent_to(Contact(id="c", events=(got,))), on=day("2026-01-20")).allowed
