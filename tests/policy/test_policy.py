from __future__ import annotations

import datetime as dt
import pkgutil
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from contactbase.errors import PolicyError
from contactbase.model.contact import Contact
from contactbase.model.enums import Relationship
from contactbase.model.journal import RetentionAction
from contactbase.model.source import Confidence, Period
from contactbase.policy import countries
from contactbase.policy.catalog import FR, POLICIES, policy_named
from contactbase.policy.countries.eu import NO_DURATION
from contactbase.policy.policy import Policy
from contactbase.policy.rule import RetentionRule, Rule

PROSPECT, CUSTOMER = FR.of(RetentionRule)


RETAINING = [policy for policy in POLICIES.values() if policy.of(RetentionRule)]
RULES = {rule.id: rule for policy in POLICIES.values() for rule in policy.rules}


@pytest.mark.parametrize("policy", RETAINING, ids=str)
def test_every_relationship_has_one_rule_of_retention(policy: Policy) -> None:
    for relationship in (*Relationship, None):
        contact = Contact(id="c-1", relationship=relationship)
        assert len(policy.retention_of(contact, as_of=dt.date(2026, 1, 1))) == 1


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_says_what_it_is_in_two_languages_and_who_says_so(rule: Rule) -> None:
    assert rule.citations
    assert rule.text.en != rule.text.fr
    assert rule.title.en != rule.title.fr


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
def test_a_policy_without_a_duration_says_that_it_knows_none(policy: Policy) -> None:
    assert policy.unknown
    assert (NO_DURATION in policy.unknown) == (not policy.of(RetentionRule))


def test_one_id_is_one_rule_in_every_policy() -> None:
    for policy in POLICIES.values():
        for rule in policy.rules:
            assert RULES[rule.id] == rule


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
def test_every_policy_says_where_and_when(policy: Policy) -> None:
    assert ZoneInfo(policy.zone)
    assert len(policy.jurisdiction) == 2
    assert all(rule.in_force.start is not None for rule in policy.of(RetentionRule))


def test_nothing_is_claimed_to_be_official_that_was_not_read() -> None:
    assert all(
        citation.confidence is not Confidence.OFFICIAL or citation.url
        for policy in POLICIES.values()
        for rule in policy.rules
        for citation in rule.citations
    )


def test_every_policy_of_a_country_is_in_the_catalogue() -> None:
    for module in pkgutil.iter_modules(countries.__path__):
        found = vars(import_module(f"{countries.__name__}.{module.name}")).values()
        missing = [policy.id for policy in found if isinstance(policy, Policy) and policy.id not in POLICIES]
        assert missing == [], f"add a line for {missing} to policy/catalog.py"


def test_a_policy_is_found_by_name_and_a_wrong_name_lists_those_there_are() -> None:
    assert policy_named(" FR ") is FR
    with pytest.raises(PolicyError, match="fr, fr-delete-only"):
        policy_named("xx")


def test_two_rules_of_one_id_contradict_each_other() -> None:
    with pytest.raises(PolicyError, match="several rules"):
        attrs.evolve(FR, rules=(PROSPECT, PROSPECT))


def test_two_rules_for_the_same_contacts_at_the_same_time_contradict_each_other() -> None:
    with pytest.raises(PolicyError, match="same time"):
        attrs.evolve(FR, rules=(PROSPECT, attrs.evolve(PROSPECT, id="other")))


def test_rules_that_follow_one_another_do_not_contradict_each_other() -> None:
    before = attrs.evolve(PROSPECT, id="before", in_force=Period(None, dt.date(2018, 5, 24)))
    policy = attrs.evolve(FR, rules=(PROSPECT, before))
    contact = Contact(id="c-1")
    assert policy.retention_of(contact, as_of=dt.date(2018, 5, 24)) == (before,)
    assert policy.retention_of(contact, as_of=dt.date(2018, 5, 25)) == (PROSPECT,)
    assert policy.of(RetentionRule, as_of=dt.date(2018, 5, 25)) == (PROSPECT,)


def test_a_rule_is_found_by_its_id_and_a_wrong_id_lists_those_there_are() -> None:
    assert FR.rule("fr.retention.prospect") is PROSPECT
    with pytest.raises(PolicyError, match=r"fr\.retention\.prospect, fr\.retention\.customer"):
        FR.rule("fr.retention.lead")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ctiy = "Lyon"', r'Did you mean "city"\?\n +ctiy'),
        ("", "no condition"),
        ('in segment "vip"', 'stands by itself, so that in segment "vip"'),
        ('city = "Lyon" and not in list "salon"', 'in list "salon"'),
        ("can receive sms", "can receive sms"),
        ('sample 10 % seed "a"', "sample"),
    ],
)
def test_a_text_that_is_no_condition_of_a_policy_is_refused_at_its_place(text: str, message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        attrs.evolve(PROSPECT, scope=text)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"months": 0}, "1 or more"),
        ({"clocks": ()}, "no clock"),
        ({"action": RetentionAction.DELETE}, "needs `reconsent`"),
        ({"reconsent": None}, "needs `reconsent`"),
        ({"months": None}, "`because`"),
    ],
)
def test_a_rule_without_sense_says_what_to_give(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        attrs.evolve(PROSPECT, **changes)


def test_a_policy_prints_as_id_and_version() -> None:
    assert str(FR) == f"fr@{FR.version}"
