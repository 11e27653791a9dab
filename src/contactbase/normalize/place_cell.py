r"""What the columns of places have in common: they repeat themselves, and several columns may feed one field.

A column function made here reads each distinct cell once, gives equal values as the very same object, and reads the
lines of a cell that several columns were joined into one by one.

>>> from contactbase.normalize.normalized import Normalized
>>> cell = place_column(lambda text: Normalized((text.strip().title(),)), "city")
>>> cell("lyon").values[0] is cell(" LYON").values[0]
True
>>> cell("lyon\nLyon").values, cell("lyon\nparis").findings[0].code
(('Lyon',), 'place.several-in-cell')
"""

from __future__ import annotations

from typing import Final

from contactbase.model.hints import Hints
from contactbase.normalize.cell_text import NULL_WORDS, plain, without_accents
from contactbase.normalize.normalized import Cell, Normalized
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember
from contactbase.normalize.several import read_lines
from contactbase.normalize.text import clean_text

__all__ = ["LONGEST", "bare_text", "field_of", "place_column", "says_nothing", "too_long"]

LONGEST: Final = 200
"""Characters; no name of a place is longer."""

_VALUES: Final = 1 << 16


def field_of(hints: Hints, field: str) -> str:
    """Give the field that the findings of a column name."""
    return hints.field or field


def says_nothing(text: str) -> bool:
    """Tell whether a cell says in words that nothing is known."""
    return without_accents(text) in NULL_WORDS


def bare_text(text: str) -> str:
    """Give the plain form of a cell of at most `LONGEST` characters, whatever quotes and guards it is wrapped in."""
    bare = clean_text(plain(text))
    while (barer := clean_text(plain(bare))) != bare:
        bare = barer
    return bare


def too_long(text: str, field: str) -> Normalized[str]:
    """Refuse a cell that is text of another kind."""
    return Normalized((), (remark("place.too-long", field, length=len(text)),))


def place_column(read: Cell[str], field: str) -> Cell[str]:
    """Give the function of a column from one that reads a single line."""
    shared: dict[str, Normalized[str]] = {}

    def share(form: Normalized[str]) -> Normalized[str]:
        """Give an equal answer that was given before, or at least its value."""
        if len(form.values) != 1:
            return form
        if len(shared) >= _VALUES:
            shared.clear()
        first = shared.setdefault(form.values[0], form)
        return first if first.findings == form.findings else Normalized(first.values, form.findings)

    def once(text: str) -> Normalized[str]:
        lines = read_lines(text, read, code="place.several-in-cell", field=field)
        return share(read(text.strip()) if lines is None else lines)

    return remember(once)
