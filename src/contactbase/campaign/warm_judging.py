"""Whether the next group of a warm-up may be written to, by what became of the last one (R82).

A threshold has two limits. Above `hold` one waits and looks; above `stop` one stops, once the group is large enough to
be sure that it is at least above `hold` (the lower bound of the 95 % Wilson interval). One bounce in a group of twenty
is therefore a reason to look and not to stop. Bounces are shares of what was sent, the others of what was delivered.

Limits: complaints 0.1 % and 0.3 %, bounces from 2 % on (vendors' pages, see the citations); 5 % of bounces and the
limits of unsubscriptions are own judgement.

>>> judge(GroupOutcome(sent=50, delivered=49, bounced=1)).decision.value
'hold'
>>> judge(GroupOutcome(sent=50, delivered=43, bounced=7)).decision.value
'stop'
>>> judge(GroupOutcome(sent=50, delivered=50)).decision.value
'continue'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

import attrs

from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, EventKind
from contactbase.model.journal import Finding, finding
from contactbase.model.rate import Rate
from contactbase.model.recipient import Arrival, recipient_of
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Language, Text

__all__ = ["DEFAULT_THRESHOLDS", "Decision", "GroupOutcome", "Threshold", "Verdict", "judge", "outcome_of"]

_UNREPORTED: Final = 0.2
"""The share of messages without news from which on a group says too little (own judgement)."""


class Decision(StrEnum):
    """What to do after a group."""

    CONTINUE = "continue"
    HOLD = "hold"
    STOP = "stop"


@attrs.frozen(kw_only=True)
class GroupOutcome:
    """What became of a group, in recipients; what nobody reported is sent - delivered - bounced."""

    sent: int
    delivered: int
    bounced: int = 0
    complained: int = 0
    unsubscribed: int = 0

    def __attrs_post_init__(self) -> None:
        counts = (self.delivered, self.bounced, self.complained, self.unsubscribed)
        if min(counts) < 0 or self.delivered + self.bounced > self.sent:
            raise MessageError(f"Of {self.sent} sent, {self.delivered} cannot have arrived and {self.bounced} bounced.")
        if max(self.complained, self.unsubscribed) > self.delivered:
            raise MessageError(f"More people acted than the {self.delivered} who were reached. Count each person once.")

    @property
    def unreported(self) -> Rate:
        """The messages without news, of those sent."""
        return Rate(self.sent - self.delivered - self.bounced, self.sent)


@attrs.frozen(kw_only=True)
class Threshold:
    """Limits of one figure of a group: `measure` names it, `of` its denominator; `hold` and `stop` are shares."""

    measure: str
    of: str
    hold: float
    stop: float
    title: Text
    citations: tuple[Citation, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.hold <= self.stop <= 1:
            raise MessageError(f"The limits {self.hold} and {self.stop} are none. Give 0 <= hold <= stop <= 1.")

    def judge(self, outcome: GroupOutcome) -> tuple[Decision, Finding | None]:
        """Hold a group against the limits."""
        rate = Rate(getattr(outcome, self.measure), getattr(outcome, self.of))
        bounds = rate.interval()
        if rate.share is None or bounds is None or rate.count == 0 or rate.share < self.hold:
            return Decision.CONTINUE, None
        told: dict[str, Any] = {"measure": self.measure, "count": rate.count, "of": rate.of}
        if rate.share >= self.stop and bounds[0] >= self.hold:
            return Decision.STOP, finding(
                "warmup.above-stop", **told, limit=f"{self.stop:.1%}", sure=f"{self.hold:.1%}"
            )
        return Decision.HOLD, finding("warmup.above-hold", **told, limit=f"{self.hold:.1%}")


_VENDORS: Final = (
    Citation(authority="angenly, warmysender", instrument="pages on deliverability", confidence=Confidence.VENDOR),
)

DEFAULT_THRESHOLDS: Final = (
    Threshold(
        measure="bounced",
        of="sent",
        hold=0.02,
        stop=0.05,
        title=Text("Bounces", "Échecs"),
        citations=_VENDORS,
    ),
    Threshold(
        measure="complained",
        of="delivered",
        hold=0.001,
        stop=0.003,
        title=Text("Complaints", "Plaintes"),
        citations=_VENDORS,
    ),
    Threshold(
        measure="unsubscribed",
        of="delivered",
        hold=0.01,
        stop=0.03,
        title=Text("Unsubscriptions", "Désabonnements"),
    ),
)
"""The limits unless their user says otherwise."""


@attrs.frozen
class Verdict:
    """The gravest decision of all thresholds, and what it rests on."""

    decision: Decision
    findings: tuple[Finding, ...] = ()

    def say(self, language: Language = "en") -> str:
        """Say the decision and its reasons."""
        return "\n".join([self.decision.value, *(each.say(language) for each in self.findings)])

    def __str__(self) -> str:
        return self.say()


_GRAVITY: Final = tuple(Decision)


def judge(outcome: GroupOutcome, thresholds: Iterable[Threshold] = DEFAULT_THRESHOLDS) -> Verdict:
    """Judge what became of a group; a group of which nothing or too little is known waits."""
    found = [threshold.judge(outcome) for threshold in thresholds]
    share = outcome.unreported.share
    if share is None or share >= _UNREPORTED:
        said = finding("warmup.unreported", count=outcome.unreported.count, of=outcome.sent)
        found.append((Decision.HOLD, said))
    gravest = max((decision for decision, _ in found), key=_GRAVITY.index, default=Decision.CONTINUE)
    return Verdict(gravest, tuple(said for _, said in found if said is not None))


def outcome_of(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    group: Collection[str],
    *,
    campaign: str,
    channel: Channel,
    as_of: dt.date,
) -> GroupOutcome:
    """Count what became of a group from the events of its contacts; who has no event was sent to, no more is known."""
    members = frozenset(group)
    everybody = contacts.values() if isinstance(contacts, Mapping) else contacts
    found = [
        one
        for contact in everybody
        if contact.id in members
        and (one := recipient_of(contact, campaign=campaign, channel=channel, as_of=as_of)) is not None
    ]
    reached = [one for one in found if one.delivered]
    return GroupOutcome(
        sent=len(members),
        delivered=len(reached),
        bounced=sum(one.arrival is Arrival.BOUNCED for one in found),
        complained=sum(EventKind.COMPLAINT in one.acts for one in reached),
        unsubscribed=sum(EventKind.UNSUBSCRIBE in one.acts for one in reached),
    )
