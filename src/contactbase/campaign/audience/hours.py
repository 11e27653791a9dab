"""The windows that a campaign has to keep, and where the clock of each recipient is.

>>> import datetime as dt
>>> from contactbase.campaign.audience.campaign import WHOLE_BASE
>>> from contactbase.model.enums import Channel, Purpose
>>> from contactbase.policy.catalog import FR
>>> at = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
>>> asked = {"segment": WHOLE_BASE, "policy": FR, "suppression": None, "at": at, "channel": Channel.SMS}
>>> [window.id for window in windows_in_force(Campaign(purpose=Purpose.MARKETING, **asked))]
['fr.window.sms']
>>> windows_in_force(Campaign(purpose=Purpose.SERVICE, **asked))
()
"""

from __future__ import annotations

import attrs

from contactbase.campaign.audience.address import phone_of
from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.place import Place, place_of
from contactbase.model.contact import Contact
from contactbase.policy.sending import WindowRule

__all__ = ["place_for", "windows_in_force"]


def windows_in_force(campaign: Campaign) -> tuple[WindowRule, ...]:
    """Give the windows of the policy about the campaign on its day; none for messages that are owed."""
    if not campaign.prospects:
        return ()
    return tuple(
        rule
        for rule in campaign.policy.of(WindowRule, as_of=campaign.day)
        if rule.concerns(campaign.channel, campaign.purpose)
    )


def place_for(contact: Contact, campaign: Campaign) -> Place:
    """Give the place of a contact, told by the number that the campaign uses and by the address."""
    phone = phone_of(contact, campaign.channel)
    if phone is not None and phone is not contact.phones[0]:
        contact = attrs.evolve(contact, phones=(phone,))
    return place_of(contact, default=campaign.policy.zone)
