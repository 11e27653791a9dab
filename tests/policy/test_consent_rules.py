from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from contactbase.errors import PolicyError
from contactbase.model.enums import Channel, Purpose
from contactbase.model.source import Period
from contactbase.model.text import Text
from contactbase.policy.catalog import FR
from contactbase.policy.consent_rules import Consented, ConsentRule, ConsentRules, SoftOptIn

CHANGE = dt.date(2026, 8, 11)


def rule(**said: Any) -> ConsentRule:
    return ConsentRule(
        **{
            "id": "house.sms",
            "title": Text("SMS", "SMS"),
            "text": Text("Consent.", "Consentement."),
            "purposes": frozenset({Purpose.MARKETING}),
            "channels": frozenset({Channel.SMS}),
            "grounds": (Consented(),),
            **said,
        }
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"purposes": frozenset()}, "needs purposes, channels and grounds"),
        ({"grounds": ()}, "needs purposes, channels and grounds"),
        ({"grounds": (Consented(months=0),)}, "a ground of 0 months"),
        ({"grounds": (SoftOptIn(months=-1),)}, "a ground of -1 months"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(said: dict[str, Any], message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        rule(**said)


def test_two_rules_about_one_thing_at_one_time_are_refused() -> None:
    with pytest.raises(PolicyError, match=r"house\.sms and other speak of the same"):
        ConsentRules(rules=(rule(), rule(id="other")))
    with pytest.raises(PolicyError, match=r"Several rules of consent are called 'house\.sms'"):
        ConsentRules(rules=(rule(), rule()))


def test_a_rule_takes_over_from_another_on_its_first_day() -> None:
    eve = CHANGE - dt.timedelta(days=1)
    rules = ConsentRules(
        rules=(rule(id="old", in_force=Period(None, eve)), rule(id="new", in_force=Period(CHANGE, None)))
    )
    found = [rules.rule_for(Purpose.MARKETING, Channel.SMS, day) for day in (eve, CHANGE)]
    assert [one and one.id for one in found] == ["old", "new"]
    assert len(rules) == len(list(rules)) == 2


def test_a_policy_holds_rules_of_consent_and_says_nothing_without() -> None:
    rules = ConsentRules(rules=(rule(),))
    assert attrs.evolve(FR, consent=rules).consent.rule_for(Purpose.MARKETING, Channel.SMS, CHANGE) == rule()
    assert ConsentRules().rule_for(Purpose.MARKETING, Channel.SMS, CHANGE) is None
