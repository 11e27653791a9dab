"""New, leaving and total; quality over time."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import MessageError
from contactbase.model.contact import Contact, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, EventKind, PhoneKind
from contactbase.model.event import Event
from contactbase.model.rate import Rate
from contactbase.reporting.results.course import quality_over_time
from contactbase.reporting.results.growth import Growth, GrowthAlert, GrowthMeasure, growth, growth_between

DAY = dt.date
SINCE, UNTIL = DAY(2026, 1, 10), DAY(2026, 4, 5)


def person(name: str, came: dt.date | None = None, left: dt.date | None = None) -> Contact:
    return Contact(id=name, collected_on=came, relationship_end=left)


def figures(found: Growth) -> list[tuple[str, int, int, int]]:
    return [(str(each.start), each.new, each.leaving, each.total) for each in found.periods]


def test_people_come_leave_and_stay_by_month() -> None:
    base = [
        person("c-1", DAY(2025, 5, 1)),
        person("c-2", DAY(2025, 5, 1), DAY(2025, 12, 31)),
        person("c-3", DAY(2026, 1, 10), DAY(2026, 1, 31)),
        person("c-4", DAY(2026, 2, 28), DAY(2026, 4, 5)),
        person("c-5", DAY(2026, 4, 6)),
        person("c-6"),
        person("c-7", DAY(2026, 3, 1), DAY(2026, 2, 1)),
    ]
    found = growth(base, since=SINCE, as_of=UNTIL)
    assert figures(found) == [
        ("2026-01-10", 1, 1, 2),
        ("2026-02-01", 1, 0, 3),
        ("2026-03-01", 1, 0, 4),
        ("2026-04-01", 0, 1, 3),
    ]
    assert [each.code for each in found.findings] == ["growth.undated", "growth.contradictory", "growth.shrinking"]
    assert found.say("fr").splitlines()[0] == "2026-01-10 au 2026-01-31 : 1 entrants, 1 sortants, 2 au total"
    assert found.to_json()["periods"][0]["before"] == 2  # type: ignore[index]  # a list of objects


def test_without_a_day_of_collection_the_first_thing_known_counts() -> None:
    first = Event(kind=EventKind.STORE_VISIT, at=DAY(2026, 2, 3))
    found = growth([Contact(id="c-1", events=(first,))], since=SINCE, as_of=UNTIL)
    assert [each.new for each in found.periods] == [0, 1, 0, 0]


def test_an_alert_tells_when_a_number_is_reached() -> None:
    base = [person(f"c-{n}", DAY(2026, 2, 1)) for n in range(1000)]
    (said,) = growth(base, since=SINCE, as_of=UNTIL, alerts=[GrowthAlert(GrowthMeasure.NEW, 1000)]).findings
    assert (said.code, said.say("en")) == ("growth.reached", "new: 1000, so 1000 or more.")
    assert growth(base, since=SINCE, as_of=UNTIL, alerts=[GrowthAlert(GrowthMeasure.NEW, 1001)]).findings == ()


def test_a_merged_contact_is_no_customer_lost() -> None:
    before = ContactBase.of([person("a"), person("b"), person("c")])
    after = ContactBase.of([person("a"), person("d"), person("e")])
    found = growth_between([(SINCE, before), (UNTIL, after)], merged={"b"})
    (period,) = found.periods
    assert (period.new, period.leaving, period.merged, period.total) == (2, 1, 1, 3)
    assert str(period) == "2026-01-11 to 2026-04-05: 2 new, 1 leaving (and 1 merged away), 3 in total"
    for wrong in ([(UNTIL, after), (SINCE, before)], [(SINCE, before), (SINCE, after)]):
        with pytest.raises(MessageError, match="Give the snapshots by day"):
            growth_between(wrong)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(MessageError, match="There is no period"):
        growth([], since=UNTIL, as_of=SINCE)


DAYS = st.none() | st.dates(DAY(2025, 10, 1), DAY(2026, 7, 1))


@given(st.lists(st.tuples(DAYS, DAYS), max_size=30), st.dates(DAY(2025, 11, 1), DAY(2026, 6, 1)), st.integers(0, 200))
def test_the_total_is_who_is_there_on_the_last_day(
    stays: list[tuple[dt.date | None, dt.date | None]], since: dt.date, days: int
) -> None:
    until = since + dt.timedelta(days)
    found = growth([person(f"c-{n}", *stay) for n, stay in enumerate(stays)], since=since, as_of=until)
    for earlier, later in zip(found.periods, found.periods[1:], strict=False):
        assert later.before == earlier.total
        assert later.start == earlier.end + dt.timedelta(1)
    assert (found.periods[0].start, found.periods[-1].end) == (since, until)

    def there(came: dt.date | None, left: dt.date | None) -> bool:
        wrong = came is not None and left is not None and left < came
        return (came is None or came <= until) and (left is None or wrong or left > until)

    assert found.periods[-1].total == sum(there(*stay) for stay in stays)


@given(st.lists(st.sets(st.integers(0, 12)), min_size=1, max_size=6), st.sets(st.integers(0, 12)))
def test_totals_between_snapshots_are_their_sizes(members: list[set[int]], merged: set[int]) -> None:
    snapshots = [
        (SINCE + dt.timedelta(place), ContactBase.of(person(f"c-{n}") for n in sorted(ids)))
        for place, ids in enumerate(members)
    ]
    found = growth_between(snapshots, merged={f"c-{n}" for n in merged})
    assert [period.total for period in found.periods] == [len(ids) for ids in members[1:]]


def test_the_last_month_of_the_calendar_ends_it() -> None:
    found = growth([], since=DAY(9999, 11, 30), as_of=DAY.max)
    assert [(each.start, each.end) for each in found.periods] == [
        (DAY(9999, 11, 30), DAY(9999, 11, 30)),
        (DAY(9999, 12, 1), DAY.max),
    ]


def test_quality_is_followed_from_day_to_day() -> None:
    mobile = (Phone("+33612345678", PhoneKind.MOBILE, "FR"),)
    before = ContactBase.of([Contact(id="c-1"), Contact(id="c-2", phones=mobile)])
    after = ContactBase.of(
        [Contact(id="c-1", phones=mobile, verified_on=DAY(2026, 3, 1)), Contact(id="c-2", phones=mobile)]
    )
    course = quality_over_time([(UNTIL, after), (SINCE, before)], channel=Channel.SMS)
    assert [(day.on, day.reachable, day.verified) for day in course.days] == [
        (SINCE, Rate(1, 2), Rate(0, 2)),
        (UNTIL, Rate(2, 2), Rate(1, 2)),
    ]
    assert course.to_json()[1]["verified"] == 1
    assert course.say("fr").splitlines()[1].startswith("2026-04-05 : 2 contacts ; sms : 2 joignables")
    old = quality_over_time([(DAY(2027, 9, 1), after)], channel=Channel.SMS, within_months=12)
    assert old.days[0].verified == Rate(0, 2)
    assert quality_over_time([(SINCE, ContactBase())], channel=Channel.POST).days[0].verified == Rate(0, 0)
