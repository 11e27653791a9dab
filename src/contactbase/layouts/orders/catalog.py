"""The one list of layouts of orders and events. A new vendor is one module beside this one, and one line below.

>>> list(ORDER_LAYOUTS)
['shopify-orders', 'woocommerce-orders', 'prestashop-orders', 'events', 'orders']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from contactbase.errors import ReadError
from contactbase.layouts.layout import header_key
from contactbase.layouts.orders.events import EVENTS
from contactbase.layouts.orders.generic import GENERIC_ORDERS
from contactbase.layouts.orders.layout import ColumnRole, OrderLayout
from contactbase.layouts.orders.prestashop import PRESTASHOP_ORDERS
from contactbase.layouts.orders.shopify import SHOPIFY_ORDERS
from contactbase.layouts.orders.woocommerce import WOOCOMMERCE_ORDERS

__all__ = ["ORDER_LAYOUTS", "looks_like_orders", "order_layout_named", "order_layout_of"]

ORDER_LAYOUTS: Final[dict[str, OrderLayout]] = {
    layout.name: layout for layout in (SHOPIFY_ORDERS, WOOCOMMERCE_ORDERS, PRESTASHOP_ORDERS, EVENTS, GENERIC_ORDERS)
}
"""Layouts by name; the first that recognizes the headers of a file is taken."""
_MONEY: Final = frozenset({ColumnRole.TOTAL, ColumnRole.AMOUNT, ColumnRole.LINE_AMOUNT, ColumnRole.PRICE})


def order_layout_of(headers: Iterable[str]) -> OrderLayout:
    """Give the first layout that recognizes some headers; that of usual headers when none does."""
    found = tuple(headers)
    return next((layout for layout in ORDER_LAYOUTS.values() if layout.recognizes(found)), GENERIC_ORDERS)


def order_layout_named(name: str) -> OrderLayout:
    """Give a layout by its name; ReadError lists the names."""
    if name not in ORDER_LAYOUTS:
        raise ReadError(f'There is no layout of orders "{name}". Choose one of: {", ".join(ORDER_LAYOUTS)}.')
    return ORDER_LAYOUTS[name]


def looks_like_orders(headers: Iterable[str]) -> bool:
    """Tell whether some headers are those of orders or events: of a vendor, or a number with a day and an amount.

    >>> looks_like_orders(("N° commande", "Date", "Courriel", "Total")), looks_like_orders(("Nom", "E-mail", "Total"))
    (True, False)
    """
    found = tuple(headers)
    roles = {GENERIC_ORDERS.columns.get(header_key(header)) for header in found}
    of_a_vendor = any(layout.recognizes(found) for layout in ORDER_LAYOUTS.values() if layout is not GENERIC_ORDERS)
    return of_a_vendor or ({ColumnRole.REFERENCE, ColumnRole.DAY} <= roles and bool(_MONEY & roles))
