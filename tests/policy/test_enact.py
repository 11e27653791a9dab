from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PolicyError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.entry_json import entry_from_json, entry_to_json
from contactbase.model.enums import EventKind, Relationship
from contactbase.model.event import Event
from contactbase.model.journal import Entry, RetentionAction
from contactbase.model.replay import undo
from contactbase.policy.catalog import FR, FR_DELETE_ONLY, POLICIES
from contactbase.policy.digest import digest_of
from contactbase.policy.enact import REMOVING, archive_of, confirm_erasure, enact, enact_into, reviewed
from contactbase.policy.plan_text import plan_from_json, plan_to_json
from contactbase.policy.retain import retain
from contactbase.policy.rule import RetentionRule
from laws.strategies import DAYS, bases

TODAY = dt.date(2026, 11, 22)
LONG_AGO = dt.date(2020, 5, 1)
PROSPECT = Contact(id="c-1", collected_on=LONG_AGO)
CUSTOMER = Contact(id="c-2", relationship=Relationship.CUSTOMER, relationship_end=LONG_AGO)
UNDATED = Contact(id="c-3")
RECENT = Contact(id="c-4", collected_on=TODAY)
BASE = ContactBase.of([PROSPECT, CUSTOMER, UNDATED, RECENT])


def test_only_what_is_to_be_deleted_or_archived_leaves() -> None:
    kept, journal = enact(BASE, retain(BASE, FR, as_of=TODAY))
    assert list(kept) == ["c-1", "c-3", "c-4"]
    assert [(entry.contact, entry.removed) for entry in journal.decisions] == [
        ("c-1", None),
        ("c-2", CUSTOMER),
        ("c-3", None),
    ]


def test_who_stays_is_the_same_object() -> None:
    assert enact(BASE, retain(BASE, FR, as_of=TODAY)).value["c-4"] is RECENT


def test_undo_gives_the_removed_back() -> None:
    kept, journal = enact(BASE, retain(BASE, FR_DELETE_ONLY, as_of=TODAY))
    assert len(kept) == 2
    assert undo(kept, journal) == BASE


def test_streaming_tells_the_same_decisions() -> None:
    plan, entries = retain(BASE, FR, as_of=TODAY), list[Entry]()
    assert enact_into(BASE, plan, entries.append) == enact(BASE, plan).value
    assert tuple(entries) == enact(BASE, plan).journal.entries


@pytest.mark.parametrize(
    "changed",
    [
        attrs.evolve(PROSPECT, collected_on=TODAY),
        attrs.evolve(PROSPECT, tags=frozenset({"legal_hold"})),
        attrs.evolve(PROSPECT, relationship=Relationship.CUSTOMER),
        attrs.evolve(PROSPECT, id="c-9"),
    ],
)
def test_a_plan_for_another_base_is_refused(changed: Contact) -> None:
    other = ContactBase.of([changed, CUSTOMER, UNDATED, RECENT])
    with pytest.raises(PolicyError, match="Call retain again"):
        enact(other, retain(BASE, FR, as_of=TODAY))


def test_a_contact_more_or_less_is_another_base() -> None:
    with pytest.raises(PolicyError):
        enact(ContactBase.of([PROSPECT]), retain(BASE, FR, as_of=TODAY))


def test_the_order_of_the_base_is_no_change() -> None:
    turned = ContactBase.of(reversed(list(BASE.values())))
    assert digest_of(turned) == digest_of(BASE)


def test_an_id_of_lone_surrogates_has_a_digest() -> None:
    assert len(digest_of(ContactBase.of([Contact(id="\ud800")]))) == 32


@settings(deadline=None)
@given(bases(), DAYS)
def test_exactly_what_the_plan_removes_is_gone(base: ContactBase, as_of: dt.date) -> None:
    plan = retain(base, FR, as_of=as_of)
    kept, journal = enact(base, plan)
    gone = {decision.contact for decision in plan.decisions if decision.action in REMOVING}
    assert set(base) - set(kept) == gone
    assert undo(kept, journal) == base


def test_confirmed_erasures_are_gone_for_good_and_undo_says_so() -> None:
    kept, journal = enact(BASE, retain(BASE, FR_DELETE_ONLY, as_of=TODAY))
    final = confirm_erasure(journal, on=dt.date(2026, 12, 1))
    assert [(entry.contact, entry.removed, entry.confirmed_on) for entry in final.decisions] == [
        ("c-1", None, dt.date(2026, 12, 1)),
        ("c-2", None, dt.date(2026, 12, 1)),
        ("c-3", None, None),
    ]
    assert confirm_erasure(final, on=dt.date(2027, 1, 1)) == final
    with pytest.raises(ValueError, match="confirmed on 2026-12-01"):
        undo(kept, final)
    assert [entry_from_json(entry_to_json(entry)) for entry in final.entries] == list(final.entries)


def test_the_archive_holds_what_other_reasons_cover_and_no_more() -> None:
    bought = Event(kind=EventKind.PURCHASE, at=dt.date(2020, 6, 1))
    customer = attrs.evolve(CUSTOMER, last_name="Durand", tags=frozenset({"vip"}), events=(bought,))
    base = ContactBase.of([customer, PROSPECT])
    _, journal = enact(base, retain(base, FR, as_of=TODAY))
    archived = archive_of(journal)
    assert list(archived) == ["c-2"]
    found = archived["c-2"]
    assert (found.last_name, found.tags, found.events) == ("Durand", frozenset(), (bought,))
    assert len(archive_of(confirm_erasure(journal, on=TODAY))) == 0


def test_without_other_reasons_the_archive_keeps_contacts_whole() -> None:
    policy = attrs.evolve(FR, rules=FR.of(RetentionRule))
    _, journal = enact(BASE, retain(BASE, policy, as_of=TODAY))
    assert dict(archive_of(journal)) == {"c-2": CUSTOMER}


def test_statistics_only_take_the_person_out_of_the_base() -> None:
    rules = tuple(attrs.evolve(rule, action=RetentionAction.ARCHIVE_STATS) for rule in FR_DELETE_ONLY.of(RetentionRule))
    kept, _ = enact(BASE, retain(BASE, attrs.evolve(FR, rules=rules), as_of=TODAY))
    assert list(kept) == ["c-3", "c-4"]


def test_a_reviewed_plan_leaves_out_whom_the_reviewer_took_out() -> None:
    plan = reviewed(retain(BASE, FR_DELETE_ONLY, as_of=TODAY), without=["c-2"])
    assert list(enact(BASE, plan).value) == ["c-2", "c-3", "c-4"]
    with pytest.raises(PolicyError, match="c-4"):
        reviewed(plan, without=["c-4"])


@settings(deadline=None)
@given(bases(), DAYS)
def test_a_plan_is_written_and_read_back(base: ContactBase, as_of: dt.date) -> None:
    plan = retain(base, FR, as_of=as_of)
    again = plan_from_json(plan_to_json(plan), FR)
    assert again == plan
    assert enact(base, again) == enact(base, plan)


def test_a_plan_of_another_policy_or_of_none_is_refused() -> None:
    text = plan_to_json(retain(BASE, FR, as_of=TODAY))
    with pytest.raises(PolicyError, match="was made by fr@"):
        plan_from_json(text, attrs.evolve(FR, unknown=()))
    for damaged in ("", "[]", "{}", text[:-4], text.replace('"decision",', '"finding",'), "[" * 100_000):
        with pytest.raises(PolicyError, match="no retention plan"):
            plan_from_json(damaged, FR)
    with pytest.raises(PolicyError, match="format 9"):
        plan_from_json(text.replace('"retention_plan": 1', '"retention_plan": 9'), FR)


@settings(deadline=None)
@given(bases(), DAYS, st.sampled_from(["fr", "fr-delete-only"]))
def test_a_second_run_removes_nobody(base: ContactBase, as_of: dt.date, name: str) -> None:
    policy = POLICIES[name]
    kept = enact(base, retain(base, policy, as_of=as_of)).value
    again, journal = enact(kept, retain(kept, policy, as_of=as_of))
    assert again == kept
    assert all(entry.removed is None for entry in journal.decisions)
