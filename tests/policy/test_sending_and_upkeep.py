from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from contactbase.errors import PolicyError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Direction, EventKind, Purpose
from contactbase.model.event import Event
from contactbase.model.text import Text
from contactbase.policy.catalog import FR, POLICIES, US_TCPA
from contactbase.policy.countries.fr_sending import INACTIVE, WINDOW_SMS
from contactbase.policy.rule import KeepingRule, Rule
from contactbase.policy.sending import CapRule, CapWindow, ExclusionRule, SectorRule, Span, WindowRule
from contactbase.policy.upkeep import DelayRule, Interval, RefreshRule, SuppressionRule

D = dt.date
T = dt.time
NAMED: dict[str, Any] = {"id": "r", "title": Text("a", "b"), "text": Text("c", "d")}


@pytest.mark.parametrize(
    ("day", "time", "allowed"),
    [
        (D(2026, 11, 27), T(8), True),
        (D(2026, 11, 27), T(7, 59, 59), False),
        (D(2026, 11, 28), T(21, 59, 59), True),
        (D(2026, 11, 28), T(22), False),
        (D(2026, 11, 29), T(12), False),
    ],
)
def test_the_window_of_sms_opens_at_its_start_and_closes_before_its_end(day: D, time: T, *, allowed: bool) -> None:
    assert WINDOW_SMS.allows(day, time) is allowed


def test_rules_of_sending_concern_their_channels_and_purposes() -> None:
    assert WINDOW_SMS.concerns(Channel.SMS, Purpose.MARKETING)
    assert not WINDOW_SMS.concerns(Channel.SMS, Purpose.SERVICE)
    assert not WINDOW_SMS.concerns(Channel.EMAIL, Purpose.MARKETING)
    assert attrs.evolve(WINDOW_SMS, channels=frozenset()).concerns(Channel.EMAIL, Purpose.MARKETING)


def test_the_decree_on_calls_ended_when_calls_came_to_need_consent() -> None:
    assert [rule.id for rule in FR.of(CapRule, as_of=D(2026, 8, 10))] == ["fr.cap.phone", "house.cap.sms"]
    assert [rule.id for rule in FR.of(CapRule, as_of=D(2026, 8, 11))] == ["house.cap.sms"]
    assert [rule.id for rule in US_TCPA.of(WindowRule)] == ["us.window.calls"]


@pytest.mark.parametrize(
    ("fields", "excluded"),
    [
        ({}, True),
        ({"collected_on": D(2026, 5, 21)}, True),
        ({"collected_on": D(2026, 5, 22)}, False),
        ({"events": (Event(kind=EventKind.CLICK, at=D(2026, 5, 21)),)}, True),
        ({"events": (Event(kind=EventKind.CLICK, at=D(2026, 5, 22)),)}, False),
        ({"events": (Event(kind=EventKind.OPEN, at=D(2026, 11, 1)),)}, True),
        ({"events": (Event(kind=EventKind.MESSAGE, at=D(2026, 11, 1), direction=Direction.FROM_US),)}, True),
    ],
)
def test_six_months_without_an_act_leave_a_contact_out_of_campaigns(fields: dict[str, Any], *, excluded: bool) -> None:
    assert INACTIVE.excludes.matches(Contact(id="c-1", **fields), as_of=D(2026, 11, 22)) is excluded


def test_every_exclusion_of_a_policy_gives_a_reason_and_erases_nobody() -> None:
    for policy in POLICIES.values():
        for rule in policy.of(ExclusionRule):
            assert rule.excludes in rule.conditions


@pytest.mark.parametrize(
    ("received", "months", "due"),
    [
        (D(2026, 1, 31), 1, D(2026, 2, 28)),
        (D(2028, 1, 30), 1, D(2028, 2, 29)),
        (D(2025, 11, 30), 3, D(2026, 2, 28)),
        (D(9999, 12, 31), 3, D(9999, 12, 31)),
    ],
)
def test_delays_in_months_end_on_the_same_day_or_the_last_of_the_month(received: D, months: int, due: D) -> None:
    assert DelayRule(**NAMED, months=months).due(received) == due


def test_two_days_are_forty_eight_hours_whatever_the_clocks_do() -> None:
    rule = FR.rule("mail.delay.one-click-unsubscribe")
    assert isinstance(rule, DelayRule)
    night = dt.datetime(2026, 3, 28, 10, tzinfo=dt.UTC)
    assert rule.due(night) == night + dt.timedelta(hours=48)
    paris = ZoneInfo("Europe/Paris")
    before = dt.datetime(2026, 3, 28, 10, tzinfo=paris)
    assert rule.due(before).astimezone(dt.UTC) - before.astimezone(dt.UTC) == dt.timedelta(hours=48)


def test_sixty_days_after_a_refusal_do_not_count_its_own_day() -> None:
    rule = FR.rule("fr.delay.phone-refusal")
    assert isinstance(rule, DelayRule)
    assert (rule.due(D(2026, 1, 1)), rule.free_from(D(2026, 1, 1))) == (D(2026, 3, 2), D(2026, 3, 3))


def test_hours_need_a_moment_with_a_zone_and_days_keep_the_time() -> None:
    hours, month = DelayRule(**NAMED, hours=48), DelayRule(**NAMED, months=1)
    with pytest.raises(ValueError, match="moment of arrival"):
        hours.due(D(2026, 1, 1))
    with pytest.raises(ValueError, match="no zone"):
        hours.due(dt.datetime(2026, 1, 1, 10))
    moment = dt.datetime(2026, 1, 31, 10, tzinfo=dt.UTC)
    assert month.due(moment) == dt.datetime(2026, 2, 28, 10, tzinfo=dt.UTC)


def test_refresh_intervals_are_given_by_field() -> None:
    rule = RefreshRule(**NAMED, intervals=(Interval("city", 12), Interval("phones", 6)))
    assert dict(rule.by_field()) == {"city": 12, "phones": 6}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: CapRule(**NAMED, most=-1, days=1), "0 for never"),
        (lambda: CapRule(**NAMED, most=1), "needs `days`"),
        (lambda: CapRule(**NAMED, most=1, window=CapWindow.CALENDAR_MONTH, days=3), "needs `days`"),
        (lambda: Span(T(20), T(8)), "cannot end"),
        (lambda: WindowRule(**NAMED, days=frozenset(), spans=(Span(T(8), T(20)),)), "no hour"),
        (lambda: SectorRule(**NAMED, sectors=frozenset()), "no sector"),
        (lambda: ExclusionRule(**NAMED, excludes="age < 18", reason="exclusion.young"), "no code"),
        (lambda: RefreshRule(**NAMED, intervals=(Interval("ctiy", 12),)), "ctiy"),
        (lambda: RefreshRule(**NAMED, intervals=(Interval("city", 0),)), "1 month or more"),
        (lambda: DelayRule(**NAMED), "one of months, days or hours"),
        (lambda: DelayRule(**NAMED, months=1, days=3), "one of months, days or hours"),
        (lambda: DelayRule(**NAMED, days=0), "one of months, days or hours"),
        (lambda: SuppressionRule(**NAMED, at_least=36), "`because`"),
        (lambda: SuppressionRule(**NAMED, at_least=36, months=12), "at least 36"),
        (lambda: attrs.evolve(FR.of(KeepingRule)[0], fields=("ctiy",)), "ctiy"),
        (lambda: attrs.evolve(FR.of(KeepingRule)[0], fields=()), "keeps no field"),
        (lambda: attrs.evolve(FR.of(KeepingRule)[0], months=0), "1 or more"),
    ],
)
def test_a_rule_without_sense_says_what_to_give(make: Any, message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        make()


def test_a_cap_of_none_is_no_cap_and_of_zero_is_never() -> None:
    assert CapRule(**NAMED, most=None, days=1).most is None
    assert CapRule(**NAMED, most=0, window=CapWindow.CALENDAR_MONTH).most == 0


def test_the_conditions_of_a_rule_are_all_its_texts() -> None:
    rule: Rule = FR.rule("fr.retention.prospect")
    assert [str(text)[:22] for text in rule.conditions] == ["relationship is unknow", 'tags has any of ("lega']
