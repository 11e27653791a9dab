"""The order in which a campaign asks why somebody is left out; the first that holds is the primary reason.

What concerns the person as a whole comes first, then the address, then what somebody said, then the law, then what
the house decided. Quiet hours come last and only defer.

>>> stage_of_consent("consent.proof-missing"), Stage.NO_ADDRESS.order < Stage.MINOR.order
(<Stage.PROOF_MISSING: 'proof_missing'>, True)
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.suppression import SuppressionReason

__all__ = ["STAGE_OF_RULE", "STAGE_OF_SUPPRESSION", "Stage", "stage_of_consent"]


class Stage(StrEnum):
    """A step of the funnel, in the order in which the steps are asked."""

    ERASED = "erased"
    LEGAL_RESTRICTION = "legal_restriction"
    NO_ADDRESS = "no_address"
    INVALID_ADDRESS = "invalid_address"
    ADDRESS_UNASSIGNED = "address_unassigned"
    COUNTRY_NOT_ALLOWED = "country_not_allowed"
    SUPPRESSED_COMPLAINT = "suppressed_complaint"
    SUPPRESSED_OPTOUT = "suppressed_optout"
    SUPPRESSED_BOUNCE = "suppressed_bounce"
    SECTOR_BANNED = "sector_banned"
    MINOR = "minor"
    CONSENT_DENIED = "consent_denied"
    CONSENT_UNKNOWN = "consent_unknown"
    CONSENT_EXPIRED = "consent_expired"
    PROOF_MISSING = "proof_missing"
    NOTICE_MISSING = "notice_missing"
    RETENTION_EXPIRED = "retention_expired"
    INACTIVE = "inactive"
    HOUSE_RULE = "house_rule"
    PRESSURE_CAP = "pressure_cap"
    OTHER_CHANNEL = "other_channel"
    DUPLICATE_ADDRESS = "duplicate_address"
    QUIET_HOURS = "quiet_hours"

    @property
    def order(self) -> int:
        """Its place, 0 first."""
        return _ORDER[self]

    @property
    def defers(self) -> bool:
        """Whether the contact only waits."""
        return self is Stage.QUIET_HOURS


_ORDER: Final[Mapping[Stage, int]] = {stage: place for place, stage in enumerate(Stage)}

STAGE_OF_SUPPRESSION: Final[Mapping[SuppressionReason, Stage]] = {
    SuppressionReason.ERASURE: Stage.ERASED,
    SuppressionReason.LEGAL: Stage.LEGAL_RESTRICTION,
    SuppressionReason.COMPLAINT: Stage.SUPPRESSED_COMPLAINT,
    SuppressionReason.OPTOUT: Stage.SUPPRESSED_OPTOUT,
    SuppressionReason.MANUAL: Stage.SUPPRESSED_OPTOUT,
    SuppressionReason.SHARED_ADDRESS: Stage.SUPPRESSED_OPTOUT,
    SuppressionReason.HARD_BOUNCE: Stage.SUPPRESSED_BOUNCE,
}

STAGE_OF_RULE: Final[Mapping[str, Stage]] = {"exclusion.minor": Stage.MINOR, "exclusion.inactive": Stage.INACTIVE}
"""The stage of the rules of exclusion of a policy, by the code they give; any other is a rule of the house."""

_OF_CONSENT: Final[Mapping[str, Stage]] = {
    f"consent.{code}": stage
    for stage, codes in {
        Stage.MINOR: "minor parent-missing",
        Stage.CONSENT_DENIED: "refused withdrawn revoked invalidated contest before-birth no-rule",
        Stage.CONSENT_EXPIRED: "expired too-old sale-too-old rental-ended",
        Stage.PROOF_MISSING: "proof-missing text-unknown unconfirmed",
        Stage.NOTICE_MISSING: "not-told",
    }.items()
    for code in codes.split()
}


def stage_of_consent(code: str) -> Stage:
    """Give the stage of an answer that permits nothing; what is not told apart is an unknown consent."""
    return _OF_CONSENT.get(code, Stage.CONSENT_UNKNOWN)
