"""Codes of what a contact is: sex, company, company numbers, language, category, closed vocabularies."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR

CODES: tuple[Code, ...] = (
    Code(
        id="sex.code-unknown",
        severity=_ERROR,
        title=Text("Sex code without a table", "Code de sexe sans table"),
        message=Text(
            "The sex is a number, and nothing says what it stands for; no value was taken.",
            "Le sexe est un nombre dont rien ne dit le sens ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "1 is a man in one system and a woman in another; a guess would be wrong for the whole file.",
            "1 est un homme dans un système et une femme dans un autre ; deviner se tromperait pour tout le fichier.",
        ),
        remedy=Text(
            'Give the codes of the source: Hints(codes={"1": "M", "2": "F"}).',
            'Donner les codes de la source : Hints(codes={"1": "M", "2": "F"}).',
        ),
        example="1",
    ),
    Code(
        id="sex.unknown",
        severity=_ERROR,
        title=Text("Not a sex", "Pas un sexe"),
        message=Text(
            "The cell names no sex that is known; no value was taken. Words read: F, M, femme, homme, "
            "and the same in five languages.",
            "La cellule ne nomme aucun sexe connu ; aucune valeur n'a été prise. Mots lus : F, M, "
            "femme, homme, et leurs équivalents en cinq langues.",
        ),
        why=Text(
            "The columns of this row may be shifted, or the word is one of the source alone.",
            "Les colonnes de cette ligne sont peut-être décalées, ou le mot est propre à la source.",
        ),
        remedy=Text(
            'Give the meaning: Hints(codes={"word": "F"}).',
            'Donner le sens : Hints(codes={"mot": "F"}).',
        ),
        example="Lyon",
    ),
    Code(
        id="sex.neither",
        severity=_INFO,
        title=Text("Neither F nor M", "Ni F ni M"),
        message=Text(
            "The person is described as neither F nor M; the field stays unknown.",
            "La personne n'est décrite ni comme F ni comme M ; le champ reste inconnu.",
        ),
        why=Text(
            "Segments on sex hold F and M alone; the answer stands in the raw record.",
            "Les segments sur le sexe ne connaissent que F et M ; la réponse reste dans l'enregistrement brut.",
        ),
        remedy=Text("Nothing to do; greet without a title.", "Rien à faire ; saluer sans civilité."),
        example="Autre",
    ),
    Code(
        id="sex.letter-ambiguous",
        severity=_ERROR,
        title=Text("Letter that may be either", "Lettre qui peut être l'un ou l'autre"),
        message=Text(
            "M may mean a man or, beside H, a woman (mujer); no value was taken.",
            "M peut désigner un homme ou, à côté de H, une femme (mujer) ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "A column of H and M without F is Spanish more often than not.",
            "Une colonne de H et de M sans F est le plus souvent espagnole.",
        ),
        remedy=Text(
            'Say what the letters mean: Hints(codes={"H": "M", "M": "F"}).',
            'Dire le sens des lettres : Hints(codes={"H": "M", "M": "F"}).',
        ),
    ),
    Code(
        id="sex.letters-ambiguous",
        severity=_WARNING,
        title=Text("Column of H and M", "Colonne de H et de M"),
        message=Text(
            "The column holds the letters H and M and no F: what M stands for is not known.",
            "La colonne contient les lettres H et M et aucun F : le sens de M n'est pas connu.",
        ),
        why=Text(
            "In Spanish H is hombre and M mujer, in English M is male.",
            "En espagnol H est hombre et M mujer, en anglais M est male.",
        ),
        remedy=Text(
            'Say what the letters mean: Hints(codes={"H": "M", "M": "F"}).',
            'Dire le sens des lettres : Hints(codes={"H": "M", "M": "F"}).',
        ),
    ),
    Code(
        id="sex.letters-spanish",
        severity=_INFO,
        title=Text("Letters read as Spanish", "Lettres lues en espagnol"),
        message=Text(
            "The column holds H and M and no F, in a Spanish-speaking region: H was read as a man, M as a woman.",
            "La colonne contient H et M et aucun F, dans une région hispanophone : H a été lu homme, M femme.",
        ),
        why=Text("H is hombre and M is mujer.", "H est hombre et M est mujer."),
        remedy=Text(
            "Override it with Hints(codes=...) if the source means something else.",
            "Le corriger par Hints(codes=...) si la source entend autre chose.",
        ),
    ),
    Code(
        id="company.placeholder",
        severity=_ERROR,
        title=Text("Filler instead of a company", "Remplissage au lieu d'une entreprise"),
        message=Text(
            "The cell holds a filler, not a company; no value was taken.",
            "La cellule contient un remplissage, pas une entreprise ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Fillers make private people look like professionals, for whom the rules of consent differ.",
            "Les remplissages font passer des particuliers pour des professionnels, dont les règles de "
            "consentement diffèrent.",
        ),
        remedy=Text("Leave the cell empty.", "Laisser la cellule vide."),
        example="Néant",
    ),
    Code(
        id="company.looks-like-person",
        severity=_INFO,
        title=Text("Looks like a person", "Ressemble à une personne"),
        message=Text(
            "The company cell begins with a title, as the name of a person does; it was kept as written.",
            "La cellule d'entreprise commence par une civilité, comme le nom d'une personne ; elle a "
            "été gardée telle quelle.",
        ),
        why=Text(
            "A person who stands in the company column is not found under her name.",
            "Une personne placée dans la colonne entreprise ne se retrouve pas sous son nom.",
        ),
        remedy=Text(
            "Move the name to the name columns if it is a person.",
            "Déplacer le nom dans les colonnes de nom s'il s'agit d'une personne.",
        ),
        example="Mme Martin",
    ),
    Code(
        id="siren.wrong-length",
        severity=_ERROR,
        title=Text("Wrong number of digits", "Mauvais nombre de chiffres"),
        message=Text(
            "The number has {digits} digits; a SIREN has 9, a SIRET 14.",
            "Le numéro compte {digits} chiffres ; un SIREN en a 9, un SIRET 14.",
        ),
        why=Text(
            "A truncated number is that of no company, or of another one. Spreadsheets drop leading "
            "zeros; which digits are missing cannot be known.",
            "Un numéro tronqué n'est celui d'aucune entreprise, ou celui d'une autre. Les tableurs "
            "suppriment les zéros de tête ; on ne peut savoir quels chiffres manquent.",
        ),
        remedy=Text(
            "Export the column as text, or look the company up.",
            "Exporter la colonne comme texte, ou rechercher l'entreprise.",
        ),
        example="7328293",
    ),
    Code(
        id="siren.bad-checksum",
        severity=_ERROR,
        title=Text("Check digit wrong", "Clé de contrôle fausse"),
        message=Text(
            "The number fails its check digit (Luhn); no value was taken.",
            "Le numéro échoue à sa clé de contrôle (Luhn) ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "A digit was mistyped or two were swapped: the number is that of no company.",
            "Un chiffre est faux ou deux sont inversés : le numéro n'est celui d'aucune entreprise.",
        ),
        remedy=Text(
            "Look the company up and correct the number.",
            "Rechercher l'entreprise et corriger le numéro.",
        ),
        example="732829321",
    ),
    Code(
        id="siren.lost-precision",
        severity=_ERROR,
        title=Text("Digits lost by a spreadsheet", "Chiffres perdus par un tableur"),
        message=Text(
            "The number is in scientific notation with {digits} digits left; the others are lost.",
            "Le numéro est en notation scientifique avec {digits} chiffres restants ; les autres sont perdus.",
        ),
        why=Text(
            "Spreadsheets shorten long numbers when they save a CSV file; nothing can bring the digits back.",
            "Les tableurs abrègent les longs nombres en enregistrant un CSV ; rien ne rend les chiffres perdus.",
        ),
        remedy=Text(
            "Export the file again with the column formatted as text.",
            "Réexporter le fichier, la colonne formatée en texte.",
        ),
        example="7.3283E+13",
    ),
    Code(
        id="siren.siret-given",
        severity=_INFO,
        title=Text("SIRET instead of a SIREN", "SIRET au lieu d'un SIREN"),
        message=Text(
            "The cell holds the SIRET of an establishment; its SIREN was taken.",
            "La cellule contient le SIRET d'un établissement ; son SIREN a été pris.",
        ),
        why=Text(
            "The SIREN names the company, the five digits after it the establishment.",
            "Le SIREN désigne l'entreprise, les cinq chiffres suivants l'établissement.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="73282932000074",
    ),
    Code(
        id="siren.siret-expected",
        severity=_WARNING,
        title=Text("SIREN instead of a SIRET", "SIREN au lieu d'un SIRET"),
        message=Text(
            "The cell of a SIRET holds the SIREN of a company; in a contact it was kept as the SIREN.",
            "La cellule d'un SIRET contient le SIREN d'une entreprise ; dans un contact il a été gardé comme SIREN.",
        ),
        why=Text(
            "A SIREN does not say which establishment is meant; five digits are missing for a SIRET.",
            "Un SIREN ne dit pas quel établissement est visé ; il manque cinq chiffres pour un SIRET.",
        ),
        remedy=Text(
            "Ask for the SIRET where the establishment matters.", "Demander le SIRET si l'établissement compte."
        ),
        example="732829320",
    ),
    Code(
        id="siren.from-vat",
        severity=_INFO,
        title=Text("SIREN taken from a VAT number", "SIREN tiré d'un numéro de TVA"),
        message=Text(
            "The cell holds a French VAT number; the SIREN inside it was taken.",
            "La cellule contient un numéro de TVA français ; le SIREN qu'il contient a été pris.",
        ),
        why=Text(
            "A French VAT number is FR, a key of two characters and the SIREN.",
            "Un numéro de TVA français est FR, une clé de deux caractères et le SIREN.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="FR44732829320",
    ),
    Code(
        id="siren.foreign-vat",
        severity=_ERROR,
        title=Text("Foreign VAT number", "Numéro de TVA étranger"),
        message=Text(
            "The cell holds a VAT number of another country, which has no SIREN.",
            "La cellule contient un numéro de TVA d'un autre pays, qui n'a pas de SIREN.",
        ),
        why=Text(
            "Only companies registered in France have a SIREN.",
            "Seules les entreprises immatriculées en France ont un SIREN.",
        ),
        remedy=Text("Keep it in a column of its own.", "Le garder dans une colonne à part."),
        example="DE123456789",
    ),
    Code(
        id="siren.not-a-number",
        severity=_ERROR,
        title=Text("Not a company number", "Pas un numéro d'entreprise"),
        message=Text(
            "The cell holds no company number; no value was taken.",
            "La cellule ne contient pas de numéro d'entreprise ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Remarks in a number column hide that the number is unknown.",
            "Des remarques dans une colonne de numéros cachent que le numéro est inconnu.",
        ),
        remedy=Text(
            "Leave the cell empty, or look the company up.",
            "Laisser la cellule vide, ou rechercher l'entreprise.",
        ),
        example="en cours",
    ),
    Code(
        id="vat.bad-key",
        severity=_ERROR,
        title=Text("VAT key wrong", "Clé de TVA fausse"),
        message=Text(
            "The key of this French VAT number does not belong to its SIREN; no value was taken.",
            "La clé de ce numéro de TVA français ne correspond pas à son SIREN ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "An invoice with a wrong VAT number is refused.",
            "Une facture au numéro de TVA faux est refusée.",
        ),
        remedy=Text("Check the number with VIES.", "Vérifier le numéro avec VIES."),
        example="FR00732829320",
    ),
    Code(
        id="vat.bad-structure",
        severity=_ERROR,
        title=Text("Not the form of its country", "Pas la forme de son pays"),
        message=Text(
            "The number does not have the form of VAT numbers of {country}; no value was taken.",
            "Le numéro n'a pas la forme des numéros de TVA de {country} ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "A character is missing, doubled or mistyped.",
            "Un caractère manque, est doublé ou est faux.",
        ),
        remedy=Text("Check the number with VIES.", "Vérifier le numéro avec VIES."),
        example="DE12345",
    ),
    Code(
        id="vat.unknown-country",
        severity=_ERROR,
        title=Text("No VAT country", "Pas un pays de TVA"),
        message=Text(
            "The number begins with no country of the European VAT system; no value was taken.",
            "Le numéro ne commence par aucun pays du système européen de TVA ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Without its country a VAT number cannot be checked.",
            "Sans son pays un numéro de TVA ne peut être vérifié.",
        ),
        remedy=Text(
            "Write the two letters of the country before the number.",
            "Écrire les deux lettres du pays devant le numéro.",
        ),
        example="ZZ123456789",
    ),
    Code(
        id="language.unknown",
        severity=_ERROR,
        title=Text("Not a known language", "Langue inconnue"),
        message=Text(
            "The cell names no language that is known; no value was taken.",
            "La cellule ne nomme aucune langue connue ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "A message in the wrong language is not read.",
            "Un message dans la mauvaise langue n'est pas lu.",
        ),
        remedy=Text(
            "Write an ISO 639-1 code (fr, en, de) or the name of the language.",
            "Écrire un code ISO 639-1 (fr, en, de) ou le nom de la langue.",
        ),
        example="martien",
    ),
    Code(
        id="language.looks-like-country",
        severity=_ERROR,
        title=Text("Country instead of a language", "Pays au lieu d'une langue"),
        message=Text(
            "The code is that of a country; as a language it would mean another one. No value was taken.",
            "Le code est celui d'un pays ; comme langue il en désignerait une autre. Aucune valeur n'a été prise.",
        ),
        why=Text(
            "UK is the United Kingdom, but uk is Ukrainian; CA is Canada, ca is Catalan; BE is "
            "Belgium, be is Belarusian.",
            "UK est le Royaume-Uni, mais uk l'ukrainien ; CA le Canada, ca le catalan ; BE la "
            "Belgique, be le biélorusse.",
        ),
        remedy=Text(
            'Say what it means: Hints(codes={"UK": "en"}), or write language codes in small letters.',
            'Dire ce qu\'il veut dire : Hints(codes={"UK": "en"}), ou écrire les codes de langue en minuscules.',
        ),
        example="UK",
    ),
    Code(
        id="language.perhaps-country",
        severity=_WARNING,
        title=Text("A language that is rather a country", "Une langue qui est plutôt un pays"),
        message=Text(
            "The code is that of a language hardly met here and of a country nearby; it was read as the language.",
            "Le code est celui d'une langue presque absente ici et d'un pays voisin ; il a été lu comme la langue.",
        ),
        why=Text(
            "be is Belarusian, ch is Chamorro; who types them mostly means Belgium and Switzerland.",
            "be est le biélorusse, ch le chamorro ; qui les saisit pense le plus souvent à la Belgique et à la Suisse.",
        ),
        remedy=Text(
            'Say what it means: Hints(codes={"be": "fr"}), or correct the cell.',
            'Dire ce qu\'il veut dire : Hints(codes={"be": "fr"}), ou corriger la cellule.',
        ),
        example="be",
    ),
    Code(
        id="language.several",
        severity=_INFO,
        title=Text("Several languages", "Plusieurs langues"),
        message=Text(
            "The cell names several languages; the first one was taken.",
            "La cellule nomme plusieurs langues ; la première a été prise.",
        ),
        why=Text(
            "A person may read several languages, but a message is written in one.",
            "Une personne peut lire plusieurs langues, mais un message est écrit dans une seule.",
        ),
        remedy=Text(
            "Nothing to do when the first is the preferred one.",
            "Rien à faire si la première est la préférée.",
        ),
        example="fr, en",
    ),
    Code(
        id="language.capitals",
        severity=_INFO,
        title=Text("Language codes in capitals", "Codes de langue en capitales"),
        message=Text(
            "The column holds language codes in capitals ({example} among them): {codes} were read as "
            "languages, not countries.",
            "La colonne contient des codes de langue en capitales (dont {example}) : {codes} ont été "
            "lus comme des langues, non des pays.",
        ),
        why=Text(
            "SV is Swedish and the country El Salvador; beside EN or DA it can only be a language.",
            "SV est le suédois et le pays Salvador ; à côté de EN ou DA ce ne peut être qu'une langue.",
        ),
        remedy=Text(
            "Override it with Hints(codes=...) if the source means countries.",
            "Le corriger par Hints(codes=...) si la source entend des pays.",
        ),
    ),
    Code(
        id="socio.unknown",
        severity=_ERROR,
        title=Text("Not a category of the nomenclature", "Pas une catégorie de la nomenclature"),
        message=Text(
            "The cell names no category of the PCS; no value was taken.",
            "La cellule ne nomme aucune catégorie de la PCS ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "A profession alone does not tell its category: a teacher is 34 or 42, a company head 21, 22 or 23.",
            "Une profession seule ne dit pas sa catégorie : un enseignant est 34 ou 42, un chef "
            "d'entreprise 21, 22 ou 23.",
        ),
        remedy=Text(
            "Write the code of the PCS, or give the meaning of the source's words in Hints(codes=...).",
            "Écrire le code de la PCS, ou donner le sens des mots de la source dans Hints(codes=...).",
        ),
        example="fonctionnaire",
    ),
    Code(
        id="socio.too-wide",
        severity=_ERROR,
        title=Text("Several groups at once", "Plusieurs groupes à la fois"),
        message=Text(
            "The cell names several groups of the PCS at once; no value was taken.",
            "La cellule désigne plusieurs groupes de la PCS à la fois ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "CSP+ is groups 2 to 4 for one agency and 2 and 3 for another.",
            "CSP+ désigne les groupes 2 à 4 pour une agence, 2 et 3 pour une autre.",
        ),
        remedy=Text(
            "Ask the supplier for the codes, or keep the words as a tag.",
            "Demander les codes au fournisseur, ou garder les mots comme étiquette.",
        ),
        example="CSP+",
    ),
    Code(
        id="socio.detail-dropped",
        severity=_INFO,
        title=Text("Detail beyond the category", "Détail au-delà de la catégorie"),
        message=Text(
            "The code names a profession; its category of two digits was taken.",
            "Le code désigne une profession ; sa catégorie à deux chiffres a été prise.",
        ),
        why=Text(
            "Professions of the PCS 2003 and 2020 have other codes below the second digit, the "
            "categories hold for both.",
            "Les professions des PCS 2003 et 2020 ont d'autres codes au-delà du deuxième chiffre ; les "
            "catégories valent pour les deux.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="543a",
    ),
    Code(
        id="vocabulary.unknown-word",
        severity=_ERROR,
        title=Text("Word outside the list", "Mot hors de la liste"),
        message=Text(
            "The cell holds none of the words of {list}; no value was taken. Accepted: {accepted}, and "
            "their usual synonyms in French and English.",
            "La cellule ne contient aucun des mots de {list} ; aucune valeur n'a été prise. Acceptés : "
            "{accepted}, et leurs synonymes usuels en français et en anglais.",
        ),
        why=Text(
            "A closed list is only useful when nothing in it is guessed.",
            "Une liste fermée n'est utile que si rien n'y est deviné.",
        ),
        remedy=Text(
            'Give the meaning of the word: Hints(codes={"word": "value"}).',
            'Donner le sens du mot : Hints(codes={"mot": "valeur"}).',
        ),
        example="peut-être",
    ),
)
