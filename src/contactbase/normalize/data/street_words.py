"""Words of French street addresses: ways, titles, complements, delivery services, and how each is abbreviated.

Source: NF Z10-011 (list of abbreviations of ways and titles, as La Poste publishes it), and what client files hold. The
first form after the colon is the one that the standard abbreviates to; all forms stand for the word in keys.

>>> WAYS["bd"], WAYS["blvd"], SHORT["boulevard"]
('boulevard', 'boulevard', 'bd')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["COMPLEMENTS", "DELIVERY", "LETTERED", "REPEATERS", "SHORT", "SMALL", "TITLES", "WAYS"]

_WAYS: Final = (
    "allee:all alle allees|avenue:av ave aven avn|boulevard:bd blvd bld bvd boul bvrd|carrefour:car carr|"
    "chaussee:chs chauss|chemin:che ch chem chm|cite:cite|clos:clos|corniche:cor|cote:cote|cour:cour|cours:crs cs|"
    "descente:dsc|domaine:dom|escalier:esca|esplanade:esp espl|faubourg:fg fbg fb faub|galerie:gal|"
    "grande rue:gr|hameau:ham hmu|impasse:imp imps|lotissement:lot lotiss|lieu dit:ld|mail:mail|montee:mte mtee|"
    "parc:parc|parvis:prv|passage:pas pass psg|place:pl plc|placette:plt|plaine:pln|promenade:prom|quai:qu|"
    "quartier:qua quart qrt|residence:res resid|rocade:roc|rond point:rpt rdpt rp|route:rte rt|rue:r|ruelle:rle|"
    "sentier:sen sent ste|square:sq sqr|traverse:tra trav|venelle:ven|villa:vla|voie:voie|zone artisanale:za|"
    "zone industrielle:zi|zone d activite:zac zae"
)
_TITLES: Final = (
    "adjudant:adj|capitaine:cne capt|colonel:cln col|commandant:cdt cmdt|docteur:dr|general:gal gen gnl|"
    "lieutenant:lt|lieutenant colonel:ltcl|marechal:mal mar mchl|monseigneur:mgr|president:pdt|professeur:pr prof|"
    "saint:st|sainte:ste|saints:sts|saintes:stes|sergent:sgt|maitre:me|monsieur:m mr|madame:mme|"
    "notre dame:nd|frere:frere|freres:fres|grand:gd|grande:gde|petit:pt|petite:pte|vieux:vx|"
    "batiment:bat bt batim|appartement:app apt appt|escalier:esc|etage:etg|immeuble:imm|residence:res|"
    "entree:ent|rez de chaussee:rdc|inferieur:inf|superieur:sup|national:nat|departemental:dep|"
    "centre commercial:ccal|universite:univ|porte:pte"
)


def _forms(text: str) -> dict[str, str]:
    """Map each abbreviation, and each word itself, to the word; the first mention counts."""
    forms: dict[str, str] = {}
    for entry in text.split("|"):
        word, _, short = entry.partition(":")
        for form in (word, *short.split()):
            forms.setdefault(form, word)
    return forms


def _short(text: str) -> dict[str, str]:
    entries = (entry.partition(":") for entry in text.split("|"))
    return {word: short.split()[0] for word, _, short in entries if " " not in word}


WAYS: Final[Mapping[str, str]] = {
    form: word for form, word in _forms(_WAYS).items() if form not in {"ste", "gal", "cs"}
}
"""What a way's type is written as, folded, to its full word; forms that are more often titles are left to `TITLES`."""

TITLES: Final[Mapping[str, str]] = _forms(_TITLES)
"""Titles and parts of buildings as they are written, folded, to the full word."""

SHORT: Final[Mapping[str, str]] = _short(_TITLES) | _short(_WAYS)
"""Full word to the abbreviation of the standard."""

COMPLEMENTS: Final = frozenset("appartement batiment escalier etage immeuble rdc digicode interphone bal".split())
"""Words that open what is inside a building."""

LETTERED: Final = frozenset("porte tour entree hall bloc logement boite couloir lot".split())
"""Words that do so before a number or a letter alone: `Tour B`, but `rue de la Tour`."""

DELIVERY: Final = frozenset("bp cs tsa cidex cp".split())
"""Delivery services of companies: `BP 123`."""

REPEATERS: Final[Mapping[str, str]] = {
    "b": "bis", "bis": "bis", "t": "ter", "ter": "ter", "q": "quater", "quater": "quater", "quinquies": "quinquies",
}  # fmt: skip
"""What repeats a house number, written out."""

SMALL: Final = frozenset("de du des d la le les l et a au aux en sur sous".split())
"""Words left out of keys, because files leave them out."""
