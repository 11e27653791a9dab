"""Refunds in rows of their own that bear the number of their order: the order is less by them, and stays one purchase.

Such a row states a total below zero. It is no purchase, and its day is none of a purchase; what it gives back is put
beside the total of the order, as a column of refunds would say it. Two rows that give back the same may be one refund
on two lines, or two refunds, so such an order is set apart.

>>> from contactbase.joining.keyed import Keys
>>> def line(row, minor):
...     return Line(row=row, keys=Keys(), reference="A1", day=None, money={_R.TOTAL: Amount(minor, "EUR")})
>>> order = folded([line(1, 10000), line(2, -3000)], {}.get)
>>> [(line.row, line.money[_R.REFUNDED].minor) for line in order]
[(1, 3000)]
>>> folded([line(1, 10000), line(2, -3000), line(3, -3000)], {}.get)
'orders.amount-unclear'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from contactbase.joining.line import Line
from contactbase.layouts.orders.layout import ColumnRole, OrderStatus
from contactbase.normalize.amount import Amount

__all__ = ["folded"]

_R: Final = ColumnRole
_OF_REFUNDS: Final = frozenset({OrderStatus.COUNTS, OrderStatus.REFUNDED})
_Worst = Callable[[tuple[str, ...]], OrderStatus | None]


def folded(lines: Sequence[Line], worst: _Worst) -> Sequence[Line] | str:
    """Give the lines of an order without those that give back, which its other lines then state; a code if unclear.

    `worst` gives what the words of a status mean. Lines that give nothing back come back as they are.
    """
    back = [line for line in lines if _below_zero(line)] if len(lines) > 1 else []
    bought = [line for line in lines if not _below_zero(line)] if back else []
    if not any(_R.TOTAL in line.money for line in bought):
        return lines
    if any(line.ended or (line.status and worst(line.status) not in _OF_REFUNDS) for line in back):
        return "orders.status-unknown"
    amounts = [line.money[_R.TOTAL] for line in back]
    if len(set(amounts)) < len(amounts):
        return "orders.amount-unclear"
    if len({each.currency for each in amounts}) > 1:
        return "orders.currencies-differ"
    if any(line.money[_R.REFUNDED].minor for line in bought if _R.REFUNDED in line.money):
        return "orders.totals-differ"
    given = Amount(-sum(each.minor for each in amounts), amounts[0].currency)
    return [line._replace(money={**line.money, _R.REFUNDED: given}) for line in bought]


def _below_zero(line: Line) -> bool:
    total = line.money.get(_R.TOTAL)
    return total is not None and total.minor < 0
