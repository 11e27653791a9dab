"""A rule of retention as data: whom it is about, which clock, how long, what is due then, and who says so.

>>> rule = RetentionRule(
...     id="house.newsletter",
...     title=Text("Newsletter readers", "Abonnés à la lettre"),
...     text=Text("Readers are deleted two years after their last act.", "Deux ans après leur dernier acte."),
...     applies_to=frozenset({Relationship.PROSPECT}),
...     clocks=(Clock.LAST_CONTACT_BY_PERSON,),
...     months=24,
...     action=RetentionAction.DELETE,
... )
>>> rule.applies(Relationship.CUSTOMER, dt.date(2026, 1, 1))
False
"""

from __future__ import annotations

import datetime as dt

import attrs

from contactbase.errors import PolicyError
from contactbase.model.enums import Relationship
from contactbase.model.journal import RetentionAction
from contactbase.model.source import Citation, Period
from contactbase.model.text import Text
from contactbase.policy.clock import Clock

__all__ = ["Reconsent", "RetentionRule"]


@attrs.frozen(kw_only=True)
class Reconsent:
    """The one more contact at the end of a period: how early it may be sent, how long to wait, what silence means.

    It was sent when the consent ledger has a line `requested` from `open_days_before` days before the deadline on.
    """

    open_days_before: int
    answer_days: int
    then: RetentionAction


@attrs.frozen(kw_only=True)
class RetentionRule:
    """One rule. `months` are calendar months; the deadline day itself is kept.

    `clocks` are asked in order; `doubtful_clocks` after them, and what is due by one of those is for review, because
    the period may not have begun. A contact with a tag among `hold_if` (folded) is held back. `reconsent` goes with
    the action RECONSENT. `applies_to` holds None for contacts whose relationship is unknown. `in_force` is judged on
    the day of the decision.
    """

    id: str
    title: Text
    text: Text
    applies_to: frozenset[Relationship | None]
    clocks: tuple[Clock, ...]
    months: int
    action: RetentionAction
    doubtful_clocks: tuple[Clock, ...] = ()
    reconsent: Reconsent | None = None
    hold_if: frozenset[str] = frozenset()
    citations: tuple[Citation, ...] = ()
    in_force: Period = attrs.field(factory=Period)

    def __attrs_post_init__(self) -> None:
        if self.months < 1:
            raise PolicyError(f"The rule {self.id} keeps for {self.months} months. Give 1 or more.")
        if not self.clocks:
            raise PolicyError(f"The rule {self.id} has no clock to run from. Name one.")
        if (self.action is RetentionAction.RECONSENT) != (self.reconsent is not None):
            raise PolicyError(f"The rule {self.id} needs `reconsent` with the action RECONSENT, and only then.")

    def applies(self, relationship: Relationship | None, as_of: dt.date) -> bool:
        """Tell whether the rule is about such contacts on a day."""
        return relationship in self.applies_to and self.in_force.contains(as_of)
