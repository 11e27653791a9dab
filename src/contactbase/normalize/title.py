"""Titles of a column: `M.`, `Mme`, `Dr`, `Me`, `Pr`, `Mx`, `M. et Mme`, `MM.`, `Mmes` (conventions: see `civility`).

A number is a code of the source: `1` is Monsieur in one system and Madame in another, so it is read by `hints.codes`
or not at all. A title that is not in the list is kept as written, and said.

>>> normalize("MADAME").values, normalize("Mlle").values, normalize("2").values
(('Mme',), ('Mme',), ())
>>> normalize("2", Hints(codes={"2": "Mme"})).values
('Mme',)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, finding
from contactbase.normalize.civility import is_undecided, read_title, sex_of_title
from contactbase.normalize.fold import fold
from contactbase.normalize.name_words import FILLERS, NULL_SPELLINGS
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import short_text

__all__ = ["TITLE", "code_reader", "normalize", "sex_of_title"]

_NUMBER: Final = re.compile(r"(\d{1,9})(?:[.,]0+)?")
_LONGEST: Final = 60
_NOTHING: Final[Normalized[str]] = Normalized()


def code_reader(hints: Hints) -> Callable[[str], str | None]:
    """Give a function from a clean cell to what the layout says it stands for; None where it says nothing.

    Codes are looked up folded, and without the float tail that spreadsheets add (`1.0`).
    """
    codes = {fold(code): value for code, value in hints.codes.items()}

    def meaning(text: str) -> str | None:
        if not codes:
            return None
        number = _NUMBER.fullmatch(text)
        return codes.get(number[1] if number is not None else fold(text))

    return meaning


def _column(hints: Hints) -> Cell[str]:
    field = hints.field or "title"
    meaning = code_reader(hints)

    def read(text: str) -> Normalized[str]:
        clean = short_text(text)
        stands_for = meaning(clean)
        return _read(clean if stands_for is None else stands_for, field)

    return remember(read)


def _read(clean: str, field: str) -> Normalized[str]:
    if not clean:
        return _NOTHING
    civility = read_title(clean) if len(clean) <= _LONGEST else None
    if civility is not None:
        findings: tuple[Finding, ...] = ()
        if civility.rewritten and civility.title is not None:
            findings = (finding("name.civility-rewritten", field=field, title=civility.title),)
        elif civility.couple:
            findings = (finding("name.several-people", field=field),)
        return Normalized(() if civility.title is None else (civility.title,), findings)
    code = _refusal(clean)
    values = (clean,) if code == "name.civility-unlisted" else ()
    return Normalized(values, (finding(code, field=field),))


def _refusal(clean: str) -> str:
    """Say why a text is no title of the list."""
    if _NUMBER.fullmatch(clean):
        return "name.civility-code-unknown"
    if is_undecided(clean):
        return "name.civility-undecided"
    no_words = not any(map(str.isalpha, clean))
    if no_words or clean in NULL_SPELLINGS or fold(clean) in FILLERS or len(clean) > _LONGEST:
        return "name.placeholder"
    return "name.civility-unlisted"


TITLE: Final = FieldNormalizer(name="title", fields=("title",), column=_column, text=str)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read one title."""
    return TITLE.normalize(text, hints)
