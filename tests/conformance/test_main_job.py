"""The main job on files nobody of this project wrote: every row accounted for, a second run changes nothing."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from conformance.corpora import corpus_files
from contactbase.errors import ReadError
from contactbase.matching.evaluation import evaluate
from contactbase.model.journal import Journal
from contactbase.pipeline.journal_lines import journal_entries
from contactbase.pipeline.main_job import run
from contactbase.pipeline.restoring import base_of, restored

AS_OF = dt.date(2026, 11, 22)
FILES = [*corpus_files("exports", "**/*.csv"), *corpus_files("dedup", "*.csv")]
MESSY = corpus_files("csvkit/examples", "*.[ct]sv")


def rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


@pytest.mark.skipif(not FILES, reason="no corpus of exports: set CONTACTBASE_CORPORA to a folder that has one")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_row_of_a_real_file_is_accounted_for_and_a_second_run_changes_nothing(path: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    result = run(path, out=first, as_of=AS_OF)
    found = result.summary
    assert found["rows_read"] == found["contacts"] + found["merged_away"] + found["removed"] + found["rejected"]
    assert found["contacts"] == rows(first / "contacts.csv")
    assert found["rejected"] == rows(first / "rejected.csv")
    assert dict(base_of(first)) == dict(result.base)
    assert len(restored(first)) == found["contacts"] + found["merged_away"] + found["removed"]
    run(first, out=second, as_of=AS_OF)
    for name in ("contacts.csv", "consents.csv", "events.csv"):
        assert (second / name).read_bytes() == (first / name).read_bytes(), name
    with (second / "journal.jsonl").open(encoding="utf-8") as lines:
        journal = Journal(tuple(journal_entries(lines)))
    assert (journal.changes, journal.merges, journal.rejections) == ((), (), ())


@pytest.mark.skipif(not MESSY, reason="no corpus of messy CSV: set CONTACTBASE_CORPORA to a folder that has one")
@pytest.mark.parametrize("path", MESSY, ids=lambda path: path.name)
def test_a_messy_file_is_accounted_for_or_refused_in_one_sentence(path: Path) -> None:
    try:
        found = run(path, as_of=AS_OF).summary
    except ReadError as error:
        assert path.name in str(error)
        assert "\n" not in str(error)
    else:
        assert found["rows_read"] == found["contacts"] + found["merged_away"] + found["removed"] + found["rejected"]


TRUTHS = [path for path in corpus_files("dedup", "*.csv") if b"true_id" in path.read_bytes()[:1000]]


@pytest.mark.skipif(not TRUTHS, reason="no corpus with true ids: set CONTACTBASE_CORPORA to a folder that has one")
@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.name)
def test_merging_is_careful_on_a_file_whose_truth_is_known(path: Path, tmp_path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    truth = {row["id"]: row["true_id"] for row in table}
    blind = tmp_path / "clients.csv"
    names = [name for name in table[0] if name != "true_id"]
    with blind.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(table)
    run(blind, out=tmp_path / "clean", as_of=AS_OF)
    with (tmp_path / "clean" / "journal.jsonl").open(encoding="utf-8") as lines:
        merges = Journal(tuple(journal_entries(lines))).merges
    clusters = [[merge.kept, *(contact.id for contact in merge.absorbed)] for merge in merges]
    assert evaluate(clusters, truth).precision > 0.95
