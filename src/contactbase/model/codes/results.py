"""Codes of the families `results` (figures of a campaign) and `growth` (a base over time)."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="results.nobody",
        severity=Severity.WARNING,
        title=Text("Nobody received this campaign", "Personne n'a reçu cette campagne"),
        message=Text(
            "No contact has an event of this campaign on this channel.",
            "Aucun contact n'a d'événement de cette campagne sur ce canal.",
        ),
        why=Text(
            "Figures of nobody say nothing; the name or the channel is probably written otherwise in the events.",
            "Des chiffres de personne ne disent rien ; le nom ou le canal s'écrit sans doute autrement dans les événements.",
        ),
        remedy=Text(
            "List the campaigns with `cb.campaigns_in(base)`, and attach the provider's reports with `cb.returns.attach`.",
            "Lister les campagnes avec `cb.campaigns_in(base)` et rattacher les rapports du prestataire avec `cb.returns.attach`.",
        ),
    ),
    Code(
        id="results.unreported",
        severity=Severity.INFO,
        title=Text("Messages without news", "Messages sans nouvelle"),
        message=Text(
            "Of {count} recipients nobody reported whether the message arrived.",
            "Pour {count} destinataires, personne n'a signalé si le message est arrivé.",
        ),
        why=Text(
            "They count as sent and as nothing else, so the share of deliveries is at least what is shown.",
            "Ils comptent comme envoyés et rien d'autre : la part des livrés est au moins celle affichée.",
        ),
        remedy=Text(
            "Fetch the delivery reports of the provider.", "Récupérer les accusés de réception du prestataire."
        ),
    ),
    Code(
        id="results.concluded",
        severity=Severity.INFO,
        title=Text("Deliveries concluded from an act", "Livraisons déduites d'un acte"),
        message=Text(
            "{count} recipients count as delivered because they acted; no report says so.",
            "{count} destinataires comptent comme livrés parce qu'ils ont agi ; aucun rapport ne le dit.",
        ),
        why=Text(
            "Nobody clicks, answers or unsubscribes without the message; but where only clicks are reported, the share of clicks is far too high.",
            "Personne ne clique, ne répond ni ne se désabonne sans le message ; mais si seuls les clics sont signalés, leur part est bien trop haute.",
        ),
        remedy=Text(
            "Fetch the delivery reports before you compare shares.",
            "Récupérer les accusés de réception avant de comparer des parts.",
        ),
    ),
    Code(
        id="results.undated",
        severity=Severity.WARNING,
        title=Text("Recipients without a day of sending", "Destinataires sans jour d'envoi"),
        message=Text(
            "Of {count} recipients no day of sending is known: only purchases that name the campaign count.",
            "Pour {count} destinataires, le jour d'envoi est inconnu : seuls comptent les achats qui nomment la campagne.",
        ),
        why=Text(
            "A purchase can be held against a sending only when both have a day.",
            "Un achat ne se rapporte à un envoi que si les deux ont un jour.",
        ),
        remedy=Text("Give the reports a column of dates.", "Donner une colonne de dates aux rapports."),
    ),
    Code(
        id="results.no-channel",
        severity=Severity.WARNING,
        title=Text("Events without a channel", "Événements sans canal"),
        message=Text(
            "{count} events of this campaign name no channel and are left out.",
            "{count} événements de cette campagne ne nomment aucun canal et sont écartés.",
        ),
        why=Text(
            "What an event means depends on its channel: an SMS reports no opening.",
            "Le sens d'un événement dépend de son canal : un SMS ne signale aucune ouverture.",
        ),
        remedy=Text("Give the events their channel.", "Donner leur canal aux événements."),
    ),
    Code(
        id="results.address-unknown",
        severity=Severity.WARNING,
        title=Text("A report on an address that nobody has", "Un rapport sur une adresse que personne n'a"),
        message=Text(
            "{count} reported events are about addresses that no contact has.",
            "{count} événements signalés concernent des adresses qu'aucun contact n'a.",
        ),
        why=Text(
            "The contact was deleted, merged or its address changed since; the event has nobody to stand with.",
            "Le contact a été supprimé, fusionné ou son adresse a changé depuis ; l'événement n'a personne à qui aller.",
        ),
        remedy=Text(
            "Nothing for the figures; a withdrawal among them still goes to the suppression list.",
            "Rien pour les chiffres ; un retrait parmi eux va tout de même à la liste d'opposition.",
        ),
    ),
    Code(
        id="results.address-shared",
        severity=Severity.INFO,
        title=Text("A report on a shared address", "Un rapport sur une adresse partagée"),
        message=Text(
            "{count} reported events are about an address of several contacts; the first of them has the event.",
            "{count} événements signalés concernent une adresse de plusieurs contacts ; le premier porte l'événement.",
        ),
        why=Text(
            "One message was sent, so it counts once; which of them acted is not known.",
            "Un seul message est parti, il compte une fois ; on ignore lequel a agi.",
        ),
        remedy=Text(
            "Merge the contacts where they are one person.", "Fusionner les contacts s'ils sont une seule personne."
        ),
    ),
    Code(
        id="results.control-written-to",
        severity=Severity.WARNING,
        title=Text("Held back, and written to", "Témoins tout de même contactés"),
        message=Text(
            "{count} contacts of the control group were written to; they count in neither group.",
            "{count} contacts du groupe témoin ont été contactés ; ils ne comptent dans aucun groupe.",
        ),
        why=Text(
            "Only who was not written to shows what happens without the message.",
            "Seul qui n'a pas été contacté montre ce qui se passe sans le message.",
        ),
        remedy=Text(
            "Leave the control group out of the audience before the plan is made.",
            "Retirer le groupe témoin de l'audience avant de faire le plan.",
        ),
    ),
    Code(
        id="results.attached",
        severity=Severity.INFO,
        title=Text("Events of a campaign attached", "Événements d'une campagne rattachés"),
        message=Text(
            "Reported events were added to the contact.", "Des événements signalés ont été ajoutés au contact."
        ),
        why=Text(
            "What came back from a campaign belongs to the history of the person; a click of theirs prolongs retention.",
            "Ce qui revient d'une campagne appartient à l'historique de la personne ; un clic prolonge la conservation.",
        ),
        remedy=Text("Nothing; `cb.undo` takes them away again.", "Rien ; `cb.undo` les retire."),
    ),
    Code(
        id="growth.reached",
        severity=Severity.INFO,
        title=Text("A number of contacts was reached", "Un nombre de contacts est atteint"),
        message=Text("{measure}: {count}, so {least} or more.", "{measure} : {count}, soit {least} ou plus."),
        why=Text(
            "You asked to be told: many newcomers are worth a welcome, many departures a look at what was sent.",
            "Vous l'avez demandé : beaucoup d'entrants méritent un accueil, beaucoup de sortants un regard sur les envois.",
        ),
        remedy=Text("Look at who they are.", "Regarder de qui il s'agit."),
    ),
    Code(
        id="growth.shrinking",
        severity=Severity.WARNING,
        title=Text("More leave than come", "Plus de sortants que d'entrants"),
        message=Text("{leaving} left and {new} came.", "{leaving} sont sortis et {new} sont entrés."),
        why=Text("A base that only loses ends.", "Une base qui ne fait que perdre s'éteint."),
        remedy=Text("Look at when and why people leave.", "Regarder quand et pourquoi les gens partent."),
    ),
    Code(
        id="growth.contradictory",
        severity=Severity.WARNING,
        title=Text("Left before they came", "Partis avant d'être venus"),
        message=Text(
            "{count} contacts end before they begin; their end is not counted.",
            "{count} contacts finissent avant de commencer ; leur fin n'est pas comptée.",
        ),
        why=Text(
            "Either day is wrong, or they came back; counting both would break the sum.",
            "L'un des jours est faux, ou ils sont revenus ; compter les deux fausserait la somme.",
        ),
        remedy=Text("Correct the days.", "Corriger les jours."),
    ),
    Code(
        id="growth.undated",
        severity=Severity.INFO,
        title=Text("Contacts of whom no first day is known", "Contacts sans premier jour connu"),
        message=Text(
            "{count} contacts have no first day; they count as there from the beginning.",
            "{count} contacts n'ont pas de premier jour ; ils comptent comme présents dès le début.",
        ),
        why=Text("They came at some time, nobody knows when.", "Ils sont venus un jour, nul ne sait lequel."),
        remedy=Text("Record the day of collection.", "Enregistrer la date de collecte."),
    ),
)
