"""What one row of a file of orders or events says, or why it says nothing.

>>> times(Amount(250, "EUR"), Decimal("1.5")).minor
375
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final, NamedTuple

from contactbase.joining.keyed import Keys
from contactbase.layouts.orders.layout import ColumnRole
from contactbase.normalize.amount import Amount

__all__ = ["NOTHING", "Line", "Unread", "times"]

NOTHING: Final[Mapping[ColumnRole, Amount]] = {}
_NO_TEXTS: Final[Mapping[ColumnRole, str]] = {}


class Line(NamedTuple):
    """What a row says; `money` by the role of its column, `texts` the product, the category and the like."""

    row: int
    keys: Keys
    reference: str | None
    day: dt.date | None
    money: Mapping[ColumnRole, Amount] = NOTHING
    quantity: Decimal | None = None
    status: tuple[str, ...] = ()
    ended: bool = False
    event: str | None = None
    channel: str | None = None
    texts: Mapping[ColumnRole, str] = _NO_TEXTS

    def __repr__(self) -> str:
        return f"Line(row={self.row})"


class Unread(NamedTuple):
    """A row that cannot be read: the code that says why, the column that is meant, the order that it is a line of."""

    code: str
    role: ColumnRole
    row: int = 0
    reference: str | None = None

    def __repr__(self) -> str:
        return f"Unread(code={self.code!r}, role={self.role.value!r}, row={self.row})"


def times(piece: Amount, quantity: Decimal) -> Amount:
    """Give an amount so many times, rounded half to even to the minor unit."""
    return Amount(int((piece.minor * quantity).to_integral_value(ROUND_HALF_EVEN)), piece.currency)
