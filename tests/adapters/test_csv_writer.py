from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.adapters.csv_reader import read_csv
from contactbase.adapters.csv_writer import (
    EXCEL_FR,
    PLAIN,
    PRESETS,
    CsvPreset,
    CsvRows,
    FormulaGuard,
    preset_named,
    rows_as_text,
    write_rows,
)
from contactbase.adapters.guard import guard
from contactbase.errors import WriteError
from contactbase.model.journal import Entry

COLUMNS = ("id", "note", "phones")
CELL = st.text(
    st.one_of(
        st.sampled_from("'=+-@\t\r\n\"|;, \\0159asé€’\x0b\x0c\x85\u2028"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=12,
)


def _text(rows: list[list[str]], preset: CsvPreset = PLAIN, **more: object) -> str:
    return "".join(rows_as_text(COLUMNS, rows, preset=preset, phones={"phones"}, **more))  # type: ignore[arg-type]


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6), st.sampled_from(PRESETS))
@settings(max_examples=400)
def test_any_text_comes_back_as_it_was(cells: list[tuple[str, str]], preset: CsvPreset) -> None:
    rows = [[f"c-{n}", a.replace("\0", ""), b.replace("\0", "")] for n, (a, b) in enumerate(cells)]
    data = _text(rows, preset).encode()
    table, journal = read_csv(data, encoding="utf-8", delimiter=preset.delimiter, quote='"', header=True, skip_rows=0)
    assert table.columns == COLUMNS
    assert [list(row.cells) for row in table.rows()] == rows
    assert not journal.rejections


@given(st.lists(CELL, min_size=1, max_size=4), st.sampled_from(PRESETS))
@settings(max_examples=200)
def test_a_written_file_is_found_out_without_help(names: list[str], preset: CsvPreset) -> None:
    rows = [
        [f"c-{n}", name.replace("\0", "").replace('"', ""), f"+3361234567{n}|+33142685300"]
        for n, name in enumerate(names)
    ]
    table, _ = read_csv(_text(rows, preset).encode())
    assert table.columns == COLUMNS
    assert [list(row.cells) for row in table.rows()] == rows


@given(
    st.lists(st.lists(st.text(max_size=8), min_size=3, max_size=3), max_size=8),
    st.sampled_from(PRESETS),
    st.sampled_from(FormulaGuard),
)
@settings(max_examples=300)
def test_many_rows_at_once_are_written_as_one_by_one(
    rows: list[list[str]], preset: CsvPreset, formulas: FormulaGuard
) -> None:
    slow = CsvRows(COLUMNS, preset=preset, formulas=formulas, phones=("phones",))
    fast = CsvRows(COLUMNS, preset=preset, formulas=formulas, phones=("phones",))
    assert fast.lines(rows) == "".join(map(slow.line, rows))
    assert fast.halves == slow.halves


def test_presets_are_what_their_programs_open() -> None:
    rows = [["c-1", "Évry; centre", "+33612345678"]]
    assert _text(rows) == "id,note,phones\nc-1,Évry; centre,+33612345678\n"
    assert _text(rows, EXCEL_FR) == '\ufeffid;note;phones\r\nc-1;"Évry; centre";+33612345678\r\n'
    assert [preset_named(preset.name) for preset in PRESETS] == list(PRESETS)
    with pytest.raises(ValueError, match="plain or excel-fr"):
        preset_named("excel")


@pytest.mark.parametrize(
    ("cell", "plain", "phone"),
    [
        ("+33612345678", "'+33612345678", "+33612345678"),
        ("+33612345678|+33142685300", "'+33612345678|+33142685300", "+33612345678|+33142685300"),
        ("+336", "'+336", "'+336"),
        ("+33612345678|=1", "'+33612345678|=1", "'+33612345678|=1"),
        ("+٣٣٦١٢٣٤٥٦", "'+٣٣٦١٢٣٤٥٦", "'+٣٣٦١٢٣٤٥٦"),
        ("-5", "-5", "-5"),
        ("-50.00", "-50.00", "-50.00"),
        ("-0.5", "-0.5", "-0.5"),
        ("-5+cmd", "'-5+cmd", "'-5+cmd"),
        ("-5-2", "'-5-2", "'-5-2"),
        ("-", "'-", "'-"),
        ("+50", "'+50", "'+50"),
        ("+33 6 12 34 56 78", "'+33 6 12 34 56 78", "+33 6 12 34 56 78"),
        ("+33.6.12.34.56.78", "'+33.6.12.34.56.78", "+33.6.12.34.56.78"),
        ("+33-6-12-34-56-78", "'+33-6-12-34-56-78", "'+33-6-12-34-56-78"),
        ("=cmd", "'=cmd", "'=cmd"),
        ("@x", "'@x", "'@x"),
        ("'=x", "''=x", "''=x"),
        ("'12", "''12", "''12"),
        ("'s", "'s", "'s"),
        ("a=b", "a=b", "a=b"),
    ],
)
def test_formulas_are_guarded_and_phone_numbers_in_their_columns_are_not(cell: str, plain: str, phone: str) -> None:
    rows = CsvRows(COLUMNS, phones={"phones"})
    assert rows.line(["c", cell, cell]) == f"c,{plain},{phone}\n"
    strict = CsvRows(COLUMNS, phones={"phones"}, formulas=FormulaGuard.STRICT)
    assert strict.line(["c", cell, cell]) == f"c,{guard(cell)},{guard(cell)}\n"
    off = CsvRows(COLUMNS, formulas=FormulaGuard.OFF)
    assert off.line(["c", cell, cell]) == f"c,{cell},{cell}\n"


def test_a_file_without_guards_comes_back_when_guards_are_kept() -> None:
    rows = [["c-1", "'=1", "'12"]]
    data = _text(rows, formulas=FormulaGuard.OFF).encode()
    assert [list(row.cells) for row in read_csv(data, keep_guards=True).value.rows()] == rows


def test_halves_of_characters_are_replaced_and_reported() -> None:
    noted: list[Entry] = []
    text = _text([["c-1", "a\ud800b", "\udfff"], ["c-2", "é", ""]], note=noted.append)
    assert text.encode().decode() == "id,note,phones\nc-1,a\ufffdb,\ufffd\nc-2,é,\n"
    assert [(entry.code, entry.details) for entry in noted] == [  # type: ignore[union-attr]  # only findings are noted
        ("file.unwritable-characters", (("count", 2),))
    ]


def test_a_carriage_return_in_a_cell_is_quoted() -> None:
    assert _text([["c", "a\rb", "c\r\nd"]]) == 'id,note,phones\nc,"a\rb","c\r\nd"\n'


def test_a_single_empty_cell_is_still_a_line() -> None:
    rows = CsvRows(("note",))
    assert rows.line([""]) == rows.lines([[""]]) == '""\n'


@given(st.lists(st.text(st.sampled_from('ab,;"\n \r'), max_size=6), min_size=2, max_size=2))
def test_the_csv_module_reads_the_same(cells: list[str]) -> None:
    text = CsvRows(("a", "b"), formulas=FormulaGuard.OFF).line(cells)
    assert next(csv.reader(io.StringIO(text, newline=""), strict=True)) == cells


def test_a_row_of_another_width_is_a_wrong_program() -> None:
    with pytest.raises(ValueError, match="2 cells for 3 columns"):
        _text([["a", "b"]])
    with pytest.raises(ValueError, match="at least one column"):
        CsvRows(())


def test_a_file_is_written_whole_with_its_count(tmp_path: Path) -> None:
    path = tmp_path / "new" / "clients.csv"
    outcome = write_rows(path, COLUMNS, ([str(n), "\ud800", ""] for n in range(1200)), preset=EXCEL_FR)
    assert outcome.value == 1200
    assert outcome.journal.count() == {"file.unwritable-characters": 1}
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid;note;phones\r\n0;\xef\xbf\xbd;\r\n")
    with pytest.raises(WriteError):
        write_rows(tmp_path, COLUMNS, [])


def test_a_row_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("old")
    with pytest.raises(ValueError, match="cells"):
        write_rows(path, COLUMNS, [["a", "b", "c"], ["a"]])
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["clients.csv"]
