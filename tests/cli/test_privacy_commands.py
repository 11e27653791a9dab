"""`contactbase suppress`, `access`, `erase` and `audit`, run as a user runs them; keys never in arguments or output."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.in_process import command
from contactbase.pipeline.restoring import base_of
from privacy.people import KEY, SECOND_KEY

FILE = (
    "Id;Nom;Prénom;Ville;Portable;E-mail;Opt-in SMS;Dernier achat\n"
    "k1;Durand;Léa;Lyon;06 12 34 56 78;lea@example.org;oui;03/05/2026\n"
    "k2;DURAND;Léa;Lyon;06 12 34 56 78;LEA@example.org;;\n"
    "k3;Martin;Zoé;Paris;06 98 76 54 32;zoe@example.org;;\n"
    "k4;Petit;Omar;Nice;;omar@example.org;;01/02/2026\n"
    ";;;;;;;;06 12 34 56 78 trop\n"
)
DAY = ("--as-of", "2026-11-22")
SECRETS = (KEY, SECOND_KEY)


def run(
    name: str, *arguments: object, stdin: str = "", code: int = 0, environment: dict[str, str] | None = None
) -> tuple[str, str]:
    """Run a command; give its standard output and error, and check that no key is in either."""
    done = command(name, *arguments, stdin=stdin.encode(), environment=environment)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == code, err
    assert not any(secret in out + err for secret in SECRETS)
    assert "Traceback" not in err
    return out, err


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    path = tmp_path / "keys.txt"
    path.write_text(f"# test\n{KEY}\n", encoding="utf-8")
    return path


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, clients: Path) -> Path:
    run("clean", clients, "--out", tmp_path / "clean", *DAY)
    return tmp_path / "clean"


def add(stops: Path, keys: Path, text: str, *more: object) -> tuple[str, str]:
    return run("suppress", stops, "--key-file", keys, "--add", "-", *more, stdin=text)


# suppress


def test_a_list_is_made_filled_and_described_without_an_address(tmp_path: Path, keys: Path) -> None:
    stops = tmp_path / "stops.jsonl"
    _, err = add(stops, keys, "lea@example.org\n06 12 34 56 78\n", "--on", "2026-03-01")
    assert "2 rows: 2 entries added, 0 known already, 0 rows stop nobody." in err
    assert "lea" not in stops.read_text(encoding="utf-8")
    out, _ = run("suppress", stops, "--key-file", keys)
    assert json.loads(out)["reasons"] == {"optout": 2}
    _, err = add(stops, keys, "lea@example.org\n", "--on", "2026-03-01", "--lang", "fr")
    assert "1 lignes : 0 entrées ajoutées, 1 déjà connues" in err


def test_a_dry_run_writes_nothing(tmp_path: Path, keys: Path) -> None:
    stops = tmp_path / "stops.jsonl"
    _, err = add(stops, keys, "lea@example.org\n", "--dry-run")
    assert "Nothing was written" in err
    assert not stops.exists()


def test_exports_and_hashes_are_added(tmp_path: Path, keys: Path) -> None:
    stops, export = tmp_path / "stops.jsonl", tmp_path / "mailtrain.csv"
    export.write_text("email,status\nlea@example.org,4\nzoe@example.org,1\n", encoding="utf-8")
    _, err = run("suppress", stops, "--key-file", keys, "--add", export)
    assert "suppression.not-a-stop" in err
    hashes = "sha256:" + "0" * 64 + "\nmd5:nonsense\n"
    _, err = run("suppress", stops, "--key-file", keys, "--add", "-", "--hashes", "tagged", stdin=hashes, code=1)
    assert "suppression.unreadable-hash" in err
    out, _ = run("suppress", stops, "--key-file", keys)
    assert json.loads(out)["reasons"] == {"optout": 1, "complaint": 1}


def test_addresses_are_checked_and_lifted_by_their_rules(tmp_path: Path, keys: Path) -> None:
    stops = tmp_path / "stops.jsonl"
    add(stops, keys, "lea@example.org\n", "--on", "2026-03-01")
    add(stops, keys, "zoe@example.org\n", "--on", "2026-03-01", "--reason", "complaint")
    out, _ = run(
        "suppress", stops, "--key-file", keys, "--check", "-", stdin="LEA@example.org\nx@example.org\n", code=1
    )
    assert out == "1: optout\n2: -\n"
    lift = ("suppress", stops, "--key-file", keys, "--lift", "-", "--cause", "start", "--on", "2026-04-01")
    _, err = run(*lift, stdin="lea@example.org\nzoe@example.org\n", code=1)
    assert "1 entries lifted, 1 stand." in err
    out, _ = run("suppress", stops, "--key-file", keys)
    assert json.loads(out)["reasons"] == {"complaint": 1}
    _, err = run("suppress", stops, "--key-file", keys, "--lift", "-", code=2)
    assert "--cause" in err


def test_a_client_file_is_scrubbed(tmp_path: Path, keys: Path, clients: Path) -> None:
    stops = tmp_path / "stops.jsonl"
    add(stops, keys, "lea@example.org\n", "--on", "2026-03-01")
    out, err = run("suppress", stops, "--key-file", keys, "--scrub", clients, "--channel", "email", *DAY)
    assert [row["id"] for row in csv.DictReader(io.StringIO(out))] == ["k3", "k4"]
    assert "suppression.optout: 2" in err
    _, err = run("suppress", stops, "--key-file", keys, "--scrub", clients, "--dry-run", *DAY)
    assert "Nothing was written" in err


def test_keys_come_from_the_environment_too_and_a_rotation_keeps_everybody(
    tmp_path: Path, keys: Path, clients: Path
) -> None:
    stops = tmp_path / "stops.jsonl"
    add(stops, keys, "lea@example.org\ngone@example.org\n", "--on", "2026-03-01")
    both = {"CONTACTBASE_KEYS": f"{SECOND_KEY}\n{KEY}"}
    out, _ = run("suppress", stops, "--check", "-", stdin="lea@example.org\n", code=1, environment=both)
    assert out == "1: optout\n"
    _, err = run("suppress", stops, "--rekey", clients, *DAY, environment=both)
    assert "1 entries put under the active key." in err
    out, _ = run("suppress", stops, environment={"CONTACTBASE_KEY_FILE": str(keys), **both}, code=2)
    assert out == ""


@pytest.mark.parametrize(
    ("key", "sentence"),
    [(None, "No key was named"), ("short", "needs 32 bytes"), (SECOND_KEY, "Add that key"), ("", "needs a key")],
)
def test_a_missing_short_or_wrong_key_stops_everything(
    tmp_path: Path, keys: Path, clients: Path, key: str | None, sentence: str
) -> None:
    stops = tmp_path / "stops.jsonl"
    add(stops, keys, "lea@example.org\n")
    other = tmp_path / "other.txt"
    if key is not None:
        other.write_text(key, encoding="utf-8")
    named = ("--key-file", other) if key is not None else ()
    out, err = run("suppress", stops, *named, "--scrub", clients, *DAY, code=2)
    assert sentence in err
    assert out == ""


def test_a_missing_or_damaged_list_is_no_empty_list(tmp_path: Path, keys: Path, clients: Path) -> None:
    stops = tmp_path / "stops.jsonl"
    run("suppress", stops, "--key-file", keys, "--scrub", clients, code=2)
    add(stops, keys, "lea@example.org\nzoe@example.org\n")
    stops.write_text("".join(stops.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    _, err = run("suppress", stops, "--key-file", keys, "--scrub", clients, code=2)
    assert "cut off: 1 of its entries" in err


def test_two_actions_at_once_are_refused(tmp_path: Path, keys: Path) -> None:
    _, err = run("suppress", tmp_path / "x", "--key-file", keys, "--add", "-", "--check", "-", code=2)
    assert "one of --add, --check" in err


# access


def test_an_answer_is_given_in_every_format_and_language(folder: Path, tmp_path: Path, keys: Path) -> None:
    out, _ = run("access", folder, "k1", *DAY)
    assert "Durand" in out
    assert "clients.csv, row 1" in out
    out, _ = run("access", folder, "k1", "--format", "json", *DAY)
    assert json.loads(out)["fields"]["city"]["value"] == "Lyon"
    assert json.loads(out)["merged"][0]["contact"] == "k2"
    page = tmp_path / "answer.html"
    run("access", folder, "k1", "--format", "html", "--lang", "fr", "--out", page, *DAY)
    assert 'lang="fr"' in page.read_text(encoding="utf-8")
    stops = tmp_path / "stops.jsonl"
    add(stops, keys, "lea@example.org\n")
    out, _ = run("access", folder, "k1", "--suppression", stops, "--key-file", keys, *DAY)
    assert "email: Unsubscribed" in out


def test_portability_and_a_client_file_work_too_and_a_dry_run_prints_nothing(clients: Path) -> None:
    out, _ = run("access", clients, "k1", "--portable", "--format", "json", *DAY)
    assert json.loads(out)["first_name"] == "Léa"
    out, _ = run("access", clients, "k1", "--portable", *DAY)
    assert "first_name" in out
    out, err = run("access", clients, "k1", "--dry-run", *DAY)
    assert out == ""
    assert "Nothing was written" in err
    _, err = run("access", clients, "nobody", *DAY, code=2)
    assert "no contact 'nobody'" in err


# erase


def erase(folder: Path, keys: Path, *more: object, code: int = 0) -> tuple[str, str]:
    beside = folder.parent
    named = ("--suppression", beside / "stops.jsonl", "--log", beside / "erasures.jsonl", "--key-file", keys)
    return run("erase", folder, *named, *DAY, *more, code=code)


def everything(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))


def test_an_erasure_leaves_nothing_of_the_person_in_the_folder(folder: Path, keys: Path) -> None:
    before = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    kept = {name: contact for name, contact in base_of(folder).items() if name != "k1"}
    out, err = erase(folder, keys, "--id", "k1", "--policy", "none", "--audit", folder.parent / "audit.jsonl")
    assert "Erasure of k1 on 2026-11-22" in out
    assert "1 contacts erased" in err
    text = everything(folder)
    assert not any(word in text for word in ("Durand", "DURAND", "612345678", "06 12 34 56 78", "lea@example.org"))
    assert dict(base_of(folder)) == kept
    after = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    assert (after["contacts"], after["removed"]) == (before["contacts"] - 1, before["removed"] + 1)
    assert after["rows_read"] == sum(after[name] for name in ("contacts", "merged_away", "removed", "rejected"))
    out, _ = run("audit", folder.parent / "audit.jsonl", "--key-file", keys)
    assert out.startswith("1:")
    run("report", folder)


def test_what_the_accounts_need_stays_and_no_more(folder: Path, keys: Path) -> None:
    out, _ = erase(folder, keys, "--id", "k4")
    assert "Kept:" in out
    omar = base_of(folder)["k4"]
    assert omar.last_name == "Petit"
    assert omar.events
    assert not omar.consents or "consents" in out.lower()


def test_a_dry_run_says_what_would_go_and_changes_nothing(folder: Path, keys: Path) -> None:
    before = everything(folder)
    out, err = erase(folder, keys, "--id", "k1", "--dry-run")
    assert "Erasure of k1" in out
    assert "Nothing was written" in err
    assert everything(folder) == before
    assert not (folder.parent / "stops.jsonl").exists()
    assert not (folder.parent / "erasures.jsonl").exists()


def test_the_erased_person_stays_out_of_the_next_import_and_of_a_restored_backup(
    folder: Path, keys: Path, clients: Path
) -> None:
    erase(folder, keys, "--id", "k1", "--policy", "none")
    stops = folder.parent / "stops.jsonl"
    out, _ = run("suppress", stops, "--key-file", keys, "--scrub", clients, *DAY)
    assert [row["id"] for row in csv.DictReader(io.StringIO(out))] == ["k3", "k4"]
    run("clean", clients, "--out", folder, *DAY)
    assert "k1" in base_of(folder)
    before = everything(folder)
    out, _ = erase(folder, keys, "--replay", "--dry-run")
    assert "k1: rights.erased-again" in out
    assert everything(folder) == before
    erase(folder, keys, "--replay")
    assert "Durand" not in everything(folder)
    _, err = erase(folder, keys, "--replay")
    assert "Nobody had to be erased again." in err


def test_wrong_words_change_nothing(folder: Path, keys: Path) -> None:
    before = everything(folder)
    _, err = erase(folder, keys, code=2)
    assert "--replay" in err
    _, err = erase(folder, keys, "--id", "nobody", code=2)
    assert "Nothing was erased" in err
    broken = folder.parent / "audit.jsonl"
    broken.write_text("{}\n", encoding="utf-8")
    _, err = erase(folder, keys, "--id", "k1", "--audit", broken, code=2)
    assert "Nothing was added" in err
    assert not (folder.parent / "stops.jsonl").exists()
    assert everything(folder) == before


# audit


def test_entries_are_added_checked_and_a_change_is_named(tmp_path: Path, keys: Path) -> None:
    journal = tmp_path / "audit.jsonl"
    add_entry = ("audit", journal, "--key-file", keys, "--actor", "shop", "--add")
    out, _ = run(*add_entry, "consent.given", "--subject", "k1", "--dry-run")
    assert json.loads(out)["action"] == "consent.given"
    assert not journal.exists()
    for action in ("consent.given", "optout.stop", "erasure.done"):
        run(*add_entry, action, "--subject", "k1", "--at", "2026-11-22T10:00:00+01:00")
    assert '"ts": "2026-11-22T09:00:00Z"' in journal.read_text(encoding="utf-8")
    head, err = run("audit", journal, "--key-file", keys)
    assert "3 entries, none broken" in err
    run("audit", journal, "--anchor", head.strip())
    lines = journal.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.write_text("".join(lines[:2]), encoding="utf-8")
    run("audit", journal)
    _, err = run("audit", journal, "--anchor", head.strip(), "--lang", "fr", code=1)
    assert "ne contient pas" in err
    journal.write_text(lines[0] + lines[1].replace("shop", "nobody") + lines[2], encoding="utf-8")
    _, err = run("audit", journal, code=1)
    assert "Entry 1 does not match its own hash" in err
    _, err = run(*add_entry, "more", "--subject", "k1", code=2)
    assert "Nothing was added" in err


def test_an_entry_needs_who_and_whom(tmp_path: Path, keys: Path) -> None:
    _, err = run("audit", tmp_path / "a", "--key-file", keys, "--add", "x", code=2)
    assert "--subject" in err
    _, err = run("audit", tmp_path / "a", "--at", "2026-11-22", "--key-file", keys, code=2)
    assert "no moment with a zone" in err
