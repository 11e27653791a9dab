"""`contactbase layouts`, run as a user runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from cli.in_process import command
from contactbase.layouts.catalog import LAYOUTS

FILE = "Nom;Perso;Optin\nDurand;a@example.org;oui\nPetit;b@example.org;non\n"


def contactbase(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return command(*arguments, stdin=stdin)


def test_all_layouts_are_listed_in_both_languages_and_as_json() -> None:
    english, french = contactbase("layouts").stdout.decode(), contactbase("layouts", "--lang", "fr").stdout.decode()
    for layout in LAYOUTS.values():
        assert layout.title.en in english
        assert layout.title.fr in french
    found = json.loads(contactbase("layouts", "--format", "json").stdout)
    assert [each["layout"] for each in found] == list(LAYOUTS)


def test_one_layout_is_explained_with_its_sources_and_what_is_not_verified() -> None:
    done = contactbase("layouts", "brevo", "--lang", "fr")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "opt_out_email" in text
    assert "(vendor)" in text
    assert "Non vérifié : " in text


def test_a_name_that_is_not_there_is_answered_with_the_nearest() -> None:
    done = contactbase("layouts", "hubspott")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "contactbase: There is no layout hubspott. Did you mean hubspot?\n"


def test_a_proposed_layout_is_saved_edited_and_used(tmp_path: Path) -> None:
    path, mine = tmp_path / "clients.csv", tmp_path / "mine.toml"
    path.write_text(FILE, encoding="utf-8")
    proposed = contactbase("layouts", "--propose", path)
    assert proposed.returncode == 0
    assert proposed.stderr.decode().startswith("Read as generic: 1 of 3 columns are proposed")
    mine.write_bytes(proposed.stdout.replace(b'# "Perso"', b'"Perso"'))
    done = contactbase("check", path, "--layout", mine, "--select", "layout", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert "Perso → emails" in next(e["message"] for e in json.loads(done.stdout) if e["code"] == "layout.columns")


def test_a_proposal_is_given_as_json_and_from_standard_input() -> None:
    done = contactbase("layouts", "--propose", "-", "--format", "json", "--quiet", stdin=FILE.encode())
    found = json.loads(done.stdout)
    assert done.stderr == b""
    assert [(each["field"], each["evidence"]) for each in found["columns"]] == [
        ("last_name", "header"),
        ("emails", "content"),
        (None, "consent"),
    ]


def test_an_error_in_a_layout_of_ones_own_names_its_line(tmp_path: Path) -> None:
    path, mine = tmp_path / "clients.csv", tmp_path / "mine.toml"
    path.write_text(FILE, encoding="utf-8")
    mine.write_text('name = "x"\n[columns]\n"Nom" = "last_nam"\n', encoding="utf-8")
    done = contactbase("check", path, "--layout", mine)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith('contactbase: mine.toml, line 3: there is no field "last_nam".')
