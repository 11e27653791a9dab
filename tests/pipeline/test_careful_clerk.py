"""What a careful clerk would not let pass: couples, refusals written beside numbers, totals, columns of statuses."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import contactbase as cb

AS_OF = dt.date(2026, 11, 22)
COUPLE = {"title": "M. et Mme", "last_name": "Martin", "email": "m@example.org", "mobile": "06 98 76 54 71"}
JULIE = {**COUPLE, "title": "Mme", "first_name": "Julie"}


@pytest.mark.parametrize("rows", [(COUPLE, JULIE), (JULIE, COUPLE)], ids=["couple first", "person first"])
def test_a_couple_is_not_merged_with_one_of_the_two(rows: tuple[dict[str, str], ...]) -> None:
    base = cb.clean(rows, as_of=AS_OF).value
    assert len(cb.dedupe(base).value) == 2
    assert cb.match(base).clusters == ()


def test_a_couple_written_twice_is_one_couple() -> None:
    assert len(cb.dedupe(cb.clean([COUPLE, COUPLE], as_of=AS_OF).value).value) == 1


@pytest.mark.parametrize(
    "cell",
    ["06 98 76 54 71 STOP", "06 98 76 54 71 (ne pas appeler)", "06 98 76 54 71 - refus", "06 98 76 54 71 liste rouge"],
)
def test_a_refusal_beside_a_number_is_a_refusal(cell: str) -> None:
    row = {
        "last_name": "Martin",
        "mobile": cell,
        "opt_in_sms": "oui",
        "consented_on": "03/02/2025",
        "opt_out_sms": "non",
    }
    base, journal = cb.clean([row], as_of=AS_OF)
    (contact,) = base.values()
    assert contact.phones[0].e164 == "+33698765471"
    assert journal.count()["phone.refusal-beside"] == 1
    withdrawn = {record.channel for record in contact.consents if record.status is cb.ConsentStatus.WITHDRAWN}
    assert withdrawn == {cb.Channel.SMS, cb.Channel.PHONE}
    assert not cb.Segment("sms", "opted in to sms").matches(contact, as_of=AS_OF)


@pytest.mark.parametrize("cell", ["06 98 76 54 71 (portable)", "06 98 76 54 71 appeler le soir", "06 98 76 54 71 Mme"])
def test_other_words_beside_a_number_are_no_refusal(cell: str) -> None:
    base, journal = cb.clean([{"last_name": "Martin", "mobile": cell}], as_of=AS_OF)
    assert "phone.refusal-beside" not in journal.count()
    assert base["c-1"].consents == ()


def test_totals_that_become_one_purchase_are_said() -> None:
    row = {"last_name": "Martin", "orders": "40", "spent": "12 000,00", "last_purchase": "01/11/2026"}
    assert cb.clean([row], as_of=AS_OF).journal.count()["record.totals-as-one-purchase"] == 1
    alone = {"last_name": "Martin", "last_purchase": "01/11/2026"}
    assert "record.totals-as-one-purchase" not in cb.clean([alone], as_of=AS_OF).journal.count()


def test_a_status_column_that_nobody_reads_is_warned_of() -> None:
    _, journal = cb.read(b"email,status\na@example.org,Unsubscribed\n")
    assert journal.count()["layout.consent-without-channel"] == 1


def test_the_citations_of_a_rule_stand_once_in_the_journal_and_come_back_with_every_decision(tmp_path: Path) -> None:
    rows = "Nom;Portable;Inscription\n" + "".join(f"Durand{n};06 98 76 54 {n:02};03/02/2019\n" for n in range(20, 40))
    cb.run(rows.encode(), out=tmp_path / "out", as_of=AS_OF)
    lines = [line for line in (tmp_path / "out" / "journal.jsonl").read_text().splitlines() if '"decision"' in line]
    assert len(lines) == 20
    assert sum('"citations"' in line for line in lines) == 1

    from contactbase.pipeline.journal_lines import journal_entries  # noqa: PLC0415 - used here only

    assert all(entry.citations for entry in journal_entries(lines) if isinstance(entry, cb.Decision))
