"""Mautic's contacts: aliases of fields in small letters, do-not-contact as a column of its own.

Consents are no columns in Mautic: whoever must not be written to stands in the table of do-not-contact (the stop
list of the same name reads it).

>>> MAUTIC.columns["donotemail"], MAUTIC.columns["zipcode"]
('opt_out_email', 'postcode')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["MAUTIC"]

MAUTIC: Final = Layout(
    name="mautic",
    title=Text("Mautic contacts", "Contacts Mautic"),
    marks=(
        mark("email, firstname, lastname, points"),
        mark("email, firstname, lastname, preferred_locale"),
        mark("email, firstname, lastname, address1, zipcode"),
        mark("email, firstname, lastname, last_active"),
        mark("email, firstname, lastname, dateIdentified"),
        mark("email, firstname, lastname, doNotEmail"),
    ),
    columns=claims(
        id="id",
        title="title",
        first_name="firstname",
        last_name="lastname",
        company="company",
        activity="position",
        email="email",
        mobile="mobile",
        phones="phone",
        address="address1, address2",
        city="city",
        postcode="zipcode",
        country="country",
        language="preferred_locale, locale",
        tags="tags",
        collected_on="date_added, dateAdded",
        opt_out_email="doNotEmail",
        beside="state, timezone, fax, website, points, last_active, lastActive, dateIdentified, date_identified,"
        "attribution, attribution_date, facebook, foursquare, instagram, linkedin, skype, twitter, owner, stage",
    ),
    date_order=DateOrder.YMD,
    decimal_mark=".",
    list_separator="|",
    sources=(
        Citation(authority="Mautic", instrument="fixtures of the import's tests", confidence=Confidence.REPOSITORY),
    ),
    unverified=Text(
        "The headers of an export by the program itself were not read; aliases of own fields are kept beside.",
        "Les en-têtes d'un export par le logiciel lui-même n'ont pas été lus ; les champs propres sont gardés à côté.",
    ),
)
