"""Codes of the family `excel`: what a workbook is, what a spreadsheet has destroyed in it, what no sheet can hold.

An info says what was taken for granted, so that it can be overridden; a warning that something needs a look; an error
that something is lost.
"""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_Pair = tuple[str, str]


def _code(name: str, severity: Severity, title: _Pair, message: _Pair, why: _Pair, remedy: _Pair) -> Code:
    return Code(
        id=f"excel.{name}",
        severity=severity,
        title=Text(*title),
        message=Text(*message),
        why=Text(*why),
        remedy=Text(*remedy),
    )


_READ: tuple[Code, ...] = (
    _code(
        "sheet",
        Severity.INFO,
        ("Sheet read", "Feuille lue"),
        ('The sheet "{name}" was read, by {engine}.', "La feuille « {name} » a été lue, par {engine}."),
        (
            "A workbook has several sheets, and only one of them is the contact list.",
            "Un classeur a plusieurs feuilles, et une seule est la liste des contacts.",
        ),
        ("Name another sheet if this is the wrong one.", "Nommer une autre feuille si ce n'est pas la bonne."),
    ),
    _code(
        "other-sheets",
        Severity.WARNING,
        ("Other sheets left out", "Autres feuilles laissées de côté"),
        (
            "{count} other sheets hold something and were not read: {names}.",
            "{count} autres feuilles contiennent quelque chose et n'ont pas été lues : {names}.",
        ),
        (
            "Contacts on a second sheet are missing from the result.",
            "Les contacts d'une deuxième feuille manquent au résultat.",
        ),
        (
            "Read each sheet by its name if it holds contacts too.",
            "Lire chaque feuille par son nom si elle contient aussi des contacts.",
        ),
    ),
    _code(
        "hidden-sheets",
        Severity.WARNING,
        ("Hidden sheets left out", "Feuilles masquées laissées de côté"),
        (
            "{count} hidden sheets hold something and were not read: {names}.",
            "{count} feuilles masquées contiennent quelque chose et n'ont pas été lues : {names}.",
        ),
        (
            "Who sends the file may not know that they are in it.",
            "La personne qui envoie le fichier ignore peut-être qu'elles y sont.",
        ),
        (
            "Look at them: remove what must not be passed on, or read them by name.",
            "Les regarder : retirer ce qui ne doit pas être transmis, ou les lire par leur nom.",
        ),
    ),
    _code(
        "hidden-sheet-read",
        Severity.WARNING,
        ("Hidden sheet read", "Feuille masquée lue"),
        ('The sheet "{name}" is hidden and was read.', "La feuille « {name} » est masquée et a été lue."),
        (
            "It was named, or no visible sheet holds anything.",
            "Elle a été nommée, ou aucune feuille visible ne contient quoi que ce soit.",
        ),
        ("Name another sheet if this is the wrong one.", "Nommer une autre feuille si ce n'est pas la bonne."),
    ),
    _code(
        "hidden-rows",
        Severity.WARNING,
        ("Hidden rows", "Lignes masquées"),
        (
            "{count} rows are hidden (perhaps by a filter) and were read like the others.",
            "{count} lignes sont masquées (peut-être par un filtre) et ont été lues comme les autres.",
        ),
        (
            "Who hid them may have meant to leave them out.",
            "La personne qui les a masquées voulait peut-être les exclure.",
        ),
        ("Delete them if they should not be read.", "Les supprimer si elles ne doivent pas être lues."),
    ),
    _code(
        "hidden-columns",
        Severity.WARNING,
        ("Hidden columns", "Colonnes masquées"),
        (
            "{count} columns are hidden and were read like the others.",
            "{count} colonnes sont masquées et ont été lues comme les autres.",
        ),
        (
            "They may hold personal data that nobody meant to pass on.",
            "Elles peuvent contenir des données personnelles que personne ne voulait transmettre.",
        ),
        ("Delete them if they should not be read.", "Les supprimer si elles ne doivent pas être lues."),
    ),
    _code(
        "merged-cells",
        Severity.WARNING,
        ("Merged cells", "Cellules fusionnées"),
        (
            "{count} ranges of cells are merged: their value was read in the first cell only.",
            "{count} plages de cellules sont fusionnées : leur valeur n'a été lue que dans la première cellule.",
        ),
        (
            "A value that seems to stand for several rows stands in one.",
            "Une valeur qui semble valoir pour plusieurs lignes n'est que dans une seule.",
        ),
        (
            "Unmerge the cells and fill in the value on each row that it is true for.",
            "Annuler la fusion et remplir la valeur sur chaque ligne pour laquelle elle est vraie.",
        ),
    ),
    _code(
        "merged-header",
        Severity.INFO,
        ("Merged cells above the data", "Cellules fusionnées au-dessus des données"),
        (
            "{count} ranges of cells are merged in or above the header.",
            "{count} plages de cellules sont fusionnées dans l'en-tête ou au-dessus.",
        ),
        (
            "A title over several columns names only the first.",
            "Un titre sur plusieurs colonnes ne nomme que la première.",
        ),
        ("Check the names of the columns.", "Vérifier les noms des colonnes."),
    ),
    _code(
        "formulas",
        Severity.INFO,
        ("Formulas", "Formules"),
        (
            "{count} cells are formulas; the result that was stored last was read.",
            "{count} cellules sont des formules ; le dernier résultat enregistré a été lu.",
        ),
        (
            "A stored result can be older than the cells it was made from.",
            "Un résultat enregistré peut être plus ancien que les cellules dont il est issu.",
        ),
        (
            "Open the file and save it again if its results may be old.",
            "Ouvrir le fichier et l'enregistrer de nouveau si ses résultats peuvent être anciens.",
        ),
    ),
    _code(
        "formula-without-value",
        Severity.ERROR,
        ("Formulas without a result", "Formules sans résultat"),
        (
            "{count} formulas have no stored result: their cells were read as empty.",
            "{count} formules n'ont pas de résultat enregistré : leurs cellules ont été lues comme vides.",
        ),
        (
            "A program wrote the file and never calculated it.",
            "Un programme a écrit le fichier sans jamais le calculer.",
        ),
        (
            "Open the file in a spreadsheet program and save it again.",
            "Ouvrir le fichier dans un tableur et l'enregistrer de nouveau.",
        ),
    ),
    _code(
        "error-cells",
        Severity.WARNING,
        ("Errors in cells", "Erreurs dans des cellules"),
        (
            "{count} cells hold an error such as #N/A and were read as empty (first in row {line}).",
            "{count} cellules contiennent une erreur comme #N/A et ont été lues comme vides (la première ligne {line}).",
        ),
        ("The value that the formula looked for was not there.", "La valeur cherchée par la formule n'était pas là."),
        ("Mend the formula, or fill in the value.", "Corriger la formule, ou remplir la valeur."),
    ),
    _code(
        "stray-cell",
        Severity.WARNING,
        ("Cell far from the table", "Cellule loin du tableau"),
        (
            "A cell that stands far to the right of the table was left out.",
            "Une cellule loin à droite du tableau a été laissée de côté.",
        ),
        (
            "It belongs to no column: a note, a calculation, a slip.",
            "Elle n'appartient à aucune colonne : une note, un calcul, une fausse manœuvre.",
        ),
        (
            "Move it under a column with a name if it belongs to the row.",
            "La déplacer sous une colonne nommée si elle appartient à la ligne.",
        ),
    ),
    _code(
        "stray-row",
        Severity.ERROR,
        ("Row outside of the table", "Ligne hors du tableau"),
        (
            "The row has nothing in the columns of the table, only cells far from it.",
            "La ligne n'a rien dans les colonnes du tableau, seulement des cellules loin de lui.",
        ),
        (
            "Spreadsheet add-ins keep notes in far cells; no contact is one.",
            "Des compléments de tableur gardent des notes dans des cellules lointaines ; aucun contact n'y est.",
        ),
        (
            "Nothing to do, unless it is a contact: then move it into the columns.",
            "Rien à faire, sauf si c'est un contact : alors le déplacer dans les colonnes.",
        ),
    ),
    _code(
        "calendar-1904",
        Severity.INFO,
        ("Calendar of 1904", "Calendrier de 1904"),
        (
            "The workbook counts its days from 1904; they were read so.",
            "Le classeur compte ses jours à partir de 1904 ; ils ont été lus ainsi.",
        ),
        (
            "Read by the other calendar, every date would be four years off.",
            "Lue avec l'autre calendrier, chaque date serait fausse de quatre ans.",
        ),
        ("Check a date or two.", "Vérifier une date ou deux."),
    ),
    _code(
        "partly-looked-at",
        Severity.INFO,
        ("Not everything can be told", "Tout ne peut pas être dit"),
        (
            "In this format, hidden rows, formulas and errors in cells cannot be told: errors were read as empty.",
            "Dans ce format, lignes masquées, formules et erreurs ne peuvent pas être signalées : les erreurs ont été lues comme vides.",
        ),
        (
            "The reader of old formats gives the values only.",
            "Le lecteur des anciens formats ne donne que les valeurs.",
        ),
        (
            "Save the file as xlsx to have them looked at.",
            "Enregistrer le fichier en xlsx pour qu'ils soient examinés.",
        ),
    ),
    _code(
        "fast-engine-aside",
        Severity.INFO,
        ("Read by the careful engine", "Lu par le moteur prudent"),
        (
            "The fast engine stepped aside ({reason}): the file was read by openpyxl.",
            "Le moteur rapide s'est effacé ({reason}) : le fichier a été lu par openpyxl.",
        ),
        (
            "It would not be safe here, or not give the same: cells very far apart, a sheet written in an unusual way.",
            "Il ne serait pas sûr ici, ou ne donnerait pas la même chose : cellules très éloignées, feuille écrite de façon inhabituelle.",
        ),
        ("Nothing to do; reading takes longer.", "Rien à faire ; la lecture est plus longue."),
    ),
    _code(
        "renamed",
        Severity.WARNING,
        ("Wrong suffix", "Mauvaise extension"),
        (
            "The name ends in {suffix}, but the file is {kind}; it was read as what it is.",
            "Le nom se termine par {suffix}, mais le fichier est {kind} ; il a été lu pour ce qu'il est.",
        ),
        (
            "Export programs name text and web pages as if they were workbooks.",
            "Des programmes d'export nomment des textes et des pages web comme si c'étaient des classeurs.",
        ),
        ("Give the file its right suffix.", "Donner au fichier la bonne extension."),
    ),
)

_DESTROYED: tuple[Code, ...] = (
    _code(
        "leading-zeros-lost",
        Severity.WARNING,
        ("Leading zeros lost", "Zéros de début perdus"),
        (
            "{count} cells of this column are numbers, and have lost any zero or plus at their beginning (first in row {line}).",
            "{count} cellules de cette colonne sont des nombres et ont perdu tout zéro ou plus de début (la première ligne {line}).",
        ),
        (
            "A spreadsheet takes 0612345678 for a number and drops its zero.",
            "Un tableur prend 0612345678 pour un nombre et supprime son zéro.",
        ),
        (
            "Check the values; format the column as text before anything is pasted into it.",
            "Vérifier les valeurs ; mettre la colonne au format texte avant d'y coller quoi que ce soit.",
        ),
    ),
    _code(
        "zeros-restored",
        Severity.INFO,
        ("Zeros read as they are shown", "Zéros lus comme affichés"),
        (
            "{count} numbers have a format that shows them with leading zeros, and were read as they are shown (first in row {line}).",
            "{count} nombres ont un format qui les affiche avec des zéros de début, et ont été lus comme affichés (le premier ligne {line}).",
        ),
        (
            "The number in the cell has no zero, what its author sees has.",
            "Le nombre de la cellule n'a pas de zéro, ce que voit son auteur en a.",
        ),
        ("Nothing to do.", "Rien à faire."),
    ),
    _code(
        "digits-lost",
        Severity.ERROR,
        ("Last digits lost", "Derniers chiffres perdus"),
        (
            "{count} numbers have more than 15 digits, and a spreadsheet keeps only 15: the last ones are zeros (first in row {line}).",
            "{count} nombres ont plus de 15 chiffres, et un tableur n'en garde que 15 : les derniers sont des zéros (le premier ligne {line}).",
        ),
        (
            "Card, account and document numbers come out wrong and look right.",
            "Des numéros de carte, de compte ou de document sont faux et semblent justes.",
        ),
        ("Fetch the column anew from its source, as text.", "Reprendre la colonne à sa source, en texte."),
    ),
    _code(
        "scientific-notation",
        Severity.ERROR,
        ("Scientific notation", "Notation scientifique"),
        (
            "{count} cells hold a text such as 3,36E+11: the digits of the number are gone (first in row {line}).",
            "{count} cellules contiennent un texte comme 3,36E+11 : les chiffres du nombre ont disparu (la première ligne {line}).",
        ),
        (
            "A spreadsheet shows long numbers so, and saves as text what it shows.",
            "Un tableur affiche ainsi les longs nombres, et enregistre en texte ce qu'il affiche.",
        ),
        ("Fetch the column anew from its source, as text.", "Reprendre la colonne à sa source, en texte."),
    ),
    _code(
        "dates-among-others",
        Severity.WARNING,
        ("Dates among other values", "Dates parmi d'autres valeurs"),
        (
            "{count} cells of this column are dates, among many that are none (first in row {line}).",
            "{count} cellules de cette colonne sont des dates, parmi beaucoup qui n'en sont pas (la première ligne {line}).",
        ),
        (
            "A spreadsheet makes a date of 3-4, 1/2 or MAR-12, and forgets what was typed.",
            "Un tableur fait une date de 3-4, 1/2 ou MAR-12, et oublie ce qui a été saisi.",
        ),
        (
            "Look at these cells and type in what was meant, in a column of text.",
            "Regarder ces cellules et saisir ce qui était voulu, dans une colonne de texte.",
        ),
    ),
    _code(
        "dates-half-read",
        Severity.ERROR,
        ("Days and months swapped", "Jours et mois inversés"),
        (
            "{count} dates of this column have no day after the 12th, and dates with one stayed text: days and months were probably swapped (first in row {line}).",
            "{count} dates de cette colonne n'ont aucun jour après le 12, et celles qui en ont un sont restées du texte : jours et mois ont sans doute été inversés (la première ligne {line}).",
        ),
        (
            "A file with dates in one order was opened in a spreadsheet set to the other.",
            "Un fichier aux dates dans un ordre a été ouvert dans un tableur réglé sur l'autre.",
        ),
        (
            "Import the original file again, and say the order of its dates.",
            "Importer de nouveau le fichier d'origine, en indiquant l'ordre des dates.",
        ),
    ),
    _code(
        "date-before-calendar",
        Severity.WARNING,
        ("Before the first day of the calendar", "Avant le premier jour du calendrier"),
        (
            "{count} cells are dates before March 1900, or zeros shown as a date (first in row {line}).",
            "{count} cellules sont des dates avant mars 1900, ou des zéros affichés comme dates (la première ligne {line}).",
        ),
        (
            "A spreadsheet counts one day too many before 1 March 1900, and shows zero as 00/01/1900.",
            "Un tableur compte un jour de trop avant le 1er mars 1900, et affiche zéro comme 00/01/1900.",
        ),
        ("Check them; a zero is no date.", "Les vérifier ; un zéro n'est pas une date."),
    ),
)

_WRITTEN: tuple[Code, ...] = (
    _code(
        "text-too-long",
        Severity.ERROR,
        ("Text too long for a cell", "Texte trop long pour une cellule"),
        (
            "{count} values have more than 32,767 characters, which no cell holds: they were cut.",
            "{count} valeurs ont plus de 32 767 caractères, ce qu'aucune cellule ne contient : elles ont été coupées.",
        ),
        ("What is cut is lost without a sign.", "Ce qui est coupé est perdu sans signe."),
        ("Write the file as CSV.", "Écrire le fichier en CSV."),
    ),
    _code(
        "unwritable-characters",
        Severity.WARNING,
        ("Characters no workbook holds", "Caractères qu'aucun classeur ne contient"),
        (
            "{count} values hold control characters that a workbook cannot hold; they were left out.",
            "{count} valeurs contiennent des caractères de contrôle qu'un classeur ne peut contenir ; ils ont été omis.",
        ),
        ("They come from a broken copy and show as nothing.", "Ils viennent d'une copie abîmée et ne s'affichent pas."),
        (
            "Clean the values first, or write the file as CSV.",
            "Nettoyer d'abord les valeurs, ou écrire le fichier en CSV.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_READ, *_DESTROYED, *_WRITTEN)
