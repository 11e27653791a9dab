"""What no metadata says about numbers, as data: shared plans, callers that are machines, prefixes, made-up numbers.

Sources: that France and its overseas territories dial as one country while libphonenumber keeps them apart is
google/libphonenumber#1748; the ranges of automated callers are those of ARCEP décision 2022-1583,
JORFARTI000046830325.

>>> retried_codes(33, 9)
(590, 594, 596, 262, 508)
>>> is_filler("600000000"), is_filler("612121212"), is_patterned("612121212"), is_patterned("612345678")
(True, False, True, False)
"""

from __future__ import annotations

from typing import Final

from contactbase.model.enums import PhoneKind

__all__ = [
    "ALSO_OVERSEAS",
    "AUTOMATED_CALLERS",
    "AUTOMATED_WIDTH",
    "FOREIGN_PREFIXES",
    "KEYS_IN_A_ROW",
    "PATTERNED_TAILS",
    "SUSPECT_TAILS",
    "TAIL",
    "TIED_TO_A_PLACE",
    "WRITTEN_BY_PEOPLE",
    "is_filler",
    "is_filler_text",
    "is_patterned",
    "retried_codes",
    "starts_filler_text",
]

_SHARED_PLANS: Final = (((33, 590, 594, 596, 262, 508), 9),)
"""Calling codes whose numbers of so many digits are dialled alike, as in one country: France, Guadeloupe (with
Saint-Barthélemy and Saint-Martin), French Guiana, Martinique, La Réunion and Mayotte, Saint-Pierre-et-Miquelon (whose
older numbers of six digits are dialled otherwise)."""

AUTOMATED_WIDTH: Final = 3
AUTOMATED_CALLERS: Final = {
    33: frozenset({"162", "163", "270", "271", "377", "378", "424", "425", "568", "569", "948", "949"}),
}
"""The first three digits of national numbers, by calling code, that only calling machines may show."""

FOREIGN_PREFIXES: Final = ("00", "011", "0011", "810")
"""International prefixes that people bring along from another country: Europe, North America, Australia, Russia."""

TIED_TO_A_PLACE: Final = frozenset(
    {PhoneKind.FIXED_LINE, PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE, PhoneKind.VOIP}
)
"""Kinds for which it matters in which of the countries of a shared plan a number is."""

WRITTEN_BY_PEOPLE: Final = frozenset({PhoneKind.FIXED_LINE, PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE})
"""Kinds that a person may be reached at; the round numbers of companies are of others."""

TAIL: Final = 6
PATTERNED_TAILS: Final = frozenset((a + b) * 3 for a in "0123456789" for b in "0123456789")
"""The last six digits of every number that `is_filler` or `is_patterned` may say something about."""

KEYS_IN_A_ROW: Final = "123456789"
"""A national number that is the keys one after the other, valid in France as 01 23 45 67 89, and hardly ever meant."""

SUSPECT_TAILS: Final = PATTERNED_TAILS | {KEYS_IN_A_ROW[-TAIL:]}
"""The last six digits of every number that is worth a look: a pattern, or the keys in a row."""

ALSO_OVERSEAS: Final = {33: ("508",)}
"""Beginnings of national numbers that are also another country's when dialled from inside: landlines of
Saint-Pierre-et-Miquelon are dialled 0508 and six digits, which its own metadata does not know."""

_KEYS: Final = "01234567890123456789"
_KEYS_BACK: Final = _KEYS[::-1]
_SHORTEST_FILLER: Final = TAIL + 1


def retried_codes(calling_code: int, length: int) -> tuple[int, ...]:
    """Give the other calling codes that share a plan with this one for national numbers of a length."""
    for plan, shared_length in _SHARED_PLANS:
        if calling_code in plan and length == shared_length:
            return tuple(code for code in plan if code != calling_code)
    return ()


def is_filler(national: str) -> bool:
    """Tell whether a national number is one digit over and over, after its first (06 00 00 00 00, 06 66 66 66 66)."""
    return len(national) >= _SHORTEST_FILLER and len(set(national[1:])) == 1


def is_patterned(national: str) -> bool:
    """Tell whether a number ends in one digit six times or in one pair four times (06 12 12 12 12), or is 1 to 9."""
    if national == KEYS_IN_A_ROW:
        return True
    tail = national[-TAIL:]
    return len(tail) == TAIL and (len(set(tail)) == 1 or (tail * 2)[:8] == national[-8:])


def is_filler_text(digits: str) -> bool:
    """Tell whether digits that are no valid number were typed to fill the field: one digit only, or 1234567890."""
    return not digits.strip("0") if len(digits) < TAIL else starts_filler_text(digits)


def starts_filler_text(digits: str) -> bool:
    """Tell whether digits are one digit over and over, or the keys in a row, as far as they go."""
    return len(set(digits)) <= 1 or digits in _KEYS or digits in _KEYS_BACK
