"""R43, R61, R72 to R74, R76, R78 and R79 of the requirements, through the public names. Each test says its number."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pytest

import contactbase as cb

AT = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
YES = cb.ConsentRecord(channel=cb.Channel.SMS, status=cb.ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="form-7")
LEA = cb.Contact(id="c-1", phones=(cb.Phone("+33612345671", cb.PhoneKind.MOBILE, "FR"),), consents=(YES,))
ASKED: dict[str, Any] = {
    "segment": cb.WHOLE_BASE,
    "channel": cb.Channel.SMS,
    "purpose": cb.Purpose.MARKETING,
    "policy": cb.policies.FR,
    "suppression": None,
    "at": AT,
}


def message(channel: cb.Channel, day: int) -> cb.Event:
    kind, way = cb.EventKind.MESSAGE, cb.Direction.FROM_US
    return cb.Event(kind=kind, direction=way, channel=channel, at=dt.date(2026, 2, day))


def test_r43_an_address_is_written_to_once_when_a_campaign_is_run() -> None:
    twin = attrs.evolve(LEA, id="c-2")
    found = cb.audience(cb.ContactBase.of([LEA, twin]), **ASKED)
    assert list(found.eligible) == ["c-1"]
    assert found.reasons["c-2"][0].code == "exclusion.duplicate-address"


def test_r61_a_segment_has_its_channel_its_offer_and_what_is_said_first() -> None:
    planned = cb.PlannedSegment(
        segment=cb.WHOLE_BASE,
        channels=(cb.Channel.SMS,),
        offer=cb.Offer(categories=frozenset({"rings"})),
        lead="rings at -20 %",
    )
    asked = {name: ASKED[name] for name in ("purpose", "policy", "suppression", "at")}
    (line,) = cb.segment_plan(cb.ContactBase.of([LEA]), [planned], **asked).lines
    assert (line.suited, line.planned.lead) == (cb.Channel.SMS, "rings at -20 %")


def test_r72_the_mass_stage_needs_a_test() -> None:
    found = cb.audience(cb.ContactBase.of([LEA]), **ASKED)
    with pytest.raises(cb.MessageError):
        found.released([])
    test = cb.Tested.of("Bonjour", channel=cb.Channel.SMS, at=AT - dt.timedelta(hours=1))
    assert list(found.released([test], text="Bonjour")) == ["c-1"]


def test_r73_one_campaign_a_month_to_a_segment() -> None:
    got = attrs.evolve(LEA, events=(message(cb.Channel.SMS, 10),))
    assert not cb.audience(cb.ContactBase.of([got]), **ASKED).eligible
    with pytest.raises(cb.MessageError):
        cb.audience(cb.ContactBase.of([LEA]), **(ASKED | {"segment": None}))


def test_r74_pressure_over_all_channels_has_a_figure() -> None:
    got = attrs.evolve(LEA, events=(message(cb.Channel.EMAIL, 10), message(cb.Channel.POST, 12)))
    assert cb.sending.pressure_on(got, on=AT.date()).score == 2


def test_r76_the_preferred_channel_is_taken_where_it_is_open() -> None:
    both = attrs.evolve(
        LEA,
        emails=(cb.Email("lea@example.org", "lea@example.org"),),
        consents=(YES, attrs.evolve(YES, channel=cb.Channel.EMAIL)),
        preferred_channel=cb.Channel.EMAIL,
    )
    asked = {name: ASKED[name] for name in ("segment", "purpose", "policy", "suppression", "at")}
    allocated = cb.allocate(cb.ContactBase.of([both]), channels=(cb.Channel.SMS, cb.Channel.EMAIL), **asked)
    assert allocated.counts == {cb.Channel.SMS: 0, cb.Channel.EMAIL: 1}


def test_r78_the_same_question_has_the_same_answer() -> None:
    base = cb.ContactBase.of([LEA, attrs.evolve(LEA, id="c-2")])
    one, other = cb.audience(base, **ASKED), cb.audience(base, **ASKED)
    assert (one.funnel, one.reasons) == (other.funnel, other.reasons)


def test_r79_cost_is_segments_times_price_and_every_step_says_what_it_saves() -> None:
    nobody = attrs.evolve(LEA, id="c-2", phones=())
    text = "Ô" * 71
    funnel = cb.audience(cb.ContactBase.of([LEA, nobody]), **ASKED, text=text, price=Decimal("0.05")).funnel
    assert (funnel.cost, funnel.saved_by(funnel.exclusions[0])) == (Decimal("0.10"), Decimal("0.10"))
