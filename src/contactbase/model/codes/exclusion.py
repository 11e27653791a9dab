"""Codes of the family `exclusion`: why a contact is left out of a campaign."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="exclusion.inactive",
        severity=Severity.INFO,
        title=Text("Inactive for too long", "Inactif depuis trop longtemps"),
        message=Text(
            "This contact has not acted for longer than campaigns go on writing to.",
            "Ce contact n'a rien fait depuis plus longtemps que les campagnes ne continuent d'écrire.",
        ),
        why=Text(
            "Writing to people who never react hurts delivery to everybody else.",
            "Écrire à des gens qui ne réagissent jamais nuit à la délivrabilité pour tous les autres.",
        ),
        remedy=Text(
            "Leave the contact out, or win it back once with a message of its own. Nothing is erased.",
            "Exclure le contact, ou tenter une fois de le réactiver par un message à part. Rien n'est effacé.",
        ),
    ),
    Code(
        id="exclusion.minor",
        severity=Severity.WARNING,
        title=Text("Minor", "Mineur"),
        message=Text("This contact is under age.", "Ce contact est mineur."),
        why=Text(
            "Marketing to minors needs the consent of their parents, and services for the young carry none.",
            "La prospection des mineurs suppose l'accord des parents, et les services pour la jeunesse n'en portent pas.",
        ),
        remedy=Text("Leave the contact out.", "Exclure le contact."),
    ),
    Code(
        id="exclusion.no-address",
        severity=Severity.INFO,
        title=Text(
            "No address on this channel",
            "Aucune adresse sur ce canal",
        ),
        message=Text(
            "This contact has no address on this channel.",
            "Ce contact n'a pas d'adresse sur ce canal.",
        ),
        why=Text(
            "Without a number, an e-mail address or a street nothing can be sent; contacts without one are never duplicates of each other.",
            "Sans numéro, sans e-mail ou sans rue rien ne peut partir ; des contacts sans adresse ne sont jamais des doublons.",
        ),
        remedy=Text(
            "Ask for the address, or reach the contact on another channel.",
            "Demander l'adresse, ou joindre le contact par un autre canal.",
        ),
    ),
    Code(
        id="exclusion.not-mobile",
        severity=Severity.INFO,
        title=Text(
            "No mobile number",
            "Pas de numéro de mobile",
        ),
        message=Text(
            "This contact has numbers, and none of them is known to be a mobile.",
            "Ce contact a des numéros, mais aucun n'est connu comme mobile.",
        ),
        why=Text(
            "An SMS to a landline is paid for and not read.",
            "Un SMS vers un fixe est payé et n'est pas lu.",
        ),
        remedy=Text(
            "Ask for a mobile number, or call the landline.",
            "Demander un numéro de mobile, ou appeler le fixe.",
        ),
    ),
    Code(
        id="exclusion.not-callable",
        severity=Severity.INFO,
        title=Text(
            "No number to call",
            "Aucun numéro à appeler",
        ),
        message=Text(
            "None of the numbers of this contact is one of a person.",
            "Aucun des numéros de ce contact n'est celui d'une personne.",
        ),
        why=Text(
            "Premium, toll-free and unknown numbers do not reach the person.",
            "Les numéros surtaxés, gratuits ou inconnus n'atteignent pas la personne.",
        ),
        remedy=Text(
            "Ask for a number at which the person can be reached.",
            "Demander un numéro où joindre la personne.",
        ),
    ),
    Code(
        id="exclusion.address-incomplete",
        severity=Severity.INFO,
        title=Text(
            "Incomplete postal address",
            "Adresse postale incomplète",
        ),
        message=Text(
            "The postal address lacks a postcode or a city.",
            "Il manque à l'adresse postale un code postal ou une ville.",
        ),
        why=Text(
            "A letter that cannot be delivered comes back and costs twice.",
            "Un courrier non distribuable revient et coûte deux fois.",
        ),
        remedy=Text(
            "Complete the address.",
            "Compléter l'adresse.",
        ),
    ),
    Code(
        id="exclusion.address-unassigned",
        severity=Severity.INFO,
        title=Text(
            "Number not assigned",
            "Numéro non attribué",
        ),
        message=Text(
            "A lookup says that this number is assigned to nobody.",
            "Une vérification dit que ce numéro n'est attribué à personne.",
        ),
        why=Text(
            "Messages to dead numbers are paid for, and many of them look like spam.",
            "Les messages vers des numéros morts sont payés, et leur nombre ressemble à du spam.",
        ),
        remedy=Text(
            "Ask for a new number.",
            "Demander un nouveau numéro.",
        ),
    ),
    Code(
        id="exclusion.country-not-allowed",
        severity=Severity.INFO,
        title=Text(
            "Country not in the campaign",
            "Pays hors campagne",
        ),
        message=Text(
            "The number or the address belongs to no country of this campaign, or to none that is known.",
            "Le numéro ou l'adresse n'appartient à aucun pays de cette campagne, ou à aucun pays connu.",
        ),
        why=Text(
            "Messages abroad cost more and fall under other rules.",
            "Les messages à l'étranger coûtent plus et suivent d'autres règles.",
        ),
        remedy=Text(
            "Leave the contact out, or plan a campaign for that country under its policy.",
            "Exclure le contact, ou prévoir une campagne pour ce pays selon sa politique.",
        ),
    ),
    Code(
        id="exclusion.stopped-address",
        severity=Severity.WARNING,
        title=Text(
            "Somebody at this address said STOP",
            "Quelqu'un à cette adresse a dit STOP",
        ),
        message=Text(
            "A contact at the same address objected, and this one has no proved consent given later.",
            "Un contact à la même adresse s'est opposé, et celui-ci n'a pas de consentement prouvé donné ensuite.",
        ),
        why=Text(
            "A STOP binds the address, whoever else uses it.",
            "Un STOP vaut pour l'adresse, quels que soient ses autres utilisateurs.",
        ),
        remedy=Text(
            "Leave both out. Only a later consent with its proof opens the address again.",
            "Exclure les deux. Seul un consentement ultérieur prouvé rouvre l'adresse.",
        ),
    ),
    Code(
        id="exclusion.sector-banned",
        severity=Severity.WARNING,
        title=Text(
            "Sector that may not be advertised",
            "Secteur interdit de prospection",
        ),
        message=Text(
            "The policy bans this sector on this channel on this day.",
            "La politique interdit ce secteur sur ce canal ce jour-là.",
        ),
        why=Text(
            "Some trades may not prospect by message or by phone at all.",
            "Certains métiers ne peuvent pas prospecter par message ni par téléphone.",
        ),
        remedy=Text(
            "Do not send this campaign.",
            "Ne pas envoyer cette campagne.",
        ),
    ),
    Code(
        id="exclusion.pressure",
        severity=Severity.INFO,
        title=Text(
            "Got enough already",
            "Déjà assez sollicité",
        ),
        message=Text(
            "One message more at this address would exceed a cap.",
            "Un message de plus à cette adresse dépasserait un plafond.",
        ),
        why=Text(
            "Too many messages make people say STOP.",
            "Trop de messages poussent à dire STOP.",
        ),
        remedy=Text(
            "Wait until the day given, or raise the cap knowingly.",
            "Attendre le jour indiqué, ou relever le plafond en connaissance de cause.",
        ),
    ),
    Code(
        id="exclusion.household-pressure",
        severity=Severity.INFO,
        title=Text(
            "Household got enough already",
            "Foyer déjà assez sollicité",
        ),
        message=Text(
            "One message more to this household would exceed its cap.",
            "Un message de plus à ce foyer dépasserait son plafond.",
        ),
        why=Text(
            "People who live together read the same offer several times.",
            "Les personnes d'un même foyer lisent plusieurs fois la même offre.",
        ),
        remedy=Text(
            "Write to one of them, or raise the cap of the household.",
            "Écrire à une seule, ou relever le plafond du foyer.",
        ),
    ),
    Code(
        id="exclusion.other-channel",
        severity=Severity.INFO,
        title=Text(
            "Reached on another channel",
            "Joint par un autre canal",
        ),
        message=Text(
            "This contact is reached by the same campaign on another channel.",
            "Ce contact est joint par la même campagne sur un autre canal.",
        ),
        why=Text(
            "One campaign writes to a person once, where they prefer it.",
            "Une campagne écrit une fois à chacun, là où il le préfère.",
        ),
        remedy=Text(
            "Nothing: the other audience has the contact.",
            "Rien : le contact est dans l'autre audience.",
        ),
    ),
    Code(
        id="exclusion.duplicate-address",
        severity=Severity.INFO,
        title=Text(
            "Address already in the audience",
            "Adresse déjà dans l'audience",
        ),
        message=Text(
            "Another contact of the audience has the same address.",
            "Un autre contact de l'audience a la même adresse.",
        ),
        why=Text(
            "The same message twice annoys, and is paid for twice.",
            "Le même message reçu deux fois agace, et se paie deux fois.",
        ),
        remedy=Text(
            "Nothing for this campaign; look whether the two contacts are one person.",
            "Rien pour cette campagne ; voir si les deux contacts sont une même personne.",
        ),
    ),
    Code(
        id="exclusion.house-rule",
        severity=Severity.INFO,
        title=Text("Left out by a rule of the house", "Exclu par une règle de la maison"),
        message=Text(
            "A rule of the policy leaves this contact out of the campaign.",
            "Une règle de la politique exclut ce contact de la campagne.",
        ),
        why=Text(
            "A house may leave out whom it wants to; the rule says whom and why.",
            "Une maison exclut qui elle veut ; la règle dit qui et pourquoi.",
        ),
        remedy=Text(
            "Leave the contact out, or change the rule.",
            "Exclure le contact, ou changer la règle.",
        ),
    ),
)
