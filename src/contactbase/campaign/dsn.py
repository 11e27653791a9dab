"""Reading a delivery status notification (RFC 3464) as it arrives in the mailbox for returns.

Every recipient of the report is read. The address is the one the message was sent to (`Original-Recipient`) where the
report names it, since a forward hides it behind another. A delayed message is not lost yet: it is no bounce. A message
that is no such report gives a finding, and nothing is guessed from its prose.

>>> text = b'''Content-Type: multipart/report; report-type=delivery-status; boundary="x"
...
... --x
... Content-Type: message/delivery-status
...
... Reporting-MTA: dns; mx.example.org
...
... Final-Recipient: rfc822; lea@example.org
... Action: failed
... Status: 5.1.1
...
... --x--
... '''
>>> statuses, journal = read_dsn(text)
>>> [(status.action.value, status.bounce.klass.value) for status in statuses]
[('failed', 'hard')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

import attrs

from contactbase.campaign.bounce import Bounce, classify
from contactbase.campaign.bounce_count import Returned
from contactbase.campaign.mail_report import MailReport, address_in, day_in, read_report
from contactbase.model.bounce import BounceClass, BounceReason
from contactbase.model.enums import Channel, Direction, EventKind
from contactbase.model.event import Event
from contactbase.model.journal import Finding, Journal, Outcome, finding

__all__ = ["DeliveryStatus", "DsnAction", "read_dsn"]


class DsnAction(StrEnum):
    """What became of a message (RFC 3464, 2.3.3)."""

    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    RELAYED = "relayed"
    EXPANDED = "expanded"


@attrs.frozen(kw_only=True)
class DeliveryStatus:
    """What became of a message to one address: `on` is the local day of the report (None: it says none).

    `message_id` is that of the message that came back; `diagnostic` the words of the other server, which may hold
    anything.
    """

    address: str = attrs.field(repr=False)
    action: DsnAction
    bounce: Bounce
    on: dt.date | None
    message_id: str | None = attrs.field(default=None, repr=False)
    diagnostic: str = attrs.field(default="", repr=False)

    @property
    def returned(self) -> Returned | None:
        """What counts for the address; None for a message that is only late."""
        return None if self.action is DsnAction.DELAYED else Returned(self.on, self.bounce.klass)

    @property
    def event(self) -> Event | None:
        """The event for the contact's history; None for a message that is only late."""
        if self.action is DsnAction.DELAYED:
            return None
        kind = EventKind.DELIVERY if self.bounce.klass is BounceClass.NONE else EventKind.BOUNCE
        return Event(
            kind=kind, at=self.on, direction=Direction.FROM_US, channel=Channel.EMAIL, reference=self.message_id
        )


def read_dsn(message: bytes | str) -> Outcome[tuple[DeliveryStatus, ...]]:
    """Read a message; one status for each recipient it reports, findings for what it lacks. Never raises."""
    report = read_report(message, "delivery-status")
    if report is None:
        return Outcome((), Journal((finding("return.not-a-report"),)))
    whole = report.blocks[0] if report.blocks else {}
    read = [_status(block, whole, report) for block in report.blocks if "final-recipient" in block or "action" in block]
    statuses = tuple(status for status, _ in read if status is not None)
    findings = [found for _, found in read if found is not None]
    if not read:
        findings.append(finding("return.no-recipient"))
    return Outcome(statuses, Journal(tuple(findings)))


def _status(
    block: Mapping[str, str], whole: Mapping[str, str], report: MailReport
) -> tuple[DeliveryStatus | None, Finding | None]:
    """Read the block of one recipient."""
    address = address_in(block.get("original-recipient")) or address_in(block.get("final-recipient"))
    if address is None:
        return None, finding("return.no-recipient")
    action = _action(block.get("action", ""))
    diagnostic = block.get("diagnostic-code", "")
    bounce = _bounce(action, block.get("status", ""), diagnostic)
    status = DeliveryStatus(
        address=address,
        action=action,
        bounce=bounce,
        on=day_in(block.get("last-attempt-date"), whole.get("arrival-date"), report.headers.get("date")),
        message_id=report.returned.get("message-id"),
        diagnostic=diagnostic,
    )
    return status, finding("return.no-status") if bounce.reason is BounceReason.NO_CODE else None


def _action(word: str) -> DsnAction:
    """Read the action; a word that is none of them is a failure, since a report was worth sending."""
    first = word.split(" ", maxsplit=1)[0].strip("();,.").casefold()
    return DsnAction(first) if first in set(DsnAction) else DsnAction.FAILED


def _bounce(action: DsnAction, status: str, diagnostic: str) -> Bounce:
    if action in {DsnAction.DELIVERED, DsnAction.RELAYED, DsnAction.EXPANDED}:
        return Bounce(BounceClass.NONE, BounceReason.DELIVERED, status or None)
    bounce = classify(status, diagnostic)
    if bounce.klass is BounceClass.NONE:  # a failure with a code of success says nothing
        return Bounce(BounceClass.UNKNOWN, BounceReason.UNDEFINED, bounce.status)
    return bounce
