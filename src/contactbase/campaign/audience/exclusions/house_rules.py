"""Whom the rules of exclusion of a policy leave out: minors, the long inactive, whoever the house names.

>>> HOUSE_RULES.name
'house rules'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.exclusions.scoped import scoped
from contactbase.campaign.audience.reason import Reason, of_rule
from contactbase.campaign.audience.stage import STAGE_OF_RULE, Stage
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.policy.sending import ExclusionRule

__all__ = ["HOUSE_RULES"]


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    rules = [
        rule
        for rule in campaign.policy.of(ExclusionRule, as_of=campaign.day)
        if rule.concerns(campaign.channel, campaign.purpose)
    ]
    reasons = [of_rule(STAGE_OF_RULE.get(rule.reason, Stage.HOUSE_RULE), rule.reason, rule) for rule in rules]
    met = scoped([text for rule in rules for text in (rule.scope, rule.excludes)], campaign)

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for place, mask in enumerate(met(batch)):
            for nth, reason in enumerate(reasons):
                if mask >> 2 * nth & 3 == _BOTH:
                    yield place, reason

    return find if rules else nothing


_BOTH: Final = 3
"""The bits of a rule: in its scope, and excluded."""

HOUSE_RULES: Final = ExclusionFamily(name="house rules", prepare=_prepare)
