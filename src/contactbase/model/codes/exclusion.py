"""Codes of the family `exclusion`: why a policy leaves a contact out of a campaign."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="exclusion.inactive",
        severity=Severity.INFO,
        title=Text("Inactive for too long", "Inactif depuis trop longtemps"),
        message=Text(
            "This contact has not acted for longer than campaigns go on writing to.",
            "Ce contact n'a rien fait depuis plus longtemps que les campagnes ne continuent d'écrire.",
        ),
        why=Text(
            "Writing to people who never react hurts delivery to everybody else.",
            "Écrire à des gens qui ne réagissent jamais nuit à la délivrabilité pour tous les autres.",
        ),
        remedy=Text(
            "Leave the contact out, or win it back once with a message of its own. Nothing is erased.",
            "Exclure le contact, ou tenter une fois de le réactiver par un message à part. Rien n'est effacé.",
        ),
    ),
    Code(
        id="exclusion.minor",
        severity=Severity.WARNING,
        title=Text("Minor", "Mineur"),
        message=Text("This contact is under age.", "Ce contact est mineur."),
        why=Text(
            "Marketing to minors needs the consent of their parents, and services for the young carry none.",
            "La prospection des mineurs suppose l'accord des parents, et les services pour la jeunesse n'en portent pas.",
        ),
        remedy=Text("Leave the contact out.", "Exclure le contact."),
    ),
)
