"""How countries write their postcodes: the shape of the compact code, and how it is laid out.

Source: the postal addressing guides of the Universal Postal Union and of the national operators, held against the
patterns of Google's libaddressinput (Apache-2.0) as the package postalcheck transcribes them; structure alone, no list
of codes that exist.

>>> POSTCODES["NL"].lay_out("1234AB"), POSTCODES["LV"].lay_out("1073"), POSTCODES["FR"].zeros
('1234 AB', 'LV-1073', 1)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

__all__ = ["ALONE", "FRENCH", "HYPHENATED", "POSTCODES", "PREFIXES", "Shape"]


@attrs.frozen(kw_only=True)
class Shape:
    """One country's postcode.

    `pattern` matches the compact code (capitals; no spaces, dots or hyphens); `digits` is its length where it is all
    digits (0: it has letters) and `zeros` how many leading zeros a spreadsheet may have dropped. `separator` stands
    before the last `tail` characters of a code longer than `short`; `prefix` belongs to the code and may be left out.
    """

    pattern: re.Pattern[str]
    digits: int = 0
    zeros: int = 0
    separator: str = ""
    tail: int = 0
    short: int = 0
    prefix: str = ""

    def lay_out(self, compact: str) -> str:
        """Give the normal form of a compact code that matches."""
        if self.prefix and not compact.startswith(self.prefix):
            compact = self.prefix + compact
        if not self.tail or len(compact) <= self.short:
            return compact
        return compact[: -self.tail] + self.separator + compact[-self.tail :]


def _digits(count: int, pattern: str = "", zeros: int = 0) -> Shape:
    return Shape(pattern=re.compile(pattern or rf"[0-9]{{{count}}}"), digits=count, zeros=zeros)


def _cut(count: int, separator: str, tail: int, pattern: str = "", zeros: int = 0) -> Shape:
    compiled = re.compile(pattern or rf"[0-9]{{{count}}}")
    return Shape(pattern=compiled, digits=count, zeros=zeros, separator=separator, tail=tail)


def _letters(pattern: str, separator: str = "", tail: int = 0, prefix: str = "") -> Shape:
    return Shape(pattern=re.compile(pattern), separator=separator, tail=tail, prefix=prefix)


FRENCH: Final = frozenset("FR GP MQ GF RE YT PM BL MF NC PF WF TF".split())
"""Where the postcodes are those of France."""

_GB: Final = r"GIR0AA|[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][ABD-HJLNP-UW-Z]{2}"
_CA: Final = r"[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]"
_IE: Final = r"(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W)[0-9AC-FHKNPRTV-Y]{4}"
_NO_ZERO_FIRST: Final = "[1-9][0-9]{3}"

POSTCODES: Final[Mapping[str, Shape]] = {
    **dict.fromkeys(sorted(FRENCH), _digits(5, zeros=1)),
    "AD": _letters("AD[1-7]0[0-9]"),
    "AT": _digits(4, _NO_ZERO_FIRST),
    "AU": _digits(4, zeros=1),
    "BE": _digits(4, _NO_ZERO_FIRST),
    "BG": _digits(4, _NO_ZERO_FIRST),
    "BR": _cut(8, "-", 3, zeros=1),
    "CA": _letters(_CA, " ", 3),
    "CH": _digits(4, _NO_ZERO_FIRST),
    "CY": _digits(4, _NO_ZERO_FIRST),
    "CZ": _cut(5, " ", 2, "[1-7][0-9]{4}"),
    "DE": _digits(5, zeros=1),
    "DK": _digits(4, zeros=1),
    "DZ": _digits(5, zeros=1),
    "EE": _digits(5),
    "ES": _digits(5, "(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", zeros=1),
    "FI": _digits(5, zeros=2),
    "GB": _letters(_GB, " ", 3),
    "GR": _cut(5, " ", 2),
    "HR": _digits(5),
    "HU": _digits(4, _NO_ZERO_FIRST),
    "IE": _letters(_IE, " ", 4),
    "IN": _digits(6, "[1-9][0-9]{5}"),
    "IS": _digits(3),
    "IT": _digits(5, zeros=2),
    "JP": _cut(7, "-", 4, zeros=1),
    "LI": _digits(4, "94(?:8[5-9]|9[0-8])"),
    "LT": _letters("(?:LT)?[0-9]{5}", "-", 5, "LT"),
    "LU": _digits(4, _NO_ZERO_FIRST),
    "LV": _letters("(?:LV)?[0-9]{4}", "-", 4, "LV"),
    "MA": _digits(5),
    "MC": _digits(5, "980[0-9]{2}"),
    "MT": _letters("[A-Z]{3}[0-9]{4}", " ", 4),
    "MX": _digits(5, zeros=1),
    "NL": _letters("[1-9][0-9]{3}(?!S[ADS])[A-Z]{2}", " ", 2),
    "NO": _digits(4, zeros=1),
    "PL": _cut(5, "-", 3, zeros=1),
    "PT": _cut(7, "-", 3),
    "RO": _digits(6, zeros=1),
    "RS": _digits(5),
    "RU": _digits(6),
    "SE": _cut(5, " ", 2, "[1-9][0-9]{4}"),
    "SI": _digits(4, _NO_ZERO_FIRST),
    "SK": _cut(5, " ", 2, "[089][0-9]{4}"),
    "SM": _digits(5, "4789[0-9]"),
    "SN": _digits(5),
    "TN": _digits(4),
    "TR": _digits(5, zeros=1),
    "UA": _digits(5, zeros=1),
    "US": Shape(pattern=re.compile("[0-9]{5}(?:[0-9]{4})?"), digits=5, zeros=2, separator="-", tail=4, short=5),
    "VA": _digits(5, "00120"),
}
"""Alpha-2 code to the shape of its postcodes."""

ALONE: Final = ("NL", "CA", "IE", "GB")
"""Countries whose code has letters where nobody else's has: told apart without being named."""

HYPHENATED: Final[Mapping[str, str]] = {r"[0-9]{4}-[0-9]{3}": "PT", r"[0-9]{2}-[0-9]{3}": "PL"}
"""Ways of writing that are one country's: pattern to country."""

PREFIXES: Final[Mapping[str, str]] = {
    "A": "AT",
    "B": "BE",
    "CH": "CH",
    "D": "DE",
    "DE": "DE",
    "DK": "DK",
    "E": "ES",
    "ES": "ES",
    "F": "FR",
    "FR": "FR",
    "FIN": "FI",
    "FI": "FI",
    "I": "IT",
    "IT": "IT",
    "L": "LU",
    "LU": "LU",
    "MC": "MC",
    "N": "NO",
    "NL": "NL",
    "P": "PT",
    "PL": "PL",
    "PT": "PT",
    "S": "SE",
    "SE": "SE",
    "AT": "AT",
    "BE": "BE",
    "LI": "LI",
    "FL": "LI",
}
"""Country prefixes written before a hyphen (`F-75001`): the CEPT letters and the ISO codes."""
