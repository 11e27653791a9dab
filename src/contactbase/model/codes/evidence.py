"""Codes of the matters by which two contacts are compared: what a merge rests on."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_REMEDY = Text(
    "Nothing to do. If they are two people, undo the merge and keep the verdict, so that it is not made again.",
    "Rien à faire. Si ce sont deux personnes, annuler la fusion et garder le verdict, pour qu'elle ne soit pas refaite.",
)


def _evidence(name: str, title: Text, message: Text, why: Text, example: str) -> Code:
    return Code(
        id=f"match.{name}",
        severity=Severity.INFO,
        title=title,
        message=message,
        why=why,
        remedy=_REMEDY,
        example=example,
    )


CODES: tuple[Code, ...] = (
    _evidence(
        "email",
        Text("E-mail address", "Adresse e-mail"),
        Text(
            "The two contacts have an e-mail address in common, or one a slip apart.",
            "Les deux contacts ont une adresse e-mail en commun, ou à une faute de frappe près.",
        ),
        Text(
            "An address belongs to one mailbox, though couples share one; the names say which. What it weighs is learnt from the file.",
            "Une adresse désigne une boîte, même si un couple peut la partager ; les noms tranchent. Son poids est appris sur le fichier.",
        ),
        "lea.durand@example.org",
    ),
    _evidence(
        "mobile",
        Text("Mobile number", "Numéro de mobile"),
        Text(
            "The two contacts have a mobile number in common, or one a digit apart.",
            "Les deux contacts ont un mobile en commun, ou à un chiffre près.",
        ),
        Text(
            "A mobile number is personal, but couples and children share one, so it counts together with the names.",
            "Un mobile est personnel, mais un couple ou un enfant peut le partager : il compte avec les noms.",
        ),
        "06 12 34 56 78",
    ),
    _evidence(
        "landline",
        Text("Landline", "Téléphone fixe"),
        Text(
            "The two contacts have a landline in common.",
            "Les deux contacts ont un téléphone fixe en commun.",
        ),
        Text(
            "A landline belongs to a household or an office: it says that two live together, and the first names who they are.",
            "Un fixe désigne un foyer ou un bureau : il dit que deux personnes vivent ensemble, et les prénoms qui elles sont.",
        ),
        "01 42 68 53 00",
    ),
    _evidence(
        "birth-date",
        Text("Birth date", "Date de naissance"),
        Text(
            "The two contacts have the same birth date, or one a slip apart.",
            "Les deux contacts ont la même date de naissance, ou à une faute de frappe près.",
        ),
        Text(
            "Two people of one name seldom share a birth date; twins have different first names.",
            "Deux homonymes ont rarement la même date de naissance ; des jumeaux ont des prénoms différents.",
        ),
        "03/05/1980",
    ),
    _evidence(
        "street",
        Text("Street", "Rue"),
        Text(
            "The two contacts live in the same house of the same street.",
            "Les deux contacts habitent la même maison de la même rue.",
        ),
        Text(
            "A house says that two live together. With the same first and last name it is one person.",
            "Une maison dit que deux personnes vivent ensemble. Avec les mêmes prénom et nom, c'est une seule personne.",
        ),
        "12 rue des Lilas",
    ),
    _evidence(
        "locality",
        Text("Postcode and city", "Code postal et ville"),
        Text(
            "The two contacts live in the same place.",
            "Les deux contacts habitent la même localité.",
        ),
        Text(
            "A small place says more than a large one, and both say little without a name.",
            "Une petite localité en dit plus qu'une grande, et aucune ne dit grand-chose sans un nom.",
        ),
        "69003 Lyon",
    ),
    _evidence(
        "last-name",
        Text("Last name", "Nom"),
        Text(
            "The two contacts have the same last name, one a slip apart, or a word of it in common.",
            "Les deux contacts ont le même nom, à une faute près, ou un mot du nom en commun.",
        ),
        Text(
            "A rare name says more than a common one; by itself it says family rather than person.",
            "Un nom rare en dit plus qu'un nom courant ; seul, il désigne une famille plutôt qu'une personne.",
        ),
        "Durand-Martin",
    ),
    _evidence(
        "first-name",
        Text("First name", "Prénom"),
        Text(
            "The two contacts have the same first name, a short form or an initial of it, or one a slip apart.",
            "Les deux contacts ont le même prénom, une forme courte, une initiale, ou à une faute près.",
        ),
        Text(
            "Within a household the first name is what tells people apart.",
            "Dans un foyer, c'est le prénom qui distingue les personnes.",
        ),
        "Jean-Pierre, JP",
    ),
    _evidence(
        "sex",
        Text("Sex", "Sexe"),
        Text(
            "The two contacts have the same sex.",
            "Les deux contacts ont le même sexe.",
        ),
        Text(
            "It weighs what the file shows it to weigh: nothing where titles were filled in at random.",
            "Il pèse ce que le fichier montre : rien là où les civilités ont été remplies au hasard.",
        ),
        "Mme",
    ),
    _evidence(
        "company",
        Text("Company", "Société"),
        Text(
            "The two contacts belong to the same company.",
            "Les deux contacts appartiennent à la même société.",
        ),
        Text(
            "A SIREN is one company; a name without its legal form nearly so. People of one company stay several people.",
            "Un SIREN désigne une société, un nom sans sa forme juridique presque. Les personnes d'une société restent plusieurs.",
        ),
        "SARL Durand",
    ),
)
