from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PrivacyError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import (
    STRENGTH,
    AddressKind,
    SuppressionEntry,
    SuppressionReason,
    SuppressionScope,
)
from contactbase.privacy.suppression import SuppressionList
from contactbase.privacy.suppression_lines import read_suppression_lines, suppression_lines
from laws.strategies import CONTACTS
from privacy.people import KEY, RING, SECOND_KEY, STOPPED_ON, TODAY, contact

MOBILE = "+33612345678"
R = SuppressionReason


def stopped(address: str = MOBILE, kind: str = "sms", **details: object) -> SuppressionList:
    stops = SuppressionList(RING)
    given_details: dict[str, object] = {"reason": R.OPTOUT, "on": STOPPED_ON, **details}
    stops.add(address, kind, **given_details)  # type: ignore[arg-type]  # the keywords of add
    return stops


def blocked(
    stops: SuppressionList,
    who: Contact,
    channel: Channel = Channel.SMS,
    purpose: Purpose = Purpose.MARKETING,
    brand: str | None = None,
    as_of: dt.date = TODAY,
) -> bool:
    return stops.judge(who, channel=channel, purpose=purpose, as_of=as_of, brand=brand).blocked


@pytest.mark.parametrize(
    ("typed", "kind", "held"),
    [
        ("06 12 34 56 78", "sms", MOBILE),
        ("+33 (0)6.12.34.56.78", "sms", MOBILE),
        ("0033612345678", "phone", MOBILE),
        ("LEA.DURAND@Example.org", "email", "lea.durand@example.org"),
        ("Léa <lea.durand@example.org>", "email", "Lea.Durand@example.org"),
        ("lea.durand+soldes@gmail.com", "email", "LeaDurand@gmail.com"),
        ("leadurand@googlemail.com", "email", "l.e.a.durand+x@gmail.com"),
        ("lea@bücher.example", "email", "lea@xn--bcher-kva.example"),
        ("+33999999999999", "sms", "+33999999999999"),
        ("test@example.org", "email", "test@example.org"),
    ],
)
def test_an_address_is_found_however_it_is_typed(typed: str, kind: str, held: str) -> None:
    stops = stopped(typed, kind)
    assert len(stops) == 1
    assert blocked(stops, contact("c-1", held), Channel(kind))
    assert stops.on(typed, kind)


@pytest.mark.parametrize(
    ("held", "channel"),
    [
        ("+33612345679", Channel.SMS),
        (MOBILE, Channel.PHONE),
        ("lea+x@example.org", Channel.EMAIL),
    ],
)
def test_another_address_or_channel_is_not_stopped(held: str, channel: Channel) -> None:
    stops = stopped()
    stops.add("lea@example.org", "email", reason=R.OPTOUT, on=STOPPED_ON)
    assert not blocked(stops, contact("c-1", held), channel)


def test_what_is_no_address_is_said_and_nothing_is_added() -> None:
    stops = SuppressionList(RING)
    made, journal = stops.add("lea,durand@example.org", "email", reason=R.OPTOUT, on=STOPPED_ON)
    assert made == ()
    assert journal.count() == {"suppression.unreadable-address": 1}
    assert "lea" not in repr(journal.entries)


def test_several_addresses_in_a_cell_are_all_stopped() -> None:
    stops = stopped("06 12 34 56 78 / 06 12 34 56 79")
    assert len(stops) == 2


def test_a_stop_on_a_shared_number_stops_everybody_on_it() -> None:
    stops = stopped()
    assert blocked(stops, contact("c-1", MOBILE, first_name="Léa"))
    assert blocked(stops, contact("c-2", MOBILE, first_name="Noé"))


def test_a_stop_on_one_number_stops_the_person_on_all_and_a_bounce_only_that_number() -> None:
    who = contact("c-1", MOBILE, "+33612345679")
    assert blocked(stopped(), who)
    dead = stopped(reason=R.HARD_BOUNCE).judge(who, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=TODAY)
    assert (dead.blocked, dead.addresses, dead.code) == (False, ("+33612345679",), "suppression.hard-bounce")
    assert blocked(stopped(reason=R.HARD_BOUNCE), contact("c-1", MOBILE))


@pytest.mark.parametrize(
    ("scope", "reason", "purpose", "brand", "forbidden"),
    [
        (SuppressionScope(), R.OPTOUT, Purpose.MARKETING, None, True),
        (SuppressionScope(), R.OPTOUT, Purpose.SERVICE, None, True),
        (SuppressionScope(), R.OPTOUT, Purpose.TRANSACTIONAL, None, True),
        (SuppressionScope(), R.OPTOUT, Purpose.SAFETY, None, False),
        (SuppressionScope(), R.COMPLAINT, Purpose.SAFETY, None, False),
        (SuppressionScope(), R.HARD_BOUNCE, Purpose.SAFETY, None, True),
        (SuppressionScope(), R.ERASURE, Purpose.SAFETY, None, True),
        (SuppressionScope(), R.LEGAL, Purpose.SAFETY, None, True),
        (SuppressionScope(purpose=Purpose.SAFETY), R.OPTOUT, Purpose.SAFETY, None, True),
        (SuppressionScope(purpose=Purpose.MARKETING), R.OPTOUT, Purpose.SERVICE, None, False),
        (SuppressionScope(brand="Maison Léa"), R.OPTOUT, Purpose.MARKETING, "MAISON LÉA", True),
        (SuppressionScope(brand="Maison Léa"), R.OPTOUT, Purpose.MARKETING, "Autre", False),
        (SuppressionScope(brand="Maison Léa"), R.OPTOUT, Purpose.MARKETING, None, True),
    ],
)
def test_a_prohibition_reaches_as_far_as_its_scope(
    scope: SuppressionScope, reason: R, purpose: Purpose, brand: str | None, forbidden: bool
) -> None:
    stops = stopped(scope=scope, reason=reason)
    assert blocked(stops, contact("c-1", MOBILE), purpose=purpose, brand=brand) is forbidden


def test_the_last_day_of_a_prohibition_is_included_and_a_day_to_come_counts_now() -> None:
    until = dt.date(2026, 11, 22)
    stops = stopped(expires=until, on=dt.date(2027, 1, 1))
    who = contact("c-1", MOBILE)
    assert blocked(stops, who, as_of=until)
    assert not blocked(stops, who, as_of=until + dt.timedelta(days=1))


def test_adding_again_keeps_the_first_and_the_last_day() -> None:
    stops = stopped()
    for day in (dt.date(2025, 1, 1), dt.date(2026, 6, 1)):
        stops.add(MOBILE, "sms", reason=R.OPTOUT, on=day, expires=day)
    (entry,) = stops
    assert (entry.created, entry.latest, entry.expires) == (dt.date(2025, 1, 1), dt.date(2026, 6, 1), None)
    stops.add(MOBILE, "sms", reason=R.OPTOUT, on=None)
    (entry,) = stops
    assert (entry.created, entry.latest) == (dt.date(2025, 1, 1), None)


def test_the_strongest_reason_is_said_first_and_all_are_kept() -> None:
    stops = SuppressionList(RING)
    for reason in (R.HARD_BOUNCE, R.OPTOUT, R.COMPLAINT):
        stops.add(MOBILE, "sms", reason=reason, on=STOPPED_ON)
    said = stops.judge(contact("c-1", MOBILE), channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=TODAY)
    assert said.codes == ("suppression.complaint", "suppression.optout", "suppression.hard-bounce")
    assert stops.count() == {R.OPTOUT: 1, R.COMPLAINT: 1, R.HARD_BOUNCE: 1}
    assert set(STRENGTH) == set(R)


def test_a_person_is_recognized_by_name_and_birth_date_and_a_household_by_its_door() -> None:
    born = dt.date(1980, 5, 1)
    lea = contact(
        "c-1", first_name="Léa", last_name="Durand", birth_date=born, address=("12 rue des Lilas",), postcode="69001"
    )
    stops = SuppressionList(RING)
    assert {entry.kind for entry in stops.add_contact(lea, reason=R.OPTOUT, on=STOPPED_ON)} == {
        AddressKind.POST,
        AddressKind.PERSON,
    }
    again = contact("x", "lea@example.org", first_name="LEA", last_name="DURAND", birth_date=born)
    assert blocked(stops, again, Channel.EMAIL)
    door = contact("y", last_name="Durand", address=("12, RUE DES LILAS",), postcode="69001")
    assert blocked(stops, door, Channel.POST)
    neighbour = contact("z", last_name="Martin", address=("12 rue des Lilas",), postcode="69001")
    assert not blocked(stops, neighbour, Channel.POST)


def test_an_entry_under_an_unknown_key_is_refused() -> None:
    other = SuppressionList(RING.__class__.of(SECOND_KEY))
    (entry,) = other.add(MOBILE, "sms", reason=R.OPTOUT, on=STOPPED_ON).value
    with pytest.raises(PrivacyError, match="would be written to"):
        SuppressionList(RING, [entry])


@pytest.mark.parametrize("source", ["lea@example.org", "appel de 06 12 34 56 78"])
def test_an_address_never_gets_in_by_the_source(source: str) -> None:
    with pytest.raises(PrivacyError, match="looks like an address"):
        stopped(source=source)


def test_nothing_shows_an_address() -> None:
    stops = stopped("lea@example.org", "email", source="export of 2026-03-01")
    stops.add(MOBILE, "sms", reason=R.OPTOUT, on=STOPPED_ON)
    everything = repr(stops) + "".join(map(repr, stops)) + "".join(suppression_lines(stops))
    assert "lea" not in everything
    assert "612345678" not in everything
    assert KEY not in everything
    said = stops.judge(contact("c-1", MOBILE), channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=TODAY)
    assert "612345678" not in repr(said)


# Lines.


def test_lines_give_the_list_back_and_do_not_depend_on_the_order() -> None:
    stops = SuppressionList(RING)
    stops.add(MOBILE, "sms", reason=R.OPTOUT, on=STOPPED_ON, scope=SuppressionScope(brand="B", channel=Channel.SMS))
    stops.add("lea@example.org", "email", reason=R.COMPLAINT, on=None, expires=TODAY, source="export é")
    lines = list(suppression_lines(stops))
    assert read_suppression_lines(lines, RING).value == stops
    turned = SuppressionList(RING, reversed(list(stops)))
    assert list(suppression_lines(turned)) == lines


DAMAGES: dict[str, Callable[[list[str]], list[str]]] = {
    "empty": lambda _: [],
    "header gone": lambda lines: lines[1:],
    "last line gone": lambda lines: lines[:-1],
    "last line cut": lambda lines: [*lines[:-1], lines[-1][:40]],
    "digest cut": lambda lines: [lines[0], lines[1].replace('"digest": "', '"digest": "zz'), *lines[2:]],
    "unknown reason": lambda lines: [lines[0], lines[1].replace("optout", "whatever"), *lines[2:]],
    "a list": lambda lines: [*lines, "[]"],
    "deep": lambda lines: [*lines, "[" * 100_000],
    "another format": lambda lines: ['{"format": "other", "entries": 1}', *lines[1:]],
    "an algorithm that is none": lambda lines: [lines[0], lines[1].replace('"key"', '"via": "shake_128", "key"')],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_list_is_refused(damage: str) -> None:
    lines = list(suppression_lines(stopped()))
    with pytest.raises(PrivacyError):
        read_suppression_lines(DAMAGES[damage](lines), RING)


def test_unreadable_entries_are_counted_and_kept_only_when_that_was_asked_for() -> None:
    lines = list(suppression_lines(stopped().rotated(SECOND_KEY)))
    second = RING.__class__.of(SECOND_KEY)
    with pytest.raises(PrivacyError, match="Add that key"):
        read_suppression_lines(lines, second)
    stops, journal = read_suppression_lines(lines, second, allow_unreadable=True)
    assert len(stops) == 0
    assert journal.count() == {"suppression.unknown-key": 1}


# Laws.

ADDRESSES = st.sampled_from([(MOBILE, "sms"), ("+33612345671", "sms"), ("lea@example.org", "email"), (MOBILE, "phone")])
REACHES = st.builds(
    SuppressionScope,
    brand=st.none() | st.sampled_from(["A", "B"]),
    purpose=st.none() | st.sampled_from(Purpose),
    channel=st.none() | st.sampled_from(Channel),
)
DAYS = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2027, 1, 1))
STATEMENTS = st.tuples(ADDRESSES, st.sampled_from(R), DAYS, REACHES, DAYS)
QUESTIONS = st.tuples(st.sampled_from(Channel), st.sampled_from(Purpose), st.none() | st.sampled_from(["A", "B"]))
Statement = tuple[tuple[str, str], R, dt.date | None, SuppressionScope, dt.date | None]


def listed(statements: list[Statement]) -> SuppressionList:
    stops = SuppressionList(RING)
    for (address, kind), reason, on, scope, expires in statements:
        stops.add(address, kind, reason=reason, on=on, scope=scope, expires=expires)
    return stops


@settings(deadline=None)
@given(st.lists(STATEMENTS, max_size=6), STATEMENTS, CONTACTS, QUESTIONS)
def test_one_more_prohibition_never_makes_anybody_contactable(
    statements: list[Statement], more: Statement, who: Contact, question: tuple[Channel, Purpose, str | None]
) -> None:
    channel, purpose, brand = question
    before = listed(statements).judge(who, channel=channel, purpose=purpose, as_of=TODAY, brand=brand)
    after = listed([*statements, more]).judge(who, channel=channel, purpose=purpose, as_of=TODAY, brand=brand)
    assert after.blocked >= before.blocked
    assert set(after.addresses) <= set(before.addresses)
    assert set(before.codes) <= set(after.codes)


@settings(deadline=None)
@given(st.lists(STATEMENTS, max_size=6), st.randoms())
def test_the_order_of_statements_and_saying_them_twice_change_nothing(
    statements: list[Statement], chance: object
) -> None:
    turned = [*statements, *statements]
    chance.shuffle(turned)  # type: ignore[attr-defined]  # a random.Random
    assert listed(turned) == listed(statements)


@settings(deadline=None)
@given(st.lists(STATEMENTS, max_size=5), st.lists(STATEMENTS, max_size=5))
def test_two_lists_put_together_forbid_what_either_forbids_in_any_order(
    one: list[Statement], other: list[Statement]
) -> None:
    first, second = listed(one), listed(other)
    assert first.together(second) == second.together(first) == listed([*one, *other])
    assert first.together(first) == first


@settings(deadline=None)
@given(st.lists(STATEMENTS, max_size=6), CONTACTS, QUESTIONS)
def test_a_rotation_keeps_every_entry_found(
    statements: list[Statement], who: Contact, question: tuple[Channel, Purpose, str | None]
) -> None:
    channel, purpose, brand = question
    stops = listed(statements)
    rotated = stops.rotated(SECOND_KEY)
    lines = list(suppression_lines(rotated))
    again = read_suppression_lines(lines, RING.with_new(SECOND_KEY)).value
    for found in (rotated, again):
        assert found.judge(who, channel=channel, purpose=purpose, as_of=TODAY, brand=brand) == stops.judge(
            who, channel=channel, purpose=purpose, as_of=TODAY, brand=brand
        )


def test_after_a_rotation_new_entries_are_under_the_new_key() -> None:
    stops = stopped().rotated(SECOND_KEY)
    stops.add("lea@example.org", "email", reason=R.OPTOUT, on=STOPPED_ON)
    assert list(stops.by_key().values()) == [1, 1]
    assert blocked(stops, contact("c-1", "lea@example.org"), Channel.EMAIL)


def test_an_entry_is_a_frozen_value() -> None:
    (entry,) = stopped()
    assert isinstance(entry, SuppressionEntry)
    assert hash(entry) == hash(entry)
