"""Odoo's contacts: technical names ("import-compatible"), or labels in the user's language.

`id` and `External ID` are the external id. `name` is the whole name of a person or the name of a company; `is_company`
says which. The blacklist columns are opt-outs.

>>> ODOO.codes["kind"]["true"], ODOO.columns["is company"], ODOO.columns["nom"]
('professional', 'kind', 'full_name')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.export import Export, columns
from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.enums import Channel
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["ODOO"]

_KIND: Final = {
    **dict.fromkeys(("true", "1", "vrai", "oui", "yes"), "professional"),
    **dict.fromkeys(("false", "0", "faux", "non", "no"), ""),
}

ODOO: Final = Layout(
    name="odoo",
    title=Text("Odoo contacts", "Contacts Odoo"),
    marks=(
        mark("name, is_company, street, zip"),
        mark("name, is_company, email"),
        mark("id, name, street, street2, country_id"),
        mark("id, name, street, street2, country_id/id"),
        mark("External ID, Name, Street, Street2"),
        mark("Name, Is a Company"),
        mark("Nom, Est une société"),
        mark("ID externe, Nom, Rue, Rue 2"),
    ),
    columns=claims(
        id="id, External ID, ID externe, Identifiant externe",
        kind="is_company, Is a Company, Est une société",
        full_name="name, Name, Nom",
        title="title, title/name, Title, Titre",
        company="company_name, Company Name, parent_id, Related Company, Société parente, Nom de la société",
        email="email, Email, E-mail, Courriel",
        phones="phone, Phone, Téléphone",
        mobile="mobile, Mobile",
        address="street, street2, Street, Street2, Rue, Rue 2, Rue2",
        city="city, City, Ville",
        postcode="zip, Zip, Code postal",
        country="country_id, country_id/name, country_code, Country, Pays",
        language="lang, Language, Langue",
        vat="vat, Tax ID, Numéro de TVA, N° TVA",
        tags="category_id, category_id/name, Tags, Étiquettes",
        collected_on="create_date, Created on, Créé le",
        opt_out_email="is_blacklisted",
        opt_out_sms="phone_sanitized_blacklisted, phone_blacklisted, mobile_blacklisted",
        beside="country_id/id, state_id, state_id/id, State, État, function, comment, Notes, website, ref, type,"
        "user_id, Salesperson, Vendeur, active, company_id, property_payment_term_id, write_date",
    ),
    codes={"kind": _KIND},
    date_order=DateOrder.YMD,
    decimal_mark=".",
    list_separator=",",
    export=Export(
        columns=columns(
            "id=id, name=full_name, is_company=, company_name=company, email=email, phone=phone, mobile=mobile,"
            "street=line 1, street2=line 2, city=city, zip=postcode, country_code=country, vat=vat, category_id=tags"
        ),
        serves=frozenset({Channel.EMAIL, Channel.SMS}),
    ),
    sources=(
        Citation(authority="Odoo", instrument="documentation, export and import of data", confidence=Confidence.VENDOR),
        Citation(
            authority="Odoo",
            instrument="addons/mail and addons/phone_validation, models of blacklists",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "The labels in English and French are those of version 15 to 17 from memory; no export was read.",
        "Les libellés anglais et français sont ceux des versions 15 à 17, de mémoire ; aucun export n'a été lu.",
    ),
)
