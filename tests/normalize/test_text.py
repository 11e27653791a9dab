"""Any text: what is invisible goes, what is written stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize import text as text_module
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import TEXT, TextEvidence, clean_lines, clean_text, mend

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
AWKWARD = st.text("aé\u0301Ã©Â ?\u200d\u200c\u00a0\u202f\u2003\ufeff\u202e\ud800אK\u212a\u1fef❤\n\t-", max_size=10)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Salon de coiffure", "Salon de coiffure"),
        ("  Salon \t de\u00a0\u202fcoiffure\n", "Salon de coiffure"),
        ("e\u0301te\u0301", "été"),
        ("\ufeffLyon\u200b", "Lyon"),
        ("\u202eLyon\u202c", "Lyon"),
        ("a\x00b\x07c", "abc"),
        ("coiff\u00adeuse", "coiffeuse"),
        ("Jean\u200d\u200dne", "Jeanne"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\ud800b", "a\ufffdb"),
        ("", ""),
        ("\u200b \u2028", ""),
    ],
)
def test_a_text_is_made_visible_and_tidy(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_clean_text_is_given_back_as_the_same_object() -> None:
    text = "Salon de coiffure"
    assert clean_text(text) is text


def test_lines_are_cleaned_one_by_one() -> None:
    assert clean_lines(" 12 rue  Haute\r\n \u200b\nBât.\u00a0B") == ("12 rue Haute", "Bât. B")


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        ("Coiffure", ("Coiffure",), []),
        ("", (), []),
        (" \u200b", (), []),
        ("---", (), ["text.placeholder"]),
        ("CafÃ©", ("Café",), ["text.mojibake-repaired"]),
        ("Caf?teria", ("Caf?teria",), ["text.damaged"]),
        ("Caf\ufffd", ("Caf\ufffd",), ["text.damaged"]),
        ("❤", ("❤",), []),
    ],
)
def test_a_text_cell_says_what_was_done(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = text_module.normalize(text, Hints(field="activity"))
    assert form.values == values
    assert [found.code for found in form.findings] == codes
    assert all(found.field == "activity" for found in form.findings)


def test_the_evidence_counts_garbled_cells() -> None:
    evidence = TextEvidence()
    for cell in ["", "Lyon", "Besançon", "BesanÃ§on", "NÃ®mes"]:
        evidence.see(cell)
    hints, findings = evidence.conclude(Hints(field="city"))
    assert hints == Hints(field="city")
    assert [(found.code, dict(found.details)) for found in findings] == [
        ("text.mojibake-column", {"damaged": 2, "seen": 4})
    ]


def test_a_clean_column_gives_no_finding() -> None:
    evidence = TextEvidence()
    evidence.see("Nîmes")
    assert evidence.conclude(Hints()) == (Hints(), ())


@given(ANY_TEXT | AWKWARD)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(ANY_TEXT | AWKWARD)
def test_mending_twice_is_mending_once(text: str) -> None:
    mended, _ = mend(text)
    assert mend(mended)[0] == mended


@given(ANY_TEXT | AWKWARD)
def test_a_value_can_always_be_written(text: str) -> None:
    for value in TEXT.normalize(text).values:
        assert value.encode().decode() == value
        assert TEXT.normalize(TEXT.text(value)).values == (value,)


@pytest.mark.parametrize("piece", ["a", "\u200d", "\u200dא", "é", "Ã©", "\ud800", " ", "e\u0301", "\x00"])
def test_a_cell_of_millions_of_characters_is_read_in_linear_time(piece: str) -> None:
    text_module.normalize(piece * (2_000_000 // len(piece)))


def test_equal_cells_give_the_same_object_and_the_memory_is_bounded() -> None:
    read: list[str] = []

    def cell(text: str) -> Normalized[str]:
        read.append(text)
        return Normalized((text,))

    column = remember(cell, cells=2)
    assert column("a") is column("a")
    column("b")
    column("c")
    column("a")
    assert read == ["a", "b", "c", "a"]
    column("x" * 1000)
    column("x" * 1000)
    assert len(read) == 6
