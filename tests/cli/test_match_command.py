from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from cli.in_process import command

ROWS = """id,prenom,nom,email,mobile,adresse,code_postal,ville
a,Léa,DURAND,durand@example.org,06 39 98 10 01,12 rue des Lilas,69003,Lyon
b,LEA,Durand,durand@example.org,,,69003,Lyon
c,Paul,Durand,durand@example.org,,12 rue des Lilas,69003,Lyon
d,Karim,Petit,karim@example.net,,,29200,Brest
"""


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def run(*arguments: object, expected: int = 0) -> subprocess.CompletedProcess[str]:
    done = command(*arguments)
    assert done.returncode == expected, done.stderr
    return subprocess.CompletedProcess(done.args, expected, done.stdout.decode(), done.stderr.decode())


def test_duplicates_and_households_are_told_and_nobody_is_merged(clients: Path) -> None:
    told = run("match", clients).stdout
    assert "People there more than once: 1; contacts that would be merged away: 1." in told
    assert "Households: 1." in told


def test_strict_says_by_its_exit_code_that_somebody_is_there_twice(clients: Path) -> None:
    run("match", clients, "--strict", expected=1)


def test_a_pair_is_explained_in_both_languages(clients: Path) -> None:
    assert "a · b: the same person" in run("match", clients, "--explain", "a", "b").stdout
    assert "a · b: la même personne" in run("match", clients, "--explain", "a", "b", "--lang", "fr").stdout
    assert json.loads(run("match", clients, "--explain", "a", "c", "--format", "json").stdout)["verdict"] != "same"
    assert "no contact" in run("match", clients, "--explain", "a", "zz", expected=2).stderr
    assert "one contact" in run("match", clients, "--explain", "a", "a", expected=2).stderr


def test_pairs_for_review_are_told_in_words_of_the_language(clients: Path) -> None:
    with clients.open("a", encoding="utf-8") as file:
        file.write("e,Paule,Durand,durand@example.org,,,,\n")
    english, french = run("match", clients).stdout, run("match", clients, "--lang", "fr").stdout
    assert "an e-mail address in common +" in english
    assert "une adresse e-mail en commun +" in french
    assert "email" not in french


def test_verdicts_of_a_file_win_in_match_and_in_clean(clients: Path, tmp_path: Path) -> None:
    verdicts = tmp_path / "verdicts.jsonl"
    verdicts.write_text('{"left": "a", "right": "b", "verdict": "different"}\n', encoding="utf-8")
    assert json.loads(run("match", clients, "--verdicts", verdicts, "--format", "json").stdout)["clusters"] == []
    run("clean", clients, "--out", tmp_path / "clean", "--verdicts", verdicts, "--as-of", "2026-11-22")
    summary = json.loads((tmp_path / "clean" / "summary.json").read_text(encoding="utf-8"))
    assert summary["merged_away"] == 0


def test_a_verdict_holds_in_the_next_run_for_whom_a_contact_was_merged_into(tmp_path: Path) -> None:
    path, verdicts, once = tmp_path / "clients.csv", tmp_path / "verdicts.jsonl", tmp_path / "once"
    rows = ["a,Léa,Durand,durand@example.org,06 12 34 56 02", "b,Léa,Durand,durand@example.org,06 12 34 56 01"]
    rows = ["id,prenom,nom,email,mobile", *rows, "c,Léa,Durand,lea@example.org,06 12 34 56 01"]
    path.write_text("\n".join(rows), encoding="utf-8")
    verdicts.write_text('{"left": "b", "right": "c", "verdict": "different"}\n', encoding="utf-8")
    run("clean", path, "--out", once, "--verdicts", verdicts, "--as-of", "2026-11-22")
    run("clean", once, "--out", tmp_path / "twice", "--verdicts", verdicts, "--as-of", "2026-11-22")
    for folder in (once, tmp_path / "twice"):
        assert len((folder / "contacts.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert json.loads(run("match", once, "--verdicts", verdicts, "--format", "json").stdout)["clusters"] == []


def test_what_was_learnt_is_saved_and_used_again(clients: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    first = run("match", clients, "--save-model", model, "--format", "json").stdout
    assert run("match", clients, "--model", model, "--format", "json").stdout == first
    assert "first name" in run("match", clients, "--learnt").stdout


@pytest.mark.parametrize("option", ["--verdicts", "--model"])
def test_a_file_that_is_none_is_named(clients: Path, tmp_path: Path, option: str) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("nonsense\n", encoding="utf-8")
    told = run("match", clients, option, wrong, expected=2).stderr
    assert "wrong.json" in told
    assert "Traceback" not in told
    run("match", clients, option, tmp_path / "missing", expected=2)


def test_the_closest_calls_are_drawn_as_a_page_that_names_nobody(clients: Path, tmp_path: Path) -> None:
    page = tmp_path / "matching.html"
    assert run("match", clients, "--format", "html", "--out", page).stdout == ""
    text = page.read_text(encoding="utf-8")
    assert "1 group of duplicates, 0 pairs for review" in text
    assert 'class="steps"' in text
    assert not {"Durand", "DURAND", "durand@example.org", "Lilas"} & set(re.findall(r"[\w@.]+", text))


def test_an_explained_pair_is_drawn_too(clients: Path) -> None:
    text = run("match", clients, "--explain", "a", "c", "--format", "html", "--lang", "fr").stdout
    assert text.startswith("<!doctype html>")
    assert "a et c" in text
    assert "deux prénoms usuels différents" in text


def test_what_is_told_in_text_goes_to_a_file_too_and_never_over_the_input(clients: Path, tmp_path: Path) -> None:
    run("match", clients, "--out", tmp_path / "told.txt")
    assert "Households: 1." in (tmp_path / "told.txt").read_text(encoding="utf-8")
    run("match", clients, "--out", clients, expected=2)
    assert clients.read_text(encoding="utf-8") == ROWS
