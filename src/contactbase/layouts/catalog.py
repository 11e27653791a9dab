"""The one list of layouts, the most particular first. A new vendor is one module and one line here.

>>> LAYOUTS["shopify"].title.en
'Shopify customers'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts import (
    brevo,
    civicrm,
    facebook_leads,
    generic,
    google_contacts,
    hubspot,
    klaviyo,
    mailchimp,
    mautic,
    newsletters,
    odoo,
    outlook,
    own,
    prestashop,
    salesforce,
    shopify,
    sms,
    thunderbird,
    vcard,
    woocommerce,
    zoho,
)
from contactbase.layouts.layout import Layout

__all__ = ["LAYOUTS"]

LAYOUTS: Final[dict[str, Layout]] = {
    layout.name: layout
    for layout in (
        own.OWN,
        vcard.VCARD,
        mailchimp.UNSUBSCRIBED,
        mailchimp.CLEANED,
        mailchimp.NONSUBSCRIBED,
        mailchimp.SUBSCRIBED,
        mailchimp.MEMBERS,
        shopify.SHOPIFY,
        shopify.SHOPIFY_OLD,
        prestashop.PRESTASHOP,
        prestashop.ADDRESSES,
        woocommerce.WOOCOMMERCE,
        google_contacts.GOOGLE,
        google_contacts.GOOGLE_OLD,
        outlook.OUTLOOK,
        outlook.OUTLOOK_HOME,
        thunderbird.THUNDERBIRD,
        zoho.ZOHO,
        salesforce.LOADER,
        salesforce.REPORT,
        hubspot.HUBSPOT,
        brevo.BREVO,
        klaviyo.KLAVIYO,
        odoo.ODOO,
        mautic.MAUTIC,
        civicrm.CIVICRM,
        facebook_leads.FACEBOOK,
        newsletters.SUBSTACK,
        newsletters.BEEHIIV,
        newsletters.GHOST,
        newsletters.TINYNEWS,
        sms.SMSFACTOR,
        sms.SMSBOX,
        sms.OVH,
        generic.GENERIC,
    )
}
