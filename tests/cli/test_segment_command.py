"""`contactbase segment`, run as a user runs it: every option, both languages, and what is said of a wrong text."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cli.in_process import command
from contactbase.model.schema import SCHEMA
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read
from segment.databases import tables

FILE = (
    "Id;Nom;Prénom;Ville;Portable;Date de naissance\n"
    "k1;Durand;Léa;Lyon;06 12 34 56 78;01/05/1999\n"
    "k2;Martin;Zoé;Paris;06 98 76 54 3;02/06/1950\n"
    "k3;Petit;Omar;;06 98 76 54 32;\n"
)
DAY = ("--as-of", "2026-11-22")


def segment(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return command("segment", *arguments, stdin=stdin)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def rows(text: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=delimiter))


def test_the_contacts_come_out_as_canonical_csv(clients: Path) -> None:
    done = segment(clients, 'city = "LYON"', *DAY)
    assert done.returncode == 0, done.stderr
    (found,) = rows(done.stdout)
    assert (found["first_name"], found["city"], found["birth_date"]) == ("Léa", "Lyon", "1999-05-01")
    assert "3 rows read: 3 contacts, 0 rows and 1 values refused" in done.stderr.decode()


def test_counting_says_a_number_and_what_a_negation_takes_in(clients: Path) -> None:
    done = segment(clients, 'city != "Lyon"', "--count", *DAY)
    assert (done.returncode, done.stdout) == (0, b"2\n")
    assert 'W101 1 of 3 contacts have no city and are included. Add "and city is known"' in done.stderr.decode()
    quiet = segment(clients, 'city != "Lyon"', "--count", "--quiet", *DAY)
    assert (quiet.stdout, quiet.stderr) == (b"2\n", b"")


def test_the_day_is_the_one_given(clients: Path) -> None:
    for day, count in (("2017-04-30", b"1\n"), ("2017-05-01", b"2\n")):
        assert segment(clients, "age >= 18", "--count", "--as-of", day).stdout == count


def test_standard_input_and_output_are_a_dash(clients: Path, tmp_path: Path) -> None:
    text = "birth_date is known and age > 70"
    done = segment("-", text, "--out", "-", *DAY, stdin=clients.read_bytes())
    assert [row["first_name"] for row in rows(done.stdout)] == ["Zoé"]
    assert not (tmp_path / "-").exists()
    assert segment(clients, text, *DAY).stdout == done.stdout


@pytest.mark.parametrize(("preset", "delimiter", "mark"), [("plain", ",", False), ("excel-fr", ";", True)])
def test_a_file_is_written_as_asked(clients: Path, tmp_path: Path, preset: str, delimiter: str, mark: bool) -> None:
    out = tmp_path / "deep" / "out.csv"
    done = segment(clients, "city is known", "--out", out, "--csv", preset, *DAY)
    assert (done.returncode, done.stdout) == (0, b"")
    assert f"2 contacts written to {out}." in done.stderr.decode()
    written = out.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf") is mark
    assert [row["city"] for row in rows(written, delimiter)] == ["Lyon", "Paris"]


def test_an_unknown_preset_is_refused_with_the_known_ones(clients: Path) -> None:
    done = segment(clients, "city is known", "--csv", "excel-de")
    assert done.returncode == 2
    assert "excel-fr" in done.stderr.decode()


WRONG = 'ctiy = "Lyon" and age = "25"'
CARETS = f"     {WRONG}\n     ^^^^\n", f"     {WRONG}\n{' ' * 29}^^^^\n"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("This is no segment:", 'E101 unknown field "ctiy". Did you mean "city"?', "Write age = 25.")),
        (
            "fr",
            ("Ce n'est pas un segment :", 'E101 champ inconnu "ctiy". Vouliez-vous dire "city" ?', "Écrivez age = 25."),
        ),
    ],
)
def test_a_wrong_text_is_shown_whole_with_carets(clients: Path, language: str, said: tuple[str, ...]) -> None:
    done = segment(clients, WRONG, "--lang", language)
    error = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    for words in (*said, *CARETS):
        assert words in error
    assert "Traceback" not in error


@pytest.mark.parametrize("text", ["", 'city = "\x01', "é" * 5_000, "(" * 5_000])
def test_no_text_ends_in_a_traceback(clients: Path, text: str) -> None:
    done = segment(clients, text, "--count", *DAY)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"contactbase: ")


def test_what_only_an_evaluation_shows_is_said_in_french_too(clients: Path) -> None:
    done = segment(clients, 'in list "x" and in segment "y"', "--lang", "fr", "--count")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "E152" in done.stderr.decode() or "E151" in done.stderr.decode()
    assert "il n'y a pas" in done.stderr.decode()


def test_without_a_policy_nobody_can_receive_and_that_is_said(clients: Path) -> None:
    done = segment(clients, "city is known and can receive sms", "--count", *DAY)
    assert done.stdout == b"0\n"
    assert "No policy is asked here" in done.stderr.decode()


def test_one_contact_is_explained_in_both_languages(clients: Path) -> None:
    listed = rows(segment(clients, 'last_name = "Martin"', *DAY).stdout)
    (one,) = [row["id"] for row in listed]
    text = 'city = "Lyon" and age > 30'
    english = segment(clients, text, "--explain", one, *DAY).stdout.decode()
    assert english.splitlines()[1:] == [
        '  ✗ city = "Lyon": Paris',
        "  ✓ age > 30: 76",
        'would be in with: city = "Lyon" (Paris)',
    ]
    french = segment(clients, text, "--explain", one, "--lang", "fr", *DAY).stdout.decode()
    assert french.splitlines()[-1] == 'serait dedans avec : city = "Lyon" (Paris)'


@pytest.mark.parametrize(
    ("language", "said"), [("en", "There is no contact 'x-9'"), ("fr", "Il n'y a pas de contact 'x-9'")]
)
def test_a_contact_that_is_not_there_is_refused(clients: Path, language: str, said: str) -> None:
    done = segment(clients, "city is known", "--explain", "x-9", "--lang", language)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


@pytest.mark.parametrize("dialect", ["duckdb", "SQLite", "postgresql", "spark"])
def test_every_dialect_prints_a_statement_and_its_parameters(tmp_path: Path, dialect: str) -> None:
    done = segment(
        tmp_path / "absent.csv", 'city != "Lyon" and count(purchases) < 2 and age > 30', "--sql", dialect, *DAY
    )
    assert done.returncode == 0, done.stderr
    statement, comment = done.stdout.decode().splitlines()
    assert statement.startswith("WITH ")
    assert "Lyon" not in statement
    parameters = json.loads(comment.removeprefix("-- "))
    assert sorted(map(str, parameters)) == sorted(["purchase", "lyon", "1", "1995-11-22"])
    assert 1 in parameters


def test_the_printed_statement_runs_and_selects_whom_the_command_selects(clients: Path) -> None:
    text = 'city != "Lyon" and count(purchases) < 2'
    base = clean(read(clients).value, region="FR", as_of=dt.date(2026, 11, 22)).value
    statement, comment = segment(clients, text, "--sql", "sqlite", *DAY).stdout.decode().splitlines()
    connection = sqlite3.connect(":memory:")
    for name, (columns, cells) in tables(base.values(), SCHEMA).items():
        connection.execute(f'CREATE TABLE "{name}" ({", ".join(column.name for column in columns)})')
        places = ", ".join("?" * len(columns))
        connection.executemany(
            f'INSERT INTO "{name}" VALUES ({places})',  # noqa: S608 - names of the schema
            [[c if c is None else str(c) for c in row] for row in cells],
        )
    found = {row[0] for row in connection.execute(statement, json.loads(comment.removeprefix("-- ")))}
    assert found == {row["id"] for row in rows(segment(clients, text, *DAY).stdout)}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Choose one of duckdb, sqlite"), ("fr", "Choisissez parmi duckdb, sqlite")]
)
def test_an_unknown_dialect_is_refused_with_the_known_ones(language: str, said: str) -> None:
    done = segment("-", "city is known", "--sql", "oracle", "--lang", language)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_what_a_dialect_cannot_say_is_refused() -> None:
    done = segment("-", "can receive sms", "--sql", "duckdb")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"duckdb cannot express can receive sms" in done.stderr


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    done = segment(tmp_path / "absent.csv", "city is known")
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_folder_of_results_is_read_as_it_is(clients: Path, tmp_path: Path) -> None:
    out = tmp_path / "clean"
    clean_it = [sys.executable, "-m", "contactbase", "clean", str(clients), "--out", str(out), "--quiet", *DAY]
    subprocess.run(clean_it, check=True)
    done = segment(out, "city is known", "--count", *DAY)
    assert (done.stdout, done.stderr) == (b"2\n", b"")


@pytest.mark.parametrize("name", ["lyon.vcf", "lyon.jsonl"])
def test_the_suffix_of_the_file_chooses_its_format_and_what_is_lost_is_said(
    clients: Path, tmp_path: Path, name: str
) -> None:
    clients.write_text("Nom;Ville;Portable;SIREN\nDurand;Lyon;06 12 34 56 78;732 829 320\n", encoding="utf-8")
    done = segment(clients, 'city = "Lyon"', *DAY, "--out", tmp_path / name, "--lang", "fr")
    assert done.returncode == 0, done.stderr
    (record,) = read(tmp_path / name).value
    assert record.values["phones"] == "+33612345678"
    assert "1 contacts écrits" in done.stderr.decode()
    assert ("n'a pas de place" in done.stderr.decode()) == (name == "lyon.vcf")


def test_a_file_of_cards_is_cleaned_as_any_other(tmp_path: Path) -> None:
    cards = tmp_path / "people.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nN:DURAND;Léa;;;\nTEL:06 12 34 56 78\nEND:VCARD\nBEGIN:VCARD\nN:x\n")
    command = [sys.executable, "-m", "contactbase", "clean", str(cards), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert (summary["rows_read"], summary["contacts"], summary["rejected"]) == (2, 1, 1)
