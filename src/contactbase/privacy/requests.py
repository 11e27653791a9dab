"""A request of a person: which right, when it came, by when it is to be answered, and where it stands.

The delays are rules of the policy (`DelayRule`), cited and dated: one month under art. 12(3) of the GDPR, two more
where the person was told so within the first. The states are those of OpenDSR. Whether somebody is who they say is not
decided here: `identity_checked` only remembers that you looked.

>>> from contactbase.policy.catalog import FR
>>> asked = RightsRequest(right=Right.ACCESS, received=dt.date(2026, 1, 31), reference="r-1")
>>> asked.due_on(FR), attrs.evolve(asked, extended_on=dt.date(2026, 2, 20)).due_on(FR)
(datetime.date(2026, 2, 28), datetime.date(2026, 4, 30))
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.source import Citation
from contactbase.policy.deadline import days_later
from contactbase.policy.policy import Policy
from contactbase.policy.upkeep import DelayRule

__all__ = ["RequestState", "Right", "RightsRequest"]


class Right(StrEnum):
    """The rights of chapter III of the GDPR that are exercised by request."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"


class RequestState(StrEnum):
    """Where a request stands, in the words of OpenDSR."""

    PENDING = "pending"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


_ANSWER: Final = ".delay.request"
_EXTENDED: Final = ".delay.request-extended"


@attrs.frozen(kw_only=True)
class RightsRequest:
    """One request. `reference` names the person without their data (`reference` of the audit journal gives one).

    `extended_on` is the day on which the person was told that the answer takes longer; `paused_days` the days during
    which the clock stood still while the person was asked for what the request needs (UK GDPR art. 12A).
    """

    right: Right
    received: dt.date
    reference: str
    state: RequestState = RequestState.PENDING
    identity_checked: bool = False
    extended_on: dt.date | None = None
    paused_days: int = 0

    def __attrs_post_init__(self) -> None:
        if self.paused_days < 0 or (self.extended_on is not None and self.extended_on < self.received):
            raise PrivacyError("A request cannot be extended before it came, nor paused for less than no days.")

    def due_on(self, policy: Policy) -> dt.date:
        """Give the last day for the answer under a policy; PrivacyError where the policy has no such delay.

        An extension told after the first delay was over extends nothing.
        """
        first = days_later(_rule(policy, _ANSWER, self.received).due(self.received), self.paused_days)
        if self.extended_on is None or self.extended_on > first:
            return first
        return days_later(_rule(policy, _EXTENDED, self.received).due(self.received), self.paused_days)

    def is_late(self, policy: Policy, *, as_of: dt.date) -> bool:
        """Tell whether it is still open after its last day."""
        return self.state in {RequestState.PENDING, RequestState.IN_PROGRESS} and as_of > self.due_on(policy)

    def citations(self, policy: Policy) -> tuple[Citation, ...]:
        """Give who says so."""
        ending = _ANSWER if self.extended_on is None else _EXTENDED
        return _rule(policy, ending, self.received).citations


def _rule(policy: Policy, ending: str, on: dt.date) -> DelayRule:
    for rule in policy.of(DelayRule, as_of=on):
        if rule.id.endswith(ending):
            return rule
    raise PrivacyError(
        f"The policy {policy} has no rule ending in {ending!r} in force on {on}. Add one, or ask another."
    )
