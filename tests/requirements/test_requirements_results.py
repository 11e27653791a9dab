"""R59, R61, R63, R72, R73, R77, R78 and R80 to R89: objectives, warm-up, plans, results. Each test says its number."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb

TODAY = dt.date(2026, 11, 22)
START = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
YES = cb.ConsentRecord(channel=cb.Channel.SMS, status=cb.ConsentStatus.GIVEN, at=dt.date(2025, 6, 1), proof="form-7")


def happened(kind: cb.EventKind, on: dt.date, **more: object) -> cb.Event:
    us = kind in {cb.EventKind.MESSAGE, cb.EventKind.DELIVERY, cb.EventKind.BOUNCE}
    direction = cb.Direction.FROM_US if us else cb.Direction.FROM_PERSON
    return cb.Event(kind=kind, at=on, direction=direction, **more)  # type: ignore[arg-type]  # fields of a table


def client(number: int, *events: cb.Event, consents: tuple[cb.ConsentRecord, ...] = (YES,)) -> cb.Contact:
    phone = cb.Phone(f"+336120000{number:02}", cb.PhoneKind.MOBILE, "FR")
    return cb.Contact(id=f"c-{number:02}", phones=(phone,), events=events, consents=consents)


VISIT = happened(cb.EventKind.STORE_VISIT, dt.date(2026, 10, 1))
SMS = {"channel": cb.Channel.SMS, "campaign": "spring"}
DELIVERED = happened(cb.EventKind.DELIVERY, dt.date(2026, 11, 2), **SMS)
CLICKED = happened(cb.EventKind.CLICK, dt.date(2026, 11, 3), link="https://example.org/a", **SMS)


def spring(*contacts: cb.Contact, **more: object) -> cb.CampaignResults:
    asked = {"campaign": "spring", "channel": cb.Channel.SMS, "as_of": TODAY} | more
    return cb.campaign_results(contacts, **asked)  # type: ignore[arg-type]  # keywords of a table


def test_r59_segments_come_by_objective() -> None:
    assert {"cross-selling", "win-back", "referral"} <= set(cb.objectives.OBJECTIVES)


def test_r61_a_segment_has_a_channel_an_offer_and_what_to_say_first() -> None:
    plan = cb.objectives.OBJECTIVES["referral"].plan(offer="a voucher for both")
    assert (plan.channels[0], plan.offer, plan.lead) == (cb.Channel.EMAIL, "a voucher for both", ("first_name",))


def test_r72_nothing_is_sent_before_a_recorded_test_and_testers_are_no_results() -> None:
    plan = cb.send_plan.make(
        [client(1)], campaign="spring", channel=cb.Channel.SMS, segment="lyon", start=START, testers=[client(9)]
    )
    assert cb.send_plan.release(plan, [client(1)], at=START).value.messages == ()
    tested = plan.tested(on=TODAY, by="Zoé")
    assert len(cb.send_plan.release(tested, [client(1)], at=START).value.messages) == 1
    assert spring(client(1, DELIVERED), client(9, DELIVERED), testers={"c-09"}).whole.count(cb.Measure.SENT) == 1


def test_r73_a_plan_is_for_a_segment_and_never_for_the_whole_base() -> None:
    with pytest.raises(cb.MessageError, match="never for the whole base"):
        cb.send_plan.make([client(1)], campaign="spring", channel=cb.Channel.SMS, segment="", start=START)


def test_r77_and_r78_a_plan_is_neutral_and_the_same_each_time() -> None:
    plans = [
        cb.send_plan.make(contacts, campaign="spring", channel=cb.Channel.SMS, segment="lyon", start=START)
        for contacts in ([client(1), client(2)], [client(2), client(1)])
    ]
    assert plans[0].seal == plans[1].seal
    header, first, _ = cb.send_plan.rows(plans[0].messages, campaign="spring")
    assert dict(zip(header, first, strict=True))["address"] == "+33612000001"


def test_r80_a_file_that_was_never_used_warns() -> None:
    plan = cb.warm_up.plan([client(1, VISIT)], channel=cb.Channel.SMS, as_of=TODAY)
    assert (plan.state.value, plan.findings[0].code) == ("never_used", "warmup.never-used")
    assert cb.warm_up.plan([client(1, DELIVERED)], channel=cb.Channel.SMS, as_of=TODAY).state.value == "used"


def test_r81_and_r82_small_groups_of_one_level_grow_until_one_says_stop() -> None:
    pace = cb.warm_up.Pace(first=2)
    plan = cb.warm_up.plan([client(n, VISIT) for n in range(1, 10)], channel=cb.Channel.SMS, as_of=TODAY, pace=pace)
    assert [len(group.ids) for group in plan.groups] == [2, 4, 3]
    outcome = cb.warm_up.GroupOutcome
    assert plan.step([outcome(sent=2, delivered=2)]).group == plan.groups[1]
    assert plan.step([outcome(sent=2, delivered=0, bounced=2)]).decision.value == "stop"


def test_r83_only_the_active_of_six_months_who_opted_in_begin() -> None:
    old = happened(cb.EventKind.STORE_VISIT, dt.date(2026, 5, 21))
    base = [client(1, VISIT), client(2, VISIT, consents=()), client(3, old)]
    plan = cb.warm_up.plan(base, channel=cb.Channel.SMS, as_of=TODAY)
    assert [group.ids for group in plan.groups] == [("c-01",)]
    assert plan.waiting["warmup.not-opted-in"] == ("c-02",)
    assert plan.waiting["warmup.inactive"] == ("c-03",)


def test_r85_and_r86_the_total_is_the_one_before_plus_new_minus_leaving_and_a_thousand_is_told() -> None:
    base = [cb.Contact(id=f"c-{n}", collected_on=dt.date(2026, 11, 2)) for n in range(1000)]
    alert = cb.GrowthAlert(cb.GrowthMeasure.NEW, 1000)
    found = cb.growth(base, since=dt.date(2026, 10, 1), as_of=TODAY, alerts=[alert])
    assert [(each.before, each.new, each.leaving, each.total) for each in found.periods] == [
        (0, 0, 0, 0),
        (0, 1000, 0, 1000),
    ]
    assert [each.code for each in found.findings] == ["growth.reached"]


def test_r87_every_figure_has_its_denominator() -> None:
    bounced = happened(cb.EventKind.BOUNCE, dt.date(2026, 11, 2), **SMS)
    bought = happened(cb.EventKind.PURCHASE, dt.date(2026, 11, 4), amount=3000, currency="EUR")
    found = spring(client(1, DELIVERED, CLICKED, bought), client(2, DELIVERED), client(3, bounced), cost=1000)
    assert found.whole.rate(cb.Measure.DELIVERED) == cb.Rate(2, 3)
    assert found.whole.rate(cb.Measure.CONVERTED) == cb.Rate(1, 2)
    assert found.returned.roi == 2.0


def test_r88_an_sms_has_no_opening_and_claims_are_labelled() -> None:
    found = spring(client(1, DELIVERED))
    assert found.whole.rate(cb.Measure.OPENED) is None
    assert all("vendor's claim" in claim.say() for claim in found.claims)


def test_r89_clicks_are_told_by_link_and_by_call_to_action() -> None:
    found = spring(client(1, DELIVERED, CLICKED), actions={"https://example.org/a": "Book"})
    assert [(link.link, link.clicked) for link in found.links] == [("https://example.org/a", cb.Rate(1, 1))]
    assert [action.link for action in found.actions] == ["Book"]
