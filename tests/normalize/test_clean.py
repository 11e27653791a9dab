"""What `clean` takes from memory."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from contactbase.normalize.clean import clean

AS_OF = dt.date(2026, 11, 28)


@pytest.mark.parametrize("value", [b"Durand", ["Durand"], {"a": 1}, object()])
@pytest.mark.parametrize("field", ["last_name", "postcode", "birth_date", "unknown"])
def test_a_value_that_is_no_cell_is_refused_with_its_row_and_field(field: str, value: Any) -> None:
    rows: list[Any] = [{"last_name": "Durand"}, {"first_name": "Ana", field: value}]
    with pytest.raises(ValueError, match=rf"Row 2, {field}: a {type(value).__name__} is no cell\."):
        clean(rows, as_of=AS_OF)


def test_a_missing_value_is_nothing() -> None:
    rows: list[Any] = [{"last_name": "Durand", "postcode": None, "remark": None}]
    (contact,) = clean(rows, as_of=AS_OF).value.values()
    assert (contact.last_name, contact.postcode, contact.extra) == ("Durand", None, ())
