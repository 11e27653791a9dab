"""Whether a text makes an offer, and whether it says until when: in French and English.

An offer is a share off (`-20 %`), an amount off, or a word of sales. An end is a date, a weekday, an hour count or a
word such as "today"; a date after "from" is a beginning, and `jusqu'à -50 %` is no date.

>>> makes_offer("-20% sur les bijoux"), says_end("-20% sur les bijoux"), says_end("jusqu'au 30/11")
(True, False, True)
>>> says_end("soldes dès le 8 janvier"), says_end("jusqu'à -50 %")
(False, False)
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.normalize.fold import fold

__all__ = ["makes_offer", "says_end"]

_MONTHS: Final = (
    "janvier|janv|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|"
    "decembre|dec|january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sep|october|"
    "november|december"
)
_DAYS: Final = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_DATE: Final = (
    rf"(?:(?:(?:{_DAYS}) )?(?:\d{{4}}[-/. ]\d{{1,2}}[-/. ]\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th)? (?:{_MONTHS})\b|(?:{_MONTHS}) \d{{1,2}}\b)|(?:{_DAYS})\b)"
)
_BEGINNING: Final = re.compile(
    rf"\b(?:des|a partir|a compter|depuis|from|starting|as of|since) (?:le |du |de |on )?{_DATE}"
)
_END: Final = re.compile(
    rf"\b{_DATE}|\b(?:24|36|48|72) ?h(?:eures|ours|rs)?\b"
    r"|\b\d+ (?:jours?|days?|heures?|hours?) (?:seulement|only|left)\b"
    r"|\b(?:aujourd hui|demain|ce soir|cet apres midi|ce midi|minuit|ce week ?end|cette semaine|fin du mois|ce mois"
    r"|today|tonight|tomorrow|midnight|this week ?end|this week|this month|end of the month|last day|dernier jour"
    r"|derniers jours|last days?|dernieres heures|last hours|dernier week ?end)\b"
    r"|\b(?:pendant|durant|for|during|valables?|valid) \d+ (?:jours?|days?|semaines?|weeks?|mois|months?)\b"
    r"|\bdu \d{1,2}(?:er)? au \d{1,2}\b"
)
_OFFER: Final = re.compile(
    r"(?<![\w.,])(?!100 ?%)\d{1,3}(?:[.,]\d+)? ?%"
    r"|\b(?:promo|promos|promotion|promotions|promotionnelle?s?|soldes|braderie|destockage|offre speciale|offre flash"
    r"|offres?|ventes? privees?|ventes? flash|black friday|code promo|bon d achat|bons d achat|reductions?|rabais"
    r"|(?:big|summer|winter|spring|autumn|flash|private|our|season) sale|sale (?:ends|now|on|starts)"
    r"|offerte?s?|gratuits?|gratuites?|prix casses?|discounts?|special offer|offers?|clearance|coupon"
    r"|coupons|voucher|vouchers|free gift|buy one)\b"
    r"|\b\d+(?:[.,]\d+)? ?(?:€|eur|euros?) (?:de (?:remise|reduction|rabais)|offerts?|off)\b"
    r"|\bremises? (?:de \d|jusqu a|immediates?|exceptionnelles?)"
)


def _read(text: str) -> str:
    """Fold a text; slashes, points and percent signs stay."""
    return fold(text)


def makes_offer(text: str) -> bool:
    """Tell whether a text offers something for less."""
    return _OFFER.search(_read(text)) is not None


def says_end(text: str) -> bool:
    """Tell whether a text names a day or hour at which something ends."""
    return _END.search(_BEGINNING.sub(" ", _read(text))) is not None
