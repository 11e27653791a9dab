"""Public holidays: computed for every year, held against two libraries that others wrote."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest
from dateutil.easter import easter as dateutil_easter

from contactbase.errors import PolicyError
from contactbase.policy.countries.fr_holidays import CALENDARS
from contactbase.policy.holidays import FixedDay, easter

SUBDIVISIONS = {
    "metropole": None,
    "martinique": "972",
    "guyane": "973",
    "reunion": "974",
    "mayotte": "976",
    "guadeloupe": "971",
    "saint-barthelemy": "BL",
    "saint-martin": "MF",
    "alsace-moselle": "57",
}
CUSTOMS = {"Mi-Careme", "Victor Schoelcher Day", "Good Friday", "All Souls' Day"}
"""Days that the library lists overseas by custom and the labour code does not."""


def test_easter_is_what_another_library_computes() -> None:
    assert all(easter(year) == dateutil_easter(year) for year in range(1583, 4100))


@pytest.mark.parametrize("territory", SUBDIVISIONS)
def test_holidays_are_what_another_library_lists(territory: str) -> None:
    subdivision = SUBDIVISIONS[territory]
    for year in range(2018, 2041):
        listed = holidays.country_holidays("FR", subdiv=subdivision, years=year, language="en_US")
        dropped = set() if territory == "alsace-moselle" else CUSTOMS
        wanted = {day for day in listed if not set(listed[day].split("; ")) <= dropped}
        assert set(CALENDARS[territory].days(year)) == wanted, year


def test_a_holiday_holds_since_when_it_is_one() -> None:
    island = CALENDARS["saint-martin"]
    assert [island.on(dt.date(year, 5, 27)) is not None for year in (2017, 2018)] == [True, False]
    assert [island.on(dt.date(year, 5, 28)) is not None for year in (2017, 2018)] == [False, True]


def test_two_holidays_on_one_day_are_one_day() -> None:
    # Ascension falls on 8 May in 2059
    assert len(CALENDARS["metropole"].days(2059)) == 11 - (easter(2059) + dt.timedelta(39) == dt.date(2059, 5, 8))
    both = [
        year
        for year in range(2000, 2100)
        if easter(year) + dt.timedelta(39) in {dt.date(year, 5, 8), dt.date(year, 5, 1)}
    ]
    assert both
    assert all(len(CALENDARS["metropole"].days(year)) == 10 for year in both)


def test_a_day_of_no_year_is_refused() -> None:
    for month, day in ((2, 30), (13, 1), (2, 29)):
        with pytest.raises(PolicyError, match="no day of every year"):
            FixedDay(month, day)
