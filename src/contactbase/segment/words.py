"""The words of the language: one table of keywords and their spellings in English and in French.

The parser looks phrases up here and nowhere else, so the French skin is this table over the same tree. The first
spelling is the canonical one. Words are compared without case and accents; names in back quotes are never keywords.

>>> plain("Été"), plain("aujourd’hui")
('ete', "aujourd'hui")
>>> ("ou",) in SPELLINGS["or"]
True
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

__all__ = ["CURRENCY_SIGNS", "NO_WORDS", "RESERVED", "SPELLINGS", "STARTS", "SYNONYMS", "UNITS", "plain", "split_words"]


def plain(word: str) -> str:
    """Give a keyword without case, accents and typographic apostrophes; `où` (where) stays apart from `ou` (or)."""
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFC", word.replace("’", "'")).casefold()
    if composed == "où":
        return composed
    parts = unicodedata.normalize("NFKD", composed)
    return "".join(char for char in parts if not unicodedata.combining(char))


def split_words(phrase: str) -> tuple[str, ...]:
    """Give the folded words of a phrase as the lexer cuts them: an elided word ends with its apostrophe."""
    return tuple(plain(word) for word in phrase.replace("’", "'").replace("'", "' ").split())


_TABLE: Final[Mapping[str, str]] = {
    "and": "and|et",
    "or": "or|ou",
    "not": "not|non|pas",
    "except": "except|sauf",
    "between": "between|entre|est entre",
    "in": "in|dans|parmi|est dans|est parmi",
    "not in": "not in|pas dans|pas parmi|n'est pas dans|n'est pas parmi|is not in",
    "contains": "contains|contient",
    "starts with": "starts with|commence par",
    "ends with": "ends with|finit par|se termine par",
    "has any of": "has any of|a l'un de|a un de|a une de|contient un de",
    "has all of": "has all of|a tous|a toutes|a tous les|contient tous",
    "has none of": "has none of|n'a aucun de|n'a aucune de|ne contient aucun de",
    "is known": "is known|est connu|est connue|est connus|est connues|est renseigne|est renseignee",
    "is unknown": "is unknown|est inconnu|est inconnue|est inconnus|est inconnues|is not known|n'est pas connu"
    "|n'est pas connue",
    "is": "is|est",
    "is not": "is not|n'est pas",
    "has": "has|a des|a",
    "has no": "has no|n'a pas de|n'a pas d'|n'a aucun|n'a aucune|pas de|pas d'|aucun|aucune",
    "where": "where|où|dont|avec",
    "opted in to": "opted in to|a accepte|a accepte le|a accepte les|a accepte l'|inscrit a",
    "opted out of": "opted out of|a refuse|a refuse le|a refuse les|a refuse l'|desinscrit de",
    "can receive": "can receive|peut recevoir|peut recevoir un|peut recevoir des",
    "for": "for|pour",
    "in segment": "in segment|dans segment|dans le segment",
    "in list": "in list|dans liste|dans la liste",
    "sample": "sample|echantillon|echantillon de",
    "seed": "seed|graine",
    "exactly": "exactly|exactement",
    "true": "true|vrai",
    "false": "false|faux",
    "anniversary": "anniversary|anniversaire",
    "count": "count|nombre",
    "sum": "sum|somme",
    "avg": "avg|average|moyenne",
    "min": "min|minimum",
    "max": "max|maximum",
    "first": "first|premier|premiere",
    "last": "last|dernier|derniere|derniers|dernieres",
    "distinct": "distinct|distincts|distinctes",
    "favourite": "favourite|favorite|favori|prefere",
    "next": "next|prochain|prochaine|prochains|prochaines",
    "this": "this|ce|cet|cette",
    "previous": "previous|precedent|precedente|precedents|precedentes",
    "calendar": "calendar|calendaire|calendaires|civil|civils",
    "since": "since|depuis|depuis le",
    "before": "before|avant|avant le",
    "after": "after|apres|apres le",
    "today": "today|aujourd'hui",
    "yesterday": "yesterday|hier",
    "ago": "ago",
    "il y a": "il y a",
    "les": "les|le|la|l'|des|de|d'",
}

SPELLINGS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    keyword: tuple(sorted((split_words(phrase) for phrase in phrases.split("|")), key=len, reverse=True))
    for keyword, phrases in _TABLE.items()
}
"""Every spelling of a keyword as folded words, the longest first."""

STARTS: Final[Mapping[str, frozenset[str]]] = {
    keyword: frozenset(spelling[0] for spelling in spellings) for keyword, spellings in SPELLINGS.items()
}
"""The first words of each keyword: where none of them stands, the keyword does not."""

UNITS: Final[Mapping[str, str]] = {
    "day": "day", "days": "day", "jour": "day", "jours": "day",
    "week": "week", "weeks": "week", "semaine": "week", "semaines": "week",
    "month": "month", "months": "month", "mois": "month",
    "year": "year", "years": "year", "an": "year", "ans": "year", "annee": "year", "annees": "year",
}  # fmt: skip
"""Full words only: `m` is a month to one reader and a minute to another (PostHog)."""

CURRENCY_SIGNS: Final[Mapping[str, str]] = {"€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP"}

RESERVED: Final = frozenset(
    {word for phrases in SPELLINGS.values() for phrase in phrases[-1:] for word in phrase}
    | {word for keyword in _TABLE for word in keyword.split()}
    | {"et", "ou", "non", "pas", "sauf", "any", "all", "none", "of", "no", "known", "unknown", "il"}
    | set(UNITS)
) - {"count", "sum", "avg", "min", "max", "distinct", "favourite"}
"""Words that a field name must wear back quotes to be."""

NO_WORDS: Final = frozenset(
    {"and", "et", "or", "ou", "not", "non", "pas", "exactly", "exactement", "true", "vrai", "false", "faux", "il"}
)
"""Words that begin something else where a value is expected: as a value of an enumeration they wear back quotes."""

SYNONYMS: Final[Mapping[str, str]] = {
    "femme": "F", "madame": "F", "mme": "F", "female": "F", "woman": "F",
    "homme": "M", "monsieur": "M", "mr": "M", "male": "M", "man": "M",
    "client": "customer", "cliente": "customer", "clients": "customer", "prospect chaud": "hot_prospect",
    "inactif": "inactive", "ancien": "former", "ancien client": "former",
    "particulier": "person", "professionnel": "professional", "pro": "professional",
    "propre": "owned", "achete": "bought", "loue": "rented",
    "courrier": "post", "mail": "email", "e-mail": "email", "courriel": "email", "texto": "sms", "telephone": "phone",
    "achat": "purchase", "devis": "quote_request", "clic": "click", "reponse": "reply", "ouverture": "open",
    "accepte": "given", "granted": "given", "refuse": "refused", "retire": "withdrawn",
}  # fmt: skip
"""What people write for the values of enumerations: suggested, never taken silently."""
