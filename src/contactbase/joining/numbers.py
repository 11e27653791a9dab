"""Texts that can be no number of an order.

>>> unfit("4,50012E+12"), unfit("A-1E+2")
('orders.number-lost', None)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from contactbase.normalize.cell_text import LONGEST

__all__ = ["any_unfit", "unfit"]

_POWER: Final = re.compile(r"\d(?:[.,]\d+)?E\+\d{1,3}", re.ASCII)


def unfit(number: str) -> str | None:
    """Give the code of a text that can be no number of an order."""
    if len(number) > LONGEST:
        return "orders.cell-unreadable"
    return "orders.number-lost" if "E+" in number and _POWER.fullmatch(number.strip()) else None


def any_unfit(numbers: Sequence[str]) -> bool:
    """Tell whether one of some texts can be no number of an order: seldom, so they are looked at together first."""
    doubtful = max(map(len, numbers), default=0) > LONGEST or "E+" in "\n".join(numbers)
    return doubtful and any(map(unfit, numbers))
