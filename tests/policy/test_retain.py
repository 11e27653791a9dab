from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, Relationship
from contactbase.model.event import Event
from contactbase.model.journal import Entry, RetentionAction
from contactbase.policy.catalog import FR, FR_DELETE_ONLY, POLICIES
from contactbase.policy.clock import Clock
from contactbase.policy.deadline import deadline
from contactbase.policy.policy import Policy
from contactbase.policy.retain import decide, retain, retain_into
from contactbase.policy.rule import RetentionRule
from laws.strategies import DAYS, bases

D = dt.date
R = Relationship
A = RetentionAction
TODAY = D(2026, 11, 22)
LONG_AGO = D(2020, 5, 1)
DAY = dt.timedelta(days=1)


def event(kind: EventKind, at: D, direction: Direction = Direction.FROM_PERSON) -> Event:
    return Event(kind=kind, at=at, direction=direction)


def record(status: ConsentStatus, at: D | None) -> ConsentRecord:
    return ConsentRecord(channel=Channel.EMAIL, status=status, at=at)


def judged(contact: Contact, as_of: D = TODAY, policy: Policy = FR) -> tuple[str, str] | None:
    decision = decide(contact, policy, as_of=as_of)
    return None if decision is None else (decision.action.value, decision.code)


OLD_ORDER = event(EventKind.PURCHASE, LONG_AGO)
ASKED = record(ConsentStatus.REQUESTED, D(2023, 4, 20))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("quarantine", "retention.no-date")),
        ({"relationship": R.CUSTOMER}, ("quarantine", "retention.no-date")),
        ({"collected_on": LONG_AGO}, ("reconsent", "retention.expired")),
        ({"collected_on": LONG_AGO, "relationship": R.PROSPECT}, ("reconsent", "retention.expired")),
        ({"collected_on": LONG_AGO, "relationship": R.CUSTOMER}, ("quarantine", "retention.end-unknown")),
        ({"events": (OLD_ORDER,), "relationship": R.CUSTOMER}, ("archive", "retention.expired")),
        ({"relationship_end": LONG_AGO, "relationship": R.FORMER}, ("archive", "retention.expired")),
        ({"relationship_end": D(2028, 1, 1), "relationship": R.CUSTOMER}, None),
        ({"collected_on": D(2205, 1, 1)}, ("quarantine", "retention.future-date")),
        ({"collected_on": LONG_AGO, "tags": frozenset({"legal_hold"})}, ("hold", "retention.hold")),
        ({"collected_on": LONG_AGO, "tags": frozenset({"Impayé"})}, ("hold", "retention.hold")),
        ({"collected_on": LONG_AGO, "tags": frozenset({"vip"})}, ("reconsent", "retention.expired")),
        ({"collected_on": D(2025, 1, 1)}, None),
    ],
)
def test_france_judges_each_situation(fields: dict[str, Any], expected: tuple[str, str] | None) -> None:
    assert judged(Contact(id="c-1", **fields)) == expected


@pytest.mark.parametrize("kind", [EventKind.CLICK, EventKind.LOYALTY_SCAN, EventKind.CUSTOMER_SERVICE])
def test_an_act_of_the_person_moves_the_clock(kind: EventKind) -> None:
    recent = event(kind, D(2025, 6, 1))
    assert judged(Contact(id="c-1", collected_on=LONG_AGO, events=(recent,))) is None
    assert judged(Contact(id="c-1", relationship=R.FORMER, relationship_end=LONG_AGO, events=(recent,))) is None


@pytest.mark.parametrize(
    "still",
    [
        event(EventKind.OPEN, D(2025, 6, 1)),
        event(EventKind.UNSUBSCRIBE, D(2025, 6, 1)),
        event(EventKind.ACCESS_REQUEST, D(2025, 6, 1)),
        event(EventKind.MESSAGE, D(2025, 6, 1), Direction.FROM_US),
        event(EventKind.CONTACT, D(2025, 6, 1), Direction.FROM_US),
    ],
)
def test_what_is_no_act_of_the_person_does_not_move_the_clock(still: Event) -> None:
    assert judged(Contact(id="c-1", collected_on=LONG_AGO, events=(still,))) == ("reconsent", "retention.expired")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (D(2023, 5, 1), None),
        (D(2023, 5, 2), ("hold", "retention.answer-awaited")),
        (D(2023, 5, 20), ("hold", "retention.answer-awaited")),
        (D(2023, 5, 21), ("delete", "retention.no-answer")),
    ],
)
def test_whoever_was_asked_once_is_awaited_then_deleted(as_of: D, expected: tuple[str, str] | None) -> None:
    assert judged(Contact(id="c-1", collected_on=LONG_AGO, consents=(ASKED,)), as_of) == expected


def test_a_question_of_years_before_is_not_the_last_one() -> None:
    early = record(ConsentStatus.REQUESTED, D(2021, 1, 1))
    assert judged(Contact(id="c-1", collected_on=LONG_AGO, consents=(early,))) == ("reconsent", "retention.expired")


def test_a_yes_starts_the_clock_again_and_silence_does_not() -> None:
    answered = (ASKED, record(ConsentStatus.RENEWED, D(2023, 4, 25)))
    contact = Contact(id="c-1", collected_on=LONG_AGO, consents=answered)
    assert judged(contact, D(2026, 4, 25)) is None
    assert judged(contact, D(2026, 4, 26)) == ("reconsent", "retention.expired")


def test_a_decision_names_its_rule_its_dates_and_its_sources() -> None:
    decision = decide(Contact(id="c-1", collected_on=LONG_AGO), FR, as_of=TODAY)
    assert decision is not None
    assert (decision.rule, decision.clock_start, decision.due_on) == ("fr.retention.prospect", LONG_AGO, D(2023, 5, 1))
    assert decision.citations
    assert decision.removed is None


def test_a_moment_is_refused_with_what_to_give_instead() -> None:
    with pytest.raises(TypeError, match="Europe/Paris"):
        decide(Contact(id="c-1"), FR, as_of=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))


def test_before_a_rule_is_in_force_nothing_is_due() -> None:
    assert judged(Contact(id="c-1", collected_on=D(2010, 1, 1)), D(2018, 5, 24)) is None


def test_a_plan_lists_counts_and_finds() -> None:
    base = ContactBase.of(
        [Contact(id="c-1", collected_on=LONG_AGO), Contact(id="c-2"), Contact(id="c-3", collected_on=TODAY)]
    )
    plan = retain(base, FR, as_of=TODAY)
    assert plan.counts == {A.RECONSENT: 1, A.QUARANTINE: 1}
    assert [decision.contact for decision in plan.of(A.RECONSENT)] == ["c-1"]
    assert len(plan) == 2
    entries: list[Entry] = []
    retain_into(base, FR, entries.append, as_of=TODAY)
    assert tuple(entries) == plan.decisions


# Law 8: for every rule of every catalogue, the day before, the day itself, the day after.

RETAINING = [policy for policy in POLICIES.values() if policy.of(RetentionRule)]
NAMES = st.sampled_from([policy.id for policy in RETAINING])
RULES = [(policy, rule) for policy in RETAINING for rule in policy.of(RetentionRule)]
STARTS = [D(2020, 2, 29), D(2021, 2, 28), D(2021, 1, 31), D(2021, 8, 31), D(2021, 12, 31), D(2022, 3, 15)]


def about(rule: RetentionRule) -> list[Relationship | None]:
    """Give the relationships of the contacts that a rule is about."""
    found = [each for each in (*R, None) if rule.scope.matches(Contact(id="c-1", relationship=each), as_of=TODAY)]
    assert found
    return found


def started(rule: RetentionRule, relationship: Relationship | None, start: D) -> Contact:
    """Make a contact whose clock by the first of the rule's clocks runs from a day."""
    contact = Contact(id="c-1", relationship=relationship)
    match rule.clocks[0]:
        case Clock.COLLECTED_ON:
            return attrs.evolve(contact, collected_on=start)
        case Clock.RELATIONSHIP_END:
            return attrs.evolve(contact, relationship_end=start)
        case Clock.LAST_CONTACT_BY_PERSON | Clock.LAST_PURCHASE:
            return attrs.evolve(contact, events=(event(EventKind.PURCHASE, start),))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(("policy", "rule"), RULES, ids=lambda value: value.id)
def test_nothing_is_due_through_the_deadline_and_the_rule_speaks_after_it(
    policy: Policy, rule: RetentionRule, start: D
) -> None:
    due = deadline(start, rule.months or 0)
    for relationship in about(rule):
        contact = started(rule, relationship, start)
        assert decide(contact, policy, as_of=due - DAY) is None
        assert decide(contact, policy, as_of=due) is None
        after = decide(contact, policy, as_of=due + DAY)
        assert after is not None
        assert (after.action, after.rule, after.due_on) == (rule.action, rule.id, due)


@settings(deadline=None)
@given(st.integers(0, len(RULES) - 1), st.dates(D(2016, 1, 1), D(2060, 1, 1)), st.integers(0, 2000))
def test_what_is_due_is_due_exactly_after_the_deadline(place: int, start: D, days: int) -> None:
    policy, rule = RULES[place]
    as_of = start + dt.timedelta(days=days)
    for relationship in about(rule):
        found = decide(started(rule, relationship, start), policy, as_of=as_of)
        assert (found is not None) == (as_of > deadline(start, rule.months or 0) and rule.in_force.contains(as_of))


@settings(deadline=None)
@given(bases(), DAYS, NAMES)
def test_no_contact_and_no_day_make_a_decision_fail(base: ContactBase, as_of: D, name: str) -> None:
    policy = POLICIES[name]
    for decision in retain(base, policy, as_of=as_of).decisions:
        assert decision.code in CATALOG
        assert decision.contact in base


@settings(deadline=None)
@given(bases(), DAYS)
def test_deleting_only_never_keeps_longer(base: ContactBase, as_of: D) -> None:
    strict = {decision.contact for decision in retain(base, FR_DELETE_ONLY, as_of=as_of).decisions}
    assert {decision.contact for decision in retain(base, FR, as_of=as_of).decisions} <= strict
