"""Whether an address has bounced enough to be left alone, from all of its returns, whatever their order.

Repeated returns count in a row: a delivery begins anew, a refusal by policy or of the message neither counts nor begins
anew. On one day the delivery is taken to come first, so that the bounce stands. An undated return counts where one is
enough; where days are needed it says nothing.

>>> day = dt.date(2026, 1, 1)
>>> soft = [Returned(day + dt.timedelta(days), BounceClass.SOFT) for days in (0, 7, 15)]
>>> judge(soft).action.value, judge(soft[:2]).action.value
('suppress', 'none')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import attrs

from contactbase.model.bounce import BounceClass
from contactbase.model.enums import Channel
from contactbase.model.suppression import SuppressionReason
from contactbase.model.text import Text
from contactbase.model.withdrawal import Reach, Withdrawal
from contactbase.policy.bounce_policy import DEFAULT_BOUNCES, BounceAction, BouncePolicy, BounceRule

__all__ = ["BounceVerdict", "Returned", "judge"]


class Returned(NamedTuple):
    """One return of one address: its local day (None: undated) and class; a delivery is `none`."""

    on: dt.date | None
    klass: BounceClass


@attrs.frozen(kw_only=True)
class BounceVerdict:
    """What is due for an address: by which class, how many returns count, since and until when; what to look at."""

    action: BounceAction = BounceAction.NONE
    klass: BounceClass | None = None
    count: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    alerts: tuple[Text, ...] = ()

    def instruction(self, address: str, *, channel: Channel = Channel.EMAIL) -> Withdrawal | None:
        """Give what the suppression list has to do; None when nothing."""
        if self.action is BounceAction.NONE:
            return None
        person = self.action is BounceAction.SUPPRESS_PERSON
        return Withdrawal(
            channel=channel,
            address=address,
            at=self.last,
            reason=SuppressionReason.COMPLAINT if person else SuppressionReason.HARD_BOUNCE,
            reach=Reach.PERSON if person else Reach.ADDRESS,
            source=f"bounce:{self.klass}",
        )


_ORDER: Final = (BounceAction.SUPPRESS_PERSON, BounceAction.SUPPRESS)


def judge(returns: Iterable[Returned], policy: BouncePolicy = DEFAULT_BOUNCES) -> BounceVerdict:
    """Hold the returns of one address against a policy; the gravest action that is due wins."""
    history = sorted(returns, key=lambda each: (each.on or dt.date.min, each.klass is not BounceClass.NONE))
    seen = {each.klass for each in history}
    alerts = tuple(rule.alert for rule in policy.rules if rule.klass in seen and rule.alert is not None)
    due = [verdict for rule in policy.rules if (verdict := _due(history, rule, policy)) is not None]
    gravest = min(due, key=lambda verdict: _ORDER.index(verdict.action), default=BounceVerdict())
    return attrs.evolve(gravest, alerts=alerts)


def _due(history: Sequence[Returned], rule: BounceRule, policy: BouncePolicy) -> BounceVerdict | None:
    """Give the verdict of one rule where it was reached at any time; None where it never was."""
    if rule.threshold is None or rule.action is BounceAction.NONE:
        return None
    run: list[dt.date | None] = []
    for each in history:
        counted = policy.rule_for(each.klass)
        if each.klass is BounceClass.NONE and rule.threshold > 1:
            run = []
        elif counted is rule and (each.on is not None or rule.threshold == 1):
            run.append(each.on)
            if _reached(run, rule):
                return BounceVerdict(action=rule.action, klass=rule.klass, count=len(run), first=run[0], last=run[-1])
    return None


def _reached(run: Sequence[dt.date | None], rule: BounceRule) -> bool:
    first, last = run[0], run[-1]
    apart = (last - first).days if first is not None and last is not None else 0
    return rule.threshold is not None and len(run) >= rule.threshold and apart >= rule.span_days
