"""What is doubtful in a policy: gaps, overlaps, rules out of force, periods that nobody is cited for, no end.

A policy that contradicts itself cannot be made at all; what `lint` finds is legal and probably not meant. Scopes are
free texts, so gaps and overlaps are looked for with probes (a contact of each relationship and kind) and, where one is
given, over a base.

>>> from contactbase.policy.countries.de import DE
>>> [found.code for found in lint(DE, as_of=dt.date(2026, 11, 22))]
['policy.no-retention']
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Final

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import ContactKind, Relationship
from contactbase.model.journal import Finding, finding
from contactbase.policy.deadline import days_later
from contactbase.policy.policy import Policy
from contactbase.policy.rule import KeepingRule, RetentionRule, Rule
from contactbase.policy.sending import CapRule, WindowRule
from contactbase.policy.upkeep import DelayRule, SuppressionRule
from contactbase.segment.lints import lint_window
from contactbase.segment.segment import Segment

__all__ = ["lint"]

_COUNTING: Final = (RetentionRule, KeepingRule, DelayRule, SuppressionRule, CapRule, WindowRule)
"""Kinds of rules that hold a figure, which somebody must have said."""
_YEAR: Final = 12


def lint(
    policy: Policy, *, as_of: dt.date, base: ContactBase | None = None, segments: Iterable[Segment] = ()
) -> tuple[Finding, ...]:
    """Give what is doubtful in a policy as of a day.

    `base` counts gaps and overlaps over real contacts; `segments` are checked for windows that look back further than
    the policy keeps anybody (as W301 of the language).
    """
    return (
        *_retention(policy, as_of, base),
        *_dates(policy, as_of),
        *_uncited(policy),
        *_looking_back(policy, as_of, segments),
    )


def _retention(policy: Policy, as_of: dt.date, base: ContactBase | None) -> Iterator[Finding]:
    if not policy.of(RetentionRule):
        yield finding("policy.no-retention", policy=policy.id)
        return
    endless = [rule.id for rule in policy.of(RetentionRule) if rule.months is None]
    endless += [rule.id for rule in policy.of(SuppressionRule) if rule.months is None]
    for rule_id in endless:
        yield finding("policy.unbounded", policy=policy.id, rule=rule_id)
    rules = policy.of(RetentionRule, as_of=as_of)
    yield from _covered(policy, rules, as_of, _probes())
    if base is not None:
        yield from _counted(policy, rules, as_of, base)


def _probes() -> list[tuple[str, Contact]]:
    """Give a contact of each relationship and kind, with words for it."""
    pairs = product((*Relationship, None), (*ContactKind, None))
    return [
        (f"{relationship or 'unknown'}, {kind or 'unknown'}", Contact(id="probe", relationship=relationship, kind=kind))
        for relationship, kind in pairs
    ]


def _covered(
    policy: Policy, rules: tuple[RetentionRule, ...], as_of: dt.date, probes: list[tuple[str, Contact]]
) -> Iterator[Finding]:
    seen: set[tuple[str, ...]] = set()
    for words, contact in probes:
        about = tuple(rule.id for rule in rules if rule.scope.matches(contact, as_of=as_of, zone=policy.zone))
        if not about:
            yield finding("policy.gap", policy=policy.id, contacts=words)
        for pair in combinations(about, 2):
            if pair not in seen:
                seen.add(pair)
                yield finding("policy.overlap", policy=policy.id, rule=pair[0], other=pair[1])


def _counted(policy: Policy, rules: tuple[RetentionRule, ...], as_of: dt.date, base: ContactBase) -> Iterator[Finding]:
    flags = [rule.scope.on(as_of=as_of, zone=policy.zone).flags(base) for rule in rules]
    numbers = Counter(map(sum, zip(*flags, strict=True))) if flags else Counter({0: len(base)})
    several = sum(count for number, count in numbers.items() if number > 1)
    if numbers[0]:
        yield finding("policy.gap-in-base", policy=policy.id, count=numbers[0], total=len(base))
    if several:
        yield finding("policy.overlap-in-base", policy=policy.id, count=several, total=len(base))


def _dates(policy: Policy, as_of: dt.date) -> Iterator[Finding]:
    for rule in policy.rules:
        if not rule.in_force.contains(as_of):
            yield finding("policy.out-of-force", policy=policy.id, rule=rule.id, day=as_of.isoformat())
    for one, other in combinations(policy.rules, 2):
        if type(one) is type(other) and _subject(one) == _subject(other) and not one.in_force.meets(other.in_force):
            yield from _hole(policy, *sorted((one, other), key=lambda rule: rule.in_force.start or dt.date.min))


def _subject(rule: Rule) -> object:
    """Give what a rule is about: two rules of one kind about the same follow each other in time."""
    texts = tuple(str(text) for text in rule.conditions)
    return texts, getattr(rule, "channels", None), getattr(rule, "purposes", None), rule.id if not texts else None


def _hole(policy: Policy, earlier: Rule, later: Rule) -> Iterator[Finding]:
    end, start = earlier.in_force.end, later.in_force.start
    if end is not None and start is not None and days_later(end, 1) < start:
        yield finding(
            "policy.gap-in-time",
            policy=policy.id,
            rule=earlier.id,
            other=later.id,
            first=days_later(end, 1).isoformat(),
            last=days_later(start, -1).isoformat(),
        )


def _uncited(policy: Policy) -> Iterator[Finding]:
    for rule in policy.rules:
        if isinstance(rule, _COUNTING) and not rule.citations:
            yield finding("policy.no-citation", policy=policy.id, rule=rule.id)


def _looking_back(policy: Policy, as_of: dt.date, segments: Iterable[Segment]) -> Iterator[Finding]:
    """Compare windows with the longest that anybody is kept after an act; without an end, with nothing."""
    months = [rule.months for rule in policy.of(RetentionRule, as_of=as_of)]
    kept = [found for found in months if found is not None]
    if not kept or len(kept) < len(months):
        return
    years = -(-max(kept) // _YEAR)
    named = [(rule.id, text) for rule in policy.rules for text in rule.conditions]
    for name, text in [*named, *((segment.name, segment) for segment in segments)]:
        if lint_window(text.tree, years):
            yield finding("policy.looks-back-too-far", policy=policy.id, text=name, years=years)
