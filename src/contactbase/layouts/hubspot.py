"""HubSpot's contact export: the columns of the view that the user looked at, under their labels.

Two ways of writing dates are seen, `2024-03-12 09:14` and `3/15/2024 2:30 PM`, so the order is left to the column.
`Unsubscribed from all email` is an opt-out. `Marketing contact status` says who is billed, not who agreed, and
`Lead Status` is no relationship; `Opted out of email: …` stands for one type of subscription each and is reported.

>>> HUBSPOT.columns["unsubscribed from all email"], HUBSPOT.columns["marketing contact status"]
('opt_out_email', '')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["HUBSPOT"]

HUBSPOT: Final = Layout(
    name="hubspot",
    title=Text("HubSpot contacts", "Contacts HubSpot"),
    marks=tuple(
        mark(f"Record ID, Email, {other}")
        for other in (
            "Contact owner, Phone Number",
            "Contact owner, Company Name",
            "Lead Status",
            "Lifecycle Stage",
            "Associated Company",
            "Associated Company IDs",
            "Marketing contact status",
            "Original Source",
        )
    ),
    columns=claims(
        id="Record ID",
        first_name="First Name",
        last_name="Last Name",
        title="Salutation",
        email="Email",
        emails="Additional email addresses, Work email",
        phones="Phone Number, Phone",
        mobile="Mobile Phone Number",
        company="Company Name, Associated Company, Company",
        activity="Industry, Job Title",
        birth_date="Date of birth",
        language="Preferred language",
        address="Street Address",
        city="City",
        postcode="Postal Code",
        country="Country/Region, Country",
        collected_on="Create Date",
        opt_out_email="Unsubscribed from all email",
        beside="Lead Status, Lifecycle Stage, Contact owner, Marketing contact status, Original Source, State/Region,"
        "Associated Company IDs, Last Activity Date, Last Modified Date, Email hard bounce reason, Department",
    ),
    decimal_mark=".",
    list_separator=";",
    sources=(
        Citation(
            authority="HubSpot",
            instrument="import of contacts, knowledge.hubspot.com",
            confidence=Confidence.VENDOR,
        ),
        Citation(
            authority="public repositories",
            instrument="files that six projects hold for HubSpot exports",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "The columns of consent are named as HubSpot labels its properties; no real export with them was read. "
        "Labels of other languages are not known.",
        "Les colonnes de consentement portent les libellés des propriétés de HubSpot ; aucun export réel qui les "
        "contient n'a été lu. Les libellés des autres langues ne sont pas connus.",
    ),
)
