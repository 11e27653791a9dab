"""Objectives and plans of segments: to whom, by which channel, with which offer, and what is missing."""

from __future__ import annotations

import datetime as dt

import pytest

from contactbase.campaign.objectives import OBJECTIVES, SegmentPlan, plan_segments
from contactbase.errors import MessageError, SegmentError
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import Channel, EventKind, PhoneKind
from contactbase.model.event import Event
from contactbase.segment.segment import Segment

TODAY = dt.date(2026, 11, 22)
MOBILE = (Phone("+33612345678", PhoneKind.MOBILE, "FR"),)
MAIL = (Email("lea@example.org", "lea@example.org"),)
BASE = [
    Contact(id="c-1", city="Lyon", first_name="Léa", phones=MOBILE, emails=MAIL),
    Contact(id="c-2", city="Lyon", phones=MOBILE, emails=MAIL, preferred_channel=Channel.EMAIL),
    Contact(id="c-3", city="Lyon", emails=MAIL, preferred_channel=Channel.POST),
    Contact(id="c-4", city="Lyon", postcode="69001"),
    Contact(id="c-5", city="Brest"),
]
LYON = SegmentPlan(
    segment=Segment("lyon", 'city = "Lyon"'),
    channels=(Channel.SMS, Channel.EMAIL),
    offer="-20 %",
    lead=("first_name",),
)


@pytest.mark.parametrize("name", sorted(OBJECTIVES))
def test_every_objective_can_be_asked_and_is_said_in_two_languages(name: str) -> None:
    objective = OBJECTIVES[name]
    plan = objective.plan(offer="an offer")
    held = plan_segments([plan], BASE, as_of=TODAY)
    assert held.segments[0].count == len(plan.segment.select(BASE, as_of=TODAY))
    assert plan.segment.purpose
    for text in (objective.title, objective.advice):
        assert text.en != text.fr


def test_an_objective_takes_a_segment_of_ones_own() -> None:
    assert OBJECTIVES["referral"].plan(offer="x", segment=LYON.segment).segment is LYON.segment


def test_each_contact_is_reached_by_the_preferred_channel_else_by_the_first_that_has_an_address() -> None:
    (held,) = plan_segments([LYON], BASE, as_of=TODAY).segments
    assert held.by_channel == {Channel.SMS: ("c-1",), Channel.EMAIL: ("c-2", "c-3")}
    assert held.unreachable == ("c-4",)
    assert held.missing == {"first_name": ("c-2", "c-3", "c-4")}
    assert str(held) == "lyon: 4 contacts (sms 1, email 2, no address 1); -20 %"
    assert held.say("fr") == "lyon : 4 contacts (sms 1, email 2, sans adresse 1) ; -20 %"


def test_who_is_in_several_segments_or_in_none_is_said() -> None:
    placed = SegmentPlan(segment=Segment("placed", "postcode is known"), channels=(Channel.POST,), offer="a letter")
    both = plan_segments([LYON, placed], BASE, as_of=TODAY)
    assert (both.several, both.leftovers) == (("c-4",), ("c-5",))
    assert [found.code for found in both.findings] == ["segmentplan.several", "segmentplan.lead-missing"]
    assert plan_segments([], BASE, as_of=TODAY).leftovers == tuple(contact.id for contact in BASE)


def test_win_back_finds_those_who_stopped() -> None:
    bought = Event(kind=EventKind.PURCHASE, at=dt.date(2025, 12, 1), amount=500, currency="EUR")
    gone = Contact(id="c-9", events=(bought,))
    (held,) = plan_segments([OBJECTIVES["win-back"].plan(offer="x")], [*BASE, gone], as_of=TODAY).segments
    assert (held.count, held.missing["last_purchase"]) == (1, ())


def test_plans_that_say_nothing_are_refused() -> None:
    for channels, sentence in (((), "has no channel"), ((Channel.SMS, Channel.SMS), "a channel twice")):
        with pytest.raises(MessageError, match=sentence):
            SegmentPlan(segment=LYON.segment, channels=channels, offer="x")
    with pytest.raises(SegmentError, match="ctiy"):
        SegmentPlan(segment=LYON.segment, channels=(Channel.SMS,), offer="x", lead=("ctiy",))


def test_a_plan_says_what_the_lints_say_on_its_first_channel() -> None:
    asked = Segment("asked", "opted in to sms and can receive sms", purpose="promotion")
    unasked = Segment("unasked", 'city = "Lyon"')
    plans = [SegmentPlan(segment=each, channels=(Channel.SMS,), offer="-10 %") for each in (asked, unasked)]
    first, second = plan_segments(plans, [Contact(id="a", city="Lyon")], as_of=dt.date(2026, 3, 31)).segments
    assert first.diagnostics == ()
    assert [one.code for one in second.diagnostics] == ["W202", "W204"]
