"""The words for the status of an order and for acts, in French and English, as files of any tool have them.

An order that was cancelled, given back, or never paid is no purchase. A word that could mean either (`partial`,
`archived`, `en cours`) is left out: its orders are set apart until somebody says what it means.

>>> STATUSES["en attente de paiement"], KINDS["ouverture"]
(<OrderStatus.UNPAID: 'unpaid'>, <EventKind.OPEN: 'open'>)
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from contactbase.layouts.layout import header_key
from contactbase.layouts.orders.layout import OrderStatus
from contactbase.model.enums import EventKind

__all__ = ["KINDS", "STATUSES", "words"]

M = TypeVar("M", bound=StrEnum)


def words(meanings: Mapping[M, str]) -> dict[str, M]:
    """Give the meaning of each word; `meanings` has the words of each between commas."""
    return {header_key(word): meaning for meaning, said in meanings.items() for word in said.split(",")}


STATUSES: Final[dict[str, OrderStatus]] = words(
    {
        OrderStatus.COUNTS: "paid, payée, payé, payment accepted, paiement accepté, completed, complete, "
        "terminée, terminé, "
        "processing, en préparation, en cours de préparation, processing in progress, preparing, shipped, "
        "expédiée, expédié, delivered, livrée, livré, fulfilled, sent, envoyée, invoiced, facturée, facturé, validée, "
        "validé, confirmée, confirmed, done, ok, success, succeeded, réglée, réglé, encaissée, soldée, "
        "partially refunded, partially_refunded, remboursée partiellement, partiellement remboursée, counts",
        OrderStatus.UNPAID: "unpaid, impayée, impayé, pending, pending payment, en attente, en attente de paiement, "
        "awaiting payment, on hold, on-hold, failed, échouée, échec, payment error, erreur de paiement, "
        "paiement refusé, declined, refusée, authorized, autorisée, draft, brouillon, checkout-draft, "
        "quotation, devis, "
        "quotation sent, open, panier, cart, abandoned, abandonnée, expired, expirée, partially_paid, partially paid, "
        "partiellement payée, awaiting check payment, awaiting bank wire payment, en attente du paiement par chèque, "
        "en attente de virement bancaire",
        OrderStatus.CANCELLED: "cancelled, canceled, annulée, annulé, annulation, voided, void, trash, "
        "corbeille, deleted, "
        "supprimée, rejected, rejetée, cancel",
        OrderStatus.REFUNDED: "refunded, refund, remboursée, remboursé, remboursement, returned, retournée, "
        "retour, avoir, "
        "chargeback, charged back",
    }
)

_K: Final = EventKind
KINDS: Final[dict[str, EventKind]] = words(
    {
        _K.PURCHASE: "purchase, achat, order, commande, sale, vente, order placed, placed order",
        _K.QUOTE_REQUEST: "quote request, quote_request, demande de devis, devis",
        _K.FORM_SUBMIT: "form submit, form_submit, form, formulaire, form submission, submission",
        _K.INBOUND_CALL: "inbound call, inbound_call, appel entrant, appel reçu, call received, incoming call",
        _K.CUSTOMER_SERVICE: "customer service, customer_service, service client, sav, ticket, support, réclamation",
        _K.STORE_VISIT: "store visit, store_visit, visite en magasin, visite magasin, passage en magasin",
        _K.TEST_DRIVE: "test drive, test_drive, essai, essai routier",
        _K.LOYALTY_SCAN: "loyalty scan, loyalty_scan, carte de fidélité, passage carte, scan carte",
        _K.ACCOUNT_LOGIN: "account login, account_login, login, connexion, logged in",
        _K.PROFILE_UPDATE: "profile update, profile_update, mise à jour du profil",
        _K.QUESTIONNAIRE: "questionnaire, enquête, survey",
        _K.CONTEST_ENTRY: "contest entry, contest_entry, jeu concours, concours, participation",
        _K.CLICK: "click, clicked, clic, cliqué, clicked email, clicked sms",
        _K.REPLY: "reply, replied, réponse, répondu",
        _K.CONTACT: "contact, contact by person, contact du client",
        _K.OPEN: "open, opened, ouverture, ouvert, opened email",
        _K.PAGE_VIEW: "page view, page_view, pageview, page vue, visite web, visite du site, web visit, viewed page",
        _K.MESSAGE: "message, sent, envoi, envoyé, envoyée, message sent, received email",
        _K.DELIVERY: "delivery, delivered, délivré, livré, remis, reçu",
        _K.BOUNCE: "bounce, bounced, rebond, npai, undelivered, non délivré, non remis",
        _K.COMPLAINT: "complaint, plainte, spam, spam report, marked as spam",
        _K.UNSUBSCRIBE: "unsubscribe, unsubscribed, désabonnement, désinscription, désabonné, désinscrit, stop, optout",
        _K.ACCESS_REQUEST: "access request, access_request, demande d'accès",
        _K.ERASURE_REQUEST: "erasure request, erasure_request, demande d'effacement, demande de suppression",
    }
)
"""`appel` and `visite` alone are left out: they do not say who called, and whether a shop or a page was visited."""
