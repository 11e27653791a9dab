"""The text of a message: each rule on texts that break it and on texts that only look as if."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.campaign.lint import lint
from contactbase.campaign.offer import makes_offer, says_end
from contactbase.campaign.stop_mention import stop_mention
from contactbase.errors import PolicyError
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.enums import Purpose
from contactbase.policy.countries.fr_messages import FR_MESSAGES

GOOD = "MAISON LEA : -20% sur les bijoux jusqu'au 30/11. STOP au 36008"


def codes(text: str, sender: str | None = "MAISON LEA", purpose: Purpose = Purpose.MARKETING) -> list[str]:
    return [found.code.removeprefix("sms.") for found in lint(text, sender=sender, purpose=purpose)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GOOD, []),
        (f"[{GOOD[:10]}]{GOOD[10:]}", []),
        (GOOD.replace("MAISON LEA", "Maison Léa"), []),
        ("Bonjour, " + GOOD, ["sender-not-first"]),
        (GOOD.replace("MAISON LEA", "MAISON LEANDRE"), ["sender-not-first"]),
        (GOOD.replace(" STOP au 36008", ""), ["stop-missing"]),
        (GOOD.replace(" STOP au 36008", " Ouvert non-stop."), ["stop-missing"]),
        (GOOD.replace("36008", "38123"), ["stop-code"]),
        (GOOD.replace(" au 36008", ""), ["stop-code"]),
        (GOOD.replace("STOP au", "STOP SMS"), []),
        (GOOD.replace("STOP au 36008", "Stop: 36008"), []),
        (GOOD.replace("au 30/11", "à épuisement"), ["offer-without-end"]),
        (GOOD.replace("'", "’"), ["unicode-forced"]),
        (GOOD.replace(".", " 😀."), ["unicode-without-replacement"]),
        (GOOD.replace("bijoux", "bijoux " * 20), ["too-long"]),
        (GOOD.replace("sur les bijoux", "SUR TOUS LES BIJOUX ET MONTRES"), ["capitals"]),
        (GOOD.replace("30/11.", "30/11 https://www.example.org/boutique/bijoux"), ["long-link"]),
        (GOOD.replace("30/11.", "30/11 https://exmpl.org/b"), []),
    ],
)
def test_a_text_breaks_the_rules_it_breaks(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_service_message_needs_no_stop_but_may_not_hide_an_offer() -> None:
    ready = "MAISON LEA : votre commande arrive demain."
    assert codes(ready, purpose=Purpose.SERVICE) == []
    assert codes(ready + " -20% sur le reste !", purpose=Purpose.SERVICE) == ["offer-in-service"]


@pytest.mark.parametrize(
    ("sender", "found"),
    [
        ("MAISON DE LEA BIJOUX", ["sender-too-long"]),
        ("Hôtel", ["sender-characters"]),
        ("[abcdefghi]", ["sender-too-long"]),
        ("36008", []),
        (None, []),
    ],
)
def test_a_sender_has_to_fit(sender: str | None, found: list[str]) -> None:
    text = f"{sender or ''} : -20% jusqu'au 30/11. STOP au 36008"
    assert [code for code in codes(text, sender) if code.startswith("sender")] == found


@pytest.mark.parametrize(
    "text",
    [
        "-20% sur tout",
        "50 % de remise",
        "SOLDES !",
        "10€ offerts",
        "code promo LEA",
        "Black Friday",
        "Big sale",
        "2,5%",
    ],
)
def test_an_offer_is_seen(text: str) -> None:
    assert makes_offer(text)


@pytest.mark.parametrize(
    "text", ["100% coton", "remise de votre colis", "votre rendez-vous", "sucré-salé", "TVA 20", ""]
)
def test_no_offer_is_invented(text: str) -> None:
    assert not makes_offer(text)


@pytest.mark.parametrize(
    "text",
    [
        "jusqu'au 30/11",
        "jusqu’au 30 novembre",
        "until 30 Nov",
        "ce week-end",
        "jusqu'à samedi",
        "pendant 3 jours",
        "48h",
        "du 3 au 7 janvier",
        "dès le 3 janvier et jusqu'au 7 janvier",
        "2026-11-30",
        "aujourd'hui",
        "ends tonight",
        "le 1er mai",
    ],
)
def test_an_end_is_seen(text: str) -> None:
    assert says_end(text)


@pytest.mark.parametrize(
    "text", ["jusqu'à -50 %", "dès le 8 janvier", "à partir du 03/12", "from Monday", "dès 8h", ""]
)
def test_a_beginning_is_no_end(text: str) -> None:
    assert not says_end(text)


def test_the_mention_costs_what_it_costs() -> None:
    long = "a" * 150
    found = stop_mention(f"{long} STOP 36008", FR_MESSAGES)
    assert found is not None
    assert (found.units, found.segments, found.code) == (11, 1, "36008")
    assert stop_mention("STOP 12345 ou STOP 36001", FR_MESSAGES).code == "36001"  # type: ignore[union-attr]  # there is one


@given(st.text(), st.text(max_size=12), st.sampled_from(Purpose))
@settings(deadline=None)
def test_any_text_is_linted_in_both_languages(text: str, sender: str, purpose: Purpose) -> None:
    for found in lint(text, sender=sender, purpose=purpose):
        assert found.code in CATALOG
        assert found.say("en")
        assert found.say("fr")


@pytest.mark.parametrize(
    "change", [{"capitals": 1.5}, {"max_segments": 0}, {"sender_units": 0}, {"stop_codes": "36("}], ids=str
)
def test_rules_that_make_no_sense_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(PolicyError, match=r"fr\.messages"):
        attrs.evolve(FR_MESSAGES, **change)
