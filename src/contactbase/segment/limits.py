"""The limits of a segment: what a person can mean is far below them, what an attack needs is above.

>>> NESTING, LENGTH
(100, 300000)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.segment.nodes import Unit

__all__ = ["CLAUSES", "DIGITS", "LENGTH", "LIST", "NESTING", "PERIOD"]

NESTING: Final = 100
"""Parentheses, `not` and `where` inside each other; Python's own compiler gives up near 200 (measured)."""
LENGTH: Final = 300_000
"""Characters of a text."""
DIGITS: Final = 15
"""Digits of a number, so that sums and products stay exact in 64-bit integers of any back end."""
LIST: Final = 10_000
"""Values between the parentheses of `in`; more belong on a list (`in list`)."""
CLAUSES: Final = 20_000
"""Nodes of a tree."""
PERIOD: Final[Mapping[Unit, int]] = {Unit.DAY: 365_000, Unit.WEEK: 52_000, Unit.MONTH: 12_000, Unit.YEAR: 1_000}
"""Units of a period: about a thousand years."""
