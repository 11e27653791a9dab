"""The one reading of a ledger, against the sentence that says what stands."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.consent import PERMITTING, REFUSALS, REFUSING, ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose
from contactbase.model.ledger import (
    NEWEST,
    OPTED_IN,
    OPTED_OUT,
    PARTS,
    Part,
    Prevails,
    about,
    asking,
    governing,
    known_by,
    latest_days,
    part_of,
)

S = ConsentStatus
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 1, 9))
LINES = st.builds(
    ConsentRecord,
    channel=st.sampled_from([Channel.SMS, Channel.SMS, Channel.EMAIL]),
    status=st.sampled_from(S) | st.sampled_from([S.GIVEN, S.WITHDRAWN]),
    purpose=st.sampled_from([Purpose.MARKETING, Purpose.MARKETING, Purpose.SERVICE]),
    basis=st.sampled_from([LegalBasis.CONSENT] * 3 + [LegalBasis.SOFT_OPT_IN]),
    at=st.none() | DAYS | st.just(dt.date.max),
    recorded_on=st.none() | DAYS,
    expires_on=st.none() | DAYS,
)
LEDGERS = st.lists(LINES, max_size=6)


def plainly_opted_in(lines: list[ConsentRecord], as_of: dt.date) -> bool:
    """Say it as the documentation does, line by line."""

    def grant(line: ConsentRecord) -> bool:
        return (
            line.status in {S.GIVEN, S.RENEWED}
            and line.basis is LegalBasis.CONSENT
            and line.at is not None
            and line.at <= as_of
        )

    ends = [line.at or NEWEST for line in lines if line.status in REFUSING]
    ends += [line.at for line in lines if grant(line) and line.expires_on and line.expires_on < as_of and line.at]
    return any(
        line.at is not None
        and (line.expires_on is None or line.expires_on >= as_of)
        and all(line.at > end for end in ends)
        for line in filter(grant, lines)
    )


@given(LEDGERS, DAYS)
def test_a_grant_stands_when_it_is_later_than_all_that_ends_it(lines: list[ConsentRecord], as_of: dt.date) -> None:
    lines = about(lines, "sms", "marketing")
    assert latest_days(lines, as_of).opted_in == plainly_opted_in(lines, as_of)


@given(LEDGERS, DAYS)
def test_what_governs_and_the_latest_days_agree(lines: list[ConsentRecord], as_of: dt.date) -> None:
    lines = about(lines, "sms", "marketing")
    found, days = governing(lines, as_of), latest_days(lines, as_of)
    assert (found.part is Part.GRANT) == days.opted_in
    assert not (found.part is Part.REFUSAL and not days.opted_out)
    assert (found.part is None) == (found.lines == ())
    assert set(found.lines) <= set(lines)


@given(LEDGERS, DAYS, st.sampled_from([OPTED_IN, OPTED_OUT, Prevails(Part.LAPSE, (Part.GRANT,), on_a_tie=True)]))
def test_the_fast_answer_is_that_of_the_days(lines: list[ConsentRecord], as_of: dt.date, question: Prevails) -> None:
    slow = question.holds(latest_days(about(lines, "sms", "marketing"), as_of))
    assert asking(question, "sms", "marketing", as_of)(lines) == slow


@given(LEDGERS, LINES, DAYS)
def test_one_refusal_more_never_opens_what_was_closed(
    lines: list[ConsentRecord], more: ConsentRecord, as_of: dt.date
) -> None:
    held = about(lines, "sms", "marketing")
    if more.status not in PERMITTING:
        now = latest_days(about([*lines, more], "sms", "marketing"), as_of)
        assert not (now.opted_in and not latest_days(held, as_of).opted_in)
        assert not (latest_days(held, as_of).opted_out and not now.opted_out)


@given(LEDGERS, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_decides_nothing(lines: list[ConsentRecord], as_of: dt.date, chance: object) -> None:
    turned = sorted(lines, key=lambda _: chance.random())  # type: ignore[attr-defined] # a Random
    one, other = governing(lines, as_of), governing(turned, as_of)
    assert one.part is other.part
    assert sorted(map(repr, one.lines)) == sorted(map(repr, other.lines))
    assert [line.status for line in one.lines[:1]] == [line.status for line in other.lines[:1]]


@pytest.mark.parametrize("status", S)
def test_every_state_permits_ends_or_decides_nothing(status: S) -> None:
    line = ConsentRecord(channel=Channel.SMS, status=status, at=dt.date(2024, 1, 1))
    part = part_of(line, dt.date(2024, 1, 2))
    expected = {
        **dict.fromkeys(PERMITTING, Part.GRANT),
        **dict.fromkeys(REFUSALS, Part.REFUSAL),
        S.EXPIRED: Part.LAPSE,
    }
    assert part is expected.get(status)
    assert sum(status in form.statuses and form.expired is not True for form in PARTS) == (part is not None)


@given(LEDGERS, DAYS)
def test_what_was_known_on_a_day_is_what_was_recorded_by_then(lines: list[ConsentRecord], day: dt.date) -> None:
    known = list(known_by(lines, day))
    for line in lines:
        if line.recorded_on is None:
            assert (line in known) == (line.status not in PERMITTING)
        else:
            assert (line in known) == (line.recorded_on <= day)
