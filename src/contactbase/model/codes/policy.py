"""Codes of the family `policy`: what is doubtful in a policy itself."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="policy.no-retention",
        severity=Severity.WARNING,
        title=Text("No duration of retention", "Aucune durée de conservation"),
        message=Text(
            "The policy {policy} does not say how long contacts are kept.",
            "La politique {policy} ne dit pas combien de temps les contacts sont conservés.",
        ),
        why=Text(
            "Personal data may be kept for a limited time only; without a rule everybody would be kept for ever.",
            "Des données personnelles ne se gardent qu'un temps limité ; sans règle, tout serait gardé pour toujours.",
        ),
        remedy=Text("Add a rule of retention to the policy.", "Ajouter une règle de conservation à la politique."),
    ),
    Code(
        id="policy.unbounded",
        severity=Severity.INFO,
        title=Text("Kept without end", "Conservé sans fin"),
        message=Text(
            "The rule {rule} of {policy} keeps without end, and says why.",
            "La règle {rule} de {policy} conserve sans fin, et dit pourquoi.",
        ),
        why=Text(
            "No end is legal only with an explicit reason that holds.",
            "L'absence de fin n'est licite qu'avec une raison explicite qui tient.",
        ),
        remedy=Text("Check that the reason still holds.", "Vérifier que la raison tient toujours."),
    ),
    Code(
        id="policy.gap",
        severity=Severity.WARNING,
        title=Text("Contacts without a rule", "Contacts sans règle"),
        message=Text(
            "No rule of {policy} is about contacts of this relationship and kind: {contacts}.",
            "Aucune règle de {policy} ne concerne les contacts de cette relation et de ce type : {contacts}.",
        ),
        why=Text(
            "Contacts that no rule is about are kept for ever, in silence.",
            "Des contacts qu'aucune règle ne concerne sont gardés pour toujours, en silence.",
        ),
        remedy=Text("Widen a scope or add a rule.", "Élargir un périmètre ou ajouter une règle."),
    ),
    Code(
        id="policy.gap-in-base",
        severity=Severity.WARNING,
        title=Text("Contacts of this base without a rule", "Contacts de cette base sans règle"),
        message=Text(
            "No rule of {policy} is about {count} of {total} contacts.",
            "Aucune règle de {policy} ne concerne {count} des {total} contacts.",
        ),
        why=Text(
            "Contacts that no rule is about are kept for ever, in silence.",
            "Des contacts qu'aucune règle ne concerne sont gardés pour toujours, en silence.",
        ),
        remedy=Text("Widen a scope or add a rule.", "Élargir un périmètre ou ajouter une règle."),
    ),
    Code(
        id="policy.overlap",
        severity=Severity.INFO,
        title=Text("Two rules about the same contacts", "Deux règles pour les mêmes contacts"),
        message=Text(
            "The rules {rule} and {other} of {policy} are about the same contacts; the earlier deadline decides.",
            "Les règles {rule} et {other} de {policy} concernent les mêmes contacts ; l'échéance la plus proche décide.",
        ),
        why=Text(
            "The most restrictive rule wins, which may not be the one that was meant.",
            "La règle la plus restrictive l'emporte, et ce n'est pas forcément celle voulue.",
        ),
        remedy=Text(
            "Separate the scopes if another rule is meant.", "Séparer les périmètres si une autre règle est voulue."
        ),
    ),
    Code(
        id="policy.overlap-in-base",
        severity=Severity.INFO,
        title=Text("Contacts of this base with several rules", "Contacts de cette base avec plusieurs règles"),
        message=Text(
            "Several rules of {policy} are about {count} of {total} contacts; the earlier deadline decides.",
            "Plusieurs règles de {policy} concernent {count} des {total} contacts ; l'échéance la plus proche décide.",
        ),
        why=Text(
            "The most restrictive rule wins, which may not be the one that was meant.",
            "La règle la plus restrictive l'emporte, et ce n'est pas forcément celle voulue.",
        ),
        remedy=Text(
            "Separate the scopes if another rule is meant.", "Séparer les périmètres si une autre règle est voulue."
        ),
    ),
    Code(
        id="policy.out-of-force",
        severity=Severity.INFO,
        title=Text("Rule out of force", "Règle hors vigueur"),
        message=Text(
            "The rule {rule} of {policy} is not in force on {day}.",
            "La règle {rule} de {policy} n'est pas en vigueur le {day}.",
        ),
        why=Text(
            "Laws change on known dates; a rule that has ended is kept to judge the past.",
            "Les lois changent à des dates connues ; une règle terminée sert à juger le passé.",
        ),
        remedy=Text("Check that a rule has taken its place.", "Vérifier qu'une règle a pris sa place."),
    ),
    Code(
        id="policy.gap-in-time",
        severity=Severity.WARNING,
        title=Text("Days without a rule", "Jours sans règle"),
        message=Text(
            "Between the rules {rule} and {other} of {policy}, no rule holds from {first} to {last}.",
            "Entre les règles {rule} et {other} de {policy}, aucune règle ne vaut du {first} au {last}.",
        ),
        why=Text(
            "On those days nothing would be due, and nobody would notice.",
            "Ces jours-là, rien ne serait dû, et personne ne le remarquerait.",
        ),
        remedy=Text(
            "Let one rule begin on the day after the other ends.", "Faire commencer une règle au lendemain de l'autre."
        ),
    ),
    Code(
        id="policy.no-citation",
        severity=Severity.WARNING,
        title=Text("A figure that nobody is cited for", "Un chiffre sans source"),
        message=Text(
            "The rule {rule} of {policy} holds a figure and cites nobody.",
            "La règle {rule} de {policy} contient un chiffre et ne cite personne.",
        ),
        why=Text(
            "Whoever keeps data for so long has to say why it is so long.",
            "Qui conserve des données pendant une durée doit dire d'où vient cette durée.",
        ),
        remedy=Text("Cite the authority, or your own reasons.", "Citer l'autorité, ou vos propres raisons."),
    ),
    Code(
        id="policy.looks-back-too-far",
        severity=Severity.WARNING,
        title=Text("Looks back further than anybody is kept", "Regarde plus loin que la conservation"),
        message=Text(
            "{text} looks back further than the {years} years that {policy} keeps.",
            "{text} regarde plus loin que les {years} ans conservés par {policy}.",
        ),
        why=Text(
            "Whoever has done nothing for longer is gone by then, so the window promises data that are not there.",
            "Qui n'a rien fait depuis plus longtemps est déjà parti : la fenêtre promet des données absentes.",
        ),
        remedy=Text("Shorten the window.", "Raccourcir la fenêtre."),
    ),
)
