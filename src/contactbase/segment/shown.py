"""Values as an explanation shows them: dates in ISO 8601, amounts with their currency, sets in order.

>>> shown(dt.date(2026, 3, 1)), shown(Amount(8740, "EUR")), shown(None, "fr"), shown(frozenset({"b", "a"}))
('2026-03-01', '87.40 EUR', 'inconnu', 'a, b')
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from contactbase.model.contact import Email, Phone
from contactbase.model.text import Language, Text
from contactbase.segment.interpreter import Amount
from contactbase.segment.money import written

__all__ = ["UNKNOWN", "shown"]

UNKNOWN = Text("unknown", "inconnu")


def shown(value: object, language: Language = "en") -> str:  # noqa: PLR0911 - one line for each kind of value
    """Give a value as text."""
    match value:
        case None:
            return UNKNOWN.say(language)
        case bool():
            return str(value).lower()
        case Amount(minor, currency):
            return "0" if currency is None else written(round(minor), currency or "?")
        case Fraction():
            return f"{float(value):.2f}"
        case dt.date():
            return value.isoformat()
        case frozenset():
            return ", ".join(sorted(map(str, value)))
        case tuple():
            return ", ".join(shown(one, language) for one in value)
        case Phone():
            return value.e164
        case Email():
            return value.address
        case _:
            return str(value)
