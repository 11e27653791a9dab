"""`retain`: what is due for whom, as of a day. Nothing is done yet; `enact` does it.

Keeping is the rule and makes no entry: a contact without a decision is kept. A contact without any date, or with one
in the future, is set aside for review, never judged by today's date. A relationship that ends in the future is still
running.

>>> from contactbase.policy.countries.fr import FR
>>> old = Contact(id="c-1", collected_on=dt.date(2020, 5, 1))
>>> decision = decide(old, FR, as_of=dt.date(2026, 11, 22))
>>> decision.action, decision.code, decision.due_on
(<RetentionAction.RECONSENT: 'reconsent'>, 'retention.expired', datetime.date(2023, 5, 1))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs

from contactbase.errors import PolicyError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Decision, Note, RetentionAction
from contactbase.policy.digest import digest_of
from contactbase.policy.judge import Judge
from contactbase.policy.policy import Policy
from contactbase.policy.rule import RetentionRule
from contactbase.policy.upkeep import SuppressionRule

__all__ = ["RetentionPlan", "decide", "decide_entry", "refuse_silence", "retain", "retain_into"]


@attrs.frozen(kw_only=True)
class RetentionPlan:
    """What is due in one base by one policy as of a day, in the order of the base.

    `digest` stands for what the decisions rest on (relationships, dates, acts, consents, tags, and what else the
    policy reads), so that a plan is not enacted on another base.
    """

    decisions: tuple[Decision, ...] = attrs.field(repr=lambda decisions: f"<{len(decisions)}>")
    policy: Policy = attrs.field(repr=str)
    as_of: dt.date
    digest: str = attrs.field(repr=False)

    @property
    def counts(self) -> dict[RetentionAction, int]:
        """How many decisions there are of each action, in the order of the actions; without those that have none."""
        counts = {action: len(self.of(action)) for action in RetentionAction}
        return {action: count for action, count in counts.items() if count}

    def of(self, action: RetentionAction) -> tuple[Decision, ...]:
        """Give the decisions of one action."""
        return tuple(decision for decision in self.decisions if decision.action is action)

    def __len__(self) -> int:
        return len(self.decisions)


def retain(base: ContactBase, policy: Policy, *, as_of: dt.date) -> RetentionPlan:
    """Decide what is due for every contact as of a day (a date, in the zone of the policy).

    PolicyError for a policy without any rule of retention: silence would keep everybody for ever.
    """
    decisions = tuple(_judge(policy, as_of, Judge.of_many).decisions(base.values()))
    return RetentionPlan(decisions=decisions, policy=policy, as_of=as_of, digest=digest_of(base, policy.reads))


def retain_into(base: ContactBase, policy: Policy, note: Note, *, as_of: dt.date) -> None:
    """Tell every decision to `note` as it is made, and keep none."""
    for decision in _judge(policy, as_of, Judge.of_many).decisions(base.values()):
        note(decision)


def decide(contact: Contact, policy: Policy, *, as_of: dt.date) -> Decision | None:
    """Give what is due for one contact; None where it is kept. TypeError for a moment instead of a day."""
    return _judge(policy, as_of, Judge.of).decide(contact)


def _judge(policy: Policy, as_of: dt.date, make: Callable[[Policy, dt.date], Judge]) -> Judge:
    refuse_silence(policy)
    return make(policy, as_of)


def refuse_silence(policy: Policy) -> None:
    """Raise PolicyError for a policy that does not say how long contacts are kept."""
    if not policy.of(RetentionRule):
        raise PolicyError(
            f"The policy {policy.id} does not say how long contacts are kept, so nothing would ever be due. Add a rule "
            "of retention to it, or choose a policy that has one."
        )


def decide_entry(created: dt.date | None, policy: Policy, *, as_of: dt.date) -> RetentionAction:
    """Tell what is due for an entry of the suppression list that was made on a day (None: unknown).

    KEEP unless a rule of the policy says that the entry is over: what forbids is kept in doubt.
    """
    rules = policy.of(SuppressionRule, as_of=as_of)
    over = created is not None and any(not rule.keeps(created, as_of=as_of) for rule in rules)
    return RetentionAction.DELETE if over else RetentionAction.KEEP
