"""Laws 1 to 5 and 11, for merging and for enacting retention decisions."""

from __future__ import annotations

import datetime as dt
from random import Random

import attrs
from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.merge import dedupe
from contactbase.matching.unmerge import take_out, unmerge
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Journal
from contactbase.model.replay import diff, undo
from contactbase.policy.catalog import FR
from contactbase.policy.enact import enact
from contactbase.policy.retain import retain
from laws.strategies import DAYS, bases


@given(bases())
def test_after_merging_every_id_is_kept_or_absorbed_once(base: ContactBase) -> None:
    merged, journal = dedupe(base)
    absorbed = [contact.id for merge in journal.merges for contact in merge.absorbed]
    assert sorted([*merged, *absorbed]) == sorted(base)


@given(bases())
def test_merging_can_be_undone(base: ContactBase) -> None:
    merged, journal = dedupe(base)
    assert dict(undo(merged, journal)) == dict(base)


@given(bases())
def test_merging_twice_merges_nothing_new(base: ContactBase) -> None:
    merged, _ = dedupe(base)
    again, journal = dedupe(merged)
    assert dict(again) == dict(merged)
    assert journal.merges == ()


@given(bases())
def test_merging_touches_only_those_it_names(base: ContactBase) -> None:
    merged, journal = dedupe(base)
    named = {merge.kept for merge in journal.merges} | {c.id for merge in journal.merges for c in merge.absorbed}
    assert {change.contact for change in diff(base, merged)} <= named


@given(bases(), st.randoms(use_true_random=False))
def test_the_order_of_the_contacts_changes_nothing_but_order(base: ContactBase, chance: Random) -> None:
    contacts = list(base.values())
    chance.shuffle(contacts)
    assert dict(dedupe(ContactBase.of(contacts)).value) == dict(dedupe(base).value)


@given(bases())
def test_no_address_and_no_consent_record_is_lost_by_merging(base: ContactBase) -> None:
    merged, _ = dedupe(base)

    def held(found: ContactBase) -> set[object]:
        contacts = list(found.values())
        return {value for contact in contacts for value in (*contact.phones, *contact.emails, *contact.consents)}

    assert {email.key for c in merged.values() for email in c.emails} == {
        email.key for c in base.values() for email in c.emails
    }
    assert {value for value in held(base) if hasattr(value, "status")} <= held(merged)


@given(bases(), DAYS)
def test_after_enacting_every_id_is_kept_or_removed_once_and_can_come_back(base: ContactBase, as_of: dt.date) -> None:
    plan = retain(base, FR, as_of=as_of)
    kept, journal = enact(base, plan)
    removed = [entry.contact for entry in journal.decisions if entry.removed is not None]
    assert sorted([*kept, *removed]) == sorted(base)
    assert dict(undo(kept, journal)) == dict(base)


@given(bases(), DAYS)
def test_enacting_twice_removes_nothing_more(base: ContactBase, as_of: dt.date) -> None:
    kept, _ = enact(base, retain(base, FR, as_of=as_of))
    again, journal = enact(kept, retain(kept, FR, as_of=as_of))
    assert dict(again) == dict(kept)
    assert [entry for entry in journal.decisions if entry.removed is not None] == []


@given(bases(), st.randoms(use_true_random=False))
def test_members_taken_out_one_by_one_in_any_order_give_the_base_back(base: ContactBase, chance: Random) -> None:
    merged, journal = dedupe(base)
    leaving = [gone.id for merge in journal.merges for gone in merge.absorbed]
    chance.shuffle(leaving)
    for gone in leaving:
        before = merged
        merged, split = take_out(before, journal, gone)
        assert dict(undo(merged, split)) == dict(before)
    assert dict(merged) == dict(base)


@given(bases(), bases())
def test_a_merge_is_taken_back_from_under_a_later_one(base: ContactBase, more: ContactBase) -> None:
    fresh = ContactBase.of(attrs.evolve(contact, id=f"z-{contact.id}") for contact in more.values())
    first, early = dedupe(base)
    second, late = dedupe(ContactBase.of([*first.values(), *fresh.values()]))
    journal = Journal((*early.entries, *late.entries))
    for merge in reversed(journal.merges):
        second = unmerge(second, journal, merge.absorbed[0].id).value if merge.absorbed[0].id not in second else second
    assert dict(second) == dict(base) | dict(fresh)
