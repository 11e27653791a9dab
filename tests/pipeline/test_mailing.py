"""Address blocks in a file for a mailing house: from Python and from the command line."""

from __future__ import annotations

import csv
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import contactbase as cb

ROWS = [
    {"full_name": "Mme Léa DURAND", "address": "12, rue de l'Église|Bât. B", "postcode": "69001", "city": "Lyon"},
    {"last_name": "PETIT", "address": "3 rue Basse", "city": "Brest"},
    {"last_name": "=CMD", "first_name": "Zoé", "address": "BP 12", "postcode": "29200", "city": "Brest cedex"},
]


def base() -> cb.ContactBase:
    return cb.clean(ROWS, as_of=dt.date(2026, 11, 22)).value


def test_blocks_come_with_their_findings_and_incomplete_ones_are_left_out() -> None:
    blocks, journal = cb.postal_blocks(base())
    assert blocks["c-1"] == ("Mme Léa Durand", "BAT B", "12 RUE DE L EGLISE", "69001 LYON")
    assert list(blocks) == ["c-1", "c-3"]
    assert [(found.code, found.contact) for found in journal.findings] == [
        ("address.block-reordered", "c-1"),
        ("address.block-incomplete", "c-2"),
    ]


def test_a_file_has_one_line_of_the_envelope_in_each_column(tmp_path: Path) -> None:
    path = tmp_path / "mailing.csv"
    count, journal = cb.write_mailing(base(), path)
    assert (count, journal.count()["address.block-incomplete"]) == (2, 1)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == ["c-1", "c-3"]
    assert list(rows[0].values())[1:] == ["Mme Léa Durand", "BAT B", "12 RUE DE L EGLISE", "69001 LYON", "", "", ""]


def test_more_lines_than_the_standard_has_are_all_written(tmp_path: Path) -> None:
    path = tmp_path / "mailing.csv"
    lines = tuple(f"line {letter}" for letter in "abcdefgh")
    contact = cb.Contact(id="c-1", last_name="Durand", address=lines, postcode="69001", city="Lyon")
    _, journal = cb.write_mailing([contact], path)
    assert "address.rnvp-too-many-lines" in journal.count()
    assert "LINE H\n69001 LYON" in path.read_text(encoding="utf-8")


def test_the_command_line_writes_a_mailing_and_says_who_is_left_out(tmp_path: Path) -> None:
    source = tmp_path / "clients.csv"
    source.write_text("Nom;Adresse;CP;Ville\nDurand;12 rue Haute;69001;Lyon\nPetit;;29200;Brest\n", encoding="utf-8")
    command = [sys.executable, "-m", "contactbase", "segment", str(source), "last_name is known", "--mailing"]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | {"LC_ALL": "C.UTF-8"}
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1] == "c-1,Durand,12 RUE HAUTE,69001 LYON,,,,"
    assert "1 address blocks after NF Z10-011; 1 contacts left out" in done.stderr
