"""Releasing a plan of sending: checked again, message by message, and written as the tools want it.

At the release everything is asked again: the seal, the test, the suppression list, the consent, the address, the hour.
A STOP that arrived after planning wins, and a release never sends to anybody who was not planned.

>>> from contactbase.campaign.send_making import make
>>> from contactbase.model.contact import Phone
>>> from contactbase.model.enums import Channel, PhoneKind
>>> lea = Contact(id="c-1", phones=(Phone("+33612345678", PhoneKind.MOBILE, "FR"),))
>>> me = Contact(id="me", phones=(Phone("+33612345679", PhoneKind.MOBILE, "FR"),))
>>> start = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
>>> plan = make([lea], campaign="spring", channel=Channel.SMS, segment="lyon", start=start, text="LEA", testers=[me])
>>> release(plan, [lea], at=start).journal.count()
{'plan.untested': 1}
>>> released, _ = release(plan.tested(on=dt.date(2026, 3, 1), by="Zoé"), [lea], at=start)
>>> len(released.messages)
1
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from contactbase.campaign.openings import Closure
from contactbase.campaign.place import place_of
from contactbase.campaign.reachable import addresses_on
from contactbase.campaign.send_making import ZONE, Contacts, aware, each_of
from contactbase.campaign.send_sealing import PlannedMessage, SendPlan
from contactbase.campaign.slot import check
from contactbase.errors import MessageError
from contactbase.layouts.sends.catalog import SEND_LAYOUTS
from contactbase.layouts.sends.layout import SendLayout
from contactbase.model.contact import Contact
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.suppression import Suppressor
from contactbase.policy.policy import Policy
from contactbase.policy.sending import WindowRule
from contactbase.policy.standing import standing
from contactbase.segment.days import local_day

__all__ = ["Released", "release", "release_tests", "rows"]


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
    return _checked(plan, left, contacts, aware(at), suppression, policy, window)


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
    now = [attrs.evolve(message, at=aware(at)) for message in plan.tests]
    return _checked(plan, now, testers, at, suppression, policy, None)


def _refused(messages: Iterable[PlannedMessage], code: str) -> Outcome[Released]:
    return Outcome(Released(dropped={message.contact: code for message in messages}), Journal((finding(code),)))


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
    held = {contact.id: contact for contact in each_of(contacts)}
    ready, waiting, dropped, entries = list[PlannedMessage](), list[PlannedMessage](), dict[str, str](), list[Entry]()
    for message in messages:
        contact = held.get(message.contact)
        code = _against(plan, message, contact, suppression, policy, local_day(at, ZONE))
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
