"""Last names: the same, a slip apart, a word in common (double and married names), cut short, another.

A contact that knows its birth name holds both; a birth name that is the other's last name is a word in common.

>>> [LAST_NAME.levels[compare(*pair) - 1].name for pair in (("le goff", "legoff"), ("durand", "durand roy"))]
['same', 'word']
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.matching.names import PARTICLES, fold_name, is_brief
from contactbase.model.contact import Contact
from contactbase.model.text import Text

__all__ = ["LAST_NAME", "SWAPPED", "birth_name", "compare", "generation", "married_name"]

_LEVELS: Final = (
    Level("same", Text("the same last name", "le même nom"), 0.85, 0.85, 0.002),
    Level("slip", Text("a slip apart", "à une faute de frappe près"), 0.05, 0.02, 0.0008),
    Level("slips", Text("two slips apart", "à deux fautes de frappe près"), 0.015, 0.006, 0.003),
    Level("word", Text("a word in common", "un mot en commun"), 0.02, 0.03, 0.0005),
    Level("short", Text("an abbreviation of the other", "une abréviation de l'autre"), 0.01, 0.005, 0.002),
    Level("swapped", Text("first and last name changed places", "prénom et nom échangés"), 0.01, 0.0005, 0.00001),
    Level("different", Text("another last name", "un autre nom"), 0.045, 0.1, 0.99),
)
_SAME, _SLIP, _SLIPS, _WORD, _SHORT, SWAPPED, _DIFFERENT = range(1, 8)
_BESIDE: Final = "\0"
_LONGEST: Final = 60
_MATTERS: Final = 3


_GENERATIONS: Final = {"pere": 1, "mere": 1, "senior": 1, "sr": 1, "fils": 2, "fille": 2, "junior": 2, "jr": 2}
"""Words by which a file tells parents from children of one name."""


def generation(name: str) -> int:
    """Give 1 for a parent, 2 for a child, 0 where a folded name does not say."""
    return max((_GENERATIONS.get(word, 0) for word in name.split()[1:]), default=0)


def married_name(value: str | None) -> str | None:
    """Give the last name itself, without the birth name beside it."""
    return value and (value.partition(_BESIDE)[0] or None)


def birth_name(value: str | None) -> str | None:
    """Give the birth name beside a last name; None where there is none."""
    return value and (value.partition(_BESIDE)[2] or None)


def compare(one: str, other: str) -> int:
    """Compare two folded last names that are not equal, each perhaps with a birth name beside it."""
    if _BESIDE in one or _BESIDE in other:
        lefts, rights = one.split(_BESIDE), other.split(_BESIDE)
        best = _SAME if lefts[0] == rights[0] else _compare(lefts[0], rights[0])
        return min(best, _WORD) if not set(lefts).isdisjoint(rights) else best
    return _compare(one, other)


def _by_words(one: str, other: str) -> int:
    """Compare word by word; 0 where the words say nothing."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return _SAME
    shared = set(one.split()).intersection(other.split()) - PARTICLES
    return _WORD if any(len(word) >= _MATTERS for word in shared) else 0


def _compare(one: str, other: str) -> int:
    if " " in one or " " in other:
        found = _by_words(one, other)
        if found:
            return found
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long.startswith(short):
        return _SHORT if len(short) <= 2 or len(long) - len(short) > 1 else _SLIP
    if len(short) < _MATTERS or len(long) > _LONGEST:
        return _DIFFERENT
    found = slips(one, other, 2 if len(long) > 5 else 1)
    if found == 1:
        return _SLIP
    return _SLIPS if found == 2 and len(long) > 5 else _DIFFERENT


def _value(contact: Contact) -> str | None:
    if contact.birth_name is None:
        return fold_name(contact.last_name) or None if contact.last_name else None
    last, birth = fold_name(contact.last_name or ""), fold_name(contact.birth_name)
    return f"{last}{_BESIDE}{birth}" if last and birth and last != birth else last or birth or None


def _brief(name: str) -> int:
    return _SHORT if is_brief(name) else 0


LAST_NAME: Final = Comparator(
    name="last_name",
    fields=("last_name",),
    title=Text("last name", "nom"),
    levels=_LEVELS,
    value=_value,
    compare=compare,
    brief=_brief,
    by_frequency=True,
)
