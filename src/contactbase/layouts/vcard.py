"""A vCard, as `adapters.vcard` gives it: columns named after the properties of RFC 6350 and their components.

A region (`ADR region`), a job (`TITLE`) and further names stand beside: none is a field of a contact.

>>> VCARD.columns["n family"], VCARD.columns["title"]
('last_name', '')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["VCARD"]

_NO_FIELDS: Final = (
    *("title", "role", "kind", "name", "note", "label", "source", "nickname", "class", "anniversary", "mailer", "url"),
    *("adr region", "adr other", "org unit", "n additional", "n suffix", "n other", "fn other", "tel fax", "tel pager"),
    *(
        "tel other",
        "gender other",
        "gender text",
        "lang other",
        "org other",
        "bday other",
        "uid other",
        "agent",
        "logo",
    ),
)
"""Properties whose names mean something else in the headers of other files."""

VCARD: Final = Layout(
    name="vcard",
    title=Text("vCard", "vCard"),
    marks=(frozenset({"uid", "n family", "n given", "fn", "tel", "email"}),),
    columns={
        "uid": "id",
        "n prefix": "title",
        "n given": "first_name",
        "n family": "last_name",
        "fn": "full_name",
        "org": "company",
        "tel": "phones",
        "email": "emails",
        "adr street": "address",
        "adr postcode": "postcode",
        "adr city": "city",
        "adr country": "country",
        "bday": "birth_date",
        "gender": "sex",
        "lang": "language",
        "categories": "tags",
        "interest": "interests",
        **dict.fromkeys(_NO_FIELDS, ""),
    },
    date_order=DateOrder.YMD,
    list_separator="\n",
    sources=(
        Citation(
            authority="IETF",
            instrument="RFC 6350, vCard 4.0",
            locator="6",
            url="https://www.rfc-editor.org/rfc/rfc6350",
            confidence=Confidence.OFFICIAL,
        ),
    ),
)
