"""What may not be sold on the channel at all on that day: the bans of the policy, by sector.

>>> SECTOR.name
'sector'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.exclusions.scoped import scoped
from contactbase.campaign.audience.reason import Reason, of_rule
from contactbase.campaign.audience.stage import Stage
from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.policy.sending import SectorRule

__all__ = ["SECTOR"]


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    if campaign.sector is None:
        return nothing
    known = {name for rule in campaign.policy.of(SectorRule) for name in rule.sectors}
    if campaign.sector not in known and campaign.sector != _OTHER:
        said = ", ".join(sorted(known)) or "no sector at all"
        raise MessageError(
            f"{campaign.policy} knows {said}, and not {campaign.sector!r}. Give one of them, or {_OTHER!r}."
        )
    rules = [
        (rule, of_rule(Stage.SECTOR_BANNED, "exclusion.sector-banned", rule))
        for rule in campaign.policy.of(SectorRule, as_of=campaign.day)
        if campaign.sector in rule.sectors and rule.concerns(campaign.channel, campaign.purpose)
    ]
    meets = scoped([rule.scope for rule, _ in rules], campaign)

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for place, mask in enumerate(meets(batch)):
            for nth, (_, reason) in enumerate(rules):
                if mask >> nth & 1:
                    yield place, reason

    return find if rules else nothing


_OTHER: Final = "other"
"""A sector of which no policy speaks."""

SECTOR: Final = ExclusionFamily(name="sector", prepare=_prepare)
