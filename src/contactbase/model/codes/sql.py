"""Codes of the family `sql`: what was written into a database, and which of its rows could not be read."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="sql.written",
        severity=Severity.INFO,
        title=Text(
            "Written into the database",
            "Écrit dans la base de données",
        ),
        message=Text(
            "{contacts} contacts, {consents} consents and {events} events were written.",
            "{contacts} contacts, {consents} consentements et {events} événements ont été écrits.",
        ),
        why=Text(
            "All of them were written in one transaction, or none would have been.",
            "Tout a été écrit en une seule transaction, sinon rien ne l'aurait été.",
        ),
        remedy=Text(
            "Nothing to do.",
            "Rien à faire.",
        ),
        example="",
    ),
    Code(
        id="sql.removed",
        severity=Severity.INFO,
        title=Text(
            "Removed from the database",
            "Retirés de la base de données",
        ),
        message=Text(
            "{count} contacts that were merged away or removed were taken out of the tables.",
            "{count} contacts fusionnés ou supprimés ont été retirés des tables.",
        ),
        why=Text(
            "A contact that was merged would otherwise be reached twice, one that was erased would come back.",
            "Un contact fusionné serait sinon joint deux fois, un contact effacé reviendrait.",
        ),
        remedy=Text(
            "Nothing to do; the journal in the database holds what they were.",
            "Rien à faire ; le journal dans la base garde ce qu'ils étaient.",
        ),
        example="",
    ),
    Code(
        id="sql.unwritable-characters",
        severity=Severity.WARNING,
        title=Text(
            "Characters that no database takes",
            "Caractères refusés par les bases de données",
        ),
        message=Text(
            "{count} texts held NULs or halves of characters; NULs were left out, halves written as U+FFFD.",
            "{count} textes contenaient des NUL ou des moitiés de caractères ; les NUL ont été omis, les moitiés écrites comme U+FFFD.",
        ),
        why=Text(
            "PostgreSQL refuses them; the same text should stand in every database.",
            "PostgreSQL les refuse ; le même texte doit se trouver dans chaque base.",
        ),
        remedy=Text(
            "Correct these values at their source.",
            "Corriger ces valeurs à la source.",
        ),
        example="",
    ),
    Code(
        id="sql.unreadable-row",
        severity=Severity.ERROR,
        title=Text(
            "Row that is none",
            "Ligne illisible",
        ),
        message=Text(
            "A row of {name} says what no field can hold: an unknown word, text that is no date, broken JSON.",
            "Une ligne de {name} dit ce qu'aucun champ ne peut contenir : un mot inconnu, un texte qui n'est pas une date, du JSON abîmé.",
        ),
        why=Text(
            "The row was changed by another program; reading half of it would be a guess.",
            "La ligne a été modifiée par un autre programme ; en lire une moitié serait deviner.",
        ),
        remedy=Text(
            "Correct the row in the database, or write the base again.",
            "Corriger la ligne dans la base, ou réécrire la base.",
        ),
        example="",
    ),
)
