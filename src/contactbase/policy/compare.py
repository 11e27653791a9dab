"""Two policies side by side: which rules differ, and which contacts would be treated otherwise.

>>> from contactbase.model.contact import Contact
>>> from contactbase.policy.catalog import FR, FR_STRICT_SEEDS
>>> base = ContactBase.of([Contact(id="c-1", collected_on=dt.date(2020, 5, 1)), Contact(id="c-2")])
>>> print(simulate(FR, FR_STRICT_SEEDS, base, as_of=dt.date(2026, 11, 22)))
1 of 2 contacts would be treated otherwise (fr@2026.2 -> fr-strict-seeds@2026.1, as of 2026-11-22).
reconsent -> delete: 1
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Decision, RetentionAction
from contactbase.policy.consent_rules import ConsentRule
from contactbase.policy.policy import Policy
from contactbase.policy.retain import retain
from contactbase.policy.rule import Rule
from contactbase.policy.structure import plain

__all__ = ["PolicyDiff", "RuleChange", "Simulation", "Treatment", "diff", "simulate"]


@attrs.frozen(kw_only=True)
class RuleChange:
    """One value of one rule (or of the policy itself: `rule` None) that differs, as texts; None: there was none."""

    rule: str | None
    field: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        return f"{self.rule or 'policy'}.{self.field}: {self.before} -> {self.after}"


@attrs.frozen(kw_only=True)
class PolicyDiff:
    """What differs between two policies; equal policies give an empty difference, which is false."""

    added: tuple[Rule | ConsentRule, ...] = attrs.field(repr=lambda rules: str([rule.id for rule in rules]))
    removed: tuple[Rule | ConsentRule, ...] = attrs.field(repr=lambda rules: str([rule.id for rule in rules]))
    changed: tuple[RuleChange, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        lines = [f"+ {rule.id}: {rule.title.en}" for rule in self.added]
        lines += [f"- {rule.id}: {rule.title.en}" for rule in self.removed]
        return "\n".join([*lines, *(f"~ {change}" for change in self.changed)]) or "no difference"


def diff(before: Policy, after: Policy) -> PolicyDiff:
    """Say rule by rule what differs between two policies."""
    old, new = ({rule.id: rule for rule in (*policy.rules, *policy.consent)} for policy in (before, after))
    changed = [*_changes(None, _head(before), _head(after))]
    for rule_id in old.keys() & new.keys():
        changed += _changes(rule_id, plain(old[rule_id]), plain(new[rule_id]))
    return PolicyDiff(
        added=tuple(rule for rule_id, rule in new.items() if rule_id not in old),
        removed=tuple(rule for rule_id, rule in old.items() if rule_id not in new),
        changed=tuple(sorted(changed, key=lambda change: (change.rule or "", change.field))),
    )


def _head(policy: Policy) -> Mapping[str, Any]:
    """Give what a policy says beside its rules."""
    return plain(attrs.evolve(policy, rules=(), consent=attrs.evolve(policy.consent, rules=())))  # type: ignore[no-any-return] # a dictionary


def _changes(rule: str | None, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[RuleChange]:
    return [
        RuleChange(rule=rule, field=name, before=_text(before.get(name)), after=_text(after.get(name)))
        for name in {**before, **after}
        if before.get(name) != after.get(name)
    ]


def _text(value: Any) -> str | None:
    return (
        None
        if value is None
        else value
        if isinstance(value, str)
        else json.dumps(value, ensure_ascii=False, default=str)
    )


@attrs.frozen(kw_only=True)
class Treatment:
    """One contact that two policies treat differently; None means that it is kept."""

    contact: str
    before: Decision | None
    after: Decision | None

    @property
    def actions(self) -> tuple[RetentionAction, RetentionAction]:
        """What each of the policies does."""
        return _action(self.before), _action(self.after)


def _action(decision: Decision | None) -> RetentionAction:
    return RetentionAction.KEEP if decision is None else decision.action


@attrs.frozen(kw_only=True)
class Simulation:
    """The contacts of a base whom two policies treat differently as of a day, in the order of the base."""

    before: Policy = attrs.field(repr=str)
    after: Policy = attrs.field(repr=str)
    as_of: dt.date
    contacts: int
    treatments: tuple[Treatment, ...] = attrs.field(repr=lambda treatments: f"<{len(treatments)}>")

    @property
    def counts(self) -> Mapping[tuple[RetentionAction, RetentionAction], int]:
        """How many contacts go from one action to another, the most first."""
        found = Counter(treatment.actions for treatment in self.treatments)
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def __len__(self) -> int:
        return len(self.treatments)

    def __iter__(self) -> Any:
        return iter(self.treatments)

    def __str__(self) -> str:
        head = (
            f"{len(self)} of {self.contacts} contacts would be treated otherwise "
            f"({self.before} -> {self.after}, as of {self.as_of})."
        )
        lines = [f"{before} -> {after}: {count}" for (before, after), count in self.counts.items()]
        return "\n".join([head, *lines])


def simulate(before: Policy, after: Policy, base: ContactBase, *, as_of: dt.date) -> Simulation:
    """Give the contacts whom a second policy would treat otherwise: another action, or due on another day."""
    ours, theirs = (
        {decision.contact: decision for decision in retain(base, policy, as_of=as_of).decisions}
        for policy in (before, after)
    )
    pairs = ((contact, ours.get(contact), theirs.get(contact)) for contact in base)
    return Simulation(
        before=before,
        after=after,
        as_of=as_of,
        contacts=len(base),
        treatments=tuple(
            Treatment(contact=contact, before=old, after=new)
            for contact, old, new in pairs
            if _treated(old) != _treated(new)
        ),
    )


def _treated(decision: Decision | None) -> tuple[object, ...]:
    if decision is None:
        return (RetentionAction.KEEP,)
    return decision.action, decision.due_on, decision.kept_fields, decision.kept_until
