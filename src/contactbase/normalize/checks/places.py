"""Places that contradict each other: postcode and department, postcode and country, postcode and city.

Structure alone decides (`data.postcodes`), and the department of large cities of which there is one in France; that any
other city has a postcode takes a table of communes, which the user gives.
A French postcode is that of the office that delivers, so a few dozen communes lie in the neighbouring department.

>>> [found.code for found in DEPARTMENT.run({"postcode": "69001", "department": "42"}, dt.date(2026, 1, 1))]
['place.postcode-department-mismatch']
>>> [found.code for found in COUNTRY.run({"postcode": "69001", "country": "BE"}, dt.date(2026, 1, 1))]
['check.country-and-postcode']
>>> [found.code for found in CITY_ELSEWHERE.run({"postcode": "75001", "city": "Marseille"}, dt.date(2026, 1, 1))]
['check.city-elsewhere']
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from contactbase.model.journal import Finding
from contactbase.normalize.checks.check import NOTHING, ContactCheck, Findings, Known
from contactbase.normalize.city_key import city_key
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.data.postcodes import FRENCH, POSTCODES
from contactbase.normalize.department import check_department
from contactbase.normalize.postcode import department_of
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember

__all__ = ["CITY_ABROAD", "CITY_ELSEWHERE", "COUNTRY", "DEPARTMENT", "PHONES_ABROAD", "city_check"]

_GAPS: Final = re.compile(r"[\s.\-_]+")


def _department(known: Known, _as_of: dt.date) -> Findings:
    postcode, department = known["postcode"], known["department"]
    if postcode[:2] == department or known.get("country", "FR") not in FRENCH:
        return NOTHING
    found = check_department(postcode, department)
    return NOTHING if found is None else (found,)


def _country(known: Known, _as_of: dt.date) -> Findings:
    country, postcode = known["country"], known["postcode"]
    if country == "FR" and len(postcode) == 5 and postcode.isdigit():
        return NOTHING
    shape = POSTCODES.get(country)
    if shape is None:
        return NOTHING
    compact = _GAPS.sub("", postcode.upper())
    bare = compact.removeprefix(country)
    if shape.pattern.fullmatch(compact) or shape.pattern.fullmatch(bare):
        return NOTHING
    return (remark("check.country-and-postcode", "postcode", country=country),)


def _city_abroad(known: Known, _as_of: dt.date) -> Findings:
    """Say that a city of a neighbour stands with a postcode that was read as French, for want of a country."""
    if "country" in known or not _is_french(known["postcode"]):
        return NOTHING
    country = _CITIES_ABROAD.get(city_key(known["city"]))
    return NOTHING if country is None else (remark("check.postcode-perhaps-abroad", "postcode", country=country),)


def _city_elsewhere(known: Known, _as_of: dt.date) -> Findings:
    """Say that a large city stands with the postcode of another department."""
    if known.get("country", "FR") not in FRENCH:
        return NOTHING
    expected = _LARGE_CITIES.get(city_key(known["city"]))
    found = department_of(known["postcode"]) if expected is not None else None
    if expected is None or found is None or found == expected:
        return NOTHING
    return (remark("check.city-elsewhere", "city", expected=expected, found=found),)


def _phones_abroad(known: Known, _as_of: dt.date) -> Findings:
    """Say that every number is of one country whose postcodes have this form, for want of a country."""
    regions = {phone.region for phone in known["phones"]}
    region = regions.pop() if len(regions) == 1 else None
    if "country" in known or region is None or region in FRENCH or not _is_french(known["postcode"]):
        return NOTHING
    shape, written = POSTCODES.get(region), known["postcode"]
    if shape is None or not any(shape.pattern.fullmatch(code) for code in (written, written.removeprefix("0"))):
        return NOTHING
    return (remark("check.postcode-perhaps-abroad", "postcode", country=region),)


def _is_french(postcode: str) -> bool:
    return len(postcode) == 5 and postcode.isdigit()


_CITIES_ABROAD: Final = {
    name: country
    for country, names in {
        "BE": "bruxelles brussel brussels anvers antwerpen gand gent liege namur charleroi louvain leuven",
        "CH": "geneve lausanne zurich bale basel bern lucerne luzern lugano neuchatel winterthur",
        "DE": "berlin munich munchen hambourg hamburg koln francfort frankfurt stuttgart dusseldorf leipzig",
        "ES": "madrid barcelone barcelona valencia sevilla bilbao",
        "IT": "rome roma milan milano turin torino naples napoli genova firenze venezia",
        "LU": "luxembourg",
    }.items()
    for name in names.split()
}
"""Large cities of neighbours whose postcodes have four or five digits; no commune of France is called so."""

_LARGE_CITIES: Final = {
    name: department
    for department, names in {
        "06": "nice,cannes,antibes",
        "10": "troyes",
        "13": "marseille,aix en provence",
        "14": "caen",
        "18": "bourges",
        "21": "dijon",
        "25": "besancon",
        "27": "evreux",
        "28": "chartres",
        "29": "brest,quimper",
        "2A": "ajaccio",
        "2B": "bastia",
        "30": "nimes",
        "31": "toulouse",
        "33": "bordeaux",
        "34": "montpellier,beziers",
        "35": "rennes",
        "37": "tours",
        "38": "grenoble",
        "44": "nantes",
        "45": "orleans",
        "49": "angers,cholet",
        "51": "reims",
        "54": "nancy",
        "56": "lorient,vannes",
        "57": "metz",
        "59": "lille,roubaix,tourcoing,dunkerque",
        "62": "calais",
        "63": "clermont ferrand",
        "64": "pau",
        "66": "perpignan",
        "67": "strasbourg",
        "68": "mulhouse",
        "69": "lyon,villeurbanne",
        "72": "le mans",
        "73": "chambery",
        "74": "annecy",
        "75": "paris",
        "76": "rouen",
        "78": "versailles",
        "79": "niort",
        "80": "amiens",
        "83": "toulon",
        "84": "avignon",
        "85": "la roche sur yon",
        "86": "poitiers",
        "87": "limoges",
        "90": "belfort",
        "92": "colombes",
        "95": "argenteuil",
        "971": "pointe a pitre",
        "972": "fort de france",
        "973": "cayenne",
    }.items()
    for name in names.split(",")
}
"""Prefectures and cities above some 40,000 people of whose name there is no other commune; all have postcodes of their
own department."""

DEPARTMENT: Final = ContactCheck("department", ("department", "postcode"), _department)
COUNTRY: Final = ContactCheck("country", ("country", "postcode"), _country)


CITY_ELSEWHERE: Final = ContactCheck("city-elsewhere", ("city", "postcode"), _city_elsewhere)
CITY_ABROAD: Final = ContactCheck("city-abroad", ("city", "postcode"), _city_abroad)
PHONES_ABROAD: Final = ContactCheck("phones-abroad", ("phones", "postcode"), _phones_abroad)


def city_check(communes: CommuneTable) -> ContactCheck:
    """Give the check that a city has the postcode it stands with, by a table of communes."""

    def judged(pair: str) -> Finding | None:
        postcode, _, city = pair.partition(" ")
        return communes.check(postcode, city)

    of_pair = remember(judged)

    def run(known: Known, _as_of: dt.date) -> Findings:
        if known.get("country", "FR") not in FRENCH or " " in known["postcode"]:
            return NOTHING
        found = of_pair(f"{known['postcode']} {known['city']}")
        return NOTHING if found is None else (found,)

    return ContactCheck("city", ("city", "postcode"), run)
