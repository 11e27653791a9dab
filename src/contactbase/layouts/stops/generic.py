"""Any file with a header: columns of addresses under usual names; every row is a person to leave alone.

>>> GENERIC.recognizes(["E-mail"]), GENERIC.recognizes(["Pointure"])
(True, False)
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import header_key
from contactbase.layouts.stops.layout import StopLayout
from contactbase.model.suppression import AddressKind
from contactbase.model.text import Text

__all__ = ["GENERIC"]

_EMAIL: Final = (
    "email",
    "e-mail",
    "mail",
    "email address",
    "e-mail address",
    "adresse e-mail",
    "adresse mail",
    "courriel",
)
_NUMBER: Final = (
    "phone", "mobile", "portable", "telephone", "numero", "number", "phone number", "mobile number", "msisdn", "gsm",
    "tel", "numero de telephone", "telephone portable", "sms",
)  # fmt: skip
_COLUMNS: Final = {header_key(name): AddressKind.EMAIL for name in _EMAIL} | {
    header_key(name): AddressKind.SMS for name in _NUMBER
}

GENERIC: Final = StopLayout(
    name="generic",
    title=Text("Any list with a header", "Toute liste avec en-tête"),
    marks=tuple(frozenset({name}) for name in _COLUMNS),
    addresses=_COLUMNS,
    day=("date", "created at", "date added", "unsubscribed at", "date de desinscription", "desinscrit le"),
)
