"""Codes of the family `orders`: what a file of orders or events says, and which of its rows are no purchase or event."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_Pair = tuple[str, str]


def _code(name: str, severity: Severity, title: _Pair, message: _Pair, why: _Pair, remedy: _Pair) -> Code:
    return Code(
        id=f"orders.{name}",
        severity=severity,
        title=Text(*title),
        message=Text(*message),
        why=Text(*why),
        remedy=Text(*remedy),
    )


CODES: tuple[Code, ...] = (
    _code(
        "cell-unreadable",
        Severity.ERROR,
        ("Cell of an order not readable", "Cellule d'une commande illisible"),
        (
            'The cell in the column "{name}" is no readable {role}; the row was set apart.',
            "La cellule de la colonne « {name} » n'est pas lisible comme {role} ; la ligne a été écartée.",
        ),
        (
            "An order without its day or its amount would falsify what is summed up.",
            "Une commande sans son jour ou son montant fausserait les sommes.",
        ),
        (
            "Correct the cell, or map the column to what it holds, and read the file again.",
            "Corriger la cellule, ou dire ce que contient la colonne, puis relire le fichier.",
        ),
    ),
    _code(
        "columns-unread",
        Severity.INFO,
        ("Columns of orders not read", "Colonnes des commandes non lues"),
        ("Columns that have no role here were not read: {names}.", "Colonnes sans rôle ici, non lues : {names}."),
        (
            "One of them may be the amount, the status or the key that is missing.",
            "L'une d'elles est peut-être le montant, le statut ou la clé qui manque.",
        ),
        (
            "Map it to its role (columns, --order-map), or leave it.",
            "Lui donner son rôle (columns, --order-map), ou la laisser.",
        ),
    ),
    _code(
        "no-rows",
        Severity.WARNING,
        ("File of orders without rows", "Fichier de commandes sans lignes"),
        (
            "The file has headers and no row that can be read: there is no order in it.",
            "Le fichier a des en-têtes et aucune ligne lisible : il ne contient aucune commande.",
        ),
        (
            "A shop without sales gives such a file, and so does an export that was filtered or cut off.",
            "Une boutique sans vente donne un tel fichier ; un export filtré ou coupé aussi.",
        ),
        (
            "Nothing if there were no orders, else export again.",
            "Rien s'il n'y a pas eu de commande, sinon exporter de nouveau.",
        ),
    ),
    _code(
        "among-contacts",
        Severity.WARNING,
        ("Orders read as contacts", "Commandes lues comme des contacts"),
        (
            "The columns are those of orders or events, and each row was read as a contact.",
            "Les colonnes sont celles de commandes ou d'événements, et chaque ligne a été lue comme un contact.",
        ),
        (
            "Day and amount stay beside as text: no segment and no retention rule sees a purchase.",
            "Le jour et le montant restent à côté comme textes : aucun segment, aucune durée ne voit d'achat.",
        ),
        (
            "Give the file of clients, and this one with --orders (cb.read_orders and cb.join).",
            "Donner le fichier des clients, et celui-ci avec --orders (cb.read_orders et cb.join).",
        ),
    ),
    _code(
        "number-lost",
        Severity.ERROR,
        ("Number of an order lost in a spreadsheet", "Numéro de commande perdu dans un tableur"),
        (
            "The number of the order was shortened to a power of ten by a spreadsheet; the row was set apart.",
            "Un tableur a réduit le numéro de commande à une puissance de dix ; la ligne a été écartée.",
        ),
        (
            "Several orders share such a number, and would be taken for lines of one.",
            "Plusieurs commandes partagent un tel numéro et passeraient pour les lignes d'une seule.",
        ),
        (
            "Export again and do not open the file in a spreadsheet, or map the column to nothing (columns, --order-map).",
            "Exporter de nouveau sans ouvrir le fichier dans un tableur, ou retirer le rôle de la colonne.",
        ),
    ),
    _code(
        "other-line-refused",
        Severity.ERROR,
        ("Another line of the order is not readable", "Une autre ligne de la commande est illisible"),
        (
            "Another line of this order was set apart, so this one was too.",
            "Une autre ligne de cette commande a été écartée, donc celle-ci aussi.",
        ),
        (
            "The sum of the lines that are left is not what the order came to.",
            "La somme des lignes qui restent n'est pas le montant de la commande.",
        ),
        (
            "Correct the line that is named with its reason, and read the file again.",
            "Corriger la ligne désignée avec sa raison, puis relire le fichier.",
        ),
    ),
    _code(
        "no-customer",
        Severity.ERROR,
        ("An order of nobody", "Commande de personne"),
        (
            "The row has no customer number, e-mail address or phone number that can be read and is no filler.",
            "La ligne n'a ni numéro de client, ni adresse e-mail, ni téléphone qui soit lisible sans être un remplissage.",
        ),
        (
            "Without a key nobody can say whose history it belongs to.",
            "Sans clé, nul ne sait à quel historique elle appartient.",
        ),
        (
            "Complete the key from the shop, or map the column that holds it.",
            "Compléter la clé depuis la boutique, ou désigner la colonne qui la contient.",
        ),
    ),
    _code(
        "several-customers",
        Severity.ERROR,
        ("One order number, several customers", "Un numéro de commande, plusieurs clients"),
        (
            "The lines under this order number name different customers; nobody was given the order.",
            "Les lignes sous ce numéro de commande nomment des clients différents ; personne n'a reçu la commande.",
        ),
        (
            "Two shops may count alike, or lines were mixed up: a purchase would go to the wrong person.",
            "Deux boutiques comptent peut-être pareil, ou des lignes sont mêlées : un achat irait à la mauvaise personne.",
        ),
        (
            "Read each shop's file by itself, or correct the numbers.",
            "Lire le fichier de chaque boutique à part, ou corriger les numéros.",
        ),
    ),
    _code(
        "no-day",
        Severity.ERROR,
        ("An order without a day", "Commande sans date"),
        ("The order has no day; it was set apart.", "La commande n'a pas de date ; elle a été écartée."),
        (
            "Retention and every period start from the day of a purchase.",
            "La conservation et toute période partent du jour d'un achat.",
        ),
        (
            "Complete the day, or map the column that holds it.",
            "Compléter la date, ou désigner la colonne qui la contient.",
        ),
    ),
    _code(
        "several-days",
        Severity.WARNING,
        ("Several days in one order", "Plusieurs dates dans une commande"),
        (
            "{count} orders have lines of different days; each was taken on its first.",
            "{count} commandes ont des lignes de dates différentes ; chacune est prise à la première.",
        ),
        (
            "The column may hold the day of sending, or numbers may begin anew each year.",
            "La colonne contient peut-être la date d'envoi, ou les numéros recommencent chaque année.",
        ),
        (
            "Map the column of the day of the order, or read each year by itself.",
            "Désigner la colonne de la date de commande, ou lire chaque année à part.",
        ),
    ),
    _code(
        "in-future",
        Severity.ERROR,
        ("An order in the future", "Commande dans le futur"),
        (
            "The day lies after the day of judgement; the row was set apart.",
            "La date est postérieure au jour de référence ; la ligne a été écartée.",
        ),
        (
            "A purchase to come would keep somebody for longer than the law allows.",
            "Un achat à venir ferait garder quelqu'un plus longtemps que la loi ne le permet.",
        ),
        (
            "Correct the day, or its order of day and month (date_order).",
            "Corriger la date, ou l'ordre du jour et du mois (date_order).",
        ),
    ),
    _code(
        "cancelled",
        Severity.WARNING,
        ("A cancelled order", "Commande annulée"),
        ("The order was cancelled: it is no purchase.", "La commande a été annulée : ce n'est pas un achat."),
        (
            "Nobody bought; counting it would make a customer of a prospect.",
            "Personne n'a acheté ; la compter ferait d'un prospect un client.",
        ),
        (
            "Nothing, or say what the status means if it counts in your shop.",
            "Rien, ou dire ce que vaut le statut s'il compte dans votre boutique.",
        ),
    ),
    _code(
        "unpaid",
        Severity.WARNING,
        ("An order that was not paid", "Commande non payée"),
        (
            "The order was not paid, or not yet: it is no purchase.",
            "La commande n'est pas payée, ou pas encore : ce n'est pas un achat.",
        ),
        (
            "Half of the carts that wait for their money never get it.",
            "Bien des paniers en attente de paiement ne sont jamais payés.",
        ),
        (
            "Export again once it is paid, or say that the status counts.",
            "Exporter à nouveau une fois payée, ou dire que le statut compte.",
        ),
    ),
    _code(
        "refunded",
        Severity.WARNING,
        ("A refunded order", "Commande remboursée"),
        ("The order was given back: it is no purchase.", "La commande a été remboursée : ce n'est pas un achat."),
        ("Money that went back was not spent.", "L'argent rendu n'a pas été dépensé."),
        ("Nothing, or say that the status counts.", "Rien, ou dire que le statut compte."),
    ),
    _code(
        "refunded-in-part",
        Severity.INFO,
        ("Orders refunded in part", "Commandes remboursées en partie"),
        (
            "{count} orders were refunded in part; each counts for what was left.",
            "{count} commandes ont été remboursées en partie ; chacune compte pour le reste.",
        ),
        ("What went back was not spent.", "Ce qui a été rendu n'a pas été dépensé."),
        (
            "Nothing; map the column to nothing if it holds something else.",
            "Rien ; retirer le rôle de la colonne si elle contient autre chose.",
        ),
    ),
    _code(
        "status-unknown",
        Severity.ERROR,
        ("Status not known", "Statut inconnu"),
        (
            "The status of the order is missing, not known, or not the same on its lines; it was set apart.",
            "Le statut de la commande manque, est inconnu, ou diffère d'une ligne à l'autre ; elle a été écartée.",
        ),
        ("A word that nobody knows may mean cancelled.", "Un mot que nul ne connaît peut vouloir dire annulée."),
        (
            "Say what the word means: counts, unpaid, cancelled or refunded (--word WORD=counts).",
            "Dire ce que le mot veut dire : counts, unpaid, cancelled ou refunded (--word MOT=counts).",
        ),
    ),
    _code(
        "no-status",
        Severity.INFO,
        ("No column of status", "Pas de colonne de statut"),
        (
            "No column says whether orders were paid or cancelled: every one counts as a purchase.",
            "Aucune colonne ne dit si les commandes sont payées ou annulées : chacune compte comme un achat.",
        ),
        (
            "Cancelled orders among them would be counted too.",
            "Les commandes annulées qui s'y trouvent compteraient aussi.",
        ),
        (
            "Export the status too, or make sure that only paid orders are in the file.",
            "Exporter aussi le statut, ou vérifier que seules des commandes payées s'y trouvent.",
        ),
    ),
    _code(
        "no-amount",
        Severity.WARNING,
        ("Orders without an amount", "Commandes sans montant"),
        (
            "{count} orders have no amount; they count as purchases, and add nothing to what was spent.",
            "{count} commandes n'ont pas de montant ; elles comptent comme achats, et n'ajoutent rien à la dépense.",
        ),
        ("What somebody spent is higher than the sum.", "La dépense réelle est supérieure à la somme."),
        ("Map the column of amounts, or complete them.", "Désigner la colonne des montants, ou les compléter."),
    ),
    _code(
        "line-without-amount",
        Severity.ERROR,
        ("A line without an amount", "Une ligne sans montant"),
        (
            "The order has no total, and one of its lines no amount: what it came to is not known.",
            "La commande n'a pas de total, et une de ses lignes pas de montant : son montant est inconnu.",
        ),
        ("The sum of the other lines would be too low.", "La somme des autres lignes serait trop basse."),
        ("Complete the amount, or export the total.", "Compléter le montant, ou exporter le total."),
    ),
    _code(
        "amount-of-lines",
        Severity.INFO,
        ("Amounts are those of lines", "Les montants sont ceux des lignes"),
        (
            "The amounts were read as those of lines, and added up: in {count} orders they differ.",
            "Les montants ont été lus comme ceux des lignes, et additionnés : dans {count} commandes ils diffèrent.",
        ),
        (
            "A total repeated on each line must not be added up; the amounts of lines must.",
            "Un total répété sur chaque ligne ne s'additionne pas ; les montants des lignes, si.",
        ),
        (
            "Map the column to total or line_amount to decide otherwise.",
            "Donner à la colonne le rôle total ou line_amount pour décider autrement.",
        ),
    ),
    _code(
        "amount-of-orders",
        Severity.INFO,
        ("Amounts are those of orders", "Les montants sont ceux des commandes"),
        (
            "The amounts were read as totals, repeated on each line: {count} orders of several lines each say one.",
            "Les montants ont été lus comme des totaux, répétés sur chaque ligne : {count} commandes de plusieurs lignes en disent un seul.",
        ),
        (
            "A total repeated on each line must not be added up.",
            "Un total répété sur chaque ligne ne s'additionne pas.",
        ),
        (
            "Map the column to line_amount if every line costs the same.",
            "Donner le rôle line_amount si chaque ligne coûte autant.",
        ),
    ),
    _code(
        "amount-unclear",
        Severity.ERROR,
        ("Amount of the line or of the order", "Montant de la ligne ou de la commande"),
        (
            "The lines of the order say one amount: it may be the total or that of each line; the order was set apart.",
            "Les lignes de la commande disent un même montant : ce peut être le total ou celui de chaque ligne ; elle a été écartée.",
        ),
        ("One reading counts the order several times over.", "Une des lectures compte la commande plusieurs fois."),
        ("Map the column to total or to line_amount.", "Donner à la colonne le rôle total ou line_amount."),
    ),
    _code(
        "totals-differ",
        Severity.ERROR,
        ("Different totals of one order", "Totaux différents d'une commande"),
        (
            "The lines of the order state different totals or refunds; it was set apart.",
            "Les lignes de la commande disent des totaux ou des remboursements différents ; elle a été écartée.",
        ),
        (
            "An order comes to one sum; the column may hold the amounts of lines.",
            "Une commande n'a qu'un montant ; la colonne contient peut-être ceux des lignes.",
        ),
        (
            "Map the column to line_amount if it is that, or correct the total.",
            "Donner le rôle line_amount si c'est cela, ou corriger le total.",
        ),
    ),
    _code(
        "negative",
        Severity.WARNING,
        ("An amount below zero", "Montant négatif"),
        (
            "The order comes to less than zero: a refund or a credit note is no purchase.",
            "La commande est négative : un remboursement ou un avoir n'est pas un achat.",
        ),
        (
            "It would be a purchase on the day of the refund, and keep somebody for longer.",
            "Ce serait un achat le jour du remboursement, et ferait garder quelqu'un plus longtemps.",
        ),
        (
            "Take the refund into account in the order itself (a column of refunded amounts), for spent is gross here.",
            "Compter le remboursement dans la commande (une colonne des montants remboursés) : la dépense est ici brute.",
        ),
    ),
    _code(
        "currency-assumed",
        Severity.WARNING,
        ("Currency not stated", "Devise non indiquée"),
        (
            "{count} amounts state no currency and were taken for euros.",
            "{count} montants n'indiquent pas de devise et ont été pris pour des euros.",
        ),
        (
            "Francs or dollars summed up as euros are wrong by a factor.",
            "Des francs ou des dollars additionnés en euros faussent tout.",
        ),
        (
            "Give the currency (currency, --currency), or map the column that has it.",
            "Donner la devise (currency, --currency), ou désigner sa colonne.",
        ),
    ),
    _code(
        "currency-unknown",
        Severity.ERROR,
        ("Currency not known", "Devise inconnue"),
        (
            "The currency of the row is none that is known; the row was set apart.",
            "La devise de la ligne est inconnue ; la ligne a été écartée.",
        ),
        (
            "An amount without its currency cannot be added to any.",
            "Un montant sans sa devise ne s'ajoute à aucun autre.",
        ),
        ("Write an ISO 4217 code such as EUR.", "Écrire un code ISO 4217, comme EUR."),
    ),
    _code(
        "currencies-differ",
        Severity.ERROR,
        ("Two currencies in one order", "Deux devises dans une commande"),
        (
            "The row, or the lines of the order, state different currencies; it was set apart.",
            "La ligne, ou les lignes de la commande, indiquent des devises différentes ; elle a été écartée.",
        ),
        ("Amounts of two currencies cannot be added up.", "On n'additionne pas des montants de deux devises."),
        ("Correct the currency at its source.", "Corriger la devise à sa source."),
    ),
    _code(
        "products-not-held",
        Severity.WARNING,
        ("Orders of several products", "Commandes de plusieurs produits"),
        (
            "{count} orders hold several products or categories; as one purchase each they have none of these.",
            "{count} commandes contiennent plusieurs produits ou catégories ; comme un seul achat chacune, elles n'en portent aucun.",
        ),
        (
            "A segment that asks for a product or category does not find these orders.",
            "Un segment sur un produit ou une catégorie ne trouve pas ces commandes.",
        ),
        (
            "Read one purchase a line (unit, --per line) where segments ask for products.",
            "Lire un achat par ligne (unit, --per line) si des segments portent sur des produits.",
        ),
    ),
    _code(
        "lines-as-purchases",
        Severity.WARNING,
        ("Lines counted as purchases", "Lignes comptées comme achats"),
        (
            "Each line is a purchase: orders, average_basket and count(purchases) count lines, not orders.",
            "Chaque ligne est un achat : orders, average_basket et count(purchases) comptent des lignes, pas des commandes.",
        ),
        (
            "Somebody who bought three things at once seems to have come three times.",
            "Qui achète trois choses à la fois semble être venu trois fois.",
        ),
        (
            "Read one purchase an order where the number of orders matters.",
            "Lire un achat par commande si le nombre de commandes compte.",
        ),
    ),
    _code(
        "lines-differ-from-total",
        Severity.INFO,
        ("Lines that do not add up to the total", "Lignes qui ne font pas le total"),
        (
            "In {count} orders the lines do not add up to the total (shipping, taxes, discounts); the lines were taken.",
            "Dans {count} commandes, les lignes ne font pas le total (port, taxes, remises) ; les lignes ont été prises.",
        ),
        ("What was spent by lines is not what was paid.", "La dépense par ligne n'est pas ce qui a été payé."),
        ("Read one purchase an order for what was paid.", "Lire un achat par commande pour avoir ce qui a été payé."),
    ),
    _code(
        "kept-whole",
        Severity.INFO,
        ("Orders kept as one purchase", "Commandes gardées entières"),
        (
            "{count} orders could not be taken line by line (a refund, no amount of a line, or one below zero); each is one purchase.",
            "{count} commandes n'ont pu être prises ligne à ligne (remboursement, ligne sans montant, ou négative) ; chacune est un seul achat.",
        ),
        (
            "No purchase has an amount below zero, and a refund does not say which line it is for.",
            "Aucun achat n'a de montant négatif, et un remboursement ne dit pas quelle ligne il concerne.",
        ),
        ("Nothing, or complete the amounts of lines.", "Rien, ou compléter les montants des lignes."),
    ),
    _code(
        "event-unknown",
        Severity.ERROR,
        ("Event not known", "Événement inconnu"),
        (
            "What happened is none of the events that are known; the row was set apart.",
            "Ce qui s'est passé n'est aucun des événements connus ; la ligne a été écartée.",
        ),
        (
            "Whether it is an act of the person decides how long they are kept.",
            "Que ce soit ou non un acte de la personne décide de sa durée de conservation.",
        ),
        (
            "Say which event the word means (--word WORD=store_visit).",
            "Dire quel événement le mot désigne (--word MOT=store_visit).",
        ),
    ),
    _code(
        "channel-unknown",
        Severity.ERROR,
        ("Channel not known", "Canal inconnu"),
        (
            "The channel of the event is none of sms, email, post or phone; the row was set apart.",
            "Le canal de l'événement n'est ni sms, ni email, ni post, ni phone ; la ligne a été écartée.",
        ),
        ("Pressure and results are counted by channel.", "La pression et les résultats se comptent par canal."),
        ("Correct the channel, or map the column to nothing.", "Corriger le canal, ou retirer le rôle de la colonne."),
    ),
)
