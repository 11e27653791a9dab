"""Codes of the family `amount`: amounts and whole numbers; severity `error` left the cell without a value."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_CELLS: tuple[Code, ...] = (
    Code(
        id="amount.unreadable",
        severity=Severity.ERROR,
        title=Text("Not a number", "Ce n'est pas un nombre"),
        message=Text("The cell cannot be read as one number.", "La cellule ne se lit pas comme un nombre."),
        why=Text(
            "Taking the digits out of half-understood text invents an amount.",
            "Extraire les chiffres d'un texte à moitié compris invente un montant.",
        ),
        remedy=Text(
            "Write one number, with its currency if it differs.",
            "Écrire un seul nombre, avec sa devise si elle diffère.",
        ),
        example="12 x 3,50",
    ),
    Code(
        id="amount.excel-error",
        severity=Severity.ERROR,
        title=Text("Spreadsheet error in place of a number", "Erreur de tableur à la place d'un nombre"),
        message=Text(
            "The cell holds an error of the spreadsheet, or the signs of a column that is too narrow.",
            "La cellule contient une erreur du tableur, ou les dièses d'une colonne trop étroite.",
        ),
        why=Text("The number was lost before the export.", "Le nombre a été perdu avant l'export."),
        remedy=Text(
            "Mend the formula or widen the column, and export again.",
            "Corriger la formule ou élargir la colonne, puis exporter à nouveau.",
        ),
        example="#REF!",
    ),
    Code(
        id="amount.percent",
        severity=Severity.ERROR,
        title=Text("A percentage", "Un pourcentage"),
        message=Text(
            "The cell holds a percentage, not a number.", "La cellule contient un pourcentage, pas un nombre."
        ),
        why=Text(
            "12 % is neither 12 nor 0.12 of anything known here.",
            "12 % ne vaut ni 12 ni 0,12 de quoi que ce soit de connu ici.",
        ),
        remedy=Text("Map the column to another field.", "Associer la colonne à un autre champ."),
        example="12 %",
    ),
    Code(
        id="amount.placeholder",
        severity=Severity.WARNING,
        title=Text("Placeholder instead of a number", "Valeur bouche-trou à la place d'un nombre"),
        message=Text(
            "The cell holds a word or sign for 'unknown'; it was taken as unknown, not as zero.",
            "La cellule contient un mot ou un signe pour « inconnu » ; elle vaut inconnu, et non zéro.",
        ),
        why=Text(
            "An unknown amount counted as zero lowers every average.",
            "Un montant inconnu compté pour zéro abaisse toutes les moyennes.",
        ),
        remedy=Text(
            "Empty the cell, or write 0 if nothing was spent.",
            "Vider la cellule, ou écrire 0 si rien n'a été dépensé.",
        ),
        example="NaN",
    ),
    Code(
        id="amount.ambiguous-mark",
        severity=Severity.ERROR,
        title=Text("Thousands or decimals", "Milliers ou décimales"),
        message=Text(
            "The mark before the last three digits can separate thousands or decimals; the cell was not read.",
            "Le signe avant les trois derniers chiffres peut séparer des milliers ou des décimales ; "
            "la cellule n'est pas lue.",
        ),
        why=Text(
            "One reading is a thousand times the other.",
            "Une lecture vaut mille fois l'autre.",
        ),
        remedy=Text(
            "State decimal_mark, or let the whole column decide.",
            "Indiquer decimal_mark, ou laisser décider la colonne entière.",
        ),
        example="1.234",
    ),
    Code(
        id="amount.other-decimal-mark",
        severity=Severity.WARNING,
        title=Text("Another decimal mark than the column", "Autre séparateur décimal que la colonne"),
        message=Text(
            'The column is read with "{expected}", but this cell can only be read with "{mark}"; it was read so.',
            "La colonne est lue avec « {expected} », mais cette cellule ne peut se lire qu'avec « {mark} » ; "
            "elle est lue ainsi.",
        ),
        why=Text(
            "One such cell was typed by hand; many of them say that the mark of the column is wrong.",
            "Une seule a été saisie à la main ; plusieurs disent que le séparateur de la colonne est faux.",
        ),
        remedy=Text(
            "Check the cell; if there are many, state another decimal_mark.",
            "Vérifier la cellule ; s'il y en a beaucoup, indiquer un autre decimal_mark.",
        ),
    ),
    Code(
        id="amount.too-many-decimals",
        severity=Severity.ERROR,
        title=Text("Three decimals, or thousands", "Trois décimales, ou des milliers"),
        message=Text(
            "With the decimal mark of the column the cell has more decimals than its currency, "
            "and could be thousands; it was not read.",
            "Avec le séparateur décimal de la colonne, la cellule a plus de décimales que sa devise "
            "et pourrait être en milliers ; elle n'est pas lue.",
        ),
        why=Text(
            "Rounding 1.234 to 1.23 would be a thousandth of the truth if thousands were meant.",
            "Arrondir 1.234 à 1,23 donnerait le millième de la vérité s'il s'agissait de milliers.",
        ),
        remedy=Text("Check the cell.", "Vérifier la cellule."),
    ),
    Code(
        id="amount.rounded",
        severity=Severity.WARNING,
        title=Text("Rounded to the minor unit", "Arrondi à la plus petite unité"),
        message=Text(
            "The cell has {decimals} decimals and its currency {kept}; it was rounded half to even.",
            "La cellule a {decimals} décimales et sa devise {kept} ; elle est arrondie au pair le plus proche.",
        ),
        why=Text(
            "Averages and binary fractions have more decimals than any till; the sum of rounded amounts drifts.",
            "Les moyennes et les fractions binaires ont plus de décimales qu'une caisse ; la somme d'arrondis dérive.",
        ),
        remedy=Text(
            "Export amounts with the decimals of their currency.",
            "Exporter les montants avec les décimales de leur devise.",
        ),
        example="45.33333333",
    ),
    Code(
        id="amount.out-of-range",
        severity=Severity.ERROR,
        title=Text("Number too large", "Nombre trop grand"),
        message=Text(
            "The number has more than 15 digits before its decimal mark.",
            "Le nombre a plus de 15 chiffres avant son séparateur décimal.",
        ),
        why=Text(
            "It is an identifier, a card number or several cells run together.",
            "C'est un identifiant, un numéro de carte ou plusieurs cellules accolées.",
        ),
        remedy=Text("Check which field the column holds.", "Vérifier quel champ la colonne contient."),
        example="12345678901234567",
    ),
    Code(
        id="amount.lost-precision",
        severity=Severity.ERROR,
        title=Text("Digits lost in scientific notation", "Chiffres perdus en notation scientifique"),
        message=Text(
            "The cell is in scientific notation and its last digits are not there; it was not read.",
            "La cellule est en notation scientifique et ses derniers chiffres manquent ; elle n'est pas lue.",
        ),
        why=Text(
            "1.24E+05 stands for every amount from 123,500 to 124,499.",
            "1,24E+05 désigne n'importe quel montant de 123 500 à 124 499.",
        ),
        remedy=Text(
            "Format the column as a number and export again.",
            "Mettre la colonne au format nombre et exporter à nouveau.",
        ),
        example="1,24E+05",
    ),
    Code(
        id="amount.unknown-currency",
        severity=Severity.ERROR,
        title=Text("Unknown currency", "Devise inconnue"),
        message=Text(
            "What stands beside the number is no currency that is known.",
            "Ce qui accompagne le nombre n'est pas une devise connue.",
        ),
        why=Text(
            "An amount in the wrong currency, or in thousands, falsifies every sum.",
            "Un montant dans une mauvaise devise, ou en milliers, fausse toutes les sommes.",
        ),
        remedy=Text("Write an ISO 4217 code such as EUR.", "Écrire un code ISO 4217 tel que EUR."),
        example="12 k€",
    ),
    Code(
        id="amount.currency-assumed",
        severity=Severity.WARNING,
        title=Text("Currency assumed", "Devise supposée"),
        message=Text(
            "Several currencies use the sign in the cell; {currency} was taken.",
            "Plusieurs devises utilisent le signe de la cellule ; {currency} a été retenu.",
        ),
        why=Text(
            "A dollar is American, Canadian or Australian.",
            "Un dollar est américain, canadien ou australien.",
        ),
        remedy=Text(
            "State the currency of the column, or write ISO 4217 codes.",
            "Indiquer la devise de la colonne, ou écrire des codes ISO 4217.",
        ),
        example="$12.50",
    ),
    Code(
        id="amount.several-in-cell",
        severity=Severity.WARNING,
        title=Text("Several amounts", "Plusieurs montants"),
        message=Text(
            "The field holds {count} different amounts; all of them are given, in their order.",
            "Le champ contient {count} montants différents ; tous sont donnés, dans leur ordre.",
        ),
        why=Text(
            "Two columns of one file that mean the same field should say the same.",
            "Deux colonnes d'un même fichier qui désignent le même champ devraient dire la même chose.",
        ),
        remedy=Text(
            "Keep one of the columns for this field and map the other to its own.",
            "Garder une seule colonne pour ce champ et donner à l'autre le sien.",
        ),
        example="12,50\n13,00",
    ),
    Code(
        id="amount.not-whole",
        severity=Severity.ERROR,
        title=Text("Not a whole number", "Ce n'est pas un nombre entier"),
        message=Text("A count has no fraction.", "Un nombre d'unités n'a pas de décimales."),
        why=Text(
            "Half an order is an average, or an amount in the wrong column.",
            "Une demi-commande est une moyenne, ou un montant dans la mauvaise colonne.",
        ),
        remedy=Text("Check which field the column holds.", "Vérifier quel champ la colonne contient."),
        example="12,5",
    ),
)

_COLUMNS: tuple[Code, ...] = (
    Code(
        id="amount.mixed-marks",
        severity=Severity.WARNING,
        title=Text("The column mixes decimal marks", "La colonne mélange les séparateurs décimaux"),
        message=Text(
            'Of {cells} cells {proofs} prove the decimal mark "{mark}" and {against} the other; '
            "those that could be read either way ({ambiguous}) are not read.",
            "Sur {cells} cellules, {proofs} prouvent le séparateur décimal « {mark} » et {against} l'autre ; "
            "celles qui se liraient dans les deux sens ({ambiguous}) ne sont pas lues.",
        ),
        why=Text(
            "Two sources pasted together; a cell such as 1.234 could belong to either.",
            "Deux sources collées ensemble ; une cellule comme 1.234 peut venir de l'une ou de l'autre.",
        ),
        remedy=Text(
            "Separate the sources, or state decimal_mark.",
            "Séparer les sources, ou indiquer decimal_mark.",
        ),
    ),
    Code(
        id="amount.mostly-one-mark",
        severity=Severity.WARNING,
        title=Text("A few amounts with the other decimal mark", "Quelques montants avec l'autre séparateur décimal"),
        message=Text(
            'Of {cells} cells {proofs} prove the decimal mark "{mark}" and {against} the other, '
            'at most one in a hundred; those that could be read either way ({ambiguous}) are read with "{mark}".',
            "Sur {cells} cellules, {proofs} prouvent le séparateur décimal « {mark} » et {against} l'autre, au plus "
            "une sur cent ; celles qui se liraient dans les deux sens ({ambiguous}) sont lues avec « {mark} ».",
        ),
        why=Text(
            "So few exceptions are slips of single cells, each of which is reported where it stands.",
            "Si peu d'exceptions sont des fautes isolées, chacune signalée à sa place.",
        ),
        remedy=Text(
            "Check the cells reported; state decimal_mark when the column is known.",
            "Vérifier les cellules signalées ; indiquer decimal_mark si la colonne est connue.",
        ),
    ),
    Code(
        id="amount.ambiguous-column",
        severity=Severity.WARNING,
        title=Text("Nothing in the column tells thousands from decimals", "Rien ne distingue milliers et décimales"),
        message=Text(
            "{ambiguous} cells can be read with either decimal mark and no cell proves one; they are not read.",
            "{ambiguous} cellules se lisent avec l'un ou l'autre séparateur et aucune n'en prouve un ; "
            "elles ne sont pas lues.",
        ),
        why=Text(
            "One reading is a thousand times the other.",
            "Une lecture vaut mille fois l'autre.",
        ),
        remedy=Text("State decimal_mark for the column.", "Indiquer decimal_mark pour la colonne."),
    ),
)

CODES: tuple[Code, ...] = _CELLS + _COLUMNS
