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
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.data.postcodes import FRENCH, POSTCODES
from contactbase.normalize.department import check_department
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember

__all__ = ["COUNTRY", "DEPARTMENT", "city_check"]

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


DEPARTMENT: Final = ContactCheck("department", ("department", "postcode"), _department)
COUNTRY: Final = ContactCheck("country", ("country", "postcode"), _country)


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
