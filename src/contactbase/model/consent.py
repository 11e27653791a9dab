"""One line of the consent ledger: append-only, never edited.

What a person answered is resolved from all lines as of a day, by a policy; no line alone is an answer.

>>> ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5)).purpose
<Purpose.MARKETING: 'marketing'>
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose

__all__ = ["PERMITTING", "REFUSING", "ConsentRecord"]

PERMITTING: Final = frozenset({ConsentStatus.GIVEN, ConsentStatus.RENEWED})
"""The only states that permit anything (W3C DPV)."""
REFUSING: Final = frozenset(
    {
        ConsentStatus.REFUSED,
        ConsentStatus.WITHDRAWN,
        ConsentStatus.REVOKED,
        ConsentStatus.INVALIDATED,
        ConsentStatus.EXPIRED,
    }
)
"""States that end a consent or deny it."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class ConsentRecord:
    """What was stated for one purpose on one channel.

    `at` is the day it was stated (None: undated, which permits nothing); `recorded_on` the day we learnt it;
    `proof` a reference to the evidence; `expires_on` the last day of validity; `address` the number or address it
    was given for (None: whatever the contact had).
    """

    channel: Channel
    status: ConsentStatus
    purpose: Purpose = Purpose.MARKETING
    basis: LegalBasis = LegalBasis.CONSENT
    at: dt.date | None = None
    recorded_on: dt.date | None = None
    source: str | None = attrs.field(default=None, repr=False)
    proof: str | None = attrs.field(default=None, repr=False)
    scope: str | None = None
    expires_on: dt.date | None = None
    address: str | None = attrs.field(default=None, repr=False)
    incentive: str | None = attrs.field(default=None, repr=False)
    """The reward that a consent was tied to (R13)."""
