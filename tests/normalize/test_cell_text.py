"""The plain form of a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize.cell_text import LONGEST, NULL_WORDS, is_excel_error, plain, without_accents

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a   b ", "a b"),
        ("a\u00a0b\u202fc\u2009d\u3000e", "a b c d e"),
        ("a\tb\nc", "a\tb\nc"),
        ("'12", "12"),
        ('="12"', "12"),
        ("=12", "=12"),
        ("１２／３", "12/3"),
        ("٣٤", "34"),
        ("−5–6", "-5-6"),
        ("5²½", "5²½"),
        ("\ufeff\u200e12\u200b", "12"),
        ("é", "é"),
        ("'", ""),
        ("", ""),
    ],
)
def test_a_cell_is_made_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(ANY_TEXT)
def test_plain_text_has_no_odd_space_and_no_other_digits(text: str) -> None:
    found = plain(text)
    assert "  " not in found
    assert all(char.isascii() for char in found if char.isdecimal())


def test_a_cell_too_long_stays_too_long() -> None:
    assert len(plain("x" * (LONGEST + 1))) == LONGEST + 1
    assert len(plain("é" * 1_000_000)) > LONGEST
    assert plain(" " * 1_000_000 + "x") == "x"


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#VALEUR!", "#DIV/0!", "#NOM?", "#n/a", "####", "#NV"])
def test_errors_of_spreadsheets_are_known(text: str) -> None:
    assert is_excel_error(text)


@pytest.mark.parametrize("text", ["", "12", "# 12", "#12 rue", "a#N/A", "#1!é"])
def test_other_cells_are_no_errors(text: str) -> None:
    assert not is_excel_error(text)


def test_the_null_words_are_in_the_form_in_which_they_are_looked_up() -> None:
    assert all(without_accents(plain(word)) == word for word in NULL_WORDS)


@given(ANY_TEXT)
def test_text_without_accents_is_stable(text: str) -> None:
    assert without_accents(without_accents(text)) == without_accents(text)
