"""The rules of upkeep: how often fields are refreshed, how long answers may take, how long refusals are remembered.

>>> DelayRule(
...     id="house.delay.access",
...     title=Text("Access requests", "Demandes d'accès"),
...     text=Text("Answered within a month.", "Réponse sous un mois."),
...     months=1,
... ).due(dt.date(2026, 1, 31))
datetime.date(2026, 2, 28)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import overload

import attrs

from contactbase.errors import PolicyError
from contactbase.model.schema import SCHEMA
from contactbase.model.text import Text
from contactbase.policy.deadline import days_later, deadline
from contactbase.policy.rule import Rule

__all__ = ["DelayRule", "Interval", "RefreshRule", "SuppressionRule"]


@attrs.frozen
class Interval:
    """After how many calendar months a field is to be confirmed again."""

    field: str
    months: int


@attrs.frozen(kw_only=True)
class RefreshRule(Rule):
    """How often the values of fields are to be confirmed (R46)."""

    intervals: tuple[Interval, ...]

    def __attrs_post_init__(self) -> None:
        for interval in self.intervals:
            if interval.field not in SCHEMA or interval.months < 1:
                raise PolicyError(
                    f"The rule {self.id} refreshes {interval.field!r} every {interval.months} months. Name a field of "
                    "a contact, and 1 month or more."
                )

    def by_field(self) -> Mapping[str, int]:
        """Give the interval of each field in months, as `cb.stale_fields` takes them."""
        return {interval.field: interval.months for interval in self.intervals}


@attrs.frozen(kw_only=True)
class DelayRule(Rule):
    """How long after something has arrived an answer is due: one of calendar months, days or hours.

    A delay in days or months is counted in days and the day of arrival is not counted; one in hours runs from the
    moment.
    """

    months: int | None = None
    days: int | None = None
    hours: int | None = None

    def __attrs_post_init__(self) -> None:
        given = [value for value in (self.months, self.days, self.hours) if value is not None]
        if len(given) != 1 or given[0] < 1:
            raise PolicyError(f"The rule {self.id} needs one of months, days or hours, 1 or more.")

    @overload
    def due(self, received: dt.datetime) -> dt.datetime: ...
    @overload
    def due(self, received: dt.date) -> dt.date: ...
    def due(self, received: dt.date) -> dt.date:
        """Give the last day (for a moment, the last moment) of the delay; at most the end of the calendar.

        ValueError for hours from a day without a time, or from a moment without a zone.
        """
        if isinstance(received, dt.datetime):
            return self._moment(received)
        if self.hours is not None:
            raise ValueError(f"The rule {self.id} counts hours. Give the moment of arrival, a datetime with tzinfo.")
        return deadline(received, self.months) if self.months is not None else days_later(received, self.days or 0)

    def _moment(self, received: dt.datetime) -> dt.datetime:
        if received.tzinfo is None:
            raise ValueError("The moment of arrival has no zone. Give a datetime with tzinfo.")
        if self.hours is not None:
            # Through UTC: adding to a local time would count the hour that a change of the clocks skips or repeats.
            later = received.astimezone(dt.UTC) + dt.timedelta(hours=self.hours)
            return later.astimezone(received.tzinfo)
        return dt.datetime.combine(self.due(received.date()), received.timetz())

    def free_from(self, received: dt.date) -> dt.date:
        """Give the first day after the delay."""
        day = received.date() if isinstance(received, dt.datetime) else received
        return days_later(self.due(day), 1)


@attrs.frozen(kw_only=True)
class SuppressionRule(Rule):
    """How long an entry of the suppression list is kept: `at_least` months, and at most `months`.

    `months` None means that entries never expire by themselves, and then `because` says why (R37).
    """

    at_least: int
    months: int | None = None
    because: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.months is None and self.because is None:
            raise PolicyError(f"The rule {self.id} keeps without end. Give months, or say why in `because`.")
        if self.at_least < 1 or (self.months is not None and self.months < self.at_least):
            raise PolicyError(f"The rule {self.id} keeps at least {self.at_least} months, at most {self.months}.")

    def keeps(self, created: dt.date, *, as_of: dt.date) -> bool:
        """Tell whether an entry of a day is still kept on another; the last day is kept."""
        return self.months is None or as_of <= deadline(created, self.months)
