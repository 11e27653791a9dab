"""Germany: the common minimum of the European Union in German time; nothing of German law was read.

>>> DE.zone, len(DE.unknown)
('Europe/Berlin', 3)
"""

from __future__ import annotations

from typing import Final

from contactbase.model.text import Text
from contactbase.policy.countries.de_consent import DE_CONSENT
from contactbase.policy.countries.eu import GDPR_DELAYS, MINORS, NO_DURATION, ONE_CLICK
from contactbase.policy.policy import Policy

__all__ = ["DE"]

DE: Final = Policy(
    id="de",
    version="2026.1",
    title=Text("Germany, as far as known", "Allemagne, dans la mesure du connu"),
    jurisdiction="DE",
    zone="Europe/Berlin",
    rules=(*GDPR_DELAYS, ONE_CLICK, MINORS),
    consent=DE_CONSENT,
    unknown=(
        NO_DURATION,
        Text(
            "No text of German law was read (unfair competition, commercial and tax retention, federal data protection "
            "act).",
            "Aucun texte de droit allemand n'a été lu (concurrence déloyale, conservation commerciale et fiscale, loi "
            "fédérale de protection des données).",
        ),
        Text(
            "Hours and holidays for messages, which differ by Land.",
            "Les horaires et les jours fériés pour les messages, qui varient selon le Land.",
        ),
    ),
)
