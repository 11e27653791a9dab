"""R48, R49, R53, R64 to R71, R79, R88 and R90: messages and returns. Each test says its number."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

import contactbase as cb

DAY = dt.date(2026, 3, 2)
GOOD = "MAISON LEA : -20% sur les bijoux jusqu'au 30/11. STOP au 36008"


def codes(text: str) -> list[str]:
    return [found.code for found in cb.sms.lint(text, sender="MAISON LEA")]


def test_r48_the_operator_is_told_by_a_lookup_only_and_portings_are_kept() -> None:
    rows: list[dict[str, str | None]] = [
        {"msisdn": "33612345678", "status": "live", "ported": "yes", "network": "Net B", "original network": "Net A"},
        {"msisdn": "33698765432", "status": "live"},
    ]
    reading = cb.returns.read_hlr(rows, on=DAY).value
    assert [result.network for result in reading.results] == ["Net B", None]
    history = cb.returns.with_portings((), reading)
    assert [(porting.from_network, porting.to_network, porting.on) for porting in history] == [("Net A", "Net B", DAY)]


def test_r49_a_lookup_has_its_five_effects() -> None:
    numbers = [("33612345678", "live"), ("33699000001", "dead"), ("33699000002", "invalid"), ("33612345678", "live")]
    rows: list[dict[str, str | None]] = [{"msisdn": number, "status": status} for number, status in numbers]
    rows += [{"msisdn": "32470123456", "status": "live", "ported": "yes"}]
    reading, journal = cb.returns.read_hlr(rows, on=DAY)
    assert set(journal.count()) == {
        f"return.{what}" for what in "unassigned invalid duplicate ported international".split()
    }
    assert [phone.e164 for phone in reading.usable] == ["+33612345678"]


def test_r53_what_a_provider_says_of_a_past_campaign_becomes_events() -> None:
    row: dict[str, str | None] = {"to": "0612345678", "status": "DELIVRD", "date": "2026-03-02", "message id": "m-1"}
    (reported,), _ = cb.returns.read_reports([row], channel=cb.Channel.SMS, campaign="spring")
    assert (reported.address, reported.event.at, reported.event.campaign) == ("+33612345678", DAY, "spring")


def test_r64_a_buyer_of_nine_tenths_of_the_revenue_gives_an_alert_and_has_priority() -> None:
    found = cb.dominance({"a": 900, "b": 60, "c": 40})
    assert (found.alert, found.priority) == (True, ("a",))
    assert cb.dominance({"a": 500, "b": 500}, threshold=0.5).priority == ("a", "b")


def test_r65_places_are_checked_for_missing_values_and_the_longest_message() -> None:
    people = [cb.Contact(id="c-1", first_name="Anne-Charlotte"), cb.Contact(id="c-2")]
    found = cb.sms.fits("Bonjour {first_name}, " + "a" * 140, people)
    assert (found.worst, found.missing) == ("c-1", (("first_name", ("c-2",)),))
    assert [finding.code for finding in found.findings] == ["sms.too-long", "sms.value-missing"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD.replace("bijoux", "bijoux " * 20), "sms.too-long"),  # R66
        (GOOD.replace("30/11.", "30/11 https://www.example.org/la/boutique/de/bijoux."), "sms.long-link"),  # R67
        (f"Bonjour, {GOOD}", "sms.sender-not-first"),  # R68
        (GOOD.replace("sur les bijoux", "SUR TOUS LES BIJOUX ET LES MONTRES"), "sms.capitals"),  # R69
        (GOOD.replace(" jusqu'au 30/11", ""), "sms.offer-without-end"),  # R70
        (GOOD.replace(" STOP au 36008", ""), "sms.stop-missing"),  # R71
    ],
)
def test_r66_to_r71_each_rule_of_a_text_is_held(text: str, code: str) -> None:
    assert codes(GOOD) == []
    assert codes(text) == [code]


def test_r71_the_mention_is_counted() -> None:
    mention = cb.sms.stop_mention(GOOD, cb.sms.FR_MESSAGES)
    assert mention is not None
    assert 11 <= mention.units <= 14


def test_r79_a_sending_costs_its_segments() -> None:
    people = [cb.Contact(id="c-1", first_name="Zoë"), cb.Contact(id="c-2", first_name="Léa")]
    found = cb.sms.fits("{first_name} " + "a" * 100, people)
    assert found.cost(price=Decimal("0.05"), currency="EUR").total == Decimal("0.15")


def test_r88_and_r90_what_vendors_say_is_a_claim_with_its_source() -> None:
    said = [claim.say() for claim in cb.claims_about(cb.Channel.SMS)]
    assert all("a vendor's claim" in each for each in said)
    assert any("33700" in each for each in said)
    row = {"to": "+33612345678", "status": "opened", "date": "2026-03-02"}
    assert cb.returns.read_reports([row], channel=cb.Channel.SMS).journal.count() == {"return.no-open": 1}
