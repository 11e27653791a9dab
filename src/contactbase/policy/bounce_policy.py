"""How many returns of a class it takes before an address is left alone, as data that a policy can hold.

>>> rule = DEFAULT_BOUNCES.rule_for(BounceClass.UNKNOWN)
>>> rule.threshold, rule.span_days, rule.action.value
(3, 15, 'suppress')
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import attrs

from contactbase.errors import PolicyError
from contactbase.model.bounce import BounceClass
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["DEFAULT_BOUNCES", "BounceAction", "BouncePolicy", "BounceRule"]


class BounceAction(StrEnum):
    """What is due: nothing, the address is suppressed, or the person on this channel is."""

    NONE = "none"
    SUPPRESS = "suppress"
    SUPPRESS_PERSON = "suppress_person_channel"


@attrs.frozen(kw_only=True)
class BounceRule:
    """One class: `threshold` returns in a row (None: never), the first and last at least `span_days` apart.

    `counts_as` gives the class under which they are counted; `alert` what to look at instead of the address.
    """

    klass: BounceClass
    threshold: int | None = None
    span_days: int = 0
    action: BounceAction = BounceAction.NONE
    counts_as: BounceClass | None = None
    alert: Text | None = None


@attrs.frozen(kw_only=True)
class BouncePolicy:
    """The rules of all classes. A delivery (class `none`) begins the count of repeated returns anew."""

    id: str
    title: Text
    rules: tuple[BounceRule, ...]
    citations: tuple[Citation, ...] = ()

    def __attrs_post_init__(self) -> None:
        known = {rule.klass for rule in self.rules}
        counted = {rule.klass for rule in self.rules if rule.counts_as is None}
        if len(known) < len(self.rules):
            raise PolicyError(f"The bounce policy {self.id} has two rules about one class. Keep one.")
        for rule in self.rules:
            if rule.counts_as is not None and rule.counts_as not in counted:
                raise PolicyError(
                    f"In {self.id}, {rule.klass} counts as {rule.counts_as}, which has no rule of its own. Give it one."
                )
            if rule.threshold is not None and rule.threshold < 1:
                raise PolicyError(f"In {self.id}, the threshold of {rule.klass} is {rule.threshold}. Give 1 or more.")

    def rule_for(self, klass: BounceClass) -> BounceRule | None:
        """Give the rule under which a class is counted; None where there is none."""
        rule = next((each for each in self.rules if each.klass == klass), None)
        return rule if rule is None or rule.counts_as is None else self.rule_for(rule.counts_as)


DEFAULT_BOUNCES: Final = BouncePolicy(
    id="bounces.default",
    title=Text("Six classes of returns", "Six classes de retours"),
    rules=(
        BounceRule(klass=BounceClass.HARD, threshold=1, action=BounceAction.SUPPRESS),
        BounceRule(klass=BounceClass.SOFT, threshold=3, span_days=15, action=BounceAction.SUPPRESS),
        BounceRule(klass=BounceClass.COMPLAINT, threshold=1, action=BounceAction.SUPPRESS_PERSON),
        BounceRule(
            klass=BounceClass.BLOCK,
            alert=Text("Look at the reputation of the sender.", "Voir la réputation de l'expéditeur."),
        ),
        BounceRule(
            klass=BounceClass.MESSAGE, alert=Text("Look at the content of the message.", "Voir le contenu du message.")
        ),
        BounceRule(klass=BounceClass.UNKNOWN, counts_as=BounceClass.SOFT),
    ),
    citations=(
        Citation(
            authority="contactbase",
            instrument="six bounce classes",
            locator="no RFC gives counts; practice is three bounces in a row over more than 14 days (wordtothewise)",
            confidence=Confidence.OWN_JUDGEMENT,
        ),
    ),
)
