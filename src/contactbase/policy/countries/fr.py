"""France: the rules on consumers and professionals alike, in two presets and a stricter one.

`FR` asks prospects once more and archives customers; `FR_DELETE_ONLY` erases at three years whatever else is the case;
`FR_STRICT_SEEDS` does so too and takes the shorter hours for SMS. No duration was found that differs between consumers
and professionals. Nothing here is legal advice.

>>> [(rule.id, rule.months, rule.action.value) for rule in FR.of(RetentionRule)]
[('fr.retention.prospect', 36, 'reconsent'), ('fr.retention.customer', 36, 'archive')]
"""

from __future__ import annotations

from typing import Final

import attrs

from contactbase.model.journal import RetentionAction
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.countries.eu import GDPR_DELAYS, MINORS, ONE_CLICK
from contactbase.policy.countries.fr_consent import FR_CONSENT, FR_CONSENT_STRICT
from contactbase.policy.countries.fr_retention import ARCHIVES, CUSTOMER, ONLY_WITH_ASKING, PROSPECT, SUPPRESSION
from contactbase.policy.countries.fr_sending import SENDING, WINDOW_SMS, WINDOW_SMS_STRICT
from contactbase.policy.policy import Policy
from contactbase.policy.rule import RetentionRule

__all__ = ["FR", "FR_DELETE_ONLY", "FR_STRICT_SEEDS"]

_UNKNOWN: Final = (
    Text(
        "The text of the CNIL's référentiel was not read; its three years are indicative and reported by others.",
        "Le texte du référentiel de la CNIL n'a pas été lu ; ses trois ans sont indicatifs et rapportés par des tiers.",
    ),
    Text(
        "Accounts without activity (two years, after a warning) stand in a draft of 2018 and are no rule here.",
        "Les comptes sans activité (deux ans, après avertissement) figurent dans un projet de 2018 et ne sont pas une "
        "règle ici.",
    ),
    Text(
        "No official duration was found for the proof of consent, and no official hours for SMS.",
        "Aucune durée officielle n'a été trouvée pour la preuve du consentement, ni d'horaire officiel pour les SMS.",
    ),
    Text(
        "Overseas territories and Alsace-Moselle have holidays of their own.",
        "L'outre-mer et l'Alsace-Moselle ont leurs propres jours fériés.",
    ),
)
_ALWAYS: Final = (SUPPRESSION, *GDPR_DELAYS, ONE_CLICK, MINORS, *SENDING)

FR: Final = Policy(
    id="fr",
    version="2026.2",
    title=Text("France, after the CNIL's référentiel", "France, d'après le référentiel de la CNIL"),
    jurisdiction="FR",
    zone="Europe/Paris",
    rules=(PROSPECT, CUSTOMER, *ARCHIVES, *_ALWAYS, WINDOW_SMS),
    consent=FR_CONSENT,
    unknown=_UNKNOWN,
)

_DELETE_ALL: Final = Citation(
    authority="Odeis",
    instrument="guide on SMS contact bases",
    locator="« Un client inactif depuis plus de trois ans doit être supprimé »",
    confidence=Confidence.VENDOR,
)


def _deleting(rule: RetentionRule) -> RetentionRule:
    """Give the rule with deletion as the only outcome."""
    return attrs.evolve(
        rule,
        id=f"{rule.id}.delete-only",
        text=Text(
            "After more than three years without an act of the person, the contact is deleted.",
            "Après plus de trois ans sans acte de la personne, le contact est supprimé.",
        ),
        action=RetentionAction.DELETE,
        reconsent=None,
        citations=(_DELETE_ALL, *(citation for citation in rule.citations if citation not in ONLY_WITH_ASKING)),
    )


_DELETING: Final = (_deleting(PROSPECT), _deleting(CUSTOMER))
_NOTHING_STAYS: Final = Text(
    "Nothing is archived: keep accounting documents and what legal claims need elsewhere before you enact this.",
    "Rien n'est archivé : conservez ailleurs les pièces comptables et ce qu'exigent les contentieux avant d'exécuter.",
)

FR_DELETE_ONLY: Final = Policy(
    id="fr-delete-only",
    version="2026.2",
    title=Text("France, deletion only", "France, suppression seule"),
    jurisdiction="FR",
    zone="Europe/Paris",
    rules=(*_DELETING, *_ALWAYS, WINDOW_SMS),
    consent=FR_CONSENT,
    unknown=(*_UNKNOWN, _NOTHING_STAYS),
)
"""The strictest reading: nobody is asked once more, nobody is archived (R36)."""

FR_STRICT_SEEDS: Final = Policy(
    id="fr-strict-seeds",
    version="2026.1",
    title=Text("France, the strictest of each reading", "France, la lecture la plus stricte de chaque règle"),
    jurisdiction="FR",
    zone="Europe/Paris",
    rules=(*_DELETING, *_ALWAYS, WINDOW_SMS_STRICT),
    consent=FR_CONSENT_STRICT,
    unknown=(*_UNKNOWN, _NOTHING_STAYS),
)
"""Deletion at three years and SMS from 8 to 20 only (R31, R36)."""
