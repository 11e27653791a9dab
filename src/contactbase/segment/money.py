"""Decimals of currencies: an amount in a text becomes minor units, exactly.

Convention: ISO 4217; the table is that of `normalize.currencies`.

>>> minor_units(Decimal("100.5"), "EUR"), written(10050, "EUR"), written(100, "JPY")
(10050, '100.50 EUR', '100 JPY')
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from contactbase.normalize.currencies import EXPONENTS

__all__ = ["CURRENCIES", "decimals", "minor_units", "written"]

CURRENCIES: Final = frozenset(EXPONENTS)


def decimals(currency: str) -> int:
    """Give how many decimals a currency has."""
    return EXPONENTS.get(currency, 2)


def minor_units(amount: int | Decimal, currency: str) -> int | None:
    """Give an amount in minor units; None when it has more decimals than the currency."""
    scaled = Decimal(amount).scaleb(decimals(currency))
    return int(scaled) if scaled == scaled.to_integral_value() else None


def written(minor: int, currency: str) -> str:
    """Give an amount as the language writes it: without decimals when there are none to tell."""
    places = decimals(currency)
    whole, rest = divmod(abs(minor), 10**places)
    sign = "-" if minor < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d} {currency}" if rest else f"{sign}{whole} {currency}"
