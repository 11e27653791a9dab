"""The main job on the demo file: the accounting, the folder, the second run, undo, interruption."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contactbase.cli.demo_file import demo_bytes
from contactbase.errors import ReadError, WriteError
from contactbase.matching.merge import dedupe
from contactbase.model.enums import Severity
from contactbase.model.journal import Decision, Finding, Journal
from contactbase.normalize.clean import clean
from contactbase.pipeline.journal_lines import journal_entries
from contactbase.pipeline.main_job import run
from contactbase.pipeline.reading import read
from contactbase.pipeline.reports import report
from contactbase.pipeline.restoring import base_of, restored

AS_OF = dt.date(2026, 11, 22)
ROWS = 700


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "clients.csv"
    path.write_bytes(demo_bytes(ROWS))
    return path


@pytest.fixture(scope="module")
def result(source: Path) -> Path:
    out = source.parent / "clean"
    run(source, out=out, as_of=AS_OF)
    return out


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counts(folder: Path) -> dict[str, int]:
    summary = json.loads((folder / "summary.json").read_text())
    return {name: summary[name] for name in ("rows_read", "contacts", "merged_away", "removed", "rejected")}


def test_every_row_is_accounted_for(result: Path) -> None:
    found = counts(result)
    assert found["rows_read"] == sum(found.values()) - found["rows_read"]
    assert found["contacts"] == len(table(result / "contacts.csv"))
    assert found["rejected"] == len(table(result / "rejected.csv"))
    assert found["rejected"]
    assert found["merged_away"]


def test_the_folder_holds_what_it_should_and_nothing_stands_beside_it(result: Path) -> None:
    assert {path.name for path in result.iterdir()} == {
        "contacts.csv",
        "consents.csv",
        "events.csv",
        "journal.jsonl",
        "rejected.csv",
        "report.html",
        "summary.json",
    }
    assert [path.name for path in result.parent.iterdir() if path.name.startswith(".")] == []


def test_the_report_shows_the_closest_calls_and_is_drawn_again_from_the_folder(result: Path) -> None:
    page = (result / "report.html").read_text(encoding="utf-8")
    assert page.count('class="steps"') == 6
    pairs = json.loads((result / "summary.json").read_text())["figures"]["pairs"]
    assert {pair["merged"] for pair in pairs} == {True, False}
    assert all(pair["left"] in page and pair["right"] in page for pair in pairs)
    assert report(result).to_html() == page


def test_the_report_and_the_summary_hold_no_address_and_no_number_of_anybody(result: Path) -> None:
    pages = [(result / name).read_text(encoding="utf-8") for name in ("report.html", "summary.json")]
    rows = table(result / "contacts.csv")
    values = {value for row in rows for field in ("emails", "phones") for value in row[field].split("|") if value}
    assert len(values) > ROWS
    assert not [value for value in values if any(value in page for page in pages)]


def test_a_folder_of_before_there_were_close_calls_is_drawn_without_them(result: Path, tmp_path: Path) -> None:
    summary = json.loads((result / "summary.json").read_text())
    del summary["figures"]["pairs"]
    (tmp_path / "summary.json").write_text(json.dumps(summary))
    assert 'class="steps"' not in report(tmp_path).to_html()


def test_the_journal_says_what_the_summary_counts(result: Path) -> None:
    summary = json.loads((result / "summary.json").read_text())
    with (result / "journal.jsonl").open(encoding="utf-8") as lines:
        entries = list(journal_entries(lines))
    codes: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry, Finding):
            codes[entry.code] = codes.get(entry.code, 0) + 1
    assert codes == summary["findings"]
    decisions = [entry for entry in entries if isinstance(entry, Decision)]
    assert len(decisions) == sum(summary["decisions"].values())
    assert summary["decisions"]


def test_a_second_run_on_the_folder_changes_nothing(result: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    run(result, out=again, as_of=AS_OF)
    for name in ("contacts.csv", "consents.csv", "events.csv"):
        assert (again / name).read_bytes() == (result / name).read_bytes(), name
    assert counts(again)["merged_away"] == counts(again)["rejected"] == 0
    with (again / "journal.jsonl").open(encoding="utf-8") as lines:
        journal = Journal(tuple(journal_entries(lines)))
    assert (journal.changes, journal.merges) == ((), ())


def test_the_folder_read_back_is_the_base_that_was_written(source: Path, result: Path) -> None:
    assert dict(base_of(result)) == dict(run(source, as_of=AS_OF).base)


def test_streaming_gives_what_the_steps_give_one_after_the_other(source: Path) -> None:
    records, _ = read(source)
    assert dict(run(source, as_of=AS_OF).base) == dict(dedupe(clean(records, as_of=AS_OF).value).value)


def test_several_processes_give_what_one_gives(source: Path, result: Path, tmp_path: Path) -> None:
    out = tmp_path / "clean"
    run(source, out=out, as_of=AS_OF, workers=2)
    for path in result.iterdir():
        if path.suffix in {".csv", ".jsonl"}:
            assert (out / path.name).read_bytes() == path.read_bytes(), path.name
    assert json.loads((out / "summary.json").read_text()) == json.loads((result / "summary.json").read_text())


def test_the_records_come_back_as_they_were_read(source: Path, result: Path) -> None:
    records, _ = read(source)
    raw = {(record.source.row): (dict(record.values), record.extra) for record in records}
    back = {record.source.row: (dict(record.values), record.extra) for record in restored(result)}
    assert back
    assert all(raw[row] == found for row, found in back.items())
    rejected = {int(row["row"]) for row in table(result / "rejected.csv") if row["row"]}
    assert set(raw) - rejected == set(back)


def test_enacting_removes_what_is_due_and_undo_brings_it_back(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "clean"
    late = dt.date(2032, 1, 1)
    run(source, out=out, as_of=late, enact=True)
    found = counts(out)
    assert found["rows_read"] == found["contacts"] + found["merged_away"] + found["removed"] + found["rejected"]
    records, _ = read(source)
    rejected = {int(row["row"]) for row in table(out / "rejected.csv") if row["row"]}
    assert len(restored(out)) == sum(1 for record in records if record.source.row not in rejected)


def test_excel_gets_its_own_csv_and_it_reads_back(source: Path, result: Path, tmp_path: Path) -> None:
    out = tmp_path / "excel"
    run(source, out=out, as_of=AS_OF, csv="excel-fr")
    assert (out / "contacts.csv").read_bytes().startswith(b"\xef\xbb\xbfid;")
    assert dict(base_of(out)) == dict(base_of(result))


def test_several_files_are_one_base(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "more.csv"
    other.write_text("Nom;Prénom;Portable\nDurand;Zoé;06 98 76 54 32\n", encoding="utf-8")
    one, both = run(source, as_of=AS_OF), run(source, other, as_of=AS_OF)
    assert both.summary["rows_read"] == one.summary["rows_read"] + 1
    assert both.summary["contacts"] == one.summary["contacts"] + 1


def test_an_input_is_never_overwritten(source: Path, result: Path) -> None:
    before = (result / "contacts.csv").read_bytes()
    for inputs, out in (((source,), source), ((source,), source.parent), ((result,), result)):
        with pytest.raises(WriteError):
            run(*inputs, out=out, as_of=AS_OF)
    assert (result / "contacts.csv").read_bytes() == before


def test_a_folder_with_other_files_is_left_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"sea")
    with pytest.raises(WriteError, match="other files"):
        run(source, out=tmp_path, as_of=AS_OF)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_an_earlier_result_stays_when_the_next_run_fails(tmp_path: Path) -> None:
    out = tmp_path / "clean"
    small = tmp_path / "small.csv"
    small.write_text("Nom;Portable\nDurand;06 98 76 54 32\n", encoding="utf-8")
    run(small, out=out, as_of=AS_OF)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(ReadError):
        run(tmp_path / "nothing.csv", out=out, as_of=AS_OF)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a POSIX signal")
def test_a_run_killed_at_any_moment_leaves_the_old_result_or_the_new_one_whole(tmp_path: Path) -> None:
    old, new, out = tmp_path / "old.csv", tmp_path / "new.csv", tmp_path / "clean"
    old.write_text("Nom;Portable\nDurand;06 98 76 54 32\n", encoding="utf-8")
    new.write_bytes(demo_bytes(300))
    run(old, out=out, as_of=AS_OF)
    command = [sys.executable, "-m", "contactbase", "clean", str(new), "--out", str(out), "--as-of", "2026-11-22"]
    seen: set[int] = set()
    started = time.monotonic()
    subprocess.run([*command[:-4], "--out", str(tmp_path / "timing"), *command[-2:]], check=True, capture_output=True)
    whole = time.monotonic() - started
    for step in range(14):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (step + 1) / 14)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = counts(out)
        assert found["rows_read"] == sum(found.values()) - found["rows_read"]
        assert found["contacts"] == len(table(out / "contacts.csv"))
        seen.add(found["rows_read"])
    subprocess.run(command, check=True, capture_output=True)
    assert 1 in seen
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_hash_seed_changes_nothing(source: Path, tmp_path: Path) -> None:
    results = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "contactbase", "clean", str(source), "--out", str(out), "--as-of", "2026-11-22"],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        results.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert results[0] == results[1]


def test_unknown_columns_are_written_back(source: Path, result: Path) -> None:
    comments = {row["Commentaire"] for row in table(result / "contacts.csv")}
    records, _ = read(source)
    said = {text for record in records for name, text in record.extra if name == "Commentaire"}
    assert {comment.removeprefix("'") for comment in comments} & {text.removeprefix("'") for text in said}


def test_standard_input_and_bytes_are_sources() -> None:
    text = "Nom;Portable\nDurand;06 98 76 54 32\n".encode("cp1252")
    assert run(text, as_of=AS_OF).summary["contacts"] == 1
    assert run(io.BytesIO(text), as_of=AS_OF).summary["contacts"] == 1


def test_a_list_of_numbers_without_a_header_is_understood() -> None:
    result = run(b"06 98 76 54 32\n06 98 76 54 31\n06 98 76 54 30\n", as_of=AS_OF)
    assert result.summary["contacts"] == 3
    assert result.summary["findings"]["layout.guessed-from-content"] == 1


def test_names_at_birth_couples_and_company_numbers_come_back_from_the_folder(tmp_path: Path) -> None:
    source = tmp_path / "clients.csv"
    rows = [
        "Civilité;Nom;Prénom;Nom de jeune fille;M. et Mme;N° SIREN;N° SIRET;N° TVA intracommunautaire;Société",
        "M. et Mme;DURAND;;;oui;;;;",
        "Mme;PETIT née MARTIN;Alice;;non;;;;",
        "Mme;LEROY;Anne;de la Tour;;;;;",
        ";;;;;;732 829 320 00074;;Exemple SARL",
        ";;;;;;;fr 44732829320;Exemple SAS",
    ]
    source.write_text("\n".join(rows) + "\n", encoding="utf-8")
    result = run(source, out=tmp_path / "out", as_of=AS_OF)
    contacts = [*result.base.values()]
    assert [(contact.couple, contact.birth_name) for contact in contacts[:3]] == [
        (True, None),
        (False, "Martin"),
        (None, "de la Tour"),
    ]
    assert {(contact.siren, contact.siret, contact.vat) for contact in contacts[3:]} == {
        ("732829320", "73282932000074", None),
        ("732829320", None, "FR44732829320"),
    }
    again, journal = clean(read(tmp_path / "out").value, as_of=AS_OF)
    assert dict(again) == dict(result.base)
    assert not [entry for entry in journal.findings if entry.severity is not Severity.INFO]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_journal_speaks_the_language_of_the_run(tmp_path: Path, workers: int) -> None:
    rows = b"Nom;Portable\n;\nDurand;0612\n"
    run(rows, out=tmp_path / "out", as_of=AS_OF, language="fr", workers=workers)
    lines = (tmp_path / "out" / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines if '"message"' in line]
    said = next(entry["message"] for entry in entries if entry["code"].startswith("phone."))
    assert said.startswith("Le numéro")
