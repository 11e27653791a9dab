"""Canada: what is known of CASL here is how long implied consent lasts, which is a question of consent, not retention.

>>> CA_CASL.jurisdiction, [rule.id for rule in CA_CASL.rules]
('CA', ['mail.delay.one-click-unsubscribe', 'house.exclusion.minors'])
"""

from __future__ import annotations

from typing import Final

from contactbase.model.text import Text
from contactbase.policy.countries.ca_consent import CA_CONSENT
from contactbase.policy.countries.eu import MINORS, NO_DURATION, ONE_CLICK
from contactbase.policy.policy import Policy

__all__ = ["CA_CASL"]

CA_CASL: Final = Policy(
    id="ca-casl",
    version="2026.1",
    title=Text("Canada, as far as known of CASL", "Canada, dans la mesure du connu de la LCAP"),
    jurisdiction="CA",
    zone="America/Toronto",
    rules=(ONE_CLICK, MINORS),
    consent=CA_CONSENT,
    unknown=(
        NO_DURATION,
        Text(
            "Hours for calls and messages, and the delay for requests of a person.",
            "Les horaires des appels et messages, et le délai des demandes d'une personne.",
        ),
        Text(
            "The zone of the policy is that of Toronto; Canada has six.",
            "Le fuseau de la politique est celui de Toronto ; le Canada en a six.",
        ),
    ),
)
