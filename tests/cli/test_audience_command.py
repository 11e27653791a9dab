"""`contactbase audience`, run as a user runs it: funnel, files, reasons, tests first, refusals."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path

import pytest

from cli.in_process import command

FILE = (
    "id,last_name,first_name,phones,city,collected_on,relationship,Optin SMS,Date Optin SMS\n"
    "k1,Durand,Léa,+33612345678,Lyon,2026-10-01,prospect,oui,2026-10-01\n"
    "k2,Martin,Zoé,+33698765431,Lyon,2026-10-01,prospect,non,2026-10-01\n"
    "k3,Petit,Omar,,Lyon,2026-10-01,prospect,oui,2026-10-01\n"
    "k4,Leroy,Ana,+33698765433,Lille,2026-10-01,prospect,oui,2026-10-01\n"
)
KEYS = "contactbase-test-key-v1-32bytes!\n"
AT = ("--at", "2026-11-24T10:00:00+01:00")
LYON = ("--segment", 'city = "Lyon"')


def contactbase(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return command(*arguments, stdin=stdin)


def audience(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return contactbase("audience", *arguments, stdin=stdin)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_the_contract_of_the_command_line(clients: Path, tmp_path: Path) -> None:
    keys, stops, out = tmp_path / "keys.txt", tmp_path / "stops.jsonl", tmp_path / "send.csv"
    keys.write_text(KEYS, encoding="utf-8")
    added = contactbase(
        "suppress", stops, "--key-file", keys, "--add", "-", "--plain", "--on", "2026-11-20", stdin=b"+33612345678\n"
    )
    assert added.returncode == 0, added.stderr
    service = (*LYON, "--channel", "sms", "--purpose", "service", *AT, "--policy", "FR")
    done = audience(clients, *service, "--suppression", stops, "--key-file", keys, "--out", out)
    assert done.returncode == 0, done.stderr
    with out.open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ["k2"]
    said = done.stdout.decode()
    assert "suppression.optout" in said
    assert "exclusion.no-address" in said
    assert "0612345678" not in said
    assert "+33612345678" not in said + done.stderr.decode()


def test_the_funnel_is_json_and_adds_up(clients: Path) -> None:
    done = audience(clients, *LYON, "--channel", "sms", *AT, "--format", "json", "--price", "0.05", "--per-hour", 3600)
    funnel = json.loads(done.stdout)["funnel"]
    steps = sum(step["primary"] for step in funnel["steps"] if not step["defers"])
    assert funnel["input"] == 3 == funnel["eligible"] + funnel["deferred"] + steps
    assert funnel["suppression_list"] is False
    assert float(funnel["saved"]) == pytest.approx(0.05 * steps)


def test_every_contact_of_the_segment_has_its_line_of_reasons(clients: Path, tmp_path: Path) -> None:
    lines, chart = tmp_path / "reasons.jsonl", tmp_path / "funnel.svg"
    done = audience(clients, *LYON, "--channel", "sms", *AT, "--reasons", lines, "--chart", chart, "--lang", "fr")
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in told] == ["k1", "k2", "k3"]
    assert told[1]["reasons"][0]["stage"] == "suppressed_optout"
    assert all(reason["text"] for line in told for reason in line["reasons"])
    assert chart.read_text(encoding="utf-8").startswith("<svg")


def test_it_says_why_one_contact_is_left_out(clients: Path) -> None:
    said = audience(clients, *LYON, "--channel", "sms", *AT, "--why", "k3").stdout.decode()
    assert said.startswith("k3: left out by sms for marketing on 2026-11-24")
    assert "exclusion.no-address" in said
    assert "not in the segment" in audience(clients, *LYON, "--channel", "sms", *AT, "--why", "k4").stdout.decode()
    assert audience(clients, *LYON, "--channel", "sms", *AT, "--why", "k9").returncode == 2


def test_a_required_test_holds_the_contacts_back(clients: Path, tmp_path: Path) -> None:
    out = tmp_path / "send.csv"
    asked = (clients, *LYON, "--channel", "sms", "--purpose", "service", *AT, "--out", out, "--require-test")
    refused = audience(*asked)
    assert (refused.returncode, out.exists()) == (2, False)
    assert b"Traceback" not in refused.stderr
    assert audience(*asked, "--tested", "2026-11-24T12:00:00+01:00").returncode == 2, "a test after the start is none"
    assert audience(*asked, "--tested", "2026-11-24T09:00:00+01:00").returncode == 0
    assert out.exists()


def test_the_text_is_measured_and_a_wrong_place_is_said(clients: Path) -> None:
    asked = (clients, *LYON, "--channel", "sms", "--purpose", "service", *AT, "--format", "json", "--price", "0.05")
    funnel = json.loads(audience(*asked, "--text", "Ô" * 71).stdout)["funnel"]
    assert (funnel["eligible"], funnel["units"], funnel["cost"]) == (2, 4, "0.20")
    assert audience(*asked, "--text", "Bonjour {nobody knows}").returncode == 2


def test_contacts_and_funnel_never_mix_on_standard_output(clients: Path) -> None:
    done = audience(clients, *LYON, "--channel", "sms", "--purpose", "service", *AT, "--out", "-")
    assert [row["id"] for row in csv.DictReader(done.stdout.decode().splitlines())] == ["k1", "k2"]
    assert b"In the segment" in done.stderr


def test_a_cap_of_zero_reaches_nobody(clients: Path) -> None:
    done = audience(clients, *LYON, "--channel", "sms", *AT, "--cap", "0/30", "--format", "json", "--lang", "fr")
    funnel = json.loads(done.stdout)["funnel"]
    capped = next(step for step in funnel["steps"] if step["rule"] == "own.cap.all.0-in-30")
    assert (funnel["eligible"], capped["every"]) == (0, 3)


def test_two_policies_are_compared(clients: Path) -> None:
    said = audience(
        clients, *LYON, "--channel", "sms", "--purpose", "service", *AT, "--compare", "FR_STRICT_SEEDS"
    ).stdout.decode()
    assert "fr-strict-seeds@" in said


@pytest.mark.parametrize(
    "wrong",
    [
        (*AT, "--channel", "sms"),
        (*LYON, "--channel", "sms", "--at", "2026-11-24T10:00"),
        ("--segment", "city =", "--channel", "sms", *AT),
        (*LYON, "--channel", "fax", *AT),
        (*LYON, "--channel", "sms", *AT, "--policy", "none-such"),
        (*LYON, "--channel", "sms", *AT, "--sector", "none-such"),
        (*LYON, "--channel", "sms", *AT, "--price", "cheap"),
        (*LYON, "--channel", "sms", *AT, "--cap", "often"),
        (*LYON, "--channel", "sms", *AT, "--cap", "1/0"),
        (*LYON, "--channel", "sms", *AT, "--chart", "funnel.doc"),
        (*LYON, "--channel", "sms", *AT, "--suppression", "missing.jsonl"),
    ],
)
def test_wrong_usage_is_said_in_words(clients: Path, wrong: tuple[str, ...]) -> None:
    done = audience(clients, *wrong)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
