from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contactbase.adapters.guard import guard, is_guarded, needs_guard, unguard

TEXT = st.text(
    st.one_of(st.sampled_from("'=+-@\t\r\n\0 019asé|\uff1d\uff0b\uff0d\uff20"), st.characters()), max_size=12
)


@given(TEXT)
@example("'")
@example("''1")
@example("'68")
@example("\0=1")
@settings(max_examples=500)
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TEXT)
def test_a_guarded_value_never_starts_a_formula(text: str) -> None:
    assert guard(text).lstrip("\0")[:1] not in set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


@pytest.mark.parametrize("char", list("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"))
def test_every_dangerous_start_is_guarded_and_its_own_apostrophe_too(char: str) -> None:
    assert guard(char + "cmd") == "'" + char + "cmd"
    assert guard("'" + char) == "''" + char


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("'+33612345678", "+33612345678"),
        ("'7210448301122", "7210448301122"),
        ("'1234AB", "1234AB"),
        ("'01", "01"),
        ("'=SUM(A1)", "=SUM(A1)"),
        ("'-5", "-5"),
        ("'@shop", "@shop"),
        ("''=1", "'=1"),
    ],
)
def test_the_guards_of_shops_and_spreadsheets_are_taken_off(cell: str, value: str) -> None:
    assert is_guarded(cell)
    assert unguard(cell) == value


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "'",
        "''",
        "'s Gravenhage",
        "'t Hooft",
        "'68 et après",
        "'90s",
        "'70-80",
        "'12'",
        "l'été",
        "' =1",
        "’=1",
        "12",
    ],
)
def test_an_apostrophe_that_is_writing_stays(cell: str) -> None:
    assert unguard(cell) == cell
    assert not is_guarded(cell)


def test_ordinary_text_needs_no_guard() -> None:
    assert not any(map(needs_guard, ["", "Léa", "a=b", "l'été", "0612345678", " =1", "12-3"]))
