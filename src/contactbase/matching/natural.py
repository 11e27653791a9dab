"""The natural order of ids: the numbers that they end in compare as numbers.

>>> sorted(["c-10", "c-9", "c-2", "b-11"], key=natural)
['b-11', 'c-2', 'c-9', 'c-10']
"""

from __future__ import annotations

__all__ = ["natural"]


def natural(contact_id: str) -> tuple[str, int, str, str]:
    """Give a sort key; a total order, so that it does not depend on who came first. No number is too long for it."""
    stem = contact_id.rstrip("0123456789")
    number = contact_id[len(stem) :].lstrip("0")
    return stem, len(number), number, contact_id
