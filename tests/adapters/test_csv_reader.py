from __future__ import annotations

import csv
import gzip
import io
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.adapters import csv_reader as module
from contactbase.adapters.csv_reader import read_csv
from contactbase.errors import ReadError
from contactbase.model.journal import Entry, Rejection


def _rows(data: bytes | str, **options: Any) -> list[list[str]]:
    table, _ = read_csv(data.encode() if isinstance(data, str) else data, **options)
    return [list(row.cells) for row in table.rows()]


def _journal(data: str, **options: Any) -> dict[str, tuple[tuple[str, str | int], ...]]:
    """Give the details of each finding by code, but for what every file has."""
    _, journal = read_csv(data.encode(), **options)
    usual = ("file.encoding", "file.delimiter", "file.header", "file.single-column")
    return {entry.code: entry.details for entry in journal.findings if entry.code not in usual}


def _refused(data: str, **options: Any) -> list[tuple[str, int | None, int | None, tuple[str, ...]]]:
    _, journal = read_csv(data.encode(), **options)
    return [
        (entry.code.removeprefix("file."), entry.source.row, entry.source.line, entry.cells)
        for entry in journal.rejections
    ]


def test_rows_carry_their_number_and_their_physical_line() -> None:
    table, _ = read_csv(b'Export\n\nNom;Note\nPetit;"a\nb"\n\nRoux;x;y\nBlanc;z\n')
    assert [(row.row, row.line, list(row.cells)) for row in table.rows()] == [
        (1, 4, ["Petit", "a\nb"]),
        (3, 8, ["Blanc", "z"]),
    ]
    assert table.file == "input"


def test_a_table_is_read_again_and_notes_its_rejections_each_time(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Nom;Ville\nPetit;Lyon\nRoux\n")
    table, journal = read_csv(path)
    for _ in range(2):
        noted: list[Entry] = []
        assert len(list(table.rows(noted.append))) == 1
        assert tuple(noted) == journal.rejections
    assert str(journal.rejections[0].source) == "clients.csv, row 2 (line 3)"
    assert "Roux" not in repr(journal.rejections[0])


def test_two_readings_at_once_do_not_disturb_each_other() -> None:
    table, _ = read_csv(b"Nom;Ville\nPetit;Lyon\nRoux;Nice\nBlanc;Paris\n")
    first, second = table.rows(), table.rows()
    assert [next(first).cells[0], next(second).cells[0], next(first).cells[0]] == ["Petit", "Petit", "Roux"]


def test_cells_are_text_and_never_inferred() -> None:
    assert _rows("cp;tel;vide;nombre\n01000;0612345678;;1,50\n") == [["01000", "0612345678", "", "1,50"]]


def test_ragged_rows_go_to_the_rejects_with_their_line() -> None:
    text = "a;b;c\n1;2\n1;2;3;4\n;;\n5;6;7\n"
    assert _refused(text) == [
        ("row-too-short", 1, 2, ("1", "2")),
        ("row-too-long", 2, 3, ("1", "2", "3", "4")),
    ]
    assert _rows(text) == [["5", "6", "7"]]


def test_empty_cells_beyond_the_last_column_are_dropped_and_said() -> None:
    assert _rows("a;b\n1;2;;\n3;4\n5;6;\n") == [["1", "2"], ["3", "4"], ["5", "6"]]
    assert _journal("a;b\n1;2;;\n3;4\n5;6;\n") == {"file.trailing-cells-dropped": (("count", 2), ("line", 2))}


def test_a_row_with_an_empty_cell_too_many_is_refused_where_others_have_none() -> None:
    text = "name;street;city;note\nLéa;98;quai Haut;Lyon;\nPaul;2 rue Basse;Lyon;\nAna;3 rue Basse;Lyon;\n"
    assert [row[0] for row in _rows(text)] == ["Paul", "Ana"]
    assert [code for code, *_ in _refused(text)] == ["row-too-long"]


def test_short_rows_are_completed_when_asked_for() -> None:
    assert _rows("a;b;c\n1;2\n", pad_short_rows=True) == [["1", "2", ""]]
    assert _journal("a;b;c\n1;2\n", pad_short_rows=True) == {"file.short-rows-completed": (("count", 1), ("line", 2))}


EXCEL = "a;b;c\n" + "1;2;3\n" * 15 + "1;2\n" * 16 + "1;2;3\n" * 4


def test_short_rows_are_completed_where_excel_left_out_delimiters() -> None:
    assert len(_rows(EXCEL)) == 35
    assert _journal(EXCEL) == {"file.short-rows-completed": (("count", 16), ("line", 17))}
    assert not _refused(EXCEL)


@pytest.mark.parametrize(
    "text", [EXCEL.replace("1;2;3\n", "", 1), EXCEL + "1;2\n", EXCEL.removesuffix("1;2;3\n") + "1;2"]
)
def test_short_rows_are_rejected_where_the_pattern_of_excel_fails(text: str) -> None:
    assert len(_refused(text)) >= 16


def test_rows_above_and_below_the_table_are_no_data() -> None:
    text = (
        "Rapport clients;;\n;;\nNom;Ville;Mail\nPetit;Lyon;a@example.org\n\n"
        "Total;;1\nCopyright (c) 2026 example\nConfidential Information - Do Not Distribute\n"
    )
    assert _rows(text) == [["Petit", "Lyon", "a@example.org"]]
    assert [entry[0] for entry in _refused(text)] == ["footer"] * 3
    assert _journal(text) == {
        "file.title-rows": (("count", 1), ("line", 3)),
        "file.blank-rows": (("count", 2),),
    }


def test_a_header_that_comes_again_is_no_row() -> None:
    text = "Nom;Ville\nPetit;Lyon\nNom;Ville\nRoux;Nice\n"
    assert _rows(text) == [["Petit", "Lyon"], ["Roux", "Nice"]]
    assert [entry[:3] for entry in _refused(text)] == [("repeated-header", 2, 3)]


def test_a_file_without_header_gets_numbered_columns_and_loses_no_row() -> None:
    table, journal = read_csv(b"a@example.org\nb@example.org\n")
    assert table.columns == ("column 1",)
    assert len(list(table.rows())) == 2
    assert journal.count()["file.no-header"] == 1


def test_an_unclosed_quote_swallows_nothing() -> None:
    rows = "".join(f"{n};Lyon;{n}@example.org\n" for n in range(68))
    text = f'id;ville;mail\nx;"Nice;x@example.org\n{rows}y;"Sète";y@example.org\n'
    assert len(_rows(text)) == 69
    assert _refused(text) == [("unclosed-quote", 1, 2, ("x", '"Nice', "x@example.org"))]
    _, journal = read_csv(text.encode())
    assert "line 2" in journal.rejections[0].message


def test_a_broken_header_is_told() -> None:
    text = 'Nom;"Ville;Mail\nPetit;Lyon;a@example.org\nRoux;Nice;b@example.org\n'
    assert _journal(text)["file.unclosed-quote"] == (("count", 1), ("line", 1))
    assert len(_rows(text)) == 2


def test_bare_quotes_are_kept_and_counted() -> None:
    text = 'a;b\n"Léa "Lili" P";x\n"u";v\n'
    assert _rows(text) == [['Léa "Lili" P', "x"], ["u", "v"]]
    assert _journal(text)["file.quotes-repaired"] == (("count", 1), ("line", 2))


def test_nuls_are_removed_and_counted() -> None:
    assert _rows("a;b\nx\0y;1\n") == [["xy", "1"]]
    assert _journal("a;b\nx\0y;1\n") == {"file.nul-removed": (("count", 1), ("line", 2))}


def test_formula_guards_are_taken_off_and_counted() -> None:
    text = "id;tel;note\n'007;'+33612345678;l'été\n8;0612345678;'=1+1\n9;'90s;\"'@x\"\n"
    assert _rows(text) == [["007", "+33612345678", "l'été"], ["8", "0612345678", "=1+1"], ["9", "'90s", "@x"]]
    assert _journal(text) == {"file.guard-removed": (("count", 4), ("line", 2))}
    assert _rows(text, keep_guards=True)[0][0] == "'007"


def test_blank_lines_are_counted_wherever_they_stand() -> None:
    text = "\n \nNom;Ville\n\nPetit;Lyon\n;\n\x0c\nRoux;Nice\n\x1a"
    assert len(_rows(text)) == 2
    assert _journal(text) == {"file.blank-rows": (("count", 6),)}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_encodings_and_line_ends_make_no_difference(end: str, encoding: str) -> None:
    text = end.join(["Prénom;Ville", "Léa;Besançon", '"Zoé";"Nîmes, centre"', ""])
    assert _rows(text.encode(encoding)) == [["Léa", "Besançon"], ["Zoé", "Nîmes, centre"]]


def test_what_was_found_of_the_bytes_is_told() -> None:
    _, journal = read_csv(gzip.compress("Prénom;Ville\nZoé;Nîmes\n".encode("cp1252")))
    assert journal.findings[0].message == "Read through gzip."
    assert journal.findings[1].message == "The file was read as cp1252."
    _, journal = read_csv(b"Pr\xc3\xa9nom;Ville\nZo\xe9;N\xc3\xaemes\n")
    (mixed,) = [entry for entry in journal.findings if entry.code == "file.encoding-mixed"]
    assert dict(mixed.details) == {"count": 1, "line": 2}
    _, journal = read_csv("Имя;Город\nИван;Москва\n".encode("cp1251"))
    assert "file.encoding-uncertain" in journal.count()


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        (b"", {}, "empty"),
        (gzip.compress(b"", mtime=0), {}, "empty"),
        (b"\n\n \n", {}, "blank lines"),
        (b"Nom;Ville\n", {}, "no rows below"),
        (b"Nom;Ville\n\n;\n", {}, "no rows below"),
        (b"PK\x03\x04xl/workbook", {}, "Excel workbook: open it and save it as CSV"),
        (gzip.compress(b"%PDF-1.7", mtime=0), {}, "PDF"),
        (b"\0\1\2\3" * 99, {}, "binary"),
        (b"Zo\xe9;x\n1;2\n", {"encoding": "utf-8"}, "line 1"),
        (b"a;b\n", {"encoding": "klingon"}, "klingon"),
        ("a;b\n1;2\n".encode("utf-32"), {}, "UTF-32"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, options: dict[str, Any], words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read_csv(data, **options)
    assert "\n" not in str(caught.value)


def test_utf_32_is_read_when_the_caller_says_so() -> None:
    assert _rows("a;b\n1;é\n".encode("utf-32"), encoding="utf-32") == [["1", "é"]]


def test_everything_detected_can_be_overridden() -> None:
    text = "x\nNom,Ville;Note\nPetit,Lyon;z\n"
    assert _rows(text, delimiter=",", skip_rows=1) == [["Petit", "Lyon;z"]]
    assert _rows("Nom;Ville\nPetit;Lyon\n", header=False) == [["Nom", "Ville"], ["Petit", "Lyon"]]
    assert _rows("a@example.org;1\nb@example.org;2\n", header=True) == [["b@example.org", "2"]]
    assert _rows('Nom;Ville\n"Petit;Lyon\n', quote="") == [['"Petit', "Lyon"]]
    assert _rows("Zoé;x\nÉve;y\n".encode("cp850"), encoding="cp850", header=False)[0] == ["Zoé", "x"]
    with pytest.raises(ValueError, match="one character"):
        read_csv(b"a;b\n1;2\n", delimiter="tab")


def test_many_lines_can_be_skipped() -> None:
    text = "x;y;z\n" * 30_000 + "Nom;Ville\nPetit;Lyon\n"
    table, journal = read_csv(text.encode(), skip_rows=30_000)
    assert table.columns == ("Nom", "Ville")
    assert [finding.details for finding in journal.findings if finding.code == "file.title-rows"] == [
        (("count", 30_000), ("line", 30_001))
    ]


def test_a_first_cell_larger_than_the_sample_is_still_read() -> None:
    big = "x" * 300_000
    assert _rows(f'Nom;Note\n"{big}\n";a\nRoux;b\n') == [[big + "\n", "a"], ["Roux", "b"]]


def test_a_sample_that_ends_inside_a_row_is_not_misled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SAMPLE", 50)
    text = "Nom;Note\n" + 'Petit;"a\n\nb;c,d"\n' * 40
    table, journal = read_csv(text.encode())
    assert table.columns == ("Nom", "Note")
    assert len(list(table.rows())) == 40
    assert not journal.rejections


@given(st.text(st.sampled_from("Nom@.1 ;,\t|\"'\\\n\r\0é="), max_size=80))
@settings(max_examples=400)
def test_any_text_is_read_row_by_row_or_refused_with_every_row_accounted_for(text: str) -> None:
    try:
        table, journal = read_csv(text.encode())
    except ReadError:
        return
    noted: list[Entry] = []
    rows = list(table.rows(noted.append))
    rejections = [entry for entry in noted if isinstance(entry, Rejection)]
    assert tuple(noted) == journal.rejections
    assert all(len(row.cells) == len(table.columns) for row in rows)
    numbers = sorted([row.row for row in rows] + [entry.source.row or 0 for entry in rejections])
    assert numbers == list(range(1, len(numbers) + 1))


@given(st.binary(max_size=120))
@settings(max_examples=300)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        table, _ = read_csv(data)
    except ReadError:
        return
    assert all(len(row.cells) == len(table.columns) for row in table.rows())


WORDS = ["Petit", "", "Lyon", "a@example.org", "l'été", 'dit "Lili"', "12, rue", "a;b", "deux\nlignes", "0612345678"]


@pytest.mark.parametrize("seed", range(12))
def test_a_sound_file_of_any_manner_gives_its_cells_back(seed: int) -> None:
    chance = random.Random(seed)
    delimiter = chance.choice([";", ",", "\t", "|"])
    rows = [[str(n), *(chance.choice(WORDS) for _ in range(5))] for n in range(chance.choice([1, 40, 4000]))]
    made = io.StringIO(newline="")
    writer = csv.writer(
        made,
        delimiter=delimiter,
        lineterminator=chance.choice(["\n", "\r\n"]),
        quoting=chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    )
    writer.writerows([["id", "nom", "ville", "mail", "note", "tel"], *rows])
    assert _rows(made.getvalue()) == rows


def test_the_tail_of_a_large_file_is_read_as_the_rest() -> None:
    text = "id;nom\n" + "".join(f"{n};x\n" for n in range(30_000)) + "\nTotal;30000\n"
    table, journal = read_csv(text.encode())
    rows = list(table.rows())
    assert (len(rows), rows[-1].row, rows[-1].line) == (30_000, 30_000, 30_001)
    assert [(entry.code, entry.source.line) for entry in journal.rejections] == [("file.footer", 30_003)]
