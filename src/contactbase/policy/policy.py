"""A policy: the rules of one jurisdiction, in one version, checked for contradictions when it is made.

Rules are of several kinds (retention, exclusion, caps, windows, refresh, ...); `of` gives those of one kind. Nothing
here is legal advice: a policy is a preset that its user answers for, and `unknown` says what it does not know.

>>> from contactbase.policy.countries.fr import FR
>>> [rule.months for rule in FR.of(RetentionRule, as_of=dt.date(2026, 1, 1))]
[36, 36]
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import combinations
from typing import TypeVar

import attrs

from contactbase.errors import PolicyError
from contactbase.model.contact import Contact
from contactbase.model.text import Text
from contactbase.policy.clock import FIELDS_OF
from contactbase.policy.consent_rules import NO_RULES, ConsentRules
from contactbase.policy.rule import KeepingRule, RetentionRule, Rule
from contactbase.segment.reads import fields_read

__all__ = ["Policy"]

_Kind = TypeVar("_Kind", bound=Rule)


@attrs.frozen(kw_only=True)
class Policy:
    """Rules under an id and a version. `jurisdiction` is ISO 3166-1, `zone` the IANA zone in which days are judged.

    `consent` are the rules of what may permit a message; `unknown` says in words what the policy does not know.
    PolicyError when two rules have one id, or two rules of retention are about the same contacts at the same time.
    """

    id: str
    version: str
    title: Text
    jurisdiction: str
    zone: str
    rules: tuple[Rule, ...] = attrs.field(repr=lambda rules: f"<{len(rules)}>")
    consent: ConsentRules = attrs.field(default=NO_RULES, repr=lambda rules: f"<{len(rules)}>")
    unknown: tuple[Text, ...] = attrs.field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        twice = [rule_id for rule_id, count in Counter(rule.id for rule in self.rules).items() if count > 1]
        if twice:
            raise PolicyError(f"The policy {self.id} has several rules {twice[0]!r}. Give each an id of its own.")
        for one, other in combinations(self.of(RetentionRule), 2):
            if one.scope.tree == other.scope.tree and one.in_force.meets(other.in_force):
                raise PolicyError(
                    f"In the policy {self.id}, the rules {one.id} and {other.id} are about the same contacts at the "
                    "same time. Separate them by their scope or by their dates."
                )

    def of(self, kind: type[_Kind], *, as_of: dt.date | None = None) -> tuple[_Kind, ...]:
        """Give the rules of one kind, in order; those in force on a day where one is given."""
        found = (rule for rule in self.rules if isinstance(rule, kind))
        return tuple(rule for rule in found if as_of is None or rule.in_force.contains(as_of))

    def rule(self, rule_id: str) -> Rule:
        """Give a rule by its id; PolicyError lists the ids there are."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise PolicyError(
            f"The policy {self.id} has no rule {rule_id!r}. It has: {', '.join(r.id for r in self.rules)}."
        )

    def retention_of(self, contact: Contact, *, as_of: dt.date) -> tuple[RetentionRule, ...]:
        """Give the rules of retention about a contact on a day, in order; none when nothing is ruled."""
        rules = self.of(RetentionRule, as_of=as_of)
        return tuple(rule for rule in rules if rule.scope.matches(contact, as_of=as_of, zone=self.zone))

    @property
    def reads(self) -> frozenset[str]:
        """The stored fields that the rules read."""
        names = {name for rule in self.rules for text in rule.conditions for name in fields_read(text.tree)} - {"id"}
        for rule in self.rules:
            if isinstance(rule, RetentionRule):
                names |= {name for clock in (*rule.clocks, *rule.doubtful_clocks) for name in FIELDS_OF[clock]}
            elif isinstance(rule, KeepingRule):
                names |= {name for clock in rule.clocks for name in FIELDS_OF[clock]}
        return frozenset(names)

    def __str__(self) -> str:
        return f"{self.id}@{self.version}"
