"""European Union: what the GDPR says everywhere, and what every country adds for itself is not known here.

The regulation gives delays for answering people and no duration of retention: how long contacts are kept is for the
controller to decide and to justify. So this policy has no rule of retention, and `cb.retain` refuses it rather than
keep everybody in silence.

>>> [(rule.id, rule.months) for rule in EU_MINIMUM.of(DelayRule) if rule.months]
[('eu.delay.request', 1), ('eu.delay.request-extended', 3), ('eu.delay.indirect-notice', 1)]
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.model.enums import Purpose
from contactbase.model.source import Citation, Confidence, Period
from contactbase.model.text import Text
from contactbase.policy.countries.eu_consent import EU_CONSENT
from contactbase.policy.policy import Policy
from contactbase.policy.sending import ExclusionRule
from contactbase.policy.upkeep import DelayRule

__all__ = ["CALENDAR", "EU_MINIMUM", "GDPR_DELAYS", "MINORS", "NO_DURATION", "ONE_CLICK", "SINCE_GDPR"]

SINCE_GDPR: Final = Period(dt.date(2018, 5, 25), None)


def _gdpr(locator: str, confidence: Confidence = Confidence.OWN_JUDGEMENT) -> Citation:
    return Citation(authority="European Union", instrument="GDPR", locator=locator, confidence=confidence)


CALENDAR: Final = Citation(
    authority="France",
    instrument="code de procédure civile",
    locator="art. 641, by analogy (reported by kohenavocats.fr and doctrine.fr)",
    confidence=Confidence.SECONDARY,
)
"""Months end on the same day number, or on the last day of the month; the day of the act is not counted in days."""

GDPR_DELAYS: Final = (
    DelayRule(
        id="eu.delay.request",
        title=Text("Requests of a person: one month", "Demandes d'une personne : un mois"),
        text=Text(
            "A request for access, rectification, erasure or another right is answered within one month.",
            "Une demande d'accès, de rectification, d'effacement ou d'un autre droit reçoit sa réponse sous un mois.",
        ),
        months=1,
        citations=(_gdpr("art. 12(3) (reported by lobbyplag and gdprhub)", Confidence.SECONDARY), CALENDAR),
        in_force=SINCE_GDPR,
    ),
    DelayRule(
        id="eu.delay.request-extended",
        title=Text("Requests, extended: three months", "Demandes, délai prolongé : trois mois"),
        text=Text(
            "The month may be extended by two more for complex or numerous requests, if the person is told so.",
            "Le mois peut être prolongé de deux mois pour des demandes complexes ou nombreuses, en prévenant la "
            "personne.",
        ),
        months=3,
        citations=(_gdpr("art. 12(3) (reported by lobbyplag and gdprhub)", Confidence.SECONDARY), CALENDAR),
        in_force=SINCE_GDPR,
    ),
    DelayRule(
        id="eu.delay.indirect-notice",
        title=Text("Data from elsewhere: inform within one month", "Données d'un tiers : informer sous un mois"),
        text=Text(
            "Whoever is in a bought or rented file is told within one month, and from whom the data came.",
            "Toute personne d'un fichier acheté ou loué est informée sous un mois, avec l'origine des données.",
        ),
        months=1,
        citations=(_gdpr("art. 14(3)"), CALENDAR),
        in_force=SINCE_GDPR,
    ),
)

ONE_CLICK: Final = DelayRule(
    id="mail.delay.one-click-unsubscribe",
    title=Text("One-click unsubscribing: two days", "Désinscription en un clic : deux jours"),
    text=Text(
        "A one-click unsubscribe (RFC 8058) is honoured within two days, that is 48 hours.",
        "Une désinscription en un clic (RFC 8058) est appliquée sous deux jours, soit 48 heures.",
    ),
    hours=48,
    citations=(
        Citation(
            authority="large mailbox providers",
            instrument="rules for bulk senders",
            locator="honoured within 2 days (reported by relaymetry, legalclarity and suped)",
            confidence=Confidence.VENDOR,
        ),
    ),
)

MINORS: Final = ExclusionRule(
    id="house.exclusion.minors",
    title=Text("Minors: no marketing", "Mineurs : pas de prospection"),
    text=Text(
        "Contacts known to be under 18 are left out of marketing. An unknown age is not a minor's.",
        "Les contacts dont on sait qu'ils ont moins de 18 ans sont exclus de la prospection. Un âge inconnu n'est pas "
        "celui d'un mineur.",
    ),
    excludes="age < 18",
    reason="exclusion.minor",
    purposes=frozenset({Purpose.MARKETING}),
    citations=(
        Citation(authority="contactbase", instrument="default gate", locator="under 18 unless a policy says otherwise"),
    ),
)

NO_DURATION: Final = Text(
    "No duration of retention was found for this jurisdiction. Storage has to be limited; decide how long, and why.",
    "Aucune durée de conservation n'a été trouvée pour cette juridiction. La conservation doit être limitée : décidez "
    "de la durée, et pourquoi.",
)

EU_MINIMUM: Final = Policy(
    id="eu-minimum",
    version="2026.1",
    title=Text("European Union, the common minimum", "Union européenne, le minimum commun"),
    jurisdiction="EU",
    zone="Europe/Brussels",
    rules=(*GDPR_DELAYS, ONE_CLICK, MINORS),
    consent=EU_CONSENT,
    unknown=(
        NO_DURATION,
        Text(
            "The rules of the member states on hours, holidays and voice calls.",
            "Les règles des États membres sur les horaires, les jours fériés et les appels.",
        ),
        Text(
            "Days are judged in Brussels; take the zone of your own country.",
            "Les jours sont comptés à Bruxelles ; prenez le fuseau de votre pays.",
        ),
    ),
)
