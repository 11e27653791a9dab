"""Who cannot be reached on the channel: no address, one of the wrong kind, a number nobody has, a foreign one.

>>> ADDRESSES.name
'addresses'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from contactbase.campaign.audience.address import phone_of
from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds
from contactbase.campaign.audience.reason import Reason
from contactbase.campaign.audience.stage import Stage
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel

__all__ = ["ADDRESSES"]

_NONE: Final = Reason(stage=Stage.NO_ADDRESS, code="exclusion.no-address")
_NOT_MOBILE: Final = Reason(stage=Stage.INVALID_ADDRESS, code="exclusion.not-mobile")
_NOT_CALLABLE: Final = Reason(stage=Stage.INVALID_ADDRESS, code="exclusion.not-callable")
_INCOMPLETE: Final = Reason(stage=Stage.INVALID_ADDRESS, code="exclusion.address-incomplete")
_UNASSIGNED: Final = Reason(stage=Stage.ADDRESS_UNASSIGNED, code="exclusion.address-unassigned")
_ABROAD: Final = Reason(stage=Stage.COUNTRY_NOT_ALLOWED, code="exclusion.country-not-allowed")


def _by_phone(channel: Channel, wrong: Reason) -> Callable[[Contact], Reason | None]:
    def fault(contact: Contact) -> Reason | None:
        if phone_of(contact, channel) is not None:
            return None
        return wrong if contact.phones else _NONE

    return fault


def _by_email(contact: Contact) -> Reason | None:
    return None if contact.emails else _NONE


def _by_post(contact: Contact) -> Reason | None:
    if not contact.address:
        return _NONE
    return None if contact.postcode and contact.city else _INCOMPLETE


_FAULT: Final[Mapping[Channel, Callable[[Contact], Reason | None]]] = {
    Channel.SMS: _by_phone(Channel.SMS, _NOT_MOBILE),
    Channel.PHONE: _by_phone(Channel.PHONE, _NOT_CALLABLE),
    Channel.EMAIL: _by_email,
    Channel.POST: _by_post,
}


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    channel, fault_of, unassigned = campaign.channel, _FAULT[campaign.channel], campaign.unassigned
    home = campaign.policy.jurisdiction

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for place, contact in enumerate(batch):
            fault = fault_of(contact)
            if fault is not None:
                yield place, fault
                continue
            phone = phone_of(contact, channel)
            if phone is not None and phone.e164 in unassigned:
                yield place, _UNASSIGNED
            if campaign.countries is not None:
                country = phone.region if phone is not None else contact.country or home
                if country not in campaign.countries:
                    yield place, _ABROAD

    return find


ADDRESSES: Final = ExclusionFamily(name="addresses", prepare=_prepare)
