"""The rules of sending: whom a campaign leaves out, how often, at which hours, and what may not be sold that way.

They say what holds; the campaign asks them. Empty `channels` or `purposes` mean all of them.

>>> rule = ExclusionRule(
...     id="house.exclusion.minors",
...     title=Text("Minors", "Mineurs"),
...     text=Text("Nobody under 18 is sent marketing.", "Aucun message commercial avant 18 ans."),
...     excludes="age < 18",
...     reason="exclusion.minor",
...     purposes=frozenset({Purpose.MARKETING}),
... )
>>> rule.concerns(Channel.SMS, Purpose.MARKETING), rule.concerns(Channel.SMS, Purpose.SERVICE)
(True, False)
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

from contactbase.errors import PolicyError
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.enums import Channel, Purpose
from contactbase.model.text import Text
from contactbase.policy.condition import EVERYBODY, condition
from contactbase.policy.rule import Rule
from contactbase.segment.segment import Segment

__all__ = ["CapRule", "CapWindow", "ExclusionRule", "SectorRule", "SendingRule", "Span", "Weekday", "WindowRule"]


class Weekday(StrEnum):
    """A day of the week, in the order of `datetime.date.weekday`."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class CapWindow(StrEnum):
    """What a cap counts over: so many days back, or the calendar month."""

    ROLLING_DAYS = "rolling_days"
    CALENDAR_MONTH = "calendar_month"


@attrs.frozen(kw_only=True)
class SendingRule(Rule):
    """A rule about messages: of which channels and purposes (empty: all), to which contacts (`scope`)."""

    channels: frozenset[Channel] = frozenset()
    purposes: frozenset[Purpose] = frozenset()
    scope: Segment = attrs.field(default=EVERYBODY, converter=condition)

    def concerns(self, channel: Channel, purpose: Purpose) -> bool:
        """Tell whether a message of this channel and purpose falls under the rule."""
        return (not self.channels or channel in self.channels) and (not self.purposes or purpose in self.purposes)


@attrs.frozen(kw_only=True)
class ExclusionRule(SendingRule):
    """Contacts that meet `excludes` are left out of a campaign, never erased; `reason` is a code of the catalogue."""

    excludes: Segment = attrs.field(converter=condition)
    reason: str

    def __attrs_post_init__(self) -> None:
        if self.reason not in CATALOG:
            raise PolicyError(
                f"The rule {self.id} gives the reason {self.reason!r}, which is no code of the catalogue."
            )


@attrs.frozen(kw_only=True)
class CapRule(SendingRule):
    """At most `most` messages to one person in a window: None is no cap, 0 is never; `days` goes with rolling days."""

    most: int | None
    window: CapWindow = CapWindow.ROLLING_DAYS
    days: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.most is not None and self.most < 0:
            raise PolicyError(f"The rule {self.id} allows {self.most} messages. Give 0 for never, None for no cap.")
        if (self.window is CapWindow.ROLLING_DAYS) != (self.days is not None) or (self.days or 1) < 1:
            raise PolicyError(f"The rule {self.id} needs `days`, 1 or more, with rolling days, and only then.")


@attrs.frozen
class Span:
    """Hours of a day, local: from `start` on, until before `end`."""

    start: dt.time
    end: dt.time

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise PolicyError(f"A span of hours cannot end ({self.end:%H:%M}) before it starts ({self.start:%H:%M}).")


@attrs.frozen(kw_only=True)
class WindowRule(SendingRule):
    """The hours at which messages may go out, in the local time of the recipient; other messages wait.

    `holidays` names the calendar of public holidays on which nothing goes out (ISO 3166-1; None: holidays count as any
    other day).
    """

    days: frozenset[Weekday]
    spans: tuple[Span, ...]
    holidays: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.days or not self.spans:
            raise PolicyError(f"The rule {self.id} has no hour at which anything may go out. Give `days` and `spans`.")

    def allows(self, day: dt.date, time: dt.time) -> bool:
        """Tell whether a local time lies in the window; holidays are the question of a calendar."""
        return tuple(Weekday)[day.weekday()] in self.days and any(span.start <= time < span.end for span in self.spans)


@attrs.frozen(kw_only=True)
class SectorRule(SendingRule):
    """Sectors that may not be advertised on the rule's channels; `exceptions` says in words what is let through."""

    sectors: frozenset[str]
    exceptions: Text | None = None

    def __attrs_post_init__(self) -> None:
        if not self.sectors:
            raise PolicyError(f"The rule {self.id} names no sector.")
