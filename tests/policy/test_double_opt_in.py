from __future__ import annotations

import datetime as dt

import attrs
import pytest

from contactbase.errors import PolicyError
from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, Purpose
from contactbase.model.proof import ConsentProof
from contactbase.policy.catalog import FR
from contactbase.policy.countries.de_consent import DE_CONSENT
from contactbase.policy.double_opt_in import OptInState, answer, confirm, decline, opt_in_state, request
from contactbase.policy.standing import standing

ONE = dt.date(2026, 1, 1)
DAY = dt.timedelta(days=1)
ASKED = request(channel=Channel.EMAIL, at=ONE, address="lea@example.org")
SAID = answer((ASKED,), at=ONE + DAY, proof=ConsentProof.shown("I agree.", form="newsletter", version="3"))
SURE = confirm((ASKED, SAID), at=ONE + 2 * DAY, evidence="log-17")
NO = decline((ASKED,), at=ONE + 3 * DAY)


def state(*lines: ConsentRecord, on: dt.date) -> OptInState:
    return opt_in_state(lines, as_of=on)


@pytest.mark.parametrize(
    ("lines", "day", "expected"),
    [
        ((), 0, "not_asked"),
        ((ASKED,), -1, "not_asked"),
        ((ASKED,), 0, "requested"),
        ((ASKED,), 30, "requested"),
        ((ASKED,), 31, "lapsed"),
        ((ASKED, SAID), 0, "requested"),
        ((ASKED, SAID), 1, "given"),
        ((ASKED, SAID), 31, "given"),
        ((ASKED, SAID), 32, "lapsed"),
        ((ASKED, SAID, SURE), 1, "given"),
        ((ASKED, SAID, SURE), 2, "confirmed"),
        ((ASKED, SAID, SURE), 3000, "confirmed"),
        ((ASKED, NO), 3, "refused"),
        ((ASKED, SAID, SURE, NO), 4, "refused"),
        ((ASKED, SAID, SURE, NO, attrs.evolve(ASKED, at=ONE + 9 * DAY)), 9, "requested"),
        ((attrs.evolve(ASKED, status=ConsentStatus.REQUEST_DEFERRED),), 0, "requested"),
        ((ASKED, SAID, attrs.evolve(SURE, expires_on=ONE + 5 * DAY)), 5, "confirmed"),
        ((ASKED, SAID, attrs.evolve(SURE, expires_on=ONE + 5 * DAY)), 6, "lapsed"),
    ],
)
def test_the_state_is_read_from_the_ledger_as_of_a_day(
    lines: tuple[ConsentRecord, ...], day: int, expected: str
) -> None:
    assert state(*lines, on=ONE + day * DAY) == expected


def test_a_confirmation_keeps_what_was_shown_first() -> None:
    proof = ConsentProof.read(SURE.proof)
    assert proof is not None
    assert (proof.form, proof.version, proof.evidence, proof.confirmed_on) == ("newsletter", "3", "log-17", SURE.at)
    assert (SURE.address, SURE.recorded_on) == ("lea@example.org", SURE.at)


def test_a_no_holds_for_every_address_of_the_channel_and_needs_no_proof() -> None:
    assert (NO.status, NO.address, NO.proof) == (ConsentStatus.REFUSED, None, None)


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (lambda: answer((), at=ONE), "A first answer follows a request, and this is not_asked"),
        (lambda: answer((ASKED,), at=ONE + 31 * DAY), "this is lapsed"),
        (lambda: answer((ASKED, SAID, SURE), at=ONE + 9 * DAY), "this is confirmed"),
        (lambda: confirm((ASKED,), at=ONE + DAY), "A confirmation follows a first answer, and this is requested"),
        (lambda: confirm((ASKED, SAID), at=ONE + 32 * DAY), "this is lapsed"),
        (lambda: confirm((ASKED, SAID, NO), at=ONE + 4 * DAY), "this is refused"),
        (lambda: decline((), at=ONE), "There is no line to say no to"),
        (lambda: state(ASKED, attrs.evolve(SAID, channel=Channel.SMS), on=ONE + DAY), "several channels"),
        (lambda: state(ASKED, attrs.evolve(SAID, address="ana@example.org"), on=ONE + DAY), "several channels"),
    ],
)
def test_a_step_that_cannot_follow_is_refused(step: object, message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        step()  # type: ignore[operator] # a step of the table


def test_only_a_confirmed_consent_permits_where_a_second_yes_is_asked_for() -> None:
    german = attrs.evolve(FR, consent=DE_CONSENT)
    reasons = [
        standing(lines, channel=Channel.EMAIL, purpose=Purpose.MARKETING, as_of=ONE + 4 * DAY, policy=german).reason
        for lines in ([ASKED], [ASKED, SAID], [ASKED, SAID, SURE])
    ]
    assert reasons == ["consent.no-record", "consent.unconfirmed", "consent.given"]
