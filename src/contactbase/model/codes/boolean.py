"""Codes of the family `boolean`: cells that should answer yes or no, or state a consent."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="boolean.unknown-word",
        severity=Severity.ERROR,
        title=Text("Neither yes nor no", "Ni oui ni non"),
        message=Text(
            "The cell is no known word for yes or no; it was not taken.",
            "La cellule n'est pas un mot connu pour oui ou non ; elle n'est pas retenue.",
        ),
        why=Text(
            "A word guessed to mean yes makes a consent that nobody gave.",
            "Un mot pris pour un oui fabrique un consentement que personne n'a donné.",
        ),
        remedy=Text(
            "Write oui or non, or declare the word in the codes of the layout.",
            "Écrire oui ou non, ou déclarer le mot dans les codes du modèle de fichier.",
        ),
        example="peut-être",
    ),
    Code(
        id="boolean.placeholder",
        severity=Severity.WARNING,
        title=Text("Placeholder instead of an answer", "Valeur bouche-trou à la place d'une réponse"),
        message=Text(
            "The cell holds a word or sign for 'unknown'; it was taken as unknown, not as no.",
            "La cellule contient un mot ou un signe pour « inconnu » ; elle vaut inconnu, et non « non ».",
        ),
        why=Text(
            "Unknown is not no: the person was not asked.",
            "Inconnu n'est pas non : la question n'a pas été posée.",
        ),
        remedy=Text("Empty the cell, or ask.", "Vider la cellule, ou poser la question."),
        example="n/a",
    ),
    Code(
        id="boolean.contradictory",
        severity=Severity.ERROR,
        title=Text("Yes and no at once", "Oui et non à la fois"),
        message=Text(
            "The columns of this field give {count} different answers in one row; none was taken.",
            "Les colonnes de ce champ donnent {count} réponses différentes sur une ligne ; aucune n'est retenue.",
        ),
        why=Text("One of the columns means something else.", "L'une des colonnes a un autre sens."),
        remedy=Text("Keep one of the columns for this field.", "Ne garder qu'une colonne pour ce champ."),
        example="oui\nnon",
    ),
    Code(
        id="boolean.several-answers",
        severity=Severity.INFO,
        title=Text("Several answers", "Plusieurs réponses"),
        message=Text(
            "The columns of this field state {count} different answers in one row; each is kept.",
            "Les colonnes de ce champ donnent {count} réponses différentes sur une ligne ; chacune est conservée.",
        ),
        why=Text(
            "Each is a line of the consent ledger; the policy resolves them, and the most restrictive wins.",
            "Chacune est une ligne du registre des consentements ; la règle les tranche et la plus restrictive l'emporte.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="boolean.opt-out-assumed",
        severity=Severity.WARNING,
        title=Text("Taken as an opt-out", "Pris pour un désabonnement"),
        message=Text(
            "The cell was not understood, but its column or its words speak of an opt-out; it was taken as withdrawn.",
            "La cellule n'est pas comprise, mais sa colonne ou ses mots parlent de désabonnement ; elle vaut retrait.",
        ),
        why=Text(
            "An opt-out lost on import is the commonest complaint about mailing tools; the restrictive reading wins.",
            "Un désabonnement perdu à l'import est la plainte la plus fréquente ; la lecture restrictive l'emporte.",
        ),
        remedy=Text(
            "Write oui or non; declare the word in the codes of the layout if it means something else.",
            "Écrire oui ou non ; déclarer le mot dans les codes du modèle de fichier s'il a un autre sens.",
        ),
        example="STOP reçu par téléphone",
    ),
    Code(
        id="boolean.cleaned-address",
        severity=Severity.WARNING,
        title=Text("Address given up by a mailing tool", "Adresse abandonnée par un outil d'envoi"),
        message=Text(
            "The cell says that the address was cleaned because mail came back; no message may rest on this consent.",
            "La cellule dit que l'adresse a été nettoyée après des retours ; aucun envoi ne peut reposer sur ce "
            "consentement.",
        ),
        why=Text(
            "It is a fact about the address and no answer of the person.",
            "C'est un fait sur l'adresse et non une réponse de la personne.",
        ),
        remedy=Text(
            "Ask the person for a working address and for consent.",
            "Demander à la personne une adresse valable et son consentement.",
        ),
        example="cleaned",
    ),
)
