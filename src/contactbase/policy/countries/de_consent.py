"""Germany: what may permit a message, as far as was read. What is left open permits nothing. No legal advice.

>>> DE_CONSENT.rules[0].id
'de.consent.email-sms'
"""

from __future__ import annotations

from typing import Final

from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.consent_rules import Consented, ConsentRules, ProofNeeded, SoftOptIn
from contactbase.policy.countries.consent_parts import ELECTRONIC, NO_AGE, NOT_READ, marketing, owed

__all__ = ["DE_CONSENT"]

DE_CONSENT: Final = ConsentRules(
    rules=(
        marketing(
            "de",
            Text(
                "Consent that was confirmed in answer to a second message, or a customer of similar products.",
                "Un accord confirmé en réponse à un second message, ou un client de produits similaires.",
            ),
            (Consented(proof=ProofNeeded.CONFIRMED), SoftOptIn()),
            (
                Citation(
                    authority="Germany",
                    instrument="UWG",
                    locator="§ 7(2)-(3); the second opt-in is what courts take as proof",
                    confidence=Confidence.OWN_JUDGEMENT,
                ),
            ),
            *ELECTRONIC,
        ),
        *owed("de"),
    ),
    unknown=(NOT_READ, NO_AGE),
)
