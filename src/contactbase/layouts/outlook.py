"""Outlook's contacts: three addresses and many numbers for one person, `0/0/00` for no birthday.

The business address is the one that is read; `outlook-home` reads the private one, and is chosen by name only, for
joining the two would invent a third. `Department` is a department of a company, not a French département. Headers in
English, of Outlook.com (`Given Name Yomi`) and in French.

>>> OUTLOOK.columns["business city"], OUTLOOK_HOME.columns["business city"], OUTLOOK.columns["department"]
('city', '', '')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["OUTLOOK", "OUTLOOK_HOME"]

_PERSON: Final = claims(
    title="Title",
    first_name="First Name, Prénom",
    last_name="Last Name, Nom",
    company="Company, Société",
    activity="Job Title, Profession",
    email="E-mail Address, Adresse de messagerie",
    emails="E-mail 2 Address, E-mail 3 Address, Adresse de messagerie 2, Adresse de messagerie 3",
    mobile="Mobile Phone, Tél. mobile",
    landline="Home Phone, Téléphone (domicile)",
    phones="Business Phone, Business Phone 2, Home Phone 2, Primary Phone, Company Main Phone, Other Phone, Car Phone,"
    "Téléphone (bureau), Téléphone 2 (bureau), Téléphone 2 (domicile), Téléphone principal, Téléphone société",
    birth_date="Birthday, Anniversaire",
    tags="Categories, Catégories",
    sex="Gender, Sexe",
    language="Language, Langue",
    beside="Middle Name, Suffix, Department, Service, Deuxième prénom, Suffixe, E-mail Type, E-mail Display Name,"
    "E-mail 2 Type, E-mail 2 Display Name, E-mail 3 Type, E-mail 3 Display Name, Business Fax, Home Fax, Other Fax,"
    "Assistant's Phone, Assistant's Name, Callback, Pager, Telex, ISDN, TTY/TDD Phone, Radio Phone, Account,"
    "Manager's Name, Anniversary, Spouse, Children, Notes, Location, Office Location, Initials, Keywords, Private,"
    "Priority, Sensitivity, Profession, Web Page, User 1, User 2, User 3, User 4, Directory Server,"
    "Hobby, Mileage, Billing Information, Government ID Number, Organizational ID Number, Referred By,"
    "Internet Free Busy, Given Name Yomi, Family Name Yomi, Type de messagerie, Nom complet de l'adresse de messagerie,"
    "Télécopie (bureau), Télécopie (domicile)",
)
_PLACES: Final = {
    "business": claims(
        address="Business Street, Business Street 2, Business Street 3, Rue (bureau), Rue (bureau) 2, Rue (bureau) 3",
        city="Business City, Ville (bureau)",
        postcode="Business Postal Code, Code postal (bureau)",
        country="Business Country/Region, Business Country, Pays/Région (bureau)",
        beside="Business State, Business PO Box, Dép/Région (bureau)",
    ),
    "home": claims(
        address="Home Street, Home Street 2, Home Street 3, Rue (domicile), Rue (domicile) 2, Rue (domicile) 3",
        city="Home City, Ville (domicile)",
        postcode="Home Postal Code, Code postal (domicile)",
        country="Home Country/Region, Home Country, Pays/Région (domicile)",
        beside="Home State, Home PO Box, Dép/Région (domicile)",
    ),
    "other": claims(
        beside="Other Street, Other Street 2, Other Street 3, Other City, Other Postal Code, Other Country/Region,"
        "Other Country, Other State, Other PO Box",
    ),
}


def _columns(place: str) -> dict[str, str]:
    """Give the columns with one of the three addresses read and the others kept beside."""
    apart = {key: "" for name, columns in _PLACES.items() if name != place for key in columns}
    return _PERSON | apart | _PLACES[place]


_SOURCES: Final = (
    Citation(
        authority="michalbe/csv2vcard",
        instrument="README, header row of an Outlook.com export of 56 columns",
        confidence=Confidence.REPOSITORY,
    ),
)
_UNVERIFIED: Final = Text(
    "The French headers are from memory of the program; no French export was read. Dates follow the computer's "
    "settings.",
    "Les en-têtes français viennent de la connaissance du logiciel ; aucun export français n'a été lu. Les dates "
    "suivent les réglages de l'ordinateur.",
)

OUTLOOK: Final = Layout(
    name="outlook",
    title=Text("Outlook contacts, business address", "Contacts Outlook, adresse professionnelle"),
    marks=(
        mark("First Name, Last Name, E-mail Address, Business Street"),
        mark("First Name, Last Name, E-mail Address, E-mail Type"),
        mark("First Name, Last Name, E-mail Address, Home Street, Mobile Phone"),
        mark("Prénom, Nom, Adresse de messagerie, Rue (bureau)"),
        mark("Prénom, Nom, Adresse de messagerie, Type de messagerie"),
    ),
    columns=_columns("business"),
    codes={"sex": {"unspecified": "", "non specifie": ""}},
    list_separator=";",
    sources=_SOURCES,
    unverified=_UNVERIFIED,
)

OUTLOOK_HOME: Final = Layout(
    name="outlook-home",
    title=Text("Outlook contacts, home address (by name only)", "Contacts Outlook, adresse privée (par son nom seul)"),
    columns=_columns("home"),
    codes={"sex": {"unspecified": "", "non specifie": ""}},
    list_separator=";",
    sources=_SOURCES,
    unverified=_UNVERIFIED,
)
