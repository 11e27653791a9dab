"""Codes of the families `collection` and `answer`: through what contacts and consents came, what answers add to them."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_LISTED = Text(
    "Write one of the listed sources, or give the meaning of the word in a layout's codes.",
    "Écrire une des sources de la liste, ou donner le sens du mot dans les codes du format.",
)

_LOOK = Text(
    "Look at both, and name the field in replace where the answer is right.",
    "Comparer les deux, et nommer le champ dans replace si la réponse est juste.",
)

_SOURCES: tuple[Code, ...] = (
    Code(
        id="collection.source-not-listed",
        severity=Severity.WARNING,
        title=Text("Source of collection not on the list", "Source de collecte hors de la liste"),
        message=Text(
            "The source of collection is none of the listed ones; it was kept as other.",
            "La source de collecte n'est aucune de celles de la liste ; elle a été gardée comme autre.",
        ),
        why=Text(
            "Whoever is asked where the data came from (GDPR art. 14 and 15) must be able to answer; other is no answer.",
            "Qui doit dire d'où viennent les données (RGPD art. 14 et 15) doit pouvoir répondre ; autre n'est pas une réponse.",
        ),
        remedy=_LISTED,
        example="carton d'invitation",
    ),
    Code(
        id="collection.consent-source-not-listed",
        severity=Severity.INFO,
        title=Text("Source of a consent not on the list", "Source d'un consentement hors de la liste"),
        message=Text(
            "The source of the consent is none of the listed ones; its text was kept as it is.",
            "La source du consentement n'est aucune de celles de la liste ; son texte a été gardé tel quel.",
        ),
        why=Text(
            "Consents are counted and proven by their source; a word that nobody else uses counts as other.",
            "Les consentements se comptent et se prouvent par leur source ; un mot propre à un fichier compte comme autre.",
        ),
        remedy=_LISTED,
        example="carton d'invitation",
    ),
)

_ANSWERS: tuple[Code, ...] = (
    Code(
        id="answer.filled",
        severity=Severity.INFO,
        title=Text("Completed by an answer", "Complété par une réponse"),
        message=Text("Fields were filled from an answer.", "Des champs ont été remplis d'après une réponse."),
        why=Text(
            "Each value says who told it, when and how, and the amendment can be undone.",
            "Chaque valeur dit qui l'a donnée, quand et comment, et la modification peut être annulée.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="answer.verified",
        severity=Severity.INFO,
        title=Text("Verified", "Vérifié"),
        message=Text("Values were verified.", "Des valeurs ont été vérifiées."),
        why=Text(
            "A value counts as verified as long as it stays the same.",
            "Une valeur compte comme vérifiée tant qu'elle reste la même.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="answer.no-id",
        severity=Severity.ERROR,
        title=Text("Answer without an id", "Réponse sans identifiant"),
        message=Text(
            "The answer does not say which contact it is about; nothing was taken.",
            "La réponse ne dit pas de quel contact elle parle ; rien n'a été pris.",
        ),
        why=Text(
            "An answer given to the wrong contact changes somebody else's data.",
            "Une réponse attribuée au mauvais contact modifie les données d'un autre.",
        ),
        remedy=Text(
            "Map the column of ids to id, or find the contact by matching first.",
            "Associer la colonne des identifiants à id, ou retrouver d'abord le contact par rapprochement.",
        ),
    ),
    Code(
        id="answer.unknown-contact",
        severity=Severity.WARNING,
        title=Text("Answer of nobody in the base", "Réponse d'un inconnu de la base"),
        message=Text(
            "No contact of the base has the id of the answer; nothing was taken.",
            "Aucun contact de la base n'a l'identifiant de la réponse ; rien n'a été pris.",
        ),
        why=Text(
            "The contact may have been merged into another, or removed.",
            "Le contact a pu être fusionné avec un autre, ou supprimé.",
        ),
        remedy=Text(
            "Look the id up in the journal of merges and removals.",
            "Chercher l'identifiant dans le journal des fusions et suppressions.",
        ),
    ),
    Code(
        id="answer.conflict",
        severity=Severity.WARNING,
        title=Text("Answer at odds with the base", "Réponse contraire à la base"),
        message=Text(
            "The answer has another {name} than the base; the base was kept.",
            "La réponse donne un autre {name} que la base ; la base a été gardée.",
        ),
        why=Text(
            "Either the situation has changed or one of the two is wrong; nothing says which.",
            "Soit la situation a changé, soit l'un des deux est faux ; rien ne dit lequel.",
        ),
        remedy=_LOOK,
    ),
    Code(
        id="answer.block-not-filled",
        severity=Severity.WARNING,
        title=Text("Part of another address or company", "Partie d'une autre adresse ou entreprise"),
        message=Text(
            "{name} was not filled: what is known beside it is not known to be of the same place or company.",
            "{name} n'a pas été rempli : rien ne dit que ce qui est connu à côté est du même lieu ou de la même entreprise.",
        ),
        why=Text(
            "The street of one town with the city of another is an address where nobody lives.",
            "La rue d'une ville avec le nom d'une autre est une adresse où personne n'habite.",
        ),
        remedy=_LOOK,
    ),
    Code(
        id="answer.address-under-consent",
        severity=Severity.WARNING,
        title=Text("Address under a consent that names none", "Adresse sous un consentement qui n'en nomme pas"),
        message=Text(
            "{name} was not filled: a consent that names no address would pass to it.",
            "{name} n'a pas été rempli : un consentement qui ne nomme pas d'adresse s'y étendrait.",
        ),
        why=Text(
            "A consent belongs to the number or address that it was given for, never to one learnt later.",
            "Un consentement appartient au numéro ou à l'adresse pour lesquels il a été donné, jamais à un autre appris plus tard.",
        ),
        remedy=Text(
            "Ask for a consent with the new address, then record both.",
            "Demander un consentement avec la nouvelle adresse, puis enregistrer les deux.",
        ),
    ),
    Code(
        id="answer.consent-not-taken",
        severity=Severity.WARNING,
        title=Text("Consents of an answer not taken", "Consentements d'une réponse non pris"),
        message=Text(
            "{count} consents of the answer were not taken; refusals were.",
            "{count} consentements de la réponse n'ont pas été pris ; les refus l'ont été.",
        ),
        why=Text(
            "Enriching a profile must make nobody more contactable; a consent is recorded with its own proof.",
            "Enrichir un profil ne doit rendre personne plus joignable ; un consentement s'enregistre avec sa preuve.",
        ),
        remedy=Text(
            "Record them as consents, with their day and proof.",
            "Les enregistrer comme consentements, avec leur jour et leur preuve.",
        ),
    ),
    Code(
        id="answer.field-not-taken",
        severity=Severity.INFO,
        title=Text("Field that answers do not change", "Champ que les réponses ne modifient pas"),
        message=Text("{name} of the answer was not taken.", "{name} de la réponse n'a pas été pris."),
        why=Text(
            "Where a record came from and when is no matter of an answer; retention and rights depend on it.",
            "D'où et quand vient une fiche ne dépend pas d'une réponse ; la conservation et les droits en dépendent.",
        ),
        remedy=Text("Correct it at its source.", "Le corriger à la source."),
    ),
    Code(
        id="answer.nothing-to-verify",
        severity=Severity.WARNING,
        title=Text("Nothing to verify", "Rien à vérifier"),
        message=Text(
            "{name} is unknown; nothing was marked as verified.", "{name} est inconnu ; rien n'a été marqué vérifié."
        ),
        why=Text(
            "A verification speaks of a value; without one it would pass to the next that comes.",
            "Une vérification porte sur une valeur ; sans elle, elle passerait à la prochaine venue.",
        ),
        remedy=Text("Fill the field first.", "Remplir d'abord le champ."),
    ),
)

CODES: tuple[Code, ...] = (*_SOURCES, *_ANSWERS)
