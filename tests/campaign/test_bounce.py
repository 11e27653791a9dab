"""Status codes of returns, and how many it takes: real answers of servers, laws over any text and any history."""

from __future__ import annotations

import datetime as dt
import itertools

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.campaign.bounce import classify
from contactbase.campaign.bounce_count import Returned, judge
from contactbase.errors import PolicyError
from contactbase.model.bounce import BounceClass, BounceReason
from contactbase.model.enums import Channel
from contactbase.model.suppression import SuppressionReason
from contactbase.model.withdrawal import Reach
from contactbase.policy.bounce_policy import DEFAULT_BOUNCES, BounceAction, BounceRule

B = BounceClass
DAY = dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("code", "diagnostic", "klass", "reason"),
    [
        ("5.1.2", "", "hard", "bad_domain"),
        ("5.1.6", "", "hard", "moved"),
        ("5.7.17", "", "hard", "moved"),
        ("4.1.1", "", "soft", "bad_mailbox"),
        ("5.2.1", "", "soft", "disabled"),
        ("4.2.2", "", "soft", "mailbox_full"),
        ("4.4.7", "", "soft", "expired"),
        ("5.5.3", "", "soft", "too_many_rcpt"),
        ("5.3.4", "", "message", "too_big"),
        ("5.7.1", "", "block", "policy"),
        ("4.7.0", "", "block", "policy"),
        ("5.7.23", "", "block", "auth"),
        ("2.1.5", "", "none", "delivered"),
        ("5.1.1 fbl", "", "complaint", "fbl"),
        ("Feedback-Type: abuse", "", "complaint", "fbl"),
        ("", "smtp; 550 5.1.1 <l@example.org>: Recipient address rejected: User unknown", "hard", "bad_mailbox"),
        ("", "550 No such user here", "hard", "bad_mailbox"),
        ("450", "user unknown, greylisted", "soft", "bad_mailbox"),
        ("5.0.0", "host unknown", "hard", "bad_domain"),
        ("", "550 blocked: user unknown", "block", "policy"),
        ("", "552 mailbox full", "soft", "mailbox_full"),
        ("", "554 5.7.1 listed at 5.1.1.1", "block", "policy"),
        ("", "connected to 5.1.1.2, then nothing", "unknown", "no_code"),
        ("", "421 try later", "soft", "network"),
        ("556", "", "hard", "null_mx"),
        ("250 ok", "", "none", "delivered"),
        ("550", "", "unknown", "undefined"),
        ("9.9.9", "", "unknown", "no_code"),
        ("550 5.1.1.", "", "hard", "bad_mailbox"),
        ("", "your message about complaints was refused", "unknown", "no_code"),
    ],
)
def test_an_answer_has_its_class(code: str, diagnostic: str, klass: str, reason: str) -> None:
    found = classify(code, diagnostic)
    assert (found.klass, found.reason) == (klass, reason)


@given(st.text(), st.text())
@settings(deadline=None)
def test_any_text_has_a_class(code: str, diagnostic: str) -> None:
    assert classify(code, diagnostic) == classify(code, diagnostic)


@given(st.integers(0, 999), st.integers(0, 999))
@settings(deadline=None)
def test_a_transient_code_is_never_hard_and_a_success_never_a_bounce(subject: int, detail: int) -> None:
    assert classify(f"4.{subject}.{detail}").klass is not B.HARD
    assert classify(f"2.{subject}.{detail}").klass is B.NONE
    assert classify(f"5.{subject}.{detail}").reason is not BounceReason.NO_CODE


def test_a_huge_diagnostic_is_read_quickly() -> None:
    assert classify("", "user " * 2_000_000).klass is B.UNKNOWN


def history(*parts: tuple[int | None, BounceClass]) -> list[Returned]:
    return [Returned(None if day is None else DAY + dt.timedelta(day), klass) for day, klass in parts]


@pytest.mark.parametrize(
    ("returns", "action", "count"),
    [
        ([], "none", 0),
        ([(0, B.HARD)], "suppress", 1),
        ([(None, B.HARD)], "suppress", 1),
        ([(0, B.HARD), (9, B.NONE)], "suppress", 1),
        ([(0, B.SOFT), (1, B.SOFT), (2, B.SOFT)], "none", 0),
        ([(0, B.SOFT), (7, B.SOFT), (14, B.SOFT)], "none", 0),
        ([(0, B.SOFT), (7, B.SOFT), (15, B.SOFT)], "suppress", 3),
        ([(0, B.SOFT), (1, B.SOFT), (2, B.SOFT), (15, B.SOFT)], "suppress", 4),
        ([(0, B.SOFT), (7, B.UNKNOWN), (15, B.SOFT)], "suppress", 3),
        ([(0, B.SOFT), (7, B.BLOCK), (15, B.SOFT)], "none", 0),
        ([(0, B.SOFT), (7, B.SOFT), (8, B.NONE), (15, B.SOFT)], "none", 0),
        ([(0, B.SOFT), (7, B.SOFT), (15, B.NONE), (15, B.SOFT)], "none", 0),
        ([(0, B.SOFT), (7, B.SOFT), (15, B.SOFT), (16, B.NONE)], "suppress", 3),
        ([(None, B.SOFT), (7, B.SOFT), (30, B.SOFT)], "none", 0),
        ([(0, B.BLOCK)] * 50, "none", 0),
        ([(0, B.MESSAGE)] * 50, "none", 0),
        ([(0, B.HARD), (1, B.COMPLAINT)], "suppress_person_channel", 1),
    ],
)
def test_an_address_is_left_alone_when_it_has_bounced_enough(
    returns: list[tuple[int | None, BounceClass]], action: str, count: int
) -> None:
    for order in itertools.islice(itertools.permutations(history(*returns)), 24):
        verdict = judge(order)
        assert (verdict.action, verdict.count) == (action, count)


def test_a_refusal_by_policy_or_of_the_message_says_where_to_look() -> None:
    alerts = judge(history((0, B.BLOCK), (1, B.MESSAGE))).alerts
    assert ["réputation" in alerts[0].fr, "content" in alerts[1].en] == [True, True]


def test_a_verdict_becomes_an_instruction() -> None:
    hard = judge(history((3, B.HARD))).instruction("lea@example.org")
    assert hard is not None
    assert (hard.reason, hard.reach, hard.at) == (SuppressionReason.HARD_BOUNCE, Reach.ADDRESS, dt.date(2026, 1, 4))
    assert hard.as_consent() is None
    complaint = judge(history((3, B.COMPLAINT))).instruction("lea@example.org", channel=Channel.EMAIL)
    assert complaint is not None
    assert (complaint.reason, complaint.reach) == (SuppressionReason.COMPLAINT, Reach.PERSON)
    assert complaint.as_consent() is not None
    assert judge([]).instruction("lea@example.org") is None


@given(st.lists(st.tuples(st.none() | st.integers(0, 90), st.sampled_from(BounceClass)), max_size=12))
@settings(deadline=None)
def test_another_bounce_never_makes_an_address_better(parts: list[tuple[int | None, BounceClass]]) -> None:
    order = [BounceAction.NONE, BounceAction.SUPPRESS, BounceAction.SUPPRESS_PERSON]
    before = judge(history(*parts)).action
    for klass in (B.HARD, B.SOFT, B.COMPLAINT, B.UNKNOWN, B.BLOCK):
        after = judge(history(*parts, (91, klass))).action
        assert order.index(after) >= order.index(before)


@pytest.mark.parametrize(
    "rules",
    [
        (BounceRule(klass=B.HARD), BounceRule(klass=B.HARD)),
        (BounceRule(klass=B.UNKNOWN, counts_as=B.SOFT),),
        (BounceRule(klass=B.UNKNOWN, counts_as=B.SOFT), BounceRule(klass=B.SOFT, counts_as=B.UNKNOWN)),
        (BounceRule(klass=B.HARD, threshold=0),),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(rules: tuple[BounceRule, ...]) -> None:
    with pytest.raises(PolicyError):
        attrs.evolve(DEFAULT_BOUNCES, rules=rules)
