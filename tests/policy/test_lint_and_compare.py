from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import contactbase as cb
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Relationship
from contactbase.model.journal import RetentionAction
from contactbase.model.source import Period
from contactbase.policy.catalog import (
    CA_CASL,
    DE,
    EU_MINIMUM,
    FR,
    FR_DELETE_ONLY,
    FR_STRICT_SEEDS,
    POLICIES,
    UK,
    US_TCPA,
    diff,
    lint,
    simulate,
)
from contactbase.policy.policy import Policy
from contactbase.policy.rule import RetentionRule
from laws.strategies import DAYS, bases

TODAY = dt.date(2026, 11, 22)
PROSPECT, CUSTOMER = FR.of(RetentionRule)
A = RetentionAction
RETAINING = [policy for policy in POLICIES.values() if policy.of(RetentionRule)]
NAMES = st.sampled_from([policy.id for policy in RETAINING])


def codes(policy: Policy, **options: Any) -> list[str]:
    return [found.code for found in lint(policy, as_of=options.pop("as_of", TODAY), **options)]


def only(*rules: Any) -> Policy:
    return attrs.evolve(FR, rules=rules)


@pytest.mark.parametrize("policy", [UK, DE, EU_MINIMUM, US_TCPA, CA_CASL], ids=str)
def test_a_policy_without_a_duration_is_said_to_have_none(policy: Policy) -> None:
    assert codes(policy) == ["policy.no-retention"]


@pytest.mark.parametrize("policy", [FR, FR_DELETE_ONLY, FR_STRICT_SEEDS], ids=str)
def test_of_the_french_policies_only_what_is_meant_is_found(policy: Policy) -> None:
    ended = ["fr.window.phone", "fr.cap.phone", "fr.delay.phone-refusal"]
    found = lint(policy, as_of=TODAY)
    assert [(each.code, dict(each.details)["rule"]) for each in found] == [
        ("policy.unbounded", "fr.suppression"),
        *(("policy.out-of-force", rule) for rule in ended),
    ]
    assert "policy.out-of-force" not in codes(policy, as_of=dt.date(2025, 12, 1))


def test_contacts_without_a_rule_are_named_and_counted() -> None:
    found = lint(
        only(PROSPECT), as_of=TODAY, base=ContactBase.of([Contact(id="c-1", relationship=Relationship.FORMER)])
    )
    gaps = [dict(each.details)["contacts"] for each in found if each.code == "policy.gap"]
    assert gaps[:2] == ["customer, person", "customer, professional"]
    assert len(gaps) == 9
    assert [each.message for each in found if each.code == "policy.gap-in-base"] == [
        "No rule of fr is about 1 of 1 contacts."
    ]


def test_rules_about_the_same_contacts_are_named_and_counted() -> None:
    wide = attrs.evolve(PROSPECT, id="wide", scope="id is known")
    base = ContactBase.of([Contact(id="c-1"), Contact(id="c-2", relationship=Relationship.FORMER)])
    assert codes(only(wide, PROSPECT), base=base) == ["policy.overlap", "policy.overlap-in-base"]


def test_days_between_two_rules_are_named() -> None:
    before = attrs.evolve(PROSPECT, id="before", in_force=Period(None, dt.date(2018, 5, 1)))
    (hole,) = (found for found in lint(only(before, PROSPECT), as_of=TODAY) if found.code == "policy.gap-in-time")
    assert "from 2018-05-02 to 2018-05-24" in hole.message
    touching = attrs.evolve(before, in_force=Period(None, dt.date(2018, 5, 24)))
    assert "policy.gap-in-time" not in codes(only(touching, PROSPECT))


def test_a_figure_without_a_source_is_found() -> None:
    assert "policy.no-citation" in codes(only(attrs.evolve(PROSPECT, citations=()), CUSTOMER))


def test_a_window_longer_than_what_is_kept_is_found_in_a_rule_and_in_a_segment() -> None:
    far = attrs.evolve(PROSPECT, scope="has no purchases in last 5 years")
    assert "policy.looks-back-too-far" in codes(only(far, CUSTOMER))
    segment = cb.Segment("loyal", "count(purchases in last 40 months) > 3")
    assert "policy.looks-back-too-far" in codes(FR, segments=[segment])
    assert "policy.looks-back-too-far" not in codes(FR, segments=[cb.Segment("new", "has purchases in last 36 months")])
    endless = attrs.evolve(CUSTOMER, months=None, because=CUSTOMER.title)
    assert "policy.looks-back-too-far" not in codes(only(PROSPECT, endless), segments=[segment])


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
def test_every_finding_of_a_policy_speaks_both_languages(policy: Policy) -> None:
    for found in lint(policy, as_of=TODAY, base=ContactBase.of([])):
        assert found.say("en") != found.say("fr")


def test_equal_policies_do_not_differ() -> None:
    assert not diff(FR, FR)
    assert str(diff(FR, FR)) == "no difference"


def test_a_difference_names_rules_and_values() -> None:
    longer = attrs.evolve(FR, version="3", rules=(attrs.evolve(PROSPECT, months=24), *FR.rules[2:]))
    found = diff(FR, longer)
    assert [rule.id for rule in found.removed] == ["fr.retention.customer"]
    assert [rule.id for rule in diff(longer, FR).added] == ["fr.retention.customer"]
    assert [str(change) for change in found.changed] == [
        f"policy.version: {FR.version} -> 3",
        "fr.retention.prospect.months: 36 -> 24",
    ]


def test_rules_of_consent_are_compared_one_by_one() -> None:
    found = diff(FR_DELETE_ONLY, FR_STRICT_SEEDS)
    assert "fr.consent.service.strict" in {rule.id for rule in found.added}
    assert "fr.consent.service" in {rule.id for rule in found.removed}
    first, *others = FR.consent.rules
    older = attrs.evolve(FR.consent, rules=(attrs.evolve(first, minimum_age=21), *others))
    (change,) = diff(FR, attrs.evolve(FR, consent=older)).changed
    assert str(change) == f"{first.id}.minimum_age: 18 -> 21"


def test_a_simulation_shows_who_would_be_treated_otherwise() -> None:
    old = dt.date(2020, 5, 1)
    base = ContactBase.of(
        [
            Contact(id="c-1", collected_on=old),
            Contact(id="c-2", collected_on=TODAY),
            Contact(id="c-3", relationship=Relationship.FORMER, relationship_end=old),
        ]
    )
    found = simulate(FR, FR_STRICT_SEEDS, base, as_of=TODAY)
    assert [(each.contact, each.actions) for each in found] == [
        ("c-1", (A.RECONSENT, A.DELETE)),
        ("c-3", (A.ARCHIVE, A.DELETE)),
    ]
    assert found.counts == {(A.ARCHIVE, A.DELETE): 1, (A.RECONSENT, A.DELETE): 1}
    assert (len(found), found.contacts) == (2, 3)


def test_another_day_is_another_treatment() -> None:
    shorter = attrs.evolve(FR, rules=(attrs.evolve(PROSPECT, months=24), *FR.rules[1:]))
    base = ContactBase.of([Contact(id="c-1", collected_on=dt.date(2020, 5, 1))])
    (treatment,) = simulate(FR, shorter, base, as_of=TODAY)
    assert treatment.actions == (A.RECONSENT, A.RECONSENT)
    assert treatment.before is not None
    assert treatment.after is not None
    assert (treatment.before.due_on, treatment.after.due_on) == (dt.date(2023, 5, 1), dt.date(2022, 5, 1))


@settings(deadline=None)
@given(bases(), DAYS, NAMES)
def test_a_policy_treats_nobody_otherwise_than_itself(base: ContactBase, as_of: dt.date, name: str) -> None:
    policy = POLICIES[name]
    assert len(simulate(policy, policy, base, as_of=as_of)) == 0
