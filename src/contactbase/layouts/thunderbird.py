"""Thunderbird's address book: a birth date over three columns, a private and a business address.

The private address is the one that is read; the business address (in French, the second `Ville`) is kept beside.
`Department` is a department of a company. A birth date of which a part is missing is unreadable, and reported.

>>> THUNDERBIRD.joined["birth_date"]
('birth year', 'birth month', 'birth day')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.export import Export, columns
from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["THUNDERBIRD"]

THUNDERBIRD: Final = Layout(
    name="thunderbird",
    title=Text("Thunderbird address book", "Carnet d'adresses Thunderbird"),
    marks=(
        mark("First Name, Last Name, Display Name, Primary Email, Secondary Email"),
        mark("First Name, Last Name, Primary Email, Birth Year, Birth Month, Birth Day"),
        mark("Prénom, Nom de famille, Première adresse électronique"),
    ),
    columns=claims(
        first_name="First Name, Prénom",
        last_name="Last Name, Nom de famille",
        full_name="Display Name, Nom à afficher",
        email="Primary Email, Première adresse électronique",
        emails="Secondary Email, Deuxième adresse électronique, Adresse électronique secondaire",
        mobile="Mobile Number, Portable",
        landline="Home Phone, Tél. personnel",
        phones="Work Phone, Tél. professionnel",
        address="Home Address, Home Address 2, Adresse privée, Adresse privée 2",
        city="Home City, Ville",
        postcode="Home ZipCode, Home Zip Code, Code postal",
        country="Home Country",
        company="Organization, Société",
        activity="Job Title, Profession",
        beside="Nickname, Screen Name, Fax Number, Pager Number, Home State, Work Address, Work Address 2, Work City,"
        "Work State, Work ZipCode, Work Zip Code, Work Country, Department, Web Page 1, Web Page 2, Custom 1, Custom 2,"
        "Custom 3, Custom 4, Notes, Surnom, Nom à l'écran, Fax, Pager, Pays/État, Région, Adresse professionnelle,"
        "Adresse professionnelle 2, Ville (2), Pays/État (2), Code postal (2), Région (2), Service, Page Web 1,"
        "Page Web 2, Divers 1, Divers 2, Divers 3, Divers 4, Année de naissance, A, Mois, Jour",
    ),
    joined={"birth_date": ("birth year", "birth month", "birth day")},
    date_order=DateOrder.YMD,
    export=Export(
        columns=columns(
            "First Name=first_name, Last Name=last_name, Display Name=, Primary Email=email, Secondary Email=email 2,"
            "Work Phone=phone, Home Phone=landline, Mobile Number=mobile, Home Address=line 1, Home Address 2=line 2,"
            "Home City=city, Home ZipCode=postcode, Home Country=country, Organization=company, Birth Year=birth year,"
            "Birth Month=birth month, Birth Day=birth day"
        ),
    ),
    sources=(
        Citation(
            authority="Mozilla Thunderbird",
            instrument="fixture of the address book's tests, 37 columns",
            confidence=Confidence.REPOSITORY,
        ),
        Citation(
            authority="Agora-Project",
            instrument="columns of a French Thunderbird export, as its import expects them (facts only)",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "French headers are those that a program importing the file expects; where the country and the birth date "
        "stand in it is not sure: kept beside. Other languages are not known.",
        "Les en-têtes français sont ceux qu'attend un programme qui importe le fichier ; où s'y trouvent le pays et la "
        "date de naissance n'est pas sûr : gardés à côté. Les autres langues ne sont pas connues.",
    ),
)
