"""Brevo's contacts, in the attributes of a French or an English account; UTF-8 or Windows-1252, `;`, `,` or tab.

The default attributes are EMAIL, SMS and, by the account's language, FIRSTNAME and LASTNAME or PRENOM and NOM. An
export adds ADDED_TIME and MODIFIED_TIME. `OPT_IN` and `DOUBLE_OPT-IN` name no channel: kept, and reported.

>>> BREVO.columns["prenom"], BREVO.columns["sms"], "opt in" in BREVO.columns
('first_name', 'mobile', False)
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["BREVO"]

BREVO: Final = Layout(
    name="brevo",
    title=Text("Brevo contacts", "Contacts Brevo"),
    marks=(
        mark("EMAIL, FIRSTNAME, LASTNAME, SMS"),
        mark("EMAIL, NOM, PRENOM, SMS"),
        mark("EMAIL, ADDED_TIME, MODIFIED_TIME"),
    ),
    columns=claims(
        id="EXT_ID, CONTACT ID",
        email="EMAIL",
        first_name="FIRSTNAME, PRENOM",
        last_name="LASTNAME, NOM",
        mobile="SMS",
        phones="WHATSAPP",
        landline="LANDLINE_NUMBER",
        collected_on="ADDED_TIME",
        opt_out_email="EMAIL_BLACKLISTED, EMAILBLACKLISTED, BLACKLISTED EMAIL",
        opt_out_sms="SMS_BLACKLISTED, SMSBLACKLISTED, BLACKLISTED SMS",
        beside="MODIFIED_TIME, LIST_IDS",
    ),
    decimal_mark=".",
    sources=(
        Citation(
            authority="Brevo",
            instrument="import of contacts, and request-contact-export of the API",
            url="https://developers.brevo.com/reference/request-contact-export",
            confidence=Confidence.VENDOR,
        ),
    ),
    unverified=Text(
        "The headers of the optional subscription status are not known; the blacklist columns are named after the API "
        "and can only make a contact less reachable.",
        "Les en-têtes du statut d'abonnement facultatif ne sont pas connus ; les colonnes de liste noire portent les "
        "noms de l'API et ne peuvent rendre un contact que moins joignable.",
    ),
)
