"""Who has not permitted the message: the answer of the policy to `standing`, with what else it noticed.

A purpose of which the policy says nothing is permitted to nobody. For messages that are owed the rule of the policy
itself says that no consent is needed.

>>> CONSENTS.name
'consents'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds
from contactbase.campaign.audience.reason import Reason
from contactbase.campaign.audience.stage import stage_of_consent
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.policy.consent_rules import ConsentRule
from contactbase.policy.standing import standings

__all__ = ["CONSENTS"]


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    day, channel, purpose = campaign.day, campaign.channel, campaign.purpose
    rule = campaign.policy.consent.rule_for(purpose, channel, day)
    ask = standings(channel=channel, purpose=purpose, as_of=day, policy=campaign.policy, offer=campaign.offer)
    reasons: dict[str, Reason] = {}

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for place, contact in enumerate(batch):
            said = ask(contact)
            if not said:
                code = said.reason
                if code not in reasons:
                    reasons[code] = _reason(code, rule)
                yield place, reasons[code]

    return find


def _reason(code: str, rule: ConsentRule | None) -> Reason:
    stage = stage_of_consent(code)
    if rule is None:
        return Reason(stage=stage, code=code)
    return Reason(stage=stage, code=code, rule=rule.id, citations=rule.citations, says=rule.text)


CONSENTS: Final = ExclusionFamily(name="consents", prepare=_prepare)
