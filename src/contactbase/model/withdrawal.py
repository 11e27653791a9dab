"""What a return tells the suppression list and the consent ledger: plain values, taken in by whoever keeps those.

A withdrawal names an address and never a contact, because the address must stay suppressed when the contact is gone. A
provisional one comes from an answer that a person has to read: it holds until then, since the right to object is
absolute and needs no form. A resumption only asks: it answers an unsubscription of the same sender, never a complaint,
a dead address or an erasure.

>>> stop = Withdrawal(
...     channel=Channel.SMS, address="+33612345678", at=dt.date(2026, 3, 2), reason=SuppressionReason.OPTOUT
... )
>>> stop.as_consent().status
<ConsentStatus.WITHDRAWN: 'withdrawn'>
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, Purpose
from contactbase.model.suppression import SuppressionReason, SuppressionScope

__all__ = ["Reach", "Resumption", "Withdrawal"]

_OF_THE_PERSON: Final = frozenset({SuppressionReason.OPTOUT, SuppressionReason.COMPLAINT})


class Reach(StrEnum):
    """Whom it stops: the address, or the person on this channel whatever their address."""

    ADDRESS = "address"
    PERSON = "person"


@attrs.frozen(kw_only=True)
class Withdrawal:
    """An instruction to the suppression list. `at` is the local day (None: undated, which counts as the newest).

    `scope` names the brand that the person answered, where it was one; `source` says what the withdrawal comes from.
    """

    channel: Channel
    address: str = attrs.field(repr=False)
    at: dt.date | None
    reason: SuppressionReason
    scope: SuppressionScope = attrs.field(factory=SuppressionScope)
    reach: Reach = Reach.ADDRESS
    provisional: bool = False
    source: str = ""

    def as_consent(self, purpose: Purpose = Purpose.MARKETING) -> ConsentRecord | None:
        """Give the line of the consent ledger; None for a dead address, which says nothing about consent."""
        if self.reason not in _OF_THE_PERSON:
            return None
        return ConsentRecord(
            channel=self.channel,
            status=ConsentStatus.WITHDRAWN,
            purpose=self.scope.purpose or purpose,
            at=self.at,
            source=self.source or None,
            scope=self.scope.brand,
            address=self.address,
        )


@attrs.frozen(kw_only=True)
class Resumption:
    """Somebody asks to receive messages again: it may lift an unsubscription of this sender, and nothing else."""

    channel: Channel
    address: str = attrs.field(repr=False)
    at: dt.date | None
    brand: str | None = None
    source: str = ""

    def answers(self, withdrawal: Withdrawal) -> bool:
        """Tell whether it takes a withdrawal back: an unsubscription of one address and sender, on an earlier day."""
        return (
            withdrawal.reason is SuppressionReason.OPTOUT
            and (withdrawal.channel, withdrawal.address) == (self.channel, self.address)
            and withdrawal.scope.brand == self.brand
            and self.at is not None
            and withdrawal.at is not None
            and withdrawal.at < self.at
        )
