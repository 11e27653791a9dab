"""Plans of sending: the same contacts give the same plan; what came after it wins; nobody is added at release."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.campaign import send_plan
from contactbase.campaign.send_plan import Batches, NumberForm, SendPlan
from contactbase.errors import MessageError
from contactbase.layouts.sends.layout import number_as
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import Channel, ConsentStatus, PhoneKind
from contactbase.model.suppression import SuppressionReason
from contactbase.policy.catalog import FR
from contactbase.policy.countries.fr_sending import WINDOW_SMS
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList

START = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
YES = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2025, 6, 1), proof="form-7")


def person(number: int, *, mobile: str | None = None, **more: object) -> Contact:
    phones = (Phone(mobile or f"+336120000{number:02}", PhoneKind.MOBILE, "FR"),)
    return Contact(id=f"c-{number:02}", **({"phones": phones, "consents": (YES,)} | more))  # type: ignore[arg-type]  # a table


ME = Contact(id="me", phones=(Phone("+33698000001", PhoneKind.MOBILE, "FR"),), consents=(YES,))
PEOPLE = [person(number) for number in range(1, 6)]


def make(contacts: list[Contact] = PEOPLE, **more: object) -> SendPlan:
    given_ = {"campaign": "spring", "channel": Channel.SMS, "segment": "lyon", "start": START, "text": "LEA : bonjour"}
    return send_plan.make(contacts, **(given_ | {"testers": [ME]} | more))  # type: ignore[arg-type]  # a table


def after_test(plan: SendPlan) -> SendPlan:
    return plan.tested(on=dt.date(2026, 3, 1), by="Zoé")


def stops(*numbers: str) -> SuppressionList:
    found = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
    for number in numbers:
        found.add(number, "sms", reason=SuppressionReason.OPTOUT, on=dt.date(2026, 3, 2))
    return found


def ids(messages: tuple[send_plan.PlannedMessage, ...]) -> list[str]:
    return [message.contact for message in messages]


def test_a_plan_gives_each_contact_one_address_a_batch_and_an_instant() -> None:
    plan = make([*reversed(PEOPLE), ME], batches=Batches(size=2, minutes=90))
    assert [
        (message.contact, message.batch, message.at.hour * 60 + message.at.minute) for message in plan.messages
    ] == [
        ("c-01", 1, 540),
        ("c-02", 1, 540),
        ("c-03", 2, 630),
        ("c-04", 2, 630),
        ("c-05", 3, 720),
    ]
    assert [len(batch) for batch in plan.batches] == [2, 2, 1]
    assert ids(plan.tests) == ["me"]
    assert repr(plan) == "SendPlan('spring', sms, 5 messages in 3 batches)"
    assert "+336" not in repr(plan) + repr(plan.messages)


def test_who_cannot_be_planned_is_left_out_with_the_code() -> None:
    people = [person(1), person(2, mobile="+33612000001"), person(3, phones=()), person(4)]
    plan = make(people, suppression=stops("+33612000004"))
    assert ids(plan.messages) == ["c-01"]
    assert plan.left_out == {
        "c-02": "plan.same-address",
        "c-03": "plan.no-address",
        "c-04": "suppression.optout",
    }


def test_somebody_left_out_does_not_take_the_address_of_another() -> None:
    both = (Phone("+33612000009", PhoneKind.MOBILE, "FR"),)
    plan = make([person(1, phones=both), person(2, phones=both)])
    assert ids(plan.messages) == ["c-01"]
    mail = (Email("a@example.org", "a@example.org"), Email("b@example.org", "b@example.org"))
    found = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
    found.add("a@example.org", "email", reason=SuppressionReason.HARD_BOUNCE, on=None)
    other = make([person(1, emails=mail)], channel=Channel.EMAIL, suppression=found)
    assert [message.address for message in other.messages] == ["b@example.org"]


def test_nothing_goes_out_of_a_plan_that_was_not_tested_or_was_changed() -> None:
    plan = make()
    for refused, code in (
        (plan, "plan.untested"),
        (after_test(attrs.evolve(plan, campaign="summer")), "plan.changed"),
        (attrs.evolve(after_test(plan), messages=plan.messages[:-1]), "plan.changed"),
        (attrs.evolve(after_test(plan), seal=""), "plan.changed"),
        (attrs.evolve(after_test(plan), campaign="summer").sealed(), "plan.untested"),
    ):
        released, journal = send_plan.release(refused, PEOPLE, at=START)
        assert (released.messages, released.waiting, journal.count()) == ((), (), {code: 1})
        assert set(released.dropped) == set(ids(refused.messages))
    assert ids(send_plan.release(after_test(plan), PEOPLE, at=START).value.messages) == ids(plan.messages)


def test_a_plan_needs_somebody_to_try_it_out_and_relatives_may_refuse_too() -> None:
    with pytest.raises(MessageError, match="no test messages"):
        after_test(make(testers=[]))
    plan = make()
    early = START - dt.timedelta(days=1)
    assert ids(send_plan.release_tests(plan, [ME], at=early).value.messages) == ["me"]
    refused, journal = send_plan.release_tests(plan, [ME], at=early, suppression=stops("+33698000001"))
    assert (refused.messages, journal.count()) == ((), {"suppression.optout": 1})
    changed = attrs.evolve(plan, campaign="summer")
    assert send_plan.release_tests(changed, [ME], at=early).journal.count() == {"plan.changed": 1}


def test_a_stop_that_arrives_after_planning_wins() -> None:
    plan = after_test(make())
    released, journal = send_plan.release(plan, PEOPLE, at=START, suppression=stops("+33612000003"))
    assert released.dropped == {"c-03": "suppression.optout"}
    assert ids(released.messages) == ["c-01", "c-02", "c-04", "c-05"]
    assert [(found.code, found.contact) for found in journal.findings] == [("suppression.optout", "c-03")]


def test_what_changed_in_the_base_is_asked_again() -> None:
    no = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=dt.date(2026, 3, 1))
    now = [person(1), person(2, mobile="+33612000099"), person(3, consents=(YES, no)), person(5)]
    released, _ = send_plan.release(after_test(make()), now, at=START, policy=FR)
    assert released.dropped == {"c-02": "plan.address-changed", "c-03": "plan.not-permitted", "c-04": "plan.gone"}
    assert ids(released.messages) == ["c-01", "c-05"]


def test_batches_and_hours_that_have_not_come_wait() -> None:
    plan = after_test(make(batches=Batches(size=2)))
    first = send_plan.release(plan, PEOPLE, at=START).value
    assert (ids(first.messages), ids(first.waiting)) == (["c-01", "c-02"], ["c-03", "c-04", "c-05"])
    assert not first.is_over
    later = START + dt.timedelta(hours=2)
    last = send_plan.release(plan, PEOPLE, at=later, already=ids(first.messages)).value
    assert (ids(last.messages), last.is_over) == (["c-03", "c-04", "c-05"], True)
    sunday = dt.datetime(2026, 3, 8, 10, tzinfo=dt.UTC)
    closed, journal = send_plan.release(plan, PEOPLE, at=sunday, window=WINDOW_SMS)
    assert (closed.messages, len(closed.waiting), journal.count()) == ((), 5, {"plan.closed": 5})


def test_a_plan_survives_being_written_and_a_changed_file_is_found() -> None:
    plan = after_test(make(batches=Batches(size=2), text=lambda contact: f"LEA : {contact.id}"))
    told = json.loads(json.dumps(plan.to_json()))
    again = SendPlan.from_json(told)
    assert (again.intact, again.is_tested, again.digest) == (True, True, plan.digest)
    told["messages"][0]["address"] = "+33612000077"
    assert not SendPlan.from_json(told).intact
    paris = START.astimezone(dt.timezone(dt.timedelta(hours=1)))
    assert make(start=paris).seal == make().seal


@pytest.mark.parametrize(
    ("form", "french", "belgian"),
    [
        (NumberForm.E164, "+33612345678", "+32470123456"),
        (NumberForm.DIGITS, "33612345678", "32470123456"),
        (NumberForm.DOUBLE_ZERO, "0033612345678", "0032470123456"),
        (NumberForm.NATIONAL, "0612345678", None),
    ],
)
def test_numbers_are_written_as_a_tool_wants_them(form: NumberForm, french: str, belgian: str | None) -> None:
    assert (number_as(form, "+33612345678"), number_as(form, "+32470123456")) == (french, belgian)


@pytest.mark.parametrize("name", sorted(send_plan.LAYOUTS))
def test_every_layout_writes_its_header_and_one_row_a_message(name: str) -> None:
    layout = send_plan.LAYOUTS[name]
    plan = make([person(1, emails=(Email("a@example.org", "a@example.org"),))], channel=min(layout.channels))
    header, row = send_plan.rows(plan.messages, campaign="spring", layout=name)
    assert (header, len(row)) == (layout.header, len(header))
    assert len(set(header)) == len(header)
    place = [part for _, part in layout.columns].index("address")
    assert row[place] in {"a@example.org", number_as(layout.numbers, "+33612000001")}


def test_lists_are_refused_rather_than_written_wrong() -> None:
    foreign = make([person(1, mobile="+32470123456")])
    with pytest.raises(MessageError, match="The number of c-01 cannot be written as national") as raised:
        send_plan.rows(foreign.messages, campaign="spring", layout="national-fr")
    assert "32470" not in str(raised.value)
    with pytest.raises(MessageError, match="no layout 'telex'"):
        send_plan.rows(foreign.messages, campaign="spring", layout="telex")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"start": dt.datetime(2026, 3, 2, 9)}, "no time zone"),
        ({"segment": " "}, "names no segment"),
    ],
)
def test_a_plan_that_says_too_little_is_refused(more: dict[str, object], sentence: str) -> None:
    with pytest.raises(MessageError, match=sentence):
        make(**more)  # type: ignore[arg-type]  # keywords of a table
    with pytest.raises(MessageError, match="no time zone"):
        send_plan.release(after_test(make()), PEOPLE, at=dt.datetime(2026, 3, 2, 9))
    with pytest.raises(MessageError, match="are none"):
        Batches(size=0)


SOME = st.lists(st.integers(1, 20), max_size=12, unique=True)


@given(SOME, st.randoms(), st.integers(1, 5))
def test_the_same_contacts_give_the_same_plan_in_any_order(numbers: list[int], chance: object, size: int) -> None:
    people = [person(number, mobile=f"+336120000{number % 13:02}") for number in numbers]
    plan = make(people, batches=Batches(size=size))
    chance.shuffle(people)  # type: ignore[attr-defined]  # a seeded Random of hypothesis
    assert make(people, batches=Batches(size=size)) == plan
    assert sorted([*ids(plan.messages), *plan.left_out]) == sorted(person.id for person in people)
    addresses = [message.address for message in plan.messages]
    assert len(set(addresses)) == len(addresses)


@given(SOME, SOME, SOME, st.integers(0, 6))
def test_a_release_never_adds_anybody_and_everybody_is_somewhere(
    planned: list[int], present: list[int], stopped: list[int], hours: int
) -> None:
    plan = after_test(make([person(number) for number in planned], batches=Batches(size=3)))
    now = [person(number) for number in present]
    at = START + dt.timedelta(hours=hours)
    without = send_plan.release(plan, now, at=at).value
    released = send_plan.release(plan, now, at=at, suppression=stops(*(f"+336120000{n:02}" for n in stopped))).value
    assert set(released.messages) <= set(without.messages) <= set(plan.messages)
    told = [*ids(released.messages), *ids(released.waiting), *released.dropped]
    assert sorted(told) == sorted(ids(plan.messages))
    assert not {f"c-{number:02}" for number in stopped} & {*ids(released.messages), *ids(released.waiting)}
