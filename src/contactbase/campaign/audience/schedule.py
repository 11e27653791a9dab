"""When a sending to an audience is over at a given throughput: one recipient's clock after another, nights left out.

Recipients are grouped by where their clock is. The groups that may be reached now go first, the one whose window closes
first before the others; those who wait follow when their window opens. One channel sends one message after another, so
a group starts when the one before it is out. Where several windows concern a recipient, the first is taken.

>>> Schedule(groups=()).end is None
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.scoped import scoped
from contactbase.campaign.audience.hours import place_for, windows_in_force
from contactbase.campaign.duration import Forecast, Stage, forecast
from contactbase.campaign.place import Place
from contactbase.campaign.slot import closing_time
from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.policy.sending import WindowRule

__all__ = ["Group", "Schedule", "scheduled"]

_HOUR: Final = 3_600_000_000
"""Microseconds."""


@attrs.frozen(kw_only=True)
class Group:
    """Recipients whose clock is in the same zones, under the same window (None: no window), and their forecast."""

    zones: tuple[str, ...]
    window: str | None
    messages: int
    forecast: Forecast = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Schedule:
    """The groups, in the order in which they go out."""

    groups: tuple[Group, ...]

    @property
    def messages(self) -> int:
        """How many go out in all."""
        return sum(group.messages for group in self.groups)

    @property
    def left(self) -> int:
        """How many find no opening within reach."""
        return sum(group.forecast.left for group in self.groups)

    @property
    def end(self) -> dt.datetime | None:
        """When the last message is out (UTC); None when not all go out, or there are none."""
        ends = [stage.end for group in self.groups for stage in group.forecast.stages]
        return None if self.left or not ends else max(ends)

    @property
    def spills(self) -> bool:
        """Whether a window closes before all of its recipients are reached."""
        return any(group.forecast.spills for group in self.groups)


_Waiting = tuple[Contact, dt.datetime | None]


@attrs.define
class _Pending:
    """A group while it is being counted."""

    place: Place
    window: WindowRule | None
    opens: dt.datetime
    closes: dt.datetime
    messages: int = 0


def scheduled(
    campaign: Campaign, eligible: Iterable[Contact], deferred: Iterable[_Waiting], *, per_hour: int
) -> Schedule:
    """Put the recipients into groups and spread them over their windows."""
    if per_hour < 1:
        raise MessageError(f"{per_hour} messages an hour is no throughput. Give 1 or more.")
    groups: list[Group] = []
    moment = campaign.at
    pending = _grouped(campaign, [*((contact, campaign.at) for contact in eligible), *deferred])
    for each in sorted(pending, key=lambda each: (each.opens, each.closes, each.place.zones)):
        start = max(moment, each.opens)
        found = _forecast(start, each, per_hour)
        groups.append(
            Group(
                zones=each.place.zones,
                window=None if each.window is None else each.window.id,
                messages=each.messages,
                forecast=found,
            )
        )
        moment = max((stage.end for stage in found.stages), default=start)
    return Schedule(groups=tuple(groups))


def _grouped(campaign: Campaign, recipients: list[_Waiting]) -> Iterable[_Pending]:
    windows = windows_in_force(campaign)
    masks = scoped([window.scope for window in windows], campaign)([contact for contact, _ in recipients])
    found: dict[tuple[object, ...], _Pending] = {}
    for (contact, opens), mask in zip(recipients, masks, strict=True):
        place = place_for(contact, campaign)
        window = next((window for nth, window in enumerate(windows) if mask >> nth & 1), None)
        key = (place.zones, place.territory, window and window.id, opens)
        if key not in found:
            found[key] = _pending(place, window, opens or campaign.at)
        found[key].messages += 1
    return found.values()


def _pending(place: Place, window: WindowRule | None, opens: dt.datetime) -> _Pending:
    closes = None if window is None else closing_time(opens, window=window, place=place)
    return _Pending(place, window, opens.astimezone(dt.UTC), closes or dt.datetime.max.replace(tzinfo=dt.UTC))


def _forecast(start: dt.datetime, group: _Pending, per_hour: int) -> Forecast:
    if group.window is not None:
        return forecast(start, group.messages, per_hour=per_hour, window=group.window, place=group.place)
    took = dt.timedelta(microseconds=-(-group.messages * _HOUR // per_hour))
    utc = start.astimezone(dt.UTC)
    return Forecast(stages=(Stage(start=utc, end=utc + took, messages=group.messages),))
