"""Making a plan of sending from contacts who may be written to, and releasing it: checked again, message by message.

Whoever decides who is eligible (an audience, a warm-up group, a list) gives contacts; the plan gives each one address,
a batch and an instant. Contacts are planned in the order of their ids, so the same contacts give the same plan. At the
release everything is asked again: the seal, the test, the suppression list, the consent, the address, the hour. A STOP
that arrived after planning wins, and a release never sends to anybody who was not planned.

>>> from contactbase.model.contact import Phone
>>> from contactbase.model.enums import PhoneKind
>>> lea = Contact(id="c-1", phones=(Phone("+33612345678", PhoneKind.MOBILE, "FR"),))
>>> start = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
>>> me = Contact(id="me", phones=(Phone("+33612345679", PhoneKind.MOBILE, "FR"),))
>>> plan = make([lea], campaign="spring", channel=Channel.SMS, segment="lyon", start=start, text="LEA", testers=[me])
>>> release(plan, [lea], at=start).journal.count()
{'plan.untested': 1}
>>> released, _ = release(plan.tested(on=dt.date(2026, 3, 1), by="Zoé"), [lea], at=start)
>>> len(released.messages)
1
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from contactbase.campaign.openings import Closure
from contactbase.campaign.place import place_of
from contactbase.campaign.reachable import addresses_on
from contactbase.campaign.send_sealing import PlannedMessage, SendPlan
from contactbase.campaign.slot import check
from contactbase.errors import MessageError
from contactbase.layouts.sends.catalog import SEND_LAYOUTS
from contactbase.layouts.sends.layout import SendLayout
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Purpose
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.suppression import Suppressor
from contactbase.policy.policy import Policy
from contactbase.policy.sending import WindowRule
from contactbase.policy.standing import standing
from contactbase.segment.days import local_day

__all__ = ["Batches", "Released", "make", "release", "release_tests", "rows"]

Contacts = Mapping[str, Contact] | Iterable[Contact]
_ZONE: Final = "Europe/Paris"


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


@attrs.frozen(kw_only=True)
class Released:
    """What may go out now; `waiting` are messages whose batch or hour has not come, `dropped` the codes of others."""

    messages: tuple[PlannedMessage, ...] = attrs.field(default=(), repr=False)
    waiting: tuple[PlannedMessage, ...] = attrs.field(default=(), repr=False)
    dropped: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether nothing waits."""
        return not self.waiting


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
    spread, on = batches or Batches(), local_day(_aware(start), _ZONE)
    trying = sorted(testers, key=lambda contact: contact.id)
    told = text if callable(text) else lambda _contact: text
    held = frozenset(contact.id for contact in trying)
    planned: list[tuple[Contact, str]] = []
    left_out: dict[str, str] = {}
    seen: set[str] = set()
    for contact in sorted(_each(contacts), key=lambda contact: contact.id):
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


def _each(contacts: Contacts) -> Iterable[Contact]:
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


def release(
    plan: SendPlan,
    contacts: Contacts,
    *,
    at: dt.datetime,
    suppression: Suppressor | None = None,
    policy: Policy | None = None,
    window: WindowRule | None = None,
    already: Iterable[str] = (),
) -> Outcome[Released]:
    """Give the messages of a plan that may go out at an instant, each checked against what is known now.

    `contacts` is the base as it is now; `policy` asks consent again, `window` the hour at the recipient's; `already`
    are the ids of contacts who were sent to in an earlier release. Nothing goes out of a plan that was changed or not
    tested. The journal has a finding for each message that is dropped or finds its hour closed. MessageError for an
    instant without a zone.
    """
    refused = "plan.changed" if not plan.intact else "plan.untested" if not plan.is_tested else None
    if refused is not None:
        return _refused(plan.messages, refused)
    done = frozenset(already)
    left = [message for message in plan.messages if message.contact not in done]
    return _checked(plan, left, contacts, _aware(at), suppression, policy, window)


def release_tests(
    plan: SendPlan,
    testers: Contacts,
    *,
    at: dt.datetime,
    suppression: Suppressor | None = None,
    policy: Policy | None = None,
) -> Outcome[Released]:
    """Give the test messages of a plan that may go out: relatives must not have objected either (R72).

    They go out before the plan does, whatever its start. Look at what arrives, then record it with `plan.tested`.
    """
    if not plan.intact:
        return _refused(plan.tests, "plan.changed")
    now = [attrs.evolve(message, at=_aware(at)) for message in plan.tests]
    return _checked(plan, now, testers, at, suppression, policy, None)


def _refused(messages: Iterable[PlannedMessage], code: str) -> Outcome[Released]:
    return Outcome(Released(dropped={message.contact: code for message in messages}), Journal((finding(code),)))


def _aware(at: dt.datetime) -> dt.datetime:
    if at.tzinfo is None or at.utcoffset() is None:
        raise MessageError("The instant has no time zone. Give one, as in datetime(2026, 3, 2, 10, tzinfo=UTC).")
    return at


def _checked(
    plan: SendPlan,
    messages: Iterable[PlannedMessage],
    contacts: Contacts,
    at: dt.datetime,
    suppression: Suppressor | None,
    policy: Policy | None,
    window: WindowRule | None,
) -> Outcome[Released]:
    """Ask everything again, message by message."""
    held = {contact.id: contact for contact in _each(contacts)}
    ready, waiting, dropped, entries = list[PlannedMessage](), list[PlannedMessage](), dict[str, str](), list[Entry]()
    for message in messages:
        contact = held.get(message.contact)
        code = _against(plan, message, contact, suppression, policy, local_day(at, _ZONE))
        if code is not None:
            dropped[message.contact] = code
            entries.append(finding(code, contact=message.contact))
        elif message.at > at:
            waiting.append(message)
        elif contact is not None and not _is_open(contact, at, window):
            waiting.append(message)
            entries.append(finding("plan.closed", contact=message.contact))
        else:
            ready.append(message)
    return Outcome(Released(messages=tuple(ready), waiting=tuple(waiting), dropped=dropped), Journal(tuple(entries)))


def _against(
    plan: SendPlan,
    message: PlannedMessage,
    contact: Contact | None,
    suppression: Suppressor | None,
    policy: Policy | None,
    on: dt.date,
) -> str | None:
    """Give the code of what speaks against a message now; None when nothing does."""
    if contact is None:
        return "plan.gone"
    if message.address not in addresses_on(contact, plan.channel):
        return "plan.address-changed"
    if suppression is not None:
        said = suppression.judge(contact, channel=plan.channel, purpose=plan.purpose, as_of=on)
        if said.blocked or (said.entries and message.address not in said.addresses):
            return said.code
    if policy is not None and not standing(
        contact, channel=plan.channel, purpose=plan.purpose, as_of=on, policy=policy, address=message.address
    ):
        return "plan.not-permitted"
    return None


def _is_open(contact: Contact, at: dt.datetime, window: WindowRule | None) -> bool:
    """Tell whether the hour is allowed at the recipient's."""
    return window is None or check(at, window=window, place=place_of(contact)).closure is Closure.OK


def rows(
    messages: Iterable[PlannedMessage], *, campaign: str, layout: str | SendLayout = "neutral"
) -> tuple[tuple[str, ...], ...]:
    """Give messages as the rows of a tool's list, its header first, numbers in the form that it wants.

    MessageError for a layout that there is none of, and for a number that its form cannot write (a foreign one in a
    list of French numbers): it names the contact, not the number.
    """
    if isinstance(layout, str) and layout not in SEND_LAYOUTS:
        raise MessageError(f"There is no layout {layout!r} for sending. Choose one of {', '.join(SEND_LAYOUTS)}.")
    form = SEND_LAYOUTS[layout] if isinstance(layout, str) else layout
    made = [form.header]
    for message in messages:
        parts = {
            "address": message.address,
            "contact": message.contact,
            "batch": str(message.batch),
            "at": message.at.isoformat(),
            "campaign": campaign,
            "text": message.text,
        }
        cells = form.row(parts)
        if cells is None:
            raise MessageError(
                f"The number of {message.contact} cannot be written as {form.numbers}, which {form.name} wants. "
                "Leave the contact out, or choose another layout."
            )
        made.append(cells)
    return tuple(made)
