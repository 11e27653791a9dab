"""Reading workbooks: what the engines give is one table, and what was found is said."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.workbooks import HEAD, far_cell, text_cell, workbook
from contactbase.adapters.catalog import open_table
from contactbase.adapters.excel.reader import read_excel
from contactbase.errors import MissingExtra, ReadError
from contactbase.model.journal import Outcome
from contactbase.model.table import Table

ENGINES = ["openpyxl", "calamine", "direct"]


def made(*rows: list[object], sheets: dict[str, list[list[object]]] | None = None, **formats: str) -> bytes:
    """Write a workbook with openpyxl; `formats` maps a place to a number format."""
    book = openpyxl.Workbook()
    for number, (name, content) in enumerate((sheets or {"Clients": list(rows)}).items()):
        sheet = book.active if not number else book.create_sheet()
        sheet.title = name
        for row in content:
            sheet.append(row)
        for place, form in formats.items():
            sheet[place].number_format = form
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def cells(outcome: Outcome[Table]) -> list[list[str]]:
    return [list(row.cells) for row in outcome.value.rows()]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_kind_of_cell_becomes_text(engine: str) -> None:
    data = made(
        ["Nom", "Date", "Heure", "Montant", "Actif", "Note"],
        ["Petit", dt.date(2026, 5, 3), dt.time(9, 30), 12.5, True, " deux\nlignes "],
        ["Roux", dt.datetime(2026, 5, 3, 10, 0, 1), dt.timedelta(hours=30), 612345678, False, None],
    )
    assert cells(read_excel(data, engine=engine)) == [
        ["Petit", "2026-05-03", "09:30:00", "12.5", "true", " deux\nlignes "],
        ["Roux", "2026-05-03 10:00:01", "30:00:00", "612345678", "false", ""],
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_are_numbered_as_in_the_margin_of_the_sheet(engine: str) -> None:
    data = workbook(
        '<row r="3"><c r="C3" t="inlineStr"><is><t>Nom</t></is></c><c r="D3" t="inlineStr"><is><t>CP</t></is></c></row>'
        '<row r="7"><c r="D7"><v>69001</v></c></row><row r="9"><c r="C9" t="inlineStr"><is><t>Petit</t></is></c></row>'
    )
    table, journal = read_excel(data, engine=engine)
    assert table.columns == ("Nom", "CP")
    assert [(row.row, row.line, row.cells) for row in table.rows()] == [(1, 7, ["", "69001"]), (2, 9, ["Petit", ""])]
    assert journal.count()["file.blank-rows"] == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_titles_totals_and_repeated_headers_are_known_as_in_a_text_file(engine: str) -> None:
    data = made(
        ["Export des clients"],
        [],
        ["Nom", "E-mail", "Montant"],
        ["Petit", "lea@example.org", 12],
        ["Nom", "E-mail", "Montant"],
        ["Roux", "zoe@example.org", 30],
        ["Total", None, 42],
    )
    table, journal = read_excel(data, engine=engine)
    assert [row.cells[0] for row in table.rows()] == ["Petit", "Roux"]
    assert [(entry.code, entry.source.line) for entry in journal.rejections] == [
        ("file.repeated-header", 5),
        ("file.footer", 7),
    ]
    assert journal.count()["file.title-rows"] == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_a_header_of_two_rows_is_read_as_people_read_it(engine: str) -> None:
    data = made(
        ["Nom", "Contact", None, "Adresse", None],
        [None, "Portable", "E-mail", "CP", "Ville"],
        ["Petit", "06 98 76 54 32", "lea@example.org", "01000", "Bourg"],
        [None, "Portable", "E-mail", "CP", "Ville"],
        ["Roux", None, "zoe@example.org", "69001", "Lyon"],
    )
    table, journal = read_excel(data, engine=engine)
    assert table.columns == ("Nom", "Portable", "E-mail", "CP", "Ville")
    assert [row.cells[0] for row in table.rows()] == ["Petit", "Roux"]
    assert [entry.source.line for entry in journal.rejections] == [4]
    assert journal.count()["file.header-in-two-lines"] == 1


def test_the_first_visible_sheet_that_holds_something_is_read_and_the_others_named() -> None:
    sheets: dict[str, list[list[object]]] = {
        "Lisez-moi": [],
        "Clients": [["Nom", "Ville"], ["Petit", "Lyon"]],
        "Prospects": [["Nom", "Ville"], ["Roux", "Nice"]],
    }
    data = made(sheets=sheets)
    table, journal = read_excel(data)
    assert cells(Outcome(table)) == [["Petit", "Lyon"]]
    (other,) = [found for found in journal.findings if found.code == "excel.other-sheets"]
    assert other.message == '1 other sheets hold something and were not read: "Prospects".'
    assert cells(read_excel(data, sheet="Prospects")) == cells(read_excel(data, sheet=3)) == [["Roux", "Nice"]]
    assert cells(read_excel(data, sheet="3")) == [["Roux", "Nice"]]
    with pytest.raises(ReadError, match=r"no sheet 'Ventes'\. It has: \"Lisez-moi\", \"Clients\", \"Prospects\""):
        read_excel(data, sheet="Ventes")
    with pytest.raises(ReadError, match="empty cells"):
        read_excel(data, sheet="Lisez-moi")


def test_hidden_sheets_rows_columns_merges_and_formulas_are_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Nom", "Ville", "Total"], ["Petit", "Lyon", "=1+1"], ["Roux", None, 4], ["Blanc", None, None]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    secret = book.create_sheet("Secret")
    secret.append(["x"])
    secret.sheet_state = "hidden"
    packed = io.BytesIO()
    book.save(packed)
    counts = read_excel(packed.getvalue()).journal.count()
    assert {code.removeprefix("excel."): count for code, count in counts.items() if code.startswith("excel.")} == {
        "sheet": 1,
        "formulas": 1,
        "formula-without-value": 1,
        "hidden-columns": 1,
        "hidden-rows": 1,
        "hidden-sheets": 1,
        "merged-cells": 1,
    }


@pytest.mark.parametrize("engine", [None, *ENGINES])
def test_errors_and_formats_that_show_zeros_are_read_alike_by_all_engines(engine: str | None) -> None:
    data = made(
        ["Nom", "CP", "Ville", "Tél"],
        ["Petit", 1000, "#N/A", 612345678],
        ["Roux", 69001, "Lyon", 712345678],
        B2="00000",
        B3="00000",
        D2='0#" "##" "##" "##" "##',
    )
    table, journal = read_excel(data, engine=engine)
    assert cells(Outcome(table)) == [["Petit", "01000", "", "06 12 34 56 78"], ["Roux", "69001", "Lyon", "712345678"]]
    counts = journal.count()
    assert (counts["excel.zeros-restored"], counts["excel.error-cells"], counts["excel.leading-zeros-lost"]) == (
        2,
        1,
        1,
    )
    assert ("excel.fast-engine-aside" in counts) == (engine == "calamine")


def test_the_calendar_of_1904_is_heeded() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in (["Nom", "Naissance"], ["Petit", dt.date(1980, 4, 23)]):
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    for engine in ENGINES:
        found = read_excel(packed.getvalue(), engine=engine)
        assert cells(found) == [["Petit", "1980-04-23"]]
        assert "excel.calendar-1904" in found.journal.count()


@pytest.mark.parametrize("engine", ENGINES)
def test_characters_that_xml_cannot_hold_are_unescaped(engine: str) -> None:
    data = workbook(HEAD + f'<row r="2">{text_cell("A2", "a_x000D_b")}{text_cell("B2", "_x005F_x000D_")}</row>')
    assert cells(read_excel(data, engine=engine)) == [["a\rb", "_x000D_"]]


@pytest.mark.parametrize("engine", [None, *ENGINES])
def test_a_cell_at_the_end_of_the_world_is_left_out_and_said(engine: str | None) -> None:
    table, journal = read_excel(far_cell(), engine=engine)
    assert cells(Outcome(table)) == [["Petit", "Lyon"]]
    (stray,) = [found for found in journal.findings if found.code == "excel.stray-cell"]
    assert stray.source is not None
    assert (stray.source.column, stray.source.line) == ("XFD", 1 << 20)
    (refused,) = journal.rejections
    assert (refused.code, refused.source.line, refused.cells[-1]) == ("excel.stray-row", 1 << 20, "1")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_note_beside_the_table_is_a_column_and_one_far_away_is_not(engine: str) -> None:
    data = workbook(f'{HEAD}<row r="2">{text_cell("A2", "Petit")}{text_cell("D2", "vip")}{text_cell("AZ2", "x")}</row>')
    table, journal = read_excel(data, engine=engine)
    assert table.columns == ("Nom", "Ville", "column 3", "column 4")
    assert cells(Outcome(table)) == [["Petit", "", "", "vip"]]
    assert (journal.count()["excel.stray-cell"], journal.count()["file.blank-header"]) == (1, 1)


@pytest.mark.parametrize("engine", ENGINES)
def test_header_and_rows_above_it_can_be_named(engine: str) -> None:
    data = made(["a", "b"], ["c", "d"], ["e", "f"])
    assert read_excel(data, engine=engine, header=False).value.columns == ("column 1", "column 2")
    assert len(cells(read_excel(data, engine=engine, header=False))) == 3
    assert read_excel(data, engine=engine, skip_rows=1).value.columns == ("c", "d")
    assert cells(read_excel(data, engine=engine, skip_rows=1)) == [["e", "f"]]


def test_a_header_without_rows_is_refused_unless_wanted() -> None:
    data = made(["Nom", "Ville"])
    with pytest.raises(ReadError, match="no rows below"):
        read_excel(data)
    assert cells(read_excel(data, allow_empty=True)) == []


def test_guards_of_formulas_are_taken_off() -> None:
    data = made(["Nom", "Note"], ["Petit", "'=1+1"], ["Roux", "'s Gravenhage"])
    assert [row[1] for row in cells(read_excel(data))] == ["=1+1", "'s Gravenhage"]
    (said,) = [entry for entry in read_excel(data).journal.findings if entry.code == "file.guard-removed"]
    assert dict(said.details) == {"count": 1, "line": 2}
    assert [row[1] for row in cells(read_excel(data, keep_guards=True))] == ["'=1+1", "'s Gravenhage"]


@pytest.mark.parametrize("name", ["clients.xlsx", "clients.csv", "clients.txt", "clients", "clients.xls"])
def test_a_workbook_is_known_by_its_bytes_whatever_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(workbook())
    found = open_table(tmp_path / name)
    assert cells(found) == [["Petit", "Lyon"]]
    assert ("excel.renamed" in found.journal.count()) == (name in ("clients.csv", "clients.txt"))


def test_a_text_named_as_a_workbook_is_read_as_text_and_said(tmp_path: Path) -> None:
    (tmp_path / "clients.xls").write_bytes("Nom\tVille\nPetit\tLyon\n".encode("utf-16"))
    found = open_table(tmp_path / "clients.xls")
    assert cells(found) == [["Petit", "Lyon"]]
    assert found.journal.findings[0].message == (
        "The name ends in .xls, but the file is text; it was read as what it is."
    )


def test_a_web_page_named_as_a_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "clients.xls").write_bytes(b"<html><table><tr><td>Nom</td></tr></table></html>")
    with pytest.raises(ReadError, match="a web page: open it and save it as CSV"):
        open_table(tmp_path / "clients.xls")


def test_a_compressed_workbook_and_one_from_a_pipe_are_read() -> None:
    assert cells(open_table(gzip.compress(workbook(), mtime=0))) == [["Petit", "Lyon"]]
    assert cells(open_table(io.BytesIO(workbook()))) == [["Petit", "Lyon"]]


def test_an_option_of_texts_means_nothing_for_a_workbook() -> None:
    with pytest.raises(ReadError, match="'delimiter' means nothing"):
        open_table(workbook(), delimiter=";")
    with pytest.raises(ReadError, match="'sheet' means nothing"):
        open_table(b"Nom;Ville\nPetit;Lyon\n", sheet="Clients")
    with pytest.raises(ReadError, match="no engine 'excel'"):
        open_table(workbook(), engine="excel")


@pytest.mark.parametrize(("module", "extra"), [("openpyxl", "excel"), ("python_calamine", "excel-fast")])
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    engine = {"excel": "openpyxl", "excel-fast": "calamine"}[extra]
    with pytest.raises(MissingExtra, match=rf'pip install "contactbase\[{extra}\]"'):
        read_excel(workbook(), engine=engine)
    assert cells(read_excel(workbook())) == [["Petit", "Lyon"]]  # the other engine reads it


def test_without_defusedxml_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openpyxl, "DEFUSEDXML", False)
    with pytest.raises(MissingExtra, match="defusedxml"):
        read_excel(workbook(), engine="openpyxl")


VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="￾￿'"), max_size=8),
    st.integers(-(10**14), 10**14),
    st.floats(-1e12, 1e12).map(lambda number: round(number, 4)),
    st.booleans(),
    st.dates(dt.date(1901, 1, 1), dt.date(2100, 1, 1)),
    st.datetimes(dt.datetime(1901, 1, 1), dt.datetime(2100, 1, 1)).map(lambda found: found.replace(microsecond=0)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=12))
def test_all_engines_give_the_same_table_and_say_the_same(rows: list[list[Any]]) -> None:
    data = made(["Nom", "Note", "Montant"], *rows, ["Petit", "x", 1])
    (slow, said), *others = (read_excel(data, engine=engine) for engine in ENGINES)
    keep = [entry for entry in said.findings if not entry.code.startswith(("excel.sheet", "excel.fast"))]
    for fast, also in others:
        assert slow.columns == fast.columns
        assert list(slow.rows()) == list(fast.rows())
        assert keep == [entry for entry in also.findings if not entry.code.startswith(("excel.sheet", "excel.fast"))]
        assert said.rejections == also.rejections
