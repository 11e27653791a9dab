"""A policy: the rules of one jurisdiction, in one version, checked for contradictions when it is made.

>>> from contactbase.policy.countries.fr import FR
>>> FR.rule_for(Relationship.CUSTOMER, dt.date(2026, 1, 1)).months
36
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import combinations

import attrs

from contactbase.errors import PolicyError
from contactbase.model.enums import Relationship
from contactbase.model.text import Text
from contactbase.policy.consent_rules import NO_RULES, ConsentRules
from contactbase.policy.rule import RetentionRule

__all__ = ["Policy"]


@attrs.frozen(kw_only=True)
class Policy:
    """Rules under an id and a version. `jurisdiction` is ISO 3166-1, `zone` the IANA zone in which days are judged.

    `rules` are those of retention, `consent` those of what may permit a message.
    PolicyError when two rules have one id, or are about the same contacts at the same time.
    """

    id: str
    version: str
    title: Text
    jurisdiction: str
    zone: str
    rules: tuple[RetentionRule, ...]
    consent: ConsentRules = NO_RULES

    def __attrs_post_init__(self) -> None:
        twice = [rule_id for rule_id, count in Counter(rule.id for rule in self.rules).items() if count > 1]
        if twice:
            raise PolicyError(f"The policy {self.id} has several rules {twice[0]!r}. Give each an id of its own.")
        for one, other in combinations(self.rules, 2):
            if one.applies_to & other.applies_to and one.in_force.meets(other.in_force):
                raise PolicyError(
                    f"In the policy {self.id}, the rules {one.id} and {other.id} are about the same contacts at the "
                    "same time. Separate them by relationship or by their dates."
                )

    def rule_for(self, relationship: Relationship | None, as_of: dt.date) -> RetentionRule | None:
        """Give the rule about contacts of a relationship on a day; None when nothing is ruled."""
        return next((rule for rule in self.rules if rule.applies(relationship, as_of)), None)

    def __str__(self) -> str:
        return f"{self.id}@{self.version}"
