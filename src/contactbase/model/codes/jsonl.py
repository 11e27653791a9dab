"""Codes of the family `jsonl`: lines of a JSON Lines file that could not be read."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="jsonl.no-object",
        severity=Severity.ERROR,
        title=Text(
            "No JSON object",
            "Pas un objet JSON",
        ),
        message=Text(
            "The line is no JSON object, or one that is cut or nested too deep.",
            "La ligne n'est pas un objet JSON, ou il est coupé ou trop profond.",
        ),
        why=Text(
            "Only a whole object says which value belongs to which field.",
            "Seul un objet entier dit quelle valeur va à quel champ.",
        ),
        remedy=Text(
            "Mend the line; each should be an object in braces.",
            "Corriger la ligne ; chacune devrait être un objet entre accolades.",
        ),
        example='{"nom": "Pet',
    ),
    Code(
        id="jsonl.key-twice",
        severity=Severity.ERROR,
        title=Text(
            "Key stands twice",
            "Clé en double",
        ),
        message=Text(
            "An object has the same key twice.",
            "Un objet a deux fois la même clé.",
        ),
        why=Text(
            "Nobody knows which of the two values is meant; programs silently take the last.",
            "Personne ne sait laquelle des deux valeurs est la bonne ; les programmes prennent la dernière sans le dire.",
        ),
        remedy=Text(
            "Give each key once; put several values into a list.",
            "Donner chaque clé une fois ; mettre plusieurs valeurs dans une liste.",
        ),
        example='{"tel": "06 98 76 54 32", "tel": "01 23 45 67 89"}',
    ),
)
