"""`contactbase clean --orders`, run as a user runs it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLIENTS = """Identifiant;Nom;Prénom;E-mail;Portable;Nb commandes;CA;Dernier achat
1;Durand;Léa;lea@example.org;0612345678;;;
2;Durand;Lea;lea@example.org;0612345678;;;
3;Petit;Max;max@example.org;0698765432;12;1 000,00 €;03/05/2026
"""
ORDERS = """N° commande;Date;Id client;Courriel;Montant TTC;Statut;Produit;Catégorie
A1;01/05/2026;2;;12,50;payée;Thé;épicerie
A1;01/05/2026;2;;8,00;payée;Bague;bijoux
A2;13/04/2026;3;;100,00;payée;Bague;bijoux
A3;14/04/2026;3;;100,00;annulée;Bague;bijoux
A4;15/04/2026;9;rien@example.com;100,00;payée;=1+1;bijoux
A5;hier;3;;100,00;payée;Bague;bijoux
"""
EVENTS = "événement;date;email\nclic;2026-06-01;lea@example.org\ndanse;2026-06-01;lea@example.org\n"
DAY = ("--as-of", "2026-11-22")


def clean(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "120"}
    command = [sys.executable, "-m", "contactbase", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment, cwd=cwd, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("clients.csv", CLIENTS), ("commandes.csv", ORDERS), ("events.csv", EVENTS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bought(path: Path) -> list[tuple[str, str, str, str, str]]:
    return [(row["contact_id"], row["at"], row["amount"], row["count"], row["reference"]) for row in rows(path)]


def test_clients_and_orders_give_events_and_every_row_is_accounted_for(folder: Path) -> None:
    done = clean("clean", "clients.csv", "--orders", "commandes.csv", "--out", "clean", *DAY, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "3 rows read = 2 contacts + 1 merged away + 0 removed + 0 rejected." in done.stderr
    assert "commandes.csv: 6 rows read = 3 joined (id 3; 0 of them known already) + 1 without" in done.stderr
    assert bought(folder / "clean/events.csv") == [
        ("1", "2026-05-01", "20.50", "1", "A1"),
        ("3", "", "900.00", "11", ""),
        ("3", "2026-05-03", "", "0", ""),
        ("3", "2026-04-13", "100.00", "1", "A2"),
    ]
    assert [(row["row"], row["code"]) for row in rows(folder / "clean/rejected.csv")] == [
        ("4", "orders.cancelled"),
        ("6", "orders.cell-unreadable"),
        ("5", "join.no-contact"),
    ]
    summary = json.loads((folder / "clean/summary.json").read_text(encoding="utf-8"))
    assert (summary["rejected"], summary["findings"]["orders.cancelled"]) == (0, 1)


def test_a_folder_joins_later_files_through_its_merges_and_the_same_file_adds_nothing(folder: Path) -> None:
    assert clean("clean", "clients.csv", "--out", "one", *DAY, cwd=folder).returncode == 0
    first = clean("clean", "one", "--orders", "commandes.csv", "--out", "two", *DAY, cwd=folder)
    assert "= 3 joined (id 3; 0 of them" in first.stderr
    again = clean("clean", "two", "--orders", "commandes.csv", "--out", "three", *DAY, cwd=folder)
    assert "= 3 joined (reference 2, id 1; 3 of them known already)" in again.stderr
    assert '"check.' not in (folder / "three/journal.jsonl").read_text(encoding="utf-8")
    assert (folder / "two/events.csv").read_bytes() == (folder / "three/events.csv").read_bytes()
    assert again.returncode == 0


def test_undo_gives_the_rows_back_without_the_orders(folder: Path) -> None:
    clean("clean", "clients.csv", "--orders", "commandes.csv", "--out", "clean", *DAY, cwd=folder)
    undone = clean("undo", "clean", cwd=folder)
    assert undone.stdout.splitlines()[1:] == [
        "1,Léa,Durand,0612345678,lea@example.org,,,",
        "2,Lea,Durand,0612345678,lea@example.org,,,",
        '3,Max,Petit,0698765432,max@example.org,03/05/2026,"1 000,00 €",12',
    ]


def test_orders_by_line_and_events_are_joined_together(folder: Path) -> None:
    more = ("--orders", "events.csv", "--word", "danse=contest_entry", "--per", "line", "--currency", "EUR")
    done = clean("clean", "clients.csv", "--orders", "commandes.csv", *more, "--out", "clean", *DAY, cwd=folder)
    assert done.returncode == 0, done.stderr
    found = rows(folder / "clean/events.csv")
    assert [(row["kind"], row["product"], row["amount"]) for row in found if row["contact_id"] == "1"] == [
        ("purchase", "Bague", "8.00"),
        ("purchase", "Thé", "12.50"),
        ("click", "", ""),
        ("contest_entry", "", ""),
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--orders", "nowhere.csv"), "nowhere.csv"),
        (("--orders", "commandes.csv", "--order-map", "Jour=day"), 'There is no column "Jour"'),
        (("--orders", "commandes.csv", "--order-map", "Date"), "says nothing"),
        (("--orders", "commandes.csv", "--shop", "a", "--shop", "b"), "--shop names the shop"),
        (("--orders", "commandes.csv", "--word", "bizarre=fine"), 'cannot mean "fine"'),
        (("--orders", "clients.csv"), "No column has the day"),
    ],
)
def test_a_wrong_option_ends_with_one_sentence(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    done = clean("clean", "clients.csv", "--out", "clean", *DAY, *arguments, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "clean").exists()


def test_columns_of_an_unknown_file_are_proposed_with_the_options_to_paste(folder: Path) -> None:
    text = "Cde;Quand;Courriel;Montants\n1;25/04/2026;lea@example.org;5\n2;26/04/2026;lea@example.org;6\n"
    (folder / "odd.csv").write_text(text, encoding="utf-8")
    done = clean("layouts", "--propose", "odd.csv", "--orders", cwd=folder)
    assert done.stdout.splitlines() == [
        "Cde       -             0.00",
        "Quand     day           0.60",
        "Courriel  email         0.90",
        "Montants  amount        0.60",
        "--order-map Quand=day  # 0.60",
        "--order-map Montants=amount  # 0.60",
    ]
    listed = clean("layouts", "--orders", cwd=folder).stdout.splitlines()
    assert [line.split()[0] for line in listed][:2] == ["shopify-orders", "woocommerce-orders"]
    told = json.loads(clean("layouts", "--propose", "odd.csv", "--orders", "--format", "json", cwd=folder).stdout)
    assert [column["field"] for column in told["columns"]] == [None, "day", "email", "amount"]


def test_results_never_take_the_place_of_the_orders(folder: Path) -> None:
    (folder / "clean").mkdir()
    (folder / "commandes.csv").rename(folder / "clean/commandes.csv")
    done = clean("clean", "clients.csv", "--orders", "clean/commandes.csv", "--out", "clean", *DAY, cwd=folder)
    assert done.returncode == 2
    assert (folder / "clean/commandes.csv").read_text(encoding="utf-8") == ORDERS


def test_files_of_two_kinds_have_each_its_options(folder: Path) -> None:
    (folder / "boutique.csv").write_text("Cde|Quand|Courriel|Sommes\nB1|02/05/2026|max@example.org|5,00 €\n", "cp1252")
    done = clean(
        *("clean", "clients.csv", "--out", "clean", *DAY),
        *("--orders", "commandes.csv", "--orders", "boutique.csv", "--orders", "events.csv"),
        *("--order-map", "Cde=reference", "--order-map", "Quand=day", "--order-map", "Sommes=total"),
        *("--word", "danse=contest_entry", "--per", "line", "--per", "order", "--per", "order"),
        *("--order-encoding", "auto", "--order-encoding", "cp1252", "--order-encoding", "auto"),
        *("--order-delimiter", ";", "--order-delimiter", "|", "--order-delimiter", "auto"),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    found = [
        (row["contact_id"], row["kind"], row["amount"], row["reference"]) for row in rows(folder / "clean/events.csv")
    ]
    assert ("1", "purchase", "8.00", "A1") in found
    assert ("3", "purchase", "5.00", "B1") in found
    assert ("1", "contest_entry", "", "") in found


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--order-map", "Jour=day"), 'no column "Jour" in any'),
        (("--per", "line", "--per", "line", "--per", "line"), "--per was given 3 times for 2 files"),
        (("--order-encoding", "klingon"), "klingon"),
    ],
)
def test_an_option_that_fits_no_file_is_refused(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    files = ("--orders", "commandes.csv", "--orders", "events.csv")
    done = clean("clean", "clients.csv", *files, "--out", "clean", *DAY, *arguments, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_doubtful_about_a_whole_file_is_said_at_the_end(folder: Path) -> None:
    (folder / "none.csv").write_text("N° commande;Date;Courriel;Total\n", encoding="utf-8")
    files = ("--orders", "commandes.csv", "--orders", "none.csv")
    done = clean("clean", "clients.csv", *files, "--out", "clean", *DAY, cwd=folder)
    assert "commandes.csv: 6 amounts state no currency and were taken for euros." in done.stderr
    assert "none.csv: The file has headers and no row that can be read" in done.stderr
    assert "read as a contact" not in done.stderr


@pytest.mark.parametrize("name", ["commandes.csv", "events.csv"])
def test_orders_given_as_clients_are_read_and_said_to_be_orders(folder: Path, name: str) -> None:
    done = clean("clean", name, "--out", "clean", *DAY, cwd=folder)
    assert done.returncode == 0
    assert f"{name}: The columns are those of orders or events, and each row was read as a contact." in done.stderr
