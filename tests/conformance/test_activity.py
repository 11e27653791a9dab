"""Acts of the person and concentration, against the vectors that were collected for them."""

from __future__ import annotations

import json
from typing import Final

import pytest

from conformance.corpora import corpus
from contactbase.model.activity import ACTS_OF_PERSON, CONSENT_ACTS
from contactbase.model.enums import ConsentStatus, EventKind
from contactbase.segment.revenue import concentration

NAMES: Final = {
    "email_click": "click", "sms_link_click": "click", "account_profile_update_by_person": "profile_update",
    "loyalty_card_scan": "loyalty_scan", "store_visit_identified": "store_visit",
    "questionnaire_answer": "questionnaire",
    "customer_service_contact": "customer_service", "email_open": "open", "delivery_receipt": "delivery",
    "message_sent": "message", "page_view_anonymous": "page_view",
}  # fmt: skip
"""Other words for our kinds of events."""


def test_what_counts_as_an_act_of_the_person_is_what_the_vectors_say() -> None:
    vectors = json.loads(corpus("vectors/retention_activity.json").read_text(encoding="utf-8"))
    seen = 0
    for counts, key in ((True, "counts"), (False, "does_not_count")):
        for name in vectors[key]:
            kind = NAMES.get(name, name)
            if kind in tuple(EventKind):
                seen += 1
                assert (EventKind(kind) in ACTS_OF_PERSON) == counts, name
            elif name.startswith("consent_"):
                assert (ConsentStatus(name.removeprefix("consent_")) in CONSENT_ACTS) == counts
    assert seen > 10


def test_concentration_is_what_the_vectors_say() -> None:
    cases = json.loads(corpus("vectors/concentration.json").read_text(encoding="utf-8"))
    for case in cases:
        found = concentration(case["revenue"], case.get("threshold", 0.9))
        assert found.top_share == (None if case["top_share"] is None else pytest.approx(case["top_share"]))
        assert found.alert == case["alert"]
        if case.get("hhi") is not None:
            assert found.hhi == pytest.approx(case["hhi"])
        if "NEGATIVE" in case.get("note", ""):
            assert found.negative
