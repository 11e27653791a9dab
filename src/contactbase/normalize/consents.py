"""From the answers of a row to lines of the consent ledger.

A consent is bound to the addresses it was given for: an opt-in to SMS becomes one record for each mobile number of the
row, so that a number learnt later, or by merging, is not covered by it. Where the row has no address of the channel, an
opt-in permits nothing and is reported; a refusal holds for the whole channel whatever the address. An opt-out column
that says no is no consent (R25, R28).

>>> answer = ConsentAnswer(ConsentStatus.GIVEN, None)
>>> records, findings = Ledger()({"opt_in_sms": answer}, Reach(sms=("+33612345678",)), Circumstances())
>>> [(record.channel.value, record.status.value, record.address) for record in records]
[('sms', 'given', '+33612345678')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from contactbase.model.consent import PERMITTING, REFUSING, ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus
from contactbase.model.journal import Finding, finding
from contactbase.normalize.consent_answer import ConsentAnswer

__all__ = ["ANSWER_FIELDS", "Circumstances", "Ledger", "Reach"]

_OPT_IN: Final = {f"opt_in_{channel.value}": (channel,) for channel in Channel}
_OPT_OUT: Final = {f"opt_out_{channel.value}": (channel,) for channel in Channel}
_CHANNELS: Final[Mapping[str, tuple[Channel, ...]]] = _OPT_IN | _OPT_OUT | {"opt_out": tuple(Channel)}
ANSWER_FIELDS: Final = frozenset(_CHANNELS)
"""The record fields that hold an answer."""

_SHARED: Final = 4096
"""Records held for sharing; refusals are much alike."""


class Reach(NamedTuple):
    """The addresses of the row, by channel; post and phone calls have none that a consent is bound to here."""

    sms: tuple[str, ...] = ()
    email: tuple[str, ...] = ()

    def of(self, channel: Channel) -> tuple[str | None, ...]:
        """Give the addresses that a consent for this channel is bound to."""
        match channel:
            case Channel.SMS:
                return self.sms
            case Channel.EMAIL:
                return self.email
            case _:
                return (None,)


class Circumstances(NamedTuple):
    """What the row says: the days of opt-in and opt-out, source, proof, the day we learnt it, for whom it is."""

    given_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    source: str | None = None
    proof: str | None = None
    incentive: str | None = None
    recorded_on: dt.date | None = None
    scope: str | None = None


class Ledger:
    """Makes the consent records of the rows of one file; equal refusals are one object."""

    def __init__(self) -> None:
        """Start with nothing to share."""
        self._shared: dict[tuple[object, ...], ConsentRecord] = {}

    def __call__(
        self, answers: Mapping[str, ConsentAnswer], reach: Reach, circumstances: Circumstances
    ) -> tuple[tuple[ConsentRecord, ...], tuple[Finding, ...]]:
        """Give the consent records that the answers of one row make, and what there is to say about them."""
        records: list[ConsentRecord] = []
        findings: list[Finding] = []
        for field, answer in answers.items():
            if answer.status is ConsentStatus.UNKNOWN and answer.at is None:
                continue
            for channel in _CHANNELS[field]:
                if answer.status not in PERMITTING:
                    records.append(self._record(channel, answer, circumstances))
                elif found := reach.of(channel):
                    records.extend(self._record(channel, answer, circumstances, address) for address in found)
                else:
                    findings.append(finding("consent.no-address", field=field))
        records.extend(self._withdrawn(answers, circumstances))
        if any(record.incentive for record in records):
            findings.append(finding("consent.tied-to-reward", field="consent_incentive"))
        if circumstances.given_on is not None and not answers:
            findings.append(finding("consent.date-without-answer", field="consented_on"))
        return tuple(records), tuple(findings)

    def _withdrawn(self, answers: Mapping[str, ConsentAnswer], circumstances: Circumstances) -> Iterator[ConsentRecord]:
        """Give a withdrawal where the row has its day but no answer that says so: on its channels, or on all."""
        if circumstances.withdrawn_on is None or any(answer.status in REFUSING for answer in answers.values()):
            return
        channels = dict.fromkeys(channel for field in answers for channel in _CHANNELS[field]) or Channel
        for channel in channels:
            yield self._record(channel, ConsentAnswer(ConsentStatus.WITHDRAWN, None), circumstances)

    def _record(
        self, channel: Channel, answer: ConsentAnswer, circumstances: Circumstances, address: str | None = None
    ) -> ConsentRecord:
        at = answer.at or _day(answer.status, circumstances)
        if address is not None:
            return _made(channel, answer.status, at, circumstances, address)
        key = (channel, answer.status, at, *circumstances[2:])
        shared = self._shared.get(key)
        if shared is None:
            if len(self._shared) >= _SHARED:
                self._shared.clear()
            shared = self._shared[key] = _made(channel, answer.status, at, circumstances, None)
        return shared


def _made(
    channel: Channel, status: ConsentStatus, at: dt.date | None, circumstances: Circumstances, address: str | None
) -> ConsentRecord:
    return ConsentRecord(
        channel=channel,
        status=status,
        at=at,
        incentive=circumstances.incentive if status in PERMITTING else None,
        recorded_on=circumstances.recorded_on,
        source=circumstances.source,
        proof=circumstances.proof,
        scope=circumstances.scope,
        address=address,
    )


def _day(status: ConsentStatus, circumstances: Circumstances) -> dt.date | None:
    if status in PERMITTING:
        return circumstances.given_on
    return circumstances.withdrawn_on if status in REFUSING else None
