from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.adapters.excel import writer
from contactbase.adapters.excel.reader import read_excel
from contactbase.adapters.excel.writer import Look, MarkedCell, SheetOut, held, write_workbook
from contactbase.errors import WriteError

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(LETTERS, max_size=12).filter(lambda text: not text or text.strip())
"""A cell of blanks alone is empty for calamine, and says nothing to anybody."""


def sheet(rows: list[list[str]], **options: object) -> SheetOut:
    return SheetOut(name="Contacts", header=["Nom", "Note", "Ville"], rows=rows, **options)  # type: ignore[arg-type]


def back(path: Path, engine: str) -> list[list[str]]:
    options = {"header": True, "skip_rows": 0, "keep_guards": True, "footer": False, "allow_empty": True}
    return [list(row.cells) for row in read_excel(path, engine=engine, **options).value.rows()]  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3).filter(any), max_size=8))
def test_every_text_comes_back_as_it_was_through_both_engines(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("written") / "a.xlsx"
    assert not write_workbook(path, [sheet(rows)]).entries
    assert back(path, "openpyxl") == rows
    assert back(path, "calamine") == rows


@pytest.mark.parametrize("text", ["=1+1", "+33612345678", "-1", "@x", "\t=1", "#N/A", "01000", "3-4", "1E5", "TRUE"])
def test_nothing_becomes_a_formula_a_number_a_date_or_an_error(text: str, tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", [sheet([[text, "", ""]])])
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (held(text), "s", "@")
    assert cell.quotePrefix == (text[0] in "=+-@\t")


def test_what_no_cell_holds_is_counted_and_the_rest_kept(tmp_path: Path) -> None:
    journal = write_workbook(tmp_path / "a.xlsx", [sheet([["x" * 40_000, "a\ud800b", "\x01" * 10_000]])])
    assert {entry.code: dict(entry.details)["count"] for entry in journal.findings} == {
        "excel.text-too-long": 2,
        "excel.unwritable-characters": 1,
    }
    ((long, half, controls),) = back(tmp_path / "a.xlsx", "calamine")
    assert (long, half) == ("x" * 32_767, "a\ufffdb")
    assert controls == "\x01" * (32_767 // 7)


@pytest.mark.parametrize("before", range(8))
def test_an_escape_is_never_cut_in_two(before: int, tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", [sheet([["x" * before + "\x01" * 5_000, "", ""]])])
    assert back(tmp_path / "a.xlsx", "calamine")[0][0] == "x" * before + "\x01" * ((32_767 - before) // 7)


def test_a_sheet_has_looks_comments_links_lists_and_lengths(tmp_path: Path) -> None:
    wrong = MarkedCell(text="06 12", look=Look.ERROR, comment="phone.too-short: …", link="'Contacts'!B3")
    write_workbook(
        tmp_path / "a.xlsx",
        [
            SheetOut(
                name="Contacts",
                header=["Nom", "Tél"],
                rows=[["Petit", wrong], ["Roux", ""]],
                lists={0: ("Petit", "Roux")},
                lengths={1: (5, 20)},
                widths={1: 30},
                fixed=1,
            ),
            SheetOut(name="_kept", header=["x"], rows=[["y"]], hidden=True),
        ],
    )
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    found = book["Contacts"]
    assert found["B2"].comment.text == "phone.too-short: …"
    assert found["B2"].fill.start_color.rgb.endswith("FFC7CE")
    assert found["B2"].hyperlink.location == "'Contacts'!B3"
    assert (found.freeze_panes, found.auto_filter.ref) == ("B2", "A1:B3")
    listed, bounded = found.data_validations.dataValidation
    assert (listed.formula1, str(listed.sqref), listed.showErrorMessage) == ('"Petit,Roux"', "A2:A3", True)
    assert (bounded.type, bounded.formula1, bounded.formula2, str(bounded.sqref)) == ("textLength", "5", "20", "B2:B3")
    (coloured,) = found.conditional_formatting
    assert coloured.rules[0].formula == ["AND(LEN(B2)>0,OR(LEN(B2)<5,LEN(B2)>20))"]
    assert book["_kept"].sheet_state == "veryHidden"


def test_more_rows_than_a_sheet_has_are_refused_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_MOST_ROWS", 3)
    write_workbook(tmp_path / "a.xlsx", [sheet([["a", "", ""]] * 2)])
    with pytest.raises(WriteError, match="do not fit into a sheet"):
        write_workbook(tmp_path / "b.xlsx", [sheet([["a", "", ""]] * 3)])
    assert not (tmp_path / "b.xlsx").exists()


def test_a_link_is_written_through_and_a_folder_refused(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(b"old")
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "real.xlsx")
    write_workbook(tmp_path / "link.xlsx", [sheet([["a", "", ""]])])
    assert (tmp_path / "link.xlsx").is_symlink()
    assert back(tmp_path / "real.xlsx", "calamine") == [["a", "", ""]]
    with pytest.raises(WriteError, match="is a folder"):
        write_workbook(tmp_path, [sheet([])])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.xlsx", "real.xlsx"]
