"""What a consent ledger says of one channel and purpose as of a day: the one reading that everything else uses.

Segments (in Python and in SQL), the merging of contacts and the policies all read a ledger here, so that they cannot
disagree. Lines are only ever added; what stands is found by the days they are dated. Each line plays one part:

- a *grant* states `given` or `renewed` (the only states that permit, W3C DPV), on one legal basis, dated, not in the
  future, not past its last day of validity;
- a *refusal* states that somebody does not want, no longer wants or never validly wanted;
- a *lapse* ends a consent without a refusal: the state `expired`, or a grant past its last day.

A grant stands when it is later than every refusal and every lapse. On one day the restriction wins. An undated refusal
or lapse counts as the newest, an undated grant permits nothing. A grant dated in the future is ignored, a refusal dated
in the future holds now. Conventions of contactbase, always in favour of the person.

>>> from contactbase.model.enums import Channel
>>> given = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5))
>>> refused = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN)
>>> latest_days([given], dt.date(2026, 3, 1)).opted_in, latest_days([given, refused], dt.date(2026, 3, 1)).opted_in
(True, False)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.consent import PERMITTING, REFUSALS, REFUSING, ConsentRecord
from contactbase.model.enums import ConsentStatus, LegalBasis

__all__ = [
    "NEWEST",
    "OPTED_IN",
    "OPTED_OUT",
    "PARTS",
    "Days",
    "Form",
    "Governing",
    "Part",
    "Prevails",
    "about",
    "asking",
    "governing",
    "known_by",
    "latest_days",
    "part_of",
]


class Part(StrEnum):
    """What a line does to a ledger."""

    GRANT = "grant"
    REFUSAL = "refusal"
    LAPSE = "lapse"


@attrs.frozen(kw_only=True)
class Form:
    """The form of a line that plays a part, as data: Python and SQL read the same.

    `as_grant`: on the basis asked for, dated, and not after the day asked about. `expired`: past its last day of
    validity (True), not past it (False), whichever (None).
    """

    part: Part
    statuses: tuple[ConsentStatus, ...]
    as_grant: bool = False
    expired: bool | None = None

    def fits(self, line: ConsentRecord, as_of: dt.date, basis: LegalBasis) -> bool:
        """Tell whether a line has this form on a day."""
        if line.status not in self.statuses:
            return False
        if self.as_grant and (line.basis != basis or line.at is None or line.at > as_of):
            return False
        return self.expired is None or (line.expires_on is not None and line.expires_on < as_of) == self.expired


def _ordered(statuses: Iterable[ConsentStatus]) -> tuple[ConsentStatus, ...]:
    held = frozenset(statuses)
    return tuple(status for status in ConsentStatus if status in held)


PARTS: Final = (
    Form(part=Part.GRANT, statuses=_ordered(PERMITTING), as_grant=True, expired=False),
    Form(part=Part.REFUSAL, statuses=_ordered(REFUSALS)),
    Form(part=Part.LAPSE, statuses=(ConsentStatus.EXPIRED,)),
    Form(part=Part.LAPSE, statuses=_ordered(PERMITTING), as_grant=True, expired=True),
)
"""Every form that counts; a line of no form (requested, unknown, undated grants) decides nothing."""

_BY_STATUS: Final[Mapping[ConsentStatus, tuple[Form, ...]]] = {
    status: tuple(form for form in PARTS if status in form.statuses) for status in ConsentStatus
}
NEWEST: Final = dt.date.max
"""The day of an undated refusal or lapse."""


def part_of(line: ConsentRecord, as_of: dt.date, basis: LegalBasis = LegalBasis.CONSENT) -> Part | None:
    """Give the part that a line plays on a day; None when it decides nothing."""
    return next((form.part for form in _BY_STATUS[line.status] if form.fits(line, as_of, basis)), None)


@attrs.frozen
class Prevails:
    """The question whether one part's latest day prevails over the latest of others; on a tie only `on_a_tie`.

    What has no line never prevails; over what has no line it always does.
    """

    part: Part
    over: tuple[Part, ...]
    on_a_tie: bool

    def holds(self, days: Days) -> bool:
        """Answer it for the days of a ledger."""
        day = days.of(self.part)
        others = [other for part in self.over if (other := days.of(part)) is not None]
        if day is None:
            return False
        return all(day >= other if self.on_a_tie else day > other for other in others)


OPTED_IN: Final = Prevails(Part.GRANT, (Part.REFUSAL, Part.LAPSE), on_a_tie=False)
"""A consent stands."""
OPTED_OUT: Final = Prevails(Part.REFUSAL, (Part.GRANT,), on_a_tie=True)
"""A refusal stands: no consent that is still valid came after it."""


@attrs.frozen
class Days:
    """The latest day of each part for one channel and purpose; undated refusals and lapses are dated 9999-12-31."""

    grant: dt.date | None = None
    refusal: dt.date | None = None
    lapse: dt.date | None = None

    def of(self, part: Part) -> dt.date | None:
        """Give the latest day of a part."""
        return getattr(self, part.value)  # type: ignore[no-any-return] # the parts are the fields

    @property
    def opted_in(self) -> bool:
        """A consent stands."""
        return OPTED_IN.holds(self)

    @property
    def opted_out(self) -> bool:
        """A refusal stands."""
        return OPTED_OUT.holds(self)


def about(records: Iterable[ConsentRecord], channel: str, purpose: str) -> list[ConsentRecord]:
    """Give the lines of one channel and purpose."""
    return [line for line in records if line.channel == channel and line.purpose == purpose]


def known_by(records: Iterable[ConsentRecord], day: dt.date) -> Iterator[ConsentRecord]:
    """Give the ledger as it was known on a day: the lines recorded up to it.

    Of lines without a day of recording, those that permit nothing count as known, and those that permit do not: nobody
    can show that they were known.
    """
    for line in records:
        if line.recorded_on <= day if line.recorded_on is not None else line.status not in PERMITTING:
            yield line


def latest_days(lines: Iterable[ConsentRecord], as_of: dt.date, basis: LegalBasis = LegalBasis.CONSENT) -> Days:
    """Give the latest day of each part over lines of one channel and purpose."""
    latest: dict[str, dt.date] = {}
    for line in lines:
        part = part_of(line, as_of, basis)
        if part is not None:
            day = NEWEST if line.at is None else line.at
            latest[part] = max(latest.get(part, day), day)
    return Days(**latest)


def asking(question: Prevails, channel: str, purpose: str, as_of: dt.date) -> Callable[[Iterable[ConsentRecord]], bool]:
    """Give a function that answers as `question.holds(latest_days(about(records, ...), as_of))`, in one pass."""
    grants = frozenset(status for form in PARTS if form.as_grant for status in form.statuses)
    ends = {status: form.part for form in PARTS if not form.as_grant for status in form.statuses}
    mine, over, on_a_tie = question.part, frozenset(question.over), question.on_a_tie
    asked = frozenset({mine, *over})

    def answer(records: Iterable[ConsentRecord]) -> bool:
        day: dt.date | None = None
        other: dt.date | None = None
        for line in records:
            if line.channel != channel or line.purpose != purpose:
                continue
            status, at = line.status, line.at
            if status in grants:
                if at is None or at > as_of or line.basis != LegalBasis.CONSENT:
                    continue
                part = Part.GRANT if line.expires_on is None or line.expires_on >= as_of else Part.LAPSE
            elif status in ends:
                part, at = ends[status], at or NEWEST
            else:
                continue
            if part is mine:
                day = at if day is None or at > day else day
            elif part in asked:
                other = at if other is None or at > other else other
        return day is not None and (other is None or day > other or (on_a_tie and day == other))

    return answer


@attrs.frozen
class Governing:
    """The lines that decide: all refusals that stand, or else the grants of the latest day, valid or not."""

    part: Part | None = None
    lines: tuple[ConsentRecord, ...] = attrs.field(default=(), repr=False)


def governing(lines: Iterable[ConsentRecord], as_of: dt.date, basis: LegalBasis = LegalBasis.CONSENT) -> Governing:
    """Give what decides for one channel, purpose and legal basis on a day, and the lines that say so.

    A refusal governs (and so does a stated expiry) unless a grant came after it, whether or not that grant is still
    valid; where the latest grants are past their last day they govern as a lapse. Most recent lines come first.
    """
    found = [line for line in lines if part_of(line, as_of, basis) is not None]
    grants = [line for line in found if line.status in PERMITTING]
    latest = max(map(_day, grants), default=None)
    ends = [line for line in found if line.status in REFUSING and (latest is None or _day(line) >= latest)]
    if ends:
        ended = sorted(ends, key=lambda line: (-_day(line).toordinal(), _ORDER[line.status]))
        return Governing(_worst(ended, as_of, basis), tuple(ended))
    last = tuple(line for line in grants if _day(line) == latest)
    return Governing(_worst(last, as_of, basis), last)


def _day(line: ConsentRecord) -> dt.date:
    return NEWEST if line.at is None else line.at


_ORDER: Final = {status: place for place, status in enumerate(ConsentStatus)}
_SEVERITY: Final = (Part.REFUSAL, Part.LAPSE, Part.GRANT)


def _worst(lines: Sequence[ConsentRecord], as_of: dt.date, basis: LegalBasis) -> Part | None:
    """Give the most restrictive part that one of the lines plays."""
    parts = {part_of(line, as_of, basis) for line in lines}
    return next((part for part in _SEVERITY if part in parts), None)
