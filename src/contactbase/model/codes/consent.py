"""Codes of the family `consent`: what the ledger says, and what its lines lack."""

from __future__ import annotations

import datetime as dt

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation
from contactbase.model.text import Text

__all__ = ["CODES"]

_SEND_NOTHING = Text("Send nothing on this channel for this purpose.", "Ne rien envoyer sur ce canal pour ce but.")
_RIGHT = Text(
    "The right to object to marketing is absolute and needs no reason; whoever ignores it is fined and reported.",
    "Le droit de s'opposer à la prospection est absolu et sans motif ; qui l'ignore est sanctionné et signalé.",
)

CODES: tuple[Code, ...] = (
    Code(
        id="consent.given",
        severity=Severity.INFO,
        title=Text("Consent given", "Consentement donné"),
        message=Text("The person consented.", "La personne a consenti."),
        why=Text(
            "A dated, proven consent that nothing has ended is what permits a message.",
            "Un consentement daté, prouvé et auquel rien n'a mis fin est ce qui permet un message.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="oui",
    ),
    Code(
        id="consent.renewed",
        severity=Severity.INFO,
        title=Text("Consent renewed", "Consentement renouvelé"),
        message=Text("The person renewed their consent.", "La personne a renouvelé son consentement."),
        why=Text(
            "A renewal is a new consent with a date and a proof of its own.",
            "Un renouvellement est un nouveau consentement, avec sa date et sa preuve.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="consent.refused",
        severity=Severity.INFO,
        title=Text("Consent refused", "Consentement refusé"),
        message=Text("The person refused.", "La personne a refusé."),
        why=_RIGHT,
        remedy=_SEND_NOTHING,
        example="non",
    ),
    Code(
        id="consent.withdrawn",
        severity=Severity.INFO,
        title=Text("Consent withdrawn", "Consentement retiré"),
        message=Text("The person withdrew their consent.", "La personne a retiré son consentement."),
        why=_RIGHT,
        remedy=_SEND_NOTHING,
        example="STOP",
    ),
    Code(
        id="consent.revoked",
        severity=Severity.INFO,
        title=Text("Consent revoked by another", "Consentement révoqué par un tiers"),
        message=Text(
            "The consent was revoked by somebody else than the person.",
            "Le consentement a été révoqué par un autre que la personne.",
        ),
        why=Text(
            "A parent, a guardian or the controller itself can end a consent (W3C DPV).",
            "Un parent, un tuteur ou le responsable lui-même peut mettre fin à un consentement (W3C DPV).",
        ),
        remedy=_SEND_NOTHING,
    ),
    Code(
        id="consent.invalidated",
        severity=Severity.INFO,
        title=Text("Consent invalidated", "Consentement invalidé"),
        message=Text("The consent was found to be invalid.", "Le consentement a été jugé non valable."),
        why=Text(
            "A consent that was not free, specific, informed or proven never permitted anything.",
            "Un consentement qui n'était pas libre, spécifique, éclairé ou prouvé n'a jamais rien permis.",
        ),
        remedy=Text("Ask the person for a new consent.", "Demander un nouveau consentement à la personne."),
    ),
    Code(
        id="consent.expired",
        severity=Severity.INFO,
        title=Text("Consent expired", "Consentement expiré"),
        message=Text("The consent has expired.", "Le consentement a expiré."),
        why=Text(
            "A consent that was given for a time permits nothing after its last day.",
            "Un consentement donné pour un temps ne permet plus rien après son dernier jour.",
        ),
        remedy=Text("Ask the person for a new consent.", "Demander un nouveau consentement à la personne."),
    ),
    Code(
        id="consent.no-record",
        severity=Severity.INFO,
        title=Text("No consent recorded", "Aucun consentement enregistré"),
        message=Text(
            "Nothing is recorded for this channel and purpose.",
            "Rien n'est enregistré pour ce canal et ce but.",
        ),
        why=Text(
            "Marketing to a private person by SMS or e-mail needs prior consent; not refused is not consented.",
            "La prospection d'un particulier par SMS ou e-mail exige un accord préalable ; ne pas avoir refusé n'est pas consentir.",
        ),
        remedy=Text("Ask the person before sending.", "Demander à la personne avant d'envoyer."),
    ),
    Code(
        id="consent.proof-missing",
        severity=Severity.WARNING,
        title=Text("No proof of the consent", "Preuve du consentement manquante"),
        message=Text(
            "A consent is recorded, but no proof of it.",
            "Un consentement est enregistré, mais sans preuve.",
        ),
        why=Text(
            "Whoever relies on consent must be able to demonstrate it (GDPR art. 7(1)).",
            "Qui s'appuie sur un consentement doit pouvoir le démontrer (RGPD art. 7(1)).",
        ),
        remedy=Text(
            "Add a reference to the form, its version and the day; or ask again.",
            "Ajouter une référence au formulaire, à sa version et au jour ; ou redemander.",
        ),
    ),
    Code(
        id="consent.undated-grant",
        severity=Severity.WARNING,
        title=Text("Consent without a date", "Consentement sans date"),
        message=Text(
            "A consent is recorded without the day on which it was given; it permits nothing.",
            "Un consentement est enregistré sans le jour où il a été donné ; il ne permet rien.",
        ),
        why=Text(
            "Without a day nobody can tell whether it came before or after a refusal, nor prove it.",
            "Sans le jour, personne ne peut dire s'il précède ou suit un refus, ni le prouver.",
        ),
        remedy=Text(
            "Find the day of the consent, or ask again.",
            "Retrouver le jour du consentement, ou redemander.",
        ),
        example="oui",
    ),
    Code(
        id="consent.future-grant-ignored",
        severity=Severity.WARNING,
        title=Text("Consent dated in the future", "Consentement daté du futur"),
        message=Text(
            "A consent is dated in the future and was ignored.",
            "Un consentement est daté du futur et a été ignoré.",
        ),
        why=Text(
            "Nobody has consented yet on a day to come: the date is wrong, and so may be the consent.",
            "Personne n'a encore consenti un jour à venir : la date est fausse, et le consentement peut l'être.",
        ),
        remedy=Text("Correct the date, or ask again.", "Corriger la date, ou redemander."),
        example="12/03/2205",
    ),
    Code(
        id="consent.no-address",
        severity=Severity.WARNING,
        title=Text("Opt-in without an address", "Accord sans adresse"),
        message=Text(
            "The row says yes to a channel for which it has no usable address; the opt-in was not taken.",
            "La ligne dit oui à un canal pour lequel elle n'a aucune adresse utilisable ; l'accord n'a pas été pris.",
        ),
        why=Text(
            "A consent belongs to the number or address it was given for; it must not pass to one learnt later.",
            "Un accord appartient au numéro ou à l'adresse pour lesquels il a été donné ; il ne doit pas passer à un autre, appris plus tard.",
        ),
        remedy=Text(
            "Complete the number or address at its source and read the row again.",
            "Compléter le numéro ou l'adresse à la source et relire la ligne.",
        ),
    ),
    Code(
        id="consent.tied-to-reward",
        severity=Severity.WARNING,
        title=Text("Consent tied to a reward", "Consentement lié à une contrepartie"),
        message=Text(
            "The consent was given for a reward; it was recorded with it.",
            "Le consentement a été donné contre une contrepartie ; il a été enregistré avec elle.",
        ),
        why=Text(
            "A consent that one must give to get a prize, a discount or a document is not free, and an authority may find it void.",
            "Un consentement qu'il faut donner pour obtenir un lot, une remise ou un document n'est pas libre et peut être jugé nul.",
        ),
        remedy=Text(
            "Give the reward whatever the answer, and ask again with a form that says so.",
            "Donner la contrepartie quelle que soit la réponse, et redemander avec un formulaire qui le dit.",
        ),
        citation=Citation(
            authority="EU",
            instrument="GDPR",
            locator="art. 7(4): a consent that a service is made conditional on",
            read_on=dt.date(2026, 11, 20),
        ),
    ),
    Code(
        id="consent.date-without-answer",
        severity=Severity.WARNING,
        title=Text("Date of an opt-in without an opt-in", "Date d'accord sans accord"),
        message=Text(
            "The row has the day of an opt-in but no column that says to what; no consent was taken.",
            "La ligne a la date d'un accord mais aucune colonne qui dise à quoi ; aucun consentement n'a été pris.",
        ),
        why=Text(
            "Consent is given per channel; a day alone permits nothing.",
            "Le consentement se donne par canal ; une date seule ne permet rien.",
        ),
        remedy=Text(
            "Map the column that holds the answer to opt_in_sms, opt_in_email, opt_in_post or opt_in_phone.",
            "Associer la colonne de la réponse à opt_in_sms, opt_in_email, opt_in_post ou opt_in_phone.",
        ),
    ),
    Code(
        id="consent.undated-column",
        severity=Severity.WARNING,
        title=Text("Opt-ins without a date", "Accords sans date"),
        message=Text(
            "The file has opt-ins but no column that says when they were given; an undated opt-in permits nothing.",
            "Le fichier a des accords mais aucune colonne qui dise quand ils ont été donnés ; un accord sans date ne permet rien.",
        ),
        why=Text(
            "Who cannot say when a person agreed cannot show that the agreement came before the message, or that no refusal came after it.",
            "Qui ne peut pas dire quand une personne a accepté ne peut pas montrer que l'accord a précédé le message, ni qu'aucun refus ne l'a suivi.",
        ),
        remedy=Text(
            "Export the day of the opt-in too, or map its column to consented_on; segments then find these contacts as opted in.",
            "Exporter aussi la date de l'accord, ou associer sa colonne à consented_on ; les segments trouvent alors ces contacts comme consentants.",
        ),
    ),
)
