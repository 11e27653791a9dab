"""Web events of somebody who never consented to tracking: said at every cleaning, so that it cannot be forgotten (R14).

The check looks only for a consent to the purpose `tracking`; whether it still holds, and on which day, is decided by
`permitted_events`.

>>> from contactbase.model.enums import EventKind
>>> from contactbase.model.event import Event
>>> seen = {"events": (Event(kind=EventKind.PAGE_VIEW), Event(kind=EventKind.PAGE_VIEW))}
>>> [found.message for found in WEB_EVENTS_UNTRACKED.run(seen, dt.date(2026, 1, 1))]
['2 web events, but no consent to tracking; they may not be used.']
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.model.activity import WEB_EVENTS
from contactbase.model.consent import PERMITTING
from contactbase.model.enums import Purpose
from contactbase.normalize.checks.check import NOTHING, ContactCheck, Findings, Known
from contactbase.normalize.remark import remark

__all__ = ["WEB_EVENTS_UNTRACKED"]

_TRACKING: Final = Purpose.TRACKING


def _untracked(known: Known, _as_of: dt.date) -> Findings:
    count = 0
    for event in known["events"]:
        if event.kind in WEB_EVENTS:
            count += 1
    if not count:
        return NOTHING
    consents = known.get("consents", ())
    if any(record.purpose is _TRACKING and record.status in PERMITTING for record in consents):
        return NOTHING
    return (remark("check.web-events-untracked", "events", count=count),)


WEB_EVENTS_UNTRACKED: Final = ContactCheck("web-events-untracked", ("events",), _untracked)
