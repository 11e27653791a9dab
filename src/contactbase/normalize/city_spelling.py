"""The official spelling of the city of a contact, by the table of communes that the user gives.

A city gets the spelling of the table where the table has one for its name, or one for its name under its postcode; any
other stays as it was read. Only what a postman reads as the same name is respelled (`city_key`), and only where the
contact may live in France.

>>> spell = CitySpelling(CommuneTable.of([("42000", "Saint-Étienne")]), "FR")
>>> out = {"city": "St Etienne", "postcode": "42000"}
>>> spell(out).code, out["city"]
('city.spelling-restored', 'Saint-Étienne')
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Final

from contactbase.model.journal import Finding
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.data.postcodes import FRENCH
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember

__all__ = ["CitySpelling"]

_RESTORED: Final = "city.spelling-restored"


class CitySpelling:
    """Spells the cities of one file; `region` is where a contact without a country lives."""

    def __init__(self, communes: CommuneTable, region: str) -> None:
        """Take the table; pairs of postcode and city are looked up once each."""
        self._region = region
        self._finding = remark(_RESTORED, "city")

        def official(pair: str) -> str | None:
            postcode, _, city = pair.partition("\n")
            return communes.spelling(city, postcode or None)

        self._official = remember(official)

    def __call__(self, out: MutableMapping[str, Any]) -> Finding | None:
        """Respell the city of a contact; give the finding that says so, None where nothing changed."""
        city = out.get("city")
        if city is None or out.get("country", self._region) not in FRENCH:
            return None
        spelled = self._official(f"{out.get('postcode', '')}\n{city}")
        if spelled is None or spelled == city:
            return None
        out["city"] = spelled
        return self._finding
