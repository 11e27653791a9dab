"""How a base grows: new, leaving and total by period, where total = total before + new - leaving, always (R85, R86).

`growth` reads the days of contacts: somebody comes on `collected_on`, else on the first day that anything is known of
them, and leaves on `relationship_end`. `growth_between` compares the base as it was on several days, where a contact
merged into another is no customer lost: it is counted apart.

>>> base = [
...     Contact(id="c-1", collected_on=dt.date(2026, 1, 5), relationship_end=dt.date(2026, 2, 10)),
...     Contact(id="c-2", collected_on=dt.date(2026, 2, 1)),
... ]
>>> for period in growth(base, since=dt.date(2026, 1, 1), as_of=dt.date(2026, 2, 28)).periods:
...     print(period)
2026-01-01 to 2026-01-31: 1 new, 0 leaving, 1 in total
2026-02-01 to 2026-02-28: 1 new, 1 leaving, 1 in total
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

import attrs

from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Finding, finding
from contactbase.model.text import Language, Text

__all__ = ["Growth", "GrowthAlert", "GrowthMeasure", "GrowthPeriod", "growth", "growth_between"]

_DAY: Final = dt.timedelta(days=1)
_SAID: Final = Text(
    "{start} to {end}: {new} new, {leaving} leaving{merged}, {total} in total",
    "{start} au {end} : {new} entrants, {leaving} sortants{merged}, {total} au total",
)
_MERGED: Final = Text(" (and {count} merged away)", " (et {count} fusionnés)")


class GrowthMeasure(StrEnum):
    """What an alert watches."""

    NEW = "new"
    LEAVING = "leaving"
    TOTAL = "total"


@attrs.frozen
class GrowthAlert:
    """Tell when a measure of one period is `least` or more: "you have 1,000 new customers"."""

    measure: GrowthMeasure
    least: int

    def finding(self, period: GrowthPeriod) -> Finding | None:
        """Give what there is to say of a period; None when there is nothing."""
        count: int = getattr(period, self.measure.value)
        if count < self.least:
            return None
        return finding("growth.reached", measure=self.measure.value, count=count, least=self.least)


@attrs.frozen(kw_only=True)
class GrowthPeriod:
    """One period, both days included: `before` at its beginning, those who came and left, `merged` into others."""

    start: dt.date
    end: dt.date
    before: int
    new: int
    leaving: int
    merged: int = 0

    @property
    def total(self) -> int:
        """Who is there at the end: before + new - leaving - merged."""
        return self.before + self.new - self.leaving - self.merged

    def say(self, language: Language = "en") -> str:
        """Say the figures in a line."""
        merged = _MERGED.say(language, count=self.merged) if self.merged else ""
        return _SAID.say(
            language,
            start=self.start,
            end=self.end,
            new=self.new,
            leaving=self.leaving,
            merged=merged,
            total=self.total,
        )

    def __str__(self) -> str:
        return self.say()


@attrs.frozen(kw_only=True)
class Growth:
    """Periods one after the other, each beginning with the total of the one before; findings say what to look at."""

    periods: tuple[GrowthPeriod, ...]
    findings: tuple[Finding, ...] = ()

    def say(self, language: Language = "en") -> str:
        """Give the periods and findings as text."""
        lines = [period.say(language) for period in self.periods]
        return "\n".join([*lines, *(f"{each.code}: {each.say(language)}" for each in self.findings)])

    def __str__(self) -> str:
        return self.say()

    def to_json(self) -> dict[str, object]:
        """Give the periods as a JSON object."""
        return {
            "periods": [
                {
                    "start": each.start.isoformat(),
                    "end": each.end.isoformat(),
                    "before": each.before,
                    "new": each.new,
                    "leaving": each.leaving,
                    "merged": each.merged,
                    "total": each.total,
                }
                for each in self.periods
            ],
            "findings": [{"code": each.code, "message": each.say()} for each in self.findings],
        }


def growth(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    *,
    since: dt.date,
    as_of: dt.date,
    alerts: Iterable[GrowthAlert] = (),
) -> Growth:
    """Give the growth by calendar month from a day to another, both included; the first and last month may be cut.

    Who came after `as_of` is not counted. MessageError when `as_of` is before `since`.
    """
    if as_of < since:
        raise MessageError(f"There is no period from {since} to {as_of}. Give an as_of on or after since.")
    everybody = contacts.values() if isinstance(contacts, Mapping) else contacts
    stays = [stay for contact in everybody if (stay := _stay(contact))[0] is None or stay[0] <= as_of]
    undated = sum(came is None for came, _, _ in stays)
    contradictory = sum(wrong for _, _, wrong in stays)
    periods: list[GrowthPeriod] = []
    before = sum((came is None or came < since) and not (left is not None and left < since) for came, left, _ in stays)
    for start, end in _months(since, as_of):
        period = GrowthPeriod(
            start=start,
            end=end,
            before=before,
            new=sum(came is not None and start <= came <= end for came, _, _ in stays),
            leaving=sum(left is not None and start <= left <= end for _, left, _ in stays),
        )
        periods.append(period)
        before = period.total
    counts = {"growth.undated": undated, "growth.contradictory": contradictory}
    noticed = tuple(finding(code, count=count) for code, count in counts.items() if count)
    return Growth(periods=tuple(periods), findings=noticed + _noticed(periods, alerts))


def growth_between(
    snapshots: Sequence[tuple[dt.date, ContactBase]],
    *,
    merged: Collection[str] = (),
    alerts: Iterable[GrowthAlert] = (),
) -> Growth:
    """Give what changed between the base as it was on several days, in order; each period begins the day after.

    `merged` are ids that were merged into another contact. MessageError unless the days grow.
    """
    periods: list[GrowthPeriod] = []
    absorbed = frozenset(merged)
    for (day, earlier), (later_day, later) in pairwise(snapshots):
        if later_day <= day:
            raise MessageError(f"The base of {later_day} comes after that of {day}. Give the snapshots by day.")
        gone = [one for one in earlier if one not in later]
        away = sum(one in absorbed for one in gone)
        periods.append(
            GrowthPeriod(
                start=day + _DAY,
                end=later_day,
                before=len(earlier),
                new=sum(one not in earlier for one in later),
                leaving=len(gone) - away,
                merged=away,
            )
        )
    return Growth(periods=tuple(periods), findings=_noticed(periods, alerts))


def _noticed(periods: Iterable[GrowthPeriod], alerts: Iterable[GrowthAlert]) -> tuple[Finding, ...]:
    watched = tuple(alerts)
    found: list[Finding] = []
    for period in periods:
        found += [said for alert in watched if (said := alert.finding(period)) is not None]
        if period.leaving > period.new:
            found.append(finding("growth.shrinking", leaving=period.leaving, new=period.new))
    return tuple(found)


def _stay(contact: Contact) -> tuple[dt.date | None, dt.date | None, bool]:
    """Give the day somebody came (None: unknown), the day they left (None: they did not), whether the days disagree."""
    days = [*(event.at for event in contact.events), *(record.at for record in contact.consents)]
    came = contact.collected_on or min((day for day in days if day is not None), default=None)
    left = contact.relationship_end
    if came is not None and left is not None and left < came:
        return came, None, True
    return came, left, False


def _months(since: dt.date, until: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    start = since
    while start <= until:
        first_of_next = (start.replace(day=1) + 31 * _DAY).replace(day=1) if start < _LAST_MONTH else None
        end = until if first_of_next is None else min(first_of_next - _DAY, until)
        yield start, end
        if first_of_next is None or end == until:
            return
        start = first_of_next


_LAST_MONTH: Final = dt.date(9999, 12, 1)
