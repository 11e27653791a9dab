"""Codes of the family `review`: what came back with a workbook that a person corrected."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_Pair = tuple[str, str]


def _code(name: str, severity: Severity, title: _Pair, message: _Pair, why: _Pair, remedy: _Pair) -> Code:
    return Code(
        id=f"review.{name}",
        severity=severity,
        title=Text(*title),
        message=Text(*message),
        why=Text(*why),
        remedy=Text(*remedy),
    )


CODES: tuple[Code, ...] = (
    _code(
        "corrected",
        Severity.INFO,
        ("Corrected by hand", "Corrigé à la main"),
        ("The field was corrected in the reviewed workbook.", "Le champ a été corrigé dans le classeur relu."),
        ("A person who knows the contact decided.", "Une personne qui connaît le contact a décidé."),
        ("Nothing to do.", "Rien à faire."),
    ),
    _code(
        "correction-refused",
        Severity.ERROR,
        ("Correction not readable", "Correction illisible"),
        (
            "The correction is not valid either; the field stays as it was.",
            "La correction n'est pas valable non plus ; le champ reste comme avant.",
        ),
        (
            "A wrong value that was typed is no better than one that was read.",
            "Une valeur fausse saisie ne vaut pas mieux qu'une valeur fausse lue.",
        ),
        (
            "Correct it again; the finding beside this one says what is wrong.",
            "Corriger de nouveau ; le constat voisin dit ce qui ne va pas.",
        ),
    ),
    _code(
        "unknown-contact",
        Severity.ERROR,
        ("Unknown contact", "Contact inconnu"),
        ("The row names no contact of this base.", "La ligne ne désigne aucun contact de cette base."),
        (
            "The workbook was made from another file, or the id was edited, or the row was added.",
            "Le classeur vient d'un autre fichier, ou l'identifiant a été modifié, ou la ligne ajoutée.",
        ),
        (
            "Add new contacts to the client file itself, and leave the ids as they are.",
            "Ajouter les nouveaux contacts dans le fichier client, et laisser les identifiants tels quels.",
        ),
    ),
    _code(
        "contact-twice",
        Severity.ERROR,
        ("Contact twice", "Contact en double"),
        (
            "The contact has two rows in the workbook; only the first was heeded.",
            "Le contact a deux lignes dans le classeur ; seule la première a été suivie.",
        ),
        (
            "A row was copied: nobody knows which one is right.",
            "Une ligne a été copiée : personne ne sait laquelle est juste.",
        ),
        ("Remove one of them.", "Retirer l'une des deux."),
    ),
    _code(
        "emptied-unsure",
        Severity.WARNING,
        ("Perhaps not emptied", "Peut-être pas vidée"),
        (
            "The cell reads as empty, but the workbook has errors or formulas without result; the field stays.",
            "La cellule se lit vide, mais le classeur a des erreurs ou formules sans résultat ; le champ reste.",
        ),
        (
            "A formula that nobody calculated reads as an empty cell; that must not empty a field.",
            "Une formule que personne n'a calculée se lit comme une cellule vide ; cela ne doit pas vider un champ.",
        ),
        (
            "Replace formulas by their results (paste values), then apply the workbook again.",
            "Remplacer les formules par leur résultat (coller les valeurs), puis appliquer à nouveau le classeur.",
        ),
    ),
    _code(
        "rows-missing",
        Severity.WARNING,
        ("Rows missing", "Lignes manquantes"),
        (
            "{count} contacts have no row any more in the workbook; they were kept as they were.",
            "{count} contacts n'ont plus de ligne dans le classeur ; ils ont été gardés tels quels.",
        ),
        (
            "A deleted row can be a decision or a slip, and erasing somebody needs more than a slip.",
            "Une ligne supprimée peut être une décision ou une erreur, et effacer quelqu'un demande plus qu'une erreur.",
        ),
        (
            "Erase contacts by their own command, with its reason.",
            "Effacer des contacts par la commande prévue, avec son motif.",
        ),
    ),
    _code(
        "column-missing",
        Severity.WARNING,
        ("Column missing", "Colonne manquante"),
        (
            'The column "{name}" is missing; its values were kept as they were.',
            "La colonne « {name} » manque ; ses valeurs ont été gardées telles quelles.",
        ),
        (
            "A deleted column can be a slip, and emptying a field of everybody needs more.",
            "Une colonne supprimée peut être une erreur, et vider un champ chez tous demande plus.",
        ),
        ("Put the column back if its corrections matter.", "Remettre la colonne si ses corrections comptent."),
    ),
    _code(
        "duplicates-confirmed",
        Severity.INFO,
        ("Duplicates confirmed", "Doublons confirmés"),
        (
            "{count} rows of group {name} were confirmed as one person.",
            "{count} lignes du groupe {name} ont été confirmées comme une seule personne.",
        ),
        ("A person who knows them decided.", "Une personne qui les connaît a décidé."),
        ("Nothing to do; undo separates them again.", "Rien à faire ; l'annulation les sépare de nouveau."),
    ),
    _code(
        "duplicates-refused",
        Severity.INFO,
        ("Duplicates refused", "Doublons refusés"),
        (
            "{count} rows of group {name} were said to be another person; they stay apart.",
            "{count} lignes du groupe {name} désignent une autre personne ; elles restent séparées.",
        ),
        ("A person who knows them decided.", "Une personne qui les connaît a décidé."),
        ("Nothing to do.", "Rien à faire."),
    ),
    _code(
        "duplicates-undecided",
        Severity.WARNING,
        ("Duplicates undecided", "Doublons sans décision"),
        (
            "{count} rows of group {name} have no answer; they stay apart.",
            "{count} lignes du groupe {name} n'ont pas de réponse ; elles restent séparées.",
        ),
        (
            "The same person may get the same message several times.",
            "La même personne peut recevoir plusieurs fois le même message.",
        ),
        ("Answer yes or no on each row of the group.", "Répondre oui ou non sur chaque ligne du groupe."),
    ),
    _code(
        "one-yes",
        Severity.WARNING,
        ("One yes alone", "Un seul oui"),
        (
            "Only one row of group {name} says yes: one row alone is nobody's duplicate.",
            "Une seule ligne du groupe {name} dit oui : une ligne seule n'est le doublon de personne.",
        ),
        ("The other row of the pair was forgotten.", "L'autre ligne de la paire a été oubliée."),
        ("Say yes on every row that is this person.", "Répondre oui sur chaque ligne qui est cette personne."),
    ),
    _code(
        "unclear-answer",
        Severity.WARNING,
        ("Answer unclear", "Réponse peu claire"),
        (
            "The answer is neither yes nor no; it was taken for none.",
            "La réponse n'est ni oui ni non ; elle a été prise pour aucune.",
        ),
        ("A guess would merge or separate people.", "Deviner fusionnerait ou séparerait des personnes."),
        ("Choose yes or no from the list.", "Choisir oui ou non dans la liste."),
    ),
)
