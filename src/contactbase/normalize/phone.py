"""Phone numbers: what a cell of a client file says, as E.164, kind, region and extension.

Convention: ITU-T E.164, validity by libphonenumber's metadata (a number that is merely "possible" is no value), text
form of RFC 3966 with `;ext=`. In front of libphonenumber stands what it does not do: odd spaces and invisible signs,
spreadsheet damage, several numbers in a cell, French words for an extension, letters, overseas France, placeholders,
short codes. Whatever is more than other punctuation leaves a finding, and what has two readings gives no value.

>>> form = normalize("06 12 34 56 78 / 01 42 68 53 00 poste 12", Hints(region="FR"))
>>> [PHONE.text(phone) for phone in form.values], [finding.code for finding in form.findings]
(['+33612345678', '+33142685300;ext=12'], ['phone.several-in-cell'])
>>> [finding.message for finding in normalize("3,36E+10").findings]
['A spreadsheet rounded the number: its last digits are gone.']
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.model.contact import Phone
from contactbase.model.hints import Hints
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized

__all__ = ["PHONE", "metadata_version", "normalize"]

_REGION: Final = re.compile(r"(?:[A-Za-z]{2})?")
_FRANCE: Final = Hints()


def _column(hints: Hints) -> Cell[Phone]:
    """Give the function of one column; ValueError for a region that is no ISO 3166-1 alpha-2 code and not empty."""
    if _REGION.fullmatch(hints.region) is None:
        raise ValueError(f'A region has two letters, as in Hints(region="FR"); {hints.region!r} is none.')
    from contactbase.normalize.phones.column import open_column  # noqa: PLC0415 - phonenumbers loads when first used

    return open_column(hints)


def _text(phone: Phone) -> str:
    """Write a number so that reading it gives it back: E.164, with the extension after `;ext=` (RFC 3966)."""
    return phone.e164 if phone.extension is None else f"{phone.e164};ext={phone.extension}"


PHONE: Final = FieldNormalizer(name="phone", fields=("phones", "mobile", "landline"), column=_column, text=_text)


def normalize(text: str, hints: Hints = _FRANCE) -> Normalized[Phone]:
    """Read one cell; numbers without a calling code are read in `hints.region`, an empty one stands for no country."""
    return PHONE.normalize(text, hints)


def metadata_version() -> str:
    """Give the version of the metadata by which validity was judged; record it, and judge again when it changes."""
    from phonenumbers import __version__  # noqa: PLC0415 - phonenumbers loads when first used

    return __version__
