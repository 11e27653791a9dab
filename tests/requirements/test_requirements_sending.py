"""R73 and R75 of the requirements: how often, and when. Each test says its number."""

from __future__ import annotations

import datetime as dt

import contactbase as cb

DAY = dt.date(2026, 3, 2)


def test_r73_one_campaign_a_month_is_the_cap() -> None:
    sent = [cb.sending.Sent(DAY, cb.Channel.SMS)]
    marketing = cb.Purpose.MARKETING
    (cap,) = cb.sending.caps_of(cb.policies.FR, channel=cb.Channel.SMS, purpose=marketing, on=DAY)
    assert not cb.sending.check_cap(cap, sent, on=DAY + dt.timedelta(29)).allowed
    assert cb.sending.check_cap(cap, sent, on=DAY + dt.timedelta(30)).allowed


def test_r75_an_hour_that_is_not_allowed_gives_the_next_one_that_is() -> None:
    night = dt.datetime(2026, 3, 28, 22, 30, tzinfo=dt.UTC)
    marketing = cb.Purpose.MARKETING
    (window,) = cb.sending.windows_of(cb.policies.FR, channel=cb.Channel.SMS, purpose=marketing, on=night.date())
    slot = cb.sending.check(night, window=window, place=cb.sending.territory("metropole"))
    assert slot.next_allowed is not None
    assert (slot.allowed, slot.next_allowed.isoformat()) == (False, "2026-03-30T08:00:00+02:00")
