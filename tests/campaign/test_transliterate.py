"""Texts written in the GSM alphabet: what is replaced, what stays, and that nothing happens silently."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.campaign.alphabet import Cedilla
from contactbase.campaign.cost import estimate, explain
from contactbase.campaign.measure import Encoding, measure
from contactbase.campaign.transliterate import transliterate
from contactbase.errors import MessageError


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("L’été à Nîmes…", "L'été à Nimes..."),
        ("« Soldes »\u00a0: –50\u202f%", '" Soldes " : -50 %'),
        ("Cœur d’Œuvre", "Coeur d'OEuvre"),
        ("ça Ça", "ca Ça"),
        ("e\u0301te\u0301", "été"),
        ("ÀÂÈÊËÎÏÔÙÛŸ", "AAEEEIIOUUY"),
        ("a\tb\u200b\ufeff", "a b"),
        ("ﬁn ＡＢ", "fin AB"),
        ("20 °C, 1½, 10²", "20 °C, 1½, 10²"),
        ("🛍\ufe0f 👨\u200d👩\u200d👧", "🛍\ufe0f 👨\u200d👩\u200d👧"),
        ("Łódź", "Lòdz".replace("ò", "o")),
        ("Здравствуйте", "Здравствуйте"),
        ("déjà GSM @£$", "déjà GSM @£$"),
    ],
)
def test_a_text_is_written_in_the_alphabet(text: str, written: str) -> None:
    assert transliterate(text).text == written


def test_the_cedilla_that_the_operator_has_stays() -> None:
    assert transliterate("ça", cedilla=Cedilla.UNICODE_TABLE).text == "ça"


def test_the_edits_say_where_what_and_how_much_is_saved() -> None:
    done = transliterate("ê" * 71)
    assert done.edits[0] == (0, "ê", "e")
    assert (len(done.edits), done.saved, done.left) == (71, 1, ())


@given(st.text(st.one_of(st.characters(), st.sampled_from("êœ’e\u0301\u200d😀\ufe0f\u200b…"))))
@settings(deadline=None)
def test_the_edits_are_all_that_changed_and_twice_is_once(text: str) -> None:
    done = transliterate(text)
    rebuilt, at = "", 0
    for edit in done.edits:
        assert text.startswith(edit.before, edit.position)
        rebuilt += text[at : edit.position] + edit.after
        at = edit.position + len(edit.before)
    assert rebuilt + text[at:] == done.text
    assert (measure(done.text).encoding is Encoding.GSM7) == (not done.left)
    again = transliterate(done.text)
    assert (again.text, again.edits) == (done.text, ())


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("Bonjour", "7 septets, 1 SMS.", "7 septets, 1 SMS."),
        (
            "ê",
            "ê (U+00EA, position 0): 16 bits for every character, 1 units, 1 SMS. Without it 1 SMS.",
            "Sans lui 1 SMS.",
        ),
        ("x" * 80 + "ê", "81 units, 2 SMS. Without it 1 SMS.", "81 unités, 2 SMS. Sans lui 1 SMS."),
        ("😀", "Nothing reads like 😀 (U+1F600).", "Rien ne remplace 😀 (U+1F600)."),
        ("a\u00a0b", "· (U+00A0, position 1)", "· (U+00A0, position 1)"),
    ],
)
def test_the_cost_of_a_character_is_explained(text: str, english: str, french: str) -> None:
    assert english in explain(text)
    assert french in explain(text, "fr")


@given(st.text())
@settings(deadline=None)
def test_any_text_is_explained(text: str) -> None:
    assert explain(text).endswith(".")


def test_a_price_below_zero_is_refused() -> None:
    assert estimate([], price=Decimal(0), currency="EUR").total == 0
    for price in ("-0.01", "NaN", "Infinity"):
        with pytest.raises(MessageError, match="0 or more"):
            estimate([], price=Decimal(price), currency="EUR")
