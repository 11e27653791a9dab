"""Codes of the family `audit`: what a check of the audit journal says."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_BROKEN = Text(
    "From a broken entry on, the journal proves nothing; what stands before it still does.",
    "À partir d'une entrée rompue, le journal ne prouve plus rien ; ce qui précède reste valable.",
)
_LOOK = Text(
    "Compare with a copy, and find out who could write to the file.",
    "Comparer avec une copie, et chercher qui pouvait écrire dans le fichier.",
)

CODES: tuple[Code, ...] = (
    Code(
        id="audit.intact",
        severity=Severity.INFO,
        title=Text("Journal whole", "Journal intact"),
        message=Text("{count} entries, none broken; head {head}.", "{count} entrées, aucune rompue ; tête {head}."),
        why=Text(
            "A chain shows that no entry was changed; it does not show that its end was cut off.",
            "Une chaîne montre qu'aucune entrée n'a été changée ; elle ne montre pas que sa fin a été coupée.",
        ),
        remedy=Text("Write the head down outside the file.", "Noter la tête hors du fichier."),
    ),
    Code(
        id="audit.unreadable",
        severity=Severity.ERROR,
        title=Text("Line that is no entry", "Ligne qui n'est pas une entrée"),
        message=Text("Entry {number} cannot be read.", "L'entrée {number} est illisible."),
        why=_BROKEN,
        remedy=_LOOK,
    ),
    Code(
        id="audit.sequence-broken",
        severity=Severity.ERROR,
        title=Text("Entry out of its place", "Entrée hors de sa place"),
        message=Text(
            "Entry {number} does not have that number: one was taken out, put in or moved.",
            "L'entrée {number} ne porte pas ce numéro : une entrée a été retirée, ajoutée ou déplacée.",
        ),
        why=_BROKEN,
        remedy=_LOOK,
    ),
    Code(
        id="audit.link-broken",
        severity=Severity.ERROR,
        title=Text("Entry not linked to the one before", "Entrée non reliée à la précédente"),
        message=Text(
            "Entry {number} does not carry the hash of the one before it.",
            "L'entrée {number} ne porte pas l'empreinte de la précédente.",
        ),
        why=_BROKEN,
        remedy=_LOOK,
    ),
    Code(
        id="audit.altered",
        severity=Severity.ERROR,
        title=Text("Entry altered", "Entrée modifiée"),
        message=Text(
            "Entry {number} does not match its own hash: it was changed.",
            "L'entrée {number} ne correspond pas à sa propre empreinte : elle a été modifiée.",
        ),
        why=_BROKEN,
        remedy=_LOOK,
    ),
    Code(
        id="audit.seal-broken",
        severity=Severity.ERROR,
        title=Text("Entry not sealed by us", "Entrée non scellée par nous"),
        message=Text(
            "Entry {number} bears no seal of a key in the ring: it was written by somebody without the key.",
            "L'entrée {number} ne porte le sceau d'aucune clé du trousseau : elle a été écrite sans la clé.",
        ),
        why=Text(
            "Anybody who can write to the file can make a new chain; only who has the key can seal it.",
            "Qui peut écrire dans le fichier peut refaire une chaîne ; seul qui a la clé peut la sceller.",
        ),
        remedy=_LOOK,
    ),
    Code(
        id="audit.not-anchored",
        severity=Severity.ERROR,
        title=Text("Journal cut off or written anew", "Journal coupé ou réécrit"),
        message=Text(
            "The journal has {number} entries and does not hold the one that was written down outside.",
            "Le journal a {number} entrées et ne contient pas celle qui a été notée au dehors.",
        ),
        why=Text(
            "Cutting off the end leaves a chain without a fault; only the head kept outside shows it.",
            "Couper la fin laisse une chaîne sans défaut ; seule la tête gardée au dehors le montre.",
        ),
        remedy=_LOOK,
    ),
)
