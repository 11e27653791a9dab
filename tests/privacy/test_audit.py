from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PrivacyError
from contactbase.privacy.audit import (
    AuditEntry,
    audit_line,
    head_of,
    next_entry,
    reference,
    references,
    verify,
    verify_lines,
)
from contactbase.privacy.keys import KeyRing
from privacy.people import RING, SECOND_KEY

AT = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)


def journal(count: int, keys: KeyRing | None = None) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    for number in range(count):
        entries.append(
            next_entry(
                entries[-1] if entries else None,
                at=AT + dt.timedelta(hours=number),
                actor="import:crm",
                action="consent.given",
                subject=f"r-{number}",
                data={"fields": number, "zone": "été"},
                keys=keys,
            )
        )
    return entries


TAMPERINGS: dict[str, Callable[[dict[str, Any]], object]] = {
    "actor": lambda entry: entry.update(actor="nobody"),
    "data": lambda entry: entry["data"].update(fields=99),
    "a field more": lambda entry: entry.update(more="x"),
    "a field less": lambda entry: entry.pop("data"),
    "moment": lambda entry: entry.update(ts="2026-01-01T09:00:01Z"),
    "hash": lambda entry: entry.update(hash="0" * 64),
    "previous": lambda entry: entry.update(prev="1" * 64),
    "number": lambda entry: entry.update(seq=entry["seq"] + 1),
    "number as truth": lambda entry: entry.update(seq=True),
    "not a number": lambda entry: entry["data"].update(fields=float("nan")),
    "half a character": lambda entry: entry.update(actor="\ud800"),
}


@settings(deadline=None)
@given(st.integers(1, 8), st.data(), st.sampled_from(sorted(TAMPERINGS)))
def test_a_change_at_any_place_is_found_and_named(count: int, data: st.DataObject, tampering: str) -> None:
    place = data.draw(st.integers(0, count - 1))
    entries = json.loads(json.dumps(journal(count)))
    TAMPERINGS[tampering](entries[place])
    found = verify(entries)
    assert not found.intact
    assert found.broken == place
    assert found.entries == place


@settings(deadline=None)
@given(st.integers(2, 8), st.data())
def test_an_entry_taken_out_or_moved_is_found(count: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, count - 2))
    entries = journal(count)
    assert verify(entries[:place] + entries[place + 1 :]).broken == place
    turned = [*entries]
    turned[place], turned[place + 1] = turned[place + 1], turned[place]
    assert verify(turned).broken == place
    assert verify([*entries[: place + 1], *entries[place:]]).broken == place + 1


@settings(deadline=None)
@given(st.integers(1, 8), st.data())
def test_a_chain_made_anew_from_some_entry_on_is_found_by_its_seals(count: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, count - 1))
    entries = journal(count, RING)
    forged = [*entries[:place]]
    for entry in entries[place:]:
        forged.append(
            next_entry(
                forged[-1] if forged else None, at=AT, actor="x", action=entry["action"], subject=entry["subject"]
            )
        )
    assert verify(forged).intact
    assert verify(forged, keys=RING).broken == place
    assert verify(entries, keys=RING).intact
    assert verify(entries, keys=RING.with_new(SECOND_KEY)).intact
    assert verify(entries, keys=KeyRing.of(SECOND_KEY)).broken == 0


@settings(deadline=None)
@given(st.integers(0, 8), st.data())
def test_an_anchor_shows_an_end_that_was_cut_off(count: int, data: st.DataObject) -> None:
    entries = journal(count)
    cut = data.draw(st.integers(0, count))
    anchor = head_of(verify(entries))
    assert verify(entries[:cut]).intact
    assert verify(entries[:cut], anchor=anchor).intact is (cut == count)
    assert verify(entries, anchor=head_of(verify(entries[:cut]))).intact


def test_an_anchor_that_is_none_is_refused() -> None:
    with pytest.raises(PrivacyError, match="anchor"):
        verify(journal(1), anchor="lately")


def test_lines_give_the_journal_back_and_damaged_ones_are_named() -> None:
    lines = [audit_line(entry) for entry in journal(3)]
    assert verify_lines(lines).entries == 3
    for wrong in ("", "{", "[]", "null", "[" * 100_000, '{"a":NaN}', lines[1].replace('"seq"', '"seq":1,"seq"')):
        found = verify_lines([lines[0], wrong, lines[2]])
        assert (found.broken, found.code) == (1, "audit.unreadable")
    assert verify_lines([]).intact


@pytest.mark.parametrize("text", ["lea@example.org", "appel du 06 12 34 56 78"])
def test_an_entry_never_holds_an_address(text: str) -> None:
    for held in ({"actor": text}, {"subject": text}, {"data": {"note": text}}):
        given_texts: dict[str, Any] = {"actor": "a", "action": "b", "subject": "c", **held}
        with pytest.raises(PrivacyError, match="looks like an address"):
            next_entry(None, at=AT, **given_texts)


def test_a_moment_without_a_zone_is_refused_and_any_zone_is_written_in_utc() -> None:
    with pytest.raises(PrivacyError, match="zone"):
        next_entry(None, at=dt.datetime(2026, 1, 1, 9), actor="a", action="b", subject="c")
    paris = dt.timezone(dt.timedelta(hours=1))
    entry = next_entry(None, at=AT.astimezone(paris), actor="a", action="b", subject="c")
    assert entry["ts"] == "2026-01-01T09:00:00Z"


def test_a_reference_names_a_contact_under_every_key_and_says_nothing() -> None:
    assert reference(RING, "c-1") in references(RING.with_new(SECOND_KEY), "c-1")
    assert reference(RING, "c-1") != reference(RING, "c-2")
    assert "c-1" not in reference(RING, "c-1")


def test_the_verdict_is_said_in_both_languages() -> None:
    broken = verify([{**journal(1)[0], "actor": "x"}])
    assert broken.say() == "Entry 0 does not match its own hash: it was changed."
    assert broken.say("fr").startswith("L'entrée 0")
    assert verify(journal(2)).say().startswith("2 entries, none broken")
