"""One merge taken back out of many: what each of the people has afterwards."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from contactbase.matching.matches import Matches
from contactbase.matching.merge import merge
from contactbase.matching.unmerge import take_out, unmerge
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, PhoneKind
from contactbase.model.event import Event
from contactbase.model.journal import Journal
from contactbase.model.replay import undo
from matching.people import MOBILE, base_of, someone

DAY = dt.date(2026, 11, 2)
ORDER = Event(kind=EventKind.PURCHASE, at=DAY, amount=900, currency="EUR")
LEA = someone("a", "Léa", "Durand", mail="lea@example.org", tags=frozenset({"old"}), events=(ORDER,))
PAULE = someone("b", "Paule", "Durand", mail="paule@example.org", mobile=MOBILE, tags=frozenset({"hers"}))
ROSE = someone("c", "Rose", "Durand", mail="rose@example.org", mobile=MOBILE)
OTHER = someone("z", "Karim", "Petit", mail="karim@example.org")


def merged(base: ContactBase, *clusters: tuple[str, ...]) -> tuple[ContactBase, Journal]:
    outcome = merge(base, Matches(clusters=clusters))
    return outcome.value, outcome.journal


def with_changes(base: ContactBase, **fields: Any) -> ContactBase:
    return ContactBase.of(attrs.evolve(one, **fields) if one.id == "a" else one for one in base.values())


def mails(contact: Contact) -> list[str]:
    return [email.address for email in contact.emails]


def test_nobody_keeps_the_mailbox_of_another_when_one_was_added_since() -> None:
    base, journal = merged(base_of(LEA, PAULE), ("a", "b"))
    late = Email("late@example.org", "late@example.org")
    apart = unmerge(with_changes(base, emails=(*base["a"].emails, late)), journal, "b").value
    assert mails(apart["a"]) == ["lea@example.org", "late@example.org"]
    assert apart["b"] == PAULE


@pytest.mark.parametrize(
    ("field", "value", "survivor", "absorbed"),
    [
        ("tags", frozenset({"old", "hers", "vip"}), frozenset({"old", "vip"}), frozenset({"hers"})),
        ("tags", frozenset({"old"}), frozenset({"old"}), frozenset()),
        ("events", (), (), ()),
        ("events", (ORDER, ORDER), (ORDER, ORDER), ()),
        ("phones", (), (), ()),
        (
            "phones",
            (Phone(MOBILE, PhoneKind.MOBILE, "GP"),),
            (),
            (Phone(MOBILE, PhoneKind.MOBILE, "GP"),),
        ),
        ("city", "Nantes", "Nantes", None),
        ("last_name", None, None, None),
        ("custom", (("club", 3),), (("club", 3),), ()),
    ],
)
def test_what_was_changed_since_falls_on_whom_it_belongs_to(
    field: str, value: Any, survivor: Any, absorbed: Any
) -> None:
    base, journal = merged(base_of(LEA, PAULE), ("a", "b"))
    apart = unmerge(with_changes(base, **{field: value}), journal, "b").value
    assert (getattr(apart["a"], field), getattr(apart["b"], field)) == (survivor, absorbed)


def test_the_address_to_write_to_stays_the_one_that_was_put_first_since() -> None:
    two = attrs.evolve(LEA, emails=(*LEA.emails, Email("lea@work.example.org", "lea@work.example.org")))
    base, journal = merged(base_of(two, PAULE), ("a", "b"))
    apart = unmerge(with_changes(base, emails=base["a"].emails[::-1]), journal, "b").value
    assert mails(apart["a"]) == ["lea@work.example.org", "lea@example.org"]


def test_a_new_town_does_not_get_the_street_of_before() -> None:
    home = attrs.evolve(
        LEA, events=(), address=("3 rue Haute",), postcode="69003", city="Lyon", collected_on=dt.date(2020, 1, 1)
    )
    newer = attrs.evolve(PAULE, city="Brest", collected_on=dt.date(2025, 1, 1))
    base, journal = merged(base_of(home, newer), ("a", "b"))
    apart = unmerge(with_changes(base, city="Quimper"), journal, "b").value
    assert (apart["a"].address, apart["a"].postcode, apart["a"].city) == ((), None, "Quimper")


def consent(status: ConsentStatus, address: str | None = None) -> ConsentRecord:
    return ConsentRecord(channel=Channel.EMAIL, status=status, at=DAY, address=address)


@pytest.mark.parametrize(
    ("line", "survivor", "absorbed"),
    [
        (consent(ConsentStatus.WITHDRAWN), True, True),
        (consent(ConsentStatus.REFUSED, "paule@example.org"), False, True),
        (consent(ConsentStatus.GIVEN), True, False),
        (consent(ConsentStatus.GIVEN, "lea@example.org"), True, False),
        (consent(ConsentStatus.GIVEN, "paule@example.org"), False, True),
    ],
)
def test_a_refusal_since_holds_for_everybody_and_a_consent_for_whom_it_names(
    line: ConsentRecord, survivor: bool, absorbed: bool
) -> None:
    base, journal = merged(base_of(LEA, PAULE), ("a", "b"))
    apart = unmerge(with_changes(base, consents=(line,)), journal, "b").value
    assert (line in apart["a"].consents, line in apart["b"].consents) == (survivor, absorbed)


@pytest.mark.parametrize("kind", [EventKind.UNSUBSCRIBE, EventKind.BOUNCE, EventKind.COMPLAINT])
def test_an_unsubscription_or_a_bounce_since_is_everybodys(kind: EventKind) -> None:
    base, journal = merged(base_of(LEA, PAULE), ("a", "b"))
    told = Event(kind=kind, at=DAY)
    apart = unmerge(with_changes(base, events=(ORDER, told)), journal, "b").value
    assert told in apart["a"].events
    assert apart["b"].events == (told,)


def test_a_refusal_that_was_struck_out_since_still_stands_once_people_part() -> None:
    refused = attrs.evolve(PAULE, consents=(consent(ConsentStatus.REFUSED),))
    base, journal = merged(base_of(LEA, refused), ("a", "b"))
    assert unmerge(with_changes(base, consents=()), journal, "b").value["b"].consents == refused.consents


@pytest.mark.parametrize("between", [{}, {"language": "fr"}])
def test_a_merge_is_taken_back_from_under_a_later_one_which_stays(between: dict[str, Any]) -> None:
    first, early = merged(base_of(LEA, PAULE, OTHER), ("a", "b"))
    both = ContactBase.of([*with_changes(first, **between).values(), ROSE])
    base, late = merged(both, ("a", "c"))
    apart, split = unmerge(base, Journal((*early.entries, *late.entries)), "b")
    assert (mails(apart["a"]), apart["a"].phones) == (["lea@example.org", "rose@example.org"], ROSE.phones)
    assert apart["a"].language == between.get("language")
    assert apart["b"] == PAULE
    assert apart["z"] is OTHER
    assert undo(apart, split) == base


def test_merges_are_taken_back_in_any_order_to_the_same_people() -> None:
    first, early = merged(base_of(LEA, PAULE), ("a", "b"))
    base, late = merged(ContactBase.of([*first.values(), ROSE]), ("a", "c"))
    journal = Journal((*early.entries, *late.entries))
    for order in (("b", "c"), ("c", "b")):
        apart = base
        for one in order:
            apart = unmerge(apart, journal, one).value
        assert {one.id: one for one in apart.values()} == {"a": LEA, "b": PAULE, "c": ROSE}


def test_one_member_is_taken_out_and_the_others_stay_one_person() -> None:
    base, journal = merged(base_of(LEA, PAULE, ROSE), ("a", "b", "c"))
    apart, split = take_out(base, journal, "b")
    assert mails(apart["a"]) == ["lea@example.org", "rose@example.org"]
    assert apart["b"] == PAULE
    assert "c" not in apart
    assert undo(apart, Journal((*journal.entries, *split.entries))) == base_of(LEA, PAULE, ROSE)
    rest = unmerge(apart, journal, "a").value
    assert (rest["a"], rest["b"], rest["c"]) == (LEA, PAULE, ROSE)


def test_the_survivor_itself_is_not_taken_out_and_nobody_twice() -> None:
    base, journal = merged(base_of(LEA, PAULE, ROSE), ("a", "b", "c"))
    with pytest.raises(ValueError, match="go by the id 'a'"):
        take_out(base, journal, "a")
    with pytest.raises(ValueError, match="'b' is in the base already"):
        take_out(take_out(base, journal, "b").value, journal, "b")


def test_a_merge_under_another_survivor_is_refused_with_the_way_out() -> None:
    first, early = merged(base_of(LEA, PAULE, OTHER), ("a", "b"))
    base, late = merged(first, ("z", "a"))
    journal = Journal((*early.entries, *late.entries))
    with pytest.raises(ValueError, match=r"unmerge\(base, journal, 'a'\)"):
        unmerge(base, journal, "b")
    apart = unmerge(unmerge(base, journal, "a").value, journal, "b").value
    assert (apart["a"], apart["b"], apart["z"]) == (LEA, PAULE, OTHER)
