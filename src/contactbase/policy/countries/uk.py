"""United Kingdom: what is known of it here is about consent (PECR); durations and delays are not.

>>> UK.jurisdiction, [rule.id for rule in UK.rules]
('GB', ['mail.delay.one-click-unsubscribe', 'house.exclusion.minors'])
"""

from __future__ import annotations

from typing import Final

from contactbase.model.text import Text
from contactbase.policy.countries.eu import MINORS, NO_DURATION, ONE_CLICK
from contactbase.policy.countries.uk_consent import UK_CONSENT
from contactbase.policy.policy import Policy

__all__ = ["UK"]

UK: Final = Policy(
    id="uk",
    version="2026.1",
    title=Text("United Kingdom, as far as known", "Royaume-Uni, dans la mesure du connu"),
    jurisdiction="GB",
    zone="Europe/London",
    rules=(ONE_CLICK, MINORS),
    consent=UK_CONSENT,
    unknown=(
        NO_DURATION,
        Text(
            "The delay for requests: the month of the GDPR was replaced by article 12A (legislation.gov.uk), whose "
            "figures were not read.",
            "Le délai des demandes : le mois du RGPD a été remplacé par l'article 12A (legislation.gov.uk), dont les "
            "chiffres n'ont pas été lus.",
        ),
        Text("Hours and holidays for messages.", "Les horaires et les jours fériés pour les messages."),
    ),
)
