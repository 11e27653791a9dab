"""Canada: what may permit a message, as far as was read. What is left open permits nothing. No legal advice.

>>> CA_CONSENT.rules[0].grounds[1].months, CA_CONSENT.rules[0].grounds[2].months
(24, 6)
"""

from __future__ import annotations

from typing import Final

from contactbase.model.enums import EventKind
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.consent_rules import Consented, ConsentRules, SoftOptIn
from contactbase.policy.countries.consent_parts import ELECTRONIC, NO_AGE, NOT_READ, marketing, owed

__all__ = ["CA_CONSENT"]

_CASL: Final = Citation(
    authority="CRTC",
    instrument="Canada's Anti-Spam Legislation, implied and express consent",
    locator="implied 24 months after a purchase, 6 months after an inquiry; express consent has no time limit",
    confidence=Confidence.OFFICIAL,
)
_INQUIRIES: Final = frozenset({EventKind.QUOTE_REQUEST, EventKind.FORM_SUBMIT, EventKind.CONTACT})

CA_CONSENT: Final = ConsentRules(
    rules=(
        marketing(
            "ca",
            Text(
                "Express consent, or consent implied for 24 months by a purchase and 6 months by an inquiry.",
                "Un accord exprès, ou tacite pendant 24 mois après un achat et 6 mois après une demande.",
            ),
            (
                Consented(),
                SoftOptIn(months=24, similar=False, told=False),
                SoftOptIn(acts=_INQUIRIES, months=6, similar=False, told=False),
            ),
            (_CASL,),
            *ELECTRONIC,
        ),
        *owed("ca"),
    ),
    unknown=(NOT_READ, NO_AGE),
)
