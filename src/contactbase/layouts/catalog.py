"""The one list of layouts, the most particular first. A new vendor is one module and one line here.

>>> LAYOUTS["shopify"].title.en
'Shopify customers'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts import generic, mailchimp, own, prestashop, shopify, vcard
from contactbase.layouts.layout import Layout

__all__ = ["LAYOUTS"]

LAYOUTS: Final[dict[str, Layout]] = {
    layout.name: layout
    for layout in (
        own.OWN,
        vcard.VCARD,
        mailchimp.UNSUBSCRIBED,
        mailchimp.CLEANED,
        mailchimp.SUBSCRIBED,
        shopify.SHOPIFY,
        prestashop.PRESTASHOP,
        generic.GENERIC,
    )
}
