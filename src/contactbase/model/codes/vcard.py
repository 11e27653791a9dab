"""Codes of the family `vcard`: what was found in a file of cards, and which cards could not be read."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="vcard.read",
        severity=Severity.INFO,
        title=Text(
            "Cards read",
            "Fiches lues",
        ),
        message=Text(
            "{cards} cards were read; versions: {versions}.",
            "{cards} fiches lues ; versions : {versions}.",
        ),
        why=Text(
            "The version decides how lines, escapes and character sets are read.",
            "La version décide de la lecture des lignes, des échappements et des jeux de caractères.",
        ),
        remedy=Text(
            "Nothing to do.",
            "Rien à faire.",
        ),
        example="",
    ),
    Code(
        id="vcard.binary-skipped",
        severity=Severity.INFO,
        title=Text(
            "Pictures left out",
            "Images laissées de côté",
        ),
        message=Text(
            "{count} pictures, sounds or keys were left out.",
            "{count} images, sons ou clés ont été laissés de côté.",
        ),
        why=Text(
            "A contact base needs no photographs; they would only be more data to protect.",
            "Une base de contacts n'a pas besoin de photographies ; ce seraient des données de plus à protéger.",
        ),
        remedy=Text(
            "Keep the original file if the pictures matter.",
            "Garder le fichier d'origine si les images comptent.",
        ),
        example="",
    ),
    Code(
        id="vcard.nested-skipped",
        severity=Severity.WARNING,
        title=Text(
            "Cards inside cards",
            "Fiches dans des fiches",
        ),
        message=Text(
            "{count} cards stood inside another one (the agent of a person) and were passed over.",
            "{count} fiches étaient dans une autre (l'agent d'une personne) et ont été sautées.",
        ),
        why=Text(
            "An agent is somebody else: their number is not the contact's.",
            "Un agent est quelqu'un d'autre : son numéro n'est pas celui du contact.",
        ),
        remedy=Text(
            "Export the agents as cards of their own if they are contacts too.",
            "Exporter les agents comme fiches à part s'ils sont aussi des contacts.",
        ),
        example="",
    ),
    Code(
        id="vcard.outside",
        severity=Severity.WARNING,
        title=Text(
            "Lines outside of cards",
            "Lignes hors des fiches",
        ),
        message=Text(
            "{count} lines stand before, between or after the cards and were passed over.",
            "{count} lignes sont avant, entre ou après les fiches et ont été sautées.",
        ),
        why=Text(
            "They belong to no contact; a card may have lost its first line.",
            "Elles n'appartiennent à aucun contact ; une fiche a pu perdre sa première ligne.",
        ),
        remedy=Text(
            "Look at the line that is named.",
            "Regarder la ligne indiquée.",
        ),
        example="",
    ),
    Code(
        id="vcard.line-unreadable",
        severity=Severity.WARNING,
        title=Text(
            "Lines that are no property",
            "Lignes qui ne sont pas des propriétés",
        ),
        message=Text(
            "{count} lines inside cards have no name and colon, and were passed over.",
            "{count} lignes dans des fiches n'ont ni nom ni deux-points et ont été sautées.",
        ),
        why=Text(
            "A value was broken over several lines without the sign that it goes on.",
            "Une valeur a été coupée sur plusieurs lignes sans le signe qui l'annonce.",
        ),
        remedy=Text(
            "Look at the line that is named; export the cards again.",
            "Regarder la ligne indiquée ; refaire l'export des fiches.",
        ),
        example="",
    ),
    Code(
        id="vcard.version-unknown",
        severity=Severity.WARNING,
        title=Text(
            "Version missing or unknown",
            "Version absente ou inconnue",
        ),
        message=Text(
            "{count} cards name no version, or one that is none of 2.1, 3.0 and 4.0; they were read as 3.0.",
            "{count} fiches n'indiquent pas de version, ou une autre que 2.1, 3.0 et 4.0 ; elles ont été lues comme 3.0.",
        ),
        why=Text(
            "Escapes and line breaks are read differently in each version.",
            "Les échappements et les retours à la ligne se lisent différemment selon la version.",
        ),
        remedy=Text(
            "Look at accents, commas and line breaks of these cards.",
            "Regarder les accents, virgules et retours à la ligne de ces fiches.",
        ),
        example="",
    ),
    Code(
        id="vcard.charset-guessed",
        severity=Severity.WARNING,
        title=Text(
            "Character set guessed",
            "Jeu de caractères deviné",
        ),
        message=Text(
            "{count} encoded values do not say their character set, or not the right one; they were read as UTF-8 or Windows-1252.",
            "{count} valeurs codées n'indiquent pas leur jeu de caractères, ou pas le bon ; elles ont été lues en UTF-8 ou Windows-1252.",
        ),
        why=Text(
            "Accents read in the wrong set turn into other signs.",
            "Des accents lus dans le mauvais jeu deviennent d'autres signes.",
        ),
        remedy=Text(
            "Look at the accents of the card that is named.",
            "Regarder les accents de la fiche indiquée.",
        ),
        example="N;ENCODING=QUOTED-PRINTABLE:Andr=E9",
    ),
    Code(
        id="vcard.address-beside",
        severity=Severity.INFO,
        title=Text(
            "Further addresses",
            "Autres adresses",
        ),
        message=Text(
            "{count} further addresses of people who have several were kept beside.",
            "{count} autres adresses de personnes qui en ont plusieurs ont été gardées à côté.",
        ),
        why=Text(
            "A contact has one address: the preferred one, else the first.",
            "Un contact a une adresse : la préférée, sinon la première.",
        ),
        remedy=Text(
            "Look into the kept column if the other address is the one to write to.",
            "Regarder la colonne gardée si l'autre adresse est la bonne.",
        ),
        example="",
    ),
    Code(
        id="vcard.unfinished",
        severity=Severity.ERROR,
        title=Text(
            "Card not finished",
            "Fiche inachevée",
        ),
        message=Text(
            "The card has no end: the file was cut, or the next card begins inside it.",
            "La fiche n'a pas de fin : le fichier a été coupé, ou la fiche suivante y commence.",
        ),
        why=Text(
            "Half a card may lack the refusal or the second half of a number.",
            "Une moitié de fiche peut avoir perdu un refus ou la fin d'un numéro.",
        ),
        remedy=Text(
            "Export the cards again.",
            "Refaire l'export des fiches.",
        ),
        example="",
    ),
    Code(
        id="vcard.card-too-large",
        severity=Severity.ERROR,
        title=Text(
            "Card too large",
            "Fiche trop grande",
        ),
        message=Text(
            "The card has more than 10,000 properties or a million characters of text.",
            "La fiche a plus de 10 000 propriétés ou d'un million de caractères de texte.",
        ),
        why=Text(
            "No person has that; the file is damaged or hostile.",
            "Aucune personne n'en a autant ; le fichier est abîmé ou malveillant.",
        ),
        remedy=Text(
            "Look at the card; take it out of the file.",
            "Regarder la fiche ; la retirer du fichier.",
        ),
        example="",
    ),
)
