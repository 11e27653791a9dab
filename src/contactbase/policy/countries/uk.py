"""United Kingdom: what is known of it here is about consent (PECR) and requests (art. 12A); durations are not.

That article 12A has taken the place of the month of the GDPR was read on legislation.gov.uk; its figures were not, so
the two delays below are of our own judgement and say so.

>>> UK.jurisdiction, [rule.id for rule in UK.rules if rule.id.startswith("uk.")]
('GB', ['uk.delay.request', 'uk.delay.request-extended'])
"""

from __future__ import annotations

from typing import Final

from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.countries.eu import MINORS, NO_DURATION, ONE_CLICK
from contactbase.policy.countries.uk_consent import UK_CONSENT
from contactbase.policy.policy import Policy
from contactbase.policy.upkeep import DelayRule

__all__ = ["UK"]

_12A: Final = (
    Citation(
        authority="United Kingdom",
        instrument="UK GDPR",
        locator="art. 12A, in the place of the month of art. 12(3)",
        url="https://www.legislation.gov.uk",
        confidence=Confidence.OFFICIAL,
    ),
    Citation(
        authority="contactbase",
        instrument="one month, two more, the clock standing still while the person is asked",
        locator="figures not read in the text: verify",
        confidence=Confidence.OWN_JUDGEMENT,
    ),
)

_REQUESTS: Final = (
    DelayRule(
        id="uk.delay.request",
        title=Text("Requests of a person: one month", "Demandes d'une personne : un mois"),
        text=Text(
            "A request is answered within one month; the clock stands still while the person is asked for more.",
            "Une demande reçoit sa réponse sous un mois ; le délai est suspendu tant qu'un complément est attendu.",
        ),
        months=1,
        citations=_12A,
    ),
    DelayRule(
        id="uk.delay.request-extended",
        title=Text("Requests, extended: three months", "Demandes, délai prolongé : trois mois"),
        text=Text(
            "The month may be extended by two more for complex or numerous requests, if the person is told so.",
            "Le mois peut être prolongé de deux mois pour des demandes complexes ou nombreuses, si la personne est "
            "prévenue.",
        ),
        months=3,
        citations=_12A,
    ),
)

UK: Final = Policy(
    id="uk",
    version="2026.1",
    title=Text("United Kingdom, as far as known", "Royaume-Uni, dans la mesure du connu"),
    jurisdiction="GB",
    zone="Europe/London",
    rules=(*_REQUESTS, ONE_CLICK, MINORS),
    consent=UK_CONSENT,
    unknown=(
        NO_DURATION,
        Text(
            "The figures of article 12A (legislation.gov.uk), which has replaced the month of the GDPR, were not read.",
            "Les chiffres de l'article 12A (legislation.gov.uk), qui remplace le mois du RGPD, n'ont pas été lus.",
        ),
        Text("Hours and holidays for messages.", "Les horaires et les jours fériés pour les messages."),
    ),
)
