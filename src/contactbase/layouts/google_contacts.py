"""Google Contacts, as exported since 2024 and before: groups of columns that repeat as often as somebody needs them.

`E-mail 1 - Value`, `Phone 3 - Value`: every value is taken, its label (`* Home`, `Mobile`) is kept beside. Several
values in a cell, and the labels of a contact, are joined by ` ::: `; a star marks Google's own groups. Only the first
address is a contact's; the others, which would mix their lines with it, are kept beside.

>>> GOOGLE.field_of("phone 12 value"), GOOGLE.field_of("address 2 street")
('phones', '')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["GOOGLE", "GOOGLE_OLD"]

_GROUPS: Final = {
    "e mail # value": "emails",
    "phone # value": "phones",
    "e mail # label": "",
    "e mail # type": "",
    "phone # label": "",
    "phone # type": "",
    "organization # name": "",
    "organization # title": "",
    **{
        f"address # {part}": ""
        for part in "label type formatted street city po box region postal code country extended address".split()
    },
    "address # po box": "",
    "address # postal code": "",
    "address # extended address": "",
    "custom field # value": "",
    "custom field # label": "",
    "custom field # type": "",
}
_FIRST: Final = {
    "e mail 1 value": "email",
    "address 1 street": "address",
    "address 1 extended address": "address",
    "address 1 city": "city",
    "address 1 postal code": "postcode",
    "address 1 country": "country",
    "organization 1 name": "company",
}
_BESIDE: Final = (
    "Middle Name, Name Suffix, Nickname, Phonetic First Name, Phonetic Middle Name, Phonetic Last Name, File As, Photo,"
    "Additional Name, Yomi Name, Given Name Yomi, Additional Name Yomi, Family Name Yomi, Short Name, Maiden Name,"
    "Organization Department, Notes, Location, Priority, Sensitivity, Subject, Directory Server, Mileage, Occupation,"
    "Hobby, Billing Information, Initials"
)
_SOURCE: Final = Citation(
    authority="public repositories",
    instrument="header rows of exports of contacts.google.com that independent projects hold",
    confidence=Confidence.REPOSITORY,
)

GOOGLE: Final = Layout(
    name="google-contacts",
    title=Text("Google Contacts (since 2024)", "Google Contacts (depuis 2024)"),
    marks=(
        mark("First Name, Last Name, File As, Labels"),
        mark("First Name, Last Name, Organization Name, Labels"),
        mark("First Name, Last Name, Labels, E-mail 1 - Value"),
        mark("First Name, Last Name, Labels, Phone 1 - Value"),
    ),
    columns=claims(
        title="Name Prefix",
        first_name="First Name",
        last_name="Last Name",
        company="Organization Name",
        activity="Organization Title",
        birth_date="Birthday",
        tags="Labels",
        beside=_BESIDE,
    )
    | _FIRST,
    groups=_GROUPS,
    date_order=DateOrder.YMD,
    list_separator=" ::: ",
    sources=(_SOURCE,),
)

GOOGLE_OLD: Final = Layout(
    name="google-contacts-old",
    title=Text("Google Contacts (before 2024)", "Google Contacts (avant 2024)"),
    marks=(
        mark("Name, Given Name, Family Name, Group Membership"),
        mark("Name, Given Name, Family Name, E-mail 1 - Type"),
        mark("Name, Given Name, Family Name, Phone 1 - Type"),
    ),
    columns=claims(
        full_name="Name",
        title="Name Prefix",
        first_name="Given Name",
        last_name="Family Name",
        birth_date="Birthday",
        sex="Gender",
        language="Language",
        tags="Group Membership",
        beside=_BESIDE,
    )
    | _FIRST,
    groups=_GROUPS,
    date_order=DateOrder.YMD,
    list_separator=" ::: ",
    sources=(_SOURCE,),
)
