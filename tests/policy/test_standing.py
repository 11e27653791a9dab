from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose
from contactbase.policy.standing import Answer, Standing, standing

S = ConsentStatus
TODAY = dt.date(2026, 1, 1)


def line(status: ConsentStatus, at: str | None, proof: str | None = "form-7", ends: str | None = None) -> ConsentRecord:
    day, end = (None if text is None else dt.date.fromisoformat(text) for text in (at, ends))
    return ConsentRecord(channel=Channel.SMS, status=status, at=day, proof=proof, expires_on=end)


def ask(*records: ConsentRecord, as_of: dt.date = TODAY) -> Standing:
    return standing(records, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=as_of)


@pytest.mark.parametrize(
    ("records", "decision", "reason"),
    [
        ((), "unknown", "consent.no-record"),
        ((line(S.GIVEN, "2025-01-01"),), "allow", "consent.given"),
        ((line(S.RENEWED, "2025-01-01"),), "allow", "consent.renewed"),
        ((line(S.GIVEN, "2026-01-01"),), "allow", "consent.given"),
        ((line(S.REQUESTED, "2025-01-01"),), "unknown", "consent.no-record"),
        ((line(S.UNKNOWN, "2025-01-01"),), "unknown", "consent.no-record"),
        ((line(S.GIVEN, "2025-01-01"), line(S.WITHDRAWN, "2025-01-01")), "deny", "consent.withdrawn"),
        ((line(S.WITHDRAWN, "2025-01-01"), line(S.GIVEN, "2025-01-02")), "allow", "consent.given"),
        ((line(S.GIVEN, "2025-01-01"), line(S.REFUSED, None)), "deny", "consent.refused"),
        ((line(S.REVOKED, "2031-01-01"), line(S.GIVEN, "2025-01-01")), "deny", "consent.revoked"),
        ((line(S.GIVEN, "2025-01-01"), line(S.EXPIRED, "2025-06-01")), "deny", "consent.expired"),
        ((line(S.GIVEN, "2025-01-01", ends="2026-01-01"),), "allow", "consent.given"),
        ((line(S.GIVEN, "2025-01-01", ends="2025-12-31"),), "deny", "consent.expired"),
        ((line(S.GIVEN, "2025-01-01", proof=None),), "deny", "consent.proof-missing"),
        ((line(S.GIVEN, None),), "deny", "consent.undated-grant"),
        (
            (line(S.GIVEN, "2025-01-01"), line(S.GIVEN, "2025-01-01", proof=None)),
            "deny",
            "consent.proof-missing",
        ),
    ],
)
def test_the_ledger_is_resolved(records: tuple[ConsentRecord, ...], decision: str, reason: str) -> None:
    found = ask(*records)
    assert (found.decision, found.reason) == (decision, reason)


def test_what_was_ignored_is_flagged() -> None:
    found = ask(line(S.GIVEN, "2025-01-01"), line(S.GIVEN, None), line(S.GIVEN, "2030-01-01"))
    assert (found.decision, found.flags) == (Answer.ALLOW, ("consent.undated-grant", "consent.future-grant-ignored"))


@pytest.mark.parametrize("basis", [basis for basis in LegalBasis if basis is not LegalBasis.CONSENT])
def test_another_legal_basis_is_no_consent(basis: LegalBasis) -> None:
    record = ConsentRecord(channel=Channel.SMS, status=S.GIVEN, at=TODAY, proof="form-7", basis=basis)
    assert ask(record).decision is Answer.UNKNOWN


def test_other_channels_and_purposes_say_nothing() -> None:
    given = line(S.GIVEN, "2025-01-01")
    assert standing([given], channel=Channel.EMAIL, purpose=Purpose.MARKETING, as_of=TODAY).decision == "unknown"
    assert standing([given], channel=Channel.SMS, purpose=Purpose.TRACKING, as_of=TODAY).decision == "unknown"


RECORDS = st.builds(
    ConsentRecord,
    channel=st.just(Channel.SMS),
    status=st.sampled_from(ConsentStatus),
    at=st.none() | st.dates(),
    proof=st.none() | st.just("form-7"),
    expires_on=st.none() | st.dates(),
)


@given(st.lists(RECORDS, max_size=6), st.permutations(range(6)), st.dates())
def test_the_order_of_the_lines_does_not_matter(records: list[ConsentRecord], order: list[int], as_of: dt.date) -> None:
    turned = [records[number] for number in order if number < len(records)]
    one, other = ask(*records, as_of=as_of), ask(*turned, as_of=as_of)
    assert (one.decision, one.flags) == (other.decision, other.flags)
    assert {one.reason, other.reason, *one.flags} <= set(CATALOG)


@given(st.lists(RECORDS, max_size=5), st.dates())
def test_a_refusal_more_never_permits(records: list[ConsentRecord], as_of: dt.date) -> None:
    refusal = line(S.WITHDRAWN, as_of.isoformat())
    assert ask(*records, refusal, as_of=as_of).decision is Answer.DENY
