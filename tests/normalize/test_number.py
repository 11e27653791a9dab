"""Whole numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.enums import Severity
from contactbase.normalize import Hints
from contactbase.normalize.number import NUMBER, column, normalize

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
NUMBER_TEXT = st.text(st.sampled_from("0123456789., '-+()eE%\n"), max_size=18)
MARKS = st.sampled_from((None, ".", ","))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        ("12.0", 12),
        ("12,00", 12),
        ("0", 0),
        ("-3", -3),
        ("(3)", -3),
        ("1 200", 1200),
        ("1'200", 1200),
        ("1.234.567", 1234567),
        ("00012", 12),
        ("1.24051E+05", 124051),
        (" 12 ", 12),
        ("'12", 12),
        ("１２", 12),
        ("123456789012345", 123456789012345),
        ("12\n12", 12),
    ],
)
def test_a_whole_number_is_read(cell: str, value: int) -> None:
    form = column(Hints())(cell)
    assert (form.values, form.findings) == ((value,), ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("12.5", "amount.not-whole"),
        ("1.200", "amount.ambiguous-mark"),
        ("1E+05", "amount.lost-precision"),
        ("12 €", "amount.unreadable"),
        ("douze", "amount.unreadable"),
        ("12 %", "amount.percent"),
        ("1234567890123456", "amount.out-of-range"),
        ("9" * 5000, "amount.unreadable"),
        ("#N/A", "amount.excel-error"),
        ("n/a", "amount.placeholder"),
        ("12\t13", "amount.unreadable"),
    ],
)
def test_what_is_no_whole_number_is_refused(cell: str, code: str) -> None:
    form = column(Hints())(cell)
    assert (form.values, [found.code for found in form.findings]) == ((), [code])


@pytest.mark.parametrize(("mark", "values"), [(",", (1200,)), (".", ())])
def test_the_column_decides_what_a_point_is(mark: str, values: tuple[int, ...]) -> None:
    assert normalize("1.200", Hints(decimal_mark=mark)).values == values


def test_columns_of_one_field_that_differ_give_all_their_numbers() -> None:
    form = normalize("12\n130")
    assert (form.values, [found.code for found in form.findings]) == ((12, 130), ["amount.several-in-cell"])


@given(ANY_TEXT | NUMBER_TEXT, MARKS)
def test_any_text_is_read_without_exception_and_as_the_reference_reads_it(cell: str, mark: str | None) -> None:
    hints = Hints(decimal_mark=mark)
    form = column(hints)(cell)
    assert form == normalize(cell, hints)
    if form.values and "\n" not in cell:
        assert all(found.severity is not Severity.ERROR for found in form.findings)
    for value in form.values:
        assert normalize(NUMBER.text(value), hints).values == (value,)


def test_a_wrong_decimal_mark_is_a_wrong_program() -> None:
    with pytest.raises(ValueError, match="decimal_mark"):
        column(Hints(decimal_mark=" "))
