from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.adapters.catalog import open_table
from contactbase.adapters.frames.parquet import read_parquet
from contactbase.errors import ReadError

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def written(columns: dict[str, Any], **options: Any) -> bytes:
    out = io.BytesIO()
    parquet.write_table(arrow.table(columns), out, **options)
    return out.getvalue()


def test_a_file_is_known_by_its_first_bytes_and_read_as_text() -> None:
    table, _ = open_table(written({"nom": ["Petit", None], "cp": ["01000", ""], "n": [1, 2]}))
    assert [row.cells for row in table.rows()] == [["Petit", "01000", "1"], ["", "", "2"]]
    assert [row.cells for row in table.rows()] == [["Petit", "01000", "1"], ["", "", "2"]]
    assert table.numeric == {"n"}


def test_rows_come_in_batches_with_their_numbers() -> None:
    table, _ = read_parquet(written({"n": list(range(5001))}, row_group_size=700))
    assert [row.row for row in table.rows()] == list(range(1, 5002))


@pytest.mark.parametrize("cut", [4, 8, 50, 200, -1, -8])
def test_a_file_that_was_cut_is_refused_in_one_sentence(cut: int) -> None:
    data = written({"nom": ["Petit"] * 100, "cp": ["01000"] * 100})
    with pytest.raises(ReadError, match="damaged or cut short"):
        list(read_parquet(data[:cut]).value.rows())


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_file_that_was_changed_is_read_or_refused(place: int, noise: bytes) -> None:
    data = written({"nom": ["Petit", "Roux"], "cp": ["01000", "69001"]})
    at = 4 + place % (len(data) - 4)
    try:
        rows = list(read_parquet(data[:at] + noise + data[at + len(noise) :]).value.rows())
    except ReadError:
        return
    assert all(len(row.cells) >= 1 for row in rows)


def test_a_row_group_that_claims_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contactbase.adapters.frames.parquet._GROUP", 1000)
    bomb = written({"x": ["a" * 50_000] * 20}, compression="zstd", use_dictionary=False)
    assert len(bomb) < 5000
    with pytest.raises(ReadError, match="row group"):
        read_parquet(bomb)


def test_thousands_of_columns_are_refused() -> None:
    with pytest.raises(ReadError, match="5001 columns"):
        read_parquet(written({f"c{n}": [1] for n in range(5001)}))


def test_a_file_without_rows_is_refused_unless_it_may_be_empty() -> None:
    data = written({"nom": arrow.array([], arrow.string())})
    with pytest.raises(ReadError, match="no rows"):
        read_parquet(data)
    assert list(read_parquet(data, allow_empty=True).value.rows()) == []
