"""Names as matching compares them: folded, their punctuation as spaces; and which are no more than initials.

>>> fold_name("LE GOFF-DURAND, J.P."), is_brief(fold_name("J.P.")), is_brief("jo ann")
('le goff durand j p', True, False)
"""

from __future__ import annotations

from typing import Final

from contactbase.normalize.fold import fold

__all__ = ["PARTICLES", "fold_name", "is_brief"]

_INITIALS: Final = 2
"""A word of up to two letters may be no more than initials."""
PARTICLES: Final = frozenset("van von den der des del las los les dos das saint sainte ben ibn abou abu mac".split())
"""Words of last names that many unrelated ones share."""
_DOTS: Final = str.maketrans('.,;:_/()"', "         ", "")


def fold_name(text: str) -> str:
    """Fold a name; dots and other punctuation part words."""
    return fold(text if text.isalpha() else text.translate(_DOTS))


def is_brief(name: str) -> bool:
    """Tell whether a name may be no more than initials: J, J P, JP (scripts without case have names of one letter)."""
    brief = len(name) <= _INITIALS or (" " in name and all(len(word) == 1 for word in name.split()))
    return brief and name.upper() != name
