"""Marking values as verified: each with its day, method and person; undone like any other amendment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest

import contactbase as cb
from contactbase.model.entry_json import entry_from_json, entry_to_json

AS_OF = dt.date(2026, 11, 22)
DAY = dt.date(2026, 10, 1)
MOBILE = cb.Phone("+33699000001", cb.PhoneKind.MOBILE, "FR")
BASE = cb.ContactBase.of(
    [cb.Contact(id="c-1", city="Lyon", phones=(MOBILE,)), cb.Contact(id="c-2", city="Brest"), cb.Contact(id="c-3")]
)


def test_values_are_marked_with_day_method_and_person_and_the_journal_can_be_undone() -> None:
    base, journal = cb.verify(BASE, ["c-1"], ["mobile", "city"], on=DAY, method=cb.VerificationMethod.CALL, by="Zoé")
    for field in ("mobile", "phones", "city"):
        (line,) = cb.attestations_of(base["c-1"], field)
        assert (line.act, line.on, line.method, line.by) == (cb.AttestationAct.VERIFIED, DAY, "call", "Zoé")
    assert [entry.reason for entry in journal.amendments] == ["answer.verified"]
    assert cb.diff(BASE, base) == journal.changes
    assert dict(cb.undo(base, journal)) == dict(BASE)
    assert tuple(entry_from_json(entry_to_json(entry)) for entry in journal.entries) == journal.entries


def test_a_second_time_changes_nothing() -> None:
    base, _ = cb.verify(BASE, BASE, ["city"], on=DAY)
    again, journal = cb.verify(base, BASE, ["city"], on=DAY)
    assert dict(again) == dict(base)
    assert journal.count() == {"answer.nothing-to-verify": 1}
    assert journal.amendments == ()


@pytest.mark.parametrize("field", ["consents", "id", "opt_in_sms", "nonsense", "age"])
def test_what_holds_no_value_cannot_be_verified(field: str) -> None:
    with pytest.raises(ValueError, match="no value to verify"):
        cb.verify(BASE, ["c-1"], [field], on=DAY)


def test_a_contact_that_is_not_there_cannot_be_verified() -> None:
    with pytest.raises(ValueError, match="no contact 'c-9'"):
        cb.verify(BASE, ["c-9"], ["city"], on=DAY)


def test_the_rate_of_a_field_counts_those_who_know_it_and_says_how_and_by_whom() -> None:
    base, _ = cb.verify(BASE, ["c-1"], ["city"], on=DAY, method="call", by="Zoé")
    found = cb.verification_rate(base, field="city", as_of=AS_OF)
    assert (found.contacts, found.verified, found.methods, found.by) == (2, 1, (("call", 1),), (("Zoé", 1),))
    moved = cb.ContactBase.of([attrs.evolve(base["c-1"], city="Nice"), base["c-2"]])
    assert cb.verification_rate(moved, field="city", as_of=AS_OF).verified == 0
    whole = cb.ContactBase.of([base["c-1"], attrs.evolve(base["c-2"], verified_on=DAY)])
    assert cb.verification_rate(whole, field="city", as_of=AS_OF).methods == (("?", 1), ("call", 1))


@pytest.mark.parametrize(
    ("as_of", "months", "verified"),
    [(DAY, None, 1), (dt.date(2026, 9, 30), None, 0), (dt.date(2027, 1, 1), 3, 1), (dt.date(2027, 1, 2), 3, 0)],
)
def test_the_day_of_a_verification_decides(as_of: dt.date, months: int | None, verified: int) -> None:
    base, _ = cb.verify(BASE, ["c-1"], ["mobile"], on=DAY)
    assert cb.verification_rate(base, field="mobile", as_of=as_of, within_months=months).verified == verified


def test_a_field_that_is_none_has_no_rate() -> None:
    with pytest.raises(ValueError, match="no field 'nonsense'"):
        cb.verification_rate(BASE, field="nonsense", as_of=AS_OF)


def test_a_verified_value_is_fresh_and_its_neighbours_are_not() -> None:
    base, _ = cb.verify(BASE, ["c-1", "c-2"], ["city"], on=DAY)
    found = cb.stale_fields(base, {"city": 12, "mobile": 12}, as_of=AS_OF)
    assert [(one.contact, one.field) for one in found] == [("c-1", "mobile")]
    asked = cb.missing_fields(
        base["c-1"], cb.Purpose.SAFETY, mode=cb.Asking.UPDATE, intervals={"city": 12, "mobile": 12}, as_of=AS_OF,
        fields=("city", "mobile"),
    )  # fmt: skip
    assert asked == ("mobile",)


def test_what_was_verified_comes_back_from_the_folder(tmp_path: Path) -> None:
    base, _ = cb.verify(BASE, ["c-1"], ["mobile", "city"], on=DAY, method="call", by='Zoé; "la" =1|2\\')
    cb.write(base, tmp_path / "contacts.csv")
    again = cb.clean(cb.read(tmp_path / "contacts.csv").value, as_of=AS_OF).value
    assert again["c-1"] == base["c-1"]
