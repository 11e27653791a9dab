"""Codes of the family `join`: what became of orders and events when they were joined to contacts."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_Pair = tuple[str, str]


def _code(name: str, severity: Severity, title: _Pair, message: _Pair, why: _Pair, remedy: _Pair) -> Code:
    return Code(
        id=f"join.{name}",
        severity=severity,
        title=Text(*title),
        message=Text(*message),
        why=Text(*why),
        remedy=Text(*remedy),
    )


CODES: tuple[Code, ...] = (
    _code(
        "done",
        Severity.INFO,
        ("Orders or events joined", "Commandes ou événements rattachés"),
        (
            "{rows} rows read = {joined} joined ({keys}; {known} of them known already) + {unmatched} without a contact + {rejected} set apart.",
            "{rows} lignes lues = {joined} rattachées ({keys} ; dont {known} déjà connues) + {unmatched} sans contact + {rejected} écartées.",
        ),
        (
            "Every row of the file is in exactly one of these.",
            "Chaque ligne du fichier est dans exactement une de ces parts.",
        ),
        (
            "Look at the rows without a contact: they are among the rejections, with their reasons.",
            "Voir les lignes sans contact : elles sont parmi les rejets, avec leur raison.",
        ),
    ),
    _code(
        "no-contact",
        Severity.WARNING,
        ("Nobody has this key", "Personne n'a cette clé"),
        (
            "No contact has the customer number, e-mail address or phone number of the row.",
            "Aucun contact n'a le numéro de client, l'adresse e-mail ou le téléphone de la ligne.",
        ),
        (
            "The buyer is not in the base, or under another address: what they bought counts for nobody.",
            "L'acheteur n'est pas dans la base, ou sous une autre adresse : ses achats ne comptent pour personne.",
        ),
        ("Add the contact, or join by another key.", "Ajouter le contact, ou rattacher par une autre clé."),
    ),
    _code(
        "ambiguous",
        Severity.ERROR,
        ("Several contacts have this key", "Plusieurs contacts ont cette clé"),
        (
            "Several contacts share the key of the row; nobody was given it.",
            "Plusieurs contacts partagent la clé de la ligne ; personne ne l'a reçue.",
        ),
        ("A mailbox of a family does not say who bought.", "Une boîte familiale ne dit pas qui a acheté."),
        (
            "Merge the contacts if they are one person, or export a customer number.",
            "Fusionner les contacts s'ils sont une seule personne, ou exporter un numéro de client.",
        ),
    ),
    _code(
        "keys-disagree",
        Severity.ERROR,
        ("Keys of different contacts", "Clés de contacts différents"),
        (
            "The keys of the row name different contacts; nobody was given it.",
            "Les clés de la ligne désignent des contacts différents ; personne ne l'a reçue.",
        ),
        (
            "The customer numbers of two systems may be alike by chance.",
            "Les numéros de client de deux systèmes peuvent coïncider par hasard.",
        ),
        (
            "Say which key decides (by, --by), or merge the contacts if they are one person.",
            "Dire quelle clé décide (by, --by), ou fusionner les contacts s'ils sont une seule personne.",
        ),
    ),
    _code(
        "known-differently",
        Severity.WARNING,
        ("An order number that is taken", "Numéro de commande déjà pris"),
        (
            "The base has this order number with something else in it, or for another contact; nothing was changed.",
            "La base a ce numéro de commande avec un autre contenu, ou pour un autre contact ; rien n'a changé.",
        ),
        (
            "The order changed since it was joined, or two shops count alike: adding it would count it twice.",
            "La commande a changé depuis, ou deux boutiques comptent pareil : l'ajouter la compterait deux fois.",
        ),
        (
            "Join the new export to a base without the old one (undo), or give the shop's name (shop, --shop).",
            "Rattacher le nouvel export à une base sans l'ancien (undo), ou donner le nom de la boutique (shop, --shop).",
        ),
    ),
    _code(
        "ended-since",
        Severity.WARNING,
        ("A purchase that has ended since", "Un achat annulé depuis"),
        (
            "The contact has an order as a purchase that the file has as cancelled, refunded or unpaid; the purchase was left as it is.",
            "Le contact a comme achat une commande que le fichier dit annulée, remboursée ou impayée ; l'achat est laissé tel quel.",
        ),
        (
            "It was joined before the order ended, and still counts as bought.",
            "Il a été rattaché avant la fin de la commande, et compte toujours comme acheté.",
        ),
        (
            "Join the new export to a base without the old one (undo, or clean the client file again).",
            "Rattacher le nouvel export à une base sans l'ancien (undo, ou nettoyer à nouveau le fichier client).",
        ),
    ),
    _code(
        "totals-accounted",
        Severity.INFO,
        ("Purchases taken out of totals", "Achats déduits des totaux"),
        (
            "{count} contacts had totals of purchases; the purchases joined were taken out of them, so that none counts twice.",
            "{count} contacts avaient des totaux d'achats ; les achats rattachés en ont été déduits, pour que rien ne compte deux fois.",
        ),
        (
            "Twelve orders in a total and the same twelve one by one are not twenty-four.",
            "Douze commandes dans un total et les mêmes une à une ne font pas vingt-quatre.",
        ),
        ("Nothing; what is left of a total has no day.", "Rien ; ce qui reste d'un total n'a pas de date."),
    ),
    _code(
        "totals-unclear",
        Severity.WARNING,
        ("Totals and purchases do not agree", "Totaux et achats ne concordent pas"),
        (
            "{count} contacts have totals of fewer purchases, less money or another currency than what was joined; the purchases stand.",
            "{count} contacts ont des totaux de moins d'achats, de moins d'argent ou d'une autre devise que ce qui est rattaché ; les achats restent.",
        ),
        (
            "One of the two files is wrong, or counts otherwise (taxes, shipping, cancelled orders).",
            "L'un des deux fichiers est faux, ou compte autrement (taxes, port, annulations).",
        ),
        ("Compare both at their source.", "Comparer les deux à leur source."),
    ),
    _code(
        "same-purchase",
        Severity.INFO,
        ("The same purchase without a number", "Le même achat sans numéro"),
        (
            "{count} contacts had a purchase of the same day and amount without a number; it gave way to the order.",
            "{count} contacts avaient un achat du même jour et du même montant sans numéro ; il a cédé la place à la commande.",
        ),
        ("It would count twice.", "Il compterait deux fois."),
        ("Nothing; undo if they were two purchases.", "Rien ; annuler si c'étaient deux achats."),
    ),
    _code(
        "other-amount",
        Severity.WARNING,
        ("The same day, another amount", "Le même jour, un autre montant"),
        (
            "{count} contacts had a purchase without a number on the day of an order, of another amount; it was taken for the order and gave way to it.",
            "{count} contacts avaient un achat sans numéro le jour d'une commande, d'un autre montant ; il a été pris pour la commande et lui a cédé la place.",
        ),
        (
            "A CRM's total of one order often leaves out shipping or taxes; kept beside the order it would count twice.",
            "Le total d'une seule commande dans un CRM omet souvent le port ou les taxes ; gardé à côté, il compterait deux fois.",
        ),
        (
            "Look at these contacts; undo if somebody bought twice on that day.",
            "Regarder ces contacts ; annuler si quelqu'un a acheté deux fois ce jour-là.",
        ),
    ),
)
