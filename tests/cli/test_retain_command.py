"""`contactbase retain`, run as a user runs it: listing, explaining, warning, reviewing, acting, confirming."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cli.in_process import command
from contactbase.model.contact_json import contact_from_json
from contactbase.policy.catalog import FR
from contactbase.policy.written import to_toml

FILE = (
    "Id;Nom;Prénom;Ville;Portable;Relation;Date de création;Dernier achat;Nombre de commandes\n"
    "k1;Durand;Léa;Lyon;06 12 34 56 78;prospect;01/05/2020;;\n"
    "k2;Martin;Zoé;Paris;06 98 76 54 31;client;03/02/2019;05/06/2020;3\n"
    "k3;Petit;Omar;;06 98 76 54 32;prospect;15/01/2024;;\n"
    "k4;Leroy;Ana;Lille;06 98 76 54 33;prospect;;;\n"
)
DAY = ("--as-of", "2026-11-22")


def contactbase(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return command(*arguments, stdin=stdin)


def retain(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return contactbase("retain", *arguments, stdin=stdin)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def decisions(text: bytes) -> dict[str, str]:
    """Give the action by contact of a printed plan."""
    return {line.split("\t")[0]: line.split("\t")[1] for line in text.decode().splitlines()}


def test_who_is_due_is_listed_and_nothing_is_done(clients: Path) -> None:
    before = clients.read_bytes()
    done = retain(clients, *DAY)
    assert done.returncode == 0, done.stderr
    assert sorted(decisions(done.stdout).values()) == ["archive", "quarantine", "reconsent"]
    assert "2023-05-01\tfr.retention.prospect\tretention.expired" in done.stdout.decode()
    assert "1: Ask for consent again" in done.stderr.decode()
    assert "no legal advice" in done.stderr.decode()
    assert clients.read_bytes() == before
    assert [path.name for path in clients.parent.iterdir()] == ["clients.csv"]


def test_the_plan_is_json_on_request_and_standard_input_is_a_dash(clients: Path) -> None:
    found = json.loads(retain("-", *DAY, "--format", "json", stdin=clients.read_bytes()).stdout)
    assert {entry["action"] for entry in found} == {"archive", "quarantine", "reconsent"}


def test_a_decision_is_explained_in_french(clients: Path) -> None:
    contact = next(key for key, action in decisions(retain(clients, *DAY).stdout).items() if action == "reconsent")
    done = retain(clients, *DAY, "--explain", contact, "--lang", "fr")
    assert "Redemander le consentement" in done.stdout.decode()
    assert "Compté à partir du 2020-05-01" in done.stdout.decode()
    wrong = retain(clients, *DAY, "--explain", "c-99")
    assert (wrong.returncode, wrong.stdout) == (2, b"")


def test_deadlines_to_come_are_listed_by_month(clients: Path) -> None:
    done = retain(clients, *DAY, "--upcoming")
    assert "2027-01: 1 (fr.retention.prospect 1)" in done.stdout.decode()
    (entry,) = json.loads(retain(clients, *DAY, "--upcoming", "--format", "json").stdout)
    assert (entry["due_on"], entry["ask_from"]) == ("2027-01-15", "2026-11-16")
    assert b"2027-01" not in retain(clients, *DAY, "--upcoming", "--months", "1").stdout


def test_a_plan_is_reviewed_then_acted_on_and_undone_until_it_is_confirmed(clients: Path, tmp_path: Path) -> None:
    plan, kept, archive = tmp_path / "plan.json", tmp_path / "kept", tmp_path / "archive.jsonl"
    assert retain(clients, *DAY, "--plan", plan).returncode == 0
    done = retain(clients, "--enact", "--plan", plan, "--out", kept, "--archive", archive)
    assert done.returncode == 0, done.stderr
    assert "4 rows read = 3 contacts + 0 merged away + 1 removed + 0 rejected." in done.stderr.decode()
    (line,) = archive.read_text(encoding="utf-8").splitlines()
    found = json.loads(line)
    contact = contact_from_json(found["contact"])
    assert (contact.last_name, contact.collected_on, len(contact.events)) == ("Martin", None, 1)
    assert found["kept_until"] == "2030-06-05"
    assert b"Martin" not in (kept / "contacts.csv").read_bytes()

    assert b"Martin" in contactbase("undo", kept).stdout
    final = retain(kept, *DAY, "--confirm")
    assert "1 erasures are final" in final.stderr.decode()
    assert not [path for path in kept.iterdir() if b"Martin" in path.read_bytes() or b"MARTIN" in path.read_bytes()]
    refused = contactbase("undo", kept)
    assert refused.returncode == 2
    assert "confirmed on 2026-11-22" in refused.stderr.decode()
    assert "0 erasures are final" in retain(kept, *DAY, "--confirm").stderr.decode()


def test_a_plan_for_another_base_or_policy_is_refused_and_writes_nothing(clients: Path, tmp_path: Path) -> None:
    plan, kept = tmp_path / "plan.json", tmp_path / "kept"
    retain(clients, *DAY, "--plan", plan)
    other = retain(clients, "--enact", "--plan", plan, "--out", kept, "--policy", "fr-delete-only")
    assert "Make a new plan" in other.stderr.decode()
    clients.write_text(FILE.replace("15/01/2024", "15/01/2025"), encoding="utf-8")
    changed = retain(clients, "--enact", "--plan", plan, "--out", kept)
    assert "The base has changed" in changed.stderr.decode()
    assert (other.returncode, changed.returncode) == (2, 2)
    assert not kept.exists()


def test_dry_runs_write_nothing(clients: Path, tmp_path: Path) -> None:
    plan, kept = tmp_path / "plan.json", tmp_path / "kept"
    assert retain(clients, *DAY, "--plan", plan, "--dry-run").returncode == 0
    done = retain(clients, *DAY, "--enact", "--dry-run", "--out", kept)
    assert "Nothing was written" in done.stderr.decode()
    assert retain(kept, *DAY, "--confirm", "--dry-run").returncode == 0
    assert not plan.exists()
    assert not kept.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--enact",), "--out DIR"),
        (("--policy", "xx"), "There is no policy 'xx'"),
        (("--policy", "uk"), "does not say how long"),
        (("--policy", "absent.toml"), "cannot be read"),
        (("--enact", "--plan", "absent.json", "--out", "kept"), "no readable retention plan"),
        (("--confirm",), "no folder of results"),
    ],
)
def test_wrong_usage_is_one_clear_sentence(clients: Path, arguments: tuple[str, ...], message: str) -> None:
    done = retain(clients, *DAY, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_policy_of_the_house_comes_from_a_file(clients: Path, tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(to_toml(FR).replace("months = 36", "months = 24", 1), encoding="utf-8")
    assert "reconsent" in decisions(retain(clients, *DAY, "--policy", house).stdout).values()
    assert len(decisions(retain(clients, *DAY, "--policy", house).stdout)) == 4
    out = tmp_path / "clean"
    assert contactbase("clean", clients, "--out", out, "--policy", house, *DAY).returncode == 0
    house.write_text(to_toml(FR).replace("months = 36", "months = 0", 1), encoding="utf-8")
    wrong = retain(clients, *DAY, "--policy", house)
    assert wrong.returncode == 2
    assert "house.toml: Line" in wrong.stderr.decode()


def test_the_rules_of_policies_are_listed_and_explained() -> None:
    listed = contactbase("rules", "fr").stdout.decode()
    assert "fr.retention.prospect" in listed
    assert "fr.window.sms" in listed
    assert "fr.window.sms.strict" in contactbase("rules", "policies").stdout.decode()
    page = contactbase("rules", "fr.retention.prospect", "--lang", "fr").stdout.decode()
    for said in ("Prospects : trois ans", "months: 36", "En vigueur : à partir du 2018-05-25", "CNIL", "fr"):
        assert said in page
    (found,) = json.loads(contactbase("rules", "fr.sector.renovation", "--format", "json").stdout)
    assert found["policies"] == ["fr", "fr-delete-only", "fr-strict-seeds"]
    assert "fr.retention.prospect" in contactbase("rules", "fr.retention.prospects").stderr.decode()
