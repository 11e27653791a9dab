"""Klaviyo's profiles: property names as headers, dates as `1992-06-21`, consent in capitals (`NEVER_SUBSCRIBED`).

An older export has one column `$consent` with an array, `['email','web']`: it mixes channels and places and is kept
and reported, never read. `Email Suppressions` lists reasons not to write (`['UNSUBSCRIBE']`),
and says nothing where the list is empty.

>>> KLAVIYO.codes["opt_in_email"]["never_subscribed"]
'unknown'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.export import Export, columns
from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.enums import Channel
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["KLAVIYO"]

_CONSENT: Final = {
    "never_subscribed": "unknown",
    "subscribed": "subscribed",
    "unsubscribed": "unsubscribed",
    "suppressed": "suppressed",
}

KLAVIYO: Final = Layout(
    name="klaviyo",
    title=Text("Klaviyo profiles", "Profils Klaviyo"),
    marks=(
        mark("Klaviyo ID"),
        mark("Email, Email Marketing Consent, Profile Created On"),
        mark("Email Address, Email Marketing Consent"),
        mark("Email, First Active, Last Active, Profile Created On"),
    ),
    columns=claims(
        id="Klaviyo ID",
        email="Email, Email Address",
        first_name="First Name",
        last_name="Last Name",
        phones="Phone Number",
        company="Organization",
        activity="Title",
        address="Address, Address 2",
        city="City",
        postcode="Zip Code",
        country="Country",
        birth_date="Birthday",
        collected_on="Profile Created On, Date Added",
        opt_in_email="Email Marketing Consent",
        opt_in_sms="SMS Marketing Consent",
        opt_out_email="Email Suppressions",
        beside="State / Region, First Active, Last Active, Initial Source, Last Source, Latitude, Longitude, Source",
    ),
    codes={"opt_in_email": _CONSENT, "opt_in_sms": _CONSENT, "opt_out_email": {"[]": "unknown"}},
    date_order=DateOrder.YMD,
    decimal_mark=".",
    list_separator=",",
    export=Export(
        columns=columns(
            "Klaviyo ID=id, Email=email, First Name=first_name, Last Name=last_name, Phone Number=mobile,"
            "Organization=company, Address=line 1, Address 2=line 2, City=city, Zip Code=postcode, Country=country,"
            "Birthday=birth_date, Email Marketing Consent=opt_in_email, SMS Marketing Consent=opt_in_sms"
        ),
        yes="SUBSCRIBED",
        no="UNSUBSCRIBED",
        needs=("email", "mobile"),
        serves=frozenset({Channel.EMAIL, Channel.SMS}),
    ),
    sources=(
        Citation(
            authority="Klaviyo",
            instrument="help.klaviyo.com 115005078967 and 360043841811",
            confidence=Confidence.VENDOR,
        ),
        Citation(
            authority="a public repository",
            instrument="a mapping of profiles to a file of subscribers",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "No real export was read: the headers are those of properties. A consent is taken only from the words "
        "SUBSCRIBED and UNSUBSCRIBED under a header that names the channel.",
        "Aucun export réel n'a été lu : les en-têtes sont ceux des propriétés. Un consentement n'est pris que des mots "
        "SUBSCRIBED et UNSUBSCRIBED sous un en-tête qui nomme le canal.",
    ),
)
