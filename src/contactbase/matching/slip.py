"""One slip of the keyboard: a letter too many, too few, another one, or two neighbours exchanged.

Convention: edit distance one of Damerau (1964), with its four kinds of error; linear in the length.

>>> is_slip("valerie", "valreie"), is_slip("roger", "rogtr"), is_slip("durand", "dupont")
(True, True, False)
"""

from __future__ import annotations

__all__ = ["is_slip"]


def is_slip(one: str, other: str) -> bool:
    """Tell whether two texts differ by exactly one slip; symmetric."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start, end = 0, min(len(one), len(other))
    while start < end and one[start] == other[start]:
        start += 1
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    exchanged = short[start : start + 2] == long[start + 1 : start + 2] + long[start]
    return short[start + 1 :] == long[start + 1 :] or (exchanged and short[start + 2 :] == long[start + 2 :])
