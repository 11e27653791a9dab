"""Codes of the family `frame`: what data frames and Parquet files did to their values before they came here."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="frame.numbers",
        severity=Severity.WARNING,
        title=Text(
            "Codes held as numbers",
            "Codes gardés comme des nombres",
        ),
        message=Text(
            "Column {name} holds numbers: zeros at the beginning of its codes or phones are lost.",
            "La colonne {name} contient des nombres : les zéros au début de ses codes ou téléphones sont perdus.",
        ),
        why=Text(
            "Programs that infer types turn 01000 into 1000 and 0698765432 into 698765432.",
            "Les programmes qui devinent les types changent 01000 en 1000 et 0698765432 en 698765432.",
        ),
        remedy=Text(
            "Read the file with text columns (dtype=str), or give the file itself to contactbase.",
            "Relire le fichier avec des colonnes de texte (dtype=str), ou donner le fichier lui-même à contactbase.",
        ),
        example="1000",
    ),
)
