"""Dates: the day that a cell states, or why it states none.

ISO 8601 first and never swapped; then numeric dates in the order of the column, spelled dates in six languages, eight
digits, and numbers of days or seconds where the column proves them (`date_evidence`). An instant becomes the local
day in `hints.zone`; a time without a zone is local already. Two-digit years lie where the field allows
(`date_bounds`). `dateutil.parser` is not used: it reads `2024-03-12` as 3 December when told that days come first.

A finding of severity error, or a placeholder, leaves the cell without a value; every other finding stands beside it:
a birth in the future is refused, an order in the future or an age above 120 is kept and reported.

>>> normalize("12/03/1985", Hints(date_order=DateOrder.DMY)).values
(datetime.date(1985, 3, 12),)
>>> normalize("2024-03-12T23:30:00Z").values, normalize("lundi 3 mars 2025").values
((datetime.date(2024, 3, 13),), (datetime.date(2025, 3, 3),))
>>> [(form.values, form.findings[0].code) for form in map(normalize, ("31/02/1985", "29252", "03/1985"))]
[((), 'date.impossible'), ((), 'date.looks-like-serial'), ((), 'date.incomplete')]
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Final

from contactbase.model.hints import DateOrder, Hints
from contactbase.normalize.date_bounds import FIELDS
from contactbase.normalize.date_days import through_days
from contactbase.normalize.date_evidence import DateEvidence
from contactbase.normalize.date_fast import fast_path
from contactbase.normalize.date_reader import DateReader
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized

__all__ = ["DATE", "DateEvidence", "DateOrder", "column", "normalize"]

_NOTHING: Final[Normalized[dt.date]] = Normalized()


def column(hints: Hints) -> Cell[dt.date]:
    """Give the function that reads the cells of a date column; ValueError for a wrong zone or Excel epoch."""
    reader = DateReader.of(hints)
    known = partial(fast_path, reader.order, reader.bounds, reader.zone)
    return through_days(known(lambda _: _NOTHING), reader.zone, known(reader.read))


DATE: Final = FieldNormalizer(
    name="date",
    fields=tuple(field for field in FIELDS if field != "withdrawn_on"),
    column=column,
    text=dt.date.isoformat,
    evidence=DateEvidence,
)
_NO_HINTS: Final = Hints()


def normalize(text: str, hints: Hints = _NO_HINTS) -> Normalized[dt.date]:
    """Read one date; without a date order, an ambiguous cell follows the custom of the region and says so."""
    return DateReader.of(hints).read(text)
