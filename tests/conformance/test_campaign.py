"""The campaign vectors: SMS lengths, French letters, answers, the text of a message, holidays, returns."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conformance.test_vectors import cases, read
from contactbase.campaign.alphabet import cost_of
from contactbase.campaign.bounce import classify
from contactbase.campaign.lint import lint
from contactbase.campaign.measure import measure, split
from contactbase.campaign.reply import read_reply
from contactbase.model.bounce import BounceClass
from contactbase.model.enums import Purpose
from contactbase.model.journal import Finding
from contactbase.policy.bounce_policy import DEFAULT_BOUNCES
from contactbase.policy.countries.fr_holidays import CALENDARS, FRANCE

Case = dict[str, Any]


def built(case: Case) -> str:
    """Give the text of a case: as it is, or made by `'x'*149+' STOP 36008'`."""
    if "text" in case:
        return str(case["text"])
    terms = re.findall(r"'([^']*)'(?:\*(\d+))?", case["build"])
    return "".join(text * int(times or 1) for text, times in terms)


@pytest.mark.parametrize("case", cases("gsm.json"))
def test_a_text_is_measured(case: Case) -> None:
    text = built(case)
    found = measure(text)
    assert (found.encoding, found.units, found.segments) == (case["encoding"], case["units"], case["segments"])
    assert list(found.per_segment) == case["per_segment"]
    assert [f"U+{ord(one.character):04X}" for one in found.characters] == case["non_gsm"]
    assert "".join(split(text)) == text


@pytest.mark.parametrize(("letter", "kind"), sorted((read("french_letters.json") or {}).items()))
def test_the_letters_of_french_cost_what_they_cost(letter: str, kind: str) -> None:
    char = letter if len(letter) == 1 else chr(int(f"0x{letter[2:]}", 0))
    assert cost_of(char) == {"GSM7": 1, "GSM7_EXT(2)": 2, "UCS2": None}[kind]


@pytest.mark.parametrize("case", cases("stop_keywords.json"))
def test_an_answer_is_read(case: Case) -> None:
    found = read_reply(case["text"])
    assert (found.intent.upper(), found.rule.upper()) == (case["intent"], case["rule"])


WORDS = {
    "sms.sender-not-first": "SENDER_NOT_FIRST",
    "sms.stop-missing": "STOP_MISSING",
    "sms.stop-code": "STOP_CODE_NOT_36XXX",
    "sms.capitals": "CAPS_RATIO",
    "sms.offer-without-end": "OFFER_NO_END_DATE",
    "sms.sender-too-long": "SENDER_ID_TOO_LONG(>11)",
}


def vector_word(found: Finding) -> str:
    if found.code.startswith("sms.unicode"):
        return f"UCS2_FORCED({dict(found.details)['unicode']})"
    return WORDS.get(found.code, found.code)


@pytest.mark.parametrize("case", cases("message_lint.json"))
def test_a_text_is_linted(case: Case) -> None:
    found = lint(case["text"], sender=case["sender"], purpose=Purpose(case.get("purpose", "marketing")))
    words = [vector_word(one) for one in found]
    if case["text"] == "...":  # the case is about the sender, its text is left out
        assert set(case["findings"]) <= set(words)
    else:
        assert words == case["findings"]


@pytest.mark.parametrize(("year", "days"), sorted((read("fr_holidays.json") or {}).items()))
def test_the_holidays_of_france_are_computed(year: str, days: list[str]) -> None:
    assert [day.isoformat() for day in FRANCE.days(int(year))] == days


@pytest.mark.parametrize(("year", "days"), sorted((read("fr_holidays_alsace_moselle_extra.json") or {}).items()))
def test_the_holidays_of_alsace_and_moselle_are_computed(year: str, days: list[str]) -> None:
    extra = set(CALENDARS["alsace-moselle"].days(int(year))) - set(FRANCE.days(int(year)))
    assert sorted(day.isoformat() for day in extra) == days


@pytest.mark.parametrize("case", read("bounce_classes.json") or [], ids=lambda case: case["code"] or "no code")
def test_a_status_code_has_its_class(case: Case) -> None:
    found = classify(case["code"])
    assert (found.klass.upper(), found.reason.upper()) == (case["klass"], case["reason"])


@pytest.mark.parametrize(("name", "wanted"), sorted((read("bounce_policy_default.json") or {}).items()))
def test_the_default_policy_of_bounces_is_the_one_written_down(name: str, wanted: Case) -> None:
    rule = next(one for one in DEFAULT_BOUNCES.rules if one.klass.upper() == name)
    assert rule.threshold == wanted.get("threshold")
    assert rule.span_days == wanted.get("min_days_span", 0)
    if wanted["action"] == "count_as_soft":
        assert rule.counts_as is BounceClass.SOFT
    else:
        assert rule.action == {"none_address": "none"}.get(wanted["action"], wanted["action"])
    assert (rule.alert is not None) == ("alert" in wanted)
