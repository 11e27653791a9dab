r"""The text of a phone cell made plain: ASCII digits and signs, spreadsheet guards off, Excel's damage undone or named.

Conventions: Unicode NFKC, every decimal digit (category Nd) as ASCII, every space as one space, every dash as `-`,
invisible characters (category Cf, variation selectors) dropped, superscripts and fractions no digits; RFC 3966 for
`tel:` and `;phone-context=`; the ways in which Excel and pandas write a phone number that they took for an amount
(`33612345678.0`, `3.3612345678E10`). Where digits are gone (`3,36E+10`) nothing is guessed.

>>> make_plain("\u202a٠٦\u202f１２.34–56 78\u202c")
('06 12.34-56 78', ('phone.other-digits',))
>>> undo_excel("33612345678.0 / 3.3612345678E10"), undo_excel("3,36E+10")
(('33612345678 / 33612345678', ('phone.restored-from-excel',)), (' ', ('phone.lost-precision',)))
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = [
    "is_date",
    "looks_like_amount",
    "make_plain",
    "undo_excel",
    "undo_text_float",
    "undress",
    "without_addresses",
]

_Noted = tuple[str, tuple[str, ...]]

_RESTORED: Final = "phone.restored-from-excel"
_LOST: Final = "phone.lost-precision"
_SIGNS: Final = {"\t": " ", "\n": "\n", "\r": "\n", "\u2212": "-", "\u30fc": "-", "\u2044": "/", "\u2215": "/"}
_CATEGORIES: Final = {
    "Cc": " ",
    "Cf": "",
    "Cs": " ",
    "Me": "",
    "Mn": "",
    "No": " ",
    "Pd": "-",
    "Zl": "\n",
    "Zp": "\n",
    "Zs": " ",
}
_GUARDS: Final = " \t='\"`´‘’“”«»<>"
_SCHEME: Final = re.compile(r"(?:tel|phone|callto|sms|whatsapp|p) {0,3}:[/ ]{0,3}", re.IGNORECASE)
_CONTEXT: Final = re.compile(r";phone-context=([^;]*)", re.IGNORECASE)
_GLOBAL_CONTEXT: Final = re.compile(r"\+[0-9.()-]+")
_AMOUNT_SIGN: Final = re.compile(r"[0-9][.,]0|[0-9][eE][0-9+]")
_FLOAT: Final = re.compile(r"(?<![0-9.,])(\+?[1-9][0-9]{6,19})[.,]0+(?![0-9.,])")
_GROUPED: Final = re.compile(r"([1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,6}(?=\.)|(?:[. ][0-9]{3}){2,6}(?=,)))[.,]0+")
_TEXT_FLOAT: Final = re.compile(r"(?<![0-9.,])(0[0-9]{8,19})[.,]0+(?![0-9.,])")
_SCIENTIFIC: Final = re.compile(r"(?<![\w.,])\+?([1-9][0-9]{0,2})(?:[.,]([0-9]{1,20}))?[eE]\+?([0-9]{1,2})(?!\w)")
_FEWEST_DIGITS: Final = 7
_DATE: Final = re.compile(
    r"(?:[0-3]?[0-9]([./-])[01]?[0-9]\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}([./-])[01][0-9]\2[0-3][0-9])"
    r"(?:[ T,]{1,3}[0-9]{1,2}[:h][0-9]{2}.{0,20})?"
)
_ADDRESS: Final = re.compile(r"[^\s@;,|/]{1,64}@[^\s@;,|/]{1,200}")


def make_plain(text: str) -> _Noted:
    """Give the text in plain characters, its line breaks kept, and a code if digits of another script were read."""
    if text.isascii() and text.isprintable():
        return text, ()
    foreign = any(char.isdecimal() and not char.isascii() for char in text)
    return "".join(map(_plain_character, text)), ("phone.other-digits",) if foreign else ()


def _plain_character(char: str) -> str:
    if " " <= char <= "~":
        return char
    if char in _SIGNS:
        return _SIGNS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in _CATEGORIES:
        return _CATEGORIES[category]
    composed = unicodedata.normalize("NFKC", char)
    return char if composed == char else "".join(map(_plain_character, composed))


def undress(text: str) -> str:
    """Take off what stands around a number: `="…"`, apostrophes, quotes, `tel:`, and the context of a `tel:` URI."""
    text = text.strip(_GUARDS)
    scheme = _SCHEME.match(text)
    if scheme is not None:
        text = text[scheme.end() :]
    context = _CONTEXT.search(text)
    if context is None:
        return text
    bare = text[: context.start()] + text[context.end() :]
    return context[1] + bare if _GLOBAL_CONTEXT.fullmatch(context[1]) and "+" not in bare else bare


def undo_excel(text: str) -> _Noted:
    """Restore numbers that a spreadsheet wrote as amounts; one whose digits are gone becomes a space."""
    if _AMOUNT_SIGN.search(text) is None:
        return text, ()
    grouped = _GROUPED.fullmatch(text)
    if grouped is not None:
        return grouped[1], (_RESTORED,)
    whole, floats = _FLOAT.subn(r"\1", text)
    notes = [_RESTORED] if floats else []

    def restore(found: re.Match[str]) -> str:
        units, fraction, exponent = found[1], found[2] or "", int(found[3])
        if len(units) + exponent < _FEWEST_DIGITS:
            return found[0]
        complete = len(fraction) >= exponent and not fraction[exponent:].strip("0")
        notes.append(_RESTORED if complete else _LOST)
        return units + fraction[:exponent] if complete else " "

    return _SCIENTIFIC.sub(restore, whole), tuple(dict.fromkeys(notes))


def looks_like_amount(text: str) -> bool:
    """Tell whether some number of the cell is written with a decimal `.0`."""
    return ".0" in text and _FLOAT.search(text) is not None


def undo_text_float(text: str) -> str:
    """Take `.0` off numbers that start with 0; no spreadsheet writes that, so it is tried after the text as it is."""
    return text if _AMOUNT_SIGN.search(text) is None else _TEXT_FLOAT.sub(r"\1", text)


def is_date(text: str) -> bool:
    """Tell whether the whole cell is written like a date, with or without a time."""
    return _DATE.fullmatch(text) is not None


def without_addresses(text: str) -> str:
    """Cut e-mail addresses, whose digits are no number."""
    return _ADDRESS.sub(" ", text) if "@" in text else text
