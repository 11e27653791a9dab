"""Files that were never used: scores, who waits, groups that grow, when to stop."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.campaign import warm_up
from contactbase.campaign.warm_up import Decision, FileState, GroupOutcome, Pace, WarmUpPlan
from contactbase.errors import MessageError
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, LegalBasis, Origin, PhoneKind
from contactbase.model.event import Event
from contactbase.model.suppression import SuppressionReason
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList
from contactbase.segment.segment import Segment

TODAY = dt.date(2026, 11, 22)


def event(kind: str, on: dt.date | None, *, channel: Channel | None = Channel.SMS) -> Event:
    found = EventKind(kind)
    us = found in {EventKind.MESSAGE, EventKind.DELIVERY, EventKind.BOUNCE}
    direction = Direction.FROM_US if us else Direction.FROM_PERSON
    return Event(kind=found, at=on, direction=direction, channel=channel, campaign="warm-up-1")


def person(number: int, *, last: dt.date | None = dt.date(2026, 10, 1), opted: bool = True, **more: object) -> Contact:
    yes = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2024, 1, 5), proof="form-7")
    fields: dict[str, object] = {
        "phones": (Phone(f"+336120000{number:02}", PhoneKind.MOBILE, "FR"),),
        "consents": (yes,) if opted else (),
        "events": () if last is None else (event("store_visit", last, channel=None),),
    }
    return Contact(id=f"c-{number:02}", **(fields | more))  # type: ignore[arg-type]  # fields of a table


def plan(contacts: list[Contact], **more: object) -> WarmUpPlan:
    return warm_up.plan(contacts, **({"channel": Channel.SMS, "as_of": TODAY} | more))  # type: ignore[arg-type]  # a table


@pytest.mark.parametrize(
    ("contact", "reason"),
    [
        (person(1), None),
        (person(1, phones=()), "warmup.no-address"),
        (person(1, opted=False), "warmup.not-opted-in"),
        (person(1, last=dt.date(2026, 5, 22)), None),
        (person(1, last=dt.date(2026, 5, 21)), "warmup.inactive"),
        (person(1, last=dt.date(2026, 11, 23)), "warmup.inactive"),
        (person(1, last=None), "warmup.inactive"),
        (person(1, events=(event("delivery", TODAY), event("open", TODAY))), "warmup.inactive"),
        (person(1, opted=False, phones=()), "warmup.no-address"),
    ],
)
def test_only_who_is_active_within_six_months_and_said_yes_is_written_to_first(
    contact: Contact, reason: str | None
) -> None:
    found = plan([contact])
    assert found.count == int(reason is None)
    assert {code for code, ids in found.waiting.items() if ids} == ({reason} if reason else set())


def test_a_permission_that_is_no_consent_is_no_opt_in() -> None:
    soft = ConsentRecord(
        channel=Channel.SMS,
        status=ConsentStatus.GIVEN,
        basis=LegalBasis.SOFT_OPT_IN,
        at=dt.date(2026, 1, 5),
        proof="order-1",
    )
    assert plan([person(1, consents=(soft,))]).waiting["warmup.not-opted-in"] == ("c-01",)


def test_the_suppression_list_comes_before_consent() -> None:
    stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
    stops.add("+33612000001", "sms", reason=SuppressionReason.OPTOUT, on=None)
    found = plan([person(1), person(2)], suppression=stops)
    assert (found.waiting["warmup.suppressed"], [group.ids for group in found.groups]) == (("c-01",), [("c-02",)])
    assert "suppression list" in found.explain("c-01")
    assert "Groupe 1 : 1 contacts, fiabilité" in found.explain("c-02", "fr")


def test_a_score_says_what_it_is_made_of() -> None:
    bought = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 10, 1), amount=500, currency="EUR")
    best = person(1, events=(bought,), last_name="Durand", verified_on=dt.date(2026, 1, 1))
    bounced = attrs.evolve(person(2), events=(*person(2).events, event("bounce", dt.date(2026, 3, 1))))
    supplied = person(3, origin=Origin.RENTED)
    found = warm_up.reliabilities([best, bounced, supplied], channel=Channel.SMS, as_of=TODAY)
    assert [(one.score, one.tier.id) for one in found] == [(100, "high"), (70, "good"), (65, "good")]
    assert "+0 – aucun échec depuis 24 mois" in found[1].say("fr")
    assert str(found[2]).splitlines()[-1] == "+0 – not bought, not rented"


def test_the_points_of_the_default_add_up_to_a_hundred_and_every_sign_can_be_asked() -> None:
    model = warm_up.DEFAULT_RELIABILITY
    assert sum(signal.points for signal in model.signals) == 100
    for signal in model.signals:
        for channel in Channel:
            Segment(signal.id, signal.condition.format(channel=channel.value)).on(as_of=TODAY)


def test_a_group_is_of_one_level_and_groups_grow() -> None:
    strong = [person(n, last_name="Durand", verified_on=TODAY) for n in range(1, 8)]
    weak = [person(n) for n in range(10, 40)]
    bought = person(50, origin=Origin.BOUGHT)
    found = plan([*weak, bought, *strong], pace=Pace(first=2, growth=2))
    assert [(group.tier.id, len(group.ids)) for group in found.groups] == [
        ("high", 2),
        ("high", 4),
        ("high", 1),
        ("good", 8),
        ("good", 16),
        ("good", 6),
    ]
    assert found.waiting["warmup.not-opted-in"] == ("c-50",)
    assert found.groups[0].ids == ("c-01", "c-02")
    assert [each.code for each in found.findings] == ["warmup.never-used", "warmup.supplied"]
    assert str(found).splitlines()[0] == "No message was ever sent to it on this channel."
    assert json.loads(json.dumps(found.to_json()))["state"] == "never_used"


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (event("store_visit", TODAY), FileState.NEVER_USED),
        (event("message", TODAY), FileState.USED),
        (event("bounce", None), FileState.USED),
        (event("message", TODAY, channel=Channel.EMAIL), FileState.NEVER_USED),
        (event("message", TODAY, channel=None), FileState.USED),
        (event("message", dt.date(2026, 11, 23)), FileState.NEVER_USED),
    ],
)
def test_a_file_is_used_once_something_was_sent_to_it(told: Event, state: FileState) -> None:
    assert warm_up.file_state([Contact(id="c-1", events=(told,))], channel=Channel.SMS, as_of=TODAY) is state


@pytest.mark.parametrize(
    ("outcome", "decision", "codes"),
    [
        ({"sent": 50, "delivered": 50}, "continue", []),
        ({"sent": 100, "delivered": 99, "bounced": 1}, "continue", []),
        ({"sent": 50, "delivered": 49, "bounced": 1}, "hold", ["warmup.above-hold"]),
        ({"sent": 20, "delivered": 19, "bounced": 1}, "hold", ["warmup.above-hold"]),
        ({"sent": 100, "delivered": 90, "bounced": 10}, "stop", ["warmup.above-stop"]),
        ({"sent": 1000, "delivered": 1000, "complained": 1}, "hold", ["warmup.above-hold"]),
        ({"sent": 50, "delivered": 50, "complained": 1}, "stop", ["warmup.above-stop"]),
        ({"sent": 200, "delivered": 200, "unsubscribed": 12}, "stop", ["warmup.above-stop"]),
        ({"sent": 100, "delivered": 79}, "hold", ["warmup.unreported"]),
        ({"sent": 0, "delivered": 0}, "hold", ["warmup.unreported"]),
        ({"sent": 100, "delivered": 40, "bounced": 20}, "stop", ["warmup.above-stop", "warmup.unreported"]),
    ],
)
def test_a_group_says_whether_to_go_on(outcome: dict[str, int], decision: str, codes: list[str]) -> None:
    found = warm_up.judge(GroupOutcome(**outcome))
    assert (found.decision.value, [each.code for each in found.findings]) == (decision, codes)
    assert found.say("fr").startswith(decision)


def test_the_first_group_that_does_not_go_on_decides() -> None:
    found = plan([person(n) for n in range(1, 30)], pace=Pace(first=5))
    good, bad, odd = (
        GroupOutcome(sent=5, delivered=5),
        GroupOutcome(sent=5, delivered=1, bounced=4),
        GroupOutcome(sent=20, delivered=19, bounced=1),
    )
    assert found.step([]).group == found.groups[0]
    assert found.step([good]).group == found.groups[1]
    assert (found.step([good, bad]).decision, found.step([good, bad]).group) == (Decision.STOP, None)
    assert (found.step([odd, good]).decision, found.step([odd, good]).group) == (Decision.HOLD, None)
    assert found.step([good] * len(found.groups)).group is None
    with pytest.raises(MessageError, match="one outcome each"):
        found.step([good] * (len(found.groups) + 1))


def test_an_outcome_is_counted_from_events_and_silence_is_no_delivery() -> None:
    base = [
        person(1, events=(event("delivery", TODAY),)),
        person(2, events=(event("bounce", TODAY),)),
        person(3, events=(event("delivery", TODAY), event("complaint", TODAY), event("unsubscribe", TODAY))),
        person(4),
        person(5, events=(event("delivery", TODAY),)),
    ]
    ids = ["c-01", "c-02", "c-03", "c-04"]
    found = warm_up.outcome_of(base, ids, campaign="warm-up-1", channel=Channel.SMS, as_of=TODAY)
    assert found == GroupOutcome(sent=4, delivered=2, bounced=1, complained=1, unsubscribed=1)
    assert (found.unreported.count, found.unreported.of) == (1, 4)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Pace(first=0), "A pace begins"),
        (lambda: Pace(first=10, most=5), "A pace begins"),
        (lambda: GroupOutcome(sent=1, delivered=1, bounced=1), "cannot have arrived"),
        (lambda: GroupOutcome(sent=2, delivered=1, complained=2), "Count each person once"),
        (lambda: attrs.evolve(warm_up.DEFAULT_THRESHOLDS[0], stop=0.01), "The limits 0.02 and 0.01 are none"),
        (lambda: attrs.evolve(warm_up.DEFAULT_RELIABILITY, tiers=()), "The tiers begin at"),
        (
            lambda: attrs.evolve(warm_up.DEFAULT_RELIABILITY, signals=warm_up.DEFAULT_RELIABILITY.signals[:1] * 2),
            "stands twice",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(make: object, sentence: str) -> None:
    with pytest.raises(MessageError, match=sentence):
        make()  # type: ignore[operator]  # a function of a table


PEOPLE = st.lists(
    st.builds(
        lambda number, last, opted, origin, named: person(
            number, last=last, opted=opted, origin=origin, last_name="Durand" if named else None
        ),
        st.integers(1, 99),
        st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        st.booleans(),
        st.none() | st.sampled_from(Origin),
        st.booleans(),
    ),
    max_size=40,
    unique_by=lambda contact: contact.id,
)


@given(PEOPLE, st.integers(1, 7), st.integers(1, 3), st.randoms())
def test_everybody_is_in_one_place_whatever_the_order_and_no_group_jumps(
    people: list[Contact], first: int, growth: int, chance: object
) -> None:
    pace = Pace(first=first, growth=growth)
    found = plan(people, pace=pace)
    places = [one for group in found.groups for one in group.ids] + [
        one for ids in found.waiting.values() for one in ids
    ]
    assert sorted(places) == sorted(contact.id for contact in people)
    largest = 0
    for group in found.groups:
        assert 1 <= len(group.ids) <= max(first, largest * growth)
        assert {found.reliability[one].tier for one in group.ids} == {group.tier}
        largest = max(largest, len(group.ids))
    least = [group.tier.least for group in found.groups]
    assert least == sorted(least, reverse=True)
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a seeded Random of hypothesis
    assert plan(shuffled, pace=pace).to_json() == found.to_json()


@given(st.integers(1, 500).flatmap(lambda sent: st.tuples(st.just(sent), st.integers(0, sent), st.integers(0, sent))))
def test_more_harm_never_says_go_on_sooner(case: tuple[int, int, int]) -> None:
    sent, one, other = case
    less, more = sorted((one, other))
    order = list(Decision)

    def bounced(count: int) -> int:
        return order.index(warm_up.judge(GroupOutcome(sent=sent, delivered=sent - count, bounced=count)).decision)

    def complained(count: int) -> int:
        return order.index(warm_up.judge(GroupOutcome(sent=sent, delivered=sent, complained=count)).decision)

    assert bounced(less) <= bounced(more)
    assert complained(less) <= complained(more)
