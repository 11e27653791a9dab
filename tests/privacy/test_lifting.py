from __future__ import annotations

import datetime as dt

import pytest

from contactbase.errors import PrivacyError
from contactbase.model.suppression import SuppressionReason, SuppressionScope
from contactbase.privacy.lifting import MAY_LIFT, LiftCause, lift
from contactbase.privacy.suppression import SuppressionList
from privacy.people import RING, STOPPED_ON

MOBILE = "+33612345678"
LATER = STOPPED_ON + dt.timedelta(days=1)
R = SuppressionReason
L = LiftCause


def tried(reason: R, cause: L, on: dt.date = LATER, stopped_on: dt.date | None = STOPPED_ON) -> int:
    stops = SuppressionList(RING)
    stops.add(MOBILE, "sms", reason=reason, on=stopped_on)
    lifted, journal = lift(stops, "06 12 34 56 78", "sms", cause=cause, on=on, proof="form 7", note="asked by letter")
    assert len(lifted) + len(stops) == 1
    assert journal.count() == {"suppression.lifted" if lifted else "suppression.not-lifted": 1}
    return len(lifted)


@pytest.mark.parametrize("reason", R)
@pytest.mark.parametrize("cause", L)
def test_a_cause_lifts_what_it_may_and_nothing_else(reason: R, cause: L) -> None:
    assert tried(reason, cause) == (cause in MAY_LIFT[reason])


def test_a_start_never_lifts_a_complaint_nor_an_erasure() -> None:
    assert tried(R.COMPLAINT, L.START) == tried(R.ERASURE, L.START) == tried(R.HARD_BOUNCE, L.START) == 0


@pytest.mark.parametrize("cause", [L.START, L.GRANT])
def test_on_the_day_of_the_stop_and_after_an_undated_one_the_stop_stands(cause: L) -> None:
    assert tried(R.OPTOUT, cause, on=STOPPED_ON) == 0
    assert tried(R.OPTOUT, cause, stopped_on=None) == 0
    assert tried(R.OPTOUT, cause) == 1


def test_a_grant_between_two_stops_lifts_nothing() -> None:
    stops = SuppressionList(RING)
    for day in (dt.date(2024, 1, 1), dt.date(2026, 1, 1)):
        stops.add(MOBILE, "sms", reason=R.OPTOUT, on=day)
    lifted, _ = lift(stops, MOBILE, "sms", cause=L.GRANT, on=dt.date(2025, 1, 1), proof="form 7")
    assert lifted == ()


def test_a_lift_of_one_reason_leaves_the_others() -> None:
    stops = SuppressionList(RING)
    for reason in (R.OPTOUT, R.COMPLAINT):
        stops.add(MOBILE, "sms", reason=reason, on=STOPPED_ON)
    lift(stops, MOBILE, "sms", cause=L.START, on=LATER)
    assert list(stops.count()) == [R.COMPLAINT]


def test_a_lift_can_be_narrowed_to_a_scope() -> None:
    stops = SuppressionList(RING)
    for scope in (SuppressionScope(), SuppressionScope(brand="A")):
        stops.add(MOBILE, "sms", reason=R.OPTOUT, on=STOPPED_ON, scope=scope)
    lift(stops, MOBILE, "sms", cause=L.START, on=LATER, scope=SuppressionScope(brand="A"))
    assert [entry.scope.brand for entry in stops] == [None]


@pytest.mark.parametrize(
    ("cause", "grounds"),
    [
        (L.GRANT, {}),
        (L.NEW_COLLECTION, {"proof": " "}),
        (L.VERIFICATION, {"note": "because"}),
        (L.BY_HAND, {"proof": "form 7"}),
        (L.GRANT, {"proof": "lea@example.org"}),
        (L.BY_HAND, {"note": "called 06 12 34 56 78"}),
    ],
)
def test_a_lift_without_grounds_or_with_an_address_in_them_is_refused(cause: L, grounds: dict[str, str]) -> None:
    with pytest.raises(PrivacyError):
        lift(SuppressionList(RING), MOBILE, "sms", cause=cause, on=LATER, **grounds)  # type: ignore[arg-type]  # texts
