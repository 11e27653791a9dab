from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from contactbase.adapters.frames.cell_text import cell_text

PARIS = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0698765432", "0698765432"),
        ("", ""),
        (" a ", " a "),
        (None, ""),
        (float("nan"), ""),
        (698765432, "698765432"),
        (698765432.0, "698765432"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (1e20, "1e+20"),
        (float("inf"), "inf"),
        (True, "true"),
        (False, "false"),
        (Decimal("1.10"), "1.10"),
        (Decimal("1E+3"), "1000"),
        (dt.date(980, 3, 2), "0980-03-02"),
        (dt.datetime(2026, 5, 3), "2026-05-03"),
        (dt.datetime(2026, 5, 3, 14, 30), "2026-05-03T14:30:00"),
        (dt.datetime(2026, 5, 3, tzinfo=PARIS), "2026-05-03T00:00:00+01:00"),
        (dt.time(14, 30), "14:30:00"),
        (b"L\xc3\xa9a", "Léa"),
        (["a", None, float("nan"), 2.0], "a\n2"),
        ([], ""),
        ([["a"]], '[["a"]]'),
        ({"at": dt.date(2026, 5, 3)}, '{"at":"2026-05-03"}'),
    ],
)
def test_a_value_is_its_own_text(value: Any, text: str) -> None:
    assert cell_text(value) == text


def test_the_missing_values_of_pandas_and_the_numbers_of_numpy_are_known() -> None:
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    assert [cell_text(value) for value in (pandas.NA, pandas.NaT, numpy.float64("nan"))] == ["", "", ""]
    assert [cell_text(value) for value in (numpy.int64(7), numpy.float64(7), numpy.bool_(True))] == ["7", "7", "true"]
    assert cell_text(pandas.Timestamp("2026-05-03")) == "2026-05-03"
    assert cell_text(numpy.array(["a", "b"])) == "a\nb"
