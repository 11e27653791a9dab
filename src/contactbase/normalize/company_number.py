"""Digits of company numbers: taken out of a cell as it was typed, and checked.

SIREN (9 digits) and SIRET (14) end in a Luhn check digit (ISO/IEC 7812-1). La Poste (SIREN 356 000 000) has too many
establishments for it: their SIRET, but for that of its seat, have a sum of digits that is a multiple of five (INSEE).
A French VAT number is `FR`, a key and the SIREN; the key is (12 + 3 × (SIREN mod 97)) mod 97, or two characters of a
newer scheme.

>>> luhn("732829320"), siret_fits("35600000049837"), french_key_fits("44", "732829320")
(True, True, True)
>>> digits_of("7.32829320E+08"), digits_of("732829320.0"), digits_of("7,3283E+13")
('732829320', '732829320', None)
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["compact", "digits_of", "french_key_fits", "lost_digits", "luhn", "siret_fits"]

_SCIENTIFIC: Final = re.compile(r"(\d)(?:[.,](\d{1,20}))?[eE]\+?(\d{1,2})")
_FLOAT_TAIL: Final = re.compile(r"[.,]0{1,9}")
_SEPARATORS: Final = dict.fromkeys(map(ord, " .-_/'’\u00a0‐‑–"))
_LABEL: Final = re.compile(r"(?:n\s?[°o]\s?)?(?:siren|siret|rcs|tva|vat)\b[^0-9]{0,40}?(?=[0-9]|FR)", re.IGNORECASE)
_LA_POSTE: Final = "356000000"
_LA_POSTE_SEAT: Final = "35600000000048"
_KEY: Final = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""The characters of a key of the newer scheme: `I` and `O` are left out."""


def luhn(digits: str) -> bool:
    """Tell whether digits end in their Luhn check digit."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def siret_fits(digits: str) -> bool:
    """Tell whether 14 digits are a SIRET: their SIREN and they themselves fit their check digits."""
    if digits.startswith(_LA_POSTE) and digits != _LA_POSTE_SEAT:
        return sum(map(int, digits)) % 5 == 0
    return luhn(digits[:9]) and luhn(digits)


def french_key_fits(key: str, siren: str) -> bool:
    """Tell whether the two characters of a French VAT key belong to nine digits."""
    if any(char not in _KEY for char in key):
        return False
    if key.isdecimal():
        return int(key) == (12 + 3 * (int(siren) % 97)) % 97
    first, second = _KEY.index(key[0]), _KEY.index(key[1])
    check = first * 24 + second - 10 if key[0].isdecimal() else first * 34 + second - 100
    return (int(siren) + 1 + check // 11) % 11 == check % 11


def compact(text: str) -> str:
    """Give a clean cell in capitals, without guards, labels (`SIREN :`) and separators, its digits as ASCII."""
    text = text.strip("='\" ")
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(char, char)) for char in text)
    label = _LABEL.match(text)
    return (text if label is None else text[label.end() :]).translate(_SEPARATORS).upper()


def digits_of(text: str) -> str | None:
    """Give the digits of a clean cell; None when it is no number, or has lost digits to scientific notation."""
    plain = text.strip("='\" ")
    scientific = _SCIENTIFIC.fullmatch(plain)
    if scientific is not None:
        digits, places = scientific[1] + (scientific[2] or ""), int(scientific[3]) + 1
        exact = len(digits) >= places and not digits[places:].strip("0")
        return digits[:places] if exact else None
    number = compact(plain)
    tail = _FLOAT_TAIL.search(plain)
    if tail is not None and tail.end() == len(plain) and plain[: tail.start()].isdecimal():
        number = compact(plain[: tail.start()])
    return number if number.isdecimal() and number.isascii() else None


def lost_digits(text: str) -> int:
    """Give how many digits are left of a number in scientific notation that has lost some; 0 for any other text."""
    scientific = _SCIENTIFIC.fullmatch(text.strip("='\" "))
    if scientific is None or digits_of(text) is not None:
        return 0
    return len(scientific[1] + (scientific[2] or ""))
