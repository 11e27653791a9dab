"""Names of people: one cell at a time, and a row's title, first name, last name and full name together.

Conventions: capitals by French usage (see `case`), titles in their French form (see `civility`), Unicode NFC, accents
never invented, mixed case left as it is. What stands beside the name in its cell is taken apart (see `name_cell`), the
order of a full name is read from what shows it (see `full_name`). Every step has a code; what nothing shows is not
guessed.

>>> normalize("M. Jean DUPONT").values[0].last_name
'Dupont'
>>> LAST_NAME.normalize("DE LA TOUR").values, FIRST_NAME.normalize("jean-pierre").values
(('de la Tour',), ('Jean-Pierre',))
>>> name = read_name(last="Mme DURAND Léa").values[0]
>>> name.title, name.first_name, name.last_name
('Mme', 'Léa', 'Durand')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.enums import Sex
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize.civility import read_title
from contactbase.normalize.full_name import Codes, PersonName, full_name_text, read_full_name
from contactbase.normalize.name_cell import SPECIAL_WORDS, NameCell, is_ordinary, read_cell
from contactbase.normalize.name_fast import plain_full_name, plain_name
from contactbase.normalize.name_row import NameRow, combine
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import TextEvidence, short_text
from contactbase.normalize.title import TITLE

__all__ = [
    "FIRST_NAME",
    "FULL_NAME",
    "LAST_NAME",
    "NameReader",
    "PersonName",
    "name_reader",
    "normalize",
    "read_name",
]

NameReader = Callable[[str, str, str, str], Normalized[PersonName]]
"""From the cells `(title, first name, last name, full name)` of a row to the name that they say together."""

_WORD: Final = re.compile("[A-Za-zÀ-ÖØ-Þà-öø-ÿ]{2,}(?:-[A-Za-zÀ-ÖØ-Þà-öø-ÿ]{2,})?")
_LONGEST_TITLE: Final = 60
_NOTHING: Final[Normalized[str]] = Normalized()
_NO_NAME: Final[Normalized[PersonName]] = Normalized()


def _plain_name(text: str) -> str | None:
    """Give the name of a cell of ordinary words, as `read_cell` would; None where it has to be looked at."""
    if text.isascii() and text.isalpha():
        key = text.lower()
        name = key.capitalize()
        if text not in (name, key) and not text.isupper():
            return None
        usual = key not in SPECIAL_WORDS and key[:2] != "mc" and key.count(key[0]) < len(key)
        return name if usual else None
    plain = plain_name(text)
    if plain is not None:
        return plain
    name = text.title()
    if text != name and not text.isupper() and not text.islower():
        return None
    return name if _WORD.fullmatch(text) and is_ordinary(text) and "Mc" not in name else None


def _cell_reader(*, surname: bool) -> Callable[[str], NameCell]:
    """Give a function that reads the cells of one column, each text once."""

    def read(text: str) -> NameCell:
        name = _plain_name(text)
        return read_cell(text, surname=surname) if name is None else NameCell(name)

    return remember(read)


def _findings(codes: Codes, field: str) -> tuple[Finding, ...]:
    return tuple(_finding(code, field, details) for code, details in codes.items())


def _finding(code: str, field: str, details: Mapping[str, str | int]) -> Finding:
    return Finding(code=code, severity=CATALOG[code].severity, field=field, details=tuple(details.items()))


def _column(hints: Hints, *, surname: bool) -> Cell[str]:
    field = hints.field or ("last_name" if surname else "first_name")

    def read(text: str) -> Normalized[str]:
        name = _plain_name(text)
        if name is not None:
            return Normalized((name,))
        cell = read_cell(text, surname=surname)
        if not cell.name and not cell.codes:
            return _NOTHING
        return Normalized((cell.name,) if cell.name else (), _findings(cell.codes, field))

    return remember(read)


def _first_name_column(hints: Hints) -> Cell[str]:
    return _column(hints, surname=False)


def _last_name_column(hints: Hints) -> Cell[str]:
    return _column(hints, surname=True)


def _whole_name(text: str) -> tuple[PersonName | None, Codes]:
    """Read a full name, the short way where there is one."""
    return plain_full_name(text) or read_full_name(text)


def _full_name_column(hints: Hints) -> Cell[PersonName]:
    field = hints.field or "full_name"

    def read(text: str) -> Normalized[PersonName]:
        name, codes = _whole_name(text)
        return Normalized(() if name is None else (name,), _findings(codes, field))

    return remember(read)


def _sex_of_cell(title: str) -> Sex | None:
    """Give the sex that the cell of a title tells, where its canonical form (`Dr`) does not."""
    civility = read_title(short_text(title)) if len(title) <= _LONGEST_TITLE else None
    return None if civility is None or civility.couple else civility.sex


def name_reader(hints: Hints | None = None, *, title_hints: Hints | None = None) -> NameReader:
    """Give a function that reads the name cells of a row together; it remembers the cells of its file.

    Give the layout's codes of the title column in `title_hints`. An empty text stands for a missing cell.
    """
    title_of = TITLE.column(title_hints or hints or Hints())
    first_of, last_of = _cell_reader(surname=False), _cell_reader(surname=True)
    full_of, sex_of = remember(_whole_name), remember(_sex_of_cell)

    def read(title: str, first: str, last: str, full: str) -> Normalized[PersonName]:
        row = NameRow(
            title_of(title) if title else _NOTHING,
            first_of(first),
            last_of(last),
            full_of(full) if full else (None, {}),
            sex_of(title) if title else None,
        )
        name, codes = combine(row, full_of)
        said = tuple(_finding(code, field, details) for (field, code), details in codes.items())
        findings = row.title.findings + said
        return Normalized(() if name is None else (name,), findings) if name or findings else _NO_NAME

    return read


def read_name(
    title: str = "", first: str = "", last: str = "", full: str = "", hints: Hints | None = None
) -> Normalized[PersonName]:
    """Read the name cells of one row together; for many rows make a `name_reader` once."""
    return name_reader(hints)(title, first, last, full)


FIRST_NAME: Final = FieldNormalizer(
    name="first_name", fields=("first_name",), column=_first_name_column, text=str, evidence=TextEvidence
)
LAST_NAME: Final = FieldNormalizer(
    name="last_name", fields=("last_name", "birth_name"), column=_last_name_column, text=str, evidence=TextEvidence
)
FULL_NAME: Final = FieldNormalizer(
    name="full_name", fields=("full_name",), column=_full_name_column, text=full_name_text, evidence=TextEvidence
)


def normalize(text: str, hints: Hints | None = None) -> Normalized[PersonName]:
    """Read one full name."""
    return FULL_NAME.normalize(text, hints)
