"""xls and ods: read in a process of its own, which may die of a file; the reader does not."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from adapters.workbooks import ods, ods_row, with_far_cell
from conformance.corpora import corpus_files
from contactbase.adapters.catalog import open_table
from contactbase.adapters.excel.reader import read_excel
from contactbase.errors import ReadError

ROWS = ods_row("Nom", "Ville") + ods_row("Petit", "Lyon")


def test_an_open_document_spreadsheet_is_read() -> None:
    table, journal = open_table(ods(ROWS))
    assert [(row.line, row.cells) for row in table.rows()] == [(2, ["Petit", "Lyon"])]
    assert set(journal.count()) == {"excel.partly-looked-at", "excel.sheet", "file.header"}


def test_repeated_rows_of_an_open_document_spreadsheet_are_rows() -> None:
    table, _ = open_table(ods(ROWS + ods_row("Roux", "Nice", rows=3)))
    assert [row.cells[0] for row in table.rows()] == ["Petit", "Roux", "Roux", "Roux"]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS + ods_row("x", rows=1 << 20, columns=1 << 14),
        ROWS + ods_row("x", rows=4_000_000_000, columns=4_000_000_000),
        ROWS + "<table:table-row>",
    ],
    ids=["a full sheet", "more than there is", "cut short"],
)
def test_a_spreadsheet_made_to_fill_the_memory_is_refused(rows: str) -> None:
    with pytest.raises(ReadError, match="damaged"):
        open_table(ods(rows))


OLD = corpus_files("csvkit/examples", "test.xls")


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.name)
@pytest.mark.parametrize(("record", "size"), [(0x0203, 14), (0x00FD, 10), (0x027E, 10)], ids=["number", "text", "rk"])
def test_a_far_cell_in_an_old_file_ends_the_child_and_not_the_reader(path: Any, record: int, size: int) -> None:
    with pytest.raises(ReadError, match="made to fill the memory"):
        open_table(with_far_cell(path.read_bytes(), record, size))


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.name)
def test_an_old_file_cut_short_is_refused(path: Any) -> None:
    with pytest.raises(ReadError, match="damaged"):
        open_table(path.read_bytes()[:9000])


@pytest.mark.parametrize("engine", [None, "calamine"])
def test_a_workbook_with_a_password_says_so(engine: str | None) -> None:
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(300_000) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ReadError, match="protected by a password"):
        read_excel(encrypted, engine=engine)


def test_openpyxl_is_not_asked_for_old_formats() -> None:
    with pytest.raises(ReadError, match="openpyxl does not read"):
        read_excel(ods(ROWS), engine="openpyxl")


def test_the_child_does_not_outlive_an_interrupted_read(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def remembered(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(start(*arguments, **options))
        return started[-1]

    def interrupted(*_arguments: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("contactbase.adapters.excel.isolated.subprocess.Popen", remembered)
    monkeypatch.setattr("contactbase.adapters.excel.reader.read_grid", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_excel(ods(ROWS))
    (child,) = started
    assert child.wait(timeout=10) is not None
