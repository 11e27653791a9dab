"""When and how often a message may go out: hours in the recipient's own time, holidays, throughput, caps.

This is `cb.sending`; each name lives in the module that explains it. Hours and caps are rules of a policy.

>>> from contactbase.policy.catalog import FR
>>> sunday = dt.datetime(2026, 12, 20, 9, tzinfo=dt.UTC)
>>> (window,) = windows_of(FR, channel=Channel.SMS, purpose=Purpose.MARKETING, on=sunday.date())
>>> check(sunday, window=window, place=territory("reunion")).closure.value
'sunday'
"""

from __future__ import annotations

import datetime as dt

from contactbase.campaign.duration import Forecast, Stage, forecast
from contactbase.campaign.frequency import CapAnswer, Sent, at_most, check_cap, sent_to
from contactbase.campaign.openings import Closure
from contactbase.campaign.place import Place, place_of, place_of_phone, territory
from contactbase.campaign.pressure import Pressure, pressure_on
from contactbase.campaign.slot import Slot, check, next_allowed
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Purpose
from contactbase.policy.countries.fr_holidays import CALENDARS
from contactbase.policy.holidays import EasterDay, FixedDay, Holiday, HolidayCalendar, easter
from contactbase.policy.policy import Policy
from contactbase.policy.sending import CapRule, CapWindow, SendingRule, Span, Weekday, WindowRule

__all__ = [
    "CALENDARS",
    "CapAnswer",
    "CapRule",
    "CapWindow",
    "Closure",
    "EasterDay",
    "FixedDay",
    "Forecast",
    "Holiday",
    "HolidayCalendar",
    "Place",
    "Pressure",
    "Sent",
    "Slot",
    "Span",
    "Stage",
    "Weekday",
    "WindowRule",
    "at_most",
    "caps_of",
    "check",
    "check_cap",
    "easter",
    "forecast",
    "next_allowed",
    "place_of",
    "place_of_phone",
    "pressure_on",
    "sent_to",
    "territory",
    "windows_of",
]


def windows_of(
    policy: Policy, *, channel: Channel, purpose: Purpose, on: dt.date, contact: Contact | None = None
) -> tuple[WindowRule, ...]:
    """Give the hours that a policy has for such messages on a day; with a contact, those whose scope it meets."""
    return tuple(
        rule for rule in policy.of(WindowRule, as_of=on) if _holds(rule, policy, channel, purpose, on, contact)
    )


def caps_of(
    policy: Policy, *, channel: Channel, purpose: Purpose, on: dt.date, contact: Contact | None = None
) -> tuple[CapRule, ...]:
    """Give the caps that a policy has for such messages on a day; with a contact, those whose scope it meets."""
    return tuple(rule for rule in policy.of(CapRule, as_of=on) if _holds(rule, policy, channel, purpose, on, contact))


def _holds(
    rule: SendingRule, policy: Policy, channel: Channel, purpose: Purpose, on: dt.date, contact: Contact | None
) -> bool:
    if not rule.concerns(channel, purpose):
        return False
    return contact is None or rule.scope.matches(contact, as_of=on, zone=policy.zone)
