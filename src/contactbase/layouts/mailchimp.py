"""Mailchimp's audience export: three files, and the status of every member is in the *file*.

`subscribed_…csv`, `unsubscribed_…csv` and `cleaned_…csv` have the same first columns; only the unsubscribed one has
`UNSUB_TIME`, only the cleaned one (addresses that bounced) has `CLEAN_TIME`. `TAGS` nests its quotes. Read on three
public fixtures of exports; the merge fields between them are the user's own.

>>> UNSUBSCRIBED.constants["opt_in_email"]
'unsubscribed'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout
from contactbase.model.hints import DateOrder
from contactbase.model.text import Text

__all__ = ["CLEANED", "SUBSCRIBED", "UNSUBSCRIBED"]

_MEMBER: Final = frozenset({"email address", "optin time", "confirm time", "leid", "euid"})
_COLUMNS: Final = {
    "email address": "email",
    "first name": "first_name",
    "last name": "last_name",
    "company": "company",
    "zip code": "postcode",
    "phone number": "phones",
    "birthday": "birth_date",
    "cc": "country",
    "confirm time": "consented_on",
    "optin time": "collected_on",
    "tags": "tags",
}

SUBSCRIBED: Final = Layout(
    name="mailchimp-subscribed",
    title=Text("Mailchimp, subscribed members", "Mailchimp, membres abonnés"),
    signature=_MEMBER,
    columns=_COLUMNS,
    constants={"opt_in_email": "subscribed"},
    date_order=DateOrder.YMD,
    list_separator=",",
)

UNSUBSCRIBED: Final = Layout(
    name="mailchimp-unsubscribed",
    title=Text("Mailchimp, unsubscribed members", "Mailchimp, membres désabonnés"),
    signature=_MEMBER | {"unsub time"},
    columns=_COLUMNS | {"unsub time": "withdrawn_on"},
    constants={"opt_in_email": "unsubscribed"},
    date_order=DateOrder.YMD,
    list_separator=",",
)

CLEANED: Final = Layout(
    name="mailchimp-cleaned",
    title=Text("Mailchimp, cleaned (bounced) members", "Mailchimp, membres nettoyés (adresses en erreur)"),
    signature=_MEMBER | {"clean time"},
    columns=_COLUMNS | {"clean time": "bounced_on"},
    date_order=DateOrder.YMD,
    list_separator=",",
)
