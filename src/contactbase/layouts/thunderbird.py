"""Thunderbird's address book: a birth date over three columns, a private and a business address.

The private address is the one that is read; the business address is kept beside. `Department` is a department of a
company. A birth date of which a part is missing is unreadable, and reported.

>>> THUNDERBIRD.joined["birth_date"]
('birth year', 'birth month', 'birth day')
"""

from __future__ import annotations

from typing import Final

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
    ),
    columns=claims(
        first_name="First Name",
        last_name="Last Name",
        full_name="Display Name",
        email="Primary Email",
        emails="Secondary Email",
        mobile="Mobile Number",
        landline="Home Phone",
        phones="Work Phone",
        address="Home Address, Home Address 2",
        city="Home City",
        postcode="Home ZipCode, Home Zip Code",
        country="Home Country",
        company="Organization",
        activity="Job Title",
        beside="Nickname, Screen Name, Fax Number, Pager Number, Home State, Work Address, Work Address 2, Work City,"
        "Work State, Work ZipCode, Work Zip Code, Work Country, Department, Web Page 1, Web Page 2, Custom 1, Custom 2,"
        "Custom 3, Custom 4, Notes",
    ),
    joined={"birth_date": ("birth year", "birth month", "birth day")},
    date_order=DateOrder.YMD,
    sources=(
        Citation(
            authority="Mozilla Thunderbird",
            instrument="fixture of the address book's tests, 37 columns",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "Headers of programs in other languages than English are not known.",
        "Les en-têtes du logiciel dans d'autres langues que l'anglais ne sont pas connus.",
    ),
)
