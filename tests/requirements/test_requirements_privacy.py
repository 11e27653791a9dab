"""R27, R28, R32 to R34, R39, R40, R47 and R52 of the requirements, through the public names. Each test says its number.

Not here, because nothing implements it here: version and date of the notice per contact and the warning that it is
missing (R27), a restricted archive as a file of its own (R40, beyond what an erasure keeps), a history of one field
(R47, beyond the changes in the journal).
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import contactbase as cb

TODAY = dt.date(2026, 11, 22)
KEYS = cb.KeyRing.of("contactbase-test-key-v1-32bytes!")
ROWS = [
    {"first_name": "Léa", "last_name": "Durand", "mobile": "0612345678", "email": "lea@example.org"},
    {"first_name": "Zoé", "last_name": "Martin", "email": "zoe@example.org"},
]


@pytest.fixture
def base() -> cb.ContactBase:
    return cb.clean(ROWS, as_of=TODAY).value


@pytest.fixture
def stops() -> cb.SuppressionList:
    return cb.SuppressionList(KEYS)


def blocked(stops: cb.SuppressionList, contact: cb.Contact, channel: cb.Channel) -> bool:
    return stops.judge(contact, channel=channel, purpose=cb.Purpose.MARKETING, as_of=TODAY).blocked


def test_r27_access_rectification_and_erasure_are_answered(base: cb.ContactBase, stops: cb.SuppressionList) -> None:
    assert "Durand" in cb.access_report(base, "c-1", as_of=TODAY).to_text("fr")
    base, _ = cb.rectify(base, "c-1", {"last_name": "Petit"}, as_of=TODAY)
    assert base["c-1"].last_name == "Petit"
    assert list(cb.erase(base, ["c-1"], stops=stops, on=TODAY).value.base) == ["c-2"]


def test_r28_a_withdrawal_takes_one_call_works_for_every_channel_and_at_once(
    base: cb.ContactBase, stops: cb.SuppressionList
) -> None:
    base, _ = cb.register_objection(base, "c-1", stops, on=TODAY)
    assert all(blocked(stops, base["c-1"], one) for one in (cb.Channel.SMS, cb.Channel.EMAIL, cb.Channel.PHONE))
    withdrawn = {one.channel for one in base["c-1"].consents if one.status is cb.ConsentStatus.WITHDRAWN}
    assert withdrawn == set(cb.Channel)
    stops.add("zoe@example.org", "email", reason=cb.SuppressionReason.OPTOUT, on=dt.date(2027, 5, 1))
    assert blocked(stops, base["c-2"], cb.Channel.EMAIL)


def test_r32_nothing_personal_is_shown_and_files_can_be_redacted_or_hashed(
    base: cb.ContactBase, stops: cb.SuppressionList, tmp_path: Path
) -> None:
    stops.add_contact(base["c-1"], reason=cb.SuppressionReason.ERASURE, on=TODAY)
    for how in cb.Redaction:
        cb.write_redacted(base, tmp_path / "shape.csv", how=how, keys=KEYS)
        text = (tmp_path / "shape.csv").read_text(encoding="utf-8") + repr(stops) + repr(KEYS) + repr(list(stops))
        assert not any(word in text for word in ("Durand", "612345678", "lea@example.org", "contactbase-test-key"))


def test_r33_the_register_has_the_fields_of_article_30_and_the_journal_only_grows() -> None:
    shop = cb.Party(name="Maison Exemple", contact="privacy@example.org")
    register = cb.ProcessingRegister(controller=shop, activities=(cb.ProcessingActivity(name="Newsletter"),))
    header = next(iter(register.rows()))
    assert {"purposes", "categories of data", "time limits for erasure", "security measures"} <= set(header)
    at = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    first = cb.audit.next_entry(None, at=at, actor="shop", action="consent.given", subject="r-1")
    second = cb.audit.next_entry(first, at=at, actor="shop", action="optout.stop", subject="r-1")
    assert cb.audit.verify([first, second]).intact
    assert cb.audit.verify([second]).broken == 0


def test_r34_the_risk_stands_in_the_report_of_a_register_with_gaps_only() -> None:
    shop = cb.Party(name="Maison Exemple", contact="privacy@example.org")
    gaps = cb.ProcessingRegister(controller=shop, activities=(cb.ProcessingActivity(name="Newsletter"),))
    assert "20 millions d'euros ou 4 %" in gaps.say("fr")
    assert "4 %" not in cb.ProcessingRegister(controller=shop, activities=()).say()


def test_r39_the_statistical_archive_has_no_row_of_a_person() -> None:
    people = cb.ContactBase.of(cb.Contact(id=f"c-{n}", sex=cb.Sex.F, department="69") for n in range(9))
    archive = cb.archive_statistics(people, ["sex", "department"], as_of=TODAY)
    assert list(archive.rows()) == [{"sex": "F", "department": "69", "people": 9}]
    assert list(cb.archive_statistics(people, ["sex"], as_of=TODAY, k=10).rows()) == []


def test_r40_what_a_legal_reason_covers_is_kept_apart_from_the_statistics(stops: cb.SuppressionList) -> None:
    bought = cb.Event(kind=cb.EventKind.PURCHASE, at=dt.date(2025, 5, 3), amount=1000, currency="EUR")
    base = cb.ContactBase.of([cb.Contact(id="c-1", last_name="Durand", tags=frozenset({"VIP"}), events=(bought,))])
    left = cb.erase(base, ["c-1"], stops=stops, on=TODAY, policy=cb.policies.FR).value.base["c-1"]
    assert (left.last_name, left.events, left.tags) == ("Durand", (bought,), frozenset())


def test_r47_a_change_is_in_the_journal_with_what_was_before(base: cb.ContactBase) -> None:
    after, journal = cb.rectify(base, "c-1", {"last_name": "Petit"}, as_of=TODAY)
    assert [(one.field, one.before, one.after) for one in journal.changes] == [("last_name", "Durand", "Petit")]
    people = cb.Segment("petits", 'last_name = "Petit"')
    assert people.select(base, as_of=TODAY).ids == ()
    assert people.select(after, as_of=TODAY).ids == ("c-1",)


def test_r52_the_four_lists_keep_people_out_before_anything_is_stored(stops: cb.SuppressionList) -> None:
    reasons = (cb.SuppressionReason.OPTOUT, cb.SuppressionReason.HARD_BOUNCE, cb.SuppressionReason.COMPLAINT)
    for number, reason in enumerate(reasons):
        stops.add(f"n{number}@example.org", "email", reason=reason, on=TODAY)
    rows = [{"last_name": "A", "email": f"n{number}@example.org"} for number in (0, 1, 2, 3, 3)]
    records, journal = cb.scrub(rows, stops, as_of=TODAY, channel=cb.Channel.EMAIL)
    assert [record.source.row for record in records] == [4]
    assert sorted(journal.count()) == [
        "suppression.complaint",
        "suppression.duplicate",
        "suppression.hard-bounce",
        "suppression.optout",
    ]
    assert all(entry.cells == () for entry in journal.rejections)
