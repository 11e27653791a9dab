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
from collections.abc import Iterable
from enum import StrEnum

import attrs

from contactbase.model.consent import PERMITTING, REFUSING, ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose
from contactbase.model.ledger import Governing, Part, about, governing
from contactbase.model.proof import is_proof

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
    lines = about(records, channel, purpose)
    grants = [line for line in lines if line.status in PERMITTING and line.basis is LegalBasis.CONSENT]
    undated = any(line.at is None for line in grants)
    future = any(line.at is not None and line.at > as_of for line in grants)
    flags = (*(("consent.undated-grant",) if undated else ()), *(("consent.future-grant-ignored",) if future else ()))
    found = governing(lines, as_of)
    if not found.lines:
        nothing = (Answer.DENY, "consent.undated-grant") if undated else (Answer.UNKNOWN, "consent.no-record")
        return Standing(*nothing, flags)
    return Standing(*_judged(found), flags)


def _judged(found: Governing) -> tuple[Answer, str]:
    """Judge the lines that decide: a refusal, or the consents of the latest day, all of which must hold."""
    latest = found.lines[0]
    if latest.status in REFUSING:
        return Answer.DENY, f"consent.{latest.status.value}"
    if found.part is Part.LAPSE:
        return Answer.DENY, f"consent.{ConsentStatus.EXPIRED.value}"
    if not all(is_proof(line.proof) for line in found.lines):
        return Answer.DENY, "consent.proof-missing"
    return Answer.ALLOW, f"consent.{latest.status.value}"
