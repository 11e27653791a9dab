"""The one list of layouts of orders and events. A new vendor is one module beside this one, and one line below.

>>> list(ORDER_LAYOUTS)
['shopify-orders', 'woocommerce-orders', 'prestashop-orders', 'events', 'orders']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from contactbase.errors import ReadError
from contactbase.layouts.orders.events import EVENTS
from contactbase.layouts.orders.generic import GENERIC_ORDERS
from contactbase.layouts.orders.layout import OrderLayout
from contactbase.layouts.orders.prestashop import PRESTASHOP_ORDERS
from contactbase.layouts.orders.shopify import SHOPIFY_ORDERS
from contactbase.layouts.orders.woocommerce import WOOCOMMERCE_ORDERS

__all__ = ["ORDER_LAYOUTS", "order_layout_named", "order_layout_of"]

ORDER_LAYOUTS: Final[dict[str, OrderLayout]] = {
    layout.name: layout for layout in (SHOPIFY_ORDERS, WOOCOMMERCE_ORDERS, PRESTASHOP_ORDERS, EVENTS, GENERIC_ORDERS)
}
"""Layouts by name; the first that recognizes the headers of a file is taken."""


def order_layout_of(headers: Iterable[str]) -> OrderLayout:
    """Give the first layout that recognizes some headers; that of usual headers when none does."""
    found = tuple(headers)
    return next((layout for layout in ORDER_LAYOUTS.values() if layout.recognizes(found)), GENERIC_ORDERS)


def order_layout_named(name: str) -> OrderLayout:
    """Give a layout by its name; ReadError lists the names."""
    if name not in ORDER_LAYOUTS:
        raise ReadError(f'There is no layout of orders "{name}". Choose one of: {", ".join(ORDER_LAYOUTS)}.')
    return ORDER_LAYOUTS[name]
