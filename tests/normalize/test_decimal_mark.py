"""Points and commas: every way to read a number, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize.decimal_mark import figures


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("12", [("12", "", "")]),
        ("12,5", [("12", "5", ",")]),
        ("12.", [("12", "", ".")]),
        (".5", [("0", "5", ".")]),
        ("1.234", [("1", "234", "."), ("1234", "", ",")]),
        ("123,456", [("123", "456", ","), ("123456", "", ".")]),
        ("0.123", [("0", "123", ".")]),
        ("1234.567", [("1234", "567", ".")]),
        ("1.2345", [("1", "2345", ".")]),
        ("1.234.567", [("1234567", "", ",")]),
        ("1,234.5", [("1234", "5", ".")]),
        ("1.234,567", [("1234", "567", ",")]),
        ("1 234", [("1234", "", "")]),
        ("1 234,5", [("1234", "5", ",")]),
        ("1 234,567", [("1234", "567", ","), ("1234567", "", ".")]),
        ("12,34,567.5", [("1234567", "5", ".")]),
        ("", []),
        (".", []),
        (".,", []),
        ("1.23.4", []),
        ("1,234,56", []),
        ("1.234.567.89", []),
        ("01.234.567", []),
        ("1 23", []),
        ("1 234 56", []),
        ("1 234'567", []),
        ("1.234.5", []),
    ],
)
def test_every_reading_is_given(text: str, readings: list[tuple[str, str, str]]) -> None:
    assert [(figure.whole, figure.fraction, figure.implies) for figure in figures(text)] == readings


@given(st.text(st.sampled_from("0123456789., '"), max_size=40))
def test_no_digit_is_lost_or_added(text: str) -> None:
    digits = "".join(char for char in text if char.isdigit())
    for figure in figures(text):
        assert (figure.whole + figure.fraction).lstrip("0") == digits.lstrip("0")


@given(st.text(st.sampled_from("0123456789., '"), max_size=40))
def test_two_readings_imply_different_marks(text: str) -> None:
    implied = [figure.implies for figure in figures(text)]
    assert len(implied) < 2 or sorted(implied) == [",", "."]
