"""PrestaShop's orders: the table `orders` as its SQL manager exports it, one row an order.

The list of orders of the back office names customers and no key, and cannot be joined. `total_paid_tax_incl` is what
the order comes to: after discounts, with shipping and taxes. The state is a number of the shop; those of a fresh
installation are known, any other is for the caller to say.

>>> PRESTASHOP_ORDERS.statuses["6"].value, PRESTASHOP_ORDERS.columns["id customer"].value
('cancelled', 'customer')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import mark
from contactbase.layouts.orders.layout import OrderLayout, OrderStatus, roles
from contactbase.layouts.orders.words import STATUSES, words
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["PRESTASHOP_ORDERS"]

PRESTASHOP_ORDERS: Final = OrderLayout(
    name="prestashop-orders",
    title=Text("PrestaShop orders", "Commandes PrestaShop"),
    marks=(mark("id_order, id_customer, current_state"), mark("id_order, reference, id_customer, total_paid")),
    columns=roles(
        customer="id_customer",
        email="email, customer_email",
        phone="phone_mobile, phone",
        reference="id_order",
        day="date_add",
        total="total_paid_tax_incl, total_paid",
        line_amount="total_price_tax_incl",
        price="unit_price_tax_incl",
        quantity="product_quantity",
        currency="iso_code, currency",
        status="current_state, order_state, state",
        product="product_name",
        category="category, category_name",
    ),
    statuses=STATUSES
    | words(
        {
            OrderStatus.COUNTS: "2, 3, 4, 5, 9, 11",
            OrderStatus.UNPAID: "1, 8, 10, 12, 13",
            OrderStatus.CANCELLED: "6",
            OrderStatus.REFUNDED: "7",
        }
    ),
    date_order=DateOrder.YMD,
    decimal_mark=".",
    sources=(
        Citation(
            authority="PrestaShop",
            instrument="db_structure.sql, tables orders and order_detail; order_state.xml of the installation",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "The numbers of states are those of an installation that nobody has changed, from memory; total_paid holds no "
        "currency.",
        "Les numéros d'état sont ceux d'une installation que nul n'a modifiée, de mémoire ; "
        "total_paid n'a pas de devise.",
    ),
)
