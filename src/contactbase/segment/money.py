"""Decimals of currencies: an amount in a text becomes minor units, exactly.

Convention: ISO 4217 (list one, current codes; exponents other than 2 are listed below it).

>>> minor_units(Decimal("100.5"), "EUR"), written(10050, "EUR"), written(100, "JPY")
(10050, '100.50 EUR', '100 JPY')
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

__all__ = ["CURRENCIES", "decimals", "minor_units", "written"]

CURRENCIES: Final = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG".split()
)

_DECIMALS: Final[Mapping[str, int]] = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    "CLF": 4,
}


def decimals(currency: str) -> int:
    """Give how many decimals a currency has."""
    return _DECIMALS.get(currency, 2)


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
