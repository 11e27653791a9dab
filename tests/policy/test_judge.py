from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PolicyError
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, Relationship
from contactbase.model.event import Event
from contactbase.model.journal import RetentionAction
from contactbase.policy.catalog import DE, FR, FR_DELETE_ONLY, POLICIES
from contactbase.policy.coverage import restricted
from contactbase.policy.policy import Policy
from contactbase.policy.retain import decide, decide_entry, retain
from contactbase.policy.rule import RetentionRule
from contactbase.policy.upkeep import SuppressionRule
from laws.strategies import DAYS, bases

D = dt.date
A = RetentionAction
TODAY = D(2026, 11, 22)
LONG_AGO = D(2020, 5, 1)
RETAINING = [policy for policy in POLICIES.values() if policy.of(RetentionRule)]
NAMES = st.sampled_from([policy.id for policy in RETAINING])
PROSPECT = next(rule for rule in FR_DELETE_ONLY.of(RetentionRule))


def purchase(at: D) -> Event:
    return Event(kind=EventKind.PURCHASE, at=at)


def ledger(**days: D) -> tuple[ConsentRecord, ...]:
    return tuple(
        ConsentRecord(channel=Channel.EMAIL, status=ConsentStatus(status), at=at) for status, at in days.items()
    )


def rule(rule_id: str, **changes: Any) -> RetentionRule:
    return attrs.evolve(PROSPECT, id=rule_id, **changes)


def policy_of(*rules: RetentionRule) -> Policy:
    return attrs.evolve(FR_DELETE_ONLY, rules=rules)


@settings(deadline=None)
@given(bases(), DAYS, NAMES)
def test_deciding_one_by_one_and_together_is_the_same(base: ContactBase, as_of: D, name: str) -> None:
    policy = POLICIES[name]
    one_by_one = [decide(contact, policy, as_of=as_of) for contact in base.values()]
    assert retain(base, policy, as_of=as_of).decisions == tuple(filter(None, one_by_one))


@settings(deadline=None)
@given(bases(), DAYS, NAMES, st.randoms())
def test_neither_the_order_of_contacts_nor_of_rules_changes_a_decision(
    base: ContactBase, as_of: D, name: str, random: Any
) -> None:
    policy = POLICIES[name]
    contacts, rules = list(base.values()), list(policy.rules)
    random.shuffle(contacts)
    random.shuffle(rules)
    turned = retain(ContactBase.of(contacts), attrs.evolve(policy, rules=tuple(rules)), as_of=as_of)
    straight = retain(base, policy, as_of=as_of)
    assert turned.digest == straight.digest
    found = {decision.contact: attrs.evolve(decision, citations=()) for decision in turned.decisions}
    assert found == {decision.contact: attrs.evolve(decision, citations=()) for decision in straight.decisions}


def test_more_contacts_than_are_looked_at_together_keep_their_order() -> None:
    base = ContactBase.of(Contact(id=f"c-{n}", collected_on=LONG_AGO if n % 3 else TODAY) for n in range(3000))
    plan = retain(base, FR, as_of=TODAY)
    assert [decision.contact for decision in plan.decisions] == [f"c-{n}" for n in range(3000) if n % 3]


def test_a_scope_is_any_text_of_the_language() -> None:
    swiss = policy_of(rule("swiss", scope='country = "CH" and not tags has any of ("salon")', months=12))
    there = Contact(id="c-1", country="CH", collected_on=D(2025, 11, 21))
    assert decide(there, swiss, as_of=TODAY) is not None
    assert decide(attrs.evolve(there, country="FR"), swiss, as_of=TODAY) is None
    assert decide(attrs.evolve(there, tags=frozenset({"Salon"})), swiss, as_of=TODAY) is None


def test_of_several_rules_the_earliest_deadline_decides_in_any_order() -> None:
    long, short = rule("long", months=36), rule("short", scope='country = "CH"', months=12)
    contact = Contact(id="c-1", country="CH", collected_on=D(2020, 1, 31))
    for rules in ((long, short), (short, long)):
        decision = decide(contact, policy_of(*rules), as_of=TODAY)
        assert decision is not None
        assert (decision.rule, decision.due_on) == ("short", D(2021, 1, 31))


def test_a_hold_holds_whatever_the_other_rules_say() -> None:
    strict = rule("strict", scope="id is known", months=12, hold=None)
    contact = Contact(id="c-1", collected_on=LONG_AGO, tags=frozenset({"litige"}))
    decision = decide(contact, policy_of(strict, PROSPECT), as_of=TODAY)
    assert decision is not None
    assert decision.action is A.HOLD


def test_without_end_nothing_is_ever_due_and_the_reason_is_given() -> None:
    because = attrs.evolve(PROSPECT.title, en="art", fr="art")
    forever = policy_of(rule("museum", months=None, because=because))
    assert decide(Contact(id="c-1", collected_on=D(1900, 1, 1)), forever, as_of=TODAY) is None
    assert decide(Contact(id="c-1"), forever, as_of=TODAY) is None


def test_a_policy_that_knows_no_duration_is_refused_instead_of_keeping_everybody() -> None:
    with pytest.raises(PolicyError, match="does not say how long"):
        retain(ContactBase.of([Contact(id="c-1")]), DE, as_of=TODAY)


def test_what_the_texts_of_a_policy_look_at_is_part_of_the_digest() -> None:
    by_country = policy_of(rule("swiss", scope='country = "CH"'))
    one, other = (ContactBase.of([Contact(id="c-1", country=country)]) for country in ("CH", "FR"))
    assert retain(one, by_country, as_of=TODAY).digest != retain(other, by_country, as_of=TODAY).digest
    assert retain(one, FR, as_of=TODAY).digest == retain(other, FR, as_of=TODAY).digest


# Other reasons that cover part of the data


@pytest.mark.parametrize(
    ("fields", "as_of", "expected"),
    [
        ({"relationship": Relationship.FORMER}, D(2023, 5, 2), (A.ARCHIVE, "retention.expired", 2, D(2030, 5, 1))),
        ({"relationship": Relationship.FORMER}, D(2025, 5, 1), (A.ARCHIVE, "retention.expired", 2, D(2030, 5, 1))),
        ({"relationship": Relationship.FORMER}, D(2025, 5, 2), (A.ARCHIVE, "retention.expired", 1, D(2030, 5, 1))),
        ({"relationship": Relationship.FORMER}, D(2030, 5, 1), (A.ARCHIVE, "retention.expired", 1, D(2030, 5, 1))),
        ({"relationship": Relationship.FORMER}, D(2030, 5, 2), (A.DELETE, "retention.nothing-to-keep", 0, None)),
        (
            {"consents": ledger(requested=D(2023, 4, 20))},
            D(2023, 6, 1),
            (A.ARCHIVE, "retention.partly-kept", 2, D(2030, 5, 1)),
        ),
    ],
)
def test_what_another_reason_covers_is_archived_and_the_rest_erased(
    fields: dict[str, Any], as_of: D, expected: tuple[RetentionAction, str, int, D | None]
) -> None:
    contact = Contact(id="c-1", events=(purchase(LONG_AGO),), **fields)
    decision = decide(contact, FR, as_of=as_of)
    assert decision is not None
    assert (decision.action, decision.code, len(decision.kept_by), decision.kept_until) == expected
    assert bool(decision.kept_fields) == bool(decision.kept_by)


def test_a_contact_is_cut_down_to_the_fields_that_are_covered() -> None:
    click = Event(kind=EventKind.CLICK, at=LONG_AGO)
    contact = Contact(id="c-1", last_name="Durand", city="Lyon", events=(purchase(LONG_AGO), click))
    assert restricted(contact, ("last_name", "purchases")) == Contact(
        id="c-1", last_name="Durand", events=(purchase(LONG_AGO),)
    )
    assert restricted(contact, ("events",)) == Contact(id="c-1", events=contact.events)
    assert restricted(contact, ()) == Contact(id="c-1")


def test_a_no_ends_the_waiting_at_once() -> None:
    answered = ledger(requested=D(2023, 4, 20), refused=D(2023, 4, 25))
    contact = Contact(id="c-1", collected_on=LONG_AGO, consents=answered)
    assert decide(contact, FR, as_of=D(2023, 5, 1)) is None
    decision = decide(contact, FR, as_of=D(2023, 5, 2))
    assert decision is not None
    assert (decision.action, decision.code) == (A.DELETE, "retention.answered-no")


def test_a_running_relationship_with_an_act_dated_in_the_future_is_for_review() -> None:
    contact = Contact(
        id="c-1",
        relationship=Relationship.CUSTOMER,
        relationship_end=D(2030, 1, 1),
        events=(purchase(D(2029, 1, 1)),),
    )
    decision = decide(contact, FR, as_of=TODAY)
    assert decision is not None
    assert decision.code == "retention.future-date"


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
@pytest.mark.parametrize("created", [None, D(1, 1, 1), LONG_AGO, D(9999, 12, 31)])
def test_entries_of_the_suppression_list_never_expire_by_themselves(policy: Policy, created: D | None) -> None:
    assert decide_entry(created, policy, as_of=TODAY) is A.KEEP


def test_entries_expire_where_a_policy_says_so() -> None:
    (suppression,) = FR.of(SuppressionRule)
    policy = attrs.evolve(FR, rules=(attrs.evolve(suppression, months=48),))
    assert decide_entry(D(2022, 11, 22), policy, as_of=TODAY) is A.KEEP
    assert decide_entry(D(2022, 11, 21), policy, as_of=TODAY) is A.DELETE
    assert decide_entry(None, policy, as_of=TODAY) is A.KEEP
