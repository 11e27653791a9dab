"""A table of communes that the user gives: the official spelling of a city, and whether it has a postcode.

No list of communes ships in the core: the sources are open (La Poste, *Base officielle des codes postaux*; INSEE, *Code
officiel géographique*; both Licence Ouverte 2.0) but change every year and weigh megabytes; `pipeline.communes` reads
their files. Rows are pairs of postcode and name with its accents; a name all in capitals is known and spells nothing.

>>> table = CommuneTable.of([("42000", "Saint-Étienne"), ("69001", "Lyon"), ("42100", "Saint-Étienne")])
>>> table.spelling("ST ETIENNE"), table.postcodes("saint etienne"), table.communes("69001")
('Saint-Étienne', ('42000', '42100'), ('Lyon',))
>>> table.check("69001", "Saint-Etienne").code, table.check("42000", "St Etienne"), table.check("99999", "Lyon")
('place.postcode-city-mismatch', None, None)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Self

import attrs

from contactbase.model.journal import Finding
from contactbase.normalize.city_key import city_key
from contactbase.normalize.remark import remark

__all__ = ["CommuneTable"]

_ARRONDISSEMENT: Final = re.compile(r"(Paris|Lyon|Marseille) [0-9]{1,2}(?:er|e) Arrondissement", re.IGNORECASE)


@attrs.frozen
class CommuneTable:
    """Communes by postcode and by key; made by `of`."""

    _by_postcode: Mapping[str, tuple[str, ...]] = attrs.field(repr=False)
    _postcodes_of: Mapping[str, tuple[str, ...]] = attrs.field(repr=False)
    _spellings: Mapping[str, tuple[str, ...]] = attrs.field(repr=False)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> Self:
        """Make a table of pairs of five-digit postcode and spelling; arrondissements count as their city."""
        by_postcode: dict[str, dict[str, None]] = defaultdict(dict)
        postcodes_of: dict[str, dict[str, None]] = defaultdict(dict)
        spellings: dict[str, dict[str, None]] = defaultdict(dict)
        for postcode, written in rows:
            part = _ARRONDISSEMENT.fullmatch(written)
            name = part[1] if part else written
            key = city_key(name)
            by_postcode[postcode][name] = None
            postcodes_of[key][postcode] = None
            if not name.isupper():
                spellings[key][name] = None
        return cls(
            *({key: tuple(found) for key, found in table.items()} for table in (by_postcode, postcodes_of, spellings))
        )

    def __len__(self) -> int:
        return len(self._postcodes_of)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Give the pairs of postcode and name, sorted."""
        for postcode, names in sorted(self._by_postcode.items()):
            for name in sorted(names):
                yield postcode, name

    def communes(self, postcode: str) -> tuple[str, ...]:
        """Give the communes of a postcode, in the order of the rows; none for an unknown one."""
        return self._by_postcode.get(postcode, ())

    def postcodes(self, city: str) -> tuple[str, ...]:
        """Give the postcodes under which a city's name is known."""
        return self._postcodes_of.get(city_key(city), ())

    def spelling(self, city: str, postcode: str | None = None) -> str | None:
        """Give the one spelling that the table has for a city (of that postcode); None when it has none or several."""
        key = city_key(city)
        found = self._spellings.get(key, ())
        if len(found) > 1 and postcode is not None:
            found = tuple(name for name in self.communes(postcode) if city_key(name) == key)
        return found[0] if len(found) == 1 else None

    def check(self, postcode: str, city: str) -> Finding | None:
        """Give a finding where a known postcode and the city are at odds; an unknown postcode (CEDEX) says nothing."""
        communes = self.communes(postcode)
        if not communes or city_key(city) in {city_key(name) for name in communes}:
            return None
        return remark("place.postcode-city-mismatch", "city")
