"""How far the names of two contacts say that they are one person, or that they are not.

Names compare folded, hyphens and apostrophes apart. First names: equal; close (a nickname, an initial, JP for
Jean-Pierre, one slip beside a usual first name); unsure (Marie and Marie-Claude). Last names: equal; related (a double
or married name shares a word, one slip). A first and a last name that changed places are the same name. Two people of
one household share a last name, never a full first name: another first name is another person.

>>> compare(Name("jean pierre", "le goff"), Name(fold_name("J.P."), "le goff"))
<NameAgreement.CLOSE: 'close'>
>>> compare(Name("lea", "durand"), Name("leo", "durand"))
<NameAgreement.DIFFERENT: 'different'>
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from contactbase.matching.nicknames import NICKNAMES
from contactbase.matching.slip import is_slip
from contactbase.normalize.first_names import is_first_name
from contactbase.normalize.fold import fold

__all__ = ["Name", "NameAgreement", "compare", "fold_name", "is_brief", "same_first_name"]


class NameAgreement(StrEnum):
    """What two names have to do with each other, from agreement to contradiction."""

    SAME = "same"
    """First and last name are equal, in full."""
    CLOSE = "close"
    """One is a short or longer way to write the other."""
    PARTIAL = "partial"
    """What both have is equal, a part is missing on one side."""
    RENAMED = "renamed"
    """The same full first name, another last name: a marriage, or somebody else."""
    UNSURE = "unsure"
    """It could be a way to write the other; alone it decides nothing."""
    ABSENT = "absent"
    """One side has no name at all."""
    DIFFERENT = "different"
    """Two different people as far as names can say."""


class Name(NamedTuple):
    """A folded name, its words separated by spaces; a company stands in where there is no person's name."""

    first: str
    last: str
    company: str = ""


_JOINING: Final = frozenset({"et", "and", "ou", "&", "+", "und"})
"""Words that make two people of one cell."""
_INITIALS: Final = 2
"""A word of up to two letters may be no more than initials."""
_PARTICLES: Final = frozenset("van von den der des del las los les dos das saint sainte ben ibn abou abu mac".split())
_DOTS: Final = str.maketrans('.,;:_/()"', "         ", "")


def fold_name(text: str) -> str:
    """Fold a name; dots and other punctuation part words."""
    return fold(text if text.isalpha() else text.translate(_DOTS))


def same_first_name(left: Name, right: Name) -> bool:
    """Tell whether both have the same first name in full (two equal initials are not)."""
    return _first_names(left.first, right.first) is _First.SAME


def compare(left: Name, right: Name) -> NameAgreement:
    """Give the agreement of two names; symmetric."""
    if left == right and (left.company or (left.last and len(left.first) > _INITIALS and " " not in left.first)):
        return NameAgreement.SAME
    if not (left.first or left.last) or not (right.first or right.last):
        return _without_a_person(left, right)
    if left.first and left.last and left.first == right.last and left.last == right.first:
        return NameAgreement.CLOSE if is_brief(left.first) or is_brief(left.last) else NameAgreement.SAME
    return _TABLE.get((_first_names(left.first, right.first), _last_names(left.last, right.last)), _OTHERWISE)


def _without_a_person(left: Name, right: Name) -> NameAgreement:
    if left.company and right.company:
        return NameAgreement.DIFFERENT
    return NameAgreement.UNSURE if left.company or right.company else NameAgreement.ABSENT


class _First(StrEnum):
    SAME, CLOSE, UNSURE, MISSING, DIFFERENT = "same", "close", "unsure", "missing", "different"


class _Last(StrEnum):
    SAME, RELATED, MISSING, DIFFERENT = "same", "related", "missing", "different"


_OTHERWISE: Final = NameAgreement.DIFFERENT
_TABLE: Final = {
    (_First.SAME, _Last.SAME): NameAgreement.SAME,
    (_First.SAME, _Last.RELATED): NameAgreement.CLOSE,
    (_First.SAME, _Last.MISSING): NameAgreement.PARTIAL,
    (_First.SAME, _Last.DIFFERENT): NameAgreement.RENAMED,
    (_First.CLOSE, _Last.SAME): NameAgreement.CLOSE,
    (_First.CLOSE, _Last.RELATED): NameAgreement.UNSURE,
    (_First.CLOSE, _Last.MISSING): NameAgreement.UNSURE,
    (_First.UNSURE, _Last.SAME): NameAgreement.UNSURE,
    (_First.UNSURE, _Last.RELATED): NameAgreement.UNSURE,
    (_First.UNSURE, _Last.MISSING): NameAgreement.UNSURE,
    (_First.MISSING, _Last.SAME): NameAgreement.PARTIAL,
    (_First.MISSING, _Last.RELATED): NameAgreement.UNSURE,
    (_First.MISSING, _Last.MISSING): NameAgreement.ABSENT,
}


def _first_names(left: str, right: str) -> _First:
    if not left or not right:
        return _First.MISSING
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return _First.CLOSE if is_brief(left) else _First.SAME
    if left in NICKNAMES.get(right, ()) or right in NICKNAMES.get(left, ()):
        return _First.CLOSE
    if _may_be_a_slip(left, right):
        return _slip(is_first_name(left) + is_first_name(right), max(len(left), len(right)))
    return _by_words(*sorted((left.split(), right.split()), key=len))


def _slip(usual: int, length: int) -> _First:
    """Say what one slip means, by how many of the two are usual first names: Rogtr is Roger, Léa is not Léo."""
    if usual == 2:
        return _First.DIFFERENT
    return _First.CLOSE if usual == 1 and length >= _SHORTEST_SURE else _First.UNSURE


def _may_be_a_slip(one: str, other: str) -> bool:
    """Tell whether one slip lies between two names; a vowel at the end more makes the name of the other sex."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_SLIP or len(long) > _LONGEST_SLIP or (long[:-1] == short and long[-1] in "aeiou"):
        return False
    return is_slip(one, other)


_SHORTEST_SLIP: Final = 3
_SHORTEST_SURE: Final = 5
_LONGEST_SLIP: Final = 60


def is_brief(name: str) -> bool:
    """Tell whether a name may be no more than initials: J, J P, JP (scripts without case have names of one letter)."""
    brief = len(name) <= _INITIALS or (" " in name and all(len(word) == 1 for word in name.split()))
    return brief and _is_cased(name)


def _is_cased(letters: str) -> bool:
    return letters.upper() != letters


def _by_words(short: list[str], long: list[str]) -> _First:
    """Compare the words of two first names that are not equal, the one with fewer words first."""
    if _JOINING.intersection(short) != _JOINING.intersection(long):
        return _First.DIFFERENT
    if len(long) > 1 and short == ["".join(word[0] for word in long)]:
        return _First.CLOSE
    if not all(_words_agree(one, other) for one, other in zip(short, long, strict=False)):
        return _First.DIFFERENT
    return _First.CLOSE if len(short) == len(long) or short[0] == long[0][0] else _First.UNSURE


def _words_agree(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    initial = len(short) == 1 and _is_cased(short) and long.startswith(short)
    return initial or long in NICKNAMES.get(short, ()) or short in NICKNAMES.get(long, ())


def _last_names(left: str, right: str) -> _Last:
    if not left or not right:
        return _Last.MISSING
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return _Last.SAME
    if _may_be_a_slip(left, right):
        return _Last.RELATED
    shared = set(left.split()).intersection(right.split()) - _PARTICLES
    return _Last.RELATED if any(len(word) > 2 for word in shared) else _Last.DIFFERENT
