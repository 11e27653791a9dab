"""Codes of the family `tracking`: web events and the purpose that they need."""

from __future__ import annotations

import datetime as dt

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="tracking.events-left-out",
        severity=Severity.WARNING,
        title=Text("Web events left out", "Événements web écartés"),
        message=Text(
            "{count} web events were left out: tracking was not permitted when they happened, or is not now.",
            "{count} événements web ont été écartés : le suivi n'était pas permis alors, ou ne l'est plus.",
        ),
        why=Text(
            "Following what a visitor looks at takes consent of its own; consent to marketing does not cover it.",
            "Suivre ce qu'un visiteur consulte exige un consentement propre ; celui à la prospection ne le couvre pas.",
        ),
        remedy=Text(
            "Record consents for the purpose tracking with their day and proof, or delete the events.",
            "Enregistrer les consentements pour la finalité tracking avec jour et preuve, ou supprimer les événements.",
        ),
        citation=Citation(
            authority="CNIL",
            instrument="cookies and other trackers, recommendation of 17 September 2020",
            locator="JORFARTI000042388207",
            read_on=dt.date(2026, 11, 20),
            confidence=Confidence.OFFICIAL,
        ),
    ),
)
