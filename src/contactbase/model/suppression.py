"""What forbids: one entry of the suppression list, why it stands there, how far it reaches, and what it says.

An entry holds a keyed fingerprint of an address and never the address, so that it can survive an erasure (CNIL, *liste
repoussoir*: only fingerprints, for no other use). The list itself is `contactbase.privacy.suppression`.

Scope of a prohibition: without narrower words it holds for the whole controller, every brand and every purpose. A STOP
therefore silences service messages too; only a safety message (a product recall) still passes it, because it protects
the person who said STOP. A dead address, an erased person and a legal restriction let nothing pass.

>>> stop = SuppressionScope()
>>> stop.covers(Purpose.SERVICE), SuppressionScope(purpose=Purpose.MARKETING).covers(Purpose.SERVICE)
(True, False)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Protocol

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Purpose

__all__ = [
    "OF_ONE_ADDRESS",
    "SAFETY_PASSES",
    "STRENGTH",
    "AddressKind",
    "Suppressed",
    "SuppressionEntry",
    "SuppressionReason",
    "SuppressionScope",
    "Suppressor",
]


class AddressKind(StrEnum):
    """What an entry is the fingerprint of; the same number as `sms` and as `phone` gives two fingerprints.

    `post` is a family name at a street address, `person` a full name with a birth date.
    """

    SMS = "sms"
    EMAIL = "email"
    POST = "post"
    PHONE = "phone"
    PERSON = "person"


class SuppressionReason(StrEnum):
    """Why an address stands on the list."""

    OPTOUT = "optout"
    COMPLAINT = "complaint"
    HARD_BOUNCE = "hard_bounce"
    ERASURE = "erasure"
    LEGAL = "legal"
    MANUAL = "manual"
    SHARED_ADDRESS = "shared_address"

    @property
    def code(self) -> str:
        """The code of the catalogue that says it: `suppression.hard-bounce`."""
        return f"suppression.{self.value.replace('_', '-')}"


STRENGTH: Final = (
    SuppressionReason.LEGAL,
    SuppressionReason.ERASURE,
    SuppressionReason.COMPLAINT,
    SuppressionReason.OPTOUT,
    SuppressionReason.MANUAL,
    SuppressionReason.SHARED_ADDRESS,
    SuppressionReason.HARD_BOUNCE,
)
"""Reasons from the one that is hardest to lift to the easiest; the first found is the one that is said."""

OF_ONE_ADDRESS: Final = frozenset({SuppressionReason.HARD_BOUNCE, SuppressionReason.SHARED_ADDRESS})
"""Reasons that are about an address and not about the person: their other addresses of the channel stay usable."""

SAFETY_PASSES: Final = frozenset({SuppressionReason.OPTOUT, SuppressionReason.COMPLAINT, SuppressionReason.MANUAL})
"""Reasons that a safety message passes, unless the entry is about safety messages by name."""

_RANK: Final[Mapping[SuppressionReason, int]] = {reason: rank for rank, reason in enumerate(STRENGTH)}


@attrs.frozen(kw_only=True)
class SuppressionScope:
    """How far a prohibition reaches; None leaves a side open. `channel` narrows entries about a person."""

    brand: str | None = None
    purpose: Purpose | None = None
    channel: Channel | None = None

    def covers(self, purpose: Purpose, *, channel: Channel | None = None, brand: str | None = None) -> bool:
        """Tell whether a message lies inside; a brand that the caller does not name counts as the one forbidden."""
        return (
            (self.purpose is None or self.purpose is purpose)
            and (self.channel is None or channel is None or self.channel is channel)
            and (self.brand is None or brand is None or self.brand.casefold() == brand.casefold())
        )


@attrs.frozen(kw_only=True, weakref_slot=False)
class SuppressionEntry:
    """One prohibition: a fingerprint (HMAC-SHA256, 64 hexadecimal digits) with its reason, reach and days.

    `created` is the earliest day on which it was stated, `latest` the last one (None: some statement was undated, which
    counts as newer than anything); `expires` its last day (None: never); `key_id` names the key that made the
    fingerprint; `via` the algorithm of a list whose hashes were all there was to read (`sha256`), "" otherwise.
    """

    digest: str
    kind: AddressKind
    reason: SuppressionReason
    created: dt.date | None = None
    latest: dt.date | None = None
    scope: SuppressionScope = SuppressionScope()
    source: str = ""
    key_id: str
    via: str = ""
    expires: dt.date | None = None

    @property
    def rank(self) -> int:
        """Its place in `STRENGTH`: 0 is the hardest to lift."""
        return _RANK[self.reason]

    def forbids(
        self, purpose: Purpose, *, as_of: dt.date, channel: Channel | None = None, brand: str | None = None
    ) -> bool:
        """Tell whether it forbids a message on a day; its last day is included, a day still to come counts now."""
        if self.expires is not None and as_of > self.expires:
            return False
        if purpose is Purpose.SAFETY and self.scope.purpose is None and self.reason in SAFETY_PASSES:
            return False
        return self.scope.covers(purpose, channel=channel, brand=brand)


@attrs.frozen(kw_only=True)
class Suppressed:
    """What the list says of one contact on one channel: whether it is blocked, by which entries, what remains.

    `entries` are those that forbid, the strongest reason first; `addresses` the addresses of the channel that none of
    them is about (empty when the contact is blocked).
    """

    blocked: bool = False
    entries: tuple[SuppressionEntry, ...] = ()
    addresses: tuple[str, ...] = attrs.field(default=(), repr=False)

    @property
    def code(self) -> str | None:
        """The code of the strongest reason; None where nothing forbids."""
        return self.entries[0].reason.code if self.entries else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all reasons, the strongest first, each once."""
        return tuple(dict.fromkeys(entry.reason.code for entry in self.entries))


class Suppressor(Protocol):
    """What a campaign asks before it sends; `SuppressionList` is one."""

    def judge(
        self, contact: Contact, *, channel: Channel, purpose: Purpose, as_of: dt.date, brand: str | None = None
    ) -> Suppressed:
        """Say whether and why a contact must not be reached on a channel for a purpose."""
