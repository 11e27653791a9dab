"""Day first or month first: the readings of three numbers, and the custom of a region.

Custom: CLDR 48 short date patterns of the English and Spanish locales of a territory (month first) and of the main
locale (year first); everywhere else the day comes first. A custom is what people there mostly write, never a proof.

>>> customary("FR"), customary("US")
(<DateOrder.DMY: 'dmy'>, <DateOrder.MDY: 'mdy'>)
>>> pick((3, 4, 2024), DateOrder.MDY)
(2024, 3, 4)
"""

from __future__ import annotations

from typing import Final

from contactbase.model.hints import DateOrder

__all__ = ["ORDER_NAMES", "customary", "pick"]

_MONTH_FIRST: Final = frozenset({"AS", "FM", "GU", "MH", "MP", "PA", "PH", "PR", "PW", "UM", "US", "VI"})
_YEAR_FIRST: Final = frozenset({"CA", "CN", "HU", "IR", "JP", "KP", "KR", "LT", "MN", "SE", "TW", "ZA"})

ORDER_NAMES: Final = {
    DateOrder.DMY: "d/m/y",
    DateOrder.MDY: "m/d/y",
    DateOrder.YMD: "y/m/d",
    DateOrder.MIXED: "d/m/y + m/d/y",
}
"""How findings name an order."""


def customary(region: str, *, short: bool = False) -> DateOrder:
    """Give the usual order of a region (ISO 3166-1 alpha-2); year first only for two-digit years."""
    if region in _MONTH_FIRST:
        return DateOrder.MDY
    return DateOrder.YMD if short and region in _YEAR_FIRST else DateOrder.DMY


def pick(parts: tuple[int, int, int], order: DateOrder) -> tuple[int, int, int]:
    """Give year, month and day of three numbers written in an order."""
    first, second, third = parts
    if order is DateOrder.DMY:
        return third, second, first
    return (third, first, second) if order is DateOrder.MDY else (first, second, third)
