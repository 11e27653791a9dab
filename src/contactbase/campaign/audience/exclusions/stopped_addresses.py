"""Who shares an address with somebody who said STOP: the address is stopped, so neither is written to.

A stop anywhere in the base and in its history binds everybody on the address, whatever the segment; only a consent that
is proved and given later, by the contact that would be written to, takes precedence. An undated stop is newer than any.

>>> STOPPED_ADDRESSES.name
'stopped addresses'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.campaign.audience.address import ADDRESS_OF, all_keys_of
from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.reason import Reason
from contactbase.campaign.audience.stage import Stage
from contactbase.model.consent import PERMITTING, ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, LegalBasis, Purpose
from contactbase.model.proof import ConsentProof
from contactbase.normalize.email_key import mailbox_key

__all__ = ["STOPPED_ADDRESSES"]

_STOPPED: Final = Reason(stage=Stage.SUPPRESSED_OPTOUT, code="exclusion.stopped-address")
_STOPS: Final = frozenset({ConsentStatus.WITHDRAWN, ConsentStatus.REVOKED, ConsentStatus.REFUSED})
_EVENTS: Final = frozenset({EventKind.UNSUBSCRIBE, EventKind.COMPLAINT})


def _prepare(campaign: Campaign, base: ContactBase) -> Finds:
    if not campaign.prospects:
        return nothing
    channel, purpose, day = campaign.channel, campaign.purpose, campaign.day
    stops = _stops(base, channel, purpose)
    address_of = ADDRESS_OF[channel]
    if not stops:
        return nothing

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for place, contact in enumerate(batch):
            key = address_of(contact)
            stop = None if key is None else stops.get(key)
            if stop is not None and not _granted_after(contact, stop, key, channel, purpose, day):
                yield place, _STOPPED

    return find


def _stops(base: ContactBase, channel: Channel, purpose: Purpose) -> dict[str, dt.date]:
    """Give the latest day on which each address was stopped."""
    stops: dict[str, dt.date] = {}
    for contact in base.values():
        for address, at in _said(contact, channel, purpose):
            day = at or dt.date.max
            for key in all_keys_of(contact, channel) if address is None else (_key(address, channel),):
                if day >= stops.get(key, dt.date.min):
                    stops[key] = day
    return stops


def _said(contact: Contact, channel: Channel, purpose: Purpose) -> Iterator[tuple[str | None, dt.date | None]]:
    """Give the stops of a contact: which address (None: all of the channel) and when."""
    for line in contact.consents:
        if line.status in _STOPS and line.channel is channel and line.purpose is purpose:
            yield line.address, line.at
    for event in contact.events:
        if event.kind in _EVENTS and (event.channel is None or event.channel is channel):
            yield None, event.at


def _granted_after(
    contact: Contact, stop: dt.date, key: str | None, channel: Channel, purpose: Purpose, day: dt.date
) -> bool:
    return any(
        line.at is not None and stop < line.at <= day and _proved(line) and _about(line, key, channel, purpose)
        for line in contact.consents
        if line.status in PERMITTING
    )


def _about(line: ConsentRecord, key: str | None, channel: Channel, purpose: Purpose) -> bool:
    named = line.address is None or _key(line.address, channel) == key
    return named and line.channel is channel and line.purpose is purpose and line.basis is LegalBasis.CONSENT


def _proved(line: ConsentRecord) -> bool:
    proof = ConsentProof.read(line.proof)
    return proof is not None and proof.proves


def _key(address: str, channel: Channel) -> str:
    local, at, domain = address.rpartition("@")
    return mailbox_key(local, domain.lower()) if at and channel is Channel.EMAIL else address


STOPPED_ADDRESSES: Final = ExclusionFamily(name="stopped addresses", prepare=_prepare)
