"""Codes of the family `phone`."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="phone.too-short",
        severity=Severity.ERROR,
        title=Text("Phone number too short", "Numéro trop court"),
        message=Text(
            "The number has {digits} digits, too few for its country.",
            "Le numéro a {digits} chiffres, trop peu pour son pays.",
        ),
        why=Text(
            "A message to an incomplete number is paid for and reaches nobody, or somebody else.",
            "Un message vers un numéro incomplet est payé et n'atteint personne, ou quelqu'un d'autre.",
        ),
        remedy=Text(
            "Ask the person for the number, or remove it.",
            "Redemander le numéro à la personne, ou le retirer.",
        ),
        example="06 12 34 56 7",
    ),
)
