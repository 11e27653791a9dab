"""Mautic: the table of do-not-contact, `reason` 1 unsubscribed, 2 bounced, 3 by hand, one row per contact and channel.

Convention: `LeadBundle/Entity/DoNotContact.php`. Mautic ties the row to the contact and deletes it with it, so the
export needs the contact's address beside it (a report over contacts with their do-not-contact).

>>> MAUTIC.meanings["2"].value
'hard_bounce'
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.stops.layout import StopLayout
from contactbase.model.source import Citation, Confidence
from contactbase.model.suppression import AddressKind, SuppressionReason
from contactbase.model.text import Text

__all__ = ["MAUTIC"]

MAUTIC: Final = StopLayout(
    name="mautic",
    title=Text("Mautic, do-not-contact", "Mautic, ne pas contacter"),
    marks=(
        frozenset({"email", "channel", "reason"}),
        frozenset({"mobile", "channel", "reason"}),
        frozenset({"email", "dnc preferences"}),
    ),
    addresses={"email": AddressKind.EMAIL, "mobile": AddressKind.SMS, "phone": AddressKind.SMS},
    status=("reason", "dnc preferences"),
    meanings={
        "0": None,
        "1": SuppressionReason.OPTOUT,
        "2": SuppressionReason.HARD_BOUNCE,
        "3": SuppressionReason.MANUAL,
        "is contactable": None,
        "unsubscribed": SuppressionReason.OPTOUT,
        "bounced": SuppressionReason.HARD_BOUNCE,
        "manual": SuppressionReason.MANUAL,
        "manually unsubscribed": SuppressionReason.MANUAL,
    },
    channel=("channel",),
    channels={"email": AddressKind.EMAIL, "sms": AddressKind.SMS, "mobile": AddressKind.SMS},
    day=("date added",),
    citation=Citation(
        authority="Mautic",
        instrument="app/bundles/LeadBundle/Entity/DoNotContact.php",
        confidence=Confidence.REPOSITORY,
    ),
)
