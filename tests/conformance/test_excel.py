"""The workbooks of csvkit, beside the CSV that csvkit makes of them."""

from __future__ import annotations

import pytest

from conformance.corpora import corpus
from contactbase.adapters.catalog import open_table

BOTH = ["test.xlsx", "test.xls", "sheets.xlsx", "sheets.xls", "test_skip_lines.xlsx", "test_skip_lines.xls"]


def normal(cell: str) -> str:
    """Write what csvkit writes as we do: booleans small, whole numbers without `.0`, a moment with a space."""
    if cell in ("True", "False"):
        return cell.lower()
    if cell.endswith(".0"):
        return cell[:-2]
    return cell.replace("T", " ").removesuffix(" 00:00:00") if cell[:1].isdigit() else cell


@pytest.mark.parametrize("name", BOTH)
def test_a_workbook_gives_the_table_that_csvkit_gives(name: str) -> None:
    folder = corpus("csvkit/examples")
    converted = "testxls_converted.csv" if name.endswith(".xls") else "testxlsx_converted.csv"
    expected = open_table(folder / converted).value
    found = open_table(folder / name, sheet="data" if name.startswith("sheets") else None).value
    width = len(expected.columns)
    assert found.columns[:7] == expected.columns[:7]  # csvkit calls the eighth, which has no name, h
    assert [list(map(normal, row.cells)) for row in expected.rows()] == [row.cells[:width] for row in found.rows()]


@pytest.mark.parametrize("name", ["dummy.xlsx", "dummy.xls"])
def test_numbers_have_no_point(name: str) -> None:
    table = open_table(corpus("csvkit/examples") / name).value
    assert (table.columns, [row.cells for row in table.rows()]) == (("a", "b", "c"), [["1", "2", "3"]])


@pytest.mark.parametrize("name", ["test.xlsx", "sheets.xlsx", "dummy.xlsx", "test_skip_lines.xlsx"])
def test_both_engines_give_one_table(name: str) -> None:
    path = corpus("csvkit/examples") / name
    slow, fast = (open_table(path, engine=engine).value for engine in ("openpyxl", "calamine"))
    assert slow.columns == fast.columns
    assert list(slow.rows()) == list(fast.rows())


@pytest.mark.parametrize("suffix", ["xlsx", "xls"])
def test_other_sheets_are_named(suffix: str) -> None:
    journal = open_table(corpus("csvkit/examples") / f"sheets.{suffix}").journal
    (other,) = [found for found in journal.findings if found.code == "excel.other-sheets"]
    assert dict(other.details)["names"] == '"ʤ"'
