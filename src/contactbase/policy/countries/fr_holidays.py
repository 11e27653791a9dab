"""France: public holidays by territory, and which territory an address or a number belongs to.

Eleven national days (code du travail, art. L3133-1); Good Friday and 26 December in Alsace-Moselle (art. L3134-13);
overseas, the day that commemorates the abolition of slavery (art. L3422-2). Saint-Martin kept 27 May with Guadeloupe
until 2017 and has 28 May since 2018 (law 2017-256 and the circular of 4 May 2018). Polynesia, New Caledonia,
Wallis-et-Futuna and Saint-Pierre-et-Miquelon have days of their own that are not listed: only the national ones are.

>>> [day.isoformat() for day in CALENDARS["alsace-moselle"].days(2026) if day not in FRANCE.days(2026)]
['2026-04-03', '2026-12-26']
>>> territory_of_postcode("67000"), territory_of_postcode("97133"), territory_of_postcode("75001")
('alsace-moselle', 'saint-barthelemy', 'metropole')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from contactbase.model.source import Citation, Confidence, Period
from contactbase.model.text import Text
from contactbase.policy.holidays import EasterDay, FixedDay, Holiday, HolidayCalendar

__all__ = ["CALENDARS", "FRANCE", "TERRITORY_OF_REGION", "ZONES", "territory_of_postcode"]


def _labour_code(locator: str, confidence: Confidence = Confidence.OFFICIAL) -> Citation:
    return Citation(
        authority="France",
        instrument="code du travail",
        locator=locator,
        url="https://www.legifrance.gouv.fr",
        read_on=dt.date(2026, 11, 28),
        confidence=confidence,
    )


_NATIONAL: Final = _labour_code("art. L3133-1", Confidence.SECONDARY)
_LOCAL: Final = _labour_code("art. L3134-13", Confidence.SECONDARY)
_ABOLITION: Final = _labour_code("art. L3422-2")


def _national(name: str, en: str, fr: str, rule: FixedDay | EasterDay) -> Holiday:
    return Holiday(id=f"fr.holiday.{name}", title=Text(en, fr), rule=rule, citation=_NATIONAL)


_ELEVEN: Final = (
    _national("new-year", "New Year's Day", "Jour de l'an", FixedDay(1, 1)),
    _national("easter-monday", "Easter Monday", "Lundi de Pâques", EasterDay(1)),
    _national("labour-day", "Labour Day", "Fête du travail", FixedDay(5, 1)),
    _national("victory-1945", "Victory Day", "Victoire 1945", FixedDay(5, 8)),
    _national("ascension", "Ascension Day", "Ascension", EasterDay(39)),
    _national("whit-monday", "Whit Monday", "Lundi de Pentecôte", EasterDay(50)),
    _national("national-day", "National Day", "Fête nationale", FixedDay(7, 14)),
    _national("assumption", "Assumption", "Assomption", FixedDay(8, 15)),
    _national("all-saints", "All Saints' Day", "Toussaint", FixedDay(11, 1)),
    _national("armistice-1918", "Armistice Day", "Armistice 1918", FixedDay(11, 11)),
    _national("christmas", "Christmas Day", "Noël", FixedDay(12, 25)),
)
_ALSACE_MOSELLE: Final = (
    Holiday(
        id="fr.holiday.good-friday", title=Text("Good Friday", "Vendredi saint"), rule=EasterDay(-2), citation=_LOCAL
    ),
    Holiday(
        id="fr.holiday.saint-stephen",
        title=Text("Saint Stephen's Day", "Saint-Étienne"),
        rule=FixedDay(12, 26),
        citation=_LOCAL,
    ),
)


def _abolition(territory: str, month: int, day: int, period: Period | None = None) -> Holiday:
    return Holiday(
        id=f"fr.holiday.abolition.{territory}",
        title=Text("Abolition of slavery", "Abolition de l'esclavage"),
        rule=FixedDay(month, day),
        citation=_ABOLITION,
        in_force=period or Period(),
    )


_SAINT_MARTIN: Final = (
    _abolition("saint-martin-until-2017", 5, 27, Period(None, dt.date(2017, 12, 31))),
    _abolition("saint-martin", 5, 28, Period(dt.date(2018, 1, 1), None)),
)
_EXTRA: Final[Mapping[str, tuple[str, tuple[Holiday, ...]]]] = {
    "metropole": ("France métropolitaine", ()),
    "alsace-moselle": ("Alsace-Moselle", _ALSACE_MOSELLE),
    "guadeloupe": ("Guadeloupe", (_abolition("guadeloupe", 5, 27),)),
    "martinique": ("Martinique", (_abolition("martinique", 5, 22),)),
    "guyane": ("Guyane", (_abolition("guyane", 6, 10),)),
    "reunion": ("La Réunion", (_abolition("reunion", 12, 20),)),
    "mayotte": ("Mayotte", (_abolition("mayotte", 4, 27),)),
    "saint-barthelemy": ("Saint-Barthélemy", (_abolition("saint-barthelemy", 10, 9),)),
    "saint-martin": ("Saint-Martin", _SAINT_MARTIN),
    "saint-pierre-et-miquelon": ("Saint-Pierre-et-Miquelon", ()),
    "nouvelle-caledonie": ("Nouvelle-Calédonie", ()),
    "polynesie": ("Polynésie française", ()),
    "wallis-et-futuna": ("Wallis-et-Futuna", ()),
}

CALENDARS: Final[Mapping[str, HolidayCalendar]] = {
    territory: HolidayCalendar(id=f"fr.{territory}", title=Text(name, name), holidays=(*_ELEVEN, *extra))
    for territory, (name, extra) in _EXTRA.items()
}
"""The holidays of each territory, by its name."""

FRANCE: Final = CALENDARS["metropole"]

ZONES: Final[Mapping[str, tuple[str, ...]]] = {
    "metropole": ("Europe/Paris",),
    "alsace-moselle": ("Europe/Paris",),
    "guadeloupe": ("America/Guadeloupe",),
    "martinique": ("America/Martinique",),
    "guyane": ("America/Cayenne",),
    "reunion": ("Indian/Reunion",),
    "mayotte": ("Indian/Mayotte",),
    "saint-barthelemy": ("America/St_Barthelemy",),
    "saint-martin": ("America/Marigot",),
    "saint-pierre-et-miquelon": ("America/Miquelon",),
    "nouvelle-caledonie": ("Pacific/Noumea",),
    "polynesie": ("Pacific/Gambier", "Pacific/Marquesas", "Pacific/Tahiti"),
    "wallis-et-futuna": ("Pacific/Wallis",),
}
"""The IANA zones of each territory; of several, nobody knows from the territory which holds."""

TERRITORY_OF_REGION: Final[Mapping[str, str]] = {
    "FR": "metropole",
    "GP": "guadeloupe",
    "MQ": "martinique",
    "GF": "guyane",
    "RE": "reunion",
    "YT": "mayotte",
    "BL": "saint-barthelemy",
    "MF": "saint-martin",
    "PM": "saint-pierre-et-miquelon",
    "NC": "nouvelle-caledonie",
    "PF": "polynesie",
    "WF": "wallis-et-futuna",
}
"""Territories by ISO 3166-1 code, as phone regions and countries of addresses name them."""

_POSTCODES: Final[Mapping[str, str]] = {
    "97133": "saint-barthelemy",
    "97150": "saint-martin",
    "971": "guadeloupe",
    "972": "martinique",
    "973": "guyane",
    "974": "reunion",
    "975": "saint-pierre-et-miquelon",
    "976": "mayotte",
    "977": "saint-barthelemy",
    "978": "saint-martin",
    "986": "wallis-et-futuna",
    "987": "polynesie",
    "988": "nouvelle-caledonie",
    "57": "alsace-moselle",
    "67": "alsace-moselle",
    "68": "alsace-moselle",
}


def territory_of_postcode(postcode: str) -> str:
    """Give the territory of a French postcode or department; `metropole` for all that are not listed."""
    for length in (5, 3, 2):
        territory = _POSTCODES.get(postcode[:length])
        if territory is not None:
            return territory
    return "metropole"
