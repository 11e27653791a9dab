"""The United States: what may permit a message, as far as was read. What is left open permits nothing. No legal advice.

>>> US_CONSENT.rules[0].id
'us.consent.phone-sms'
"""

from __future__ import annotations

from typing import Final

from contactbase.model.enums import Channel
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.consent_rules import Consented, ConsentRules, ProofNeeded
from contactbase.policy.countries.consent_parts import NO_AGE, NOT_READ, marketing, owed

__all__ = ["US_CONSENT"]

US_CONSENT: Final = ConsentRules(
    rules=(
        marketing(
            "us",
            Text(
                "Marketing texts and calls need prior express consent whose words can be shown.",
                "Les SMS et appels de prospection exigent un accord préalable dont le texte peut être montré.",
            ),
            (Consented(proof=ProofNeeded.TEXT),),
            (
                Citation(
                    authority="United States",
                    instrument="TCPA, 47 CFR 64.1200",
                    locator="prior express written consent",
                    confidence=Confidence.OWN_JUDGEMENT,
                ),
            ),
            Channel.SMS,
            Channel.PHONE,
        ),
        *owed("us"),
    ),
    unknown=(
        NOT_READ,
        NO_AGE,
        Text("E-mail (CAN-SPAM) was not researched.", "L'e-mail (CAN-SPAM) n'a pas été étudié."),
    ),
)
