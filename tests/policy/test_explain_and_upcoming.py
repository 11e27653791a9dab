from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, Relationship
from contactbase.model.event import Event
from contactbase.model.journal import RetentionAction
from contactbase.policy.catalog import FR, POLICIES, explain
from contactbase.policy.deadline import RetentionState
from contactbase.policy.retain import decide
from contactbase.policy.rule import RetentionRule
from contactbase.policy.upcoming import upcoming
from laws.strategies import DAYS, bases

D = dt.date
TODAY = D(2026, 11, 22)
LONG_AGO = D(2020, 5, 1)
RETAINING = [policy for policy in POLICIES.values() if policy.of(RetentionRule)]
NAMES = st.sampled_from([policy.id for policy in RETAINING])


def test_a_decision_is_explained_in_both_languages_with_its_sources() -> None:
    why = explain(Contact(id="c-1", collected_on=LONG_AGO), FR, as_of=TODAY)
    for said in (
        "c-1: Ask for consent again (retention.expired)",
        "Rule fr.retention.prospect of fr@",
        "Counted from 2020-05-01 (collected_on); kept until 2023-05-01 with it; judged on 2026-11-22.",
        "✓ collected_on <= 2023-11-21: 2020-05-01",
        "CNIL: référentiel",
        "This is no legal advice.",
    ):
        assert said in why.say("en")
    for said in (
        "c-1: Redemander le consentement",
        "Compté à partir du 2020-05-01",
        "Ceci n'est pas un conseil juridique.",
    ):
        assert said in why.say("fr")


def test_what_stays_of_an_archived_contact_is_explained() -> None:
    bought = Event(kind=EventKind.PURCHASE, at=LONG_AGO)
    why = explain(Contact(id="c-1", relationship=Relationship.FORMER, events=(bought,)), FR, as_of=TODAY)
    assert why.action is RetentionAction.ARCHIVE
    assert "stay in the restricted archive until 2030-05-01 (fr.keeping.accounts)" in why.say()
    assert any(citation.instrument == "accounting documents" for citation in why.citations)


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (D(2023, 3, 1), RetentionState.ACTIVE),
        (D(2023, 3, 2), RetentionState.IN_RECONSENT_WINDOW),
        (D(2023, 4, 30), RetentionState.IN_RECONSENT_WINDOW),
        (D(2023, 5, 1), RetentionState.DUE_TODAY),
        (D(2023, 5, 2), RetentionState.EXPIRED),
    ],
)
def test_the_state_tells_the_window_in_which_a_person_may_be_asked(as_of: D, state: RetentionState) -> None:
    why = explain(Contact(id="c-1", collected_on=LONG_AGO), FR, as_of=as_of)
    assert why.state is state
    assert ("May be asked once whether to stay, from 2023-03-02 on." in why.say()) == (
        state is RetentionState.IN_RECONSENT_WINDOW
    )


def test_a_contact_that_no_rule_is_about_and_one_kept_without_end_say_so() -> None:
    (prospect, customer) = FR.of(RetentionRule)
    alone = attrs.evolve(FR, rules=(prospect,))
    former = Contact(id="c-1", relationship=Relationship.FORMER)
    assert "No rule of fr@" in explain(former, alone, as_of=TODAY).say()
    endless = attrs.evolve(FR, rules=(attrs.evolve(customer, months=None, because=customer.title),))
    assert "Kept without end: Customers" in explain(former, endless, as_of=TODAY).say()


def test_no_value_of_a_person_stands_in_a_repr() -> None:
    why = explain(Contact(id="c-1", collected_on=LONG_AGO, last_name="Durand"), FR, as_of=D(2023, 5, 1))
    assert "Durand" not in repr(why)
    assert "2020" not in repr(why)


@settings(deadline=None)
@given(bases(), DAYS, NAMES)
def test_an_explanation_says_what_the_decision_says(base: ContactBase, as_of: D, name: str) -> None:
    policy = POLICIES[name]
    for contact in base.values():
        why = explain(contact, policy, as_of=as_of)
        assert why.decision == decide(contact, policy, as_of=as_of)
        assert why.say("en") != why.say("fr")
        if why.decision is not None and why.decision.due_on is not None:
            assert why.conditions is not None
            assert why.conditions.verdict


def test_deadlines_to_come_are_listed_by_month() -> None:
    base = ContactBase.of(
        [
            Contact(id="c-1", collected_on=D(2024, 1, 15)),
            Contact(id="c-2", collected_on=D(2023, 11, 22)),
            Contact(id="c-3", collected_on=D(2023, 11, 21)),
            Contact(id="c-4", collected_on=D(2024, 1, 20), relationship=Relationship.CUSTOMER),
            Contact(id="c-5", collected_on=D(2025, 1, 1)),
            Contact(id="c-6"),
        ]
    )
    found = upcoming(base, FR, as_of=TODAY)
    assert {month: [each.contact for each in several] for month, several in found.by_month.items()} == {
        "2026-11": ["c-2"],
        "2027-01": ["c-1", "c-4"],
    }
    assert [each.contact for each in found.asking] == ["c-2", "c-1"]
    assert found.say("fr").startswith("3 échéances dans les 12 mois")
    assert len(upcoming(base, FR, as_of=TODAY, months=14)) == 4


def test_the_end_of_a_running_relationship_is_a_deadline_to_come() -> None:
    contact = Contact(id="c-1", relationship=Relationship.CUSTOMER, relationship_end=D(2027, 1, 1))
    (found,) = upcoming(ContactBase.of([contact]), FR, as_of=TODAY, months=48).deadlines
    assert (found.due_on, found.ask_from) == (D(2030, 1, 1), None)


def test_a_yes_moves_a_deadline_to_come() -> None:
    yes = ConsentRecord(channel=Channel.EMAIL, status=ConsentStatus.RENEWED, at=D(2026, 11, 1))
    contact = Contact(id="c-1", collected_on=D(2024, 1, 15), consents=(yes,))
    assert len(upcoming(ContactBase.of([contact]), FR, as_of=TODAY)) == 0


@settings(deadline=None)
@given(bases(), DAYS, NAMES)
def test_what_is_to_come_is_not_due_and_is_due_the_day_after(base: ContactBase, as_of: D, name: str) -> None:
    policy = POLICIES[name]
    for each in upcoming(base, policy, as_of=as_of).deadlines:
        contact = base[each.contact]
        assert each.due_on >= as_of
        assert decide(contact, policy, as_of=as_of) is None
        if each.due_on < D.max:
            after = decide(contact, policy, as_of=each.due_on + dt.timedelta(days=1))
            assert after is not None
