"""Codes of places: families `place`, `postcode`, `city`, `department`, `country` and `address`."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="place.none-stated",
        severity=Severity.INFO,
        title=Text(
            "Said to be unknown",
            "Dit inconnu",
        ),
        message=Text(
            "The cell says in words that nothing is known.",
            "La cellule dit en mots que rien n'est connu.",
        ),
        why=Text(
            "It is neither a value nor a mistake.",
            "Ce n'est ni une valeur ni une erreur.",
        ),
        remedy=Text(
            "Leave the cell empty.",
            "Laisser la cellule vide.",
        ),
        example="inconnu",
    ),
    Code(
        id="place.too-long",
        severity=Severity.ERROR,
        title=Text(
            "Cell far too long",
            "Cellule beaucoup trop longue",
        ),
        message=Text(
            "The cell has {length} characters; no place is written with that many, and it was not read.",
            "La cellule fait {length} caractères ; aucun lieu ne s'écrit avec autant, et elle n'a pas été lue.",
        ),
        why=Text(
            "It is text of another kind.",
            "C'est un texte d'une autre nature.",
        ),
        remedy=Text(
            "Check that the right column was read.",
            "Vérifier que la bonne colonne est lue.",
        ),
    ),
    Code(
        id="place.several-in-cell",
        severity=Severity.WARNING,
        title=Text(
            "Several values in one cell",
            "Plusieurs valeurs dans une cellule",
        ),
        message=Text(
            "The cells of this field hold {count} different values; they are given in order.",
            "Les cellules de ce champ contiennent {count} valeurs différentes ; elles sont données dans l'ordre.",
        ),
        why=Text(
            "A contact has one place; two columns disagree.",
            "Un contact a un lieu ; deux colonnes se contredisent.",
        ),
        remedy=Text(
            "Decide which column counts.",
            "Décider quelle colonne compte.",
        ),
        example="Lyon\nParis",
    ),
    Code(
        id="place.postcode-city-mismatch",
        severity=Severity.WARNING,
        title=Text(
            "Postcode and city at odds",
            "Code postal et ville en désaccord",
        ),
        message=Text(
            "The city is not among the communes of its postcode in the table given.",
            "La ville n'est pas parmi les communes de son code postal dans la table donnée.",
        ),
        why=Text(
            "Post to a wrong address is paid for and lost.",
            "Un courrier mal adressé est payé et perdu.",
        ),
        remedy=Text(
            "Check both against the source.",
            "Vérifier les deux à la source.",
        ),
    ),
    Code(
        id="place.postcode-department-mismatch",
        severity=Severity.WARNING,
        title=Text(
            "Postcode and department at odds",
            "Code postal et département en désaccord",
        ),
        message=Text(
            "The postcode belongs to department {expected}, the cell says {found}.",
            "Le code postal est du département {expected}, la cellule dit {found}.",
        ),
        why=Text(
            "One of the two is wrong, or the commune is served from the neighbouring department.",
            "L'un des deux est faux, ou la commune est desservie par le département voisin.",
        ),
        remedy=Text(
            "Check both against the source.",
            "Vérifier les deux à la source.",
        ),
    ),
    Code(
        id="postcode.malformed",
        severity=Severity.ERROR,
        title=Text(
            "Not a postcode of the country",
            "Pas un code postal du pays",
        ),
        message=Text(
            "The cell is no postcode of {country}; it was not taken.",
            "La cellule n'est pas un code postal ({country}) ; elle n'a pas été retenue.",
        ),
        why=Text(
            "Post to a wrong address is paid for and lost.",
            "Un courrier mal adressé est payé et perdu.",
        ),
        remedy=Text(
            "Correct it, or fill in the country it belongs to.",
            "Le corriger, ou remplir le pays auquel il appartient.",
        ),
        example="75001234",
    ),
    Code(
        id="postcode.no-department",
        severity=Severity.ERROR,
        title=Text(
            "No department has this postcode",
            "Aucun département n'a ce code postal",
        ),
        message=Text(
            "No French department or territory has postcodes that begin with {prefix}.",
            "Aucun département ou territoire français n'a de codes postaux commençant par {prefix}.",
        ),
        why=Text(
            "Post to a wrong address is paid for and lost.",
            "Un courrier mal adressé est payé et perdu.",
        ),
        remedy=Text(
            "Correct it in the source.",
            "Le corriger dans la source.",
        ),
        example="99100",
    ),
    Code(
        id="postcode.insee-code",
        severity=Severity.ERROR,
        title=Text(
            "INSEE code of Corsica, not a postcode",
            "Code INSEE de Corse, pas un code postal",
        ),
        message=Text(
            "This is the INSEE code of a commune; postcodes of Corsica begin with 20.",
            "C'est le code INSEE d'une commune ; les codes postaux de Corse commencent par 20.",
        ),
        why=Text(
            "Post is sorted by postcode.",
            "Le courrier est trié par code postal.",
        ),
        remedy=Text(
            "Look the postcode of the commune up.",
            "Chercher le code postal de la commune.",
        ),
        example="2A004",
    ),
    Code(
        id="postcode.placeholder",
        severity=Severity.ERROR,
        title=Text(
            "Made-up filler",
            "Code de remplissage",
        ),
        message=Text(
            "The postcode is a filler; it was not taken.",
            "Le code postal est un remplissage ; il n'a pas été retenu.",
        ),
        why=Text(
            "Kept, it would count people in a place that does not exist.",
            "Gardé, il compterait des gens dans un lieu qui n'existe pas.",
        ),
        remedy=Text(
            "Correct it in the source.",
            "Le corriger dans la source.",
        ),
        example="00000",
    ),
    Code(
        id="postcode.zero-restored",
        severity=Severity.WARNING,
        title=Text(
            "Lost leading zero restored",
            "Zéro initial perdu rétabli",
        ),
        message=Text(
            "A leading zero was put back ({digits} digits of {length}); spreadsheets drop it.",
            "Un zéro initial a été rétabli ({digits} chiffres sur {length}) ; les tableurs le suppriment.",
        ),
        why=Text(
            "Belgium, Switzerland and Luxembourg have four digits: if the person lives there, this is wrong.",
            "La Belgique, la Suisse et le Luxembourg ont quatre chiffres : si la personne y habite, c'est faux.",
        ),
        remedy=Text(
            "Store the column as text; fill in the country.",
            "Garder la colonne en texte ; remplir le pays.",
        ),
        example="1000",
    ),
    Code(
        id="postcode.letter-for-digit",
        severity=Severity.WARNING,
        title=Text(
            "Letter O read as zero",
            "Lettre O lue comme zéro",
        ),
        message=Text(
            "A letter O among the digits was read as zero.",
            "Une lettre O parmi les chiffres a été lue comme un zéro.",
        ),
        why=Text(
            "No postcode of the country has letters.",
            "Aucun code postal du pays n'a de lettres.",
        ),
        remedy=Text(
            "Look it over once; correct the source so that it is not repaired again.",
            "Relire une fois ; corriger la source pour ne plus avoir à réparer.",
        ),
        example="7500O",
    ),
    Code(
        id="postcode.tidied",
        severity=Severity.INFO,
        title=Text(
            "Punctuation removed",
            "Ponctuation retirée",
        ),
        message=Text(
            "Spaces, a country prefix, a decimal tail or quotes were removed.",
            "Des espaces, un préfixe de pays, une partie décimale ou des guillemets ont été retirés.",
        ),
        why=Text(
            "They are no part of the postcode.",
            "Ils ne font pas partie du code postal.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="F-75 001",
    ),
    Code(
        id="postcode.text-removed",
        severity=Severity.INFO,
        title=Text(
            "Text beside the postcode removed",
            "Texte à côté du code postal retiré",
        ),
        message=Text(
            "CEDEX or the name of a place stood beside the postcode and was removed.",
            "CEDEX ou un nom de lieu figurait à côté du code postal et a été retiré.",
        ),
        why=Text(
            "It belongs to the city.",
            "Il appartient à la ville.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="69001 LYON",
    ),
    Code(
        id="postcode.other-country",
        severity=Severity.WARNING,
        title=Text(
            "Postcode of another country",
            "Code postal d'un autre pays",
        ),
        message=Text(
            "The postcode has the form of {found}, not of {country}; it was kept in that form.",
            "Le code postal a la forme de {found}, non de {country} ; il est gardé sous cette forme.",
        ),
        why=Text(
            "The country of the contact may be missing or wrong.",
            "Le pays du contact manque peut-être ou est faux.",
        ),
        remedy=Text(
            "Fill in the country.",
            "Remplir le pays.",
        ),
        example="SW1A 1AA",
    ),
    Code(
        id="postcode.unverified",
        severity=Severity.INFO,
        title=Text(
            "Postcode of a country without a rule",
            "Code postal d'un pays sans règle",
        ),
        message=Text(
            "There is no rule here for postcodes of {country}; the text was kept as it is.",
            "Il n'y a pas ici de règle pour les codes postaux de {country} ; le texte est gardé tel quel.",
        ),
        why=Text(
            "It was not checked.",
            "Il n'a pas été vérifié.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
    ),
    Code(
        id="city.number",
        severity=Severity.ERROR,
        title=Text(
            "Number in place of a city",
            "Nombre à la place d'une ville",
        ),
        message=Text(
            "The cell holds no letter, so it is no city.",
            "La cellule ne contient aucune lettre : ce n'est pas une ville.",
        ),
        why=Text(
            "Two columns may be swapped.",
            "Deux colonnes sont peut-être inversées.",
        ),
        remedy=Text(
            "Check the columns.",
            "Vérifier les colonnes.",
        ),
        example="69001",
    ),
    Code(
        id="city.cedex-removed",
        severity=Severity.INFO,
        title=Text(
            "CEDEX removed",
            "CEDEX retiré",
        ),
        message=Text(
            "CEDEX and its number were removed from the name of the city.",
            "CEDEX et son numéro ont été retirés du nom de la ville.",
        ),
        why=Text(
            "It names a sorting office for companies, not a place.",
            "Il désigne un tri pour entreprises, pas un lieu.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="LYON CEDEX 03",
    ),
    Code(
        id="city.arrondissement-removed",
        severity=Severity.INFO,
        title=Text(
            "Arrondissement removed",
            "Arrondissement retiré",
        ),
        message=Text(
            "The arrondissement {number} was removed from the name of the city; the postcode says it.",
            "L'arrondissement {number} a été retiré du nom de la ville ; le code postal le dit.",
        ),
        why=Text(
            "Otherwise Paris would be twenty cities.",
            "Sinon Paris serait vingt villes.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="PARIS 12",
    ),
    Code(
        id="city.postcode-removed",
        severity=Severity.WARNING,
        title=Text(
            "Postcode beside the city removed",
            "Code postal à côté de la ville retiré",
        ),
        message=Text(
            "A postcode stood beside the name of the city and was removed from it.",
            "Un code postal figurait à côté du nom de la ville et en a été retiré.",
        ),
        why=Text(
            "It belongs to the postcode field, which may be empty.",
            "Il appartient au champ code postal, qui est peut-être vide.",
        ),
        remedy=Text(
            "Fill in the postcode field.",
            "Remplir le champ code postal.",
        ),
        example="69001 LYON",
    ),
    Code(
        id="city.department-removed",
        severity=Severity.INFO,
        title=Text(
            "Department beside the city removed",
            "Département à côté de la ville retiré",
        ),
        message=Text(
            "A department in parentheses was removed from the name of the city.",
            "Un département entre parenthèses a été retiré du nom de la ville.",
        ),
        why=Text(
            "It is no part of the name.",
            "Il ne fait pas partie du nom.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="Lyon (69)",
    ),
    Code(
        id="city.spelling-restored",
        severity=Severity.INFO,
        title=Text(
            "Official spelling restored",
            "Graphie officielle rétablie",
        ),
        message=Text(
            "The spelling of the commune table that was given was used.",
            "La graphie de la table des communes donnée a été utilisée.",
        ),
        why=Text(
            "Accents and hyphens were missing.",
            "Il manquait des accents ou des traits d'union.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
    ),
    Code(
        id="department.unknown",
        severity=Severity.ERROR,
        title=Text(
            "No department of this name or code",
            "Aucun département de ce nom ou code",
        ),
        message=Text(
            "The cell names no French department.",
            "La cellule ne désigne aucun département français.",
        ),
        why=Text(
            "Selections by department would miss the contact.",
            "Les sélections par département manqueraient le contact.",
        ),
        remedy=Text(
            "Correct it in the source.",
            "Le corriger dans la source.",
        ),
        example="Bavière",
    ),
    Code(
        id="department.ambiguous",
        severity=Severity.ERROR,
        title=Text(
            "Corsica has two departments",
            "La Corse a deux départements",
        ),
        message=Text(
            "Corsica is 2A or 2B since 1976; the cell does not say which.",
            "La Corse est 2A ou 2B depuis 1976 ; la cellule ne dit pas lequel.",
        ),
        why=Text(
            "Selections by department would miss the contact.",
            "Les sélections par département manqueraient le contact.",
        ),
        remedy=Text(
            "Take it from the postcode (200, 201: 2A; 202, 206: 2B).",
            "Le prendre du code postal (200, 201 : 2A ; 202, 206 : 2B).",
        ),
        example="20",
    ),
    Code(
        id="department.from-postcode",
        severity=Severity.INFO,
        title=Text(
            "Postcode read as its department",
            "Code postal lu comme son département",
        ),
        message=Text(
            "The cell holds a postcode; its department was taken.",
            "La cellule contient un code postal ; son département a été retenu.",
        ),
        why=Text(
            "The first figures of a postcode are those of the department.",
            "Les premiers chiffres du code postal sont ceux du département.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="69001",
    ),
    Code(
        id="department.former-name",
        severity=Severity.INFO,
        title=Text(
            "Former name of a department",
            "Ancien nom d'un département",
        ),
        message=Text(
            "The cell holds a name that the department no longer bears.",
            "La cellule contient un nom que le département ne porte plus.",
        ),
        why=Text(
            "Old files have it.",
            "De vieux fichiers l'ont encore.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="Côtes-du-Nord",
    ),
    Code(
        id="department.unverified",
        severity=Severity.INFO,
        title=Text(
            "Department of another country",
            "Département d'un autre pays",
        ),
        message=Text(
            "Departments are known here for France alone; the text was kept as it is.",
            "Les départements ne sont connus ici que pour la France ; le texte est gardé tel quel.",
        ),
        why=Text(
            "It was not checked.",
            "Il n'a pas été vérifié.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
    ),
    Code(
        id="country.unknown",
        severity=Severity.WARNING,
        title=Text(
            "Unknown country",
            "Pays inconnu",
        ),
        message=Text(
            "The cell names no country in any of six languages; nothing was guessed.",
            "La cellule ne désigne aucun pays en six langues ; rien n'a été deviné.",
        ),
        why=Text(
            "Fuzzy searches make France of La Réunion and Uganda of B.",
            "Les recherches approximatives font de La Réunion la France et de B l'Ouganda.",
        ),
        remedy=Text(
            "Write the name or the two-letter ISO code.",
            "Écrire le nom ou le code ISO à deux lettres.",
        ),
        example="Syldavie",
    ),
    Code(
        id="country.ambiguous-code",
        severity=Severity.WARNING,
        title=Text(
            "Code that may mean unknown",
            "Code qui peut vouloir dire inconnu",
        ),
        message=Text(
            "{found} is the code of a country, and often means that nothing is known; it was read as the country.",
            "{found} est le code d'un pays, et veut souvent dire que rien n'est connu ; il a été lu comme le pays.",
        ),
        why=Text(
            "NC is New Caledonia and « non communiqué », NA Namibia and « not available ».",
            "NC est la Nouvelle-Calédonie et « non communiqué », NA la Namibie et « not available ».",
        ),
        remedy=Text(
            "Leave unknown countries empty.",
            "Laisser vides les pays inconnus.",
        ),
        example="NC",
    ),
    Code(
        id="address.postcode-inside",
        severity=Severity.INFO,
        title=Text(
            "Postcode and city among the street lines",
            "Code postal et ville parmi les lignes d'adresse",
        ),
        message=Text(
            "A street line looks like a postcode and a city; it was kept.",
            "Une ligne d'adresse ressemble à un code postal et une ville ; elle est gardée.",
        ),
        why=Text(
            "The fields for postcode and city may be empty.",
            "Les champs code postal et ville sont peut-être vides.",
        ),
        remedy=Text(
            "Move it to its own fields.",
            "La déplacer dans ses champs.",
        ),
        example="12 rue des Lilas\n69001 LYON",
    ),
    Code(
        id="place.refers-elsewhere",
        severity=Severity.WARNING,
        title=Text("Refers to another row", "Renvoi à une autre ligne"),
        message=Text(
            "The cell refers to another row (same address, see above); no value was taken.",
            "La cellule renvoie à une autre ligne (idem, voir ci-dessus) ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Rows are sorted and merged: what stood above stands elsewhere.",
            "Les lignes sont triées et fusionnées : ce qui était au-dessus est ailleurs.",
        ),
        remedy=Text("Write the place out.", "Écrire le lieu en entier."),
        example="idem",
    ),
    Code(
        id="address.undeliverable",
        severity=Severity.WARNING,
        title=Text("Marked as undeliverable", "Signalée non distribuable"),
        message=Text(
            "A mark of the post says that letters come back from here; a street that stands with it was kept.",
            "Une mention postale dit que le courrier en revient ; la voie qui l'accompagne a été gardée.",
        ),
        why=Text(
            "Every letter there is paid for and returned, and the new occupants read it.",
            "Chaque courrier y est payé et revient, et les nouveaux occupants le lisent.",
        ),
        remedy=Text("Ask the person for the new address.", "Demander la nouvelle adresse à la personne."),
        example="12 rue Haute NPAI",
    ),
    Code(
        id="address.not-an-address",
        severity=Severity.ERROR,
        title=Text("Not an address", "Pas une adresse"),
        message=Text(
            "A line is an e-mail address, a phone number or a date; it was not taken.",
            "Une ligne est une adresse e-mail, un numéro de téléphone ou une date ; elle n'a pas été prise.",
        ),
        why=Text(
            "A shifted row puts every value into the wrong field; a spreadsheet makes a date of `3-5`.",
            "Une ligne décalée met chaque valeur dans le mauvais champ ; un tableur fait une date de « 3-5 ».",
        ),
        remedy=Text("Check the row.", "Vérifier la ligne."),
        example="lea@example.org",
    ),
    Code(
        id="address.contact-detail",
        severity=Severity.WARNING,
        title=Text("Phone or e-mail in an address", "Téléphone ou e-mail dans une adresse"),
        message=Text(
            "A street line holds a phone number or an e-mail address; it was kept as it is.",
            "Une ligne d'adresse contient un numéro de téléphone ou une adresse e-mail ; elle est gardée telle quelle.",
        ),
        why=Text(
            "It would be printed on the envelope, and nobody finds it when the person asks for erasure.",
            "Il serait imprimé sur l'enveloppe, et nul ne le trouve lors d'une demande d'effacement.",
        ),
        remedy=Text("Move it to its own field.", "Le déplacer dans son champ."),
        example="12 rue Haute 01 99 00 00 01",
    ),
    Code(
        id="city.not-a-city",
        severity=Severity.ERROR,
        title=Text("Not a city", "Pas une ville"),
        message=Text(
            "The cell names a country, nowhere in particular, or is another kind of value; it was not taken.",
            "La cellule nomme un pays, aucun lieu précis, ou contient une autre sorte de valeur ; elle n'a pas été prise.",
        ),
        why=Text(
            "A segment by city would count it.",
            "Un segment par ville le compterait.",
        ),
        remedy=Text("Check the row.", "Vérifier la ligne."),
        example="Étranger",
    ),
    Code(
        id="city.country-removed",
        severity=Severity.INFO,
        title=Text("Country behind the city", "Pays derrière la ville"),
        message=Text("The country behind the city was taken off.", "Le pays derrière la ville a été retiré."),
        why=Text("`Lyon, France` and `Lyon` are one city.", "« Lyon, France » et « Lyon » sont une même ville."),
        remedy=Text("Nothing.", "Rien."),
        example="Lyon, France",
    ),
    Code(
        id="city.country-inside",
        severity=Severity.WARNING,
        title=Text("Another country behind the city", "Autre pays derrière la ville"),
        message=Text(
            "Behind the city stands another country than that of the row; it was kept.",
            "Derrière la ville figure un autre pays que celui de la ligne ; il est gardé.",
        ),
        why=Text(
            "The postcode and the phone number were read by the rules of the wrong country.",
            "Le code postal et le téléphone ont été lus selon les règles du mauvais pays.",
        ),
        remedy=Text("Fill in the country.", "Remplir le pays."),
        example="Genève, Suisse",
    ),
    Code(
        id="city.two-names",
        severity=Severity.WARNING,
        title=Text("Perhaps two cities", "Peut-être deux villes"),
        message=Text(
            "The cell seems to name two cities; it was kept as it is.",
            "La cellule semble nommer deux villes ; elle est gardée telle quelle.",
        ),
        why=Text(
            "No segment by city and no postcode will find it.",
            "Aucun segment par ville ni code postal ne la trouvera.",
        ),
        remedy=Text("Keep one city.", "Garder une ville."),
        example="Lyon / Villeurbanne",
    ),
    Code(
        id="city.digits",
        severity=Severity.WARNING,
        title=Text("Digits in a city", "Chiffres dans une ville"),
        message=Text(
            "Digits are left in the name of a French city; it was kept.",
            "Il reste des chiffres dans le nom d'une ville française ; il est gardé.",
        ),
        why=Text(
            "No commune of France has one: it is a street, a postcode or a slip of the pen.",
            "Aucune commune de France n'en a : c'est une rue, un code postal ou une faute de frappe.",
        ),
        remedy=Text("Check the cell.", "Vérifier la cellule."),
        example="12 rue Haute",
    ),
    Code(
        id="address.block-incomplete",
        severity=Severity.ERROR,
        title=Text("No complete address block", "Pas de bloc adresse complet"),
        message=Text("There is no address block: {missing} missing.", "Pas de bloc adresse : {missing} manquant."),
        why=Text(
            "A letter without a street line, a postcode and a city comes back.",
            "Un courrier sans ligne de voie, code postal ni ville revient à l'expéditeur.",
        ),
        remedy=Text(
            "Ask for the address, or leave the contact out of the mailing.",
            "Demander l'adresse, ou retirer le contact de l'envoi.",
        ),
    ),
    Code(
        id="address.block-reordered",
        severity=Severity.INFO,
        title=Text("Address lines put in order", "Lignes d'adresse remises en ordre"),
        message=Text(
            "Lines were put in the order of NF Z10-011: inside of the building, street, delivery service or locality.",
            "Les lignes ont été mises dans l'ordre de la NF Z10-011 : intérieur du bâtiment, voie, mention de "
            "distribution ou lieu-dit.",
        ),
        why=Text("Each line has its place in the standard.", "Chaque ligne a sa place dans la norme."),
        remedy=Text("Nothing; the stored lines are unchanged.", "Rien ; les lignes enregistrées sont inchangées."),
    ),
    Code(
        id="address.rnvp-too-many-lines",
        severity=Severity.INFO,
        title=Text(
            "Too many address lines",
            "Trop de lignes d'adresse",
        ),
        message=Text(
            "The address has {count} lines; NF Z10-011 allows {limit}.",
            "L'adresse a {count} lignes ; la NF Z10-011 en permet {limit}.",
        ),
        why=Text(
            "Sorting machines read the last six lines.",
            "Les machines de tri lisent les six dernières lignes.",
        ),
        remedy=Text(
            "Shorten the address.",
            "Raccourcir l'adresse.",
        ),
    ),
    Code(
        id="address.rnvp-line-too-long",
        severity=Severity.INFO,
        title=Text(
            "Address line too long",
            "Ligne d'adresse trop longue",
        ),
        message=Text(
            "Line {line} has {length} characters; NF Z10-011 allows 38.",
            "La ligne {line} fait {length} caractères ; la NF Z10-011 en permet 38.",
        ),
        why=Text(
            "What is beyond is cut or not read.",
            "Ce qui dépasse est coupé ou n'est pas lu.",
        ),
        remedy=Text(
            "Abbreviate it.",
            "L'abréger.",
        ),
    ),
    Code(
        id="address.rnvp-empty-line",
        severity=Severity.INFO,
        title=Text(
            "Empty address line",
            "Ligne d'adresse vide",
        ),
        message=Text(
            "Line {line} is empty; NF Z10-011 has none.",
            "La ligne {line} est vide ; la NF Z10-011 n'en a pas.",
        ),
        why=Text(
            "A gap stops the reading of the block.",
            "Un blanc arrête la lecture du bloc.",
        ),
        remedy=Text(
            "Close the gap.",
            "Resserrer.",
        ),
    ),
    Code(
        id="address.rnvp-lower-case",
        severity=Severity.INFO,
        title=Text(
            "Small letters in the last lines",
            "Minuscules dans les dernières lignes",
        ),
        message=Text(
            "Line {line} is not in capitals without accents, as the last three lines are to be.",
            "La ligne {line} n'est pas en capitales sans accents, comme doivent l'être les trois dernières.",
        ),
        why=Text(
            "NF Z10-011; La Poste asks for capitals without accents.",
            "NF Z10-011 ; La Poste demande des capitales sans accents.",
        ),
        remedy=Text(
            "Use the output format.",
            "Utiliser le format de sortie.",
        ),
    ),
    Code(
        id="address.rnvp-punctuation",
        severity=Severity.INFO,
        title=Text(
            "Punctuation in an address line",
            "Ponctuation dans une ligne d'adresse",
        ),
        message=Text(
            "Line {line} has punctuation; from the street line on there is none.",
            "La ligne {line} a de la ponctuation ; à partir de la ligne de voie il n'y en a pas.",
        ),
        why=Text(
            "NF Z10-011.",
            "NF Z10-011.",
        ),
        remedy=Text(
            "Use the output format.",
            "Utiliser le format de sortie.",
        ),
    ),
    Code(
        id="address.rnvp-last-line",
        severity=Severity.INFO,
        title=Text(
            "Last line without postcode and city",
            "Dernière ligne sans code postal ni ville",
        ),
        message=Text(
            "The last line is no five-digit postcode and city.",
            "La dernière ligne n'est pas un code postal à cinq chiffres et une ville.",
        ),
        why=Text(
            "NF Z10-011: line 6 is the postcode and the locality, or CEDEX.",
            "NF Z10-011 : la ligne 6 est le code postal et la localité, ou CEDEX.",
        ),
        remedy=Text(
            "Complete it.",
            "La compléter.",
        ),
    ),
    Code(
        id="address.rnvp-abbreviated",
        severity=Severity.INFO,
        title=Text(
            "Abbreviated to fit",
            "Abrégé pour tenir",
        ),
        message=Text(
            "Line {line} was abbreviated to fit 38 characters.",
            "La ligne {line} a été abrégée pour tenir en 38 caractères.",
        ),
        why=Text(
            "NF Z10-011 gives the abbreviations of ways and titles.",
            "La NF Z10-011 donne les abréviations des voies et des titres.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
    ),
)
