"""When a sending will be over at a given throughput: what does not fit before the window closes goes on when it opens.

>>> from contactbase.campaign.place import territory
>>> from contactbase.policy.countries.fr_sending import WINDOW_SMS
>>> saturday = dt.datetime(2026, 3, 7, 20, 59, tzinfo=dt.UTC)
>>> plan = forecast(saturday, 100_000, per_hour=36_000, window=WINDOW_SMS, place=territory("metropole"))
>>> [(stage.start.isoformat(), stage.messages) for stage in plan.stages]
[('2026-03-07T20:59:00+00:00', 600), ('2026-03-09T07:00:00+00:00', 99400)]
>>> plan.end.isoformat(), plan.spills
('2026-03-09T09:45:40+00:00', True)
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from contactbase.campaign.place import Place
from contactbase.campaign.slot import closing_time, next_allowed
from contactbase.errors import MessageError
from contactbase.policy.sending import WindowRule

__all__ = ["Forecast", "Stage", "forecast"]

_HOUR: Final = 3_600_000_000
"""Microseconds."""
_STAGES: Final = 2_000


@attrs.frozen(kw_only=True)
class Stage:
    """Messages that go out without a pause: from `start`, the last is out at `end` (UTC)."""

    start: dt.datetime
    end: dt.datetime
    messages: int


@attrs.frozen(kw_only=True)
class Forecast:
    """The stages of a sending in order; `left` messages find no opening within reach (0: all go out)."""

    stages: tuple[Stage, ...]
    left: int = 0

    @property
    def end(self) -> dt.datetime | None:
        """When the last message is out; None when not all go out, or there are none."""
        return self.stages[-1].end if self.stages and not self.left else None

    @property
    def spills(self) -> bool:
        """Whether the window closes before the last message is out."""
        return len(self.stages) > 1 or self.left > 0


def forecast(start: dt.datetime, messages: int, *, per_hour: int, window: WindowRule, place: Place) -> Forecast:
    """Spread a number of messages over the openings of a window; MessageError for no throughput or less than none."""
    if per_hour < 1 or messages < 0:
        raise MessageError(f"{messages} messages at {per_hour} an hour cannot be sent. Give 0 or more, and 1 or more.")
    stages: list[Stage] = []
    left, moment = messages, start
    while left and len(stages) < _STAGES:
        opens = next_allowed(moment, window=window, place=place)
        if opens is None:
            break
        closes = closing_time(opens, window=window, place=place)
        room = left if closes is None else _microseconds(closes - opens) * per_hour // _HOUR
        if sent := min(left, room):
            took = dt.timedelta(microseconds=-(-sent * _HOUR // per_hour))
            stages.append(Stage(start=opens, end=opens + took, messages=sent))
        left -= sent
        if closes is None or (not sent and _too_slow(opens, start)):
            break
        moment = closes
    return Forecast(stages=tuple(stages), left=left)


def _microseconds(length: dt.timedelta) -> int:
    return length // dt.timedelta(microseconds=1)


def _too_slow(opens: dt.datetime, start: dt.datetime) -> bool:
    """Tell whether openings have been too short for one message for a month and more."""
    return opens - start > dt.timedelta(days=35)
