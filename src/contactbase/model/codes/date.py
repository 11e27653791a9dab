"""Codes of the family `date`: what a cell or a column that should hold dates holds instead.

A finding with severity `error` left the cell without a value; a placeholder was understood to say nothing.
"""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_CELLS: tuple[Code, ...] = (
    Code(
        id="date.unreadable",
        severity=Severity.ERROR,
        title=Text("Not a date", "Ce n'est pas une date"),
        message=Text("The cell cannot be read as one date.", "La cellule ne se lit pas comme une date."),
        why=Text(
            "A date that is guessed from half-understood text sends letters to the wrong age and starts the wrong clock.",
            "Une date devinée dans un texte à moitié compris donne le mauvais âge et lance le mauvais délai.",
        ),
        remedy=Text(
            "Write the date as 1985-03-12 or 12/03/1985, or empty the cell.",
            "Écrire la date sous la forme 1985-03-12 ou 12/03/1985, ou vider la cellule.",
        ),
        example="printemps 85",
    ),
    Code(
        id="date.impossible",
        severity=Severity.ERROR,
        title=Text("A date that does not exist", "Date qui n'existe pas"),
        message=Text(
            "The cell is written like a date, but the calendar has no such day or the clock no such time.",
            "La cellule est écrite comme une date, mais ce jour ou cette heure n'existe pas.",
        ),
        why=Text(
            "Rolling 31 February over to March invents a day that nobody stated.",
            "Reporter le 31 février en mars invente un jour que personne n'a donné.",
        ),
        remedy=Text("Look the date up at its source.", "Vérifier la date à la source."),
        example="31/02/1985",
    ),
    Code(
        id="date.incomplete",
        severity=Severity.ERROR,
        title=Text("Incomplete date", "Date incomplète"),
        message=Text(
            "The date lacks its day, its month or its year.",
            "Il manque à la date son jour, son mois ou son année.",
        ),
        why=Text(
            "Common libraries fill the missing part in from the day on which the program runs.",
            "Les bibliothèques courantes complètent la partie manquante avec le jour où le programme tourne.",
        ),
        remedy=Text(
            "Complete the date, or keep the year in a field of its own.",
            "Compléter la date, ou garder l'année dans un champ à part.",
        ),
        example="03/1985",
    ),
    Code(
        id="date.placeholder",
        severity=Severity.WARNING,
        title=Text("Placeholder instead of a date", "Valeur bouche-trou à la place d'une date"),
        message=Text(
            "The cell holds what systems write when no date is known; it was taken as unknown.",
            "La cellule contient ce que les systèmes écrivent quand la date est inconnue ; elle vaut inconnu.",
        ),
        why=Text(
            "Zero dates and the first days of computer calendars become a false age and a retention period long over.",
            "Les dates nulles et les premiers jours des calendriers informatiques donnent un faux âge et un délai "
            "de conservation dépassé depuis longtemps.",
        ),
        remedy=Text(
            "Empty the cell; if the day is true for once, state it in another source and merge.",
            "Vider la cellule ; si ce jour est vrai pour une fois, l'indiquer dans une autre source et fusionner.",
        ),
        example="01/01/1900",
    ),
    Code(
        id="date.ambiguous-order",
        severity=Severity.WARNING,
        title=Text("Day and month could be swapped", "Jour et mois interchangeables"),
        message=Text(
            "The cell can be read in more than one order; nothing else was known, so it was read as {order}, "
            "the custom of {region}.",
            "La cellule se lit dans plusieurs ordres ; faute d'autre indice elle est lue comme {order}, "
            "selon l'usage de {region}.",
        ),
        why=Text(
            "3 April and 4 March are the same eight digits.",
            "Le 3 avril et le 4 mars s'écrivent avec les mêmes huit chiffres.",
        ),
        remedy=Text(
            "State the order of the column (date_order), or let the whole column decide.",
            "Indiquer l'ordre de la colonne (date_order), ou laisser décider la colonne entière.",
        ),
        example="03/04/2024",
    ),
    Code(
        id="date.undecidable-order",
        severity=Severity.ERROR,
        title=Text("Day and month cannot be told apart", "Jour et mois impossibles à distinguer"),
        message=Text(
            "The column mixes orders and this cell can be read in more than one; it was not read.",
            "La colonne mélange les ordres et cette cellule se lit dans plusieurs ; elle n'est pas lue.",
        ),
        why=Text(
            "In a column that proves both day/month and month/day, every ambiguous cell would be a coin toss.",
            "Dans une colonne qui prouve à la fois jour/mois et mois/jour, chaque cellule ambiguë serait un pari.",
        ),
        remedy=Text(
            "Separate the sources that were pasted together, or state date_order.",
            "Séparer les sources qui ont été collées ensemble, ou indiquer date_order.",
        ),
    ),
    Code(
        id="date.other-order",
        severity=Severity.WARNING,
        title=Text("Written in another order than the column", "Écrite dans un autre ordre que la colonne"),
        message=Text(
            "The column is read as {expected}, but this cell can only be {order}; it was read so.",
            "La colonne est lue comme {expected}, mais cette cellule ne peut être que {order} ; elle est lue ainsi.",
        ),
        why=Text(
            "One such cell is a typing slip; many of them say that the order of the column is wrong.",
            "Une seule est une étourderie ; plusieurs disent que l'ordre de la colonne est faux.",
        ),
        remedy=Text(
            "Check the cell; if there are many, state another date_order.",
            "Vérifier la cellule ; s'il y en a beaucoup, indiquer un autre date_order.",
        ),
    ),
    Code(
        id="date.century-assumed",
        severity=Severity.WARNING,
        title=Text("Century assumed", "Siècle supposé"),
        message=Text(
            "The year has two digits and another century is possible; it was read as {century}.",
            "L'année n'a que deux chiffres et un autre siècle est possible ; elle est lue comme {century}.",
        ),
        why=Text(
            "Born on 12/03/20: a child or a centenarian.",
            "Né le 12/03/20 : un enfant ou un centenaire.",
        ),
        remedy=Text("Write the year with four digits.", "Écrire l'année sur quatre chiffres."),
    ),
    Code(
        id="date.century-unknown",
        severity=Severity.ERROR,
        title=Text("Century unknown", "Siècle inconnu"),
        message=Text(
            "The year has two digits, and without a reference day (as_of) its century cannot be told.",
            "L'année n'a que deux chiffres et, sans jour de référence (as_of), son siècle est indéterminable.",
        ),
        why=Text(
            "The usual pivots make people born in 1968 be born in 2068.",
            "Les pivots habituels font naître en 2068 une personne née en 1968.",
        ),
        remedy=Text("Give as_of, or write the year with four digits.", "Donner as_of, ou écrire l'année en entier."),
        example="12/03/85",
    ),
    Code(
        id="date.several-in-cell",
        severity=Severity.WARNING,
        title=Text("Several dates", "Plusieurs dates"),
        message=Text(
            "The field holds {count} different dates; all of them are given, in their order.",
            "Le champ contient {count} dates différentes ; toutes sont données, dans leur ordre.",
        ),
        why=Text(
            "Two columns of one file that mean the same field should say the same.",
            "Deux colonnes d'un même fichier qui désignent le même champ devraient dire la même chose.",
        ),
        remedy=Text(
            "Keep one of the columns for this field and map the other to its own.",
            "Garder une seule colonne pour ce champ et donner à l'autre le sien.",
        ),
        example="2024-03-12\n2024-05-01",
    ),
    Code(
        id="date.looks-like-serial",
        severity=Severity.ERROR,
        title=Text("Looks like an Excel serial number", "Ressemble à un numéro de série Excel"),
        message=Text(
            "The cell is a number that Excel could show as a date; alone it proves nothing and was not read.",
            "La cellule est un nombre qu'Excel pourrait afficher comme une date ; seul, il ne prouve rien et n'est pas lu.",
        ),
        why=Text(
            "29252 is 1 February 1980, or 2 February 1984 in a file from an old Mac, or a postcode.",
            "29252 est le 1er février 1980, ou le 2 février 1984 dans un fichier d'un ancien Mac, ou un code postal.",
        ),
        remedy=Text(
            "Format the column as a date and export again, or state excel_epoch (1900 or 1904).",
            "Mettre la colonne au format date et exporter à nouveau, ou indiquer excel_epoch (1900 ou 1904).",
        ),
        example="29252",
    ),
    Code(
        id="date.looks-like-unix-time",
        severity=Severity.ERROR,
        title=Text("Looks like a time stamp", "Ressemble à un horodatage"),
        message=Text(
            "The cell is a number that could count seconds or milliseconds since 1970; it was not read.",
            "La cellule est un nombre qui pourrait compter les secondes ou millisecondes depuis 1970 ; elle n'est pas lue.",
        ),
        why=Text(
            "A telephone number and an article number have as many digits.",
            "Un numéro de téléphone ou d'article a autant de chiffres.",
        ),
        remedy=Text(
            "Export the date as text, or state unix_time for the column.",
            "Exporter la date en texte, ou indiquer unix_time pour la colonne.",
        ),
        example="1583190000",
    ),
    Code(
        id="date.excel-error",
        severity=Severity.ERROR,
        title=Text("Spreadsheet error in place of a date", "Erreur de tableur à la place d'une date"),
        message=Text(
            "The cell holds an error of the spreadsheet, or the signs of a column that is too narrow.",
            "La cellule contient une erreur du tableur, ou les dièses d'une colonne trop étroite.",
        ),
        why=Text("The date was lost before the export.", "La date a été perdue avant l'export."),
        remedy=Text(
            "Widen the column or mend the formula, and export again.",
            "Élargir la colonne ou corriger la formule, puis exporter à nouveau.",
        ),
        example="########",
    ),
    Code(
        id="date.birth-in-future",
        severity=Severity.ERROR,
        title=Text("Born in the future", "Naissance dans le futur"),
        message=Text(
            "The birth date lies after the reference day; it was not taken.",
            "La date de naissance est postérieure au jour de référence ; elle n'est pas retenue.",
        ),
        why=Text(
            "Usually a two-digit year read into the wrong century, or a date of another column.",
            "C'est en général une année à deux chiffres lue dans le mauvais siècle, ou la date d'une autre colonne.",
        ),
        remedy=Text("Look the date up at its source.", "Vérifier la date à la source."),
    ),
    Code(
        id="date.zone-changed-day",
        severity=Severity.INFO,
        title=Text("Another day in the zone", "Autre jour dans le fuseau"),
        message=Text(
            "The cell holds an instant that falls on another day in {zone} than the one written; that of {zone} was "
            "taken.",
            "La cellule contient un instant qui tombe en {zone} un autre jour que celui écrit ; celui de {zone} a été "
            "pris.",
        ),
        why=Text(
            "Programs write a local midnight as the evening before in UTC; read without its zone it is one day off.",
            "Des programmes écrivent un minuit local comme la veille au soir en UTC ; lu sans fuseau, il manque un jour.",
        ),
        remedy=Text(
            "Nothing to do; state another zone if it is one.", "Rien à faire ; indiquer un autre fuseau s'il y a lieu."
        ),
        example="1985-03-12T23:30:00Z",
    ),
    Code(
        id="date.in-future",
        severity=Severity.WARNING,
        title=Text("Date in the future", "Date dans le futur"),
        message=Text(
            "The date lies after the reference day, for something that has happened; it was taken as written.",
            "La date est postérieure au jour de référence, pour un fait passé ; elle est retenue telle quelle.",
        ),
        why=Text(
            "A purchase in the future keeps a contact for years too long.",
            "Un achat dans le futur fait conserver un contact des années de trop.",
        ),
        remedy=Text(
            "Check day and month; they may be swapped.",
            "Vérifier le jour et le mois : ils sont peut-être inversés.",
        ),
    ),
    Code(
        id="date.implausible",
        severity=Severity.WARNING,
        title=Text("Implausible date", "Date peu plausible"),
        message=Text(
            "The date lies before {year}, too early for this field; it was taken as written.",
            "La date est antérieure à {year}, trop tôt pour ce champ ; elle est retenue telle quelle.",
        ),
        why=Text(
            "An age above 120 years or an order of the nineteenth century is a typing error.",
            "Un âge de plus de 120 ans ou une commande du dix-neuvième siècle est une faute de frappe.",
        ),
        remedy=Text("Look the date up at its source.", "Vérifier la date à la source."),
        example="25/12/1885",
    ),
    Code(
        id="date.out-of-range",
        severity=Severity.ERROR,
        title=Text("Year out of range", "Année hors limites"),
        message=Text(
            "The year is not between 1800 and 2199; the date was not taken.",
            "L'année n'est pas comprise entre 1800 et 2199 ; la date n'est pas retenue.",
        ),
        why=Text(
            "No client was born and nothing was bought in the year 198 or 20024; a digit is missing or too many.",
            "Personne n'est né et rien n'a été acheté en l'an 198 ou 20024 : un chiffre manque ou est de trop.",
        ),
        remedy=Text("Correct the year.", "Corriger l'année."),
        example="12/03/0198",
    ),
    Code(
        id="date.weekday-mismatch",
        severity=Severity.WARNING,
        title=Text("The weekday does not fit", "Le jour de la semaine ne correspond pas"),
        message=Text(
            "The weekday in the cell is not that of its date; the date was taken.",
            "Le jour de la semaine indiqué n'est pas celui de la date ; la date est retenue.",
        ),
        why=Text(
            "Either the weekday or the date is a typing error.",
            "Soit le jour de la semaine, soit la date est une faute de frappe.",
        ),
        remedy=Text("Check the cell.", "Vérifier la cellule."),
        example="lundi 4 mars 2025",
    ),
    Code(
        id="date.midnight-utc",
        severity=Severity.WARNING,
        title=Text("Midnight UTC is another day here", "Minuit UTC tombe un autre jour ici"),
        message=Text(
            "The instant is midnight UTC, which falls on another day in {zone}; the day in {taken} was taken.",
            "L'instant est minuit UTC, qui tombe un autre jour dans le fuseau {zone} ; le jour retenu est celui "
            "du fuseau {taken}.",
        ),
        why=Text(
            "Software writes a mere date as midnight UTC; west of Greenwich the day before is then read.",
            "Des logiciels écrivent une simple date comme minuit UTC ; à l'ouest de Greenwich on lit alors la veille.",
        ),
        remedy=Text(
            "Export dates without a time, or set the zone of the column to UTC.",
            "Exporter les dates sans heure, ou fixer le fuseau de la colonne à UTC.",
        ),
    ),
)

_COLUMNS: tuple[Code, ...] = (
    Code(
        id="date.mixed-order",
        severity=Severity.WARNING,
        title=Text("The column mixes date orders", "La colonne mélange les ordres de date"),
        message=Text(
            "{fitting} cells can only be {order} and {against} cannot be it; "
            "the {ambiguous} cells that can be read in several orders are not read.",
            "{fitting} cellules ne peuvent être que {order} et {against} ne peuvent pas l'être ; "
            "les {ambiguous} cellules lisibles dans plusieurs ordres ne sont pas lues.",
        ),
        why=Text(
            "Two sources pasted together, or a spreadsheet that swapped what it could: some dates are wrong already.",
            "Deux sources collées ensemble, ou un tableur qui a inversé ce qu'il pouvait : des dates sont déjà fausses.",
        ),
        remedy=Text(
            "Separate the sources, or state date_order for the column.",
            "Séparer les sources, ou indiquer date_order pour la colonne.",
        ),
    ),
    Code(
        id="date.mostly-one-order",
        severity=Severity.WARNING,
        title=Text("A few dates in another order", "Quelques dates dans un autre ordre"),
        message=Text(
            "{fitting} cells can only be {order} and {against} cannot be it, at most one in a hundred; "
            "the {ambiguous} cells that can be read in several orders are read as {order}.",
            "{fitting} cellules ne peuvent être que {order} et {against} ne peuvent pas l'être, au plus une sur cent ; "
            "les {ambiguous} cellules lisibles dans plusieurs ordres sont lues comme {order}.",
        ),
        why=Text(
            "So few exceptions are slips of single cells, each of which is reported where it stands.",
            "Si peu d'exceptions sont des fautes isolées, chacune signalée à sa place.",
        ),
        remedy=Text(
            "Check the cells reported; state date_order when the column is known.",
            "Vérifier les cellules signalées ; indiquer date_order si l'ordre de la colonne est connu.",
        ),
    ),
    Code(
        id="date.swapped-by-spreadsheet",
        severity=Severity.WARNING,
        title=Text("Dates probably swapped by a spreadsheet", "Dates sans doute inversées par un tableur"),
        message=Text(
            "All {left} numeric dates have a day above 12 and the {turned} ISO dates have days up to 12; "
            "day and month of the ISO dates are probably swapped. They were read as written.",
            "Les {left} dates numériques ont toutes un jour au-delà de 12 et les {turned} dates ISO un jour jusqu'à 12 ; "
            "le jour et le mois des dates ISO sont sans doute inversés. Elles sont lues telles quelles.",
        ),
        why=Text(
            "A spreadsheet set to month/day turns 03/04/2024 into 4 March and leaves 25/12/2023 as text.",
            "Un tableur réglé sur mois/jour transforme 03/04/2024 en 4 mars et laisse 25/12/2023 en texte.",
        ),
        remedy=Text(
            "Export again from the source, without opening the file in a spreadsheet.",
            "Exporter à nouveau depuis la source, sans ouvrir le fichier dans un tableur.",
        ),
    ),
    Code(
        id="date.ambiguous-column",
        severity=Severity.WARNING,
        title=Text("Nothing in the column tells day from month", "Rien dans la colonne ne distingue jour et mois"),
        message=Text(
            "None of {ambiguous} dates shows whether the day or the month comes first; "
            "they are read as {order}, the custom of {region}.",
            "Aucune des {ambiguous} dates ne montre si le jour ou le mois vient en premier ; "
            "elles sont lues comme {order}, selon l'usage de {region}.",
        ),
        why=Text(
            "If the custom does not hold for this file, every one of these dates is wrong.",
            "Si l'usage ne vaut pas pour ce fichier, toutes ces dates sont fausses.",
        ),
        remedy=Text("State date_order for the column.", "Indiquer date_order pour la colonne."),
    ),
)

CODES: tuple[Code, ...] = _CELLS + _COLUMNS
