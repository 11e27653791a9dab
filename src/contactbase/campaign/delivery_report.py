"""What a provider says became of each message, as events of contacts and instructions to the suppression list.

Status words are those of SMPP (`DELIVRD`, `UNDELIV`, …) and what providers write in French and English. A message that
is still under way is no event. An SMS cannot be seen to be opened, so an open of one is refused; a click is an act of
the person, an opened e-mail is not. A word nobody knows gives a finding and no event.

>>> rows = [
...     {"to": "+33612345678", "status": "DELIVRD", "date": "2026-03-02"},
...     {"to": "+33612345678", "status": "clicked", "date": "2026-03-02"},
...     {"to": "+33698765432", "status": "STOP", "date": "2026-03-03"},
... ]
>>> reported, journal = read_reports(rows, channel=Channel.SMS, campaign="spring")
>>> [(one.event.kind.value, one.event.direction.value) for one in reported]
[('delivery', 'from_us'), ('click', 'from_person'), ('unsubscribe', 'from_person')]
>>> reported[2].withdrawal.reason.value
'optout'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

import attrs

from contactbase.campaign.bounce import Bounce, classify
from contactbase.campaign.row_reading import Columns, Row, day_of, phone_of, word_of
from contactbase.model.bounce import BounceClass, BounceReason
from contactbase.model.enums import Channel, Direction, EventKind
from contactbase.model.event import Event
from contactbase.model.hints import Hints
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.source import SourceRef
from contactbase.model.suppression import SuppressionReason
from contactbase.model.withdrawal import Reach, Withdrawal
from contactbase.normalize import email

__all__ = ["Reported", "ReportedStatus", "read_reports"]


class ReportedStatus(StrEnum):
    """What became of a message."""

    PENDING = "pending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    OPENED = "opened"
    CLICKED = "clicked"
    UNSUBSCRIBED = "unsubscribed"
    COMPLAINED = "complained"
    REPLIED = "replied"


_S: Final = ReportedStatus
_COLUMNS: Final = Columns(
    {
        "address": "to|msisdn|number|numéro|téléphone|phone|mobile|destination|recipient|destinataire|contact"
        "|email|e-mail",
        "status": "status|statut|état|state|event|événement|dlr|delivery status|type|result|résultat",
        "code": "error code|code erreur|code|smtp code|status code|enhanced status",
        "words": "reason|raison|error|erreur|description|diagnostic|message|detail|détail",
        "on": "date|at|timestamp|time|delivered at|date de réception|date d'envoi|done date|event date|horodatage",
        "id": "id|message id|messageid|reference|référence|uuid",
        "link": "link|lien|url|clicked url|clicked link|url cliquée|lien cliqué|target url|short url|target",
    }
)
_WORDS: Final = {
    word_of(word): status
    for status, words in {
        _S.PENDING: "enroute|acceptd|accepted|queued|scheduled|pending|en attente|programmé|buffered|submitd|processed"
        "|deferred|delayed|unknown",
        _S.SENT: "sent|submitted|envoyé|émis",
        _S.DELIVERED: "delivrd|delivered|livré|reçu|délivré|remis|ok|read|lu",
        _S.FAILED: "undeliv|undelivered|undeliverable|failed|expired|deleted|rejectd|rejected|échec|échoué|non délivré"
        "|expiré|rejeté|bounce|bounced|hard bounce|hardbounce|soft bounce|softbounce|blocked|bloqué|error|erreur"
        "|dropped|invalid|invalide|npai|noroute|blist",
        _S.OPENED: "open|opened|ouvert|ouverture",
        _S.CLICKED: "click|clicked|clic|cliqué",
        _S.UNSUBSCRIBED: "unsubscribe|unsubscribed|stop|optout|opt out|désabonné|désinscrit|désabonnement"
        "|désinscription",
        _S.COMPLAINED: "complaint|complained|spam|spam report|spamreport|abuse|plainte",
        _S.REPLIED: "reply|replied|réponse|répondu|inbound",
    }.items()
    for word in words.split("|")
}
_FAILURES: Final = {
    word_of(word): Bounce(klass, reason)
    for word, klass, reason in (
        ("expired", BounceClass.SOFT, BounceReason.EXPIRED),
        ("expiré", BounceClass.SOFT, BounceReason.EXPIRED),
        ("rejectd", BounceClass.BLOCK, BounceReason.POLICY),
        ("rejected", BounceClass.BLOCK, BounceReason.POLICY),
        ("rejeté", BounceClass.BLOCK, BounceReason.POLICY),
        ("blocked", BounceClass.BLOCK, BounceReason.POLICY),
        ("bloqué", BounceClass.BLOCK, BounceReason.POLICY),
        ("blist", BounceClass.BLOCK, BounceReason.POLICY),
        ("dropped", BounceClass.BLOCK, BounceReason.POLICY),
        ("noroute", BounceClass.SOFT, BounceReason.ROUTING),
        ("hard bounce", BounceClass.HARD, BounceReason.BAD_MAILBOX),
        ("hardbounce", BounceClass.HARD, BounceReason.BAD_MAILBOX),
        ("invalid", BounceClass.HARD, BounceReason.BAD_SYNTAX),
        ("invalide", BounceClass.HARD, BounceReason.BAD_SYNTAX),
        ("npai", BounceClass.HARD, BounceReason.BAD_MAILBOX),
        ("soft bounce", BounceClass.SOFT, BounceReason.UNDEFINED),
        ("softbounce", BounceClass.SOFT, BounceReason.UNDEFINED),
    )
}
"""What a status word says of a failure where no code does."""

_KINDS: Final = {
    _S.SENT: (EventKind.MESSAGE, Direction.FROM_US),
    _S.DELIVERED: (EventKind.DELIVERY, Direction.FROM_US),
    _S.FAILED: (EventKind.BOUNCE, Direction.FROM_US),
    _S.OPENED: (EventKind.OPEN, Direction.FROM_PERSON),
    _S.CLICKED: (EventKind.CLICK, Direction.FROM_PERSON),
    _S.UNSUBSCRIBED: (EventKind.UNSUBSCRIBE, Direction.FROM_PERSON),
    _S.COMPLAINED: (EventKind.COMPLAINT, Direction.FROM_PERSON),
    _S.REPLIED: (EventKind.REPLY, Direction.FROM_PERSON),
}


@attrs.frozen(kw_only=True)
class Reported:
    """One row: the address in normal form, what became of the message, its class where it failed, its event."""

    address: str = attrs.field(repr=False)
    status: ReportedStatus
    bounce: Bounce | None
    event: Event

    @property
    def withdrawal(self) -> Withdrawal | None:
        """The instruction to the suppression list: an unsubscription, a complaint, a dead address; None otherwise."""
        hard = self.bounce is not None and self.bounce.klass is BounceClass.HARD
        reason = SuppressionReason.HARD_BOUNCE if hard else _REASONS.get(self.status)
        if reason is None or self.event.channel is None:
            return None
        return Withdrawal(
            channel=self.event.channel,
            address=self.address,
            at=self.event.at,
            reason=reason,
            reach=Reach.PERSON if reason is SuppressionReason.COMPLAINT else Reach.ADDRESS,
            source=f"report:{self.status}",
        )


_REASONS: Final = {
    _S.UNSUBSCRIBED: SuppressionReason.OPTOUT,
    _S.COMPLAINED: SuppressionReason.COMPLAINT,
}


def read_reports(
    rows: Iterable[Row],
    *,
    channel: Channel,
    campaign: str | None = None,
    region: str = "FR",
    zone: str = "Europe/Paris",
    file: str = "report",
) -> Outcome[tuple[Reported, ...]]:
    """Read the rows of a report on messages of one channel; what is under way gives none. Never raises for a row."""
    reported: list[Reported] = []
    entries: list[Entry] = []
    for number, row in enumerate(rows, 1):
        cells = _COLUMNS.read(row)
        found = _reported(cells, channel, campaign, region=region, on=day_of(cells.get("on"), zone=zone))
        if isinstance(found, Reported):
            reported.append(found)
            if found.event.at is None:
                entries.append(finding("return.undated", source=SourceRef(file=file, row=number)))
        elif found is not None:
            entries.append(finding(found, source=SourceRef(file=file, row=number)))
    return Outcome(tuple(reported), Journal(tuple(entries)))


def _reported(
    cells: Mapping[str, str], channel: Channel, campaign: str | None, *, region: str, on: dt.date | None
) -> Reported | str | None:
    """Give what a row reports, the code of what is wrong with it, or None for a message under way."""
    address = _address(cells.get("address", ""), channel, region)
    if address is None:
        return "return.number-unreadable" if channel in {Channel.SMS, Channel.PHONE} else "return.no-recipient"
    status = _WORDS.get(word_of(cells.get("status", "")))
    if status is None:
        return "return.status-unknown"
    if status is ReportedStatus.PENDING:
        return None
    if status is ReportedStatus.OPENED and channel is not Channel.EMAIL:
        return "return.no-open"
    kind, direction = _KINDS[status]
    link = cells.get("link") if status is ReportedStatus.CLICKED else None
    event = Event(
        kind=kind,
        at=on,
        direction=direction,
        channel=channel,
        campaign=campaign,
        reference=cells.get("id"),
        link=link,
    )
    return Reported(address=address, status=status, bounce=_bounce(status, cells), event=event)


def _bounce(status: ReportedStatus, cells: Mapping[str, str]) -> Bounce | None:
    """Give the class of a failure: by its code, else by its status word, else by its words."""
    if status is not ReportedStatus.FAILED:
        return None
    by_code = classify(cells.get("code", ""), cells.get("words", ""))
    if by_code.klass not in {BounceClass.UNKNOWN, BounceClass.NONE}:
        return by_code
    unknown = Bounce(BounceClass.UNKNOWN, BounceReason.UNDEFINED, by_code.status)
    return _FAILURES.get(word_of(cells["status"]), unknown)


def _address(text: str, channel: Channel, region: str) -> str | None:
    if channel is Channel.EMAIL:
        found = email.normalize(text, Hints(region=region)).values
        return found[0].address if len(found) == 1 else None
    phone = phone_of(text, region=region)
    return None if phone is None else phone.e164
