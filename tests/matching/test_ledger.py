from __future__ import annotations

import datetime as dt
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.ledger import ConsentMerge, merged_ledger
from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose
from contactbase.model.ledger import Part, governing
from contactbase.policy.standing import Answer, standing

S = ConsentStatus
Ledger = tuple[ConsentRecord, ...]


def line(
    status: ConsentStatus, year: int | None, proof: str | None = "form-7", ends: int | None = None
) -> ConsentRecord:
    at = None if year is None else dt.date(year, 1, 1)
    expires = None if ends is None else dt.date(ends, 12, 31)
    return ConsentRecord(channel=Channel.SMS, status=status, at=at, proof=proof, expires_on=expires)


def answer(ledger: Ledger, year: int) -> Answer:
    as_of = dt.date(year, 7, 1)
    return standing(ledger, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=as_of).decision


GIVEN = line(S.GIVEN, 2025)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ((), Answer.ALLOW),
        ((line(S.REQUESTED, 2026),), Answer.ALLOW),
        ((line(S.WITHDRAWN, 2024),), Answer.DENY),
        ((line(S.WITHDRAWN, None),), Answer.DENY),
        ((line(S.GIVEN, 2020), line(S.REFUSED, 2021)), Answer.DENY),
        ((line(S.REFUSED, 2020), line(S.GIVEN, 2021)), Answer.ALLOW),
        ((line(S.GIVEN, 2024, proof=None),), Answer.DENY),
        ((line(S.GIVEN, None),), Answer.DENY),
        ((line(S.GIVEN, 2024, ends=2025),), Answer.DENY),
        ((line(S.GIVEN, 2024, ends=2026),), Answer.ALLOW),
    ],
)
def test_a_merge_is_never_more_permissive_than_any_of_its_records(other: Ledger, expected: Answer) -> None:
    for ledgers in ([(GIVEN,), other], [other, (GIVEN,)]):
        assert answer(merged_ledger(ledgers), 2026) is expected


def test_a_consent_with_an_end_restricts_from_its_end_and_not_before() -> None:
    merged = merged_ledger([(GIVEN,), (line(S.GIVEN, 2024, ends=2026),)])
    assert [answer(merged, year) for year in (2025, 2026, 2027)] == [Answer.ALLOW, Answer.ALLOW, Answer.DENY]


def test_a_consent_after_the_merge_counts_again() -> None:
    merged = merged_ledger([(GIVEN,), (line(S.WITHDRAWN, 2024),)])
    assert answer((*merged, line(S.GIVEN, 2026)), 2027) is Answer.ALLOW


def test_a_refusal_restated_holds_for_every_address() -> None:
    bound = ConsentRecord(channel=Channel.SMS, status=S.WITHDRAWN, at=dt.date(2024, 1, 1), address="+33612345678")
    (restated,) = (found for found in merged_ledger([(GIVEN,), (bound,)]) if found.source == "merge")
    assert (restated.address, restated.at, restated.status) == (None, GIVEN.at, S.WITHDRAWN)


def test_a_refusal_on_one_channel_says_nothing_of_another() -> None:
    post = ConsentRecord(channel=Channel.POST, status=S.WITHDRAWN, at=dt.date(2024, 1, 1))
    assert merged_ledger([(GIVEN,), (post,)]) == (GIVEN, post)


@pytest.mark.parametrize(
    ("grant", "refusal", "expected"),
    [
        (GIVEN, line(S.WITHDRAWN, 2024), Answer.ALLOW),
        (attrs.evolve(GIVEN, proof=None), line(S.WITHDRAWN, 2024), Answer.DENY),
        (attrs.evolve(GIVEN, proof="{}"), line(S.WITHDRAWN, 2024), Answer.DENY),
        (attrs.evolve(GIVEN, address="+33612345678"), line(S.WITHDRAWN, 2024), Answer.DENY),
        (GIVEN, attrs.evolve(line(S.WITHDRAWN, 2024), address="+33612345678"), Answer.DENY),
        (GIVEN, line(S.WITHDRAWN, 2025), Answer.DENY),
        (GIVEN, line(S.WITHDRAWN, 2026), Answer.DENY),
        (GIVEN, line(S.WITHDRAWN, None), Answer.DENY),
    ],
)
def test_a_later_proven_consent_for_the_same_address_stands_where_it_is_asked_for(
    grant: ConsentRecord, refusal: ConsentRecord, expected: Answer
) -> None:
    assert answer(merged_ledger([(grant,), (refusal,)], ConsentMerge.LATEST_PROVEN), 2026) is expected
    assert answer(merged_ledger([(grant,), (refusal,)]), 2026) is Answer.DENY


def test_a_soft_opt_in_does_not_outlive_the_refusal_of_another_record() -> None:
    told = attrs.evolve(GIVEN, basis=LegalBasis.SOFT_OPT_IN)
    merged = merged_ledger([(told,), (line(S.WITHDRAWN, 2024),)])
    today = dt.date(2026, 7, 1)
    assert governing(merged, today, LegalBasis.SOFT_OPT_IN).part is Part.REFUSAL


DAYS = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31)) | st.just(dt.date(2024, 1, 1))
LINES = st.builds(
    ConsentRecord,
    channel=st.sampled_from([Channel.SMS, Channel.EMAIL]),
    status=st.sampled_from(ConsentStatus),
    basis=st.sampled_from([LegalBasis.CONSENT, LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST]),
    at=DAYS,
    proof=st.sampled_from([None, "form-7", "form-8", '{"form":"salon","version":"3","incentive":"contest"}', "{}"]),
    expires_on=st.none() | st.dates(dt.date(2023, 1, 1), dt.date(2027, 12, 31)),
)
LEDGERS = st.lists(LINES, max_size=4).map(tuple)


def moments(ledgers: list[Ledger]) -> list[dt.date]:
    """Give every day on which an answer may change, the days beside it, and some before and after."""
    known = {day for ledger in ledgers for found in ledger for day in (found.at, found.expires_on) if day is not None}
    near = {day + dt.timedelta(days=shift) for day in known for shift in (-1, 0, 1)}
    return sorted(near | {dt.date(2019, 1, 1), dt.date(2030, 1, 1)})


@given(st.lists(LEDGERS, min_size=2, max_size=3))
def test_on_every_day_a_denial_of_one_record_denies_the_merged_one(ledgers: list[Ledger]) -> None:
    merged = merged_ledger(ledgers)
    for day in moments(ledgers):
        for channel in (Channel.SMS, Channel.EMAIL):
            answers = {
                standing(ledger, channel=channel, purpose=Purpose.MARKETING, as_of=day).decision for ledger in ledgers
            }
            found = standing(merged, channel=channel, purpose=Purpose.MARKETING, as_of=day).decision
            assert not (Answer.DENY in answers and found is not Answer.DENY)
            assert not (found is Answer.ALLOW and Answer.ALLOW not in answers)


@given(st.lists(LEDGERS, min_size=1, max_size=3))
def test_no_line_is_lost(ledgers: list[Ledger]) -> None:
    assert {found for ledger in ledgers for found in ledger} <= set(merged_ledger(ledgers))


@given(LEDGERS)
def test_a_ledger_merged_with_itself_gains_no_line(ledger: Ledger) -> None:
    assert set(merged_ledger([ledger, ledger])) == set(ledger)


@given(LEDGERS, LEDGERS, LEDGERS)
def test_the_order_of_merging_changes_no_answer_today(one: Ledger, other: Ledger, third: Ledger) -> None:
    together = [
        merged_ledger([merged_ledger([one, other]), third]),
        merged_ledger([one, merged_ledger([other, third])]),
        merged_ledger([one, other, third]),
    ]
    answers = [
        standing(ledger, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=dt.date(2030, 1, 1)).decision
        for ledger in together
    ]
    assert all(left is right for left, right in pairwise(answers))
