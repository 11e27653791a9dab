"""Garbled accents: repaired where certain, reported where not, right text never touched."""

from __future__ import annotations

import sys

import pytest
from ftfy import fix_encoding
from ftfy.badness import is_bad
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.normalize import mojibake
from contactbase.normalize.mojibake import is_damaged, looks_garbled, repair

EUROPEAN = st.text(st.characters(max_codepoint=0x17F) | st.sampled_from("’‘“”–—…€™‰œŒ"), max_size=12)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("HÃ©lÃ¨ne", "Hélène"),
        ("FranÃ§ois", "François"),
        ("Ã‰milie", "Émilie"),
        ("l’Ã‰glise", "l’Église"),
        ("LÃ©a Å’uvrard", "Léa Œuvrard"),
        ("lâ€™Ã©glise", "l’église"),
        ("HÃƒÂ©lÃƒÂ¨ne", "Hélène"),
        ("JosÃ©phine MuÃ±oz", "Joséphine Muñoz"),
        ("50 â‚¬", "50 €"),
    ],
)
def test_utf8_read_as_windows_1252_is_repaired(garbled: str, right: str) -> None:
    assert repair(garbled) == (right, "text.mojibake-repaired")
    assert looks_garbled(garbled)


@pytest.mark.parametrize(
    "text",
    [
        "Hélène",
        "FRANÇOIS",
        "L’Haÿ-les-Roses",
        "João",
        "CHÂTEAU",
        "Œuvre",
        "50 €",
        "Łódź",
        "Ångström",
        "Ελένη",
        "ÎLE D’YEU",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, None)
    assert not looks_garbled(text)


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("Fran?ois", True),
        ("Ga\ufffdlle", True),
        ("Qui ?", False),
        ("Vraiment? Oui", False),
        ("https://example.org/a?b=c", False),
        ("Jean", False),
    ],
)
def test_lost_letters_are_seen(text: str, damaged: bool) -> None:
    assert is_damaged(text) is damaged


def test_without_ftfy_garbled_text_is_reported_and_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("ftfy", "ftfy.badness"):
        monkeypatch.setitem(sys.modules, module, None)
    assert repair("HÃ©lÃ¨ne") == ("HÃ©lÃ¨ne", "text.mojibake")
    assert repair("Łódź") == ("Łódź", None)
    assert looks_garbled("lâ€™Ã©glise")
    assert not looks_garbled("Łódź")


def test_a_text_longer_than_an_excel_cell_is_reported_and_left_alone() -> None:
    text = "HÃ©lÃ¨ne " * 5000
    assert repair(text) == (text, "text.mojibake")
    assert repair("Ł" * 40_000) == ("Ł" * 40_000, None)


@settings(max_examples=400)
@given(EUROPEAN)
def test_what_is_taken_for_usual_is_never_bad_for_ftfy(text: str) -> None:
    if mojibake._USUAL.fullmatch(text):
        assert not is_bad(text)


@given(EUROPEAN | ANY_TEXT)
def test_a_repair_is_ftfys_or_none(text: str) -> None:
    assert repair(text)[0] == fix_encoding(text)


@given(st.text("éèêëàâçîïôûùüœÉÈÀÇabcdeMNOP' -", min_size=1, max_size=12))
def test_what_was_garbled_once_is_restored_or_left_as_it_was(text: str) -> None:
    garbled = text.encode().decode("cp1252", errors="ignore")
    assert repair(garbled)[0] == fix_encoding(garbled)
