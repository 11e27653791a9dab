"""The United Kingdom: what may permit a message, as far as read. What is left open permits nothing. No legal advice.

>>> UK_CONSENT.rules[0].id
'uk.consent.email-sms'
"""

from __future__ import annotations

from typing import Final

from contactbase.model.enums import EventKind
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.consent_rules import Consented, ConsentRules, SoftOptIn
from contactbase.policy.countries.consent_parts import ELECTRONIC, NO_AGE, NOT_READ, SOFT, marketing, owed

__all__ = ["UK_CONSENT"]

UK_CONSENT: Final = ConsentRules(
    rules=(
        marketing(
            "uk",
            SOFT,
            (Consented(), SoftOptIn(acts=frozenset({EventKind.PURCHASE, EventKind.QUOTE_REQUEST}))),
            (
                Citation(
                    authority="ICO",
                    instrument="PECR guidance on electronic mail marketing",
                    locator="own similar products, sale or negotiations, opt-out at collection and in each message; "
                    "not for rented lists; consent per channel",
                    confidence=Confidence.OFFICIAL,
                ),
            ),
            *ELECTRONIC,
        ),
        *owed("uk"),
    ),
    unknown=(
        NOT_READ,
        NO_AGE,
        Text(
            "Calls and letters (preference services) were not researched.",
            "Les appels et courriers (listes d'opposition) n'ont pas été étudiés.",
        ),
    ),
)
