"""Reading a complaint: the report that a mailbox provider sends when somebody presses "this is spam" (ARF, RFC 5965).

A complaint outranks any code: the person is left alone on this channel. `not-spam` takes nothing back, and
`auth-failure` (RFC 6591) is about our own set-up. Where the report hides the address, the returned message is asked; if
that hides it too there is a finding, and the message id says which message it was.

>>> text = b'''Content-Type: multipart/report; report-type=feedback-report; boundary="x"
...
... --x
... Content-Type: message/feedback-report
...
... Feedback-Type: abuse
... Original-Rcpt-To: <lea@example.org>
... Arrival-Date: Mon, 02 Mar 2026 10:00:00 +0100
...
... --x--
... '''
>>> complaints, journal = read_feedback(text)
>>> complaints[0].kind.value, complaints[0].withdrawal.reason.value, complaints[0].withdrawal.reach.value
('abuse', 'complaint', 'person')
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

import attrs

from contactbase.campaign.mail_report import MailReport, address_in, day_in, read_report
from contactbase.model.enums import Channel, EventKind
from contactbase.model.event import Event
from contactbase.model.journal import Journal, Outcome, finding
from contactbase.model.suppression import SuppressionReason
from contactbase.model.withdrawal import Reach, Withdrawal

__all__ = ["Complaint", "FeedbackKind", "read_feedback"]


class FeedbackKind(StrEnum):
    """What the report is about (RFC 5965, 7.3, and RFC 6591)."""

    ABUSE = "abuse"
    FRAUD = "fraud"
    VIRUS = "virus"
    OTHER = "other"
    OPT_OUT = "opt-out"
    NOT_SPAM = "not-spam"
    AUTH_FAILURE = "auth-failure"


_REASONS: Final = {
    FeedbackKind.ABUSE: SuppressionReason.COMPLAINT,
    FeedbackKind.FRAUD: SuppressionReason.COMPLAINT,
    FeedbackKind.VIRUS: SuppressionReason.COMPLAINT,
    FeedbackKind.OTHER: SuppressionReason.COMPLAINT,
    FeedbackKind.OPT_OUT: SuppressionReason.OPTOUT,
}
"""What somebody must be left alone for; the other kinds ask for nothing."""


@attrs.frozen(kw_only=True)
class Complaint:
    """Who complained about what: `on` is the local day (None: the report says none), `message_id` our message."""

    address: str = attrs.field(repr=False)
    kind: FeedbackKind
    on: dt.date | None
    message_id: str | None = attrs.field(default=None, repr=False)

    @property
    def withdrawal(self) -> Withdrawal | None:
        """The instruction to the suppression list; None for a report that is no complaint."""
        reason = _REASONS.get(self.kind)
        if reason is None:
            return None
        return Withdrawal(
            channel=Channel.EMAIL,
            address=self.address,
            at=self.on,
            reason=reason,
            reach=Reach.PERSON if reason is SuppressionReason.COMPLAINT else Reach.ADDRESS,
            source=f"feedback:{self.kind}",
        )

    @property
    def event(self) -> Event | None:
        """The event for the contact's history; None for a report that is no complaint."""
        if self.withdrawal is None:
            return None
        kind = EventKind.UNSUBSCRIBE if self.kind is FeedbackKind.OPT_OUT else EventKind.COMPLAINT
        return Event(kind=kind, at=self.on, channel=Channel.EMAIL, reference=self.message_id)


def read_feedback(message: bytes | str) -> Outcome[tuple[Complaint, ...]]:
    """Read a message; one complaint for the recipient it names, findings for what it lacks. Never raises."""
    report = read_report(message, "feedback-report")
    if report is None or not report.blocks:
        return Outcome((), Journal((finding("return.not-a-report"),)))
    fields = report.blocks[0]
    kind = _kind(fields.get("feedback-type", ""))
    address = _address(report)
    findings = () if kind in _REASONS else (finding("return.not-a-complaint"),)
    if address is None:
        return Outcome((), Journal((*findings, finding("return.no-recipient"))))
    complaint = Complaint(
        address=address,
        kind=kind,
        on=day_in(fields.get("arrival-date"), fields.get("received-date"), report.headers.get("date")),
        message_id=report.returned.get("message-id"),
    )
    return Outcome((complaint,), Journal(findings))


def _kind(word: str) -> FeedbackKind:
    """Read the kind; a kind that nobody registered is taken as a complaint."""
    plain = word.strip().casefold()
    return FeedbackKind(plain) if plain in set(FeedbackKind) else FeedbackKind.OTHER


def _address(report: MailReport) -> str | None:
    fields = report.blocks[0]
    named = (fields.get("original-rcpt-to"), fields.get("removal-recipient"), report.returned.get("to"))
    found = (address_in(value) for value in named)
    return next((address for address in found if address is not None and not _hidden(address)), None)


def _hidden(address: str) -> bool:
    """Tell whether a provider put something in the place of the mailbox (`redacted@example.org`)."""
    return address.partition("@")[0].strip("*x").casefold() in {"", "redacted", "removed", "hidden"}
