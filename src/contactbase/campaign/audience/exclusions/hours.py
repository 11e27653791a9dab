"""Who has to wait: the windows of the policy, in the recipient's own zone, with the next allowed instant.

>>> QUIET_HOURS.name
'quiet hours'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.family import ExclusionFamily, Finds, nothing
from contactbase.campaign.audience.exclusions.scoped import scoped
from contactbase.campaign.audience.hours import place_for, windows_in_force
from contactbase.campaign.audience.reason import Reason, of_rule
from contactbase.campaign.audience.stage import Stage
from contactbase.campaign.openings import HORIZON_DAYS
from contactbase.campaign.place import Place
from contactbase.campaign.slot import check, next_allowed
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.policy.sending import WindowRule

__all__ = ["QUIET_HOURS"]


def _prepare(campaign: Campaign, _base: ContactBase) -> Finds:
    windows = windows_in_force(campaign)
    meets = scoped([window.scope for window in windows], campaign)
    answers: dict[tuple[tuple[str, ...], str | None, int], tuple[Reason, ...]] = {}

    def find(batch: Sequence[Contact]) -> Iterator[tuple[int, Reason]]:
        for at, (contact, mask) in enumerate(zip(batch, meets(batch), strict=True)):
            if not mask:
                continue
            place = place_for(contact, campaign)
            key = (place.zones, place.territory, mask)
            if key not in answers:
                about = [window for nth, window in enumerate(windows) if mask >> nth & 1]
                answers[key] = tuple(_closed(campaign.at, about, place))
            for reason in answers[key]:
                yield at, reason

    return find if windows else nothing


def _closed(at: dt.datetime, windows: Sequence[WindowRule], place: Place) -> Iterator[Reason]:
    """Give a reason for each window that is closed; all of them hold until the first instant at which none is."""
    slots = [(window, check(at, window=window, place=place)) for window in windows]
    if all(slot.allowed for _, slot in slots):
        return
    until = _open_in_all(at, windows, place)
    for window, slot in slots:
        if not slot.allowed:
            yield of_rule(Stage.QUIET_HOURS, f"sending.{slot.closure}", window, until=until)


def _open_in_all(at: dt.datetime, windows: Sequence[WindowRule], place: Place) -> dt.datetime | None:
    """Give the first instant from one on that is open in every window, in the recipient's zone; None: not in reach."""
    moment = at
    for _ in range(HORIZON_DAYS):
        opens = [next_allowed(moment, window=window, place=place) for window in windows]
        latest = max((each for each in opens if each is not None), default=None)
        if latest is None or None in opens:
            return None
        if latest == moment:
            return latest.astimezone(ZoneInfo(place.zones[0]))
        moment = latest
    return None


QUIET_HOURS: Final = ExclusionFamily(name="quiet hours", prepare=_prepare)
