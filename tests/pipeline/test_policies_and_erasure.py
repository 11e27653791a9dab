"""Policies in files, and erasures made final in the journal of a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import contactbase as cb
from contactbase.model.journal import Changes, Journal
from contactbase.policy.catalog import FR, FR_DELETE_ONLY
from contactbase.policy.enact import confirm_erasure

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("name", ["house.toml", "house.JSON"])
def test_a_policy_is_written_into_a_file_and_read_back(tmp_path: Path, name: str) -> None:
    cb.write_policy(FR, tmp_path / name)
    assert cb.read_policy(tmp_path / name) == FR


def test_a_file_that_is_no_policy_says_so(tmp_path: Path) -> None:
    with pytest.raises(cb.ReadError, match=r"\.toml or \.json"):
        cb.read_policy(tmp_path / "house.yaml")
    with pytest.raises(cb.WriteError, match=r"\.toml or \.json"):
        cb.write_policy(FR, tmp_path / "house.yaml")
    with pytest.raises(cb.ReadError, match="cannot be read"):
        cb.read_policy(tmp_path / "absent.toml")
    place = tmp_path / "house.toml"
    place.write_bytes(b'id = "\xe9"')
    with pytest.raises(cb.ReadError, match="UTF-8"):
        cb.read_policy(place)
    place.write_bytes(b'\xef\xbb\xbfid = "a"\nversion = 3')
    with pytest.raises(cb.PolicyError, match=r"house\.toml: Line "):
        cb.read_policy(place)


def test_the_main_job_refuses_a_policy_without_a_duration_before_it_reads_anything() -> None:
    with pytest.raises(cb.PolicyError, match="does not say how long"):
        cb.run("absent.csv", as_of=TODAY, policy=cb.policies.UK)


def test_confirming_takes_the_values_of_the_erased_out_of_every_entry() -> None:
    rows = [
        {"id": "a", "last_name": "DURAND", "mobile": "06 12 34 56 78", "collected_on": "01/05/2019"},
        {"id": "b", "last_name": "Durand", "mobile": "0612345678", "collected_on": "01/05/2019"},
        {"id": "c", "last_name": "MARTIN", "mobile": "06 98 76 54 31", "collected_on": "01/05/2026"},
    ]
    base, cleaned = cb.clean(rows, as_of=TODAY)
    merged, merges = cb.dedupe(base)
    assert len(merged) == 2
    kept, enacted = cb.enact(merged, cb.retain(merged, FR_DELETE_ONLY, as_of=TODAY))
    assert len(kept) == 1
    journal = Journal((*cleaned.entries, *merges.entries, *enacted.entries))
    final = confirm_erasure(journal, on=TODAY)
    changed = {entry.contact: entry.fields for entry in final.entries if isinstance(entry, Changes)}
    assert [bool(fields) for fields in changed.values()] == [False, False, True]
    (merge,) = final.merges
    assert cb.Contact(id=merge.before.id) == merge.before
    assert [contact == cb.Contact(id=contact.id) for contact in merge.absorbed] == [True]
    assert len(final) == len(journal)


def test_a_reviewed_plan_is_what_the_main_job_acts_on(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "last_name": "DURAND", "collected_on": "2019-05-01"},
        {"id": "b", "last_name": "MARTIN", "collected_on": "2019-05-01"},
    ]
    base, _ = cb.clean(rows, as_of=TODAY)
    plan = cb.reviewed(cb.retain(base, FR_DELETE_ONLY, as_of=TODAY), without=[next(iter(base))])
    source = tmp_path / "clients.csv"
    source.write_text("id,last_name,collected_on\na,DURAND,2019-05-01\nb,MARTIN,2019-05-01\n", encoding="utf-8")
    result = cb.run(source, as_of=TODAY, policy=FR_DELETE_ONLY, enact=True, plan=plan)
    assert [contact.last_name for contact in result.base.values()] == ["Durand"]
    assert result.archived == ()
