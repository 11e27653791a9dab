"""First and last name in each other's column: whether a first name and a last name are one word, slips allowed.

>>> crosswise("durand", "durnad"), crosswise("durand", "martin"), crosswise("durand", "")
(True, False, None)
"""

from __future__ import annotations

from contactbase.matching.distance import slips
from contactbase.matching.names import is_brief

__all__ = ["crosswise"]


def crosswise(first: str | None, last: str | None) -> bool | None:
    """Tell whether the first name of one contact is the last name of another; None when one is unknown."""
    if not first or not last:
        return None
    if first == last:
        return True
    short, long = sorted((first, last), key=len)
    if is_brief(short):
        return long.startswith(short)
    if len(short) < 3 or len(long) > 60:
        return False
    if " " in long and short in long.split():
        return True
    most = 1 if len(long) < 7 else 2
    return slips(short, long, most) <= most
