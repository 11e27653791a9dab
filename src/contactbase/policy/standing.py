"""What the consent ledger says of one channel and purpose as of a day: may, may not, or nothing is known.

The latest consent is weighed against the latest refusal, and the refusal wins on the same day. An undated refusal
counts as the newest; an undated consent permits nothing. A consent dated in the future is ignored, a refusal dated in
the future holds now. A consent holds through its last day of validity, and without proof it permits nothing. On one day
the most restrictive line holds. Only consent counts here: soft opt-in, legitimate interest and the address that a
consent was given for are questions of the policy.

>>> record = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="form-7")
>>> standing([record], channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=dt.date(2026, 3, 1)).reason
'consent.given'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

import attrs

from contactbase.model.consent import PERMITTING, REFUSING, ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose

__all__ = ["Answer", "Standing", "standing"]


class Answer(StrEnum):
    """What the ledger says; `unknown` is no permission unless a policy makes it one."""

    ALLOW = "allow"
    DENY = "deny"
    UNKNOWN = "unknown"


@attrs.frozen
class Standing:
    """The answer, the code of what decided it, and codes of what else was noticed."""

    decision: Answer
    reason: str
    flags: tuple[str, ...] = ()


def standing(records: Iterable[ConsentRecord], *, channel: Channel, purpose: Purpose, as_of: dt.date) -> Standing:
    """Resolve the records of one channel and purpose as of a day; other records are not looked at."""
    lines = [line for line in records if line.channel is channel and line.purpose is purpose]
    consents = [line for line in lines if line.status in PERMITTING and line.basis is LegalBasis.CONSENT]
    undated = any(line.at is None for line in consents)
    future = any(line.at is not None and line.at > as_of for line in consents)
    flags = (*(("consent.undated-grant",) if undated else ()), *(("consent.future-grant-ignored",) if future else ()))
    decision, reason = _weighed(
        [line for line in consents if line.at is not None and line.at <= as_of],
        [line for line in lines if line.status in REFUSING],
        as_of,
        undated=undated,
    )
    return Standing(decision, reason, flags)


def _weighed(
    consents: Sequence[ConsentRecord], refusals: Sequence[ConsentRecord], as_of: dt.date, *, undated: bool
) -> tuple[Answer, str]:
    latest = max((line.at for line in consents if line.at is not None), default=None)
    refusal = max(refusals, key=_newness, default=None)
    if refusal is not None and (latest is None or refusal.at is None or refusal.at >= latest):
        return Answer.DENY, f"consent.{refusal.status.value}"
    if latest is not None:
        return _valid([line for line in consents if line.at == latest], as_of)
    return (Answer.DENY, "consent.undated-grant") if undated else (Answer.UNKNOWN, "consent.no-record")


def _newness(line: ConsentRecord) -> dt.date:
    return line.at if line.at is not None else dt.date.max


def _valid(latest: Sequence[ConsentRecord], as_of: dt.date) -> tuple[Answer, str]:
    """Judge the consents of the latest day: all of them must hold."""
    if any(line.expires_on is not None and line.expires_on < as_of for line in latest):
        return Answer.DENY, f"consent.{ConsentStatus.EXPIRED.value}"
    if not all(line.proof for line in latest):
        return Answer.DENY, "consent.proof-missing"
    return Answer.ALLOW, f"consent.{latest[0].status.value}"
