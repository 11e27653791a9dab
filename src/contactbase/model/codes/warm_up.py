"""Codes of `warmup` (files that were never used), `plan` (what is about to be sent) and `segmentplan` (whom to tell what)."""

from __future__ import annotations

from typing import Final

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CODES"]

_GUIDE: Final = Citation(
    authority="Sarbacane, Odeis, SMSFactor", instrument="guides on contact bases", confidence=Confidence.VENDOR
)
_OWN: Final = Citation(authority="contactbase", instrument="own judgement")


def _code(
    name: str,
    severity: Severity,
    title: tuple[str, str],
    message: tuple[str, str],
    why: tuple[str, str],
    remedy: tuple[str, str],
    citation: Citation | None = None,
) -> Code:
    return Code(
        id=name,
        severity=severity,
        title=Text(*title),
        message=Text(*message),
        why=Text(*why),
        remedy=Text(*remedy),
        citation=citation,
    )


_RISK: Final = (
    "Networks judge a sender by the first messages to people who do not expect them: bounces and complaints close doors.",
    "Les réseaux jugent un expéditeur sur ses premiers messages à des gens qui ne l'attendent pas : échecs et plaintes ferment des portes.",
)
_NOT_YET: Final = (
    "The first messages go to those who are active and said yes, because they tell most and harm least.",
    "Les premiers messages vont à ceux qui sont actifs et ont dit oui : ils apprennent le plus et nuisent le moins.",
)
_LIMIT: Final = (
    "A small group shows the harm before it is done to everybody.",
    "Un petit groupe montre le dommage avant qu'il ne touche tout le monde.",
)
_SEALED: Final = (
    "What was checked is what must be sent; everything that came after the plan must count too.",
    "Ce qui a été vérifié est ce qui doit partir ; ce qui est arrivé après le plan doit compter aussi.",
)
_W, _E, _I = Severity.WARNING, Severity.ERROR, Severity.INFO

CODES: tuple[Code, ...] = (
    _code(
        "warmup.never-used",
        _W,
        ("This file was never used", "Ce fichier n'a jamais servi"),
        ("No message was ever sent to it on this channel.", "Aucun message ne lui a jamais été envoyé sur ce canal."),
        _RISK,
        ("Begin with small groups: `cb.warm_up.plan`.", "Commencer par de petits groupes : `cb.warm_up.plan`."),
        _GUIDE,
    ),
    _code(
        "warmup.supplied",
        _W,
        ("Contacts that were bought or rented", "Contacts achetés ou loués"),
        ("{count} contacts were bought or rented.", "{count} contacts ont été achetés ou loués."),
        _RISK,
        (
            "Audit the file first: `cb.audit_supplied_file`.",
            "Auditer d'abord le fichier : `cb.audit_supplied_file`.",
        ),
        _GUIDE,
    ),
    _code(
        "warmup.no-address",
        _I,
        ("No address on this channel", "Pas d'adresse sur ce canal"),
        (
            "{count} contacts cannot be reached on this channel.",
            "{count} contacts ne peuvent pas être joints par ce canal.",
        ),
        _NOT_YET,
        ("Complete the contacts.", "Compléter les contacts."),
        _GUIDE,
    ),
    _code(
        "warmup.suppressed",
        _I,
        ("On the suppression list", "Sur la liste d'opposition"),
        ("{count} contacts are on the suppression list.", "{count} contacts sont sur la liste d'opposition."),
        _NOT_YET,
        ("Leave them alone.", "Les laisser tranquilles."),
        _GUIDE,
    ),
    _code(
        "warmup.not-opted-in",
        _I,
        ("Not opted in", "Pas d'opt-in"),
        ("{count} contacts have not consented to this channel.", "{count} contacts n'ont pas consenti à ce canal."),
        _NOT_YET,
        (
            "Ask them another way; `cb.double_opt_in` keeps the answers.",
            "Leur demander autrement ; `cb.double_opt_in` garde les réponses.",
        ),
        _GUIDE,
    ),
    _code(
        "warmup.inactive",
        _I,
        ("Not active of late", "Inactif depuis un moment"),
        (
            "{count} contacts did nothing within {months} months.",
            "{count} contacts n'ont rien fait depuis {months} mois.",
        ),
        _NOT_YET,
        ("Wait until the warm-up is over.", "Attendre la fin de la montée en charge."),
        _GUIDE,
    ),
    _code(
        "warmup.above-stop",
        _E,
        ("Stop here", "S'arrêter ici"),
        (
            "{measure}: {count} of {of} is above the limit of {limit}, and surely above {sure}.",
            "{measure} : {count} sur {of} dépasse la limite de {limit}, et sûrement {sure}.",
        ),
        _LIMIT,
        (
            "Send nothing more at this level and below; find out where these contacts came from.",
            "Ne plus rien envoyer à ce niveau ni en dessous ; chercher d'où viennent ces contacts.",
        ),
        _OWN,
    ),
    _code(
        "warmup.above-hold",
        _W,
        ("Wait and look", "Attendre et regarder"),
        (
            "{measure}: {count} of {of} is above {limit}; the group is too small to be sure of more.",
            "{measure} : {count} sur {of} dépasse {limit} ; le groupe est trop petit pour en dire plus.",
        ),
        _LIMIT,
        (
            "Look at each case, then repeat a group of the same size.",
            "Regarder chaque cas, puis refaire un groupe de même taille.",
        ),
        _OWN,
    ),
    _code(
        "warmup.unreported",
        _W,
        ("Too little is known of the group", "Trop peu est connu du groupe"),
        (
            "Of {count} of {of} messages nobody reported whether they arrived.",
            "Pour {count} messages sur {of}, personne n'a signalé s'ils sont arrivés.",
        ),
        _LIMIT,
        ("Wait for the reports.", "Attendre les rapports."),
        _OWN,
    ),
    _code(
        "segmentplan.several",
        _W,
        ("In several segments", "Dans plusieurs segments"),
        (
            "{count} contacts are in several segments of this plan and would be written to more than once.",
            "{count} contacts sont dans plusieurs segments de ce plan et recevraient plusieurs messages.",
        ),
        (
            "Two offers at once weary, and count twice against the caps.",
            "Deux offres à la fois lassent, et comptent double dans les plafonds.",
        ),
        (
            "Take one segment out of the other: `a except b`.",
            "Retirer un segment de l'autre : `a except b`.",
        ),
        _GUIDE,
    ),
    _code(
        "segmentplan.lead-missing",
        _W,
        ("What the message speaks of is not known", "Ce dont parle le message n'est pas connu"),
        (
            "{count} contacts of {segment} have no {name}, which the message speaks of.",
            "{count} contacts de {segment} n'ont pas de {name}, dont parle le message.",
        ),
        (
            "A message with a hole in it says that nobody looked.",
            "Un message avec un trou dit que personne n'a regardé.",
        ),
        (
            "Complete the contacts, or write a message that does without.",
            "Compléter les contacts, ou écrire un message qui s'en passe.",
        ),
        _GUIDE,
    ),
    _code(
        "plan.changed",
        _E,
        ("The plan was changed", "Le plan a été modifié"),
        (
            "The plan does not agree with its seal: nothing is sent.",
            "Le plan ne correspond pas à son sceau : rien n'est envoyé.",
        ),
        _SEALED,
        ("Make the plan again.", "Refaire le plan."),
    ),
    _code(
        "plan.untested",
        _E,
        ("No test was recorded", "Aucun essai n'est enregistré"),
        (
            "No test of this plan was recorded: the mass stage is refused.",
            "Aucun essai de ce plan n'est enregistré : l'envoi en masse est refusé.",
        ),
        (
            "A message that was never seen on a phone holds the mistakes that nobody saw.",
            "Un message jamais vu sur un téléphone contient les fautes que personne n'a vues.",
        ),
        (
            "Send it to the test list, look at it, and record that: `plan.tested(...)`.",
            "L'envoyer à la liste d'essai, le regarder, et l'enregistrer : `plan.tested(...)`.",
        ),
        _GUIDE,
    ),
    _code(
        "plan.gone",
        _W,
        ("No longer in the base", "N'est plus dans la base"),
        ("The contact is no longer in the base.", "Le contact n'est plus dans la base."),
        _SEALED,
        ("Nothing: it is left out.", "Rien : il est laissé de côté."),
    ),
    _code(
        "plan.address-changed",
        _W,
        ("Another address since the plan", "Adresse changée depuis le plan"),
        (
            "The contact no longer has the address that was planned.",
            "Le contact n'a plus l'adresse qui était prévue.",
        ),
        _SEALED,
        ("Plan the contact again.", "Replanifier le contact."),
    ),
    _code(
        "plan.not-permitted",
        _W,
        ("No longer permitted", "N'est plus permis"),
        (
            "The policy no longer permits the message to this contact.",
            "La politique ne permet plus le message à ce contact.",
        ),
        _SEALED,
        ("Nothing: the contact is left out.", "Rien : le contact est laissé de côté."),
    ),
    _code(
        "plan.no-address",
        _W,
        ("No address to plan", "Pas d'adresse à planifier"),
        ("The contact has no usable address on this channel.", "Le contact n'a pas d'adresse utilisable sur ce canal."),
        _SEALED,
        ("Complete the contact.", "Compléter le contact."),
    ),
    _code(
        "plan.same-address",
        _I,
        ("The address is planned already", "L'adresse est déjà prévue"),
        (
            "Another contact of the plan has the same address: one message is enough.",
            "Un autre contact du plan a la même adresse : un seul message suffit.",
        ),
        _SEALED,
        ("Merge the contacts where they are one person.", "Fusionner les contacts s'ils sont une seule personne."),
    ),
    _code(
        "plan.closed",
        _I,
        ("Waits for an allowed hour", "Attend une heure permise"),
        (
            "The hour is not allowed at the recipient's: the message waits.",
            "L'heure n'est pas permise chez le destinataire : le message attend.",
        ),
        _SEALED,
        ("Release it again later.", "Relancer l'émission plus tard."),
    ),
)
