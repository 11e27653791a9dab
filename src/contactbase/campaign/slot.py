"""May a message go out at an instant, why not, and when may it: in the recipient's own zone, or in all that may be it.

A closed window defers, it does not exclude. Instants carry their zone; a naive one is refused, because nobody knows
which clock it was read from.

>>> from contactbase.campaign.place import territory
>>> from contactbase.policy.countries.fr_sending import WINDOW_SMS
>>> sunday = dt.datetime(2026, 3, 1, 11, tzinfo=dt.UTC)
>>> slot = check(sunday, window=WINDOW_SMS, place=territory("metropole"))
>>> slot.allowed, slot.closure.value, slot.next_allowed.isoformat()
(False, 'sunday', '2026-03-02T08:00:00+01:00')
>>> slot.finding.message
'It is Sunday for the recipient.'
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs

from contactbase.campaign.openings import HORIZON_DAYS, Closure, closure_at, next_closed, next_open
from contactbase.campaign.place import Place
from contactbase.errors import MessageError
from contactbase.model.journal import Finding, finding
from contactbase.policy.sending import WindowRule

__all__ = ["Slot", "check", "closing_time", "next_allowed"]

_YEARS = range(1900, 9000)


@attrs.frozen(kw_only=True)
class Slot:
    """The answer: `local` is the recipient's time in the zone that closes (the first zone, when open).

    `next_allowed` is the first allowed instant from then on, in the same zone (the instant itself when allowed, None
    when there is none within 400 days).
    """

    closure: Closure
    zone: str
    local: dt.datetime
    next_allowed: dt.datetime | None
    window: str

    @property
    def allowed(self) -> bool:
        """Whether a message may go out."""
        return self.closure is Closure.OK

    @property
    def finding(self) -> Finding | None:
        """Why it may not; None when it may."""
        return None if self.allowed else finding(f"sending.{self.closure}")


def check(instant: dt.datetime, *, window: WindowRule, place: Place) -> Slot:
    """Judge an instant for a recipient; MessageError for an instant without a zone."""
    moment = _aware(instant)
    judged = [(closure_at(moment, window, ZoneInfo(zone), place.holidays), zone) for zone in place.zones]
    closure, zone = next((each for each in judged if each[0] is not Closure.OK), judged[0])
    opens = next_allowed(moment, window=window, place=place)
    return Slot(
        closure=closure,
        zone=zone,
        local=moment.astimezone(ZoneInfo(zone)),
        next_allowed=None if opens is None else opens.astimezone(ZoneInfo(zone)),
        window=window.id,
    )


def next_allowed(instant: dt.datetime, *, window: WindowRule, place: Place) -> dt.datetime | None:
    """Give the first instant from this one on that is open in every zone of a place, in UTC; None when none is."""
    moment: dt.datetime | None = _aware(instant).astimezone(dt.UTC)
    last = _aware(instant) + dt.timedelta(days=HORIZON_DAYS)
    zones = [ZoneInfo(zone) for zone in place.zones]
    while moment is not None and moment <= last:
        opens = [next_open(moment, window, zone, place.holidays) for zone in zones]
        latest = max((each for each in opens if each is not None), default=None)
        if None in opens or latest == moment:
            return None if None in opens else moment
        moment = latest
    return None


def closing_time(instant: dt.datetime, *, window: WindowRule, place: Place) -> dt.datetime | None:
    """Give the first instant from this one on that is closed in some zone of a place, in UTC; None: none in reach."""
    moment = _aware(instant)
    closes = (next_closed(moment, window, ZoneInfo(zone), place.holidays) for zone in place.zones)
    return min((each for each in closes if each is not None), default=None)


def _aware(instant: dt.datetime) -> dt.datetime:
    if instant.tzinfo is None or instant.utcoffset() is None:
        raise MessageError("The instant has no time zone. Give one, as in datetime(2026, 3, 2, 10, tzinfo=UTC).")
    if instant.year not in _YEARS:
        raise MessageError(f"The instant is in the year {instant.year}. Give one of 1900 to 8999.")
    return instant
