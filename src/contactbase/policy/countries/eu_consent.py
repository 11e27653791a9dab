"""The European Union: what may permit a message, as far as read. What is left open permits nothing. No legal advice.

>>> EU_CONSENT.rules[0].id
'eu.consent.email-sms'
"""

from __future__ import annotations

from typing import Final

from contactbase.model.enums import Channel
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.consent_rules import Consented, ConsentRules, LegitimateInterest, SoftOptIn
from contactbase.policy.countries.consent_parts import ELECTRONIC, NO_AGE, NOT_READ, SOFT, marketing, owed

__all__ = ["EU_CONSENT"]

EU_CONSENT: Final = ConsentRules(
    rules=(
        marketing(
            "eu",
            SOFT,
            (Consented(), SoftOptIn()),
            (
                Citation(
                    authority="European Union",
                    instrument="directive 2002/58/EC",
                    locator="art. 13(1)-(2); national law may differ",
                    confidence=Confidence.OWN_JUDGEMENT,
                ),
                Citation(
                    authority="European Union",
                    instrument="GDPR",
                    locator="art. 7, 21(2)-(3)",
                    confidence=Confidence.OWN_JUDGEMENT,
                ),
            ),
            *ELECTRONIC,
        ),
        marketing(
            "eu",
            Text("Letters, to whoever has not objected.", "Courriers, à qui ne s'y est pas opposé."),
            (Consented(), LegitimateInterest()),
            (
                Citation(
                    authority="European Union",
                    instrument="GDPR",
                    locator="recital 47, art. 21(2)-(3)",
                    confidence=Confidence.OWN_JUDGEMENT,
                ),
            ),
            Channel.POST,
        ),
        *owed("eu"),
    ),
    unknown=(NOT_READ, NO_AGE),
)
