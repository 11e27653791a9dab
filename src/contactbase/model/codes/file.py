"""Codes of the family `file`: what was found out about a file, and which of its rows could not be read.

An info says what was taken for granted, so that it can be overridden; a warning that something was mended; an error
that a row was refused and stands in the rejects.
"""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_Pair = tuple[str, str]


def _code(
    name: str, severity: Severity, title: _Pair, message: _Pair, why: _Pair, remedy: _Pair, example: str = ""
) -> Code:
    return Code(
        id=f"file.{name}",
        severity=severity,
        title=Text(*title),
        message=Text(*message),
        why=Text(*why),
        remedy=Text(*remedy),
        example=example,
    )


_DETECTED: tuple[Code, ...] = (
    _code(
        "encoding",
        Severity.INFO,
        ("Encoding", "Encodage"),
        ("The file was read as {encoding}.", "Le fichier a été lu en {encoding}."),
        (
            "Accents read in the wrong encoding turn into other signs, in every name of the file.",
            "Des accents lus dans le mauvais encodage deviennent d'autres signes, dans tous les noms du fichier.",
        ),
        (
            "Look at a few accents; name the encoding if they are wrong.",
            "Regarder quelques accents ; indiquer l'encodage s'ils sont faux.",
        ),
    ),
    _code(
        "encoding-uncertain",
        Severity.WARNING,
        ("Encoding uncertain", "Encodage incertain"),
        (
            "Read as {encoding}, though its letters do not prove that: accents may be wrong.",
            "Lu en {encoding}, mais les lettres ne le prouvent pas : les accents peuvent être faux.",
        ),
        (
            "A file in another alphabet opens without an error and with every letter wrong.",
            "Un fichier dans un autre alphabet s'ouvre sans erreur, toutes les lettres fausses.",
        ),
        (
            "Ask which encoding the file was saved in and name it, or save it as UTF-8.",
            "Demander dans quel encodage le fichier a été enregistré et l'indiquer, ou l'enregistrer en UTF-8.",
        ),
    ),
    _code(
        "encoding-mixed",
        Severity.WARNING,
        ("Two encodings in one file", "Deux encodages dans un fichier"),
        (
            "The file is UTF-8 but for bytes that were read as Windows-1252: {count}, the first on line {line}.",
            "Le fichier est en UTF-8 sauf des octets lus comme du Windows-1252 : {count}, le premier à la ligne {line}.",
        ),
        (
            "Two exports were pasted together without being converted.",
            "Deux exports ont été mis bout à bout sans être convertis.",
        ),
        ("Save each part as UTF-8 before joining them.", "Enregistrer chaque partie en UTF-8 avant de les réunir."),
    ),
    _code(
        "compressed",
        Severity.INFO,
        ("Compressed file", "Fichier compressé"),
        ("Read through {compression}.", "Lu à travers {compression}."),
        ("The content is what counts, not the wrapping.", "C'est le contenu qui compte, pas l'emballage."),
        ("Nothing to do.", "Rien à faire."),
    ),
    _code(
        "delimiter",
        Severity.INFO,
        ("Delimiter", "Séparateur"),
        (
            'The file has {columns} columns, separated by "{delimiter}".',
            "Le fichier a {columns} colonnes, séparées par « {delimiter} ».",
        ),
        (
            "With the wrong delimiter every row falls into the wrong columns.",
            "Avec le mauvais séparateur, chaque ligne tombe dans les mauvaises colonnes.",
        ),
        ("Name the delimiter if it is another.", "Indiquer le séparateur si c'en est un autre."),
    ),
    _code(
        "single-column",
        Severity.INFO,
        ("One column", "Une seule colonne"),
        (
            "No delimiter was found: each line is one cell.",
            "Aucun séparateur trouvé : chaque ligne est une cellule.",
        ),
        (
            "A list of addresses or numbers has no delimiter; a table with an unusual one looks the same.",
            "Une liste d'adresses ou de numéros n'a pas de séparateur ; un tableau à séparateur rare a le même aspect.",
        ),
        ("Name the delimiter if there is one.", "Indiquer le séparateur s'il y en a un."),
    ),
    _code(
        "quoting",
        Severity.INFO,
        ("Unusual quotes", "Guillemets inhabituels"),
        ("Cells are quoted in an unusual manner: {manner}.", "Les guillemets suivent un usage rare : {manner}."),
        (
            "Read in the usual manner, cells of this file would break.",
            "Lues selon l'usage courant, des cellules de ce fichier seraient coupées.",
        ),
        ("Name the quote if it is another.", "Indiquer le guillemet si c'en est un autre."),
    ),
    _code(
        "title-rows",
        Severity.INFO,
        ("Lines above the table", "Lignes au-dessus du tableau"),
        (
            "{count} filled lines above the table are no part of it; the table starts on line {line}.",
            "{count} lignes remplies au-dessus du tableau n'en font pas partie ; il commence à la ligne {line}.",
        ),
        ("A title is no contact.", "Un titre n'est pas un contact."),
        (
            "Say how many lines to skip if the table starts elsewhere.",
            "Indiquer le nombre de lignes à sauter si le tableau commence ailleurs.",
        ),
    ),
    _code(
        "header",
        Severity.INFO,
        ("Header", "En-tête"),
        ("Line {line} names {columns} columns: {names}.", "La ligne {line} nomme {columns} colonnes : {names}."),
        ("Everything else rests on what the columns mean.", "Tout le reste repose sur le sens des colonnes."),
        ("Say so if the file has no header.", "Le signaler si le fichier n'a pas d'en-tête."),
    ),
    _code(
        "header-assumed",
        Severity.WARNING,
        ("Header assumed", "En-tête supposé"),
        (
            "Line {line} was taken for the names of the {columns} columns, though nothing in it proves that.",
            "La ligne {line} a été prise pour les noms des {columns} colonnes, mais rien ne le prouve.",
        ),
        (
            "Were it a contact, that contact would be lost as a header.",
            "Si c'était un contact, il serait perdu comme en-tête.",
        ),
        ("Say so if the file has no header.", "Le signaler si le fichier n'a pas d'en-tête."),
    ),
    _code(
        "no-header",
        Severity.WARNING,
        ("No header", "Pas d'en-tête"),
        (
            "The first row is data: the {columns} columns are called column 1 and so on.",
            "La première ligne contient des données : les {columns} colonnes s'appellent column 1, etc.",
        ),
        (
            "Nothing says what a column without a name holds.",
            "Rien ne dit ce que contient une colonne sans nom.",
        ),
        (
            "Add a first line with the names of the columns, or map them by hand.",
            "Ajouter une première ligne avec les noms des colonnes, ou les associer à la main.",
        ),
    ),
    _code(
        "blank-header",
        Severity.INFO,
        ("Columns without a name", "Colonnes sans nom"),
        ("{count} columns have no name and were numbered.", "{count} colonnes sans nom ont été numérotées."),
        ("What they hold is kept, but means nothing.", "Leur contenu est gardé, mais ne veut rien dire."),
        ("Name them, or remove them.", "Les nommer, ou les supprimer."),
    ),
    _code(
        "header-in-two-lines",
        Severity.INFO,
        ("Header in two lines", "En-tête sur deux lignes"),
        (
            "The header stands on two lines: what line {line} leaves blank is named by the line above it.",
            "L'en-tête tient sur deux lignes : ce que la ligne {line} laisse vide est nommé par la ligne au-dessus.",
        ),
        (
            "A merged cell over several columns names a group of them, and none of them alone.",
            "Une cellule fusionnée au-dessus de plusieurs colonnes nomme un groupe, et aucune d'elles.",
        ),
        ("Check the names of the columns in file.header.", "Vérifier les noms de colonnes dans file.header."),
    ),
    _code(
        "duplicate-header",
        Severity.WARNING,
        ("Columns of the same name", "Colonnes de même nom"),
        (
            "Names that stand more than once were numbered: {names}.",
            "Des noms présents plusieurs fois ont été numérotés : {names}.",
        ),
        (
            "Most programs keep only the last of two columns with one name.",
            "La plupart des programmes ne gardent que la dernière de deux colonnes de même nom.",
        ),
        ("Give each column a name of its own.", "Donner un nom propre à chaque colonne."),
    ),
    _code(
        "tidied-header",
        Severity.INFO,
        ("Names of columns tidied", "Noms de colonnes nettoyés"),
        (
            "Line breaks or doubled spaces were taken out of {count} names of columns.",
            "Des retours à la ligne ou espaces doubles ont été retirés de {count} noms de colonnes.",
        ),
        ("A name on two lines is found by nobody.", "Un nom sur deux lignes n'est trouvé par personne."),
        ("Nothing to do.", "Rien à faire."),
    ),
)

_MENDED: tuple[Code, ...] = (
    _code(
        "blank-rows",
        Severity.INFO,
        ("Blank lines", "Lignes vides"),
        ("{count} blank lines were skipped.", "{count} lignes vides ont été sautées."),
        ("They say nothing.", "Elles ne disent rien."),
        ("Nothing to do.", "Rien à faire."),
    ),
    _code(
        "nul-removed",
        Severity.WARNING,
        ("NUL characters", "Caractères NUL"),
        (
            "{count} NUL characters were removed, the first on line {line}.",
            "{count} caractères NUL ont été retirés, le premier à la ligne {line}.",
        ),
        (
            "They come from a damaged export and stop most programs.",
            "Ils viennent d'un export abîmé et bloquent la plupart des programmes.",
        ),
        ("Export the file again; check the cells around.", "Refaire l'export ; vérifier les cellules voisines."),
    ),
    _code(
        "guard-removed",
        Severity.INFO,
        ("Protective apostrophes", "Apostrophes de protection"),
        (
            "An apostrophe that protects from spreadsheet formulas was taken off cells: {count}, first on line {line}.",
            "Une apostrophe qui protège des formules de tableur a été retirée de cellules : {count}, la première ligne {line}.",
        ),
        (
            "The apostrophe is no part of the value: a phone number with it is invalid.",
            "L'apostrophe ne fait pas partie de la valeur : un numéro qui la garde est invalide.",
        ),
        ("Nothing to do: it is put back when writing.", "Rien à faire : elle est remise à l'écriture."),
        "'+33612345678",
    ),
    _code(
        "trailing-cells-dropped",
        Severity.INFO,
        ("Empty cells beyond the last column", "Cellules vides après la dernière colonne"),
        (
            "{count} rows had empty cells beyond the last column, the first on line {line}.",
            "{count} lignes avaient des cellules vides après la dernière colonne, la première à la ligne {line}.",
        ),
        (
            "Most rows end that way, so nothing is shifted.",
            "La plupart des lignes finissent ainsi : rien n'est décalé.",
        ),
        ("Nothing to do.", "Rien à faire."),
    ),
    _code(
        "short-rows-completed",
        Severity.WARNING,
        ("Short rows completed", "Lignes courtes complétées"),
        (
            "{count} rows ended early, the first on line {line}; their missing last cells were taken as empty.",
            "{count} lignes s'arrêtaient tôt, la première à la ligne {line} ; leurs dernières cellules sont vides.",
        ),
        (
            "Excel leaves out the last delimiters of sixteen rows at a time when nothing follows; or you asked for it.",
            "Excel omet les derniers séparateurs par blocs de seize lignes quand rien ne suit ; ou vous l'avez demandé.",
        ),
        ("Nothing to do, if the last columns are right.", "Rien à faire si les dernières colonnes sont justes."),
    ),
    _code(
        "quotes-repaired",
        Severity.WARNING,
        ("Quotes inside cells", "Guillemets dans des cellules"),
        (
            "{count} rows hold quotes that were not doubled, the first on line {line}; they were kept as text.",
            "{count} lignes ont des guillemets non doublés, la première à la ligne {line} ; ils restent du texte.",
        ),
        (
            "Most programs drop such quotes, or lose the row.",
            "La plupart des programmes perdent ces guillemets, ou la ligne.",
        ),
        ("Check these rows.", "Vérifier ces lignes."),
        '"Camille "Cam" Petit"',
    ),
    _code(
        "rows-inside-a-cell",
        Severity.WARNING,
        ("Lines like rows inside a cell", "Lignes de tableau dans une cellule"),
        (
            "{count} records span several lines that would each be a row, the first on line {line}.",
            "{count} enregistrements couvrent des lignes dont chacune ferait une ligne, le premier à la ligne {line}.",
        ),
        (
            "A forgotten quote swallows the rows up to the next one.",
            "Un guillemet oublié avale les lignes jusqu'au suivant.",
        ),
        ("Look for a lone quote on that line.", "Chercher un guillemet isolé à cette ligne."),
    ),
    _code(
        "unwritable-characters",
        Severity.WARNING,
        ("Characters that cannot be written", "Caractères impossibles à écrire"),
        (
            "{count} cells held halves of characters, which were written as U+FFFD.",
            "{count} cellules contenaient des moitiés de caractères, écrites comme U+FFFD.",
        ),
        ("No encoding has half a character.", "Aucun encodage n'a de moitié de caractère."),
        ("Correct these cells at their source.", "Corriger ces cellules à la source."),
    ),
)

_REFUSED: tuple[Code, ...] = (
    _code(
        "row-too-long",
        Severity.ERROR,
        ("Row too long", "Ligne trop longue"),
        (
            "Cells of the row: {found}; columns: {expected}.",
            "Cellules de la ligne : {found} ; colonnes : {expected}.",
        ),
        (
            "A stray delimiter shifts every cell after it into the wrong column.",
            "Un séparateur de trop décale toutes les cellules suivantes.",
        ),
        (
            "Put quotes around the cell that holds the delimiter.",
            "Mettre entre guillemets la cellule qui contient le séparateur.",
        ),
    ),
    _code(
        "row-too-short",
        Severity.ERROR,
        ("Row too short", "Ligne trop courte"),
        (
            "Cells of the row: {found}; columns: {expected}.",
            "Cellules de la ligne : {found} ; colonnes : {expected}.",
        ),
        (
            "Which cells are missing is unknown: the row may be cut, or one of its delimiters lost.",
            "On ignore quelles cellules manquent : la ligne est coupée, ou un séparateur est perdu.",
        ),
        (
            "Complete the row; or, if only last cells are missing in this file, ask for short rows to be completed.",
            "Compléter la ligne ; ou, si seules des dernières cellules manquent, demander de compléter ces lignes.",
        ),
    ),
    _code(
        "unclosed-quote",
        Severity.ERROR,
        ("Quote never closed", "Guillemet jamais fermé"),
        (
            "A quote opened on line {line} is never closed; the lines after it were read on their own.",
            "Un guillemet ouvert à la ligne {line} n'est jamais fermé ; les lignes suivantes sont lues à part.",
        ),
        (
            "Most programs take everything up to the next quote for one cell, without a word.",
            "La plupart des programmes prennent tout jusqu'au guillemet suivant pour une cellule, sans rien dire.",
        ),
        ("Close the quote, double it, or remove it.", "Fermer le guillemet, le doubler, ou l'enlever."),
        '"Boulangerie du Port',
    ),
    _code(
        "stray-quote",
        Severity.ERROR,
        ("Quote in the wrong place", "Guillemet mal placé"),
        (
            "A quote on line {line} closes a cell before its end.",
            "Un guillemet ferme une cellule avant sa fin, à la ligne {line}.",
        ),
        ("Where the cell ends is anybody's guess.", "On ne peut que deviner où finit la cellule."),
        ("Double the quotes inside the cell.", "Doubler les guillemets dans la cellule."),
        '"12" rue',
    ),
    _code(
        "repeated-header",
        Severity.INFO,
        ("Header repeated", "En-tête répété"),
        ("The row repeats the header.", "La ligne répète l'en-tête."),
        (
            "Files that were joined keep the header of each part.",
            "Des fichiers mis bout à bout gardent l'en-tête de chaque partie.",
        ),
        ("Nothing to do.", "Rien à faire."),
    ),
    _code(
        "footer",
        Severity.INFO,
        ("Line below the table", "Ligne sous le tableau"),
        (
            "The row belongs to the foot of the report, not to the table.",
            "La ligne fait partie du pied du rapport, pas du tableau.",
        ),
        ("A total or a copyright notice is no contact.", "Un total ou un copyright n'est pas un contact."),
        ("Nothing to do.", "Rien à faire."),
        "Confidential Information - Do Not Distribute",
    ),
)

_WRITTEN: tuple[Code, ...] = (
    _code(
        "not-held",
        Severity.WARNING,
        ("No place in the format", "Sans place dans le format"),
        (
            "{format} has no place for {name}: {count} contacts lose it in the file.",
            "{format} n'a pas de place pour {name} : {count} contacts le perdent dans le fichier.",
        ),
        (
            "What a file cannot hold is missing when it is read back, a refusal or a consent above all.",
            "Ce qu'un fichier ne peut contenir manque à la relecture, surtout un refus ou un consentement.",
        ),
        (
            "Write JSON Lines, a database or a folder of results to keep everything.",
            "Écrire en JSON Lines, dans une base ou un dossier de résultats pour tout garder.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_WRITTEN, *_DETECTED, *_MENDED, *_REFUSED)
