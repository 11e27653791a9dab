"""The alphabet of a cheap SMS: which characters cost one septet, which two, and which make every character 16 bits.

Convention: the GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1). The code 0x09 is `Ç` there;
Unicode's table GSM0338.TXT read it as `ç` for a while, and a few gateways follow it, hence `Cedilla`. The escape to the
extension table is no character of a text. National shift tables (Turkish, Spanish, Portuguese) are not used.

>>> [cost_of(char) for char in "é€ê"]
[1, 2, None]
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import attrs

__all__ = ["ALPHABETS", "Alphabet", "Cedilla", "cost_of"]

_BASIC: Final = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION: Final = "\f^{}\\[~]|€"


class Cedilla(StrEnum):
    """Which letter stands at 0x09: `Ç` (3GPP TS 23.038, the default), or `ç` (Unicode's GSM0338.TXT)."""

    STRICT = "strict"
    UNICODE_TABLE = "unicode_table"


@attrs.frozen
class Alphabet:
    """Characters of one septet, characters of two (an escape and a code), and both together."""

    basic: frozenset[str]
    extension: frozenset[str]
    whole: frozenset[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "whole", self.basic | self.extension)


ALPHABETS: Final = {
    Cedilla.STRICT: Alphabet(frozenset(_BASIC), frozenset(_EXTENSION)),
    Cedilla.UNICODE_TABLE: Alphabet(frozenset(_BASIC.replace("Ç", "ç")), frozenset(_EXTENSION)),
}


def cost_of(char: str, *, cedilla: Cedilla = Cedilla.STRICT) -> int | None:
    """Give the septets that a character costs; None for one that no GSM alphabet has."""
    alphabet = ALPHABETS[cedilla]
    if char in alphabet.basic:
        return 1
    return 2 if char in alphabet.extension else None
