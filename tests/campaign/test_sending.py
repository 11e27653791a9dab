"""Sending windows: clocks that change, doubtful zones, holidays, throughput; held against a slow look."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contactbase.campaign.duration import forecast
from contactbase.campaign.openings import Closure, closure_at, next_closed, next_open
from contactbase.campaign.place import Place, place_of, place_of_phone, territory
from contactbase.campaign.sending import caps_of, windows_of
from contactbase.campaign.slot import check, closing_time, next_allowed
from contactbase.errors import MessageError
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import Channel, ConsentStatus, PhoneKind, Purpose
from contactbase.model.source import Period
from contactbase.model.text import Text
from contactbase.policy.catalog import FR, US_TCPA
from contactbase.policy.countries.fr_holidays import CALENDARS, FRANCE, TERRITORY_OF_REGION, ZONES
from contactbase.policy.countries.fr_sending import SENDING, WINDOW_SMS, WINDOW_SMS_STRICT
from contactbase.policy.sending import Span, Weekday, WindowRule

MAINLAND = territory("metropole")
FR_SMS, FR_SMS_STRICT = WINDOW_SMS, WINDOW_SMS_STRICT
FR_PHONE = next(rule for rule in SENDING if isinstance(rule, WindowRule))
(CALLS,) = US_TCPA.of(WindowRule)
PARIS = ZoneInfo("Europe/Paris")
ALWAYS = WindowRule(
    id="always",
    title=Text("always", "toujours"),
    text=Text("always", "toujours"),
    days=frozenset(Weekday),
    spans=(Span(dt.time(), dt.time.max),),
)
TWO_AT_NIGHT = attrs.evolve(ALWAYS, id="night", spans=(Span(dt.time(2, 30), dt.time(4)),))


def paris(*parts: int, fold: int = 0) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=PARIS, fold=fold)  # type: ignore[misc,arg-type]  # year, month, day, hour, minute


def test_a_skipped_hour_opens_what_it_would_have_opened() -> None:
    # on 29 March 2026 clocks go from 2:00 to 3:00: half past two never is, and three is past it
    opens = next_open(paris(2026, 3, 29, 1), TWO_AT_NIGHT, PARIS, None)
    assert opens is not None
    assert opens.astimezone(PARIS) == paris(2026, 3, 29, 3)


def test_an_hour_that_comes_twice_is_judged_twice() -> None:
    # on 25 October 2026 clocks go from 3:00 back to 2:00: open at the first half past two, closed at the second two
    first, second = paris(2026, 10, 25, 2, 30), paris(2026, 10, 25, 2, 30, fold=1)
    assert next_open(paris(2026, 10, 25, 1), TWO_AT_NIGHT, PARIS, None) == first.astimezone(dt.UTC)
    assert next_closed(first, TWO_AT_NIGHT, PARIS, None) == paris(2026, 10, 25, 2, fold=1).astimezone(dt.UTC)
    assert next_open(paris(2026, 10, 25, 2, 10, fold=1), TWO_AT_NIGHT, PARIS, None) == second.astimezone(dt.UTC)


@pytest.mark.parametrize(
    ("local", "closure"),
    [
        ((2026, 3, 2, 7, 59), "hours"),
        ((2026, 3, 2, 8, 0), "ok"),
        ((2026, 3, 7, 21, 59), "ok"),
        ((2026, 3, 7, 22, 0), "hours"),
        ((2026, 3, 1, 12, 0), "sunday"),
        ((2026, 5, 14, 12, 0), "holiday"),
        ((2026, 11, 1, 12, 0), "sunday"),
        ((2024, 8, 30, 12, 0), "not-in-force"),
    ],
)
def test_the_charter_is_open_when_it_says(local: tuple[int, ...], closure: str) -> None:
    slot = check(paris(*local), window=FR_SMS, place=MAINLAND)
    assert slot.closure == closure
    assert (slot.finding is None) == slot.allowed


def test_the_hour_is_that_of_the_recipient() -> None:
    noon = dt.datetime(2026, 3, 2, 19, tzinfo=dt.UTC)
    assert check(noon, window=FR_SMS, place=MAINLAND).allowed
    assert not check(noon, window=FR_SMS, place=territory("reunion")).allowed
    assert check(noon, window=FR_SMS, place=territory("martinique")).local.hour == 15
    evening = check(noon, window=FR_SMS, place=territory("nouvelle-caledonie"))
    assert (evening.local.date(), evening.closure) == (dt.date(2026, 3, 3), Closure.HOURS)


def test_holidays_are_those_of_the_territory() -> None:
    friday = dt.datetime(2026, 4, 3, 12, tzinfo=PARIS)
    assert check(friday, window=FR_SMS, place=MAINLAND).allowed
    assert check(friday, window=FR_SMS, place=territory("alsace-moselle")).closure is Closure.HOLIDAY
    assert check(friday, window=CALLS, place=territory("alsace-moselle")).allowed


def test_of_several_zones_all_must_be_open() -> None:
    both = Place(zones=("America/Guadeloupe", "Europe/Paris"), holidays=FRANCE)
    morning = dt.datetime(2026, 3, 2, 8, tzinfo=PARIS)
    slot = check(morning, window=FR_SMS, place=both)
    assert (slot.allowed, slot.zone) == (False, "America/Guadeloupe")
    assert slot.next_allowed == dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    assert closing_time(slot.next_allowed, window=FR_SMS, place=both) == dt.datetime(2026, 3, 2, 21, tzinfo=dt.UTC)


def test_what_never_opens_says_so() -> None:
    ended = attrs.evolve(FR_SMS, in_force=Period(None, dt.date(2020, 1, 1)))
    assert check(paris(2026, 3, 2, 12), window=ended, place=MAINLAND).next_allowed is None
    apart = Place(zones=("Europe/Paris", "Pacific/Auckland"))
    short = attrs.evolve(ALWAYS, spans=(Span(dt.time(10), dt.time(11)),))
    assert next_allowed(paris(2026, 3, 2, 12), window=short, place=apart) is None


def test_the_hours_of_canvassing_end_with_their_decree() -> None:
    friday = paris(2026, 8, 7, 19, 59)
    assert check(friday, window=FR_PHONE, place=MAINLAND).allowed
    assert check(paris(2026, 8, 10, 20), window=FR_PHONE, place=MAINLAND).next_allowed is None
    assert check(paris(2026, 3, 2, 13, 30), window=FR_PHONE, place=MAINLAND).next_allowed == paris(2026, 3, 2, 14)
    assert check(paris(2026, 3, 7, 12), window=FR_PHONE, place=MAINLAND).closure is Closure.DAY
    assert windows_of(FR, channel=Channel.PHONE, purpose=Purpose.MARKETING, on=dt.date(2026, 8, 10)) == (FR_PHONE,)
    assert windows_of(FR, channel=Channel.PHONE, purpose=Purpose.MARKETING, on=dt.date(2026, 8, 11)) == ()


def test_the_rules_of_a_policy_are_found_by_message_day_and_contact() -> None:
    day = dt.date(2026, 3, 2)
    assert windows_of(FR, channel=Channel.SMS, purpose=Purpose.MARKETING, on=day) == (FR_SMS,)
    assert windows_of(FR, channel=Channel.SMS, purpose=Purpose.SERVICE, on=day) == ()
    assert [cap.id for cap in caps_of(FR, channel=Channel.SMS, purpose=Purpose.MARKETING, on=day)] == ["house.cap.sms"]
    given = ConsentRecord(channel=Channel.PHONE, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 1), proof="form-7")
    yes, unasked = Contact(id="c-1", consents=(given,)), Contact(id="c-2")
    found = [
        windows_of(FR, channel=Channel.PHONE, purpose=Purpose.MARKETING, on=day, contact=who) for who in (yes, unasked)
    ]
    assert found == [(), (FR_PHONE,)]


ZONE_NAMES = [
    *(
        "Europe/Paris",
        "Indian/Reunion",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca",
    ),
    *("Pacific/Apia", "America/St_Johns", "Asia/Beirut", "America/Asuncion", "Pacific/Marquesas", "UTC"),
]
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0, tzinfo=None))


@st.composite
def windows(draw: st.DrawFn) -> WindowRule:
    start, end = sorted((draw(TIMES), draw(TIMES)))
    span = Span(start, end if end > start else dt.time.max)
    days = draw(st.sets(st.sampled_from(Weekday), min_size=1))
    return attrs.evolve(ALWAYS, days=frozenset(days), spans=(span,), holidays=draw(st.sampled_from([None, "FR"])))


@given(
    st.integers(0, 21 * 365 * 24 * 60).map(
        lambda minutes: dt.datetime(2009, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
    ),
    windows(),
    st.sampled_from(ZONE_NAMES),
    st.sampled_from([None, FRANCE]),
)
@example(dt.datetime(2026, 3, 29, tzinfo=dt.UTC), TWO_AT_NIGHT, "Europe/Paris", None)
@example(dt.datetime(2018, 11, 3, tzinfo=dt.UTC), attrs.evolve(ALWAYS), "America/Sao_Paulo", None)
@settings(max_examples=150, deadline=None)
def test_the_next_opening_is_open_and_nothing_before_it_is(
    instant: dt.datetime, window: WindowRule, name: str, holidays: object
) -> None:
    zone = ZoneInfo(name)
    calendar = FRANCE if holidays else None
    opens = next_open(instant, window, zone, calendar)
    assert opens is not None
    assert opens >= instant
    assert closure_at(opens, window, zone, calendar) is Closure.OK
    minutes = min(int((opens - instant).total_seconds() // 60), 5_000)
    step = max(minutes // 400, 1)
    for minute in range(0, minutes, step):
        assert closure_at(instant + dt.timedelta(minutes=minute), window, zone, calendar) is not Closure.OK
    if opens > instant:
        assert closure_at(opens - dt.timedelta(microseconds=1), window, zone, calendar) is not Closure.OK
    closes = next_closed(opens, window, zone, calendar)
    if closes is not None:
        assert closes > opens
        assert closure_at(closes, window, zone, calendar) is not Closure.OK
        assert closure_at(closes - dt.timedelta(microseconds=1), window, zone, calendar) is Closure.OK


@given(st.integers(0, 200_000), st.integers(1, 400_000), st.sampled_from([FR_SMS, FR_SMS_STRICT, FR_PHONE, CALLS]))
@settings(max_examples=60, deadline=None)
def test_a_forecast_sends_all_within_the_window_at_the_throughput(
    messages: int, per_hour: int, window: WindowRule
) -> None:
    start = paris(2026, 3, 6, 19, 59)
    plan = forecast(start, messages, per_hour=per_hour, window=window, place=MAINLAND)
    assert sum(stage.messages for stage in plan.stages) + plan.left == messages
    at = start
    for stage in plan.stages:
        assert stage.start >= at
        assert check(stage.start, window=window, place=MAINLAND).allowed
        closes = closing_time(stage.start, window=window, place=MAINLAND)
        assert closes is None or stage.end <= closes
        took = (stage.end - stage.start).total_seconds() / 3600
        assert stage.messages - 1 <= took * per_hour <= stage.messages + per_hour / 3600
        at = stage.end
    assert (plan.end is None) == (not plan.stages or plan.left > 0)


def test_a_sending_on_saturday_night_goes_on_on_monday() -> None:
    plan = forecast(paris(2026, 3, 7, 21, 59), 100_000, per_hour=36_000, window=FR_SMS, place=MAINLAND)
    assert [stage.messages for stage in plan.stages] == [600, 99_400]
    assert plan.spills
    assert plan.stages[1].start == paris(2026, 3, 9, 8)
    assert plan.end is not None
    assert plan.end > paris(2026, 3, 9, 10)


def test_what_finds_no_opening_is_left_and_said() -> None:
    never = attrs.evolve(FR_SMS, in_force=Period(None, dt.date(2026, 3, 6)))
    plan = forecast(paris(2026, 3, 7, 12), 5, per_hour=1, window=never, place=MAINLAND)
    assert (plan.stages, plan.left, plan.end, plan.spills) == ((), 5, None, True)
    ended = attrs.evolve(FR_SMS, in_force=Period(None, dt.date(2026, 3, 7)))
    assert forecast(paris(2026, 3, 7, 21), 100, per_hour=10, window=ended, place=MAINLAND).left == 90
    nothing = forecast(paris(2026, 3, 7, 12), 0, per_hour=1, window=FR_SMS, place=MAINLAND)
    assert (nothing.stages, nothing.left, nothing.end, nothing.spills) == ((), 0, None, False)
    for messages, per_hour in ((1, 0), (-1, 5)):
        with pytest.raises(MessageError, match="cannot be sent"):
            forecast(paris(2026, 3, 7, 12), messages, per_hour=per_hour, window=FR_SMS, place=MAINLAND)


@pytest.mark.parametrize(
    ("e164", "region", "zones"),
    [
        ("+33612345678", "FR", ("Europe/Paris",)),
        ("+262692123456", "RE", ("Indian/Reunion",)),
        ("+262639123456", "YT", ("Indian/Mayotte",)),
        ("+590690123456", "GP", ("America/Guadeloupe",)),
        ("+68987123456", "PF", ("Pacific/Gambier", "Pacific/Marquesas", "Pacific/Tahiti")),
        ("+41791234567", "CH", ("Europe/Zurich",)),
        ("+12125551234", "US", ("America/New_York",)),
    ],
)
def test_a_number_tells_its_zone(e164: str, region: str, zones: tuple[str, ...]) -> None:
    assert place_of_phone(Phone(e164, PhoneKind.MOBILE, region)).zones == zones


def test_a_number_that_tells_several_zones_keeps_them_all_and_one_that_tells_none_says_so() -> None:
    assert len(place_of_phone(Phone("+61412345678", PhoneKind.MOBILE, "AU")).zones) > 3
    for text in ("+999123456", "nonsense", ""):
        place = place_of_phone(Phone(text), default="Europe/Brussels")
        assert (place.zones, place.assumed) == (("Europe/Brussels",), True)


MOBILE = Phone("+33612345678", PhoneKind.MOBILE, "FR")


@pytest.mark.parametrize(
    ("contact", "zones", "where"),
    [
        (Contact(id="c", phones=(MOBILE,)), ("Europe/Paris",), "metropole"),
        (Contact(id="c", phones=(MOBILE,), postcode="97400"), ("Europe/Paris", "Indian/Reunion"), "reunion"),
        (Contact(id="c", phones=(MOBILE,), postcode="57000"), ("Europe/Paris",), "alsace-moselle"),
        (Contact(id="c", department="972"), ("America/Martinique",), "martinique"),
        (Contact(id="c", country="GP", postcode="97100"), ("America/Guadeloupe",), "guadeloupe"),
        (Contact(id="c", postcode="97150"), ("America/Marigot",), "saint-martin"),
        (Contact(id="c", country="BE", postcode="67000", phones=(MOBILE,)), ("Europe/Paris",), "metropole"),
    ],
)
def test_address_and_number_together_tell_the_place(contact: Contact, zones: tuple[str, ...], where: str) -> None:
    place = place_of(contact)
    assert (place.zones, place.territory, place.assumed) == (zones, where, False)


def test_a_contact_that_tells_nothing_is_assumed_to_be_where_you_say() -> None:
    place = place_of(Contact(id="c"), default="Europe/Brussels")
    assert (place.zones, place.assumed, place.holidays) == (("Europe/Brussels",), True, None)


def test_every_territory_has_a_calendar_and_zones_that_exist() -> None:
    assert set(CALENDARS) == set(ZONES)
    assert set(TERRITORY_OF_REGION.values()) <= set(CALENDARS)
    for name in CALENDARS:
        assert territory(name).territory == name


def test_every_closure_is_a_code() -> None:
    assert {f"sending.{closure}" for closure in Closure if closure is not Closure.OK} <= set(CATALOG)


@pytest.mark.parametrize(
    ("instant", "words"),
    [(dt.datetime(2026, 3, 2, 10), "time zone"), (dt.datetime(9999, 12, 31, tzinfo=dt.UTC), "year 9999")],
)
def test_an_instant_nobody_can_place_is_refused(instant: dt.datetime, words: str) -> None:
    with pytest.raises(MessageError, match=words):
        check(instant, window=FR_SMS, place=MAINLAND)


def test_places_that_make_no_sense_are_refused() -> None:
    for zones in ((), ("Europe/Atlantis",), ("../etc/passwd",), ("",)):
        with pytest.raises(MessageError, match="zone"):
            Place(zones=zones)
    with pytest.raises(MessageError, match="alsace-moselle"):
        territory("atlantis")
