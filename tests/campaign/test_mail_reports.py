"""Delivery notifications and complaints as they arrive: whole, cut, hostile, and messages that are neither."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.campaign.dsn import DsnAction, read_dsn
from contactbase.campaign.feedback import FeedbackKind, read_feedback
from contactbase.model.bounce import BounceClass
from contactbase.model.enums import Direction, EventKind
from contactbase.model.suppression import SuppressionReason

DSN = b"""From: MAILER-DAEMON@mx.example.net
To: returns@shop.example.org
Subject: Undelivered Mail Returned to Sender
Date: Tue, 03 Mar 2026 08:30:00 +0100
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="A8B9/mx.example.net"

This is a MIME-encapsulated message.

--A8B9/mx.example.net
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

<zoe@example.org>: mailbox full

--A8B9/mx.example.net
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Mon, 02 Mar 2026 10:00:00 +0100 (CET)

Final-Recipient: rfc822; forwarded@elsewhere.example
Original-Recipient: rfc822;lea@example.org
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.elsewhere.example
Diagnostic-Code: smtp; 550 5.1.1
 <forwarded@elsewhere.example>: Recipient address rejected:
 User unknown

Final-Recipient: rfc822; zoe@example.org
Action: delayed
Status: 4.2.2
Last-Attempt-Date: Tue, 03 Mar 2026 08:00:00 +0100

Final-Recipient: rfc822; noe@example.org
Action: relayed (to a server that reports nothing)
Status: 2.1.9

Final-Recipient: rfc822; ali@example.org
Action: failed

--A8B9/mx.example.net
Content-Type: message/rfc822

From: shop@shop.example.org
To: lea@example.org
Message-ID: <spring-17@shop.example.org>
Subject: Printemps

Bonjour

--A8B9/mx.example.net--
"""

ARF = b"""From: <abusedesk@example.net>
Date: Thu, 05 Mar 2026 17:40:36 +0100
Subject: FW: Printemps
To: <fbl@shop.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1"

--part1
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.
--part1
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <shop@shop.example.org>
Original-Rcpt-To: <lea@example.org>
Arrival-Date: Thu, 05 Mar 2026 15:00:00 +0100
Reported-Domain: shop.example.org

--part1
Content-Type: text/rfc822-headers

From: <shop@shop.example.org>
To: <Lea@example.org>
Message-ID: <spring-17@shop.example.org>

--part1--
"""


def test_every_recipient_of_a_notification_is_read() -> None:
    statuses, journal = read_dsn(DSN)
    assert [(one.address, one.action, one.bounce.klass) for one in statuses] == [
        ("lea@example.org", DsnAction.FAILED, BounceClass.HARD),
        ("zoe@example.org", DsnAction.DELAYED, BounceClass.SOFT),
        ("noe@example.org", DsnAction.RELAYED, BounceClass.NONE),
        ("ali@example.org", DsnAction.FAILED, BounceClass.UNKNOWN),
    ]
    assert journal.count() == {"return.no-status": 1}
    assert [one.on for one in statuses] == [dt.date(2026, 3, day) for day in (2, 3, 2, 2)]
    assert statuses[0].message_id == "<spring-17@shop.example.org>"
    assert statuses[0].diagnostic.endswith("User unknown")


def test_a_failure_is_a_bounce_a_delay_is_nothing_yet() -> None:
    hard, delayed, relayed, _ = read_dsn(DSN).value
    assert hard.event is not None
    assert (hard.event.kind, hard.event.direction) == (EventKind.BOUNCE, Direction.FROM_US)
    assert hard.returned == (dt.date(2026, 3, 2), BounceClass.HARD)
    assert (delayed.event, delayed.returned) == (None, None)
    assert relayed.event is not None
    assert relayed.event.kind is EventKind.DELIVERY


def test_nothing_personal_is_shown() -> None:
    shown = repr(read_dsn(DSN)) + repr(read_feedback(ARF))
    assert "@" not in shown


@pytest.mark.parametrize("change", [str, lambda text: text.decode("ascii"), lambda text: text.replace(b"\n", b"\r\n")])
def test_text_and_line_ends_change_nothing(change: object) -> None:
    changed = DSN.decode() if change is str else change(DSN)  # type: ignore[operator]  # a function
    assert [one.address for one in read_dsn(changed).value] == [one.address for one in read_dsn(DSN).value]


def test_a_failure_with_a_code_of_success_is_no_delivery() -> None:
    found = read_dsn(DSN.replace(b"Status: 5.1.1", b"Status: 2.0.0").replace(b"550 5.1.1", b"250 ok")).value[0]
    assert found.bounce.klass is BounceClass.UNKNOWN


def test_an_international_report_is_read() -> None:
    text = DSN.replace(b"message/delivery-status", b"message/global-delivery-status")
    text = text.replace(b"rfc822;lea@example.org", rb"utf-8; l\x{E9}a@example.org")
    text = text.replace(b"rfc822; zoe@example.org", "utf-8; zoé@example.org".encode())
    assert [one.address for one in read_dsn(text).value] == [
        "léa@example.org",
        "zoé@example.org",
        "noe@example.org",
        "ali@example.org",
    ]


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_a_report_that_was_encoded_is_read(encoding: str) -> None:
    import base64  # noqa: PLC0415 - of this test alone
    import quopri  # noqa: PLC0415 - the same

    head, _, rest = DSN.partition(b"Content-Type: message/delivery-status\n\n")
    body, mark, tail = rest.partition(b"\n--A8B9")
    encoded = base64.encodebytes(body) if encoding == "base64" else quopri.encodestring(body)
    kind = f"Content-Type: message/delivery-status\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    assert [one.address for one in read_dsn(head + kind + encoded + mark + tail).value] == [
        one.address for one in read_dsn(DSN).value
    ]


def prose() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Re: Printemps"
    message.set_content("Final-Recipient: rfc822; lea@example.org\nStatus: 5.1.1\n")
    return message.as_bytes()


@pytest.mark.parametrize("text", [b"", b"\0\xff" * 1_000, prose(), ARF, b"Content-Type: multipart/report\n\n"])
def test_what_is_no_notification_is_said_to_be_none(text: bytes) -> None:
    statuses, journal = read_dsn(text)
    assert (statuses, journal.count()) == ((), {"return.not-a-report": 1})


def test_a_report_without_recipients_says_so() -> None:
    text = DSN.replace(b"Final-Recipient:", b"X-Recipient:").replace(b"Original-Recipient:", b"X-Original:")
    assert read_dsn(text).journal.count() == {"return.no-recipient": 4}
    assert read_dsn(text.replace(b"Action:", b"X-Action:")).journal.count() == {"return.no-recipient": 1}


@given(st.integers(0, len(DSN)))
@settings(deadline=None)
def test_a_notification_cut_anywhere_is_read_as_far_as_it_goes(length: int) -> None:
    whole = [one.address for one in read_dsn(DSN).value]
    cut = [one.address for one in read_dsn(DSN[:length]).value]
    assert all(any(address.startswith(one) for address in [*whole, "forwarded@elsewhere.example"]) for one in cut)


@given(st.binary(max_size=400), st.integers(0, len(DSN)))
@settings(deadline=None)
def test_no_bytes_make_reading_raise(junk: bytes, at: int) -> None:
    for text in (junk, DSN[:at] + junk + DSN[at:], ARF[:at] + junk + ARF[at:]):
        read_dsn(text)
        read_feedback(text)


@given(st.text())
@settings(deadline=None)
def test_no_text_makes_reading_raise(text: str) -> None:
    read_dsn("Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n" + text)
    read_feedback("Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/feedback-report\n\n" + text)


def test_a_message_nested_a_thousand_times_is_refused_and_not_followed() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(2_000)
    )
    assert read_dsn(deep).journal.count() == {"return.not-a-report": 1}


def test_a_complaint_leaves_the_person_alone() -> None:
    (complaint,), journal = read_feedback(ARF)
    assert (complaint.kind, complaint.on, journal.count()) == (FeedbackKind.ABUSE, dt.date(2026, 3, 5), {})
    assert complaint.address == "lea@example.org"
    assert complaint.message_id == "<spring-17@shop.example.org>"
    assert complaint.withdrawal is not None
    assert complaint.withdrawal.reason is SuppressionReason.COMPLAINT
    assert complaint.event is not None
    assert (complaint.event.kind, complaint.event.direction) == (EventKind.COMPLAINT, Direction.FROM_PERSON)


@pytest.mark.parametrize(
    ("kind", "reason", "event"),
    [
        (b"fraud", SuppressionReason.COMPLAINT, EventKind.COMPLAINT),
        (b"something-new", SuppressionReason.COMPLAINT, EventKind.COMPLAINT),
        (b"opt-out", SuppressionReason.OPTOUT, EventKind.UNSUBSCRIBE),
        (b"not-spam", None, None),
        (b"auth-failure", None, None),
    ],
)
def test_each_kind_of_feedback_asks_for_what_it_asks_for(
    kind: bytes, reason: SuppressionReason | None, event: EventKind | None
) -> None:
    (complaint,), journal = read_feedback(ARF.replace(b"Feedback-Type: abuse", b"Feedback-Type: " + kind))
    assert (complaint.withdrawal.reason if complaint.withdrawal else None) == reason
    assert (complaint.event.kind if complaint.event else None) == event
    assert ("return.not-a-complaint" in journal.count()) == (reason is None)


def test_an_address_that_is_hidden_is_looked_for_in_the_message_and_never_invented() -> None:
    hidden = ARF.replace(b"Original-Rcpt-To: <lea@example.org>", b"Original-Rcpt-To: <redacted@example.org>")
    assert read_feedback(hidden).value[0].address == "Lea@example.org"
    gone = hidden.replace(b"To: <Lea@example.org>", b"To: undisclosed recipients")
    assert read_feedback(gone) == ((), read_feedback(gone).journal)
    assert read_feedback(gone).journal.count() == {"return.no-recipient": 1}
    assert read_feedback(DSN).journal.count() == {"return.not-a-report": 1}
