"""Countries: a name in six languages, a code or a usual alias in, the ISO 3166-1 alpha-2 code out.

Convention: exact look-up of a folded key in a table made from the Unicode CLDR (`data.countries`), never by likeness:
fuzzy searches make France of `La Réunion` and Uganda of `B`. Overseas territories with a code of their own keep it.
`NC` and `NA` are countries and, in files, often mean that nothing is known; they are read as the country with a warning
in capitals, and as nothing in small letters. `Congo` names two countries and is refused.

>>> [normalize(cell).values[0] for cell in ("Côte d’Ivoire", "HOLLANDE", "uk", "La Réunion")]
['CI', 'NL', 'GB', 'RE']
>>> normalize("Syldavie").findings[0].code
'country.unknown'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.model.hints import Hints
from contactbase.normalize.cell_text import NULL_WORDS
from contactbase.normalize.country_key import country_key
from contactbase.normalize.data.countries import FRENCH, NAMES
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.place_cell import LONGEST, bare_text, field_of, place_column, says_nothing, too_long
from contactbase.normalize.remark import remark

__all__ = ["COUNTRY", "column", "country_code", "country_name", "normalize"]

_CODES: Final = {key: code for code, names in NAMES.items() for key in names.split("|")} | {
    code.lower(): code for code in NAMES
}
_NO_COUNTRIES: Final = frozenset({"dom", "tom"})
"""What ISO 3166-1 alpha-3 reads as a country (DOM is the Dominican Republic) and French files as overseas France."""
_AMBIGUOUS: Final = frozenset(code for code in NAMES if code.lower() in NULL_WORDS)


def country_name(code: str) -> str | None:
    """Give the French name of a country, as the last line of a letter abroad has it."""
    return FRENCH.get(code)


def country_code(name: str) -> str | None:
    """Give the alpha-2 code of a name or code of a country; None for any other text."""
    key = country_key(name)
    return None if key in _NO_COUNTRIES else _CODES.get(key)


class _Reader:
    """Reads the countries of one column."""

    __slots__ = ("codes", "field")

    def __init__(self, hints: Hints) -> None:
        self.field = field_of(hints, "country")
        self.codes: Mapping[str, str] = hints.codes

    def __call__(self, text: str) -> Normalized[str]:
        if len(text) > LONGEST:
            return too_long(text, self.field)
        bare = bare_text(text)
        if not bare:
            return Normalized()
        key = country_key(bare)
        given = self.codes.get(fold(bare)) if self.codes else None
        if given is not None:
            return Normalized((given,))
        if bare in _AMBIGUOUS:
            return Normalized((bare,), (remark("country.ambiguous-code", self.field, found=bare),))
        if says_nothing(bare) or not key:
            return Normalized((), (remark("place.none-stated", self.field),))
        code = None if key in _NO_COUNTRIES else _CODES.get(key)
        return Normalized((), (remark("country.unknown", self.field),)) if code is None else Normalized((code,))


def column(hints: Hints) -> Cell[str]:
    """Give the function that reads one column; `hints.codes` maps folded text of a layout to alpha-2 codes."""
    return place_column(_Reader(hints), field_of(hints, "country"))


COUNTRY: Final = FieldNormalizer(name="country", fields=("country",), column=column, text=str)


def normalize(text: str, hints: Hints = Hints()) -> Normalized[str]:  # noqa: B008 - a frozen value
    """Read one cell."""
    return column(hints)(text)
