"""Where a contact lives: postcode and city together, since one nearly gives the other.

>>> LOCALITY.levels[compare(("69003", "lyon"), ("69003", "lion")) - 1].name
'same'
>>> LOCALITY.levels[compare(("69003", "lyon"), ("69100", "villeurbanne")) - 1].name
'area'
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.matching.names import fold_name
from contactbase.model.contact import Contact
from contactbase.model.text import Text

__all__ = ["LOCALITY", "compare"]

Value = tuple[str, str]
"""Postcode and folded city, "" where one is unknown."""

_LEVELS: Final = (
    Level("same", Text("the same place", "la même localité"), 0.8, 0.87, 0.003),
    Level(
        "postcode", Text("the same postcode, another city", "le même code postal, une autre ville"), 0.04, 0.02, 0.002
    ),
    Level("city", Text("the same city, another postcode", "la même ville, un autre code postal"), 0.05, 0.02, 0.003),
    Level("area", Text("the same area", "le même secteur"), 0.03, 0.01, 0.02),
    Level("different", Text("another place", "une autre localité"), 0.08, 0.08, 0.972),
)
_SAME, _POSTCODE, _CITY, _AREA, _DIFFERENT = range(1, 6)
_LONGEST: Final = 60


def compare(one: Value, other: Value) -> int:
    """Compare two places that are not equal."""
    postcodes = one[0] == other[0] and bool(one[0])
    cities = _same_city(one[1], other[1])
    if postcodes and (cities or not (one[1] and other[1])):
        return _SAME
    if postcodes:
        return _POSTCODE
    if cities:
        return _SAME if not (one[0] and other[0]) else _CITY
    if one[0] and other[0] and (one[0][:2] == other[0][:2] or slips(one[0], other[0], 1) <= 1):
        return _AREA
    return _DIFFERENT


def _same_city(one: str, other: str) -> bool:
    if not one or not other:
        return False
    length = max(len(one), len(other))
    if one == other or length > _LONGEST:
        return one == other
    most = 1 if length < 7 else 2
    return slips(one, other, most) <= most


def _value(contact: Contact) -> Value | None:
    city = fold_name(contact.city) if contact.city else ""
    if not (contact.postcode or city):
        return None
    return (contact.postcode or "").replace(" ", ""), city


LOCALITY: Final = Comparator(
    name="locality",
    fields=("postcode", "city"),
    title=Text("postcode and city", "code postal et ville"),
    levels=_LEVELS,
    value=_value,
    compare=compare,
    by_frequency=True,
)
