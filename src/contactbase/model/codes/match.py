"""Codes of the family `match`: kinds of evidence, what contradicts it, and what merging had to decide."""

from __future__ import annotations

from typing import Final

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_KEYS: Final = {
    key: Text(key, said)
    for key, said in {
        "email": "adresse e-mail",
        "mailbox": "boîte aux lettres électronique",
        "mobile": "mobile",
        "landline": "téléphone fixe",
        "names": "prénom et nom",
        "birth date, last name": "date de naissance, nom",
        "birth date, first name": "date de naissance, prénom",
        "house, place": "numéro et rue, lieu",
        "company, name": "société, nom",
        "birth date": "date de naissance",
        "birth year, first name": "année de naissance, prénom",
        "birth year, last name": "année de naissance, nom",
        "place, first name": "lieu, prénom",
        "place, last name": "lieu, nom",
        "place, initials": "lieu, initiales",
        "house, beginnings": "numéro et début de la rue, lieu",
        "consonants of names": "consonnes des noms",
        "beginnings of names": "débuts des noms",
        "initial, last name": "initiale, nom",
        "beginning of the mailbox": "début de l'adresse e-mail",
        "end of the mailbox": "fin de l'adresse e-mail",
    }.items()
}
"""Blocking keys by name (see `matching.keys`)."""

CODES: tuple[Code, ...] = (
    Code(
        id="match.by-hand",
        severity=Severity.INFO,
        title=Text("Merged by hand", "Fusionnés à la main"),
        message=Text(
            "The contacts were given as one person; no rule of matching says so.",
            "Les contacts ont été donnés comme une seule personne ; aucune règle de dédoublonnage ne le dit.",
        ),
        why=Text(
            "A person who knows the two decides better than any rule.",
            "Une personne qui connaît les deux décide mieux qu'aucune règle.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="match.rented",
        severity=Severity.INFO,
        title=Text("A rented contact", "Un contact loué"),
        message=Text(
            "One of the two contacts is rented: it is not merged with one from elsewhere.",
            "L'un des deux contacts est loué : il n'est pas fusionné avec un contact d'une autre provenance.",
        ),
        why=Text(
            "A rented contact belongs to its supplier and goes back when the rental ends; merged, it could not.",
            "Un contact loué appartient à son fournisseur et lui revient à la fin de la location ; fusionné, il ne le pourrait plus.",
        ),
        remedy=Text(
            "Nothing to do. Once the person has given you the data, set the origin to owned.",
            "Rien à faire. Quand la personne vous a donné ses données, passer l'origine à « owned ».",
        ),
    ),
    Code(
        id="match.several-people",
        severity=Severity.INFO,
        title=Text("A couple and one person", "Un couple et une personne"),
        message=Text(
            "One of the two contacts is several people: it is not merged with a single one.",
            "L'un des deux contacts désigne plusieurs personnes : il n'est pas fusionné avec une seule.",
        ),
        why=Text(
            "Each of the two has a consent and a birthday of their own.",
            "Chacun des deux a son consentement et son anniversaire.",
        ),
        remedy=Text("Give each person a row of their own.", "Donner à chaque personne sa propre ligne."),
    ),
    Code(
        id="match.shared-value",
        severity=Severity.WARNING,
        title=Text("Value shared by many", "Valeur partagée par beaucoup"),
        message=Text(
            "{count} contacts share one value; it was not used as evidence.",
            "{count} contacts partagent une même valeur ; elle n'a pas servi d'indice.",
        ),
        why=Text(
            "A number or address that many different people have is the shop's own, a switchboard or a placeholder. A message to it reaches none of them.",
            "Un numéro ou une adresse que beaucoup de personnes ont est celui du magasin, d'un standard, ou un bouche-trou. Un message n'y atteint aucune d'elles.",
        ),
        remedy=Text(
            "Look the value up and remove it where it is not the contact's own.",
            "Vérifier la valeur et la retirer là où elle n'est pas celle du contact.",
        ),
        example="06 00 00 00 00",
    ),
    Code(
        id="match.block-capped",
        severity=Severity.INFO,
        title=Text("Pairs not compared by one key", "Paires non comparées par une clé"),
        message=Text(
            "{count} contacts share too common a “{key}”: {pairs} pairs were not compared for that reason alone, of which"
            " about {missed} may be one person.",
            "{count} contacts partagent une clé trop courante (« {key} ») : {pairs} paires n'ont pas été comparées à ce seul"
            " titre, dont environ {missed} pourraient être une même personne.",
        ),
        why=Text(
            "Comparing everybody of a common name or place with everybody takes hours and finds next to nothing.",
            "Comparer entre eux tous ceux d'un nom ou d'un lieu courant prend des heures et ne trouve presque rien.",
        ),
        remedy=Text(
            "Nothing to do: contacts that share anything rarer were compared. More fields filled in help most.",
            "Rien à faire : ceux qui partagent un élément plus rare ont été comparés. Remplir plus de champs aide le plus.",
        ),
        words=_KEYS,
    ),
    Code(
        id="match.large-cluster",
        severity=Severity.WARNING,
        title=Text("Very many records of one person", "Très nombreuses fiches d'une même personne"),
        message=Text(
            "{count} contacts that are not all written alike are taken for one person.",
            "{count} contacts qui ne sont pas tous écrits de même sont pris pour une seule personne.",
        ),
        why=Text(
            "Hardly anybody stands in a file in so many ways: test records, made-up rows or a name typed into every form look"
            " like it, and so does a slip of matching.",
            "Presque personne n'est écrit d'autant de façons dans un fichier : des fiches d'essai, des lignes inventées ou un"
            " nom saisi partout y ressemblent, une erreur de rapprochement aussi.",
        ),
        remedy=Text(
            "Look at the cluster before merging (`explain_cluster`), and part it by verdicts where it is several people.",
            "Examiner le groupe avant de fusionner (`explain_cluster`), et le séparer par des verdicts s'il s'agit de plusieurs"
            " personnes.",
        ),
    ),
    Code(
        id="match.unmet",
        severity=Severity.INFO,
        title=Text("Pairs that no key brings together", "Paires qu'aucune clé ne rapproche"),
        message=Text(
            "About {count} pairs of one person, {share} % of all, may have nothing in common to be compared by.",
            "Environ {count} paires d'une même personne, soit {share} %, n'auraient rien en commun par quoi les comparer.",
        ),
        why=Text(
            "Two records are compared when they share a number, an address, names or a birth date, more or less exactly. How"
            " many share none is estimated, from below, from how many share things of one kind only.",
            "Deux fiches sont comparées quand elles partagent un numéro, une adresse, des noms ou une date de naissance, à peu"
            " près. Combien n'en partagent aucun est estimé, par le bas, d'après celles qui n'en partagent que d'une sorte.",
        ),
        remedy=Text(
            "More fields filled in help: a person found by two ways is hardly ever missed by both.",
            "Remplir plus de champs aide : qui se retrouve par deux voies échappe rarement aux deux.",
        ),
    ),
    Code(
        id="match.names-alone",
        severity=Severity.INFO,
        title=Text("Nothing but the names agrees", "Rien que les noms ne concorde"),
        message=Text(
            "The two contacts have the same name and nothing else in common: for review.",
            "Les deux contacts ont le même nom et rien d'autre en commun : à vérifier.",
        ),
        why=Text(
            "Namesakes are many. Only a name that is very rare in the file says by itself who somebody is.",
            "Les homonymes sont nombreux. Seul un nom très rare dans le fichier dit à lui seul qui est quelqu'un.",
        ),
        remedy=Text("Complete one of the two, or decide by hand.", "Compléter l'un des deux, ou décider à la main."),
    ),
    Code(
        id="match.first-names-differ",
        severity=Severity.INFO,
        title=Text("Two different first names", "Deux prénoms différents"),
        message=Text(
            "The two contacts have different first names that are both usual: they are not merged.",
            "Les deux contacts ont des prénoms différents, tous deux usuels : ils ne sont pas fusionnés.",
        ),
        why=Text(
            "A family shares a phone, an address and often an e-mail. Paul and Paule, Léa and Léo are two people.",
            "Une famille partage un téléphone, une adresse et souvent un e-mail. Paul et Paule, Léa et Léo sont deux personnes.",
        ),
        remedy=Text(
            "If one of the names is wrong, correct it and match again, or give a verdict.",
            "Si l'un des prénoms est faux, le corriger et relancer, ou donner un verdict.",
        ),
        example="Paul, Paule",
    ),
    Code(
        id="match.birth-dates-differ",
        severity=Severity.INFO,
        title=Text("Clearly different birth dates", "Dates de naissance nettement différentes"),
        message=Text(
            "The two contacts have clearly different birth dates: they are not merged.",
            "Les deux contacts ont des dates de naissance nettement différentes : ils ne sont pas fusionnés.",
        ),
        why=Text(
            "A father and a son may share name, address and phone. Nobody is born twice.",
            "Un père et un fils peuvent partager nom, adresse et téléphone. Personne ne naît deux fois.",
        ),
        remedy=Text(
            "If one of the dates is wrong, correct it and match again, or give a verdict.",
            "Si l'une des dates est fausse, la corriger et relancer, ou donner un verdict.",
        ),
        example="03/02/1955, 09/07/1983",
    ),
    Code(
        id="match.generations-differ",
        severity=Severity.INFO,
        title=Text("Parent and child", "Parent et enfant"),
        message=Text(
            "The two contacts are told apart as parent and child: they are not merged.",
            "Les deux contacts sont distingués comme parent et enfant : ils ne sont pas fusionnés.",
        ),
        why=Text(
            "“Durand père” and “Durand fils” share name, address and phone.",
            "« Durand père » et « Durand fils » partagent nom, adresse et téléphone.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
        example="Durand père, Durand fils",
    ),
    Code(
        id="match.verdict-unknown",
        severity=Severity.WARNING,
        title=Text("Verdicts about contacts that are not here", "Verdicts sur des contacts absents"),
        message=Text(
            "The verdicts name {count} contacts that this base does not have.",
            "Les verdicts nomment {count} contacts absents de cette base.",
        ),
        why=Text(
            "Verdicts go by the ids of contacts. Where a file has no id column, ids count its rows and change with it, so a verdict would meet other people.",
            "Les verdicts suivent les identifiants. Sans colonne d'identifiant, ceux-ci comptent les lignes et changent avec le fichier : un verdict toucherait d'autres personnes.",
        ),
        remedy=Text(
            "Export the id of each contact with the file, and keep verdicts by it.",
            "Exporter l'identifiant de chaque contact avec le fichier, et tenir les verdicts par lui.",
        ),
    ),
    Code(
        id="match.by-verdict",
        severity=Severity.INFO,
        title=Text("A reviewer has decided", "Un relecteur a tranché"),
        message=Text(
            "A reviewer has said that the two contacts are not one person.",
            "Un relecteur a dit que les deux contacts ne sont pas une même personne.",
        ),
        why=Text(
            "Who knows the two decides better than any evidence; the answer is remembered.",
            "Qui connaît les deux décide mieux que tout indice ; la réponse est retenue.",
        ),
        remedy=Text(
            "Nothing to do, or replace the verdict in the file of verdicts.",
            "Rien à faire, ou remplacer le verdict dans le fichier des verdicts.",
        ),
    ),
    Code(
        id="match.household",
        severity=Severity.INFO,
        title=Text("A household was found", "Un foyer a été trouvé"),
        message=Text(
            "By the evidence the contact lives with another one of the base; the household got a name.",
            "D'après les indices, le contact vit avec un autre de la base ; le foyer a reçu un nom.",
        ),
        why=Text(
            "A family that gets one letter for each of its members is annoyed; a segment or a cap can count households.",
            "Une famille qui reçoit un courrier par membre se lasse ; un segment ou un plafond peut compter les foyers.",
        ),
        remedy=Text("Nothing to do, or undo it.", "Rien à faire, ou annuler."),
    ),
    Code(
        id="match.unmerged",
        severity=Severity.INFO,
        title=Text("A merge was taken back", "Une fusion a été défaite"),
        message=Text(
            "The contacts are apart again, as they were before the merge; later changes were kept.",
            "Les contacts sont de nouveau séparés, comme avant la fusion ; les modifications ultérieures sont gardées.",
        ),
        why=Text(
            "Two people had been taken for one. Each has a consent and a history of their own.",
            "Deux personnes avaient été prises pour une seule. Chacune a son consentement et son historique.",
        ),
        remedy=Text(
            "Keep the verdict that they are different, so that they are not merged again.",
            "Garder le verdict qu'elles sont différentes, pour qu'elles ne soient pas fusionnées de nouveau.",
        ),
    ),
    Code(
        id="match.unclear",
        severity=Severity.INFO,
        title=Text("Linked to different people", "Lié à des personnes différentes"),
        message=Text(
            "{count} contacts are linked to one another but cannot all be one person; the unclear links were left apart.",
            "{count} contacts sont liés entre eux mais ne peuvent pas être une seule personne ; les liens incertains n'ont pas été suivis.",
        ),
        why=Text(
            "A contact without a name that shares a number with two people is one of them; a guess would mix two people.",
            "Un contact sans nom qui partage un numéro avec deux personnes est l'une d'elles ; deviner mélangerait deux personnes.",
        ),
        remedy=Text(
            "Look at the proposals of these contacts and complete the names.",
            "Examiner les propositions de ces contacts et compléter les noms.",
        ),
    ),
    Code(
        id="match.review",
        severity=Severity.INFO,
        title=Text("Possible duplicates for review", "Doublons possibles à vérifier"),
        message=Text(
            "{count} pairs may be one person each, but nothing proves it; they were not merged.",
            "{count} paires sont peut-être chacune une seule personne, mais rien ne le prouve ; elles n'ont pas été fusionnées.",
        ),
        why=Text(
            "Merging two people mixes their data and their consents; leaving a duplicate costs a message.",
            "Fusionner deux personnes mélange leurs données et leurs consentements ; laisser un doublon coûte un message.",
        ),
        remedy=Text(
            "Look at the proposals of `match` and merge by hand those that are one person.",
            "Examiner les propositions de `match` et fusionner à la main celles qui sont une seule personne.",
        ),
    ),
    Code(
        id="match.conflict",
        severity=Severity.INFO,
        title=Text("Merged contacts disagree", "Les contacts fusionnés se contredisent"),
        message=Text(
            "The merged contacts had {count} different values; one of them was kept.",
            "Les contacts fusionnés avaient {count} valeurs différentes ; une seule a été gardée.",
        ),
        why=Text(
            "One of the values is older or wrong. Which one stays is decided by the rule of the field; the others stand in the journal.",
            "L'une des valeurs est plus ancienne ou fausse. La règle du champ décide laquelle reste ; les autres sont dans le journal.",
        ),
        remedy=Text(
            "Nothing to do, or look the merge up in the journal and set the value.",
            "Rien à faire, ou retrouver la fusion dans le journal et fixer la valeur.",
        ),
    ),
    Code(
        id="match.equal-events",
        severity=Severity.INFO,
        title=Text("Equal events counted once", "Événements égaux comptés une fois"),
        message=Text(
            "{count} events stood in several of the merged contacts and were kept once.",
            "{count} événements figuraient dans plusieurs des contacts fusionnés et ont été gardés une fois.",
        ),
        why=Text(
            "Two rows of one person often repeat the same order or the same totals; added up, the amount spent would be wrong.",
            "Deux lignes d'une même personne répètent souvent la même commande ou les mêmes totaux ; additionnés, le montant dépensé serait faux.",
        ),
        remedy=Text(
            "If they were different orders, give them references and merge again.",
            "S'il s'agissait de commandes différentes, leur donner une référence et refaire la fusion.",
        ),
    ),
    Code(
        id="match.consent-restricted",
        severity=Severity.INFO,
        title=Text("The more restrictive consent was kept", "Le consentement le plus restrictif a été gardé"),
        message=Text(
            "The merged contacts had different answers for {channel} ({purpose}); the most restrictive one stands.",
            "Les contacts fusionnés avaient des réponses différentes pour {channel} ({purpose}) ; la plus restrictive vaut.",
        ),
        why=Text(
            "A refusal holds whatever the source of the data; merging must make nobody more contactable.",
            "Un refus vaut quelle que soit la source des données ; une fusion ne doit rendre personne plus contactable.",
        ),
        remedy=Text(
            "Ask the person for a new consent if you want to send.",
            "Demander un nouveau consentement à la personne avant tout envoi.",
        ),
    ),
)
