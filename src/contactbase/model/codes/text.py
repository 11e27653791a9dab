"""Codes of the family `text`: what an encoding, a keyboard or an export did to any text."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="text.entities",
        severity=Severity.INFO,
        title=Text("HTML entities replaced", "Entités HTML remplacées"),
        message=Text(
            "The text held HTML entities such as &eacute;; they became the characters that they stand for.",
            "Le texte contenait des entités HTML comme &eacute; ; elles sont devenues les caractères qu'elles représentent.",
        ),
        why=Text(
            "A web form or a shop system stored the text as it stands in a page; the person would see the signs in her name.",
            "Un formulaire ou une boutique en ligne a stocké le texte comme dans une page ; la personne verrait ces signes dans son nom.",
        ),
        remedy=Text("Nothing to do; export plain text.", "Rien à faire ; exporter du texte simple."),
        example="Ren&eacute;",
    ),
    Code(
        id="text.mojibake-repaired",
        severity=Severity.INFO,
        title=Text("Garbled accents repaired", "Accents abîmés réparés"),
        message=Text(
            "The text had been decoded with the wrong encoding; its characters were restored.",
            "Le texte avait été décodé avec le mauvais encodage ; ses caractères ont été rétablis.",
        ),
        why=Text(
            "UTF-8 read as Windows-1252 turns é into Ã©: the person sees her own name broken, and searches miss it.",
            "De l'UTF-8 lu comme du Windows-1252 change é en Ã© : la personne voit son nom abîmé, et les recherches"
            " ne le trouvent plus.",
        ),
        remedy=Text(
            "Export the file again as UTF-8; the repair of each cell stands in the journal.",
            "Réexporter le fichier en UTF-8 ; la réparation de chaque cellule figure au journal.",
        ),
        example="HÃ©lÃ¨ne",
    ),
    Code(
        id="text.mojibake",
        severity=Severity.WARNING,
        title=Text("Garbled accents left as they are", "Accents abîmés laissés tels quels"),
        message=Text(
            'The text looks decoded with the wrong encoding and was left alone: pip install "contactbase[text]"'
            " brings the repair.",
            "Le texte semble décodé avec le mauvais encodage et a été laissé tel quel : pip install"
            ' "contactbase[text]" apporte la réparation.',
        ),
        why=Text(
            "A name or a city with broken accents matches nothing and looks careless in a message.",
            "Un nom ou une ville aux accents abîmés ne se rapproche de rien et fait négligé dans un message.",
        ),
        remedy=Text(
            "Install the extra `text`, or export the file again as UTF-8. A cell longer than an Excel cell can hold"
            " is never repaired.",
            "Installer l'extra `text`, ou réexporter le fichier en UTF-8. Une cellule plus longue que ce qu'Excel"
            " peut contenir n'est jamais réparée.",
        ),
    ),
    Code(
        id="text.mojibake-column",
        severity=Severity.INFO,
        title=Text("Column with garbled accents", "Colonne aux accents abîmés"),
        message=Text(
            "{damaged} of {seen} filled cells look decoded with the wrong encoding.",
            "{damaged} cellules remplies sur {seen} semblent décodées avec le mauvais encodage.",
        ),
        why=Text(
            "Many such cells mean that the file was opened and saved with the wrong encoding before it came here.",
            "De nombreuses cellules ainsi abîmées disent que le fichier a été ouvert puis enregistré avec le mauvais"
            " encodage avant d'arriver ici.",
        ),
        remedy=Text(
            "Export the file again as UTF-8 from where it comes from.",
            "Réexporter le fichier en UTF-8 depuis sa source.",
        ),
    ),
    Code(
        id="text.damaged",
        severity=Severity.WARNING,
        title=Text("Characters lost", "Caractères perdus"),
        message=Text(
            "Characters of this text were lost before the file came here; it was left as it is.",
            "Des caractères de ce texte ont été perdus avant l'arrivée du fichier ; il est laissé tel quel.",
        ),
        why=Text(
            "A ? or � stands where an accented letter stood. No rule can tell which, so nothing is guessed.",
            "Un ? ou un � tient la place d'une lettre accentuée. Aucune règle ne dit laquelle : rien n'est deviné.",
        ),
        remedy=Text(
            "Export the file again as UTF-8, or correct the cell by hand.",
            "Réexporter le fichier en UTF-8, ou corriger la cellule à la main.",
        ),
        example="Fran?ois",
    ),
    Code(
        id="text.placeholder",
        severity=Severity.ERROR,
        title=Text("Filler instead of a text", "Remplissage au lieu d'un texte"),
        message=Text(
            "The cell holds a filler that says nothing; no value was taken.",
            "La cellule contient un remplissage qui ne dit rien ; aucune valeur n'a été prise.",
        ),
        why=Text(
            "Fillers make different contacts look alike and count as known what is unknown.",
            "Les remplissages font se ressembler des contacts différents et comptent comme connu ce qui ne l'est pas.",
        ),
        remedy=Text("Leave the cell empty.", "Laisser la cellule vide."),
        example="---",
    ),
)
