"""A file is written under the suffix of its format, or not at all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import contactbase as cb
from contactbase.errors import WriteError

PEOPLE = (cb.Contact(id="c-1", last_name="Petit"),)


@pytest.mark.parametrize("suffix", [".ods", ".xls", ".XLS", ".json", ".tsv", ".docx", ".gz", ".zip", ".sqlite"])
def test_contacts_are_not_written_under_the_suffix_of_a_format_that_is_not_written(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"people{suffix}"
    for ask in (cb.write, cb.not_held):
        with pytest.raises(WriteError, match=r"not written as \.\w+\. Give a name that ends in \.csv, \.xlsx"):
            ask(PEOPLE, path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["people", "people.txt", "people.dat", "people.2026", "people.CSV", ".people"])
def test_a_suffix_that_is_no_format_is_csv(name: str, tmp_path: Path) -> None:
    cb.write(PEOPLE, tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("id,")


@pytest.mark.parametrize("name", ["review.csv", "review.xls", "review.ods"])
def test_a_review_workbook_is_xlsx(name: str, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"ends in \.xlsx"):
        cb.review(b"Nom\nPetit\nRoux\n", out=tmp_path / name, as_of=dt.date(2026, 11, 22))
