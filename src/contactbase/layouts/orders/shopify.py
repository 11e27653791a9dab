"""Shopify's orders export: a line for each item, what is said of the whole order on its first line only.

`Total` is what was paid: after discounts, with shipping and taxes. `Name` is the number of the order (`#1001`) and the
customer has no id here: the key is the e-mail address, then the phone. Days are those of `Created at`.

>>> SHOPIFY_ORDERS.columns["lineitem price"].value, SHOPIFY_ORDERS.statuses["voided"].value
('price', 'cancelled')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import mark
from contactbase.layouts.orders.layout import OrderLayout, OrderStatus, roles
from contactbase.layouts.orders.words import words
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["SHOPIFY_ORDERS"]

SHOPIFY_ORDERS: Final = OrderLayout(
    name="shopify-orders",
    title=Text("Shopify orders", "Commandes Shopify"),
    marks=(mark("Name, Email, Financial Status, Lineitem name"),),
    columns=roles(
        customer="Customer ID",
        email="Email",
        phone="Phone, Billing Phone",
        reference="Name",
        day="Created at",
        total="Total",
        price="Lineitem price",
        quantity="Lineitem quantity",
        discount="Lineitem discount",
        currency="Currency",
        status="Financial Status",
        cancelled_on="Cancelled at",
        refunded="Refunded Amount",
        product="Lineitem name",
    ),
    statuses=words(
        {
            OrderStatus.COUNTS: "paid, partially_refunded",
            OrderStatus.UNPAID: "pending, authorized, partially_paid, expired, unpaid",
            OrderStatus.CANCELLED: "voided",
            OrderStatus.REFUNDED: "refunded",
        }
    ),
    date_order=DateOrder.YMD,
    decimal_mark=".",
    sources=(
        Citation(
            authority="public repositories",
            instrument="header rows and rows of the orders export in the tests of independent importers",
            locator="what stands on the first line of an order only",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "The words of Financial Status are those of the order API; that the export has no other was not seen.",
        "Les mots de Financial Status sont ceux de l'API des commandes ; que l'export n'en a pas d'autre n'a "
        "pas été vu.",
    ),
)
