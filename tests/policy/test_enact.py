from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given

from contactbase.errors import PolicyError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Relationship
from contactbase.model.journal import Entry
from contactbase.model.replay import undo
from contactbase.policy.catalog import FR, FR_DELETE_ONLY
from contactbase.policy.digest import digest_of
from contactbase.policy.enact import REMOVING, enact, enact_into
from contactbase.policy.retain import retain
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


@given(bases(), DAYS)
def test_exactly_what_the_plan_removes_is_gone(base: ContactBase, as_of: dt.date) -> None:
    plan = retain(base, FR, as_of=as_of)
    kept, journal = enact(base, plan)
    gone = {decision.contact for decision in plan.decisions if decision.action in REMOVING}
    assert set(base) - set(kept) == gone
    assert undo(kept, journal) == base
