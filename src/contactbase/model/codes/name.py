"""Codes of the family `name`: first names, last names, full names and titles."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR

CODES: tuple[Code, ...] = (
    Code(
        id="name.placeholder",
        severity=_ERROR,
        title=Text("Filler instead of a name", "Remplissage au lieu d'un nom"),
        message=Text(
            "The cell holds a filler, not a name; no value was taken.",
            "La cellule contient un remplissage, pas un nom ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "A message that greets “Madame Inconnu” or “NC” costs more trust than one without a name, "
            "and fillers make strangers look like duplicates.",
            "Un message adressé à « Madame Inconnu » ou « NC » coûte plus de confiance qu'un message "
            "sans nom, et les remplissages font passer des inconnus pour des doublons.",
        ),
        remedy=Text(
            "Leave the cell empty, or ask the person.",
            "Laisser la cellule vide, ou demander à la personne.",
        ),
        example="NC",
    ),
    Code(
        id="name.no-letters",
        severity=_ERROR,
        title=Text("No letter in a name", "Aucune lettre dans un nom"),
        message=Text(
            "The cell holds no letter; no value was taken.",
            "La cellule ne contient aucune lettre ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "A number in a name column is often a shifted row or an internal id.",
            "Un nombre dans une colonne de noms signale souvent une ligne décalée ou un identifiant interne.",
        ),
        remedy=Text(
            "Check that the columns of this row are not shifted.",
            "Vérifier que les colonnes de cette ligne ne sont pas décalées.",
        ),
        example="12345",
    ),
    Code(
        id="name.is-email",
        severity=_ERROR,
        title=Text("E-mail address instead of a name", "Adresse e-mail au lieu d'un nom"),
        message=Text(
            "The cell holds an e-mail address, not a name; no value was taken.",
            "La cellule contient une adresse e-mail, pas un nom ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Forms and exports put the address where no name was given; a greeting would show it.",
            "Les formulaires et les exports mettent l'adresse là où aucun nom n'a été donné ; une "
            "formule de politesse la montrerait.",
        ),
        remedy=Text("Move the address to the e-mail column.", "Déplacer l'adresse dans la colonne e-mail."),
        example="lea.martin@example.org",
    ),
    Code(
        id="name.is-phone",
        severity=_ERROR,
        title=Text("Phone number instead of a name", "Numéro de téléphone au lieu d'un nom"),
        message=Text(
            "The cell holds a phone number, not a name; no value was taken.",
            "La cellule contient un numéro de téléphone, pas un nom ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "The number is not used for sending from a name column, and a greeting would show it.",
            "Depuis une colonne de noms le numéro ne sert à aucun envoi, et une formule de politesse le montrerait.",
        ),
        remedy=Text("Move the number to the phone column.", "Déplacer le numéro dans la colonne téléphone."),
        example="06 99 00 12 34",
    ),
    Code(
        id="name.is-url",
        severity=_ERROR,
        title=Text("Web address in a name", "Adresse web dans un nom"),
        message=Text(
            "The cell holds a web address; no value was taken.",
            "La cellule contient une adresse web ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Robots put links into name fields so that the welcome message carries them to strangers.",
            "Des robots glissent des liens dans les champs de nom pour que le message de bienvenue les "
            "porte à des inconnus.",
        ),
        remedy=Text(
            "Remove the contact if a robot made it; protect the form.",
            "Retirer le contact s'il vient d'un robot ; protéger le formulaire.",
        ),
        example="WIN NOW http://spam.example",
    ),
    Code(
        id="name.unreadable",
        severity=_ERROR,
        title=Text("Unreadable name", "Nom illisible"),
        message=Text(
            "The cell could not be read as a name; no value was taken.",
            "La cellule n'a pas pu être lue comme un nom ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Titles, marks and fragments stand in it without an order that makes sense.",
            "Civilités, marques et fragments s'y trouvent sans ordre qui ait un sens.",
        ),
        remedy=Text("Correct the cell by hand.", "Corriger la cellule à la main."),
    ),
    Code(
        id="name.too-long",
        severity=_ERROR,
        title=Text("Too long for a name", "Trop long pour un nom"),
        message=Text(
            "The cell has {characters} characters, too many for a name; no value was taken.",
            "La cellule compte {characters} caractères, trop pour un nom ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Such a cell is a comment, a shifted row or a quote that was never closed.",
            "Une telle cellule est un commentaire, une ligne décalée ou un guillemet jamais refermé.",
        ),
        remedy=Text("Look at the row in the file.", "Regarder la ligne dans le fichier."),
    ),
    Code(
        id="name.contact-detail",
        severity=_WARNING,
        title=Text("Address or number beside a name", "Adresse ou numéro à côté d'un nom"),
        message=Text(
            "An e-mail address or a phone number stood beside the name and was left out of it.",
            "Une adresse e-mail ou un numéro de téléphone accompagnait le nom et n'y a pas été repris.",
        ),
        why=Text(
            "It belongs to a column of its own, where it is checked and used.",
            "Cette coordonnée a sa propre colonne, où elle est vérifiée et utilisée.",
        ),
        remedy=Text(
            "Move it to its column if it is not there yet.",
            "La déplacer dans sa colonne si elle n'y est pas déjà.",
        ),
        example="Martin lea.martin@example.org",
    ),
    Code(
        id="name.digits",
        severity=_WARNING,
        title=Text("Digits in a name", "Chiffres dans un nom"),
        message=Text(
            "The name holds digits; it was kept as written.",
            "Le nom contient des chiffres ; il a été gardé tel quel.",
        ),
        why=Text(
            "Digits come from duplicates numbered by hand, from typing errors and from pseudonyms.",
            "Les chiffres viennent de doublons numérotés à la main, de fautes de frappe ou de pseudonymes.",
        ),
        remedy=Text("Correct the cell.", "Corriger la cellule."),
        example="Martin2",
    ),
    Code(
        id="name.signs-left-out",
        severity=_WARNING,
        title=Text("Signs left out of a name", "Signes retirés d'un nom"),
        message=Text(
            "Signs standing alone in the name cell were left out of the name.",
            "Des signes isolés dans la cellule du nom n'ont pas été repris.",
        ),
        why=Text(
            "They are private marks or emoji; somebody may remember what they meant.",
            "Ce sont des marques personnelles ou des émojis ; quelqu'un sait peut-être ce qu'ils voulaient dire.",
        ),
        remedy=Text("Look at the cell.", "Regarder la cellule."),
        example="Martin ☺",
    ),
    Code(
        id="name.formula",
        severity=Severity.ERROR,
        title=Text("A formula, no name", "Une formule, pas un nom"),
        message=Text(
            "The cell is a formula of a spreadsheet; it names nobody.",
            "La cellule est une formule de tableur ; elle ne nomme personne.",
        ),
        why=Text(
            "A formula in a name is a broken export, or an attack on whoever opens the file in a spreadsheet.",
            "Une formule dans un nom vient d'un export cassé, ou d'une attaque contre qui ouvre le fichier dans un tableur.",
        ),
        remedy=Text("Look up the name at its source.", "Retrouver le nom à sa source."),
        example="=SUM(A1)",
    ),
    Code(
        id="name.care-of",
        severity=_WARNING,
        title=Text("Somebody else receives the mail", "Quelqu'un d'autre reçoit le courrier"),
        message=Text(
            "The name cell also tells at whose home the mail arrives (c/o); that was left out of the name.",
            "La cellule du nom dit aussi chez qui arrive le courrier (c/o) ; cela n'a pas été repris dans le nom.",
        ),
        why=Text(
            "The other name is no part of this person's, and the post needs it on a line of the address.",
            "L'autre nom n'est pas celui de cette personne, et la poste en a besoin sur une ligne de l'adresse.",
        ),
        remedy=Text("Move it to the address.", "Le déplacer dans l'adresse."),
        example="Durand Paul c/o Martin",
    ),
    Code(
        id="name.symbols",
        severity=_WARNING,
        title=Text("Signs that no name has", "Signes étrangers à un nom"),
        message=Text(
            "The name holds signs that belong to no name; it was kept as written.",
            "Le nom contient des signes étrangers à un nom ; il a été gardé tel quel.",
        ),
        why=Text(
            "They are private marks, emoji or typing errors, and an SMS may cost twice as much because of one of them.",
            "Ce sont des marques personnelles, des émojis ou des fautes de frappe, et un seul peut "
            "doubler le prix d'un SMS.",
        ),
        remedy=Text("Correct the cell.", "Corriger la cellule."),
        example="Mar#tin",
    ),
    Code(
        id="name.initial",
        severity=_INFO,
        title=Text("Only an initial", "Seulement une initiale"),
        message=Text("The name is a single letter.", "Le nom se réduit à une lettre."),
        why=Text(
            "An initial neither greets a person nor tells two people of a household apart.",
            "Une initiale ne permet ni de saluer une personne ni de distinguer deux personnes d'un foyer.",
        ),
        remedy=Text(
            "Ask for the full name at the next contact.",
            "Demander le nom complet au prochain contact.",
        ),
        example="J.",
    ),
    Code(
        id="name.looks-like-company",
        severity=_WARNING,
        title=Text("Looks like a company", "Ressemble à une entreprise"),
        message=Text(
            "The name holds a word of companies; it was kept as written.",
            "Le nom contient un mot d'entreprise ; il a été gardé tel quel.",
        ),
        why=Text(
            "A professional address follows other rules of consent, and “Bonjour SARL” greets nobody.",
            "Une adresse professionnelle suit d'autres règles de consentement, et « Bonjour SARL » ne salue personne.",
        ),
        remedy=Text(
            "Move the name to the company column and mark the contact as professional.",
            "Déplacer le nom dans la colonne entreprise et marquer le contact comme professionnel.",
        ),
        example="SARL DURAND",
    ),
    Code(
        id="name.civility-inside",
        severity=_INFO,
        title=Text("Title inside a name", "Civilité dans un nom"),
        message=Text(
            "A title stood in the name cell; it was taken apart from the name.",
            "Une civilité figurait dans la cellule du nom ; elle en a été séparée.",
        ),
        why=Text(
            "Searches, sorting and greetings need the title and the name apart.",
            "Recherches, tris et formules de politesse demandent la civilité et le nom séparés.",
        ),
        remedy=Text(
            "Nothing to do; the title is kept where the contact has none.",
            "Rien à faire ; la civilité est gardée quand le contact n'en a pas.",
        ),
        example="Mme Martin",
    ),
    Code(
        id="name.civility-unsure",
        severity=_INFO,
        title=Text("An M that may be part of the name", "Un M qui fait peut-être partie du nom"),
        message=Text(
            "An M without a dot stood before the name and was read as Monsieur.",
            "Un M sans point précédait le nom et a été lu Monsieur.",
        ),
        why=Text(
            "M Durand is Monsieur Durand, but M Bemba may be the surname M'Bemba. Beside the title Mme "
            "the M stays in the name.",
            "M Durand est Monsieur Durand, mais M Bemba peut être le nom M'Bemba. À côté de la "
            "civilité Mme, le M reste dans le nom.",
        ),
        remedy=Text(
            "Write Monsieur as M. with a dot, and the surname with its apostrophe.",
            "Écrire Monsieur M. avec un point, et le nom avec son apostrophe.",
        ),
        example="M Bemba",
    ),
    Code(
        id="name.civility-rewritten",
        severity=_INFO,
        title=Text("Title written in today's form", "Civilité écrite sous sa forme actuelle"),
        message=Text("The title was replaced by {title}.", "La civilité a été remplacée par {title}."),
        why=Text(
            "French administration gave up Mademoiselle in 2012 (circular 5575/SG); Veuve and Miss "
            "tell a marital status that nobody needs to write.",
            "L'administration a abandonné « Mademoiselle » en 2012 (circulaire 5575/SG) ; « Veuve » et "
            "« Miss » disent une situation de famille inutile pour écrire.",
        ),
        remedy=Text(
            "Nothing to do; the journal keeps what was written.",
            "Rien à faire ; le journal garde ce qui était écrit.",
        ),
        example="Mlle",
    ),
    Code(
        id="name.civility-undecided",
        severity=_INFO,
        title=Text("Undecided title", "Civilité indécise"),
        message=Text(
            "The cell offers several titles and chooses none; no value was taken.",
            "La cellule propose plusieurs civilités sans choisir ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "It is the label of a form, not an answer.",
            "C'est le libellé d'un formulaire, pas une réponse.",
        ),
        remedy=Text(
            "Ask the person, or greet without a title.",
            "Demander à la personne, ou saluer sans civilité.",
        ),
        example="M./Mme",
    ),
    Code(
        id="name.civility-unlisted",
        severity=_WARNING,
        title=Text("Title not in the list", "Civilité hors liste"),
        message=Text(
            "The title is not in the list; it was kept as written.",
            "La civilité n'est pas dans la liste ; elle a été gardée telle quelle.",
        ),
        why=Text(
            "It may be a job title that stands in the wrong column.",
            "Ce peut être une fonction placée dans la mauvaise colonne.",
        ),
        remedy=Text(
            "Check the column; map it to no field if it holds job titles.",
            "Vérifier la colonne ; ne la relier à aucun champ si elle contient des fonctions.",
        ),
        example="Mgr",
    ),
    Code(
        id="name.civility-code-unknown",
        severity=_ERROR,
        title=Text("Title code without a table", "Code de civilité sans table"),
        message=Text(
            "The title is a code, and nothing says what it stands for; no value was taken.",
            "La civilité est un code dont rien ne dit le sens ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "1 is Monsieur in one system and Madame in another.",
            "1 vaut Monsieur dans un système et Madame dans un autre.",
        ),
        remedy=Text(
            'Give the codes of the source: Hints(codes={"1": "M.", "2": "Mme"}).',
            'Donner les codes de la source : Hints(codes={"1": "M.", "2": "Mme"}).',
        ),
        example="3",
    ),
    Code(
        id="name.civilities-differ",
        severity=_WARNING,
        title=Text("Two different titles", "Deux civilités différentes"),
        message=Text(
            "The title column and the name cell disagree; the column was followed.",
            "La colonne de civilité et la cellule du nom se contredisent ; la colonne a été suivie.",
        ),
        why=Text(
            "One of them belongs to somebody else of the household, or the row is shifted.",
            "L'une appartient à une autre personne du foyer, ou la ligne est décalée.",
        ),
        remedy=Text("Check the contact.", "Vérifier le contact."),
    ),
    Code(
        id="name.several-people",
        severity=_WARNING,
        title=Text("Several people in one contact", "Plusieurs personnes dans un contact"),
        message=Text(
            "The name is that of a couple or a household, not of one person.",
            "Le nom est celui d'un couple ou d'un foyer, pas d'une personne.",
        ),
        why=Text(
            "Consent, birth date and sex belong to one person; what one of them accepted does not bind the other.",
            "Le consentement, la date de naissance et le sexe sont ceux d'une personne ; ce que l'une "
            "accepte n'engage pas l'autre.",
        ),
        remedy=Text(
            "Make one contact per person when you know both.",
            "Créer un contact par personne quand les deux sont connues.",
        ),
        example="M. et Mme Martin",
    ),
    Code(
        id="name.birth-name",
        severity=_INFO,
        title=Text("Birth name in the cell", "Nom de naissance dans la cellule"),
        message=Text(
            "The cell holds a name in use and a birth name; they were taken apart.",
            "La cellule contient un nom d'usage et un nom de naissance ; ils ont été séparés.",
        ),
        why=Text(
            "The birth name finds duplicates of one person under two names; the name in use is the one to write.",
            "Le nom de naissance retrouve les doublons d'une personne sous deux noms ; le nom d'usage "
            "est celui qu'on écrit.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="Durand née Martin",
    ),
    Code(
        id="name.deceased",
        severity=_WARNING,
        title=Text("Marked as deceased", "Signalé décédé"),
        message=Text(
            "The name cell says that the person has died.",
            "La cellule du nom indique que la personne est décédée.",
        ),
        why=Text(
            "A message to somebody who died hurts those who read it.",
            "Un message adressé à une personne décédée blesse ceux qui le lisent.",
        ),
        remedy=Text("Remove the contact from every audience.", "Retirer le contact de tout envoi."),
        example="Martin (décédé)",
    ),
    Code(
        id="name.remark",
        severity=_WARNING,
        title=Text("Remark beside a name", "Remarque à côté d'un nom"),
        message=Text(
            "A remark in parentheses stood in the name cell and was left out of the name.",
            "Une remarque entre parenthèses figurait dans la cellule du nom et n'y a pas été reprise.",
        ),
        why=Text(
            "It may say not to call, or who the person is: it must be read by somebody, not printed in a greeting.",
            "Elle peut dire de ne plus appeler, ou qui est la personne : elle doit être lue, pas "
            "imprimée dans un message.",
        ),
        remedy=Text(
            "Read it in the file and record what it asks.",
            "La lire dans le fichier et enregistrer ce qu'elle demande.",
        ),
        example="Martin (la voisine)",
    ),
    Code(
        id="name.two-names",
        severity=_INFO,
        title=Text("First and last name in one cell", "Prénom et nom dans une cellule"),
        message=Text(
            "The cell holds a first and a last name, told apart by their case.",
            "La cellule contient un prénom et un nom, distingués par leur casse.",
        ),
        why=Text(
            "A surname in capitals beside a name in small letters is the French way to say which is which.",
            "Un nom en capitales à côté d'un mot en minuscules est l'usage français pour dire lequel est le nom.",
        ),
        remedy=Text(
            "Nothing to do when the first-name column was empty; otherwise check the row.",
            "Rien à faire si la colonne prénom était vide ; sinon vérifier la ligne.",
        ),
        example="MARTIN Léa",
    ),
    Code(
        id="name.same-in-both",
        severity=_INFO,
        title=Text("Same word for first and last name", "Même mot pour le prénom et le nom"),
        message=Text(
            "The first-name and the last-name cell hold the same word; both were kept.",
            "Les cellules du prénom et du nom contiennent le même mot ; les deux ont été gardés.",
        ),
        why=Text(
            "Martin Martin exists, but a form that asks twice gets the same answer twice more often.",
            "Martin Martin existe, mais un formulaire qui demande deux fois reçoit plus souvent deux "
            "fois la même réponse.",
        ),
        remedy=Text("Check the contact.", "Vérifier le contact."),
    ),
    Code(
        id="name.repeated",
        severity=_INFO,
        title=Text("Name repeated in both cells", "Nom répété dans les deux cellules"),
        message=Text(
            "One of the two name cells repeated the other name; it was taken out of it.",
            "Une des deux cellules de nom répétait l'autre nom ; il en a été retiré.",
        ),
        why=Text(
            "Forms with one name field too many make people type their full name twice.",
            "Un champ de nom de trop fait saisir deux fois le nom complet.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="name.first-name-suspected",
        severity=_INFO,
        title=Text("A first name may stand in the last name", "Un prénom se trouve peut-être dans le nom"),
        message=Text(
            "The first name is missing and the last-name cell holds a usual first name; nothing was moved.",
            "Le prénom manque et la cellule du nom contient un prénom courant ; rien n'a été déplacé.",
        ),
        why=Text(
            "Without a sign of which word is which, moving it would be a guess.",
            "Sans signe disant lequel est lequel, le déplacer serait deviner.",
        ),
        remedy=Text("Separate the two by hand.", "Séparer les deux à la main."),
    ),
    Code(
        id="name.order-by-list",
        severity=_INFO,
        title=Text(
            "Order of the names read from usual first names",
            "Ordre des noms lu d'après les prénoms courants",
        ),
        message=Text(
            "The last name stands first: only the other word is a usual first name.",
            "Le nom vient en premier : seul l'autre mot est un prénom courant.",
        ),
        why=Text(
            "Nothing else in the cell says which word is the first name.",
            "Rien d'autre dans la cellule ne dit lequel est le prénom.",
        ),
        remedy=Text("Check a few rows of this column.", "Vérifier quelques lignes de cette colonne."),
        example="Martinez Sophie",
    ),
    Code(
        id="name.order-unsure",
        severity=_WARNING,
        title=Text("Which is the first name is not sure", "On ne sait pas sûrement lequel est le prénom"),
        message=Text(
            "Nothing says which word is the first name; the first word was taken for it.",
            "Rien ne dit lequel des mots est le prénom ; le premier mot a été pris pour tel.",
        ),
        why=Text(
            "“Bonjour Martin” to Thomas Martin is noticed at once.",
            "« Bonjour Martin » adressé à Thomas Martin se remarque aussitôt.",
        ),
        remedy=Text(
            "Export first and last names in two columns.",
            "Exporter prénoms et noms dans deux colonnes.",
        ),
        example="Thomas Martin",
    ),
    Code(
        id="name.single-word",
        severity=_INFO,
        title=Text("One word for a full name", "Un seul mot pour un nom complet"),
        message=Text(
            "The full name is one word; it was taken for the first name where it is a usual one, else "
            "for the last name.",
            "Le nom complet est un seul mot ; il a été pris comme prénom s'il en est un courant, sinon comme nom.",
        ),
        why=Text(
            "One word alone is a first name, a surname or a pseudonym.",
            "Un mot seul est un prénom, un nom ou un pseudonyme.",
        ),
        remedy=Text("Ask for the other one.", "Demander l'autre."),
        example="Martin",
    ),
    Code(
        id="name.cells-disagree",
        severity=_WARNING,
        title=Text("Full name and its parts disagree", "Nom complet et ses parties en désaccord"),
        message=Text(
            "The full-name column does not say the same as the first and last names; these were followed.",
            "La colonne du nom complet ne dit pas la même chose que le prénom et le nom ; ceux-ci ont été suivis.",
        ),
        why=Text(
            "One of them is out of date: a marriage, a correction made in one place only.",
            "L'une est périmée : un mariage, une correction faite à un seul endroit.",
        ),
        remedy=Text("Check the contact.", "Vérifier le contact."),
    ),
    Code(
        id="name.refusal-beside",
        severity=_WARNING,
        title=Text("A refusal beside the name", "Un refus à côté du nom"),
        message=Text(
            "Words beside the name ask not to be contacted; every channel counts as refused.",
            "Des mots à côté du nom demandent de ne pas être contacté ; tous les canaux comptent comme refusés.",
        ),
        why=Text(
            "A refusal holds wherever it was written down (GDPR art. 21).",
            "Un refus vaut où qu'il ait été noté (RGPD art. 21).",
        ),
        remedy=Text("Keep refusals in a column of their own.", "Garder les refus dans une colonne à part."),
        example="Durand NE PAS APPELER",
    ),
    Code(
        id="name.also-known-as",
        severity=_INFO,
        title=Text("Also known under another name", "Connu sous un autre nom"),
        message=Text(
            "The name holds a second name (`dit`, `alias`); it was kept inside.",
            "Le nom contient un second nom (« dit », « alias ») ; il y est resté.",
        ),
        why=Text("It is one person, under two names.", "C'est une personne, sous deux noms."),
        remedy=Text("Keep the name by which the person wants to be called.", "Garder le nom d'usage de la personne."),
        example="Jean dit Jojo Durand",
    ),
    Code(
        id="name.family-name-first",
        severity=_INFO,
        title=Text("Family name read first", "Nom de famille lu en premier"),
        message=Text(
            "The name is in Chinese, Japanese or Korean script; its first word was taken for the family name.",
            "Le nom est en écriture chinoise, japonaise ou coréenne ; son premier mot a été pris pour le nom de famille.",
        ),
        why=Text(
            "Names in these scripts begin with the family's.",
            "Les noms dans ces écritures commencent par celui de la famille.",
        ),
        remedy=Text(
            "Export first and last names in two columns.",
            "Exporter prénoms et noms dans deux colonnes.",
        ),
        example="山田 太郎",
    ),
    Code(
        id="name.birth-names-differ",
        severity=_WARNING,
        title=Text("Two birth names", "Deux noms de naissance"),
        message=Text(
            "A name cell tells another birth name than the column of birth names, which was followed.",
            "Une cellule de nom donne un autre nom de naissance que la colonne des noms de naissance, qui a été suivie.",
        ),
        why=Text(
            "A person has one name at birth; one of the two is a former married name or a slip of the pen.",
            "On a un seul nom de naissance ; l'un des deux est un ancien nom d'usage ou une erreur de saisie.",
        ),
        remedy=Text("Check the contact.", "Vérifier le contact."),
    ),
    Code(
        id="name.columns-look-swapped",
        severity=_WARNING,
        title=Text(
            "First and last name columns look swapped",
            "Colonnes prénom et nom apparemment inversées",
        ),
        message=Text(
            "In {swapped} rows only the last-name cell holds a usual first name, in {straight} rows "
            "only the first-name cell ({seen} rows read).",
            "Dans {swapped} lignes seule la cellule du nom contient un prénom courant, dans {straight} "
            "seule celle du prénom ({seen} lignes lues).",
        ),
        why=Text(
            "Every greeting and every match on names would be wrong.",
            "Toutes les formules de politesse et tous les rapprochements par nom seraient faux.",
        ),
        remedy=Text("Swap the mapping of the two columns.", "Inverser l'affectation des deux colonnes."),
    ),
)
