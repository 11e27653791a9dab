"""PrestaShop's customer file: headers with hints in them, civility as a number, a password column never to be kept.

The addresses stand in a second file, keyed by e-mail. `1900-01-01` as a birthday means unknown. `Opt-in (0/1)` is the
consent to offers of *partners*: kept beside, and never read as one to the shop's own.

>>> PRESTASHOP.codes["title"]["2"], PRESTASHOP.columns["opt in 0 1"]
('Mme', '')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, header_key, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["ADDRESSES", "PRESTASHOP"]

_FLAGS: Final = {"1": "oui", "0": "non"}
_SOURCES: Final = (
    Citation(
        authority="PrestaShop",
        instrument="docs/csv_import, sample files of customers and addresses",
        confidence=Confidence.REPOSITORY,
    ),
)
_PASSWORDS: Final = frozenset({"password", "passwd", "mot de passe"})

PRESTASHOP: Final = Layout(
    name="prestashop",
    title=Text("PrestaShop customers", "Clients PrestaShop"),
    marks=(mark("Customer ID, Active (0/1), Email *, Last Name *, First Name *, Newsletter (0/1)"),),
    columns=claims(
        id="Customer ID",
        email="Email",
        birth_date="Birthday (yyyy-mm-dd)",
        last_name="Last Name",
        first_name="First Name",
        opt_in_email="Newsletter (0/1)",
        collected_on="Registration date (yyyy-mm-dd)",
        beside="Active (0/1), Opt-in (0/1), Default group ID, ID / Name of shop",
    )
    | {header_key("Titles ID (Mr = 1, Ms = 2, else 0)"): "title", header_key("Groups (x,y,z...)"): "tags"},
    codes={"title": {"1": "M.", "2": "Mme", "0": ""}, "opt_in_email": _FLAGS},
    dropped=_PASSWORDS,
    date_order=DateOrder.YMD,
    list_separator=",",
    sources=_SOURCES,
    unverified=Text(
        "The file is the one of the import; exports of modules differ. Numbers in groups are ids of the shop.",
        "Le fichier est celui de l'import ; les exports des modules diffèrent. Les nombres des groupes sont des "
        "identifiants de la boutique.",
    ),
)

ADDRESSES: Final = Layout(
    name="prestashop-addresses",
    title=Text("PrestaShop addresses", "Adresses PrestaShop"),
    marks=(mark("Alias *, Customer e-mail *, Zipcode *, City *, Country *"),),
    columns=claims(
        email="Customer e-mail",
        company="Company",
        last_name="Lastname",
        first_name="Firstname",
        address="Address 1, Address 2",
        postcode="Zipcode",
        city="City",
        country="Country",
        phones="Phone",
        mobile="Mobile Phone",
        vat="VAT number",
        beside="Address ID, Alias, Active (0/1), Customer ID, Manufacturer, Supplier, State, Other, DNI/NIF/NIE",
    ),
    dropped=_PASSWORDS,
    sources=_SOURCES,
    unverified=Text(
        "The header is the sample file's, from memory of it; several rows may belong to one customer.",
        "L'en-tête est celui du fichier d'exemple, de mémoire ; plusieurs lignes peuvent appartenir à un client.",
    ),
)
