"""Orders under the headers that French and English files use; one row an order, or one a line of an order.

`montant` alone may be the order's or the line's: the rows decide (`ColumnRole.AMOUNT`). `ID` alone may be the order's
or the customer's, so it is neither.

>>> GENERIC_ORDERS.columns["n commande"].value, GENERIC_ORDERS.columns["montant"].value, "id" in GENERIC_ORDERS.columns
('reference', 'amount', False)
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import mark
from contactbase.layouts.orders.layout import ColumnRole, OrderLayout, roles
from contactbase.layouts.orders.words import STATUSES
from contactbase.model.text import Text

__all__ = ["GENERIC_ORDERS", "KEYS"]

KEYS: Final[dict[str, ColumnRole]] = roles(
    customer="customer id, id customer, client id, id client, contact id, id contact, customer, code client, n client, "
    "no client, numero client, num client, identifiant client, ref client, reference client, customer number, "
    "customer no, customer code, numéro de client, n° client, n° de client, carte de fidélité, n° carte, "
    "numéro de carte",
    email="email, e-mail, mail, courriel, adresse e-mail, adresse mail, adresse email, customer email, email client, "
    "mail client, e-mail client, billing email, email address, e-mail address, email acheteur, buyer email",
    phone="phone, téléphone, tel, mobile, portable, téléphone portable, téléphone client, tel client, customer phone, "
    "billing phone, phone number, numéro de téléphone, gsm, msisdn",
)
"""The columns that say whose a row is."""

GENERIC_ORDERS: Final = OrderLayout(
    name="orders",
    title=Text("Orders under usual headers", "Commandes sous des en-têtes usuels"),
    marks=tuple(mark(header) for header in ("commande", "order", "achat")),
    columns=KEYS
    | roles(
        reference="order id, id order, order number, order no, order ref, order reference, order, order name, "
        "commande, "
        "n° commande, n° de commande, numéro commande, numéro de commande, no commande, num commande, id commande, "
        "ref commande, référence commande, référence de commande, code commande, n° facture, numéro facture, "
        "invoice number, invoice no, invoice, facture, ticket, n° ticket, numéro de ticket, transaction id",
        day="date, order date, date of order, date commande, date de commande, date de la commande, "
        "commandé le, created, "
        "created at, date achat, date d'achat, acheté le, purchase date, purchased at, paid at, date facture, "
        "date de facture, invoice date, date vente, date de vente, date ticket, jour, day, order created at",
        total="total, order total, total commande, total de la commande, montant total, total ttc, montant total ttc, "
        "total order, grand total, total amount, order amount, order value, montant commande, montant de la commande, "
        "total price, net à payer, total paid, total payé, montant payé",
        amount="amount, montant, montant ttc, valeur, value, ca, ca ttc, prix ttc, sum, somme",
        line_amount="line total, line amount, total ligne, montant ligne, montant de la ligne, sous-total ligne, "
        "item total, total article, montant article",
        price="unit price, prix unitaire, price, prix, pu, pu ttc, item price, prix article, prix unitaire ttc",
        quantity="quantity, quantité, qty, qté, qte, nombre, item quantity",
        discount="line discount, remise ligne, item discount, remise article",
        currency="currency, devise, monnaie, currency code, code devise",
        status="status, statut, état, order status, statut commande, état commande, état de la commande, "
        "payment status, financial status, statut paiement, statut du paiement",
        cancelled_on="cancelled at, canceled at, annulé le, annulée le, date annulation, date d'annulation",
        refunded="refunded amount, montant remboursé, remboursé, remboursement, refund amount, total refunded",
        product="product, produit, article, item, product name, nom du produit, désignation, libellé, item name, "
        "lineitem name, nom article, libellé article, libellé produit",
        category="category, catégorie, famille, product category, catégorie produit, rayon, famille produit, "
        "type produit",
        material="material, matière, matériau",
        campaign="campaign, campagne, utm campaign",
    ),
    statuses=STATUSES,
)
