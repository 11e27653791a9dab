"""The command line, run as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from adapters.workbooks import BODY, HEAD, text_cell, workbook
from contactbase.model.codes.catalog import CATALOG

FILE = (
    "Nom;Prénom;Portable;E-mail\nDURAND;Léa;06 12 34 56 7;lea@example.org\nMartin;Zoé;06 98 76 54 32;zoe@example.org\n"
)


def contactbase(*arguments: object, stdin: bytes = b"", lang: str = "C.UTF-8") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"LC_ALL": lang, "COLUMNS": "120"}
    command = [sys.executable, "-m", "contactbase", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, encoding="cp1252")
    return path


def test_check_names_row_column_and_problem_and_exits_with_1(clients: Path) -> None:
    done = contactbase("check", clients, "--as-of", "2026-11-22")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert any('row 1 (line 2), column "Portable": error phone.too-short' in line for line in lines)
    assert "1 error" in done.stderr.decode()


def test_check_of_a_clean_file_exits_with_0(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Nom;Prénom;Portable\nMartin;Zoé;+33698765432\n", encoding="utf-8")
    assert contactbase("check", path).returncode == 0


def test_check_speaks_json_and_french(clients: Path) -> None:
    done = contactbase("check", clients, "--format", "json", "--select", "phone", "--lang", "fr")
    (found,) = [entry for entry in json.loads(done.stdout) if entry["severity"] == "error"]
    assert (found["code"], found["row"], found["line"], found["column"]) == ("phone.too-short", 1, 2, "Portable")
    assert found["message"].startswith("Le numéro")


def test_check_selects_codes_and_refuses_unknown_ones(clients: Path) -> None:
    assert contactbase("check", clients, "--select", "email").returncode == 0
    done = contactbase("check", clients, "--select", "fone")
    assert (done.returncode, done.stdout) == (2, b"")


def test_clean_writes_the_folder_and_says_the_accounting(clients: Path, tmp_path: Path) -> None:
    done = contactbase("clean", clients, "--out", tmp_path / "clean", "--as-of", "2026-11-22")
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    assert "2 rows read = 2 contacts + 0 merged away + 0 removed + 0 rejected." in done.stderr.decode()
    assert (tmp_path / "clean" / "report.html").is_file()


def test_clean_says_nothing_when_quiet_and_writes_nothing_when_dry(clients: Path, tmp_path: Path) -> None:
    done = contactbase("clean", clients, "--out", tmp_path / "clean", "--quiet", "--dry-run")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not (tmp_path / "clean").exists()


def test_clean_reads_standard_input(tmp_path: Path) -> None:
    done = contactbase("clean", "-", "--out", tmp_path / "clean", stdin=FILE.encode())
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "clean" / "summary.json").read_text())["rows_read"] == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "nothing.csv"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        (b"PK\x03\x04" + bytes(100), "zip archive"),
        (b"Nom;Portable\n", "header"),
    ],
    ids=["missing", "empty", "picture", "archive", "header alone"],
)
def test_what_cannot_be_read_gives_one_sentence_and_2(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / ("nothing.csv" if content is None else "clients.csv")
    if content is not None:
        path.write_bytes(content)
    for command in (["check", path], ["clean", path, "--out", tmp_path / "clean"], ["report", path]):
        done = contactbase(*command)
        errors = done.stderr.decode()
        assert done.returncode == 2, command
        assert errors.startswith("contactbase: ")
        assert errors.count("\n") == 1
        assert words in errors
        assert "Traceback" not in errors
    assert not (tmp_path / "clean").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["clean", "FILE"],
        ["clean", "FILE", "--out", "OUT", "--policy", "ZZ"],
        ["clean", "FILE", "--out", "OUT", "--layout", "salesfarce"],
        ["clean", "FILE", "--out", "OUT", "--region", "France"],
        ["clean", "FILE", "--out", "OUT", "--region", "UK"],
        ["clean", "FILE", "--out", "OUT", "--region", "ZZ"],
        ["check", "FILE", "--delimiter", ";;"],
        ["check", "FILE", "--delimiter", '"'],
        ["check", "FILE", "--skip-rows", "-1"],
        ["demo", "OUT", "--rows", "-1"],
        ["clean", "FILE", "--out", "OUT", "--encoding", "klingon"],
        ["clean", "FILE", "--out", "OUT", "--map", "Nom=surname"],
        ["clean", "FILE", "--out", "OUT", "--csv", "word"],
        ["clean", "FILE", "--out", "OUT", "--workers", "0"],
        ["clean", "FILE", "--out", "FILE"],
        ["clean", "FILE", "--out", "OUT", "--as-of", "yesterday"],
        ["rules", "phone.too-shirt"],
        ["undo", "OUT"],
        ["nonsense"],
        [],
    ],
    ids=lambda arguments: " ".join(arguments) or "nothing",
)
def test_wrong_usage_exits_with_2_and_no_traceback(clients: Path, tmp_path: Path, arguments: list[str]) -> None:
    places = {"FILE": str(clients), "OUT": str(tmp_path / "out")}
    done = contactbase(*(places.get(word, word) for word in arguments))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_rules_lists_every_code_and_explains_one_in_two_languages() -> None:
    every = contactbase("rules").stdout.decode()
    assert all(code in every for code in CATALOG)
    assert "too few for its country" in contactbase("rules", "phone.too-short").stdout.decode()
    assert "trop peu" in contactbase("rules", "phone.too-short", lang="fr_FR.UTF-8").stdout.decode()
    (code,) = json.loads(contactbase("rules", "phone.too-short", "--format", "json").stdout)
    assert code["severity"] == "error"


def test_undo_gives_the_records_back(clients: Path, tmp_path: Path) -> None:
    contactbase("clean", clients, "--out", tmp_path / "clean")
    done = contactbase("undo", tmp_path / "clean")
    assert done.returncode == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert rows == [
        {"first_name": "Léa", "last_name": "DURAND", "mobile": "06 12 34 56 7", "email": "lea@example.org"},
        {"first_name": "Zoé", "last_name": "Martin", "mobile": "06 98 76 54 32", "email": "zoe@example.org"},
    ]


def test_report_draws_a_file_and_a_folder(clients: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert contactbase("report", clients, "--out", page, "--lang", "fr").returncode == 0
    assert 'lang="fr"' in page.read_text(encoding="utf-8")
    contactbase("clean", clients, "--out", tmp_path / "clean")
    assert contactbase("report", tmp_path / "clean").returncode == 0


def test_demo_then_clean_then_segment(tmp_path: Path) -> None:
    assert contactbase("demo", tmp_path / "sample", "--rows", "200").returncode == 0
    out = tmp_path / "clean"
    assert contactbase("clean", tmp_path / "sample" / "clients.csv", "--out", out).returncode == 0
    counted = contactbase("segment", out, "city is known", "--count")
    assert counted.returncode == 0, counted.stderr
    assert int(counted.stdout) > 0
    listed = contactbase("segment", out, "city is known")
    assert len(listed.stdout.decode().splitlines()) >= int(counted.stdout)


def test_a_wrong_segment_is_shown_with_a_caret(clients: Path) -> None:
    done = contactbase("segment", clients, 'ctiy = "Lyon"', "--count")
    assert done.returncode == 2
    assert 'unknown field "ctiy". Did you mean "city"?' in done.stderr.decode()
    assert "^^^^" in done.stderr.decode()


def test_a_pipe_that_closes_early_is_no_error() -> None:
    command = f"{sys.executable} -m contactbase rules | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [["check", "FILE"], ["segment", "FILE", 'city = "Lyon"'], ["rules"]])
def test_a_full_disk_behind_the_output_is_said_in_one_sentence(clients: Path, command: list[str]) -> None:
    words = [str(clients) if word == "FILE" else word for word in command]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "contactbase", *words, "--quiet"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
    assert done.stderr.startswith(b"contactbase: The system refuses to read or write: ")


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize(
    ("command", "code"), [("check FILE >&-", 1), ("check FILE 2>&-", 1), ("check - <&-", 2), ("rules >&- 2>&- <&-", 0)]
)
def test_streams_that_the_shell_closed_are_nothing_to_stumble_over(clients: Path, command: str, code: int) -> None:
    line = f"{sys.executable} -m contactbase {command.replace('FILE', str(clients))}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_importing_the_package_loads_nothing_optional_and_next_to_nothing_else() -> None:
    program = "import sys, contactbase; print(*sorted(sys.modules))"
    loaded = set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout.split()
    )
    assert not loaded & {"ftfy", "rich", "duckdb", "pandas", "numpy", "openpyxl", "email_validator", "dateutil.parser"}


def test_undo_guards_formulas_like_every_other_file(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Nom;Portable;Remarque\nMartin;+33698765432;=HYPERLINK(1)\n", encoding="utf-8")
    contactbase("clean", path, "--out", tmp_path / "clean")
    (row,) = csv.DictReader(io.StringIO(contactbase("undo", tmp_path / "clean").stdout.decode()))
    assert (row["Remarque"], row["mobile"]) == ("'=HYPERLINK(1)", "+33698765432")


def test_a_workbook_goes_through_the_same_door(tmp_path: Path) -> None:
    path = tmp_path / "clients.xlsx"
    path.write_bytes(workbook(HEAD + BODY + f'<row r="3">{text_cell("A3", "Roux")}{text_cell("B3", "06 12 34")}</row>'))
    checked = contactbase("check", path, "--select", "excel", "--sheet", "1", "--lang", "fr")
    assert checked.returncode == 0, checked.stderr
    assert "excel.sheet: La feuille « Clients » a été lue" in checked.stdout.decode()
    done = contactbase("clean", path, "--out", tmp_path / "clean", "--as-of", "2026-11-22")
    assert done.returncode == 0, done.stderr
    assert "2 rows read = 2 contacts" in done.stderr.decode()
    refused = contactbase("check", path, "--sheet", "Ventes")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert "no sheet 'Ventes'" in refused.stderr.decode()


def test_review_writes_a_workbook_and_applies_it_when_it_comes_back(clients: Path, tmp_path: Path) -> None:
    book, out, decisions = tmp_path / "review.xlsx", tmp_path / "out.xlsx", tmp_path / "decisions.jsonl"
    options = ["--as-of", "2026-11-22"]
    made = contactbase("review", clients, "--out", book, "--length", "last_name=2-40", "--lang", "fr", *options)
    assert (made.returncode, made.stdout) == (0, b""), made.stderr
    assert made.stderr.decode().startswith("2 contacts écrits dans")
    edited = openpyxl.load_workbook(book)
    sheet = edited["Contacts"]
    place = next(cell.column for cell in sheet[1] if cell.value == "Téléphones")
    assert sheet.cell(2, place).value == "06 12 34 56 7"
    sheet.cell(2, place).value = "06 12 34 56 78"
    edited.save(book)
    done = contactbase("review", clients, "--apply", book, "--out", out, "--journal", decisions, *options)
    assert done.returncode == 0, done.stderr
    assert "1 fields corrected, 0 duplicates merged away; 2 contacts written" in done.stderr.decode()
    entries = [json.loads(line) for line in decisions.read_text(encoding="utf-8").splitlines()]
    assert [(entry["entry"], entry.get("code", entry.get("reason"))) for entry in entries] == [
        ("finding", "review.corrected"),
        ("merge", "review.corrected"),
    ]
    checked = contactbase("check", out, *options)
    assert (checked.returncode, checked.stdout) == (0, b"")


def test_review_says_what_the_file_of_corrected_contacts_does_not_hold(tmp_path: Path) -> None:
    clients, book, out = tmp_path / "clients.csv", tmp_path / "review.xlsx", tmp_path / "out.csv"
    clients.write_text("Nom;Portable;Opt-in SMS\nPetit;06 98 76 54 32;non\n", encoding="utf-8")
    assert contactbase("review", clients, "--out", book).returncode == 0
    done = contactbase("review", clients, "--apply", book, "--out", out)
    assert "csv has no place for consents: 1 contacts lose it" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--length", "city=x-3"], "no rule of length"),
        (["--length", "city=9-3"], "from 9 to 3"),
        (["--length", "town=1-3"], "town"),
        (["--journal", "j.jsonl"], "--apply"),
    ],
)
def test_review_refuses_wrong_options(clients: Path, tmp_path: Path, arguments: list[str], words: str) -> None:
    done = contactbase("review", clients, "--out", tmp_path / "r.xlsx", *arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert not (tmp_path / "r.xlsx").exists()
