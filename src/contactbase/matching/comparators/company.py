"""Companies: by SIREN where both have one, else by name without its legal form.

>>> COMPANY.levels[compare(("", "garage durand"), ("", "durand")) - 1].name
'word'
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.model.contact import Contact
from contactbase.model.text import Text
from contactbase.normalize.company import company_key

__all__ = ["COMPANY", "compare"]

Value = tuple[str, str]
"""SIREN and key of the name, "" where one is unknown."""

_LEVELS: Final = (
    Level("same", Text("the same company", "la même société"), 0.85, 0.5, 0.0005),
    Level("word", Text("nearly the same company name", "presque la même raison sociale"), 0.06, 0.03, 0.002),
    Level("different", Text("another company", "une autre société"), 0.09, 0.47, 0.9975),
)
_SAME, _WORD, _DIFFERENT = range(1, 4)
_LONGEST: Final = 80
_MATTERS: Final = 4


def compare(one: Value, other: Value) -> int:
    """Compare two companies that are not equal."""
    if one[0] and other[0]:
        return _SAME if one[0] == other[0] else _DIFFERENT
    left, right = one[1], other[1]
    if left == right and left:
        return _SAME
    length = max(len(left), len(right))
    if not (left and right) or length > _LONGEST:
        return _DIFFERENT
    if length > _MATTERS and slips(left, right, 1 if length < 8 else 2) <= (1 if length < 8 else 2):
        return _WORD
    shared = set(left.split()).intersection(right.split())
    return _WORD if any(len(word) >= _MATTERS for word in shared) else _DIFFERENT


def _value(contact: Contact) -> Value | None:
    if not (contact.company or contact.siren):
        return None
    return contact.siren or "", company_key(contact.company) if contact.company else ""


COMPANY: Final = Comparator(
    name="company",
    fields=("company", "siren"),
    title=Text("company", "société"),
    levels=_LEVELS,
    value=_value,
    compare=compare,
    by_frequency=True,
)
