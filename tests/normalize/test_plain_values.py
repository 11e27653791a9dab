"""Mappings of a program may hold numbers and days, which are read as a file would hold them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

import contactbase as cb
from contactbase.normalize.plain_values import cell_of

AS_OF = dt.date(2026, 11, 28)
VALUES = [
    (5, "5"),
    (0, "0"),
    (75001, "75001"),
    (75001.0, "75001"),
    (0.5, "0.5"),
    (1e-7, "0.0000001"),
    (1e22, "10000000000000000000000"),
    (Decimal("12.50"), "12.50"),
    (Decimal("NaN"), ""),
    (True, "true"),
    (False, "false"),
    (dt.date(1980, 3, 22), "1980-03-22"),
    (dt.datetime(1980, 3, 22), "1980-03-22"),
    (dt.datetime(1980, 3, 22, 14, 5), "1980-03-22T14:05:00"),
    (cb.Sex.F, "F"),
    (None, ""),
    (float("nan"), ""),
    (float("inf"), ""),
    ("Durand", "Durand"),
]


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_a_value_is_the_text_that_a_file_would_hold(value: object, text: str) -> None:
    assert cell_of(value, "city", 1) == text


@pytest.mark.parametrize("value", [[], {}, b"x", object(), ("a",)])
def test_what_has_no_text_is_named_by_row_and_field_and_never_shown(value: object) -> None:
    rows: list[Any] = [{"last_name": "Durand"}, {"last_name": value}]
    with pytest.raises(ValueError, match=r"^Row 2, last_name: a \w+ is no cell"):
        cb.clean(rows, as_of=AS_OF)


@pytest.mark.parametrize(
    ("field", "value"),
    [("postcode", 75001), ("postcode", 75001.0), ("birth_date", dt.date(1980, 3, 22)), ("orders", 0)],
)
def test_a_row_of_values_is_cleaned_as_the_row_of_their_texts(field: str, value: object) -> None:
    row: Any = {"last_name": "Durand", field: value}
    assert cb.clean([row], as_of=AS_OF) == cb.clean([{**row, field: cell_of(value, field, 1)}], as_of=AS_OF)


@pytest.mark.parametrize("value", [5, True, 1.5, dt.date(2026, 1, 1)])
@pytest.mark.parametrize("field", ["last_name", "postcode", "birth_date", "mobile", "email", "title", "no such field"])
def test_no_field_stumbles_over_a_value(field: str, value: object) -> None:
    row: Any = {"last_name": "Durand", "email": "d@example.org", field: value}
    assert len(cb.clean([row], as_of=AS_OF).value) == 1
