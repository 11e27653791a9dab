"""How complete and how verified a base is, over time: one line for each day on which it was looked at (R50, R51).

Each line is about the base as it was that day. Given one base for several days, only verifications move with the day,
because they are dated and other values are not.

>>> from contactbase.model.contact import Contact
>>> base = ContactBase.of([Contact(id="c-1", city="Lyon", verified_on=dt.date(2026, 3, 1)), Contact(id="c-2")])
>>> course = quality_over_time([(dt.date(2026, 2, 1), base), (dt.date(2026, 4, 1), base)], channel=Channel.SMS)
>>> print(course)
2026-02-01: 2 contacts; sms: 0 reachable, 0 complete, score 0%; verified 0 (0%)
2026-04-01: 2 contacts; sms: 0 reachable, 0 complete, score 0%; verified 1 (50.0%)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel
from contactbase.model.rate import Rate
from contactbase.model.text import Language, Text
from contactbase.reporting.quality.completeness import NEEDS, base_completeness
from contactbase.reporting.quality.verification import verification_rate
from contactbase.reporting.results.words import percent

__all__ = ["QualityCourse", "QualityDay", "quality_over_time"]

_SAID: Final = Text(
    "{day}: {contacts} contacts; {channel}: {reachable} reachable, {complete} complete, score {score}; "
    "verified {verified} ({rate})",
    "{day} : {contacts} contacts ; {channel} : {reachable} joignables, {complete} complets, note {score} ; "
    "vérifiés {verified} ({rate})",
)


@attrs.frozen(kw_only=True)
class QualityDay:
    """A base on a day: who can be reached on the channel, who is complete for it, who was verified; `score` 0 to 1."""

    on: dt.date
    channel: Channel
    reachable: Rate
    complete: Rate
    score: float
    verified: Rate

    def say(self, language: Language = "en") -> str:
        """Say the figures in a line."""
        return _SAID.say(
            language,
            day=self.on,
            contacts=self.reachable.of,
            channel=self.channel,
            reachable=self.reachable.count,
            complete=self.complete.count,
            score=percent(self.score, language),
            verified=self.verified.count,
            rate="–" if self.verified.share is None else percent(self.verified.share, language),
        )

    def __str__(self) -> str:
        return self.say()


@attrs.frozen
class QualityCourse:
    """The days in order."""

    days: tuple[QualityDay, ...]

    def say(self, language: Language = "en") -> str:
        """Give the days as text."""
        return "\n".join(day.say(language) for day in self.days)

    def __str__(self) -> str:
        return self.say()

    def to_json(self) -> list[dict[str, object]]:
        """Give the days as a JSON list: counts, and the number of contacts they are of."""
        return [
            {
                "on": day.on.isoformat(),
                "channel": day.channel.value,
                "contacts": day.reachable.of,
                "reachable": day.reachable.count,
                "complete": day.complete.count,
                "score": day.score,
                "verified": day.verified.count,
            }
            for day in self.days
        ]


def quality_over_time(
    snapshots: Iterable[tuple[dt.date, ContactBase]], *, channel: Channel, within_months: int | None = None
) -> QualityCourse:
    """Give completeness for a channel and verification on each day, in the order of days.

    `within_months` asks how recent a verification has to be (None: ever).
    """
    ordered = sorted(snapshots, key=lambda pair: pair[0])
    return QualityCourse(tuple(_day(on, base, channel, within_months) for on, base in ordered))


def _day(on: dt.date, base: ContactBase, channel: Channel, within_months: int | None) -> QualityDay:
    (found,) = base_completeness(base, needs={channel: NEEDS[channel]}).channels
    checked = verification_rate(base, as_of=on, within_months=within_months)
    return QualityDay(
        on=on,
        channel=channel,
        reachable=Rate(found.reachable, found.contacts),
        complete=Rate(found.complete, found.contacts),
        score=found.score,
        verified=Rate(checked.verified, checked.contacts),
    )
