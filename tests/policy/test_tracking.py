"""Web events take consent to tracking: on the day they happened, and on the day of use."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

import contactbase as cb
from contactbase.model.activity import WEB_EVENTS
from contactbase.policy.tracking import may_track, permitted_events
from laws.strategies import bases

AS_OF = dt.date(2026, 11, 22)
SEEN_ON = dt.date(2026, 5, 3)
SEEN = cb.Event(kind=cb.EventKind.PAGE_VIEW, at=SEEN_ON, category="bague")
BOUGHT = cb.Event(kind=cb.EventKind.PURCHASE, at=SEEN_ON)


def tracking(at: dt.date | None, status: cb.ConsentStatus = cb.ConsentStatus.GIVEN, **more: object) -> cb.ConsentRecord:
    known = {"channel": cb.Channel.EMAIL, "purpose": cb.Purpose.TRACKING, "proof": "banner-3", **more}
    return cb.ConsentRecord(status=status, at=at, **known)  # type: ignore[arg-type] # a table of cases


BEFORE, LATER = dt.date(2026, 1, 1), dt.date(2026, 6, 1)
GIVEN = tracking(BEFORE)


@pytest.mark.parametrize(
    ("consents", "usable"),
    [
        ((), False),
        ((GIVEN,), True),
        ((tracking(SEEN_ON),), True),
        ((tracking(LATER),), False),
        ((tracking(None),), False),
        ((tracking(BEFORE, proof=None),), False),
        ((tracking(BEFORE, purpose=cb.Purpose.MARKETING),), False),
        ((GIVEN, tracking(LATER, cb.ConsentStatus.WITHDRAWN)), False),
        ((GIVEN, tracking(None, cb.ConsentStatus.REFUSED, channel=cb.Channel.SMS)), False),
        ((tracking(BEFORE, cb.ConsentStatus.REFUSED), tracking(dt.date(2026, 2, 1))), True),
        ((GIVEN, tracking(LATER, expires_on=dt.date(2026, 7, 1))), False),
    ],
)
def test_a_page_view_is_usable_only_under_consent_then_and_now(
    consents: tuple[cb.ConsentRecord, ...], usable: bool
) -> None:
    base = cb.ContactBase.of([cb.Contact(id="c-1", consents=consents, events=(BOUGHT, SEEN))])
    kept, journal = permitted_events(base, as_of=AS_OF)
    assert kept["c-1"].events == ((BOUGHT, SEEN) if usable else (BOUGHT,))
    assert journal.count() == ({} if usable else {"tracking.events-left-out": 1})
    assert dict(cb.undo(kept, journal)) == dict(base)


@pytest.mark.parametrize("at", [None, AS_OF + dt.timedelta(days=1)])
def test_an_event_without_a_day_or_of_a_day_to_come_is_not_usable(at: dt.date | None) -> None:
    event = cb.Event(kind=cb.EventKind.PAGE_VIEW, at=at)
    base = cb.ContactBase.of([cb.Contact(id="c-1", consents=(GIVEN,), events=(event,))])
    assert permitted_events(base, as_of=AS_OF).value["c-1"].events == ()


def test_other_kinds_may_be_named() -> None:
    opened = cb.Event(kind=cb.EventKind.OPEN, at=SEEN_ON)
    base = cb.ContactBase.of([cb.Contact(id="c-1", events=(opened, SEEN))])
    assert permitted_events(base, as_of=AS_OF).value["c-1"].events == (opened,)
    kinds = {*WEB_EVENTS, cb.EventKind.OPEN}
    assert permitted_events(base, as_of=AS_OF, kinds=kinds).value["c-1"].events == ()


def test_consent_to_marketing_is_no_consent_to_tracking() -> None:
    marketing = cb.ConsentRecord(channel=cb.Channel.EMAIL, status=cb.ConsentStatus.GIVEN, at=BEFORE, proof="f-7")
    assert not may_track(cb.Contact(id="c-1", consents=(marketing,)), as_of=AS_OF)


def test_contacts_without_web_events_are_the_same_objects() -> None:
    base = cb.ContactBase.of([cb.Contact(id="c-1", events=(BOUGHT,)), cb.Contact(id="c-2")])
    kept, journal = permitted_events(base, as_of=AS_OF)
    assert all(kept[name] is base[name] for name in base)
    assert len(journal) == 0


@given(bases())
def test_a_second_time_leaves_nothing_out_and_undo_gives_all_back(base: cb.ContactBase) -> None:
    kept, journal = permitted_events(base, as_of=AS_OF)
    again, second = permitted_events(kept, as_of=AS_OF)
    assert (dict(again), len(second)) == (dict(kept), 0)
    assert cb.diff(base, kept) == journal.changes
    assert dict(cb.undo(kept, journal)) == dict(base)
    for contact in kept.values():
        if any(event.kind in WEB_EVENTS for event in contact.events):
            assert may_track(contact, as_of=AS_OF)


def test_a_segment_that_reads_page_views_says_what_to_select_from() -> None:
    for text in ("has events where kind = page_view", "count(events where kind in (page_view, click)) >= 3"):
        found = [one for one in cb.Segment("s", text).diagnostics if one.code == "W205"]
        assert len(found) == 1
        assert "permitted_events" in str(found[0])
    for text in ("has events where kind = purchase", "kind = person"):
        assert not [one for one in cb.Segment("s", text).diagnostics if one.code == "W205"]


def test_cleaning_says_so_whenever_web_events_stand_without_any_consent() -> None:
    text = '[{"kind":"page_view","at":"2026-05-03"}]'
    row = {"last_name": "Durand", "events": text}
    code = "check.web-events-untracked"
    assert cb.clean([row], as_of=AS_OF).journal.count()[code] == 1
    given = '[{"channel":"email","status":"given","purpose":"tracking","at":"2026-01-01"}]'
    assert code not in cb.clean([row | {"consents": given}], as_of=AS_OF).journal.count()
    assert code not in cb.clean([{"last_name": "Durand", "orders": "3"}], as_of=AS_OF).journal.count()
