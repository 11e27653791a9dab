r"""A cell as it was typed, made plain before dates, amounts and answers are read in it.

Convention: Unicode NFKC for letters, punctuation and full-width forms, every decimal digit (category Nd) as ASCII,
every space as one space (line breaks and tabs stay, and part what they part), every dash and minus as `-`,
invisible characters dropped, the guards of spreadsheets (a leading apostrophe, `="…"`) taken off. Superscripts and
fractions stay as they are: `2024²` is no number.

>>> plain("  '12\u202f345,60\u00a0€ "), plain('="１２"'), plain("−5")
('12 345,60 €', '12', '-5')
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["LONGEST", "NULL_WORDS", "is_excel_error", "plain", "without_accents"]

LONGEST: Final = 200
"""Characters; a longer cell holds no single date, amount or answer, and is refused before anything looks into it."""

NULL_WORDS: Final = frozenset(
    "null none nil nan nat n/a na n.a. n.a n/c nc n.c. nr nd n.d. nsp inconnu inconnue unknown vide empty undefined "
    "neant unbekannt desconocido sconosciuto onbekend "
    "? ?? ??? - -- --- . .. ... / // _ __ \\n (null) (vide) (empty) <null>".split()
)
"""What systems and people write for "nothing known", without accents and in lower case."""

_GUARD: Final = re.compile(r"=\"(.*)\"|'(.*)", re.DOTALL)
_EXCEL_ERROR: Final = re.compile(r"#[A-Z_/0-9]{2,}[?!]?|#+")
_SPACES: Final = re.compile(" {2,}")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-")


def plain(text: str) -> str:
    """Give the plain form of a cell; of a cell longer than `LONGEST`, its beginning, one character too long."""
    text = text.strip()
    if len(text) > LONGEST:
        return text[: LONGEST + 1]
    if not text.isascii():
        text = "".join(map(_plain_character, text)).translate(_DASHES)
    guarded = _GUARD.fullmatch(text)
    if guarded is not None:
        text = guarded[1] or guarded[2] or ""
    return _SPACES.sub(" ", text.strip())


def _plain_character(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "No":
        return char
    return "" if category == "Cf" else unicodedata.normalize("NFKC", char)


def without_accents(text: str) -> str:
    """Give lower-case text without accents, for looking words up; `°`, punctuation and digits stay."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def is_excel_error(text: str) -> bool:
    """Tell whether a plain cell is an error of a spreadsheet (`#N/A`, `#VALEUR!`) or a column too narrow (`####`)."""
    return text.startswith("#") and _EXCEL_ERROR.fullmatch(text.upper()) is not None
