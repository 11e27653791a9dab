"""First names: the same, a short form, an initial, part of a compound, a slip, a neighbour among usual names.

Jean and Jeanne, Léa and Léo are one slip apart and two people: two usual first names are *neighbours*, which weighs as
little as files show. A slip that makes an unusual name (Rogtr, Valreie) is a slip.

>>> [FIRST_NAME.levels[compare(*pair) - 1].name for pair in (("jp", "jean pierre"), ("roger", "rogtr"), ("lea", "leo"))]
['initial', 'slip', 'neighbour']
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.matching.names import fold_name, is_brief
from contactbase.matching.nicknames import NICKNAMES
from contactbase.model.contact import Contact
from contactbase.model.text import Text
from contactbase.normalize.first_names import is_first_name

__all__ = ["FIRST_NAME", "SWAPPED", "compare"]

_LEVELS: Final = (
    Level("same", Text("the same first name", "le même prénom"), 0.84, 0.03, 0.01),
    Level("short", Text("a short form of the other", "une forme courte de l'autre"), 0.04, 0.003, 0.0008),
    Level("initial", Text("the initial of the other", "l'initiale de l'autre"), 0.02, 0.01, 0.003),
    Level("part", Text("a part of the other", "une partie de l'autre"), 0.02, 0.01, 0.006),
    Level("slip", Text("a slip apart", "à une faute de frappe près"), 0.045, 0.004, 0.0012),
    Level("neighbour", Text("two usual names, a slip apart", "deux prénoms usuels voisins"), 0.003, 0.02, 0.006),
    Level("swapped", Text("first and last name changed places", "prénom et nom échangés"), 0.02, 0.00001, 0.0000001),
    Level("unlike", Text("another first name", "un autre prénom"), 0.015, 0.22, 0.223),
    Level("different", Text("two different usual first names", "deux prénoms usuels différents"), 0.005, 0.7, 0.75),
)
_SAME, _SHORT, _INITIAL, _PART, _SLIP, _NEIGHBOUR, SWAPPED, _UNLIKE, _DIFFERENT = range(1, 10)
_LONGEST: Final = 60
_JOINING: Final = frozenset({"et", "and", "ou", "&", "+", "und"})


def compare(one: str, other: str) -> int:
    """Compare two folded first names that are not equal."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return _SAME
    if one in NICKNAMES.get(other, ()) or other in NICKNAMES.get(one, ()):
        return _SHORT
    return _by_words(one, other) or _slip(one, other)


def _by_words(one: str, other: str) -> int:
    """Compare word by word; 0 where the words have nothing in common."""
    short, long = sorted((one.split(), other.split()), key=lambda words: (len(words), words))
    if not short or _JOINING.intersection(short) != _JOINING.intersection(long):
        return _unlike(one, other)
    if _is_initial(short, long):
        return _INITIAL
    if len(short) < len(long) and (short == long[: len(short)] or short == long[-len(short) :]):
        return _PART
    if len(long) > 1 and all(map(_agree, short, long)):
        return _SHORT if len(short) == len(long) else _PART
    return 0


def _is_initial(short: list[str], long: list[str]) -> bool:
    joined = "".join(short)
    if not is_brief(joined):
        return False
    initials = "".join(word[0] for word in long)
    return joined == initials or (len(joined) == 1 and long[0].startswith(joined)) or initials.startswith(joined)


def _agree(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short)) or long in NICKNAMES.get(short, ())


def _slip(one: str, other: str) -> int:
    short, long = sorted((one, other), key=len)
    if len(short) > 2 and len(long) - len(short) <= 2 and long.startswith(short) and long[-1] in "aeiou":
        return _NEIGHBOUR
    length = max(len(one), len(other))
    if length < 3 or length > _LONGEST:
        return _unlike(one, other)
    most = 1 if length < 7 else 2
    if slips(one, other, most) > most:
        return _unlike(one, other)
    return _NEIGHBOUR if is_first_name(one) and is_first_name(other) else _SLIP


def _unlike(one: str, other: str) -> int:
    return _DIFFERENT if is_first_name(one) and is_first_name(other) else _UNLIKE


def _value(contact: Contact) -> str | None:
    return fold_name(contact.first_name) or None if contact.first_name else None


def _brief(name: str) -> int:
    return _INITIAL if is_brief(name) else 0


FIRST_NAME: Final = Comparator(
    name="first_name",
    fields=("first_name",),
    title=Text("first name", "prénom"),
    levels=_LEVELS,
    value=_value,
    compare=compare,
    brief=_brief,
    by_frequency=True,
)
