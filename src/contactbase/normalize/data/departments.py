"""The 101 departments of France, its overseas collectivities, and the regions of 2016.

Source: INSEE, Code officiel géographique (COG), departments and regions, Licence Ouverte 2.0. Collectivities that are
no departments have the three-digit code under which INSEE lists them. `FORMER` are names that departments no longer
bear and that old files still hold.

>>> DEPARTMENTS["2A"], REGIONS["84"][0], len(DEPARTMENTS)
('Corse-du-Sud', 'Auvergne-Rhône-Alpes', 101)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["COLLECTIVITIES", "DEPARTMENTS", "FORMER", "OWN_POSTCODES", "REGIONS"]

_METROPOLE: Final = (
    "01 Ain|02 Aisne|03 Allier|04 Alpes-de-Haute-Provence|05 Hautes-Alpes|06 Alpes-Maritimes|07 Ardèche|"
    "08 Ardennes|09 Ariège|10 Aube|11 Aude|12 Aveyron|13 Bouches-du-Rhône|14 Calvados|15 Cantal|"
    "16 Charente|17 Charente-Maritime|18 Cher|19 Corrèze|2A Corse-du-Sud|2B Haute-Corse|21 Côte-d'Or|"
    "22 Côtes-d'Armor|23 Creuse|24 Dordogne|25 Doubs|26 Drôme|27 Eure|28 Eure-et-Loir|29 Finistère|30 Gard|"
    "31 Haute-Garonne|32 Gers|33 Gironde|34 Hérault|35 Ille-et-Vilaine|36 Indre|37 Indre-et-Loire|38 Isère|"
    "39 Jura|40 Landes|41 Loir-et-Cher|42 Loire|43 Haute-Loire|44 Loire-Atlantique|45 Loiret|46 Lot|"
    "47 Lot-et-Garonne|48 Lozère|49 Maine-et-Loire|50 Manche|51 Marne|52 Haute-Marne|53 Mayenne|"
    "54 Meurthe-et-Moselle|55 Meuse|56 Morbihan|57 Moselle|58 Nièvre|59 Nord|60 Oise|61 Orne|"
    "62 Pas-de-Calais|63 Puy-de-Dôme|64 Pyrénées-Atlantiques|65 Hautes-Pyrénées|66 Pyrénées-Orientales|"
    "67 Bas-Rhin|68 Haut-Rhin|69 Rhône|70 Haute-Saône|71 Saône-et-Loire|72 Sarthe|73 Savoie|"
    "74 Haute-Savoie|75 Paris|76 Seine-Maritime|77 Seine-et-Marne|78 Yvelines|79 Deux-Sèvres|80 Somme|"
    "81 Tarn|82 Tarn-et-Garonne|83 Var|84 Vaucluse|85 Vendée|86 Vienne|87 Haute-Vienne|88 Vosges|89 Yonne|"
    "90 Territoire de Belfort|91 Essonne|92 Hauts-de-Seine|93 Seine-Saint-Denis|94 Val-de-Marne|"
    "95 Val-d'Oise"
)
_OVERSEAS: Final = "971 Guadeloupe|972 Martinique|973 Guyane|974 La Réunion|976 Mayotte"
_COLLECTIVITIES: Final = (
    "975 Saint-Pierre-et-Miquelon|977 Saint-Barthélemy|978 Saint-Martin|"
    "984 Terres australes et antarctiques françaises|986 Wallis-et-Futuna|987 Polynésie française|"
    "988 Nouvelle-Calédonie|989 La Passion-Clipperton"
)


def _table(text: str) -> dict[str, str]:
    return {code: name for code, _, name in (entry.partition(" ") for entry in text.split("|"))}


DEPARTMENTS: Final[Mapping[str, str]] = _table(f"{_METROPOLE}|{_OVERSEAS}")
"""Code to name."""

COLLECTIVITIES: Final[Mapping[str, str]] = _table(_COLLECTIVITIES)
"""Code to name of what is overseas and no department."""

OWN_POSTCODES: Final[Mapping[str, str]] = {"97133": "977", "97150": "978"}
"""Postcodes of collectivities that lie among those of Guadeloupe: Saint-Barthélemy and Saint-Martin."""

FORMER: Final[Mapping[str, str]] = {
    "Basses-Alpes": "04",
    "Basses-Pyrénées": "64",
    "Charente-Inférieure": "17",
    "Côtes-du-Nord": "22",
    "Loire-Inférieure": "44",
    "Seine-Inférieure": "76",
}
"""Names given up between 1941 and 1990, to today's code."""

REGIONS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    code: (name, tuple(departments.split()))
    for code, name, departments in (
        ("01", "Guadeloupe", "971"),
        ("02", "Martinique", "972"),
        ("03", "Guyane", "973"),
        ("04", "La Réunion", "974"),
        ("06", "Mayotte", "976"),
        ("11", "Île-de-France", "75 77 78 91 92 93 94 95"),
        ("24", "Centre-Val de Loire", "18 28 36 37 41 45"),
        ("27", "Bourgogne-Franche-Comté", "21 25 39 58 70 71 89 90"),
        ("28", "Normandie", "14 27 50 61 76"),
        ("32", "Hauts-de-France", "02 59 60 62 80"),
        ("44", "Grand Est", "08 10 51 52 54 55 57 67 68 88"),
        ("52", "Pays de la Loire", "44 49 53 72 85"),
        ("53", "Bretagne", "22 29 35 56"),
        ("75", "Nouvelle-Aquitaine", "16 17 19 23 24 33 40 47 64 79 86 87"),
        ("76", "Occitanie", "09 11 12 30 31 32 34 46 48 65 66 81 82"),
        ("84", "Auvergne-Rhône-Alpes", "01 03 07 15 26 38 42 43 63 69 73 74"),
        ("93", "Provence-Alpes-Côte d'Azur", "04 05 06 13 83 84"),
        ("94", "Corse", "2A 2B"),
    )
}
"""INSEE code of a region to its name and departments."""
