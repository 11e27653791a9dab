"""Yes or no, in six languages, digits and check marks. An empty cell is unknown, never no.

The codes of the layout come first (`{"1": "oui", "2": "non"}`: what a digit stands for belongs to the vendor). A
crossed box (`x`) is a yes, as on paper; Access writes yes as -1. A word that is not in the table is reported, not
guessed.

>>> [normalize(cell).values for cell in ("Oui", "0", "✓", "N", "")]
[(True,), (False,), (True,), (False,), ()]
>>> normalize("peut-être").findings[0].code
'boolean.unknown-word'
"""

from __future__ import annotations

from typing import Final

from contactbase.model.hints import Hints
from contactbase.normalize.cell_text import LONGEST, NULL_WORDS, plain, without_accents
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember
from contactbase.normalize.several import read_lines

__all__ = ["ANSWERS", "BOOLEAN", "column", "is_null", "normalize"]

_YES: Final = (
    "oui o yes y si s ja j vrai true t wahr vero verdadero waar cierto 1 1.0 1,0 x xx ok on ✓ ✔ ☑ ✅ 🗸 🗹 👍".split()
)
_NO: Final = "non n no nein nee false f faux falsch falso onwaar 0 0.0 0,0 off ✗ ✘ ☐ ❌ 🗴 👎".split()

ANSWERS: Final = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
"""Folded word to its answer."""
_CACHED: Final = 1024


def is_null(text: str) -> bool:
    """Tell whether a cell that is not blank says that nothing is known (`n/a`, `-`, `null`)."""
    return without_accents(plain(text)) in NULL_WORDS


def _answers(hints: Hints) -> dict[str, bool | None]:
    """Give the table of a column; ValueError for a code that stands for neither yes nor no (or "", unknown)."""
    found: dict[str, bool | None] = dict(ANSWERS)
    for raw, word in hints.codes.items():
        folded = fold(word)
        if folded and folded not in ANSWERS:
            raise ValueError(f"A code of a yes/no column stands for oui, non or nothing, not {word!r}.")
        found[fold(raw)] = ANSWERS.get(folded)
    return found


def column(hints: Hints) -> Cell[bool]:
    """Give the function that reads the cells of a column; ValueError for a code that is no answer."""
    answers = _answers(hints)

    def one(text: str) -> Normalized[bool]:
        folded = fold(text) if len(text) <= LONGEST else text
        if folded in answers:
            answer = answers[folded]
            return Normalized() if answer is None else Normalized((answer,))
        if not text or text.isspace():
            return Normalized()
        code = "boolean.placeholder" if is_null(text) else "boolean.unknown-word"
        return Normalized((), (remark(code, hints.field),))

    def read(text: str) -> Normalized[bool]:
        form = read_lines(text, one, code="boolean.contradictory", field=hints.field)
        if form is None:
            return one(text.strip())
        return form if len(form.values) < 2 else Normalized((), form.findings)

    return remember(read, _CACHED)


def _text(value: bool) -> str:  # noqa: FBT001 - the value of the field itself
    return "true" if value else "false"


BOOLEAN: Final = FieldNormalizer(name="boolean", fields=("couple",), column=column, text=_text)
_NO_HINTS: Final = Hints()


def normalize(text: str, hints: Hints = _NO_HINTS) -> Normalized[bool]:
    """Read one answer."""
    return column(hints)(text)
