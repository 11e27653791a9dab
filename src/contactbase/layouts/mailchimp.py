"""Mailchimp's audience export: three files, and the status of every member is in the *file*.

`subscribed_…csv`, `unsubscribed_…csv` and `cleaned_…csv` have the same first columns; only the unsubscribed one has
`UNSUB_TIME`, only the cleaned one (addresses that bounced) `CLEAN_TIME`, only the subscribed one `LAST_CHANGED`. Where
neither the columns nor the file's name say which it is, and in a file of `nonsubscribed` people, nobody is taken for
subscribed. `TAGS` nests its quotes. Read on three public fixtures of exports; the merge fields are the user's own.

>>> UNSUBSCRIBED.constants["opt_in_email"], MEMBERS.constants
('unsubscribed', {})
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CLEANED", "MEMBERS", "NONSUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]

_MEMBER: Final = mark("Email Address, OPTIN_TIME, CONFIRM_TIME, LEID, EUID")
_COLUMNS: Final = claims(
    email="Email Address",
    first_name="First Name",
    last_name="Last Name",
    company="Company",
    postcode="ZIP Code",
    phones="Phone Number",
    birth_date="Birthday",
    country="CC",
    consented_on="CONFIRM_TIME",
    collected_on="OPTIN_TIME",
    tags="TAGS",
    beside="Position, MEMBER_RATING, OPTIN_IP, CONFIRM_IP, LATITUDE, LONGITUDE, GMTOFF, DSTOFF, TIMEZONE, REGION,"
    "LAST_CHANGED, LEID, EUID, NOTES, UNSUB_CAMPAIGN_TITLE, UNSUB_CAMPAIGN_ID, UNSUB_REASON, UNSUB_REASON_OTHER,"
    "CLEAN_CAMPAIGN_TITLE, CLEAN_CAMPAIGN_ID",
)
_SOURCES: Final = (
    Citation(
        authority="TryGhost/migrate",
        instrument="fixtures of the three files",
        confidence=Confidence.REPOSITORY,
    ),
)

SUBSCRIBED: Final = Layout(
    name="mailchimp-subscribed",
    title=Text("Mailchimp, subscribed members", "Mailchimp, membres abonnés"),
    marks=(_MEMBER | {"last changed"},),
    named=(("subscribed", _MEMBER),),
    columns=_COLUMNS,
    constants={"opt_in_email": "subscribed"},
    date_order=DateOrder.YMD,
    list_separator=",",
    sources=_SOURCES,
)

UNSUBSCRIBED: Final = Layout(
    name="mailchimp-unsubscribed",
    title=Text("Mailchimp, unsubscribed members", "Mailchimp, membres désabonnés"),
    marks=(_MEMBER | {"unsub time"},),
    named=(("unsubscribed", _MEMBER),),
    columns=_COLUMNS | {"unsub time": "withdrawn_on"},
    constants={"opt_in_email": "unsubscribed"},
    date_order=DateOrder.YMD,
    list_separator=",",
    sources=_SOURCES,
)

CLEANED: Final = Layout(
    name="mailchimp-cleaned",
    title=Text("Mailchimp, cleaned (bounced) members", "Mailchimp, membres nettoyés (adresses en erreur)"),
    marks=(_MEMBER | {"clean time"},),
    named=(("cleaned", _MEMBER),),
    columns=_COLUMNS | {"clean time": "bounced_on"},
    date_order=DateOrder.YMD,
    list_separator=",",
    sources=_SOURCES,
)

MEMBERS: Final = Layout(
    name="mailchimp",
    title=Text("Mailchimp members, status unknown", "Membres Mailchimp, statut inconnu"),
    marks=(_MEMBER,),
    columns=_COLUMNS,
    date_order=DateOrder.YMD,
    list_separator=",",
    sources=_SOURCES,
)

NONSUBSCRIBED: Final = Layout(
    name="mailchimp-nonsubscribed",
    title=Text("Mailchimp, people who never subscribed", "Mailchimp, personnes jamais abonnées"),
    named=(("nonsubscribed", _MEMBER), ("non", _MEMBER), ("transactional", _MEMBER)),
    columns=_COLUMNS,
    date_order=DateOrder.YMD,
    list_separator=",",
    sources=_SOURCES,
    unverified=Text("No such file was read.", "Aucun fichier de ce type n'a été lu."),
)
