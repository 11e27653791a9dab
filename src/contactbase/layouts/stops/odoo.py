"""Odoo: `mail.blacklist` (an e-mail address) and `phone.blacklist` (a number in E.164), with `active`.

Convention: `addons/phone_validation/models/phone_blacklist.py`: whoever is taken off the list stays there with `active`
false. Headers by technical name and by label, English and French.

>>> ODOO.meanings["false"] is None
True
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.stops.layout import StopLayout
from contactbase.model.source import Citation, Confidence
from contactbase.model.suppression import AddressKind, SuppressionReason
from contactbase.model.text import Text

__all__ = ["ODOO"]

_ACTIVE: Final = dict.fromkeys(("true", "1", "vrai", "oui", "yes"), SuppressionReason.OPTOUT)

ODOO: Final = StopLayout(
    name="odoo",
    title=Text("Odoo, blacklists", "Odoo, listes noires"),
    marks=(
        frozenset({"email", "active"}),
        frozenset({"number", "active"}),
        frozenset({"email address", "active"}),
        frozenset({"phone number", "active"}),
        frozenset({"adresse e mail", "actif"}),
        frozenset({"numero de telephone", "actif"}),
    ),
    addresses={
        "email": AddressKind.EMAIL,
        "email address": AddressKind.EMAIL,
        "adresse e mail": AddressKind.EMAIL,
        "number": AddressKind.SMS,
        "phone number": AddressKind.SMS,
        "numero de telephone": AddressKind.SMS,
    },
    status=("active", "actif"),
    meanings={**_ACTIVE, **dict.fromkeys(("false", "0", "faux", "non", "no"))},
    day=("create date", "created on", "cree le"),
    citation=Citation(
        authority="Odoo",
        instrument="addons/phone_validation/models/phone_blacklist.py",
        confidence=Confidence.REPOSITORY,
    ),
)
