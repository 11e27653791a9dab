"""Codes of the family `column`: what a whole column was found, or assumed, to be; each can be overridden."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_CONVENTIONS: tuple[Code, ...] = (
    Code(
        id="column.date-order",
        severity=Severity.INFO,
        title=Text("Order of the dates found", "Ordre des dates trouvé"),
        message=Text(
            "Dates are read as {order}: {proofs} of {cells} cells can be nothing else, {ambiguous} could, "
            "none contradicts.",
            "Les dates sont lues comme {order} : {proofs} cellules sur {cells} ne peuvent être rien d'autre, "
            "{ambiguous} le pourraient, aucune ne contredit.",
        ),
        why=Text(
            "Day and month can be told apart by the whole column where a single cell cannot tell.",
            "La colonne entière distingue le jour du mois là où une cellule seule ne le peut pas.",
        ),
        remedy=Text(
            "Nothing to do; state date_order to override it.",
            "Rien à faire ; indiquer date_order pour en décider autrement.",
        ),
    ),
    Code(
        id="column.serial-dates",
        severity=Severity.WARNING,
        title=Text("Column of Excel serial numbers", "Colonne de numéros de série Excel"),
        message=Text(
            "{count} of {cells} cells are Excel serial numbers; they are read in the 1900 system. "
            "In a file from an old Mac (1904 system) every date would be 4 years and 1 day later.",
            "{count} cellules sur {cells} sont des numéros de série Excel ; elles sont lues dans le système 1900. "
            "Dans un fichier d'un ancien Mac (système 1904), chaque date serait 4 ans et 1 jour plus tard.",
        ),
        why=Text(
            "The column was exported without its date format, and the numbers do not say which system they count in.",
            "La colonne a été exportée sans son format de date, et les nombres ne disent pas dans quel système "
            "ils comptent.",
        ),
        remedy=Text(
            "Compare one date with the workbook; state excel_epoch 1904 if it differs.",
            "Comparer une date avec le classeur ; indiquer excel_epoch 1904 si elle diffère.",
        ),
    ),
    Code(
        id="column.unix-time",
        severity=Severity.WARNING,
        title=Text("Column of time stamps", "Colonne d'horodatages"),
        message=Text(
            "{count} of {cells} cells count seconds or milliseconds since 1970; they are read as days in {zone}.",
            "{count} cellules sur {cells} comptent les secondes ou millisecondes depuis 1970 ; "
            "elles sont lues comme des jours du fuseau {zone}.",
        ),
        why=Text(
            "The numbers say nothing of a zone: around midnight the day depends on it.",
            "Les nombres ne disent rien du fuseau : autour de minuit le jour en dépend.",
        ),
        remedy=Text("State the zone if it is another.", "Indiquer le fuseau si c'en est un autre."),
    ),
    Code(
        id="column.decimal-mark",
        severity=Severity.INFO,
        title=Text("Decimal mark found", "Séparateur décimal trouvé"),
        message=Text(
            'Amounts are read with the decimal mark "{mark}": {proofs} of {cells} cells prove it, '
            "{ambiguous} could be read either way.",
            "Les montants sont lus avec le séparateur décimal « {mark} » : {proofs} cellules sur {cells} le prouvent, "
            "{ambiguous} se liraient dans les deux sens.",
        ),
        why=Text(
            "1.234 is a thousand times more with one mark than with the other.",
            "1.234 vaut mille fois plus avec un séparateur qu'avec l'autre.",
        ),
        remedy=Text(
            "Nothing to do; state decimal_mark to override it.",
            "Rien à faire ; indiquer decimal_mark pour en décider autrement.",
        ),
    ),
    Code(
        id="column.currency",
        severity=Severity.WARNING,
        title=Text("Cells without a currency", "Cellules sans devise"),
        message=Text(
            "{stated} cells state {currency}; {bare} cells state no currency and are read as {assumed}.",
            "{stated} cellules indiquent {currency} ; {bare} cellules sans devise sont lues en {assumed}.",
        ),
        why=Text(
            "Sums over two currencies mean nothing.",
            "Une somme sur deux devises ne veut rien dire.",
        ),
        remedy=Text("State the currency of the column.", "Indiquer la devise de la colonne."),
    ),
)

_SUSPICIONS: tuple[Code, ...] = (
    Code(
        id="column.wrong-kind",
        severity=Severity.WARNING,
        title=Text("The column holds something else", "La colonne contient autre chose"),
        message=Text(
            "{count} of {cells} cells look like {found}, which is not what this field holds.",
            "{count} cellules sur {cells} ressemblent à : {found}, ce que ce champ ne contient pas.",
        ),
        why=Text(
            "A shifted or mislabelled column sends each value to the wrong field.",
            "Une colonne décalée ou mal nommée envoie chaque valeur dans le mauvais champ.",
        ),
        remedy=Text(
            "Map the column to the field that it holds.",
            "Associer la colonne au champ qu'elle contient.",
        ),
    ),
    Code(
        id="column.constant",
        severity=Severity.WARNING,
        title=Text("The same value in every row", "La même valeur à chaque ligne"),
        message=Text(
            "All {cells} cells that are not blank hold the same value.",
            "Les {cells} cellules non vides contiennent toutes la même valeur.",
        ),
        why=Text(
            "A field that tells people apart cannot be the same for all of them: it was filled in by a machine.",
            "Un champ qui distingue les personnes ne peut être le même pour toutes : il a été rempli par une machine.",
        ),
        remedy=Text(
            "Leave the column out of the import.",
            "Ne pas importer la colonne.",
        ),
    ),
    Code(
        id="column.placeholder",
        severity=Severity.WARNING,
        title=Text("One value too often", "Une valeur trop fréquente"),
        message=Text(
            "One value stands in about {percent} % of {cells} cells of a field that tells people apart.",
            "Une même valeur figure dans environ {percent} % des {cells} cellules d'un champ qui distingue les personnes.",
        ),
        why=Text(
            "It is what somebody types to get past a required field; merging on it joins strangers.",
            "C'est ce que l'on tape pour passer un champ obligatoire ; fusionner dessus réunit des inconnus.",
        ),
        remedy=Text(
            "Look at the most frequent value of the column and empty it where it is no true value.",
            "Examiner la valeur la plus fréquente de la colonne et la vider là où elle n'est pas vraie.",
        ),
    ),
    Code(
        id="column.empty",
        severity=Severity.INFO,
        title=Text("Empty column", "Colonne vide"),
        message=Text("None of {rows} rows has a value.", "Aucune des {rows} lignes n'a de valeur."),
        why=Text(
            "The export may have been made with a view that hides the field.",
            "L'export a peut-être été fait avec une vue qui masque ce champ.",
        ),
        remedy=Text("Check the export, or leave the column out.", "Vérifier l'export, ou retirer la colonne."),
    ),
)

CODES: tuple[Code, ...] = _CONVENTIONS + _SUSPICIONS
