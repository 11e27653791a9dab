"""The vectors of sending: quiet hours in the recipient's zone, caps."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from conformance.test_vectors import cases
from contactbase.campaign.frequency import Sent, check_cap, local_day
from contactbase.campaign.place import Place
from contactbase.campaign.slot import check
from contactbase.model.enums import Channel, Purpose
from contactbase.model.text import Text
from contactbase.policy.countries.fr_holidays import CALENDARS
from contactbase.policy.countries.fr_sending import WINDOW_SMS_STRICT
from contactbase.policy.sending import CapRule, CapWindow, Span

Case = dict[str, Any]


def clock(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


@pytest.mark.parametrize("case", cases("quiet_hours.json"))
def test_quiet_hours_are_kept_in_the_zone_of_the_recipient(case: Case) -> None:
    window = attrs.evolve(WINDOW_SMS_STRICT, spans=(Span(*map(clock, case["window"])),))
    place = Place(zones=(case["tz"],), holidays=CALENDARS[case["zone"]])
    slot = check(dt.datetime.fromisoformat(case["utc"]), window=window, place=place)
    assert slot.next_allowed is not None
    assert (slot.local.isoformat(), slot.next_allowed.isoformat()) == (case["local"], case["next_allowed_local"])
    assert (slot.allowed, slot.closure.upper()) == (case["allowed"], case["reason"])


def cap_of(case: Case) -> CapRule:
    cap = case["cap"] or {"n": None, "window": "calendar_month"}
    return CapRule(
        id=case["id"],
        title=Text("cap", "plafond"),
        text=Text("cap", "plafond"),
        most=cap["n"],
        window=CapWindow(cap["window"]),
        days=cap.get("days"),
        channels=frozenset({Channel(cap["channel"])}) if cap.get("channel") else frozenset(),
    )


def sent_in(case: Case) -> list[Sent]:
    found = []
    for each in case["sent"]:
        on, word = (each, None) if isinstance(each, str) else each
        channel = Channel(word) if word in set(Channel) else None
        purpose = Purpose(word) if word in set(Purpose) else None
        found.append(Sent(dt.date.fromisoformat(on), channel, purpose))
    return found


@pytest.mark.parametrize("case", cases("frequency.json"))
def test_caps_are_kept(case: Case) -> None:
    if "month" in case:
        day = local_day(dt.datetime.fromisoformat(case["plan"]), case["tz"])
        assert day.isoformat().startswith(case["month"])
        return
    answer = check_cap(cap_of(case), sent_in(case), on=dt.date.fromisoformat(case["plan"]))
    assert answer.allowed == case["allowed"]
    if "next_allowed" in case:
        assert answer.next_allowed == (case["next_allowed"] and dt.date.fromisoformat(case["next_allowed"]))
