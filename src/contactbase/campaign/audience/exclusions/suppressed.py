"""Who stands on the suppression list: erased, restricted, complained, said STOP, or behind a dead address.

A hard bounce takes one address away; where it is the one that would be used, the contact is left out.

>>> SUPPRESSED.name
'suppressed'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.campaign.audience.address import phone_of
from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.reason import Reason
from contactbase.campaign.audience.stage import STAGE_OF_SUPPRESSION
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel
from contactbase.model.suppression import Suppressed, SuppressionReason

__all__ = ["SUPPRESSED"]

_REASONS: Final = {reason: Reason(stage=stage, code=reason.code) for reason, stage in STAGE_OF_SUPPRESSION.items()}


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    stops, day, channel, purpose = campaign.suppression, campaign.day, campaign.channel, campaign.purpose
    if stops is None:
        return nothing
    brand = campaign.offer.brand

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for place, contact in enumerate(batch):
            said = stops.judge(contact, channel=channel, purpose=purpose, as_of=day, brand=brand)
            if said.entries and _forbids(said, contact, channel):
                for why in dict.fromkeys(entry.reason for entry in said.entries):
                    yield place, _REASONS[SuppressionReason(why)]

    return find


def _forbids(said: Suppressed, contact: Contact, channel: Channel) -> bool:
    """Tell whether the address that would be used is forbidden, or everything."""
    if said.blocked or channel is Channel.POST:
        return True
    if channel is Channel.EMAIL:
        return not contact.emails or contact.emails[0].address not in said.addresses
    phone = phone_of(contact, channel)
    return phone is None or phone.e164 not in said.addresses


SUPPRESSED: Final = ExclusionFamily(name="suppressed", prepare=_prepare)
