"""What stands in the cells of addresses and cities and is none: fillers, references elsewhere, marks of the post.

Own lists, from French client files. A whole cell that is no place is refused; a mark beside a place (`12 rue Haute
NPAI`) is said and the place kept. Words are compared folded, so that case, accents and punctuation do not matter.

>>> [judge_line(line) for line in ("idem parents", "12 rue Haute (NPAI)", "lea@example.org", "12 rue Haute")]
['place.refers-elsewhere', 'address.undeliverable', 'address.not-an-address', None]
>>> judge_city("Étranger"), judge_city("xxx"), judge_city("Lyon")
('city.not-a-city', 'place.none-stated', None)
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.normalize.cell_text import without_accents
from contactbase.normalize.fold import fold

__all__ = ["REFUSED", "TELLING", "is_only_a_mark", "judge_city", "judge_line"]

REFUSED: Final = frozenset({"place.none-stated", "place.refers-elsewhere", "address.not-an-address", "city.not-a-city"})
"""The codes of cells that give no value; so does `address.undeliverable` where the mark is all that there is."""

TELLING: Final = re.compile(
    r"\b(?:npai|pnd|habit|parti|d[ée]m[ée]nag|adresse|retour|inconnu|idem|ibid|voir|cf|m[êe]mes?|sans|aucune?|n[ée]ant)",
    re.IGNORECASE,
).search
"""Finds what makes an ordinary looking line worth a judgement."""

_WORDS: Final = re.compile(r"[^\W_]+")
_FILLERS: Final = frozenset(
    """
    x|xx|xxx|xxxx|neant|vide|aucun|aucune|inconnu|inconnue|sans|a completer|a preciser|a renseigner|non renseigne|
    non renseignee|non communique|non communiquee|sans adresse|pas d adresse|aucune adresse|adresse a completer|
    adresse inconnue|adresse non communiquee|test|toto|azerty|ville|adresse|rue
    """.replace("\n    ", "").strip().split("|")
)  # fmt: skip
_ELSEWHERE: Final = re.compile(r"(?:idem|ibid|cf|voir|dito|meme|(?:la )?memes? (?:adresse|ville|coordonnees))\b.*")
_RETURNED: Final = re.compile(
    r"\b(?:npai|pnd|n habite (?:plus|pas)|partie? sans laisser d adresse|pli non distribue|pli non distribuable|"
    r"a? ?demenagee?|adresse (?:erronee|incomplete|fausse|invalide|incorrecte)|retour (?:poste|courrier|facteur)|"
    r"destinataire inconnu|inconnue? a l adresse|sans domicile fixe|sdf)\b"
)
_EMAIL: Final = re.compile(r"\S+@\S+\.\S+")
_NOT_WORDS: Final = re.compile(
    r"(?:\+|00)?[0-9](?:[ ./-]?[0-9]){8,14}"  # a phone number
    r"|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T].*)?"  # a date
    r"|[0-9]{1,2}-(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)\.?"  # what a spreadsheet makes of `3-5`
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-[0-9]{1,2}"
)
_NO_CITY: Final = frozenset({"france", "etranger", "hors france", "europe", "ue", "cedex", "divers", "autre", "monde"})


def judge_line(line: str) -> str | None:
    """Give the code of what is wrong with a street line; None where nothing is."""
    words = " ".join(_WORDS.findall(fold(line)))
    if words in _FILLERS:
        return "place.none-stated"
    if _ELSEWHERE.fullmatch(words):
        return "place.refers-elsewhere"
    if _RETURNED.search(words):
        return "address.undeliverable"
    return "address.not-an-address" if _is_other(line) else None


def is_only_a_mark(line: str) -> bool:
    """Tell whether nothing of an address is left when the marks of the post are taken out."""
    rest = _RETURNED.sub(" ", " ".join(_WORDS.findall(fold(line))))
    return not any(map(str.isdigit, rest)) and len(rest.replace("indiquee", "").replace("a l adresse", "").split()) < 2


def judge_city(name: str) -> str | None:
    """Give the code of what makes a name that of no city; None where nothing does."""
    words = " ".join(_WORDS.findall(fold(name)))
    if words in _FILLERS:
        return "place.none-stated"
    if _ELSEWHERE.fullmatch(words):
        return "place.refers-elsewhere"
    return "city.not-a-city" if words in _NO_CITY or _is_other(name) else None


def _is_other(text: str) -> bool:
    """Tell whether a text is an e-mail address, a phone number or a date."""
    plain = text.strip().lower()
    return _EMAIL.fullmatch(plain) is not None or _NOT_WORDS.fullmatch(without_accents(plain)) is not None
