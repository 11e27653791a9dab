"""From the lines of a file to orders, and from orders to purchases.

All lines of one number are one order, wherever they stand in the file. What an order comes to is its total, stated once
or on each of its lines; without one, the sum of its lines. An order is one purchase (`PurchaseUnit.ORDER`), so that
`orders`, `average_basket` and the largest amount mean what they say; a product or category stands there if all lines
agree. As purchases of single lines (`PurchaseUnit.LINE`) each has its own product, category and amount, and `orders`
counts lines.

A column of amounts that may be the order's or the line's is decided by the whole file: where the lines of some order
differ, it is the line's; where at least 20 orders of several lines each say one amount, it is the order's; else it is
not known, and orders of several lines are set apart.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Final

import attrs

from contactbase.joining.keyed import Keyed, Keys
from contactbase.joining.line import Line, times
from contactbase.joining.refunds import folded
from contactbase.layouts.orders.layout import ColumnRole, OrderStatus
from contactbase.model.enums import EventKind
from contactbase.model.event import Event
from contactbase.model.journal import Finding, finding
from contactbase.model.source import SourceRef
from contactbase.normalize.amount import Amount
from contactbase.normalize.remember import remember_rows

__all__ = ["AmountOf", "OrderBook", "PurchaseUnit", "amount_of"]

ENOUGH: Final = 20
"""Orders of several lines that must each say one amount before it is taken for the order's."""
_ONE: Final = Decimal(1)
_FROM_WORST: Final = (OrderStatus.CANCELLED, OrderStatus.REFUNDED, OrderStatus.UNPAID, OrderStatus.COUNTS)
_ENDED: Final = frozenset({"orders.cancelled", "orders.refunded", "orders.unpaid"})
_NOBODY: Final = frozenset({None})
_R: Final = ColumnRole
_WHAT: Final = (ColumnRole.PRODUCT, ColumnRole.CATEGORY)


class PurchaseUnit(StrEnum):
    """What becomes one purchase."""

    ORDER = "order"
    LINE = "line"


class AmountOf(Enum):
    """What a column of amounts that does not say so is about."""

    ORDER = "order"
    LINE = "line"
    UNKNOWN = "unknown"


def amount_of(orders: Iterable[Sequence[Line]], file: str, header: str) -> tuple[AmountOf, tuple[Finding, ...]]:
    """Decide what an undecided column of amounts is about, and say so."""
    differing = same = 0
    for lines in orders:
        amounts = [line.money[_R.AMOUNT] for line in lines if _R.AMOUNT in line.money]
        if len(amounts) > 1:
            alike = len(set(amounts)) == 1
            same += alike
            differing += not alike
    source = SourceRef(file=file, column=header)
    if differing:
        return AmountOf.LINE, (finding("orders.amount-of-lines", source=source, count=differing),)
    if same >= ENOUGH:
        return AmountOf.ORDER, (finding("orders.amount-of-orders", source=source, count=same),)
    return AmountOf.UNKNOWN, ()


@attrs.define(kw_only=True)
class OrderBook:
    """Makes orders of lines; `refused` maps the number of a row to the code that says why it is no purchase.

    `roles` are those that a column of the file has.
    """

    statuses: Mapping[str, OrderStatus]
    has_status: bool
    unit: PurchaseUnit
    as_of: dt.date
    roles: Container[ColumnRole]
    amounts: AmountOf = AmountOf.UNKNOWN
    refused: dict[int, str] = attrs.field(factory=dict)
    noticed: Counter[str] = attrs.field(factory=Counter)
    ended: set[str] = attrs.field(factory=set)
    _worst_of: Callable[[tuple[str, ...]], OrderStatus | None] = attrs.field(init=False)
    _said: Sequence[ColumnRole] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Remember what words of a status say, for they are few."""
        self._worst_of = remember_rows(self._worst)
        self._said = [role for role in (*_WHAT, _R.MATERIAL, _R.CAMPAIGN) if role in self.roles]

    def keyed(self, lines: Sequence[Line]) -> Keyed | None:
        """Give an order with its purchases; None where it is none, and its rows are refused."""
        keys = _keys(lines)
        bought = folded(lines, self._worst_of) if _R.TOTAL in self.roles else lines
        amount = bought if isinstance(bought, str) else self._refusal(bought, keys) or self._amount(bought)
        if isinstance(bought, str) or isinstance(amount, str):
            self.refuse(lines, str(amount))
            return None
        return Keyed(keys=keys or Keys(), events=self._events(bought, amount), rows=tuple(line.row for line in lines))

    def refuse(self, lines: Sequence[Line], code: str) -> None:
        """Set the rows of an order apart."""
        if code in _ENDED and lines[0].reference is not None:
            self.ended.add(lines[0].reference)
        self.refused.update((line.row, code) for line in lines)

    def _refusal(self, lines: Sequence[Line], keys: Keys | None) -> str | None:
        """Give the code of what makes an order no purchase of a known person on a known day."""
        if keys is None:
            return "orders.several-customers"
        status = self._status(lines)
        if status is not None:
            return status
        if not keys:
            return "orders.no-customer"
        days = [line.day for line in lines if line.day is not None]
        if not days:
            return "orders.no-day"
        first = min(days)
        if first != max(days):
            self.noticed["orders.several-days"] += 1
        return "orders.in-future" if first > self.as_of else None

    def _status(self, lines: Sequence[Line]) -> str | None:
        worst = self._worst_of
        if _R.CANCELLED_ON in self.roles and any(line.ended for line in lines):
            return "orders.cancelled"
        if not self.has_status:
            return None
        said = {worst(words) for words in {line.status for line in lines} if words}
        if not said:
            return "orders.status-unknown"
        status = said.pop()
        if said or status is None:
            return "orders.status-unknown"
        return None if status is OrderStatus.COUNTS else f"orders.{status}"

    def _worst(self, words: tuple[str, ...]) -> OrderStatus | None:
        """Give what the columns of status say together, that of the payment and that of the order; None: not known."""
        found = {self.statuses.get(word) for word in words}
        return None if None in found else next(status for status in _FROM_WORST if status in found)

    def _amount(self, lines: Sequence[Line]) -> Amount | str | None:
        """Give what an order comes to, less what was given back; None where nothing says, a code if it is unclear."""
        total = self._total(lines)
        if total is None:
            total = self._sum(lines)
        if isinstance(total, str):
            return total
        if total is None:
            self.noticed["orders.no-amount"] += 1
            return None
        if total.minor < 0:
            return "orders.negative"
        return self._less_refunds(total, _stated(lines, _R.REFUNDED))

    def _less_refunds(self, total: Amount, back: Amount | str | None) -> Amount | str:
        """Give what is left of an order after a refund, whatever its sign; a code where nothing is."""
        if isinstance(back, str) or (back is not None and back.currency != total.currency):
            return "orders.totals-differ"
        if back is None or not back.minor:
            return total
        if abs(back.minor) >= total.minor:
            return "orders.refunded"
        self.noticed["orders.refunded-in-part"] += 1
        return Amount(total.minor - abs(back.minor), total.currency)

    def _total(self, lines: Sequence[Line]) -> Amount | str | None:
        total = _stated(lines, _R.TOTAL) if _R.TOTAL in self.roles else None
        if total is not None or _R.AMOUNT not in self.roles or self.amounts is AmountOf.LINE:
            return total
        if self.amounts is AmountOf.UNKNOWN and sum(_R.AMOUNT in line.money for line in lines) > 1:
            return "orders.amount-unclear"
        return _stated(lines, _R.AMOUNT)

    def _sum(self, lines: Sequence[Line]) -> Amount | str | None:
        """Give the sum of what the lines come to; none where a line says nothing, for the sum would be too low."""
        amounts = [self._of_line(line) for line in lines]
        known = [each for each in amounts if each is not None]
        if not known:
            return None
        currency = known[0].currency
        if any(each.currency != currency for each in known):
            return "orders.currencies-differ"
        if len(known) < len(amounts):
            return "orders.line-without-amount"
        return Amount(sum([each.minor for each in known]), currency)

    def _of_line(self, line: Line) -> Amount | None:
        """Give what one line comes to: as stated, or its price so many times, less its discount."""
        stated = line.money.get(_R.LINE_AMOUNT)
        if stated is None and self.amounts is AmountOf.LINE:
            stated = line.money.get(_R.AMOUNT)
        if stated is not None:
            return stated
        price = line.money.get(_R.PRICE)
        if price is None:
            return None
        whole = times(price, _ONE if line.quantity is None else line.quantity)
        less = line.money.get(_R.DISCOUNT)
        return whole if less is None else Amount(whole.minor - abs(less.minor), whole.currency)

    def _events(self, lines: Sequence[Line], amount: Amount | None) -> tuple[Event, ...]:
        if self.unit is PurchaseUnit.LINE and (single := self._by_line(lines, amount)):
            return single
        first = lines[0].texts
        if all(line.texts is first for line in lines):
            return (self._purchase(lines, amount, first),)
        texts: dict[ColumnRole, str | None] = {}
        several = False
        for role in self._said:
            found = {line.texts.get(role) for line in lines}
            if len(found) == 1:
                texts[role] = found.pop()
            else:
                several = several or role in _WHAT
        self.noticed["orders.products-not-held"] += several
        return (self._purchase(lines, amount, texts),)

    def _by_line(self, lines: Sequence[Line], amount: Amount | None) -> tuple[Event, ...]:
        """Give a purchase for each line; none where lines say no amount, or one below zero, which no purchase has.

        Nor after a refund, for it does not say of which line.
        """
        amounts = [self._of_line(line) for line in lines]
        known = [each for each in amounts if each is not None and each.minor >= 0]
        back = _stated(lines, _R.REFUNDED)
        if len(known) < len(lines) or (isinstance(back, Amount) and back.minor):
            self.noticed["orders.kept-whole"] += 1
            return ()
        if amount is not None and sum(each.minor for each in known) != amount.minor:
            self.noticed["orders.lines-differ-from-total"] += 1
        events = (self._purchase(lines, of, line.texts) for of, line in zip(known, lines, strict=True))
        return tuple(sorted(events, key=_content))

    def _purchase(self, lines: Sequence[Line], amount: Amount | None, texts: Mapping[ColumnRole, str | None]) -> Event:
        return Event(
            kind=EventKind.PURCHASE,
            at=_first(lines),
            amount=None if amount is None else amount.minor,
            currency=None if amount is None else amount.currency,
            product=texts.get(_R.PRODUCT),
            category=texts.get(_R.CATEGORY),
            material=texts.get(_R.MATERIAL),
            campaign=texts.get(_R.CAMPAIGN),
            reference=lines[0].reference,
        )


def _content(event: Event) -> tuple[str, str, str, int]:
    return event.product or "", event.category or "", event.material or "", event.amount or 0


def _first(lines: Iterable[Line]) -> dt.date:
    return min([line.day for line in lines if line.day is not None])


def _stated(lines: Sequence[Line], role: ColumnRole) -> Amount | str | None:
    """Give what is said once of an order, however many lines repeat it; a code where they differ."""
    found = [line.money[role] for line in lines if role in line.money]
    if not found:
        return None
    return found[0] if len(set(found)) == 1 else "orders.totals-differ"


def _keys(lines: Sequence[Line]) -> Keys | None:
    """Give whose an order is; None where its lines say several."""
    first = lines[0].keys
    if len(lines) == 1 or all(line.keys is first for line in lines):
        return first
    said = {line.keys for line in lines}
    if len(said) == 1:
        return first
    customers = {keys.customer for keys in said} - _NOBODY
    emails = {keys.email for keys in said} - _NOBODY
    phones = {keys.phone for keys in said} - _NOBODY
    if max(len(customers), len(emails), len(phones)) > 1:
        return None
    one = [next(iter(found), None) for found in (customers, emails, phones)]
    return Keys(customer=one[0], email=one[1], phone=one[2])
