"""Currencies: how many decimals their minor unit has, and what stands for them beside an amount.

Source: ISO 4217 (the active codes of 2026 and, for old files, BGN, HRK and FRF). A sign that several currencies use
lists them all, the usual one first: it stands for the currency of the column if that is one of them.

>>> EXPONENTS["EUR"], EXPONENTS["JPY"], EXPONENTS["KWD"]
(2, 0, 3)
>>> SIGNS["€"], SIGNS["$"][:3]
(('EUR',), ('USD', 'CAD', 'AUD'))
"""

from __future__ import annotations

from typing import Final

__all__ = ["EXPONENTS", "SIGNS"]

_TWO_DECIMALS: Final = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
    "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS "
    "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN "
    "NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
    "SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG"
)
_NO_DECIMALS: Final = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_DECIMALS: Final = "BHD IQD JOD KWD LYD OMR TND"

EXPONENTS: Final = {
    code: decimals
    for decimals, codes in ((2, _TWO_DECIMALS), (0, _NO_DECIMALS), (3, _THREE_DECIMALS))
    for code in codes.split()
}
"""Code to the decimals of its minor unit."""

_DOLLARS: Final = ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "ARS", "CLP", "COP", "TWD", "XCD")
_KRONER: Final = ("SEK", "NOK", "DKK", "ISK")
_CFA: Final = ("XOF", "XAF")

SIGNS: Final[dict[str, tuple[str, ...]]] = {
    "€": ("EUR",),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "$": _DOLLARS,
    "us$": ("USD",),
    "$us": ("USD",),
    "usd$": ("USD",),
    "dollar": _DOLLARS,
    "dollars": _DOLLARS,
    "c$": ("CAD",),
    "ca$": ("CAD",),
    "$ca": ("CAD",),
    "a$": ("AUD",),
    "au$": ("AUD",),
    "nz$": ("NZD",),
    "hk$": ("HKD",),
    "s$": ("SGD",),
    "r$": ("BRL",),
    "£": ("GBP",),
    "gbp£": ("GBP",),
    "¥": ("JPY", "CNY"),
    "円": ("JPY",),
    "元": ("CNY",),
    "rmb": ("CNY",),
    "fr": ("CHF",),
    "sfr": ("CHF",),
    "ff": ("FRF",),
    "kr": _KRONER,
    "kc": ("CZK",),
    "zl": ("PLN",),
    "zł": ("PLN",),
    "ft": ("HUF",),
    "lei": ("RON",),
    "₺": ("TRY",),
    "tl": ("TRY",),
    "₽": ("RUB",),
    "₴": ("UAH",),
    "₹": ("INR",),
    "₩": ("KRW",),
    "₪": ("ILS",),
    "₫": ("VND",),
    "฿": ("THB",),
    "₱": ("PHP",),
    "₦": ("NGN",),
    "fcfa": _CFA,
    "cfa": _CFA,
    "f cfa": _CFA,
    "f.cfa": _CFA,
    "f cfp": ("XPF",),
    "cfp": ("XPF",),
    "dh": ("MAD", "AED"),
    "dhs": ("MAD", "AED"),
    "dt": ("TND",),
    "da": ("DZD",),
} | {code.lower(): (code,) for code in EXPONENTS}
"""A sign, word or code beside an amount, in lower case without accents, to the currencies that it stands for."""
