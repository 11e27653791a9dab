"""Codes of the family `phone`: what a cell that should hold phone numbers holds instead, or had to be done to read it.

Errors left the cell without a value; warnings kept a value that deserves a look; the others say what was changed or
understood. The order is that of the severities.
"""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CODES"]

_ARCEP = Citation(
    authority="ARCEP",
    instrument="Décision 2022-1583",
    locator="JORFARTI000046830325",
    confidence=Confidence.OWN_JUDGEMENT,
)

_ERRORS: tuple[Code, ...] = (
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
            "Ask the person for the number, or remove it.", "Redemander le numéro à la personne, ou le retirer."
        ),
        example="06 12 34 56 7",
    ),
    Code(
        id="phone.too-long",
        severity=Severity.ERROR,
        title=Text("Phone number too long", "Numéro trop long"),
        message=Text(
            "The number has {digits} digits, too many for its country.",
            "Le numéro a {digits} chiffres, trop pour son pays.",
        ),
        why=Text(
            "Cutting digits off until a number fits calls a stranger.",
            "Couper des chiffres jusqu'à ce que cela tienne revient à appeler un inconnu.",
        ),
        remedy=Text(
            "Look for a digit typed twice or a second number stuck to the first, and correct the cell.",
            "Chercher un chiffre tapé deux fois ou un second numéro collé au premier, puis corriger la cellule.",
        ),
        example="06 12 34 56 78 9",
    ),
    Code(
        id="phone.wrong-length",
        severity=Severity.ERROR,
        title=Text("Phone number of an unused length", "Longueur de numéro inexistante"),
        message=Text(
            "The number has {digits} digits; its country has shorter and longer numbers, but none of this length.",
            "Le numéro a {digits} chiffres ; son pays a des numéros plus courts et plus longs, mais aucun de cette longueur.",
        ),
        why=Text(
            "Whether a digit is missing or too many cannot be known.",
            "Impossible de savoir s'il manque un chiffre ou s'il y en a un de trop.",
        ),
        remedy=Text(
            "Ask the person for the number, or remove it.", "Redemander le numéro à la personne, ou le retirer."
        ),
        example="+508 55 12 34 5",
    ),
    Code(
        id="phone.bad-prefix",
        severity=Severity.ERROR,
        title=Text("No such range of numbers", "Tranche de numéros inexistante"),
        message=Text(
            "The number has {digits} digits, but its country gives out no numbers that begin like this.",
            "Le numéro a {digits} chiffres, mais son pays n'attribue aucun numéro qui commence ainsi.",
        ),
        why=Text(
            "Such numbers are typing errors or invented: 07 00 to 07 2x, ranges reserved for fiction, ranges withdrawn.",
            "Ces numéros sont des fautes de frappe ou des inventions : 07 00 à 07 2x, tranches réservées à la fiction ou retirées.",
        ),
        remedy=Text(
            "Check the first digits, and ask the person if they are right.",
            "Vérifier les premiers chiffres, et demander à la personne s'ils sont justes.",
        ),
        example="07 12 34 56 78",
    ),
    Code(
        id="phone.area-code-missing",
        severity=Severity.ERROR,
        title=Text("Local number without its area code", "Numéro local sans son indicatif"),
        message=Text(
            "The number has {digits} digits: it can only be dialled in its own area, and which one that is is not said.",
            "Le numéro a {digits} chiffres : il ne se compose que dans sa zone, et rien ne dit laquelle.",
        ),
        why=Text("The same local number exists in every area.", "Le même numéro local existe dans toutes les zones."),
        remedy=Text("Add the area code.", "Ajouter l'indicatif de zone."),
        example="+1 555 0123",
    ),
    Code(
        id="phone.country-unknown",
        severity=Severity.ERROR,
        title=Text("Country of the number unknown", "Pays du numéro inconnu"),
        message=Text(
            "The number has {digits} digits, and no country can be told from them: the calling code does not exist, or none is given and the column has no country.",
            "Le numéro a {digits} chiffres et aucun pays ne s'en déduit : l'indicatif n'existe pas, ou il n'y en a pas et la colonne n'a pas de pays.",
        ),
        why=Text(
            "Without its country a number is only a row of digits.",
            "Sans son pays, un numéro n'est qu'une suite de chiffres.",
        ),
        remedy=Text(
            "Give the country of the column, or correct the calling code.",
            "Indiquer le pays de la colonne, ou corriger l'indicatif.",
        ),
        example="+999 12 34 56 78",
    ),
    Code(
        id="phone.foreign-without-plus",
        severity=Severity.ERROR,
        title=Text("Foreign number without its plus sign", "Numéro étranger sans son plus"),
        message=Text(
            "Not a number of the country of the column; with a plus sign before it, it would be one of {region}.",
            "Ce n'est pas un numéro du pays de la colonne ; précédé d'un plus, ce serait un numéro de {region}.",
        ),
        why=Text(
            "A French number with a digit too many looks the same, so the plus sign is not added on its own.",
            "Un numéro français avec un chiffre de trop a la même allure : le plus n'est donc pas ajouté d'office.",
        ),
        remedy=Text(
            "If the person lives abroad, write the number with its plus sign.",
            "Si la personne vit à l'étranger, écrire le numéro avec son plus.",
        ),
        example="41791234567",
    ),
    Code(
        id="phone.short-code",
        severity=Severity.ERROR,
        title=Text("Short code, not a person's number", "Numéro court, pas celui d'une personne"),
        message=Text(
            "A short code that services are dialled at; nobody can be reached there.",
            "Un numéro court de service ; on n'y joint personne.",
        ),
        why=Text(
            "Short codes (3639, 118 218, 36665) belong to companies, cannot be called from abroad and are not in E.164.",
            "Les numéros courts (3639, 118 218, 36665) sont à des entreprises, ne s'appellent pas de l'étranger et n'ont pas de forme E.164.",
        ),
        remedy=Text(
            "Remove it, and ask the person for a number of their own.",
            "Le retirer, et demander à la personne son propre numéro.",
        ),
        example="3639",
    ),
    Code(
        id="phone.placeholder",
        severity=Severity.ERROR,
        title=Text("Digits typed to fill the field", "Chiffres de remplissage"),
        message=Text(
            "The digits were typed to fill the field: one digit over and over, or the keys in a row.",
            "Les chiffres ont été tapés pour remplir le champ : toujours le même, ou les touches dans l'ordre.",
        ),
        why=Text(
            "Forms that insist on a number get 06 00 00 00 00, which is valid and reaches a stranger or nobody.",
            "Les formulaires qui exigent un numéro reçoivent 06 00 00 00 00, qui est valide et n'atteint qu'un inconnu ou personne.",
        ),
        remedy=Text(
            "Remove it, and make the field optional where it was entered.",
            "Le retirer, et rendre le champ facultatif à la saisie.",
        ),
        example="06 00 00 00 00",
    ),
    Code(
        id="phone.masked",
        severity=Severity.ERROR,
        title=Text("Number with hidden digits", "Numéro aux chiffres masqués"),
        message=Text(
            "Some digits are hidden behind x, * or the like.",
            "Des chiffres sont masqués par des x, des * ou d'autres signes.",
        ),
        why=Text(
            "The export hid the number; what is hidden cannot be restored.",
            "L'export a masqué le numéro ; ce qui est masqué ne se retrouve pas.",
        ),
        remedy=Text(
            "Export the file again with the right to see numbers.",
            "Refaire l'export avec le droit de voir les numéros.",
        ),
        example="06 12 ** ** 78",
    ),
    Code(
        id="phone.lost-precision",
        severity=Severity.ERROR,
        title=Text("Digits lost in a spreadsheet", "Chiffres perdus dans un tableur"),
        message=Text(
            "A spreadsheet rounded the number: its last digits are gone.",
            "Un tableur a arrondi le numéro : ses derniers chiffres sont perdus.",
        ),
        why=Text(
            "3,36E+10 stands for millions of numbers; any one of them would be a guess.",
            "3,36E+10 correspond à des millions de numéros ; en choisir un serait deviner.",
        ),
        remedy=Text(
            "Export again with the column formatted as text.", "Refaire l'export avec la colonne au format texte."
        ),
        example="3,36E+10",
    ),
    Code(
        id="phone.several-unclear",
        severity=Severity.ERROR,
        title=Text("Several numbers, unclear where one ends", "Plusieurs numéros, limites incertaines"),
        message=Text(
            "The digits are those of several numbers, and there is more than one way to part them.",
            "Les chiffres sont ceux de plusieurs numéros, et il y a plus d'une façon de les séparer.",
        ),
        why=Text(
            "Every way gives valid numbers, of different people.",
            "Chaque façon donne des numéros valides, de personnes différentes.",
        ),
        remedy=Text(
            "Put a semicolon or a line break between the numbers.",
            "Mettre un point-virgule ou un retour à la ligne entre les numéros.",
        ),
    ),
    Code(
        id="phone.too-long-cell",
        severity=Severity.ERROR,
        title=Text("Cell too long for phone numbers", "Cellule trop longue pour des numéros"),
        message=Text(
            "The cell has {characters} characters; it was not searched for numbers.",
            "La cellule a {characters} caractères ; aucun numéro n'y a été cherché.",
        ),
        why=Text(
            "A long text is a note or a broken row, and digits in it may mean anything.",
            "Un long texte est une note ou une ligne cassée, et ses chiffres peuvent tout vouloir dire.",
        ),
        remedy=Text(
            "Check the row: a missing quotation mark swallows the rest of a file.",
            "Vérifier la ligne : un guillemet manquant avale la suite du fichier.",
        ),
    ),
    Code(
        id="phone.letters-inside",
        severity=Severity.ERROR,
        title=Text("Letters among the digits", "Des lettres parmi les chiffres"),
        message=Text(
            "Letters stand among the digits, and no number could be read for certain.",
            "Des lettres se trouvent parmi les chiffres, et aucun numéro n'a pu être lu avec certitude.",
        ),
        why=Text(
            "A letter in place of a digit may stand for more than one, and a wrong number is a stranger's.",
            "Une lettre à la place d'un chiffre peut en valoir plusieurs, et un faux numéro est celui d'un inconnu.",
        ),
        remedy=Text("Ask for the number again.", "Redemander le numéro."),
        example="O6 12 34 S6 78",
    ),
    Code(
        id="phone.no-digits",
        severity=Severity.ERROR,
        title=Text("Words instead of a number", "Des mots à la place d'un numéro"),
        message=Text("The cell holds words and no digit.", "La cellule contient des mots et aucun chiffre."),
        why=Text(
            "The value belongs to another field, or is a note.",
            "La valeur appartient à un autre champ, ou c'est une note.",
        ),
        remedy=Text(
            "Check that the columns are mapped to the right fields.",
            "Vérifier que les colonnes sont associées aux bons champs.",
        ),
        example="Mme Durand",
    ),
    Code(
        id="phone.looks-like-date",
        severity=Severity.ERROR,
        title=Text("Date instead of a number", "Une date à la place d'un numéro"),
        message=Text("The cell is written like a date.", "La cellule est écrite comme une date."),
        why=Text(
            "In countries with eight-digit numbers a date without its separators is a valid number of somebody.",
            "Dans les pays aux numéros de huit chiffres, une date sans ses séparateurs est le numéro de quelqu'un.",
        ),
        remedy=Text(
            "Check that the columns are mapped to the right fields.",
            "Vérifier que les colonnes sont associées aux bons champs.",
        ),
        example="12/03/1985",
    ),
    Code(
        id="phone.looks-like-email",
        severity=Severity.ERROR,
        title=Text("E-mail address instead of a number", "Une adresse e-mail à la place d'un numéro"),
        message=Text(
            "The cell holds an e-mail address and no number.", "La cellule contient une adresse e-mail et aucun numéro."
        ),
        why=Text("The value belongs to another field.", "La valeur appartient à un autre champ."),
        remedy=Text(
            "Check that the columns are mapped to the right fields.",
            "Vérifier que les colonnes sont associées aux bons champs.",
        ),
        example="lea75@example.org",
    ),
)

_WARNINGS: tuple[Code, ...] = (
    Code(
        id="phone.overseas-overlap",
        severity=Severity.WARNING,
        title=Text("Could also be an overseas number", "Pourrait aussi être un numéro d'outre-mer"),
        message=Text(
            "Read in the country of the column; the same digits are also a number of a territory that dials alike.",
            "Lu dans le pays de la colonne ; les mêmes chiffres sont aussi un numéro d'un territoire qui se compose de la même façon.",
        ),
        why=Text(
            "Parts of 0263, 0269, 0596, 0939 and others exist in mainland France and overseas, under different calling codes.",
            "Des parties de 0263, 0269, 0596, 0939 et d'autres existent en métropole et outre-mer, sous des indicatifs différents.",
        ),
        remedy=Text(
            "Compare with the postcode, and write the number with its calling code.",
            "Comparer avec le code postal, et écrire le numéro avec son indicatif.",
        ),
        example="02 63 12 34 57",
    ),
    Code(
        id="phone.automated-caller",
        severity=Severity.WARNING,
        title=Text("Range of automated callers", "Tranche des appels automatisés"),
        message=Text(
            "The number is in a range that only calling machines may show.",
            "Le numéro est dans une tranche réservée aux appels automatisés.",
        ),
        why=Text(
            "No person has such a number; it was copied from a missed call.",
            "Personne n'a un tel numéro ; il vient d'un appel manqué.",
        ),
        remedy=Text("Ask the person for a number of their own.", "Demander à la personne son propre numéro."),
        example="01 62 12 34 57",
        citation=_ARCEP,
    ),
    Code(
        id="phone.letter-for-digit",
        severity=Severity.WARNING,
        title=Text("Letters read as digits", "Lettres lues comme des chiffres"),
        message=Text(
            "Letters among the digits were read as 0 or 1.", "Des lettres parmi les chiffres ont été lues comme 0 ou 1."
        ),
        why=Text(
            "O and 0, l and 1 look alike; the number is valid only with the digits.",
            "O et 0, l et 1 se ressemblent ; le numéro n'est valide qu'avec les chiffres.",
        ),
        remedy=Text("Correct the cell in the source.", "Corriger la cellule à la source."),
        example="O6 12 34 56 78",
    ),
    Code(
        id="phone.made-up",
        severity=Severity.WARNING,
        title=Text("Number that looks made up", "Numéro qui semble inventé"),
        message=Text(
            "The number is valid, but ends in one digit or one pair repeated.",
            "Le numéro est valide, mais finit par un chiffre ou une paire répétés.",
        ),
        why=Text(
            "Such numbers are often invented; some people do have one.",
            "Ces numéros sont souvent inventés ; certaines personnes en ont un.",
        ),
        remedy=Text(
            "Confirm it with the person before paying for messages.",
            "Le faire confirmer par la personne avant de payer des messages.",
        ),
        example="06 12 12 12 12",
    ),
    Code(
        id="phone.landline-as-mobile",
        severity=Severity.WARNING,
        title=Text("Landline in a mobile field", "Fixe dans un champ mobile"),
        message=Text(
            "The number is a landline, and the field is for mobiles.",
            "Le numéro est un fixe, et le champ est celui des mobiles.",
        ),
        why=Text(
            "An SMS to a landline is paid for and read aloud by a machine, or lost.",
            "Un SMS vers un fixe est payé et lu par une machine, ou perdu.",
        ),
        remedy=Text("Move it to the landline field.", "Le déplacer dans le champ du fixe."),
    ),
    Code(
        id="phone.not-mobile",
        severity=Severity.WARNING,
        title=Text("Not a mobile number", "Pas un numéro de mobile"),
        message=Text(
            "The number is neither a mobile nor a landline of a person, and the field is for mobiles.",
            "Le numéro n'est ni un mobile ni le fixe d'une personne, et le champ est celui des mobiles.",
        ),
        why=Text(
            "Service, free-phone and internet numbers take no SMS.",
            "Les numéros de service, gratuits ou de box ne reçoivent pas de SMS.",
        ),
        remedy=Text("Ask the person for a mobile number.", "Demander à la personne un numéro de mobile."),
    ),
    Code(
        id="phone.premium-rate",
        severity=Severity.WARNING,
        title=Text("Premium-rate number", "Numéro surtaxé"),
        message=Text("The number is charged at a premium rate.", "Le numéro est surtaxé."),
        why=Text(
            "It belongs to a service, and every call to it costs.", "Il appartient à un service, et chaque appel coûte."
        ),
        remedy=Text("Ask the person for a number of their own.", "Demander à la personne son propre numéro."),
        example="08 99 12 34 57",
    ),
    Code(
        id="phone.labelled-fax",
        severity=Severity.WARNING,
        title=Text("Fax number", "Numéro de fax"),
        message=Text(
            "The cell says that a number is that of a fax.", "La cellule dit qu'un numéro est celui d'un fax."
        ),
        why=Text(
            "Nobody answers a fax, and it takes no SMS.", "Personne ne décroche un fax, et il ne reçoit pas de SMS."
        ),
        remedy=Text(
            "Remove the fax number, or move it to a field of its own.",
            "Retirer le numéro de fax, ou le mettre dans un champ à part.",
        ),
        example="Fax : 01 42 68 53 00",
    ),
    Code(
        id="phone.rest-dropped",
        severity=Severity.WARNING,
        title=Text("Other digits left out", "Autres chiffres laissés de côté"),
        message=Text(
            "{digits} other digits of the cell make no valid number and were left out.",
            "{digits} autres chiffres de la cellule ne font pas un numéro valide et ont été laissés de côté.",
        ),
        why=Text(
            "A second number may be incomplete, or the digits are a year, an hour, a door.",
            "Un second numéro est peut-être incomplet, ou les chiffres sont une année, une heure, une porte.",
        ),
        remedy=Text("Look at the cell.", "Regarder la cellule."),
        example="06 12 34 56 78 / 01 42 68 53",
    ),
)

_REMARKS: tuple[Code, ...] = (
    Code(
        id="phone.other-digits",
        severity=Severity.INFO,
        title=Text("Digits of another script", "Chiffres d'une autre écriture"),
        message=Text(
            "Full-width, Arabic or other digits were read as 0 to 9.",
            "Des chiffres pleine chasse, arabes ou autres ont été lus comme 0 à 9.",
        ),
        why=Text("Most programs see no number in them.", "La plupart des programmes n'y voient aucun numéro."),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="٠٦١٢٣٤٥٦٧٨",
    ),
    Code(
        id="phone.restored-from-excel",
        severity=Severity.INFO,
        title=Text("Number restored from a spreadsheet", "Numéro restauré d'un tableur"),
        message=Text(
            "A spreadsheet had written the number as an amount; all its digits were still there.",
            "Un tableur avait écrit le numéro comme un montant ; tous ses chiffres étaient encore là.",
        ),
        why=Text(
            "33612345678.0 and 3.3612345678E10 are a phone number to nobody else; read as they stand they gain a digit.",
            "33612345678.0 et 3.3612345678E10 ne sont un numéro pour personne d'autre ; lus tels quels, ils gagnent un chiffre.",
        ),
        remedy=Text("Format the column as text before exporting.", "Mettre la colonne au format texte avant l'export."),
        example="33612345678.0",
    ),
    Code(
        id="phone.restored-zero",
        severity=Severity.INFO,
        title=Text("Leading zero restored", "Zéro initial restitué"),
        message=Text("The number had lost its leading zero.", "Le numéro avait perdu son zéro initial."),
        why=Text(
            "Spreadsheets take the zero off numbers that they read as amounts.",
            "Les tableurs retirent le zéro des numéros qu'ils prennent pour des montants.",
        ),
        remedy=Text("Format the column as text before exporting.", "Mettre la colonne au format texte avant l'export."),
        example="612345678",
    ),
    Code(
        id="phone.plus-missing",
        severity=Severity.INFO,
        title=Text("Calling code without its plus sign", "Indicatif sans son plus"),
        message=Text(
            "The number starts with the calling code of the country of the column, without a plus sign.",
            "Le numéro commence par l'indicatif du pays de la colonne, sans le plus.",
        ),
        why=Text("Spreadsheets take the plus sign off.", "Les tableurs retirent le plus."),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="33612345678",
    ),
    Code(
        id="phone.trunk-prefix",
        severity=Severity.INFO,
        title=Text("National prefix left out", "Préfixe national retiré"),
        message=Text(
            "A prefix that is dialled inside the country only was left out.",
            "Un préfixe qui ne se compose qu'à l'intérieur du pays a été retiré.",
        ),
        why=Text(
            "+33 (0)6 is how people write, and no number that a telephone can dial.",
            "+33 (0)6 s'écrit ainsi, mais ne se compose pas.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="+33 (0)6 12 34 56 78",
    ),
    Code(
        id="phone.misplaced-plus",
        severity=Severity.INFO,
        title=Text("Plus sign before a national number", "Plus devant un numéro national"),
        message=Text(
            "The plus sign is not followed by a calling code and was left out.",
            "Le plus n'est pas suivi d'un indicatif et a été retiré.",
        ),
        why=Text("The number is valid only without it.", "Le numéro n'est valide que sans lui."),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="+0612345678",
    ),
    Code(
        id="phone.foreign-prefix",
        severity=Severity.INFO,
        title=Text("International prefix of another country", "Préfixe international d'un autre pays"),
        message=Text(
            "The number was written with an international prefix that is not dialled in the country of the column; it is one of {region}.",
            "Le numéro est écrit avec un préfixe international qui ne se compose pas dans le pays de la colonne ; c'est un numéro de {region}.",
        ),
        why=Text("Americans write 011, Europeans 00.", "Les Américains écrivent 011, les Européens 00."),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="011 41 79 123 45 67",
    ),
    Code(
        id="phone.rewritten",
        severity=Severity.INFO,
        title=Text("Rewritten by the numbering plan", "Réécrit selon le plan de numérotation"),
        message=Text(
            "The digits were rewritten as the numbering plan of the country says.",
            "Les chiffres ont été réécrits comme le veut le plan de numérotation du pays.",
        ),
        why=Text(
            "Some countries write mobiles otherwise at home than abroad, or leave the area code out.",
            "Certains pays écrivent les mobiles autrement chez eux qu'à l'étranger, ou omettent l'indicatif de zone.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="phone.overseas",
        severity=Severity.INFO,
        title=Text("Overseas number", "Numéro d'outre-mer"),
        message=Text(
            "Not valid under the calling code of the column or of the cell, but in {region}, which dials alike.",
            "Invalide sous l'indicatif de la colonne ou de la cellule, mais valide en {region}, qui se compose de la même façon.",
        ),
        why=Text(
            "0692 and its like are dialled as in mainland France and have a calling code of their own.",
            "Le 0692 et les siens se composent comme en métropole et ont leur propre indicatif.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="06 92 12 34 57",
    ),
    Code(
        id="phone.said-deceased",
        severity=Severity.WARNING,
        title=Text("Death noted beside a number", "Décès noté à côté d'un numéro"),
        message=Text(
            "Words beside the number say that the person has died; the number was kept.",
            "Des mots à côté du numéro disent que la personne est décédée ; le numéro a été gardé.",
        ),
        why=Text(
            "A message addressed to a dead person hurts those who read it.",
            "Un message adressé à une personne décédée blesse ceux qui le lisent.",
        ),
        remedy=Text("Remove the contact from every audience.", "Retirer le contact de tout envoi."),
        example="06 98 76 54 71 décédé",
    ),
    Code(
        id="phone.words-cut",
        severity=Severity.INFO,
        title=Text("Words left out", "Mots retirés"),
        message=Text(
            "{words} words stood beside the number and were left out.", "{words} mots à côté du numéro ont été retirés."
        ),
        why=Text(
            "Read as on a telephone keypad, letters become digits.",
            "Lues comme sur un clavier de téléphone, les lettres deviennent des chiffres.",
        ),
        remedy=Text("Keep remarks in a field of their own.", "Garder les remarques dans un champ à part."),
        example="06 12 34 56 78 (portable)",
    ),
    Code(
        id="phone.refusal-beside",
        severity=Severity.WARNING,
        title=Text("A refusal beside the number", "Un refus à côté du numéro"),
        message=Text(
            "Words beside the number ask not to use it; calls and SMS count as refused.",
            "Des mots à côté du numéro demandent de ne pas l'utiliser ; appels et SMS comptent comme refusés.",
        ),
        why=Text(
            "A refusal holds wherever it was written down (GDPR art. 21).",
            "Un refus vaut où qu'il ait été noté (RGPD art. 21).",
        ),
        remedy=Text("Keep refusals in a column of their own.", "Garder les refus dans une colonne à part."),
        example="06 12 34 56 78 STOP",
    ),
    Code(
        id="phone.said-out-of-use",
        severity=Severity.WARNING,
        title=Text("Said to be out of use", "Dit hors d'usage"),
        message=Text(
            "Words beside the number say that it is wrong or out of use; it was kept.",
            "Des mots à côté du numéro le disent faux ou hors d'usage ; il est gardé.",
        ),
        why=Text(
            "Numbers are given to somebody else after a few months: the message reaches a stranger.",
            "Un numéro est réattribué au bout de quelques mois : le message atteint un inconnu.",
        ),
        remedy=Text("Ask for another number and take this one out.", "Demander un autre numéro et retirer celui-ci."),
        example="06 12 34 56 78 (HS)",
    ),
    Code(
        id="phone.several-in-cell",
        severity=Severity.INFO,
        title=Text("Several numbers in one cell", "Plusieurs numéros dans une cellule"),
        message=Text("The cell held {numbers} numbers.", "La cellule contenait {numbers} numéros."),
        why=Text(
            "Common libraries swallow the second one as an extension, or refuse both.",
            "Les bibliothèques courantes avalent le second comme poste, ou refusent les deux.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="06 12 34 56 78 / 01 42 68 53 00",
    ),
    Code(
        id="phone.repeated-in-cell",
        severity=Severity.INFO,
        title=Text("The same number twice in one cell", "Deux fois le même numéro dans une cellule"),
        message=Text(
            "A number stands in the cell more than once and was taken once.",
            "Un numéro figure plusieurs fois dans la cellule et a été pris une fois.",
        ),
        why=Text("Merged columns repeat their values.", "Les colonnes fusionnées répètent leurs valeurs."),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="06 12 34 56 78 ; +33612345678",
    ),
    Code(
        id="phone.no-number",
        severity=Severity.INFO,
        title=Text("No number given", "Pas de numéro donné"),
        message=Text("The cell says that there is no number.", "La cellule dit qu'il n'y a pas de numéro."),
        why=Text("A dash or n/a is an answer, not a number.", "Un tiret ou n/a est une réponse, pas un numéro."),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="n/a",
    ),
    Code(
        id="phone.mobile-as-landline",
        severity=Severity.INFO,
        title=Text("Mobile in a landline field", "Mobile dans un champ fixe"),
        message=Text(
            "The number is a mobile, and the field is for landlines.",
            "Le numéro est un mobile, et le champ est celui des fixes.",
        ),
        why=Text("It can take SMS, which the field hides.", "Il peut recevoir des SMS, ce que le champ cache."),
        remedy=Text("Move it to the mobile field.", "Le déplacer dans le champ mobile."),
    ),
)

CODES: tuple[Code, ...] = (*_ERRORS, *_WARNINGS, *_REMARKS)
