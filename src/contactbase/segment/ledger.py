"""What consent records say as of a day: the most restrictive reading of an append-only ledger.

`opted in` needs a dated consent (legal basis consent), not in the future, not expired, and later than every refusal;
an undated refusal counts as the newest, an undated consent permits nothing, an expired consent withdraws what stood
before it, and on the same day the refusal wins. A refusal dated in the future is honoured now. Whether a channel may
really be used (proof, address, suppression, pressure) is the policy's answer, not the language's.

>>> from contactbase.model.enums import Channel, ConsentStatus
>>> given = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5))
>>> Standing.of([given], "sms", "marketing", dt.date(2026, 3, 1)).opted_in
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import ConsentStatus, LegalBasis

__all__ = ["EXPIRED", "POSITIVE", "REFUSALS", "Standing"]

POSITIVE: Final = (ConsentStatus.GIVEN, ConsentStatus.RENEWED)
"""The only states that permit (W3C DPV)."""
REFUSALS: Final = (
    ConsentStatus.REFUSED,
    ConsentStatus.WITHDRAWN,
    ConsentStatus.REVOKED,
    ConsentStatus.INVALIDATED,
)
"""States that forbid."""
EXPIRED: Final = ConsentStatus.EXPIRED


@attrs.frozen
class Standing:
    """The latest days of each kind of record for one channel and purpose; `undated` counts undated ones."""

    consent: dt.date | None = None
    refusal: dt.date | None = None
    lapse: dt.date | None = None
    undated_refusal: bool = False
    undated_lapse: bool = False

    @classmethod
    def of(cls, records: Iterable[ConsentRecord], channel: str, purpose: str, as_of: dt.date) -> Standing:
        """Read the records of one channel and purpose as of a day."""
        consents, refusals, lapses = [], [], []
        for record in records:
            if record.channel != channel or record.purpose != purpose:
                continue
            if record.status in REFUSALS:
                refusals.append(record.at)
            elif record.status == EXPIRED:
                lapses.append(record.at)
            elif record.status in POSITIVE and record.basis == LegalBasis.CONSENT and record.at is not None:
                if record.expires_on is not None and record.expires_on < as_of:
                    lapses.append(record.at)
                elif record.at <= as_of:
                    consents.append(record.at)
        return cls(
            max(consents, default=None),
            max((at for at in refusals if at is not None), default=None),
            max((at for at in lapses if at is not None), default=None),
            None in refusals,
            None in lapses,
        )

    @property
    def opted_in(self) -> bool:
        """A consent stands."""
        if self.consent is None or self.undated_refusal or self.undated_lapse:
            return False
        later = [day for day in (self.refusal, self.lapse) if day is not None]
        return all(self.consent > day for day in later)

    @property
    def opted_out(self) -> bool:
        """A refusal stands: no valid consent came after it."""
        if self.undated_refusal:
            return True
        return self.refusal is not None and (self.consent is None or self.consent <= self.refusal)
