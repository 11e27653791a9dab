"""Facebook (Meta) Lead Ads: the answers to a form, with `p:` before each phone number.

The questions of the form are columns of their own, under the advertiser's words: those about consent are reported and
never read, for only the words of the form say what was agreed to. Ids are prefixed too (`l:`, `ag:`), and kept so.

>>> FACEBOOK.columns["full name"], FACEBOOK.columns["form id"]
('full_name', '')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["FACEBOOK"]

FACEBOOK: Final = Layout(
    name="facebook-leads",
    title=Text("Facebook Lead Ads", "Facebook Lead Ads"),
    marks=(
        *(
            mark(f"{person}, {other}")
            for person in ("full_name", "email", "phone_number")
            for other in ("form_id", "ad_id", "adset_id", "leadgen_id")
        ),
        mark("full_name, email, phone_number, platform"),
    ),
    columns=claims(
        id="id, leadgen_id",
        collected_on="created_time",
        full_name="full_name",
        first_name="first_name",
        last_name="last_name",
        email="email",
        phones="phone_number",
        company="company_name",
        activity="job_title",
        birth_date="date_of_birth",
        sex="gender",
        address="street_address",
        city="city",
        postcode="post_code, zip_code, zip",
        country="country",
        beside="ad_id, ad_name, adset_id, adset_name, campaign_id, campaign_name, form_id, form_name, is_organic,"
        "platform, inbox_url, lead_status, state, province",
    ),
    sources=(
        Citation(
            authority="public repositories",
            instrument="a reconstruction of a file of leads, and the fields of the Graph API",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "No original file was read; the order of days and months in dates is left to the column.",
        "Aucun fichier original n'a été lu ; l'ordre du jour et du mois dans les dates est laissé à la colonne.",
    ),
)
