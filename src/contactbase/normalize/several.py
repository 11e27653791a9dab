r"""A cell that several columns of one field were joined into, one line each: what they say together.

Columns that say the same say it once; those that differ give all their values, in order, and a finding with the code
that the field has for it.

>>> from contactbase.normalize import number
>>> number.normalize("12\n12").values, number.normalize("12\n13").values
((12,), (12, 13))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from contactbase.normalize.cell_text import LONGEST
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.remark import remark

__all__ = ["read_lines"]

T = TypeVar("T")
_LONGEST: Final = 20 * LONGEST


def read_lines(
    text: str, read: Callable[[str], Normalized[T]], *, code: str, field: str | None
) -> Normalized[T] | None:
    """Read each non-blank line by itself; None for a cell of one line, or of too many to be a field's columns."""
    if "\n" not in text or len(text) > _LONGEST:
        return None
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    if len(lines) < 2:
        return None
    forms = [read(line) for line in lines]
    values = tuple(dict.fromkeys(value for form in forms for value in form.values))
    findings = tuple(dict.fromkeys(found for form in forms for found in form.findings))
    if len(values) > 1:
        findings += (remark(code, field, count=len(values)),)
    return Normalized(values, findings)
