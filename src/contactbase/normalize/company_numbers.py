"""The company numbers of one row together: a SIRET and a French VAT number hold the SIREN, so it is never asked twice.

What a cell holds beside its own number goes where it belongs: a SIREN typed under "SIRET", a SIRET typed under "SIREN".
Nothing is filled in that the row states itself; where the numbers name several companies a check says so.

>>> out = {"siret": "73282932000074"}
>>> CompanyNumbers()({"siret": "732 829 320 00074"}, out)
>>> out["siren"]
'732829320'
>>> out = {}
>>> CompanyNumbers()({"siret": "732 829 320"}, out)
>>> out
{'siren': '732829320'}
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any, Final

from contactbase.model.hints import Hints
from contactbase.normalize.siren import SIREN, SIRET
from contactbase.normalize.vat import siren_of_vat

__all__ = ["COMPANY_NUMBERS", "CompanyNumbers"]

COMPANY_NUMBERS: Final = frozenset({"siren", "siret", "vat"})
"""The fields that are completed together."""


class CompanyNumbers:
    """Completes the company numbers of the rows of one file."""

    def __init__(self) -> None:
        """Make the readers; they remember the cells of their file."""
        self._siren = SIREN.column(Hints(field="siren"))
        self._siret = SIRET.column(Hints(field="siret"))

    def __call__(self, values: Mapping[str, str], out: MutableMapping[str, Any]) -> None:
        """Complete the fields of a contact by what the cells of its row say."""
        if "siret" not in out and "siren" in values:
            self._fill(out, "siret", self._siret(values["siren"]).values)
        if "siren" in out:
            return
        if "siret" in out:
            out["siren"] = out["siret"][:9]
        elif "siret" in values:
            self._fill(out, "siren", self._siren(values["siret"]).values)
        elif "vat" in out:
            self._fill(out, "siren", tuple(filter(None, (siren_of_vat(out["vat"]),))))

    @staticmethod
    def _fill(out: MutableMapping[str, Any], field: str, found: tuple[str, ...]) -> None:
        if found:
            out[field] = found[0]
