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
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import ConsentStatus, Purpose
from contactbase.model.journal import Decision, Note, RetentionAction
from contactbase.normalize.fold import fold
from contactbase.policy.clock import Clock, Start, start_of
from contactbase.policy.deadline import RetentionState, days_later, deadline, state_on
from contactbase.policy.digest import digest_of
from contactbase.policy.policy import Policy
from contactbase.policy.rule import Reconsent, RetentionRule

__all__ = ["RetentionPlan", "decide", "retain", "retain_into"]

_SHORTEST_MONTH: Final = 28
_DEADLINES_REMEMBERED: Final = 1 << 14
_Deadline = Callable[[dt.date, int], dt.date]


@attrs.frozen(kw_only=True)
class RetentionPlan:
    """What is due in one base by one policy as of a day, in the order of the base.

    `digest` stands for what the decisions rest on (relationships, dates, acts, consents, tags), so that a plan is not
    enacted on another base.
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
    """Decide what is due for every contact as of a day (a date, in the zone of the policy)."""
    decisions = tuple(_decisions(base.values(), policy, as_of))
    return RetentionPlan(decisions=decisions, policy=policy, as_of=as_of, digest=digest_of(base))


def retain_into(base: ContactBase, policy: Policy, note: Note, *, as_of: dt.date) -> None:
    """Tell every decision to `note` as it is made, and keep none."""
    for decision in _decisions(base.values(), policy, as_of):
        note(decision)


def _decisions(contacts: Iterable[Contact], policy: Policy, as_of: dt.date) -> Iterator[Decision]:
    remembered = lru_cache(maxsize=_DEADLINES_REMEMBERED)(deadline)
    for contact in contacts:
        decision = _decide(contact, policy, as_of, remembered)
        if decision is not None:
            yield decision


def decide(contact: Contact, policy: Policy, *, as_of: dt.date) -> Decision | None:
    """Give what is due for one contact; None where it is kept. TypeError for a moment instead of a day."""
    return _decide(contact, policy, as_of, deadline)


def _decide(contact: Contact, policy: Policy, as_of: dt.date, deadline_of: _Deadline) -> Decision | None:
    if isinstance(as_of, dt.datetime):
        raise TypeError(f"as_of is a moment. Give its day in the zone of the policy ({policy.zone}): as_of.date().")
    rule = policy.rule_for(contact.relationship, as_of)
    if rule is None:
        return None
    sure = start_of(contact, rule.clocks)
    start = sure or start_of(contact, rule.doubtful_clocks)
    if start is None:
        return _decision(contact, rule, as_of, RetentionAction.QUARANTINE, "retention.no-date")
    if start.day > as_of:
        return _in_the_future(contact, rule, as_of, start)
    if (as_of - start.day).days < rule.months * _SHORTEST_MONTH:
        return None
    due_on = deadline_of(start.day, rule.months)
    if state_on(as_of, due_on) is not RetentionState.EXPIRED:
        return None
    action, code, due_on = _due(contact, rule, as_of, due_on, doubtful=sure is None)
    return _decision(contact, rule, as_of, action, code, start.day, due_on)


def _decision(
    contact: Contact,
    rule: RetentionRule,
    as_of: dt.date,
    action: RetentionAction,
    code: str,
    clock_start: dt.date | None = None,
    due_on: dt.date | None = None,
) -> Decision:
    return Decision(
        contact=contact.id,
        action=action,
        code=code,
        rule=rule.id,
        citations=rule.citations,
        clock_start=clock_start,
        due_on=due_on,
        as_of=as_of,
    )


def _in_the_future(contact: Contact, rule: RetentionRule, as_of: dt.date, start: Start) -> Decision | None:
    if start.clock is Clock.RELATIONSHIP_END:
        return None
    return _decision(contact, rule, as_of, RetentionAction.QUARANTINE, "retention.future-date", start.day)


def _due(
    contact: Contact, rule: RetentionRule, as_of: dt.date, due_on: dt.date, *, doubtful: bool
) -> tuple[RetentionAction, str, dt.date]:
    """Give the action, its code and its day once the deadline has passed."""
    if rule.hold_if and any(fold(tag.replace("_", " ")) in rule.hold_if for tag in contact.tags):
        return RetentionAction.HOLD, "retention.hold", due_on
    if doubtful:
        return RetentionAction.QUARANTINE, "retention.end-unknown", due_on
    if rule.reconsent is not None:
        return _after_asking(contact, rule.reconsent, as_of, due_on)
    return rule.action, "retention.expired", due_on


def _after_asking(
    contact: Contact, reconsent: Reconsent, as_of: dt.date, due_on: dt.date
) -> tuple[RetentionAction, str, dt.date]:
    """Ask; wait for the answer; act on silence (an answer would have moved the clock)."""
    window = days_later(due_on, -reconsent.open_days_before)
    asked = [
        record.at
        for record in contact.consents
        if record.status is ConsentStatus.REQUESTED
        and record.purpose is Purpose.MARKETING
        and record.at is not None
        and window <= record.at <= as_of
    ]
    if not asked:
        return RetentionAction.RECONSENT, "retention.expired", due_on
    until = max(due_on, days_later(min(asked), reconsent.answer_days))
    if as_of <= until:
        return RetentionAction.HOLD, "retention.answer-awaited", until
    return reconsent.then, "retention.no-answer", until
