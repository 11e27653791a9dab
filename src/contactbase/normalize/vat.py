"""VAT numbers of the European Union, Northern Ireland, Great Britain, Norway and Switzerland.

Convention: two letters of the country (`EL` for Greece) and its characters, without separators (EU VIES, "VAT
identification number structure"). French numbers are checked by their key and their SIREN; of the others only the form
is.

>>> normalize("fr 44 732 829 320").values, normalize("DE 123456789").values
(('FR44732829320',), ('DE123456789',))
>>> [found.code for found in normalize("FR00732829320").findings]
['vat.bad-key']
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.normalize.company_number import compact, french_key_fits, luhn
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import short_text

__all__ = ["VAT", "country_of", "normalize", "siren_of_vat"]

_FORMS: Final = {
    country: re.compile(form)
    for country, form in {
        "AT": r"U\d{8}",
        "BE": r"[01]\d{9}",
        "BG": r"\d{9,10}",
        "CHE": r"\d{9}(?:MWST|TVA|IVA)?",
        "CY": r"\d{8}[A-Z]",
        "CZ": r"\d{8,10}",
        "DE": r"\d{9}",
        "DK": r"\d{8}",
        "EE": r"\d{9}",
        "EL": r"\d{9}",
        "ES": r"[A-Z]\d{7}[A-Z]|[A-Z]\d{8}|\d{8}[A-Z]",
        "FI": r"\d{8}",
        "FR": r"[0-9A-HJ-NP-Z]{2}\d{9}",
        "GB": r"\d{9}|\d{12}|GD\d{3}|HA\d{3}",
        "HR": r"\d{11}",
        "HU": r"\d{8}",
        "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}",
        "IT": r"\d{11}",
        "LT": r"\d{9}|\d{12}",
        "LU": r"\d{8}",
        "LV": r"\d{11}",
        "MT": r"\d{8}",
        "NL": r"\d{9}B\d{2}",
        "NO": r"\d{9}(?:MVA)?",
        "PL": r"\d{10}",
        "PT": r"\d{9}",
        "RO": r"\d{2,10}",
        "SE": r"\d{12}",
        "SI": r"\d{8}",
        "SK": r"\d{10}",
        "XI": r"\d{9}|\d{12}|GD\d{3}|HA\d{3}",
    }.items()
}
_LONGEST: Final = 60
_NOTHING: Final[Normalized[str]] = Normalized()


def country_of(number: str) -> str | None:
    """Give the country with which a compact number begins; None when it begins with none of the system."""
    head = "EL" if number.startswith("GR") else number[:2]
    if number.startswith("CHE"):
        return "CHE"
    return head if head in _FORMS else None


def siren_of_vat(number: str) -> str | None:
    """Give the SIREN inside a compact French VAT number whose key fits; None for any other text."""
    if country_of(number) != "FR" or _FORMS["FR"].fullmatch(number[2:]) is None:
        return None
    siren = number[4:]
    return siren if french_key_fits(number[2:4], siren) and luhn(siren) else None


def _column(hints: Hints) -> Cell[str]:
    field = hints.field or "vat"

    def read(text: str) -> Normalized[str]:
        clean = short_text(text)
        if not clean:
            return _NOTHING
        number = compact(clean) if len(clean) <= _LONGEST else ""
        if hints.region == "FR" and siren_of_vat("FR" + number) is not None:
            number = "FR" + number
        return _read(number, field)

    return remember(read)


def _read(number: str, field: str) -> Normalized[str]:
    country = country_of(number)
    if country is None:
        return Normalized((), (finding("vat.unknown-country", field=field),))
    rest = number[len(country) :]
    if _FORMS[country].fullmatch(rest) is None:
        return Normalized((), (finding("vat.bad-structure", field=field, country=country[:2]),))
    if country == "FR" and not (_is_siren_or_monaco(rest[2:]) and french_key_fits(rest[:2], rest[2:])):
        return Normalized((), (finding("vat.bad-key", field=field),))
    return Normalized((country + rest,))


def _is_siren_or_monaco(digits: str) -> bool:
    """Tell whether nine digits are a SIREN, or the number of a company of Monaco, which has none."""
    return digits.startswith("000") or luhn(digits)


VAT: Final = FieldNormalizer(name="vat", fields=("vat",), column=_column, text=str)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read one VAT number."""
    return VAT.normalize(text, hints)
