"""`contactbase check` on every CSV file of the corpora: findings that can be read, and found again by row and column.

Every file is checked by the command itself; every eighth one, and with CONTACTBASE_NIGHTLY=1 all of them, in a process
of its own, as a user runs it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conformance.corpora import corpus, corpus_files
from contactbase.cli import main
from contactbase.model.codes.catalog import CATALOG

FILES = [path for name in ("exports", "csvkit", "csv-spectrum") for path in corpus_files(name, "**/*.csv")]
NIGHTLY = os.environ.get("CONTACTBASE_NIGHTLY") == "1"
SOME = FILES if NIGHTLY else FILES[::8]
LINE = re.compile(
    r"(?P<file>[^:]*?)(?:, row (?P<row>\d+)(?: \(line (?P<line>\d+)\))?)?(?:, column \"(?P<column>.*?)\")?: "
    r"(?P<severity>error|warning|info) (?P<code>[a-z]+\.[a-z0-9-]+): (?P<message>\S.*)",
    re.DOTALL,
)


def check(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "contactbase", "check", *map(str, arguments), "--as-of", "2026-11-22"]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment, timeout=120
    )


def name_of(path: Path) -> str:
    return "/".join(path.parts[-3:])


def judge(code: int, out: str, err: str) -> None:
    """Hold what a run said against what it may say."""
    assert "Traceback" not in err
    if code == 2:
        assert out in {"", "[]\n"}
        assert re.fullmatch(r"contactbase: \S.*\n", err, re.DOTALL)
        return
    found = json.loads(out)
    assert all(set(entry) >= {"code", "severity", "file", "row", "line", "column", "message"} for entry in found)
    assert all(entry["code"] in CATALOG and entry["message"] for entry in found)
    errors = sum(entry["severity"] == "error" for entry in found)
    assert code == int(errors > 0)
    assert f"{errors} errors" in err


@pytest.mark.parametrize("path", FILES, ids=map(name_of, FILES))
def test_every_file_of_the_corpora_is_checked_or_refused_with_a_sentence(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(path), "--format", "json", "--as-of", "2026-11-22", "--lang", "en"])
    judge(code, *capsys.readouterr())


@pytest.mark.parametrize("path", SOME, ids=map(name_of, SOME))
def test_a_process_of_its_own_says_the_same(path: Path) -> None:
    done = check(path, "--format", "json")
    judge(done.returncode, done.stdout, done.stderr)


def test_the_corpora_are_worth_a_run() -> None:
    corpus("exports")
    assert len(FILES) > 60


def test_the_lines_of_text_name_file_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Nom;Portable;Ville\nDurand;06 12;Lyon\nPetit;06 12 34 56 78;xxx\n", encoding="utf-8")
    done = check(path)
    places = [found.groupdict() for found in map(LINE.fullmatch, done.stdout.splitlines()) if found]
    assert len(places) == len(done.stdout.splitlines()) > 0
    assert ("1", "2", "Portable", "phone.too-short") in {(p["row"], p["line"], p["column"], p["code"]) for p in places}
    assert {p["file"] for p in places} == {"clients.csv"}


@pytest.mark.parametrize("path", SOME[:4], ids=map(name_of, SOME[:4]))
def test_selecting_one_family_gives_what_the_whole_says_of_it(path: Path) -> None:
    whole, some = check(path, "--format", "json"), check(path, "--format", "json", "--select", "email,file")
    if whole.returncode == 2:
        assert some.returncode == 2
        return
    families = ("email.", "file.")
    wanted = [entry for entry in json.loads(whole.stdout) if entry["code"].startswith(families)]
    assert json.loads(some.stdout) == wanted
    assert some.returncode == int(any(entry["severity"] == "error" for entry in wanted))


def test_strict_fails_on_warnings_and_not_on_notes(tmp_path: Path) -> None:
    warned, noted = tmp_path / "warned.csv", tmp_path / "noted.csv"
    warned.write_text("Nom;E-mail\nDurand;lea@gmail.con\n", encoding="utf-8")
    noted.write_text("Nom;E-mail\nDurand;lea@example.org\n", encoding="utf-8")
    assert [check(warned).returncode, check(warned, "--strict").returncode] == [0, 1]
    assert [check(noted).returncode, check(noted, "--strict").returncode] == [0, 0]
