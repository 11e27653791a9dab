"""Mailtrain: subscribers with a status, and for the erased ones only the SHA-512 of the address.

Convention: status 1 subscribed, 2 unsubscribed, 3 bounced, 4 complained; `hash_email` is an unsalted SHA-512 of the
address with its domain in small letters, in base64 or hexadecimal. Mailtrain erases the address and keeps that hash.

>>> MAILTRAIN.hashes
{'hash email': 'sha512'}
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.stops.layout import StopLayout
from contactbase.model.source import Citation, Confidence
from contactbase.model.suppression import AddressKind, SuppressionReason
from contactbase.model.text import Text

__all__ = ["MAILTRAIN"]

MAILTRAIN: Final = StopLayout(
    name="mailtrain",
    title=Text("Mailtrain, subscribers", "Mailtrain, abonnés"),
    marks=(frozenset({"hash email"}), frozenset({"email", "status"})),
    addresses={"email": AddressKind.EMAIL},
    hashes={"hash email": "sha512"},
    status=("status",),
    meanings={
        "1": None,
        "2": SuppressionReason.OPTOUT,
        "3": SuppressionReason.HARD_BOUNCE,
        "4": SuppressionReason.COMPLAINT,
        "subscribed": None,
        "unsubscribed": SuppressionReason.OPTOUT,
        "bounced": SuppressionReason.HARD_BOUNCE,
        "complained": SuppressionReason.COMPLAINT,
    },
    day=("unsubscribed", "updated", "latest change"),
    citation=Citation(
        authority="Mailtrain",
        instrument="server/models/subscriptions.js, issues #420, #545, #1264",
        confidence=Confidence.REPOSITORY,
    ),
)
