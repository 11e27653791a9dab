"""Codes of the family `retention`: why a contact is due, set aside or held back."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="retention.expired",
        severity=Severity.WARNING,
        title=Text("Retention period over", "Durée de conservation dépassée"),
        message=Text(
            "The retention period of this contact is over.",
            "La durée de conservation de ce contact est dépassée.",
        ),
        why=Text(
            "Personal data may be kept only as long as its purpose needs it; regulators have fined companies that kept prospects for four or five years.",
            "Des données personnelles ne se gardent que le temps utile à leur but ; des entreprises ont été sanctionnées pour avoir gardé des prospects quatre ou cinq ans.",
        ),
        remedy=Text(
            "Do what the decision says: ask once more, archive or delete.",
            "Faire ce que dit la décision : solliciter une dernière fois, archiver ou supprimer.",
        ),
    ),
    Code(
        id="retention.answer-awaited",
        severity=Severity.INFO,
        title=Text("Asked once more, answer awaited", "Sollicité une dernière fois, réponse attendue"),
        message=Text(
            "The person was asked whether to stay and may still answer.",
            "La personne a été sollicitée pour savoir si elle veut rester et peut encore répondre.",
        ),
        why=Text(
            "One more contact is allowed at the end of the period; a second one is not.",
            "Une seule sollicitation est permise à la fin de la durée ; pas une deuxième.",
        ),
        remedy=Text(
            "Send nothing else; record the answer when it comes.",
            "Ne rien envoyer d'autre ; enregistrer la réponse quand elle arrive.",
        ),
    ),
    Code(
        id="retention.no-answer",
        severity=Severity.WARNING,
        title=Text("Asked once more, no answer", "Sollicité une dernière fois, sans réponse"),
        message=Text(
            "The person was asked whether to stay and did not say yes in time.",
            "La personne a été sollicitée pour savoir si elle veut rester et n'a pas dit oui à temps.",
        ),
        why=Text(
            "Silence is no positive and explicit answer; keeping the contact would ignore the end of the period.",
            "Le silence n'est pas une réponse positive et explicite ; garder le contact ignorerait la fin de la durée.",
        ),
        remedy=Text("Delete or archive the contact.", "Supprimer ou archiver le contact."),
    ),
    Code(
        id="retention.no-date",
        severity=Severity.WARNING,
        title=Text("No date to count from", "Aucune date de départ"),
        message=Text(
            "This contact has no date from which a retention period could run.",
            "Ce contact n'a aucune date à partir de laquelle compter une durée de conservation.",
        ),
        why=Text(
            "Counting from today would keep an old contact for years more; counting from nowhere would delete a new one.",
            "Compter à partir d'aujourd'hui garderait un vieux contact des années de plus ; compter de nulle part en supprimerait un nouveau.",
        ),
        remedy=Text(
            "Find out when the contact was collected or last in touch, and set the date.",
            "Retrouver la date de collecte ou du dernier contact, et la renseigner.",
        ),
    ),
    Code(
        id="retention.future-date",
        severity=Severity.WARNING,
        title=Text("Date in the future", "Date dans le futur"),
        message=Text(
            "The date from which the retention period would run lies in the future.",
            "La date à partir de laquelle compter la durée de conservation est dans le futur.",
        ),
        why=Text(
            "A mistyped year (2205 for 2025) would keep the contact for ever.",
            "Une année mal saisie (2205 pour 2025) garderait le contact pour toujours.",
        ),
        remedy=Text("Correct the date.", "Corriger la date."),
        example="12/03/2205",
    ),
    Code(
        id="retention.end-unknown",
        severity=Severity.WARNING,
        title=Text("End of the relationship unknown", "Fin de la relation inconnue"),
        message=Text(
            "Nothing was heard of this customer for longer than the retention period, but no order or end of contract says that the relationship is over.",
            "Ce client n'a pas donné signe de vie depuis plus longtemps que la durée de conservation, mais ni commande ni fin de contrat ne dit que la relation est terminée.",
        ),
        why=Text(
            "The period of a customer runs from the end of the relationship; a running contract must not be archived.",
            "La durée d'un client court à partir de la fin de la relation ; un contrat en cours ne doit pas être archivé.",
        ),
        remedy=Text(
            "Check whether a contract is running; set the end of the relationship if not.",
            "Vérifier si un contrat est en cours ; sinon, renseigner la fin de la relation.",
        ),
    ),
    Code(
        id="retention.hold",
        severity=Severity.INFO,
        title=Text("Held back", "Conservation suspendue"),
        message=Text(
            "The retention period is over, but a tag of this contact holds it back.",
            "La durée de conservation est dépassée, mais une étiquette de ce contact la suspend.",
        ),
        why=Text(
            "Legal claims, a running contract, an unpaid invoice or an open request of the person come before deletion (GDPR art. 17(3)).",
            "Un contentieux, un contrat en cours, un impayé ou une demande de la personne en cours passent avant la suppression (RGPD art. 17(3)).",
        ),
        remedy=Text(
            "Remove the tag when the reason is gone.",
            "Retirer l'étiquette quand la raison a disparu.",
        ),
    ),
    Code(
        id="retention.answered-no",
        severity=Severity.WARNING,
        title=Text("Asked once more, answered no", "Sollicité une dernière fois, a répondu non"),
        message=Text(
            "The person was asked whether to stay and refused.",
            "La personne a été sollicitée pour savoir si elle veut rester et a refusé.",
        ),
        why=Text(
            "After a no there is nothing to wait for.",
            "Après un non, il n'y a plus rien à attendre.",
        ),
        remedy=Text(
            "Delete or archive the contact; put the address on the suppression list first.",
            "Supprimer ou archiver le contact ; mettre d'abord l'adresse sur la liste repoussoir.",
        ),
    ),
    Code(
        id="retention.partly-kept",
        severity=Severity.WARNING,
        title=Text("Erased but for what another reason covers", "Effacé, sauf ce qu'un autre motif couvre"),
        message=Text(
            "The retention period is over, but another reason covers part of the data.",
            "La durée de conservation est dépassée, mais un autre motif couvre une partie des données.",
        ),
        why=Text(
            "Accounts and legal claims need some fields for longer (GDPR art. 17(3)); the others have no reason left.",
            "La comptabilité et les contentieux exigent certains champs plus longtemps (RGPD art. 17(3)) ; les autres n'ont plus de motif.",
        ),
        remedy=Text(
            "Move the covered fields to the restricted archive and erase the rest.",
            "Mettre les champs couverts en archive à accès restreint et effacer le reste.",
        ),
    ),
    Code(
        id="retention.nothing-to-keep",
        severity=Severity.WARNING,
        title=Text("No reason left to archive", "Plus aucun motif d'archivage"),
        message=Text(
            "This contact was to be archived, but no reason for it is left.",
            "Ce contact devait être archivé, mais il n'en reste aucun motif.",
        ),
        why=Text(
            "An archive has an end too: after the last claim and the last accounting year nothing justifies it.",
            "Une archive a aussi une fin : après le dernier recours et le dernier exercice, rien ne la justifie.",
        ),
        remedy=Text("Delete the contact.", "Supprimer le contact."),
    ),
)
