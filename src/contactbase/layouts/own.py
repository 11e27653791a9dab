"""The layout of `contacts.csv` as this library writes it: field names as headers, canonical text in the cells.

>>> OWN.columns["last name"], OWN.strict
('last_name', True)
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, header_key
from contactbase.model.hints import DateOrder
from contactbase.model.schema import SCHEMA, Role
from contactbase.model.text import Text

__all__ = ["OWN"]

OWN: Final = Layout(
    name="contactbase",
    title=Text("contacts.csv of contactbase", "contacts.csv de contactbase"),
    marks=(
        frozenset(
            header_key(name) for name in ("id", "relationship_end", "preferred_channel", "socio_category", "rental_end")
        ),
    ),
    columns={header_key(field.name): field.name for field in SCHEMA.of_role(Role.STORED)},
    date_order=DateOrder.YMD,
    list_separator="|",
    strict=True,
)
