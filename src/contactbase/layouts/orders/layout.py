"""How one vendor writes its orders or events: which column has which role, which status counts, which word is which.

>>> from contactbase.layouts.orders.catalog import order_layout_of
>>> order_layout_of(("Name", "Email", "Financial Status", "Created at", "Lineitem name")).name
'shopify-orders'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import attrs

from contactbase.layouts.layout import header_key
from contactbase.model.enums import EventKind
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation
from contactbase.model.text import Text

__all__ = ["ColumnRole", "OrderLayout", "OrderStatus", "roles"]


class ColumnRole(StrEnum):
    """What a column of orders or events says.

    `total` is said of the whole order, `line_amount` of one line; `amount` is either, and the file decides. `price` is
    that of one piece, `discount` that of one line. `refunded` is money given back, `cancelled_on` the day of an end.
    `event` says what happened, in a file of events.
    """

    CUSTOMER = "customer"
    EMAIL = "email"
    PHONE = "phone"
    REFERENCE = "reference"
    DAY = "day"
    TOTAL = "total"
    AMOUNT = "amount"
    LINE_AMOUNT = "line_amount"
    PRICE = "price"
    QUANTITY = "quantity"
    DISCOUNT = "discount"
    CURRENCY = "currency"
    STATUS = "status"
    CANCELLED_ON = "cancelled_on"
    REFUNDED = "refunded"
    PRODUCT = "product"
    CATEGORY = "category"
    MATERIAL = "material"
    EVENT = "event"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    LINK = "link"


class OrderStatus(StrEnum):
    """Whether an order is a purchase: only `counts` is."""

    COUNTS = "counts"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


def roles(**headers: str) -> dict[str, ColumnRole]:
    """Give the columns of a layout: for each role its headers between commas.

    >>> roles(email="Email, E-mail")
    {'email': <ColumnRole.EMAIL: 'email'>, 'e mail': <ColumnRole.EMAIL: 'email'>}
    """
    return {header_key(header): ColumnRole(role) for role, named in headers.items() for header in named.split(",")}


@attrs.frozen(kw_only=True)
class OrderLayout:
    """Headers and words are keys (`header_key`); of several columns of one role the first with a text counts, in order.

    `statuses` says which orders count, `kinds` which word of the event column is which act. `kind` is what every row
    is; None: the event column says it. A layout is recognized by having all of one of its `marks`. `sources` say where
    this is known from, `unverified` what nobody has checked (None: nothing).
    """

    name: str
    title: Text
    marks: tuple[frozenset[str], ...] = ()
    columns: Mapping[str, ColumnRole]
    statuses: Mapping[str, OrderStatus] = attrs.field(factory=dict)
    kinds: Mapping[str, EventKind] = attrs.field(factory=dict)
    kind: EventKind | None = EventKind.PURCHASE
    date_order: DateOrder | None = None
    decimal_mark: str | None = None
    sources: tuple[Citation, ...] = ()
    unverified: Text | None = None

    def recognizes(self, headers: Iterable[str]) -> bool:
        """Tell whether a file with these headers is of this layout."""
        found = set(map(header_key, headers))
        return any(mark <= found for mark in self.marks)
