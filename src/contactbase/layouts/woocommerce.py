"""WooCommerce's customers: one column for the whole name, headers in the language of the shop.

The labels go through the shop's translation, so a French shop exports French headers, where `Nom` is the full name and
`Identifiant` the login. `Last Active` may be a mere login or an order, so it is no act that is dated; kept beside.

>>> WOOCOMMERCE.columns["nom"], WOOCOMMERCE.columns["identifiant"]
('full_name', '')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["WOOCOMMERCE"]

WOOCOMMERCE: Final = Layout(
    name="woocommerce",
    title=Text("WooCommerce customers", "Clients WooCommerce"),
    marks=(
        mark("Name, Username, Last Active, Sign Up, Email"),
        mark("Name, Username, Email, Total Spend, AOV"),
        mark("Nom, Identifiant, Dernière activité, E-mail"),
        mark("Nom, Nom d'utilisateur, Dernière activité, E-mail"),
        mark("Nom, Identifiant, Dernière activité, Email"),
        mark("Nom, Nom d'utilisateur, Dernière activité, Email"),
    ),
    columns=claims(
        full_name="Name, Nom",
        email="Email, E-mail",
        collected_on="Sign Up, Inscription, Date d'inscription",
        orders="Orders, Commandes",
        spent="Total Spend, Total dépensé, Dépenses totales",
        country="Country / Region, Pays / Région, Pays/région",
        city="City, Ville",
        postcode="Postal Code, Code postal",
        phones="Billing Phone, Shipping Phone, Téléphone de facturation, Téléphone de livraison",
        beside="Username, Identifiant, Nom d'utilisateur, Last Active, Dernière activité, AOV, VMC, Panier moyen,"
        "Region, Région, Role, Rôle",
    ),
    date_order=DateOrder.YMD,
    decimal_mark=".",
    sources=(
        Citation(
            authority="WooCommerce",
            instrument="Admin/API/Reports/Customers/Controller.php at 06b8f53a",
            locator="get_export_columns",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "The English labels are those of the source code; the French ones are likely translations, not read in an "
        "export.",
        "Les libellés anglais sont ceux du code source ; les français sont des traductions probables, non lues dans un "
        "export.",
    ),
)
