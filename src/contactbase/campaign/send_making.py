"""Making a plan of sending from contacts who may be written to.

Whoever decides who is eligible (an audience, a warm-up group, a list) gives contacts; the plan gives each one address,
a batch and an instant. Contacts are planned in the order of their ids, so the same contacts give the same plan.

>>> from contactbase.model.contact import Phone
>>> from contactbase.model.enums import PhoneKind
>>> lea = Contact(id="c-1", phones=(Phone("+33612345678", PhoneKind.MOBILE, "FR"),))
>>> start = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
>>> make([lea], campaign="spring", channel=Channel.SMS, segment="lyon", start=start, text="LEA : bonjour")
SendPlan('spring', sms, 1 message in 1 batch)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from contactbase.campaign.reachable import addresses_on
from contactbase.campaign.send_sealing import PlannedMessage, SendPlan
from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import Suppressor
from contactbase.segment.days import local_day

__all__ = ["ZONE", "Batches", "Contacts", "aware", "each_of", "make"]

Contacts = Mapping[str, Contact] | Iterable[Contact]
ZONE: Final = "Europe/Paris"


@attrs.frozen(kw_only=True)
class Batches:
    """How messages are spread: `size` in a batch (None: all in one), `minutes` from one batch to the next."""

    size: int | None = None
    minutes: int = 60

    def __attrs_post_init__(self) -> None:
        if (self.size is not None and self.size < 1) or self.minutes < 0:
            raise MessageError(
                f"Batches of {self.size} every {self.minutes} minutes are none. Give 1 or more, and 0 or more."
            )

    def number(self, place: int) -> int:
        """Give the batch (from 1) of the message in a place (from 0)."""
        return 1 if self.size is None else place // self.size + 1

    def at(self, start: dt.datetime, number: int) -> dt.datetime:
        """Give the instant of a batch."""
        return start + dt.timedelta(minutes=self.minutes) * (number - 1)


def make(
    contacts: Contacts,
    *,
    campaign: str,
    channel: Channel,
    segment: str,
    start: dt.datetime,
    text: str | Callable[[Contact], str] = "",
    purpose: Purpose = Purpose.MARKETING,
    testers: Iterable[Contact] = (),
    batches: Batches | None = None,
    suppression: Suppressor | None = None,
) -> SendPlan:
    """Plan a message to each of some contacts who may be written to; the plan is sealed.

    `segment` names whom they are (R73: a campaign has a segment); `text` is the message, or gives it for a contact;
    `testers` try it out first and are not otherwise planned. Who has no address, an address that somebody planned has
    already, or stands on the suppression list is left out, with its code. MessageError for an instant without a zone,
    or a segment without a name.
    """
    if not segment.strip():
        raise MessageError("The plan names no segment. Say whom it is for: a campaign is never for the whole base.")
    spread, on = batches or Batches(), local_day(aware(start), ZONE)
    trying = sorted(testers, key=lambda contact: contact.id)
    told = text if callable(text) else lambda _contact: text
    held = frozenset(contact.id for contact in trying)
    planned: list[tuple[Contact, str]] = []
    left_out: dict[str, str] = {}
    seen: set[str] = set()
    for contact in sorted(each_of(contacts), key=lambda contact: contact.id):
        if contact.id in held:
            continue
        found = _address(contact, channel, purpose, suppression, on)
        if found.startswith(_CODE):
            left_out[contact.id] = found.removeprefix(_CODE)
        elif found in seen:
            left_out[contact.id] = "plan.same-address"
        else:
            seen.add(found)
            planned.append((contact, found))
    return SendPlan(
        campaign=campaign,
        channel=channel,
        purpose=purpose,
        segment=segment,
        planned_on=on,
        messages=tuple(_planned(planned, spread, start, told)),
        tests=tuple(_planned(_with_addresses(trying, channel), Batches(), start, told)),
        left_out=left_out,
    ).sealed()


_CODE: Final = "\0"
"""Stands before a code where an address is missing; no address begins so."""


def each_of(contacts: Contacts) -> Iterable[Contact]:
    """Give the contacts of a base, or those given."""
    return contacts.values() if isinstance(contacts, Mapping) else contacts


def _planned(
    found: Iterable[tuple[Contact, str]], spread: Batches, start: dt.datetime, told: Callable[[Contact], str]
) -> Iterator[PlannedMessage]:
    for place, (contact, address) in enumerate(found):
        number = spread.number(place)
        yield PlannedMessage(
            contact=contact.id, address=address, batch=number, at=spread.at(start, number), text=told(contact)
        )


def _with_addresses(contacts: Iterable[Contact], channel: Channel) -> Iterator[tuple[Contact, str]]:
    for contact in contacts:
        addresses = addresses_on(contact, channel)
        if addresses:
            yield contact, addresses[0]


def _address(contact: Contact, channel: Channel, purpose: Purpose, suppression: Suppressor | None, on: dt.date) -> str:
    """Give the address to write to, or the code (behind `_CODE`) of what speaks against it."""
    own = addresses_on(contact, channel)
    if not own:
        return f"{_CODE}plan.no-address"
    if suppression is None:
        return own[0]
    said = suppression.judge(contact, channel=channel, purpose=purpose, as_of=on)
    if said.blocked:
        return f"{_CODE}{said.code}"
    if not said.entries:
        return own[0]
    free = next((address for address in own if address in said.addresses), None)
    return free if free is not None else f"{_CODE}{said.code}"


def aware(at: dt.datetime) -> dt.datetime:
    """Give an instant back; MessageError for one without a zone."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise MessageError("The instant has no time zone. Give one, as in datetime(2026, 3, 2, 10, tzinfo=UTC).")
    return at
