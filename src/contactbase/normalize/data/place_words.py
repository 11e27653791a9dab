"""Words of place names: those written small inside a name, and what abbreviations stand for in keys.

Source: usage of the INSEE Code officiel géographique for French communes (`Pont-à-Mousson`, `Bourg-la-Reine`,
`Val-d'Isère`); usage of the national registers for the neighbours. Own list.

>>> "sur" in SMALL["FR"], EXPANDED["ste"]
(True, 'sainte')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["ARRONDISSEMENTS", "EXPANDED", "ROMAN", "SMALL"]

_FRENCH: Final = frozenset(
    "de du des d la le les l en sur sous lès lez ès es ez aux au à a et sans entre près pres devant derrière "
    "derriere s di del dels las".split()
)
_GERMAN: Final = frozenset("am an auf bei der die das dem den im in ob und unter vor zu zur zum".split())
_DUTCH: Final = frozenset("aan de den der het in op ten ter van 't".split())
_ENGLISH: Final = frozenset("upon on under the of in by le cum with next and".split())
_ITALIAN: Final = frozenset("di del della dello dei degli delle da dal in al sul sulla a e".split())
_SPANISH: Final = frozenset("de del la las los el y i en".split())
_PORTUGUESE: Final = frozenset("de do da dos das e a o".split())

SMALL: Final[Mapping[str, frozenset[str]]] = {
    "AT": _GERMAN,
    "BE": _FRENCH | _DUTCH,
    "BR": _PORTUGUESE,
    "CA": _FRENCH,
    "CH": _FRENCH | _GERMAN - {"den", "in", "an"},
    "DE": _GERMAN,
    "ES": _SPANISH,
    "FR": _FRENCH,
    "GB": _ENGLISH,
    "IE": _ENGLISH,
    "IT": _ITALIAN,
    "LU": _FRENCH,
    "MX": _SPANISH,
    "NL": _DUTCH,
    "PT": _PORTUGUESE,
}
"""Country to the words written small inside a name; a country that is not here has those of France."""

EXPANDED: Final[Mapping[str, str]] = {
    "st": "saint",
    "ste": "sainte",
    "sts": "saints",
    "stes": "saintes",
    "lez": "les",
    "s": "sur",
}
"""Abbreviations of city names and what they stand for, folded."""

ARRONDISSEMENTS: Final[Mapping[str, int]] = {"paris": 20, "lyon": 9, "marseille": 16}
"""The cities that have arrondissements with postcodes of their own, and how many."""

ROMAN: Final[Mapping[str, int]] = {
    roman: number
    for number, roman in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), start=1
    )
}
