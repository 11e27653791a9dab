"""Who is kept no longer for prospecting, or set aside because nobody knows for how long.

Whatever retention has decided (ask once more, archive, delete, hold, quarantine), a campaign is not the place to write
to that contact. Messages that are owed are sent all the same.

>>> RETENTION.name
'retention'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.reason import Reason
from contactbase.campaign.audience.stage import Stage
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Decision
from contactbase.policy.judge import Judge
from contactbase.policy.policy import Policy

__all__ = ["RETENTION"]


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    if not campaign.prospects:
        return nothing
    judge = Judge.of_many(campaign.policy, campaign.day)
    reasons: dict[tuple[str, str], Reason] = {}

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        places = {contact.id: place for place, contact in enumerate(batch)}
        for decision in judge.decisions(batch):
            key = (decision.code, decision.rule)
            if key not in reasons:
                reasons[key] = _reason(decision, campaign.policy)
            yield places[decision.contact], reasons[key]

    return find


def _reason(decision: Decision, policy: Policy) -> Reason:
    return Reason(
        stage=Stage.RETENTION_EXPIRED,
        code=decision.code,
        rule=decision.rule,
        citations=policy.rule(decision.rule).citations,
        says=policy.rule(decision.rule).text,
    )


RETENTION: Final = ExclusionFamily(name="retention", prepare=_prepare)
