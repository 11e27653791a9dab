from __future__ import annotations

import datetime as dt
import pkgutil
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from contactbase.errors import PolicyError
from contactbase.model.enums import Relationship
from contactbase.model.journal import RetentionAction
from contactbase.model.source import Confidence, Period
from contactbase.policy import countries
from contactbase.policy.catalog import FR, POLICIES, policy_named
from contactbase.policy.policy import Policy

PROSPECT, CUSTOMER = FR.rules


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
def test_every_relationship_has_a_rule_with_sources(policy: Policy) -> None:
    for relationship in (*Relationship, None):
        rule = policy.rule_for(relationship, dt.date(2026, 1, 1))
        assert rule is not None
        assert rule.citations
        assert rule.text.en != rule.text.fr


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
def test_every_policy_says_where_and_when(policy: Policy) -> None:
    assert ZoneInfo(policy.zone)
    assert len(policy.jurisdiction) == 2
    assert all(rule.in_force.start is not None for rule in policy.rules)


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
        policy_named("de")


def test_two_rules_of_one_id_contradict_each_other() -> None:
    with pytest.raises(PolicyError, match="several rules"):
        attrs.evolve(FR, rules=(PROSPECT, PROSPECT))


def test_two_rules_for_the_same_contacts_at_the_same_time_contradict_each_other() -> None:
    with pytest.raises(PolicyError, match="same time"):
        attrs.evolve(FR, rules=(PROSPECT, attrs.evolve(PROSPECT, id="other")))


def test_rules_that_follow_one_another_do_not_contradict_each_other() -> None:
    before = attrs.evolve(PROSPECT, id="before", in_force=Period(None, dt.date(2018, 5, 24)))
    policy = attrs.evolve(FR, rules=(PROSPECT, before))
    assert policy.rule_for(None, dt.date(2018, 5, 24)) == before
    assert policy.rule_for(None, dt.date(2018, 5, 25)) == PROSPECT


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"months": 0}, "1 or more"),
        ({"clocks": ()}, "no clock"),
        ({"action": RetentionAction.DELETE}, "needs `reconsent`"),
        ({"reconsent": None}, "needs `reconsent`"),
    ],
)
def test_a_rule_without_sense_says_what_to_give(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        attrs.evolve(PROSPECT, **changes)


def test_a_policy_prints_as_id_and_version() -> None:
    assert str(FR) == f"fr@{FR.version}"
