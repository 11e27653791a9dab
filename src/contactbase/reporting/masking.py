"""Masking: a cell's shape without the person in it, so that a report can show what was wrong and be passed on.

Of a number the first two digits and the last stay (of a short one, the first), of a word its first letter, of an e-mail
address the first letters and the ending; of a date the century. Signs, spaces and a few words that name nobody (`NC`,
`poste`, `ou`) stay, because they are mostly what was wrong.

>>> mask("06 12 34 56 7"), mask("jean.dupont@exemple.org"), mask("DUPONT Jean")
('06 •• •• •• 7', 'j•••@e•••.org', 'D••••• J•••')
>>> mask("0612345678 ou 01.42.68.53.00"), mask("31/02/1985")
('06•••••••• ou ••.••.••.••.•0', '••/••/19••')
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["LONGEST", "mask", "mask_id", "shown"]

LONGEST: Final = 48
"""How much of a cell is looked at; an ellipsis says that there was more."""

_DOT: Final = "•"
_PARTS: Final = re.compile(r"([\s<>:;/|()\"\[\]]+)")
_DATE: Final = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-]|\d{1,2} [^\W\d_]+ )(\d{2,4})|(\d{4})-\d{1,2}-\d{1,2}\b.*")
_ID: Final = re.compile(
    r"[A-Za-z]{0,2}[-_]?\d{1,7}(?:~\d+)?|[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}", re.ASCII
)
"""What names nobody by itself: up to two letters and seven digits (no number of a phone is so short), or a UUID."""
_RUN: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = """
nc na null none nan test inconnu inconnue unknown neant néant aucun aucune rien vide oui non yes no true false vrai faux
et ou or and tel tél poste ext portable mobile fixe domicile bureau travail pas de mail email mailto cedex bp npai tva
eur euro euros sum somme stop
"""
_NAMES_NOBODY: Final = frozenset(_WORDS.split())


def mask(text: str) -> str:
    """Give the shape of a cell, at most `LONGEST` characters of it, with nothing in it that names a person."""
    piece = shown(text[:LONGEST])
    masked = _masked(piece)
    return masked[:LONGEST] + "…" if len(text) > LONGEST or len(masked) > LONGEST else masked


def mask_id(contact_id: str) -> str:
    """Give an id that is a plain code as it is, and the shape of any other, which may be an address or a number.

    >>> mask_id("C000242"), mask_id("c-12~2"), mask_id("lea@example.org"), mask_id("0612345678")
    ('C000242', 'c-12~2', 'l•••@e•••.org', '06•••••••8')
    """
    return contact_id if _ID.fullmatch(contact_id) else mask(contact_id)


def _masked(piece: str) -> str:
    date = _DATE.fullmatch(piece)
    if date:
        return _masked_date(piece, date.start(date.lastindex or 0))
    if "@" in piece:
        return "".join(_masked_email(part) if "@" in part else _masked_words(part) for part in _PARTS.split(piece))
    return _masked_words(piece)


def shown(text: str, longest: int = LONGEST) -> str:
    """Give the start of a text on one line, without signs that print nothing, turn the line or end a file.

    >>> shown("Bât. B" + chr(10) + "rue" + chr(0x202E) + chr(0xD800))
    'Bât. B⏎rue�'
    """
    piece = text[:longest].strip()
    clean = "".join(map(_visible, piece)) if not (piece.isascii() and piece.isprintable()) else piece
    return clean + "…" if len(text) > longest else clean


def _visible(letter: str) -> str:
    match unicodedata.category(letter):
        case "Cf" | "Mn" | "Me":
            return ""
        case "Zs" | "Zl" | "Zp":
            return " "
        case "Cc":
            return "⏎" if letter == "\n" else " "
        case "Cs" | "Co" | "Cn":
            return "�"
    return letter


def _masked_date(text: str, year: int) -> str:
    """Hide the digits and the month; of a year of four digits, the century stays."""
    century = range(year, year + 2) if text[year : year + 4].isdecimal() and len(text[year : year + 4]) == 4 else ()
    hidden = (_DOT if letter.isalnum() and place not in century else letter for place, letter in enumerate(text))
    return "".join(hidden)


def _masked_email(text: str) -> str:
    """Keep the first letter of each side and an ending of two to four letters.

    >>> _masked_email("lea@@gmial.con"), _masked_email("@"), _masked_email("lea@free,fr")
    ('l•••@@g•••.con', '@', 'l•••@f•••,fr')
    """
    local, at, domain = text.partition("@")
    signs = at + domain[: len(domain) - len(domain.lstrip("@"))]
    domain = domain.lstrip("@")
    ending = re.search(r"[.,][A-Za-z]{2,4}[.,]?$", domain)
    tail = ending.group() if ending else ""
    head = domain[: len(domain) - len(tail)]
    return _hidden(local) + signs + _hidden(head) + tail


def _hidden(text: str) -> str:
    return text[:1] + _DOT * 3 if text else ""


def _masked_words(text: str) -> str:
    words = _RUN.sub(_masked_word, text)
    places = [place for place, letter in enumerate(words) if letter.isnumeric() and letter != _DOT]
    kept = {*places[:2], places[-1]} if len(places) > 5 else set(places[:1])
    hidden = frozenset(places) - kept
    return "".join(_DOT if place in hidden else letter for place, letter in enumerate(words)) if hidden else words


def _masked_word(found: re.Match[str]) -> str:
    word = found.group()
    return word if word.lower() in _NAMES_NOBODY else word[0] + _DOT * (len(word) - 1)
