"""CSV files that nobody of this project wrote: read as their JSON says, every row accounted for, or refused clearly."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from conformance.corpora import corpus_files
from contactbase.adapters.catalog import open_table
from contactbase.adapters.encoding import decode, detect
from contactbase.adapters.source import open_source
from contactbase.errors import ReadError
from contactbase.model.journal import Journal

SPECTRUM = corpus_files("csv-spectrum", "csvs/*.csv")
CSVKIT = [path for path in corpus_files("csvkit", "**/*") if path.name != "COPYING"]
EXPORTS = corpus_files("exports", "**/*.csv")
TABLES = corpus_files("dedup", "*.csv")

DELIMITERS = {"TAB": "\t"}
MENDED = {"file.unclosed-quote", "file.stray-quote", "file.quotes-repaired", "file.rows-inside-a-cell"}


def _details(journal: Journal, code: str) -> Mapping[str, str | int]:
    return next((dict(entry.details) for entry in journal.findings if entry.code == code), {})


def _count(journal: Journal, code: str) -> int:
    return int(_details(journal, code).get("count", 0))


def _records(path: Path, journal: Journal) -> int:
    """Count the records that the csv module finds, with what was found out about the file."""
    source = open_source(path)
    text = "".join(decode(source.chunks(), detect(source.chunks, source.name), source.name)).replace("\0", "")
    shown = str(_details(journal, "file.delimiter").get("delimiter", "\x1f"))
    return sum(1 for _ in csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITERS.get(shown, shown)))


def _accounted(path: Path) -> tuple[int, int]:
    """Give how many records a file has, and how many of them are accounted for."""
    table, journal = open_table(path, format="csv")
    rows = list(table.rows())
    assert all(len(row.cells) == len(table.columns) for row in rows)
    assert [row.row for row in rows] == sorted(row.row for row in rows)
    header = 0 if "file.no-header" in journal.count() else 1
    above, blank = _count(journal, "file.title-rows"), _count(journal, "file.blank-rows")
    return _records(path, journal), len(rows) + len(journal.rejections) + blank + above + header


@pytest.mark.parametrize("path", SPECTRUM, ids=lambda path: path.stem)
def test_a_file_of_the_spectrum_gives_the_records_of_its_json(path: Path) -> None:
    wanted = json.loads((path.parent.parent / "json" / f"{path.stem}.json").read_text("utf-8"))
    table, journal = open_table(path)
    found = [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows()]
    assert not journal.rejections
    if not isinstance(wanted, list):
        pytest.skip("its JSON is no list of records")
    assert found == wanted


@pytest.mark.parametrize("path", CSVKIT, ids=lambda path: path.name)
def test_every_file_is_read_with_every_row_accounted_for_or_refused_in_a_sentence(path: Path) -> None:
    try:
        records, accounted = _accounted(path)
    except ReadError as error:
        assert path.name in str(error)
        assert "\n" not in str(error)
        assert str(error).endswith(".")
        return
    assert accounted == records


def test_most_files_are_read() -> None:
    if not CSVKIT:
        pytest.skip("no corpus 'csvkit': set CONTACTBASE_CORPORA to a folder that has it")
    texts = [path for path in CSVKIT if path.suffix in (".csv", ".tsv", ".gz", ".bz2") and path.stat().st_size > 100]
    assert texts
    for path in texts:
        open_table(path)


@pytest.mark.parametrize("path", [*EXPORTS, *TABLES], ids=lambda path: path.name)
def test_every_export_is_read_with_every_row_accounted_for(path: Path) -> None:
    records, accounted = _accounted(path)
    assert accounted == records


@pytest.mark.parametrize("path", [*EXPORTS, *TABLES, *SPECTRUM], ids=lambda path: path.name)
def test_every_cell_is_the_text_of_the_csv_module(path: Path) -> None:
    table, journal = open_table(path, keep_guards=True)
    if MENDED & journal.count().keys():
        pytest.skip("its quotes had to be mended")
    source = open_source(path)
    text = "".join(decode(source.chunks(), detect(source.chunks, source.name), source.name)).replace("\0", "")
    shown = str(_details(journal, "file.delimiter").get("delimiter", "\x1f"))
    every = list(csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITERS.get(shown, shown)))
    width = len(table.columns)
    whole = [record[:width] for record in every if any(record) and len(record) >= width and not any(record[width:])]
    remaining = iter(whole)
    assert all(list(row.cells) in remaining for row in table.rows())
