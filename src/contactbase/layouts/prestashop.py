"""PrestaShop's customer file: headers with hints in them, civility as a number, a password column never to be kept.

The addresses stand in a second file, keyed by e-mail. `1900-01-01` as a birthday means unknown.

>>> PRESTASHOP.codes["title"]["2"]
'Mme'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout
from contactbase.model.hints import DateOrder
from contactbase.model.text import Text

__all__ = ["PRESTASHOP"]

_FLAGS: Final = {"1": "oui", "0": "non"}

PRESTASHOP: Final = Layout(
    name="prestashop",
    title=Text("PrestaShop customers", "Clients PrestaShop"),
    signature=frozenset({"customer id", "active 0 1", "email", "last name", "first name", "newsletter 0 1"}),
    columns={
        "customer id": "id",
        "titles id mr 1 ms 2 else 0": "title",
        "email": "email",
        "birthday yyyy mm dd": "birth_date",
        "last name": "last_name",
        "first name": "first_name",
        "newsletter 0 1": "opt_in_email",
        "registration date yyyy mm dd": "collected_on",
        "groups x y z": "tags",
    },
    codes={"title": {"1": "M.", "2": "Mme", "0": ""}, "opt_in_email": _FLAGS},
    dropped=frozenset({"password", "passwd"}),
    date_order=DateOrder.YMD,
    list_separator=",",
)
