"""Cells read in the country of their row: a national number or postcode of Switzerland in a French file.

`079 123 45 67` is a mobile in Switzerland and somebody else's in France; `1000` is Brussels, and in France a code that
lost its zero. Where a row names another country than that of the file, its phones and postcode are read as that
country's first, and as the file's where they are none of it. What is read so otherwise than the file's region would
read it is said.

>>> from contactbase.normalize.postcode import POSTCODE
>>> cell = in_country(POSTCODE, Hints(region="FR", field="postcode"), "BE")
>>> cell("1000").values, [found.code for found in cell("1000").findings]
(('1000',), ['check.read-by-country'])
>>> cell("69001").values, POSTCODE.normalize("1000").values
(('69001',), ('01000',))
"""

from __future__ import annotations

from typing import Any, Final

import attrs

from contactbase.model.hints import Hints
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember

__all__ = ["FOLLOWING", "in_country"]

FOLLOWING: Final = frozenset({"postcode", "phones", "mobile", "landline"})
"""The fields whose cells mean something else in another country."""


def in_country(normalizer: FieldNormalizer[Any], hints: Hints, country: str) -> Cell[Any]:
    """Give the function that reads the cells of a column in the rows of a country (ISO 3166-1 alpha-2)."""
    field = hints.field or normalizer.name
    of_file, of_row = normalizer.column(hints), normalizer.column(attrs.evolve(hints, region=country))

    def read(text: str) -> Normalized[Any]:
        usual, own = of_file(text), of_row(text)
        if len(own.values) < max(len(usual.values), 1):
            own = _laid_out(usual)
        if own.values == usual.values:
            return usual
        return Normalized(own.values, (*own.findings, remark("check.read-by-country", field, country=country)))

    def _laid_out(usual: Normalized[Any]) -> Normalized[Any]:
        """Read what the file's region made of a cell once more, so that reading it again changes nothing."""
        again = [of_row(normalizer.text(value)) for value in usual.values]
        if not all(form.values for form in again):
            return usual
        return Normalized(tuple(value for form in again for value in form.values), usual.findings)

    return remember(read)
