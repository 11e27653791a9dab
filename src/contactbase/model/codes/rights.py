"""Codes of the family `rights`: what was done at the request of a person, and what is still to be done."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="rights.erased",
        severity=Severity.INFO,
        title=Text("Erased", "Effacé"),
        message=Text(
            "The contact was erased ({removed} fields) and stands on the suppression list.",
            "Le contact a été effacé ({removed} champs) et figure sur la liste d'exclusion.",
        ),
        why=Text(
            "Without the suppression list the next import would bring the person back.",
            "Sans la liste d'exclusion, le prochain import ferait revenir la personne.",
        ),
        remedy=Text(
            "Erase copies too: backups by the log of erasures, results by contactbase erase.",
            "Effacer aussi les copies : sauvegardes par le journal des effacements, résultats par contactbase erase.",
        ),
    ),
    Code(
        id="rights.erased-in-part",
        severity=Severity.WARNING,
        title=Text("Erased in part", "Effacé en partie"),
        message=Text(
            "{removed} fields were erased; {kept} stay for another reason, for that use alone.",
            "{removed} champs ont été effacés ; {kept} restent pour un autre motif, pour ce seul usage.",
        ),
        why=Text(
            "A legal obligation or a claim (GDPR art. 17(3)) covers some data and never all of them.",
            "Une obligation légale ou un contentieux (RGPD art. 17(3)) couvre certaines données, jamais toutes.",
        ),
        remedy=Text(
            "Move what stays to the restricted archive and tell the person why it stays.",
            "Déplacer le reste en archive à accès restreint et dire à la personne pourquoi il reste.",
        ),
    ),
    Code(
        id="rights.notify",
        severity=Severity.WARNING,
        title=Text("Recipient to be told", "Destinataire à prévenir"),
        message=Text(
            "{recipient} received data of this contact and must be told.",
            "{recipient} a reçu des données de ce contact et doit être prévenu.",
        ),
        why=Text(
            "Each recipient must hear of a rectification, a restriction or an erasure (GDPR art. 19).",
            "Chaque destinataire doit être informé d'une rectification, d'une limitation ou d'un effacement (RGPD art. 19).",
        ),
        remedy=Text("Tell them, and note that you did.", "Le prévenir, et noter que c'est fait."),
    ),
    Code(
        id="rights.erased-again",
        severity=Severity.WARNING,
        title=Text("Erased again", "Effacé à nouveau"),
        message=Text(
            "The contact had been erased before and came back from a backup; it was erased again.",
            "Le contact avait été effacé et revenait d'une sauvegarde ; il a été effacé à nouveau.",
        ),
        why=Text(
            "A restored backup undoes every erasure since it was made.",
            "Une sauvegarde restaurée annule tous les effacements faits depuis.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="rights.came-back",
        severity=Severity.INFO,
        title=Text("Came back after an erasure", "Revenu après un effacement"),
        message=Text(
            "The contact was erased once, and the person acted or gave their data again later; it stays.",
            "Le contact a été effacé, puis la personne a agi ou redonné ses données ; il reste.",
        ),
        why=Text(
            "Who comes back by themselves is a new contact, with new rights.",
            "Qui revient de lui-même est un nouveau contact, avec de nouveaux droits.",
        ),
        remedy=Text(
            "Lift the suppression by the new collection, with its proof.",
            "Lever l'interdiction par la nouvelle collecte, avec sa preuve.",
        ),
    ),
    Code(
        id="rights.erased-id",
        severity=Severity.WARNING,
        title=Text("Id of an erased contact", "Identifiant d'un contact effacé"),
        message=Text(
            "The contact has the id of an erased one and nothing else of it; it was left as it is.",
            "Le contact porte l'identifiant d'un contact effacé et rien d'autre de lui ; il est resté tel quel.",
        ),
        why=Text(
            "Ids are given anew from file to file; erasing by id alone would hit somebody else.",
            "Les identifiants changent d'un fichier à l'autre ; effacer sur ce seul indice toucherait quelqu'un d'autre.",
        ),
        remedy=Text("Look whether it is the same person.", "Vérifier s'il s'agit de la même personne."),
    ),
    Code(
        id="rights.rectified",
        severity=Severity.INFO,
        title=Text("Rectified", "Rectifié"),
        message=Text("{count} fields of the contact were rectified.", "{count} champs du contact ont été rectifiés."),
        why=Text(
            "Wrong data about a person are put right at their word (GDPR art. 16).",
            "Les données inexactes sont corrigées à la demande de la personne (RGPD art. 16).",
        ),
        remedy=Text("Tell the recipients.", "Prévenir les destinataires."),
    ),
    Code(
        id="rights.not-rectified",
        severity=Severity.ERROR,
        title=Text("New value not read", "Nouvelle valeur illisible"),
        message=Text(
            "The new value was refused ({why}); the field is as it was.",
            "La nouvelle valeur a été refusée ({why}) ; le champ est resté tel quel.",
        ),
        why=Text(
            "A correction must not put one wrong value in the place of another.",
            "Une correction ne doit pas remplacer une erreur par une autre.",
        ),
        remedy=Text("Ask the person for the value again.", "Redemander la valeur à la personne."),
    ),
    Code(
        id="rights.restricted",
        severity=Severity.WARNING,
        title=Text("Restricted", "Limité"),
        message=Text(
            "The data of the contact are stored and used for nothing until the restriction is lifted by hand.",
            "Les données du contact sont conservées sans aucun usage jusqu'à la levée de la limitation, à la main.",
        ),
        why=Text(
            "While accuracy or an objection is examined, data may be stored and nothing else (GDPR art. 18).",
            "Le temps d'examiner une contestation, les données sont conservées et rien d'autre (RGPD art. 18).",
        ),
        remedy=Text("Examine, decide, then lift it with a note.", "Examiner, décider, puis lever avec une note."),
    ),
    Code(
        id="rights.objected",
        severity=Severity.WARNING,
        title=Text("Objection recorded", "Opposition enregistrée"),
        message=Text(
            "The contact objects to {purpose}; {count} fingerprints are on the suppression list.",
            "Le contact s'oppose à {purpose} ; {count} empreintes sont sur la liste d'exclusion.",
        ),
        why=Text(
            "The right to object to marketing is absolute and needs no reason (GDPR art. 21(2) and (3)).",
            "Le droit de s'opposer à la prospection est absolu et sans motif (RGPD art. 21(2) et (3)).",
        ),
        remedy=Text("Nothing to do: the list stops the messages.", "Rien à faire : la liste arrête les messages."),
    ),
    Code(
        id="rights.not-portable",
        severity=Severity.INFO,
        title=Text("Left out of a portability export", "Hors de l'export de portabilité"),
        message=Text(
            "The field {name} was not given by the person under a consent or a contract.",
            "Le champ {name} n'a pas été fourni par la personne sous consentement ou contrat.",
        ),
        why=Text(
            "Portability (GDPR art. 20) is about what the person provided; the rest is in the access report.",
            "La portabilité (RGPD art. 20) porte sur ce que la personne a fourni ; le reste est dans le rapport d'accès.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="rights.register-gap",
        severity=Severity.WARNING,
        title=Text("Gap in the register", "Lacune du registre"),
        message=Text(
            "The processing {activity} leaves out what {place} asks for.",
            "Le traitement {activity} omet ce que demande {place}.",
        ),
        why=Text(
            "An authority may ask for the register at any time, and for every field of it.",
            "Une autorité peut demander le registre à tout moment, et chacun de ses champs.",
        ),
        remedy=Text("Fill it in.", "Le renseigner."),
    ),
)
