from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.adapters.excel.styles import zero_padded
from contactbase.adapters.excel.values import CellError, ShownText, number_text, shown_text, text_of, texts_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (612345678.0, "612345678"),
        (612345678, "612345678"),
        (-5.0, "-5"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (1e20, "100000000000000000000"),
        (123456789012345678, "123456789012346000"),
        (1240.5, "1240.5"),
        (float("nan"), ""),
        (float("inf"), ""),
        (True, "true"),
        (False, "false"),
        (None, ""),
        ("01000", "01000"),
        (" Léa ", " Léa "),
        (dt.date(2026, 5, 3), "2026-05-03"),
        (dt.datetime(2026, 5, 3), "2026-05-03"),
        (dt.datetime(2026, 5, 3, 10, 0, 1), "2026-05-03 10:00:01"),
        (dt.datetime(2022, 1, 1, 23, 59, 59, 999000), "2022-01-02"),
        (dt.datetime(1899, 12, 27), "00:00:00"),
        (dt.date(1899, 12, 27), "00:00:00"),
        (dt.time(0, 0), "00:00:00"),
        (dt.time(9, 5), "09:05:00"),
        (dt.timedelta(hours=30), "30:00:00"),
        (dt.timedelta(hours=-1), "-01:00:00"),
        (CellError("#N/A"), ""),
        (ShownText("01000"), "01000"),
    ],
)
def test_the_text_of_a_cell(value: object, text: str) -> None:
    assert text_of(value) == text


EDGES = [-0.0, 1e-5, 0.1 + 0.2, 12345678901234.5, *(sign * 10.0**n for n in range(10, 18) for sign in (1, -1))]
EDGES += [1e15 - 1, 1 - 1e15, 123456789012345.0, 1234567890123456.0]


def test_edges_of_numbers_are_written_in_a_column_as_one_by_one() -> None:
    assert texts_of(EDGES, {float}) == list(map(text_of, EDGES))


@given(st.lists(st.floats(allow_nan=True) | st.sampled_from(EDGES), min_size=1))
def test_a_column_of_numbers_is_written_as_one_by_one(numbers: list[float]) -> None:
    assert texts_of(numbers, {float}) == list(map(text_of, numbers))


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_is_written_alike_as_integer_and_as_float(number: int) -> None:
    assert number_text(number) == number_text(float(number)) == str(number)


@given(st.floats(-1e300, 1e300))
def test_no_number_is_written_with_an_exponent(number: float) -> None:
    text = number_text(number)
    assert "e" not in text.lower()
    assert float(text) == pytest.approx(number, rel=1e-14, abs=1e-300)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1000, "00000", "01000"),
        (1000.0, "00000", "01000"),
        (612345678, '0#" "##" "##" "##" "##', "06 12 34 56 78"),
        (69001, "00000", None),
        (690010, "00000", None),
        (-5, "00000", None),
        (1.5, "00000", None),
    ],
)
def test_a_number_as_its_format_shows_it(value: float, form: str, text: str | None) -> None:
    pieces = zero_padded(form)
    assert pieces is not None
    assert shown_text(value, pieces) == text
