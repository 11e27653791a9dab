"""SIREN and SIRET: the numbers of French companies and of their establishments (INSEE, Sirene), checked by their digit.

A SIREN cell that holds a SIRET or a French VAT number gives the SIREN inside it, and says so. Digits that a spreadsheet
lost (`7.3283E+13`) are lost; leading zeros are not restored, since any number of missing digits would fit as well.

>>> normalize("732 829 320").values, normalize("73282932000074").values
(('732829320',), ('732829320',))
>>> [found.code for found in normalize("7.3283E+13").findings], SIRET.normalize("732 829 320 00074").values
(['siren.lost-precision'], ('73282932000074',))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.normalize.company_number import compact, digits_of, lost_digits, luhn, siret_fits
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import short_text
from contactbase.normalize.vat import country_of, siren_of_vat

__all__ = ["SIREN", "SIRET", "normalize"]

_LONGEST: Final = 60
_NOTHING: Final[Normalized[str]] = Normalized()


def _reader(read_digits: Callable[[str, str], Normalized[str]], field: str) -> Cell[str]:
    """Give a cell function over the digits of the cell; what holds none is refused here."""

    def read(text: str) -> Normalized[str]:
        clean = short_text(text)
        if not clean:
            return _NOTHING
        digits = digits_of(clean) if len(clean) <= _LONGEST else None
        if digits is None:
            return _no_digits(clean, field)
        if not digits.strip("0"):
            return _refused("siren.not-a-number", field)
        return read_digits(digits, field)

    return remember(read)


def _refused(code: str, field: str) -> Normalized[str]:
    return Normalized((), (finding(code, field=field),))


def _too_short_or_long(digits: int, field: str) -> Normalized[str]:
    return Normalized((), (finding("siren.wrong-length", field=field, digits=digits),))


def _no_digits(clean: str, field: str) -> Normalized[str]:
    """Read a cell that is no plain number: a VAT number, a number that lost digits, or none at all."""
    lost = lost_digits(clean) if len(clean) <= _LONGEST else 0
    if lost:
        return Normalized((), (finding("siren.lost-precision", field=field, digits=lost),))
    number = compact(clean) if len(clean) <= _LONGEST else ""
    siren = siren_of_vat(number)
    if siren is not None:
        return Normalized((siren,), (finding("siren.from-vat", field=field),))
    country = country_of(number)
    if country == "FR" and len(number) == 13:
        return _refused("vat.bad-key", field)
    foreign = country is not None and country != "FR" and sum(map(str.isdecimal, number)) > 5
    return _refused("siren.foreign-vat" if foreign else "siren.not-a-number", field)


def _siren(digits: str, field: str) -> Normalized[str]:
    if len(digits) == 14:
        if not siret_fits(digits):
            return _refused("siren.bad-checksum", field)
        return Normalized((digits[:9],), (finding("siren.siret-given", field=field),))
    if len(digits) != 9:
        return _too_short_or_long(len(digits), field)
    return Normalized((digits,)) if luhn(digits) else _refused("siren.bad-checksum", field)


def _siret(digits: str, field: str) -> Normalized[str]:
    if len(digits) == 9 and luhn(digits):
        return Normalized((digits,))
    if len(digits) != 14:
        return _too_short_or_long(len(digits), field)
    return Normalized((digits,)) if siret_fits(digits) else _refused("siren.bad-checksum", field)


def _siren_column(hints: Hints) -> Cell[str]:
    return _reader(_siren, hints.field or "siren")


def _siret_column(hints: Hints) -> Cell[str]:
    field = hints.field or "siret"
    siret = _reader(_siret, field)

    def read(text: str) -> Normalized[str]:
        form = siret(text)
        return _refused("siren.siret-expected", field) if form.values and len(form.values[0]) == 9 else form

    return read


SIRET: Final = FieldNormalizer(name="siret", fields=("siret",), column=_siret_column, text=str)
SIREN: Final = FieldNormalizer(name="siren", fields=("siren",), column=_siren_column, text=str)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read one SIREN."""
    return SIREN.normalize(text, hints)
