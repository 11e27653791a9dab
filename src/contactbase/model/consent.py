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
from contactbase.model.proof import ConsentProof
from contactbase.model.scope import ConsentScope

__all__ = ["PERMITTING", "REFUSALS", "REFUSING", "ConsentRecord"]

PERMITTING: Final = frozenset({ConsentStatus.GIVEN, ConsentStatus.RENEWED})
"""The only states that permit anything (W3C DPV)."""
REFUSALS: Final = frozenset(
    {ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN, ConsentStatus.REVOKED, ConsentStatus.INVALIDATED}
)
"""States in which somebody does not want, no longer wants or never validly wanted."""
REFUSING: Final = REFUSALS | {ConsentStatus.EXPIRED}
"""States that end a consent or deny it."""


def _text(value: str | ConsentProof | ConsentScope | None) -> str | None:
    """Give a proof or a scope as the text that is kept."""
    return value if value is None or isinstance(value, str) else value.text


@attrs.frozen(kw_only=True, weakref_slot=False)
class ConsentRecord:
    """What was stated for one purpose on one channel.

    `at` is the day it was stated (None: undated, which permits nothing); `recorded_on` the day we learnt it (None: not
    known); `proof` and `scope` are texts: give a `ConsentProof` and a `ConsentScope`, or a bare reference and a bare
    name, and read them back with `ConsentProof.read` and `ConsentScope.read`; `expires_on` the last day of validity;
    `address` the number or address it was given for (None: whatever the contact had).
    """

    channel: Channel
    status: ConsentStatus
    purpose: Purpose = Purpose.MARKETING
    basis: LegalBasis = LegalBasis.CONSENT
    at: dt.date | None = None
    recorded_on: dt.date | None = None
    source: str | None = attrs.field(default=None, repr=False)
    proof: str | None = attrs.field(default=None, repr=False, converter=_text)
    scope: str | None = attrs.field(default=None, repr=False, converter=_text)
    expires_on: dt.date | None = None
    address: str | None = attrs.field(default=None, repr=False)
    incentive: str | None = attrs.field(default=None, repr=False)
    """The reward that a consent was tied to (R13)."""
