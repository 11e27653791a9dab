"""The vectors of consent: resolved, merged, and the properties of merging, from any folder of the same formats.

The rules are implemented, no table of answers is; `test_another_folder_of_vectors_runs` writes vectors of its own.
CONTACTBASE_VECTORS names another folder. A case that needs what no contact holds is skipped with its reason.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from conformance.corpora import corpus_files
from contactbase.matching.ledger import ConsentMerge, merged_ledger
from contactbase.matching.survivor import survivor
from contactbase.model.activity import last_act_of_person
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, ConsentStatus, EventKind, Purpose
from contactbase.model.event import Event
from contactbase.pipeline.companions import CONSENT_COLUMNS, ConsentRows, consent_of
from contactbase.policy.catalog import FR
from contactbase.policy.standing import Answer, Standing, standing
from laws.test_laws_of_consent import LEDGERS

Case = dict[str, Any]
Lines = tuple[ConsentRecord, ...]
Listed = list[ConsentRecord]


def read(name: str) -> Any:
    for path in corpus_files("vectors", name):
        return json.loads(path.read_text(encoding="utf-8"))
    return None


def cases(name: str) -> list[Any]:
    found = read(name)
    if found is None:
        return [pytest.param({}, marks=pytest.mark.skip(reason=f"no vectors {name}: set CONTACTBASE_VECTORS"))]
    return [pytest.param(case, id=case["id"] if isinstance(case, dict) else case[:40]) for case in found]


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def word(code: str) -> str:
    """Give the word of the vectors for one of our codes: `consent.no-record` is NO_RECORD."""
    return code.removeprefix("consent.").replace("-", "_").upper()


def resolved(lines: Lines, as_of: dt.date, channel: Channel = Channel.SMS) -> Standing:
    return standing(lines, channel=channel, purpose=Purpose.MARKETING, as_of=as_of)


EVENT_KEYS = {"status", "at", "expires", "proof"}


@pytest.mark.parametrize("case", cases("consent_resolution.json"))
def test_consent_is_resolved(case: Case) -> None:
    if unknown := {key for event in case["events"] for key in event} - EVENT_KEYS:
        pytest.skip(f"an event has {', '.join(sorted(unknown))}, of which the format says nothing")
    lines = tuple(
        ConsentRecord(
            channel=Channel.SMS,
            status=ConsentStatus(event["status"]),
            at=day(event["at"]),
            expires_on=day(event.get("expires")),
            proof="vector" if event.get("proof", True) else None,
        )
        for event in case["events"]
    )
    as_of = dt.date.fromisoformat(case["as_of"])
    for turned in permutations(lines) if len(lines) < 5 else (lines,):
        found = resolved(turned, as_of)
        assert found.decision.upper() == case["decision"]
        assert word(found.reason) == case["reason"]
        assert sorted(map(word, found.flags)) == sorted(case["flags"])
        if found.decision is Answer.UNKNOWN:
            by_policy = standing(turned, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=as_of, policy=FR)
            assert by_policy.decision is Answer.DENY


def stated(channel: str, text: str | None, mode: ConsentMerge) -> Lines:
    """Read the short form `status@date[,proof]`; where only a proven consent wins, the word `proof` is what proves."""
    if text is None:
        return ()
    form, *marks = text.split(",")
    status, _, at = form.partition("@")
    proven = mode is ConsentMerge.STRICT or "proof" in marks
    proof = "vector" if proven else None
    return (ConsentRecord(channel=Channel(channel), status=ConsentStatus(status), at=day(at or None), proof=proof),)


def merged_consents(case: Case, channel: str) -> object:
    mode = ConsentMerge(case.get("mode", "strict"))
    ledgers = [stated(channel, case[side].get(channel), mode) for side in ("a", "b")]
    found = {
        resolved(merged_ledger(order, mode), dt.date.max, Channel(channel)).reason for order in permutations(ledgers)
    }
    assert len(found) == 1
    reason = word(found.pop())
    if mode is ConsentMerge.LATEST_PROVEN and reason == "PROOF_MISSING":
        return "given"
    return reason.lower()


def survived(case: Case, make: Callable[[str, Any], Contact], look: Callable[[Contact], Any], key: str) -> Any:
    sides = [make(side, case[side].get(key)) for side in ("a", "b")]
    found = [look(survivor(order)) for order in permutations(sides)]
    assert found[0] == found[1]
    return found[0]


def click(side: str, text: str | None) -> Contact:
    acts = () if text is None else (Event(kind=EventKind.CLICK, at=dt.date.fromisoformat(text)),)
    return Contact(id=side, events=acts)


def collected(side: str, text: str | None) -> Contact:
    return Contact(id=side, collected_on=day(text))


BIRTHS = {None: None, True: dt.date(2015, 1, 1), False: dt.date(1980, 1, 1)}


def of_age(side: str, minor: bool | None) -> Contact:
    return Contact(id=side, birth_date=BIRTHS[minor])


def is_minor(contact: Contact) -> bool | None:
    asked = standing(contact, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=dt.date(2026, 1, 1), policy=FR)
    return None if "consent.age-unknown" in asked.flags else asked.reason == "consent.minor"


CONTACT_KEYS: dict[str, Callable[[Case, str], object]] = {
    "retention_last_contact": lambda case, key: str(survived(case, click, last_act_of_person, key)),
    "first_collected": lambda case, key: str(survived(case, collected, lambda each: each.collected_on, key)),
    "collected": lambda case, key: str(survived(case, collected, lambda each: each.collected_on, key)),
    "is_minor": lambda case, key: {"is_minor": survived(case, of_age, is_minor, key)},
    **{channel.value: merged_consents for channel in Channel},
}


@pytest.mark.parametrize("case", cases("consent_merge.json"))
def test_records_are_merged(case: Case) -> None:
    keys = case["a"].keys() | case["b"].keys()
    if unknown := keys - CONTACT_KEYS.keys():
        pytest.skip(f"no field for {', '.join(sorted(unknown))}")
    found = {key: CONTACT_KEYS[key](case, key) for key in sorted(keys)}
    expected = case["merged"]
    if len(found) == 1:
        assert found.popitem()[1] == expected
    else:
        assert found == expected


# The properties in words


LAST = dt.date(2026, 2, 1)


@given(LEDGERS, LEDGERS)
def never_more_permissive(one: list[ConsentRecord], other: list[ConsentRecord]) -> None:
    alone = {resolved(tuple(ledger), LAST).decision for ledger in (one, other) if ledger}
    if resolved(merged_ledger([tuple(one), tuple(other)]), LAST):
        assert Answer.DENY not in alone


@given(LEDGERS, LEDGERS, LEDGERS)
def idempotent_and_associative(
    one: list[ConsentRecord], other: list[ConsentRecord], third: list[ConsentRecord]
) -> None:
    a, b, c = tuple(one), tuple(other), tuple(third)
    left, right = merged_ledger([merged_ledger([a, b]), c]), merged_ledger([a, merged_ledger([b, c])])
    assert set(merged_ledger([a, a])) == set(a)
    assert {*a, *b, *c} <= set(left) & set(right)
    assert resolved(left, LAST).decision is resolved(right, LAST).decision


@given(LEDGERS)
def nothing_lost_in_files(lines: list[ConsentRecord]) -> None:
    held = io.StringIO()
    rows = ConsentRows()(["c-1"] * len(lines), lines) if lines else ()
    csv.writer(held).writerows([CONSENT_COLUMNS, *rows])
    held.seek(0)
    assert [consent_of(cells) for cells in csv.DictReader(held)] == lines


PROPERTIES = {
    "never more permissive": never_more_permissive,
    "idempotent and associative": idempotent_and_associative,
    "round trip preserves": nothing_lost_in_files,
}


@pytest.mark.parametrize("sentence", cases("merge_invariants.json"))
def test_a_property_of_merging_holds(sentence: str) -> None:
    found = [check for words, check in PROPERTIES.items() if words in sentence]
    if not found:
        pytest.skip(f"no check for: {sentence}")
    for check in found:
        check()


# Another folder


MINE: dict[str, list[Any]] = {
    "consent_resolution.json": [
        {
            "id": "X1",
            "as_of": "2026-01-01",
            "decision": "ALLOW",
            "reason": "RENEWED",
            "flags": [],
            "events": [{"status": "given", "at": "2020-01-01"}, {"status": "renewed", "at": "2025-01-01"}],
        },
        {
            "id": "X2",
            "as_of": "2026-01-01",
            "decision": "DENY",
            "reason": "PROOF_MISSING",
            "flags": [],
            "events": [{"status": "given", "at": "2025-01-01", "proof": False}],
        },
        {
            "id": "X3",
            "as_of": "2026-01-01",
            "decision": "DENY",
            "reason": "UNDATED_GRANT",
            "flags": ["UNDATED_GRANT"],
            "events": [{"status": "given", "at": None}],
        },
    ],
    "consent_merge.json": [
        {
            "id": "Y1",
            "mode": "latest_proven",
            "merged": "given",
            "a": {"email": "given@2025-01-01,proof"},
            "b": {"email": "withdrawn@2024-01-01"},
        },
        {
            "id": "Y2",
            "mode": "latest_proven",
            "merged": "withdrawn",
            "a": {"email": "given@2025-01-01"},
            "b": {"email": "withdrawn@2024-01-01"},
        },
        {"id": "Y3", "a": {"is_minor": False}, "b": {"is_minor": True}, "merged": {"is_minor": True}},
        {"id": "Y4", "a": {"collected": "2022-01-01"}, "b": {"collected": "2024-05-01"}, "merged": "2022-01-01"},
        {"id": "Y5", "a": {"sms": "refused@2020-01-01"}, "b": {"sms": "given@2025-01-01"}, "merged": "refused"},
    ],
    "merge_invariants.json": ["merging is never more permissive", "it rains"],
}
WRONG = {"id": "X9", "events": [], "as_of": "2026-01-01", "decision": "ALLOW", "reason": "GIVEN", "flags": []}


def run_with(folder: Path) -> str:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", __file__, "-k", "not folder"]
    done = subprocess.run(
        command,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "CONTACTBASE_VECTORS": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.slow
def test_another_folder_of_vectors_runs(tmp_path: Path) -> None:
    for name, found in MINE.items():
        (tmp_path / name).write_text(json.dumps(found), encoding="utf-8")
    assert re.search(r"^9 passed, 1 skipped", run_with(tmp_path), re.MULTILINE)
    wrong = [*MINE["consent_resolution.json"], WRONG]
    (tmp_path / "consent_resolution.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert re.search(r"^1 failed, 9 passed, 1 skipped", run_with(tmp_path), re.MULTILINE)
