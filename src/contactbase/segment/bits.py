"""Sets of contacts as whole numbers: one bit a contact, so that a thousand intersections cost nothing.

>>> both = bits([True, True, False]) & bits([True, False, True])
>>> both.bit_count(), chosen(both, ["a", "b", "c"])
(1, ('a',))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

__all__ = ["bits", "chosen"]

_T = TypeVar("_T")
_DIGITS: Final = b"01" + bytes(254)


def bits(flags: Iterable[bool]) -> int:
    """Give flags as a number, the first as its highest bit."""
    digits = bytes(flags).translate(_DIGITS)
    return int(digits, 2) if digits else 0


def chosen(held: int, things: Sequence[_T]) -> tuple[_T, ...]:
    """Give the things whose bit is set, in order."""
    if not held:
        return ()
    digits = format(held, f"0{len(things)}b")
    return tuple(thing for digit, thing in zip(digits, things, strict=True) if digit == "1")
