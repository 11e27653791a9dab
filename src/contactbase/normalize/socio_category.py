"""Socio-professional categories: INSEE's PCS, by code of one or two digits.

Convention: PCS 2020 (INSEE, « Nomenclature des professions et catégories socioprofessionnelles », 6 groups and 29
categories), with the groups 7 (retired) and 8 (others without activity) of the PCS 2003, which files still hold. A code
of a profession (`543a`, `37A1`) gives its category; a label gives the code of its group or category. A job that belongs
to several categories is not guessed.

>>> normalize("37").values, normalize("Cadres").values, normalize("Retraité").values, normalize("CSP+").values
(('37',), ('3',), ('7',), ())
>>> LABELS_FR["37"]
"Cadres des services administratifs et commerciaux d'entreprise"
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import short_text
from contactbase.normalize.title import code_reader

__all__ = ["LABELS_FR", "SOCIO_CATEGORY", "normalize"]

LABELS_FR: Final = {
    "1": "Agriculteurs exploitants",
    "2": "Artisans, commerçants et chefs d'entreprise",
    "3": "Cadres et professions intellectuelles supérieures",
    "4": "Professions intermédiaires",
    "5": "Employés",
    "6": "Ouvriers",
    "7": "Retraités",
    "8": "Autres personnes sans activité professionnelle",
    "10": "Exploitants de l'agriculture, sylviculture, pêche et aquaculture",
    "21": "Artisans",
    "22": "Commerçants et assimilés",
    "23": "Chefs d'entreprise de plus de 10 personnes",
    "31": "Professions libérales",
    "33": "Cadres administratifs et techniques de la fonction publique",
    "34": "Professeurs et professions scientifiques supérieures",
    "35": "Professions de l'information, de l'art et des spectacles",
    "37": "Cadres des services administratifs et commerciaux d'entreprise",
    "38": "Ingénieurs et cadres techniques d'entreprise",
    "42": "Professions de l'enseignement primaire et professionnel, de la formation continue et du sport",
    "43": "Professions intermédiaires de la santé et du travail social",
    "44": "Ministres du culte et religieux consacrés",
    "45": "Professions intermédiaires de la fonction publique (administration, sécurité)",
    "46": "Professions intermédiaires administratives et commerciales des entreprises",
    "47": "Techniciens",
    "48": "Agents de maîtrise (hors maîtrise administrative)",
    "52": "Employés administratifs de la fonction publique, agents de service et auxiliaires de santé",
    "53": "Policiers, militaires, pompiers, agents de sécurité privée",
    "54": "Employés administratifs d'entreprise",
    "55": "Employés de commerce",
    "56": "Personnels des services directs aux particuliers",
    "62": "Ouvriers qualifiés de type industriel",
    "63": "Ouvriers qualifiés de type artisanal",
    "64": "Conducteurs de véhicules de transport, chauffeurs-livreurs, coursiers",
    "65": "Conducteurs d'engins, caristes, magasiniers et ouvriers du transport (non routier)",
    "67": "Ouvriers peu qualifiés de type industriel",
    "68": "Ouvriers peu qualifiés de type artisanal",
    "69": "Ouvriers agricoles, des travaux forestiers, de la pêche et de l'aquaculture",
}
"""The groups and categories by code."""

_SYNONYMS: Final = {
    "1": "agriculteur, agricultrice, agriculteurs, agriculteur exploitant, exploitant agricole, farmer",
    "2": "artisans commercants chefs d entreprise, artisan commercant chef d entreprise,"
    " artisans commercants et chefs d entreprises, artisan commercant, chef d entreprise",
    "3": "cadre, cadres, cadre superieur, cadres superieurs, cadre sup, cpis, executive, manager,"
    " cadre et profession intellectuelle superieure, profession intellectuelle superieure",
    "4": "profession intermediaire, prof intermediaire, professions intermediaire",
    "5": "employe, employee, employes, employees",
    "6": "ouvrier, ouvriere, ouvriers, ouvrieres, blue collar",
    "7": "retraite, retraitee, retraites, retired, pensionne, pensionnes",
    "8": "sans activite, sans activite professionnelle, sans profession, autres inactifs, inactif, inactifs, inactive,"
    " etudiant, etudiante, etudiants, student, lyceen, lyceenne, eleve, femme au foyer, homme au foyer, au foyer,"
    " mere au foyer, autres sans activite professionnelle, autre personne sans activite professionnelle",
    "21": "artisan, artisane",
    "22": "commercant, commercante, shopkeeper",
    "31": "profession liberale, prof liberale, liberal",
    "38": "ingenieur, ingenieure, ingenieurs, engineer",
    "47": "technicien, technicienne",
    "48": "agent de maitrise, contremaitre, agents de maitrise",
}
_BY_WORD: Final = {
    **{fold(label).replace(",", ""): code for code, label in LABELS_FR.items()},
    **{word: code for code, words in _SYNONYMS.items() for word in words.split(", ")},
}
_WIDE: Final = frozenset(
    {"csp+", "csp +", "csp++", "csp", "csp plus", "csp moins", "csp/", "actif", "actifs", "salarie"}
)
_CODE: Final = re.compile(r"(?:(?:pcs|csp|cs|gs)\s?:?\s?)?(\d{1,2})(?:[.,]0)?(?:\s?[-–:.]\s?\D.*)?", re.IGNORECASE)
_PROFESSION: Final = re.compile(r"(\d{2})(?:\d[A-Za-z]|[A-Za-z]\d?)")
_UNSAID: Final = frozenset({"nc", "n c", "inconnu", "inconnue", "non renseigne", "null", "none", "nan", "n/a", "", "?"})
_LONGEST: Final = 200
_NOTHING: Final[Normalized[str]] = Normalized()


def _column(hints: Hints) -> Cell[str]:
    field = hints.field or "socio_category"
    meaning = code_reader(hints)

    def read(text: str) -> Normalized[str]:
        clean = short_text(text)
        stands_for = meaning(clean)
        return _read(clean if stands_for is None else stands_for, field)

    return remember(read)


def _read(clean: str, field: str) -> Normalized[str]:
    if len(clean) > _LONGEST:
        return Normalized((), (finding("socio.unknown", field=field),))
    key = fold(clean).replace(",", "").strip(".")
    if key in _UNSAID:
        return _NOTHING
    profession = _PROFESSION.fullmatch(clean)
    if profession is not None and profession[1] in LABELS_FR:
        return Normalized((profession[1],), (finding("socio.detail-dropped", field=field),))
    code = _CODE.fullmatch(clean)
    known = (code[1] if code is not None and code[1] in LABELS_FR else None) or _BY_WORD.get(key)
    if known is not None:
        return Normalized((known,))
    wide = key in _WIDE or clean.lower() in {"csp-", "csp -"}
    return Normalized((), (finding("socio.too-wide" if wide else "socio.unknown", field=field),))


SOCIO_CATEGORY: Final = FieldNormalizer(name="socio_category", fields=("socio_category",), column=_column, text=str)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read one socio-professional category."""
    return SOCIO_CATEGORY.normalize(text, hints)
