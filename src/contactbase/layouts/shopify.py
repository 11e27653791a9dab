"""Shopify's customer export (the current one): yes/no consents and values guarded by a leading apostrophe.

>>> SHOPIFY.columns["accepts sms marketing"]
'opt_in_sms'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout
from contactbase.model.text import Text

__all__ = ["SHOPIFY"]

SHOPIFY: Final = Layout(
    name="shopify",
    title=Text("Shopify customers", "Clients Shopify"),
    signature=frozenset({"customer id", "accepts email marketing", "default address zip", "total spent"}),
    columns={
        "customer id": "id",
        "first name": "first_name",
        "last name": "last_name",
        "email": "email",
        "accepts email marketing": "opt_in_email",
        "default address company": "company",
        "default address address1": "address",
        "default address address2": "address",
        "default address city": "city",
        "default address country code": "country",
        "default address zip": "postcode",
        "default address phone": "phones",
        "phone": "phones",
        "accepts sms marketing": "opt_in_sms",
        "total spent": "spent",
        "total orders": "orders",
        "tags": "tags",
    },
    decimal_mark=".",
    list_separator=",",
)
