"""Who has to wait: the windows of the policy, in the recipient's own zone, with the next allowed instant.

>>> QUIET_HOURS.name
'quiet hours'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.exclusions.scoped import scoped
from contactbase.campaign.audience.hours import place_for, windows_in_force
from contactbase.campaign.audience.reason import Reason, of_rule
from contactbase.campaign.audience.stage import Stage
from contactbase.campaign.place import Place
from contactbase.campaign.slot import check
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.policy.sending import WindowRule

__all__ = ["QUIET_HOURS"]


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    windows = windows_in_force(campaign)
    meets = scoped([window.scope for window in windows], campaign)
    answers: dict[tuple[tuple[str, ...], str | None, int], Reason | None] = {}

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for at, (contact, mask) in enumerate(zip(batch, meets(batch), strict=True)):
            place = place_for(contact, campaign)
            for nth, window in enumerate(windows):
                if mask >> nth & 1:
                    key = (place.zones, place.territory, nth)
                    if key not in answers:
                        answers[key] = _closed(campaign, window, place)
                    reason = answers[key]
                    if reason is not None:
                        yield at, reason

    return find if windows else nothing


def _closed(campaign: Campaign, window: WindowRule, place: Place) -> Reason | None:
    slot = check(campaign.at, window=window, place=place)
    if slot.allowed:
        return None
    return of_rule(Stage.QUIET_HOURS, f"sending.{slot.closure}", window, until=slot.next_allowed)


QUIET_HOURS: Final = ExclusionFamily(name="quiet hours", prepare=_prepare)
