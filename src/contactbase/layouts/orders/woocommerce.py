"""WooCommerce's orders: the shop exports names only, so the files with a key come from two widespread plugins.

One writes the names of the database (`order_id`, `billing_email`, `order_total`), the other titles (`Order Number`,
`Order Total Amount`). `order_total` is what was paid: after discounts, with shipping and taxes. `processing` is paid
and waits to be sent; `on-hold` waits for the money. A customer id of 0 is a guest.

>>> WOOCOMMERCE_ORDERS.statuses["wc on hold"].value
'unpaid'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import mark
from contactbase.layouts.orders.layout import OrderLayout, OrderStatus, roles
from contactbase.layouts.orders.words import words
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["WOOCOMMERCE_ORDERS"]

_STATUSES: Final = words(
    {
        OrderStatus.COUNTS: "completed, processing, terminée, en cours",
        OrderStatus.UNPAID: "pending, pending payment, on-hold, on hold, failed, checkout-draft, draft, auto-draft, "
        "attente paiement, en attente, échouée",
        OrderStatus.CANCELLED: "cancelled, trash, annulée",
        OrderStatus.REFUNDED: "refunded, remboursée",
    }
)

WOOCOMMERCE_ORDERS: Final = OrderLayout(
    name="woocommerce-orders",
    title=Text("WooCommerce orders", "Commandes WooCommerce"),
    marks=(
        mark("order_id, billing_email, order_total"),
        mark("order_number, billing_email, order_total"),
        mark("Order Number, Order Status, Order Date, Order Total Amount"),
        mark("Order Number, Order Status, Order Date, Order Total, Billing Email"),
    ),
    columns=roles(
        customer="customer_id, Customer User ID, Customer ID, customer_user",
        email="billing_email, Email (Billing), Billing Email, Customer Email",
        phone="billing_phone, Phone (Billing), Billing Phone",
        reference="order_number, Order Number, order_id, Order ID",
        day="date, order_date, Order Date, date_created",
        total="order_total, Order Total Amount, Order Total",
        line_amount="item_total, Item Total, line_total, Order Line Total",
        price="item_price, Item Cost, Item Price",
        quantity="item_quantity, Quantity, Item Quantity",
        currency="order_currency, Currency, Order Currency",
        status="status, order_status, Order Status",
        refunded="refunded_total, order_refund_total, Order Refund Amount, Refund Amount",
        product="item_name, Item Name, Product Name",
        category="item_category, Category, Product categories",
    ),
    statuses=_STATUSES | {f"wc {word}": status for word, status in _STATUSES.items()},
    sources=(
        Citation(
            authority="public repositories",
            instrument="header rows of exports that independent importers read (order_id … line_items; Order Number …)",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "The columns of items are the plugins' as remembered; plugins let their user rename any column.",
        "Les colonnes des articles sont celles des extensions, de mémoire ; "
        "ces extensions permettent de tout renommer.",
    ),
)
