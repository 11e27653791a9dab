"""Codes of the family `record`."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="record.nothing-to-identify",
        severity=Severity.ERROR,
        title=Text("Nothing to identify anybody by", "Rien pour identifier quelqu'un"),
        message=Text(
            "The row has no usable name, company, address, phone or e-mail.",
            "La ligne n'a ni nom, ni entreprise, ni adresse, ni téléphone, ni e-mail utilisable.",
        ),
        why=Text(
            "A row that identifies nobody can be neither contacted nor merged nor erased on request.",
            "Une ligne qui n'identifie personne ne peut être ni contactée, ni fusionnée, ni effacée sur demande.",
        ),
        remedy=Text(
            "Complete the row from its source, or leave it out.",
            "Compléter la ligne à sa source, ou la retirer.",
        ),
        example="",
    ),
    Code(
        id="record.id-twice",
        severity=Severity.WARNING,
        title=Text("Id used twice", "Identifiant utilisé deux fois"),
        message=Text(
            "Another row has the same id; this one is called {name} here.",
            "Une autre ligne porte le même identifiant ; celle-ci s'appelle ici {name}.",
        ),
        why=Text(
            "Two people under one id end up in each other's history.",
            "Deux personnes sous un même identifiant finissent dans l'historique l'une de l'autre.",
        ),
        remedy=Text(
            "Correct the id at its source; merging decides by name, phone and e-mail, never by id alone.",
            "Corriger l'identifiant à sa source ; la fusion se fait par nom, téléphone et e-mail, jamais par l'identifiant seul.",
        ),
        example="",
    ),
    Code(
        id="record.unreadable-canonical",
        severity=Severity.ERROR,
        title=Text("Cell that is no canonical text", "Cellule hors forme canonique"),
        message=Text(
            "The cell holds no readable {name}; it was left out.",
            "La cellule ne contient pas de {name} lisible ; elle a été écartée.",
        ),
        why=Text(
            "Consents and events are written by this library as JSON; a hand edit broke it.",
            "Consentements et événements sont écrits par cette bibliothèque en JSON ; une retouche à la main l'a cassé.",
        ),
        remedy=Text(
            "Take the cell from the journal or from an earlier result.",
            "Reprendre la cellule dans le journal ou dans un résultat antérieur.",
        ),
        example="",
    ),
    Code(
        id="record.totals-as-one-purchase",
        severity=Severity.WARNING,
        title=Text("Totals instead of purchases", "Des totaux au lieu d'achats"),
        message=Text(
            "The file has totals of purchases and no single ones: a sum over a period that holds the last purchase counts the whole total.",
            "Le fichier a des totaux d'achats et aucun achat isolé : une somme sur une période qui contient le dernier achat compte tout le total.",
        ),
        why=Text(
            "Forty orders in ten years, the last one yesterday, are not forty orders this month.",
            "Quarante commandes en dix ans, la dernière hier, ne sont pas quarante commandes ce mois-ci.",
        ),
        remedy=Text(
            "Use spent, orders and last_purchase in segments on this file; for periods, join the file of orders (--orders, cb.join).",
            "Utiliser spent, orders et last_purchase dans les segments sur ce fichier ; pour des périodes, rattacher le fichier des commandes (--orders, cb.join).",
        ),
    ),
    Code(
        id="record.no-orders-column",
        severity=Severity.WARNING,
        title=Text("Money without a number of orders", "De l'argent sans nombre de commandes"),
        message=Text(
            "The file has a total of money and no number of orders: orders counts no more than one for a known day.",
            "Le fichier a un total d'argent et aucun nombre de commandes : orders ne compte qu'un pour un jour connu.",
        ),
        why=Text(
            "How many purchases made the total is unknown; a number made up would choose loyal customers by chance.",
            "On ignore combien d'achats font le total ; un nombre inventé choisirait les clients fidèles au hasard.",
        ),
        remedy=Text(
            "Export the number of orders too, and use spent rather than orders or average_basket until then.",
            "Exporter aussi le nombre de commandes ; d'ici là, utiliser spent plutôt que orders ou average_basket.",
        ),
    ),
    Code(
        id="record.spent-without-orders",
        severity=Severity.WARNING,
        title=Text("Money without a number of orders in a row", "De l'argent sans nombre de commandes sur une ligne"),
        message=Text(
            "The row has a total of money and no readable number of orders; the total counts as no order.",
            "La ligne a un total d'argent et aucun nombre de commandes lisible ; le total ne compte pour aucune commande.",
        ),
        why=Text(
            "How many purchases made the total is unknown, and a number is never made up.",
            "On ignore combien d'achats font le total, et un nombre n'est jamais inventé.",
        ),
        remedy=Text("Complete the number of orders at its source.", "Compléter le nombre de commandes à sa source."),
    ),
    Code(
        id="record.zero-orders-but-bought",
        severity=Severity.WARNING,
        title=Text("No order, yet money or a day of purchase", "Aucune commande, mais un montant ou un jour d'achat"),
        message=Text(
            "The row says 0 orders, and an amount or a day of purchase; all were kept, the orders at 0.",
            "La ligne dit 0 commande, et un montant ou un jour d'achat ; tout a été gardé, les commandes à 0.",
        ),
        why=Text(
            "One of them is wrong: it decides who is a customer, who is a prospect and how long they are kept.",
            "L'un des deux est faux : il décide qui est client, qui est prospect et combien de temps on les garde.",
        ),
        remedy=Text(
            "Look up the purchases of this person; empty the number where it is unknown.",
            "Vérifier les achats de cette personne ; vider le nombre s'il est inconnu.",
        ),
    ),
    Code(
        id="record.negative-total",
        severity=Severity.WARNING,
        title=Text("The total of purchases is negative", "Le total des achats est négatif"),
        message=Text(
            "The total of all purchases is below zero; it was kept as written.",
            "Le total de tous les achats est inférieur à zéro ; il a été gardé tel quel.",
        ),
        why=Text(
            "Nobody gets more back than was paid: a refund stands alone in the total, or a sign is wrong.",
            "Nul n'est remboursé de plus qu'il n'a payé : un avoir est seul dans le total, ou un signe est faux.",
        ),
        remedy=Text(
            "Look up the purchases of this person, and correct the total at its source.",
            "Vérifier les achats de cette personne, et corriger le total à sa source.",
        ),
    ),
    Code(
        id="record.unknown-field",
        severity=Severity.ERROR,
        title=Text("Unknown field", "Champ inconnu"),
        message=Text(
            "There is no field called {name}; its text was kept unchanged.",
            "Il n'y a pas de champ nommé {name} ; son texte a été gardé tel quel.",
        ),
        why=Text(
            "A misspelt field name would lose a whole column.",
            "Un nom de champ mal écrit perdrait toute une colonne.",
        ),
        remedy=Text(
            "Use a name of the schema, or extend the schema.",
            "Utiliser un nom du schéma, ou étendre le schéma.",
        ),
        example="",
    ),
    Code(
        id="record.custom-unreadable",
        severity=Severity.ERROR,
        title=Text("Custom field not readable", "Champ personnalisé illisible"),
        message=Text(
            "The cell is no {expected}; the field stays unknown.",
            "La cellule n'est pas de type {expected} ; le champ reste inconnu.",
        ),
        why=Text(
            "A custom field has a type so that segments can compare it.",
            "Un champ personnalisé a un type pour que les segments puissent le comparer.",
        ),
        remedy=Text(
            "Correct the cell, or declare the field as text.",
            "Corriger la cellule, ou déclarer le champ comme texte.",
        ),
        example="",
    ),
)
