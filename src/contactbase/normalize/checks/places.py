"""Places that contradict each other: postcode and department, postcode and country, postcode and city.

Structure alone decides (`data.postcodes`); that a city has a postcode takes a table of communes, which the user gives.
A French postcode is that of the office that delivers, so a few dozen communes lie in the neighbouring department.

>>> [found.code for found in DEPARTMENT.run({"postcode": "69001", "department": "42"}, dt.date(2026, 1, 1))]
['place.postcode-department-mismatch']
>>> [found.code for found in COUNTRY.run({"postcode": "69001", "country": "BE"}, dt.date(2026, 1, 1))]
['check.country-and-postcode']
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
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember

__all__ = ["CITY_ABROAD", "COUNTRY", "DEPARTMENT", "PHONES_ABROAD", "city_check"]

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

DEPARTMENT: Final = ContactCheck("department", ("department", "postcode"), _department)
COUNTRY: Final = ContactCheck("country", ("country", "postcode"), _country)


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
