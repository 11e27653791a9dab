"""Shopify's customer exports: yes/no consents and values guarded by a leading apostrophe.

The current one has a consent for e-mail and one for SMS. The old one has a single `Accepts Marketing`, which stood for
e-mail and later for "all marketing channels": read as e-mail, and never as SMS.

>>> SHOPIFY.columns["accepts sms marketing"], SHOPIFY_OLD.columns["accepts marketing"]
('opt_in_sms', 'opt_in_email')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["SHOPIFY", "SHOPIFY_OLD"]

SHOPIFY: Final = Layout(
    name="shopify",
    title=Text("Shopify customers", "Clients Shopify"),
    marks=(mark("Customer ID, Accepts Email Marketing, Default Address Zip, Total Spent"),),
    columns=claims(
        id="Customer ID",
        first_name="First Name",
        last_name="Last Name",
        email="Email",
        opt_in_email="Accepts Email Marketing",
        company="Default Address Company",
        address="Default Address Address1, Default Address Address2",
        city="Default Address City",
        country="Default Address Country Code",
        postcode="Default Address Zip",
        phones="Phone, Default Address Phone",
        opt_in_sms="Accepts SMS Marketing",
        spent="Total Spent",
        orders="Total Orders",
        tags="Tags",
        beside="Default Address Province Code, Note, Tax Exempt",
    ),
    decimal_mark=".",
    list_separator=",",
    sources=(
        Citation(
            authority="public repositories",
            instrument="header rows and guarded rows of exports that independent projects hold",
            confidence=Confidence.REPOSITORY,
        ),
    ),
)

SHOPIFY_OLD: Final = Layout(
    name="shopify-old",
    title=Text("Shopify customers (old export)", "Clients Shopify (ancien export)"),
    marks=(
        mark("First Name, Last Name, Email, Accepts Marketing, Total Spent"),
        mark("First Name, Last Name, Email, Accepts Marketing, Province Code, Zip"),
    ),
    columns=claims(
        id="Customer ID",
        first_name="First Name",
        last_name="Last Name",
        email="Email",
        company="Company",
        address="Address1, Address2",
        city="City",
        country="Country Code",
        postcode="Zip",
        phones="Phone",
        opt_in_email="Accepts Marketing",
        opt_in_sms="Accepts SMS Marketing",
        spent="Total Spent",
        orders="Total Orders",
        tags="Tags",
        beside="Province, Province Code, Country, Note, Tax Exempt",
    ),
    decimal_mark=".",
    list_separator=",",
    sources=(
        Citation(
            authority="tramyardg/magento2ShopifyCSV",
            instrument="header row; the same in three other projects",
            confidence=Confidence.REPOSITORY,
        ),
        Citation(
            authority="Shopify",
            instrument="developer changelog, new email marketing consent and deprecated fields",
            locator="what accepts marketing stood for",
            url="https://shopify.dev/changelog/new-email-marketing-consent-for-customers-and-deprecated-fields",
            confidence=Confidence.VENDOR,
        ),
    ),
)
