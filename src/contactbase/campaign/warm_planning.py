"""The plan of a warm-up: who may be written to first, in small groups of one level each that grow (R80 to R84).

Who is not active within six months, has not opted in, has no address or is on the suppression list waits, with the
reason. The others go by reliability, the best first. A group never spans two levels, so that one can see at which level
to stop; none is larger than `growth` times the largest before it.

>>> print(Pace(first=50, most=300).sizes(5))
(50, 100, 200, 300, 300)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Final

import attrs

from contactbase.campaign.reachable import is_reachable
from contactbase.campaign.reliability import (
    DEFAULT_RELIABILITY,
    Reliability,
    ReliabilityModel,
    Tier,
    reliabilities,
)
from contactbase.campaign.warm_judging import DEFAULT_THRESHOLDS, Decision, GroupOutcome, Threshold, Verdict, judge
from contactbase.errors import MessageError
from contactbase.model.activity import last_act_of_person
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Direction, LegalBasis, Origin, Purpose
from contactbase.model.journal import Finding, finding
from contactbase.model.recipient import TRAFFIC
from contactbase.model.suppression import Suppressor
from contactbase.model.text import Language, Text
from contactbase.policy.deadline import deadline
from contactbase.policy.policy import Policy
from contactbase.policy.standing import standing

__all__ = ["FileState", "Pace", "Step", "WarmUpGroup", "WarmUpPlan", "file_state", "plan"]

_REASONS: Final = ("warmup.no-address", "warmup.suppressed", "warmup.not-opted-in", "warmup.inactive")
_GROUP: Final = Text(
    "Group {number}: {count} contacts, reliability {tier}", "Groupe {number} : {count} contacts, fiabilité {tier}"
)


class FileState(StrEnum):
    """Whether a base was ever written to on a channel (R80)."""

    NEVER_USED = "never_used"
    USED = "used"


@attrs.frozen(kw_only=True)
class Pace:
    """How groups grow: the size of the first, how many times larger the next may be, the largest (None: no limit)."""

    first: int = 50
    growth: int = 2
    most: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.first < 1 or self.growth < 1 or (self.most is not None and self.most < self.first):
            raise MessageError("A pace begins with 1 or more, grows 1 times or more, and `most` is not below `first`.")

    def next(self, largest: int) -> int:
        """Give the size that the next group may have, after groups of which the largest had so many."""
        size = max(self.first, largest * self.growth)
        return size if self.most is None else min(size, self.most)

    def sizes(self, groups: int) -> tuple[int, ...]:
        """Give the sizes of the first groups where there are contacts enough."""
        found: list[int] = []
        for _ in range(groups):
            found.append(self.next(max(found, default=0)))
        return tuple(found)


@attrs.frozen(kw_only=True)
class WarmUpGroup:
    """Contacts of one level that are written to together; `number` begins at 1."""

    number: int
    tier: Tier
    ids: tuple[str, ...] = attrs.field(repr=False)

    def say(self, language: Language = "en") -> str:
        """Say how many they are, and of which level."""
        return _GROUP.say(language, number=self.number, count=len(self.ids), tier=self.tier.title.say(language))

    def __str__(self) -> str:
        return self.say()


@attrs.frozen(kw_only=True)
class Step:
    """Where a warm-up stands: what the last group said, and the group to write to now (None: none, for now or ever)."""

    decision: Decision
    group: WarmUpGroup | None
    verdicts: tuple[Verdict, ...] = ()


@attrs.frozen(kw_only=True)
class WarmUpPlan:
    """Groups in the order of writing, and who waits by the first reason (a code); the reliability of everybody."""

    channel: Channel
    as_of: dt.date
    state: FileState
    groups: tuple[WarmUpGroup, ...]
    waiting: Mapping[str, tuple[str, ...]] = attrs.field(repr=False)
    reliability: Mapping[str, Reliability] = attrs.field(repr=False)
    active_months: int
    thresholds: tuple[Threshold, ...] = attrs.field(repr=False)
    findings: tuple[Finding, ...] = ()

    @property
    def count(self) -> int:
        """How many may be written to."""
        return sum(len(group.ids) for group in self.groups)

    def explain(self, contact: str, language: Language = "en") -> str:
        """Say where a contact is in the plan and what its score is made of; KeyError for one that was not planned."""
        told = self.reliability[contact].say(language)
        for group in self.groups:
            if contact in group.ids:
                return f"{group.say(language)}\n{told}"
        code = next(code for code, ids in self.waiting.items() if contact in ids)
        return f"{finding(code, count=1, months=self.active_months).say(language)}\n{told}"

    def step(self, outcomes: Sequence[GroupOutcome]) -> Step:
        """Give what to do after the groups written to so far, in order: go on, wait and look, or stop.

        The first group that does not say "go on" decides, whatever came after it. MessageError for more outcomes than
        groups.
        """
        if len(outcomes) > len(self.groups):
            raise MessageError(
                f"The plan has {len(self.groups)} groups and not {len(outcomes)}. Give one outcome each."
            )
        verdicts: list[Verdict] = []
        for outcome in outcomes:
            verdicts.append(judge(outcome, self.thresholds))
            if verdicts[-1].decision is not Decision.CONTINUE:
                return Step(decision=verdicts[-1].decision, group=None, verdicts=tuple(verdicts))
        following = self.groups[len(outcomes)] if len(outcomes) < len(self.groups) else None
        return Step(decision=Decision.CONTINUE, group=following, verdicts=tuple(verdicts))

    def say(self, language: Language = "en") -> str:
        """Give the plan as text: risks, groups, who waits and why."""
        lines = [each.say(language) for each in self.findings]
        lines += [group.say(language) for group in self.groups]
        lines += [
            finding(code, count=len(ids), months=self.active_months).say(language)
            for code, ids in self.waiting.items()
            if ids
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.say()

    def to_json(self) -> dict[str, object]:
        """Give the plan as a JSON object: ids, and no other personal value."""
        return {
            "channel": self.channel.value,
            "as_of": self.as_of.isoformat(),
            "state": self.state.value,
            "groups": [{"number": each.number, "tier": each.tier.id, "ids": list(each.ids)} for each in self.groups],
            "waiting": {code: list(ids) for code, ids in self.waiting.items()},
            "thresholds": [
                {"measure": each.measure, "of": each.of, "hold": each.hold, "stop": each.stop}
                for each in self.thresholds
            ],
            "findings": [each.code for each in self.findings],
        }


def file_state(contacts: Iterable[Contact], *, channel: Channel, as_of: dt.date) -> FileState:
    """Tell whether anything was ever sent to these contacts on a channel; an undated message counts."""
    used = any(
        event.kind in TRAFFIC
        and event.direction is Direction.FROM_US
        and event.channel in {channel, None}
        and (event.at is None or event.at <= as_of)
        for contact in contacts
        for event in contact.events
    )
    return FileState.USED if used else FileState.NEVER_USED


def plan(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    *,
    channel: Channel,
    as_of: dt.date,
    thresholds: Iterable[Threshold] = DEFAULT_THRESHOLDS,
    purpose: Purpose = Purpose.MARKETING,
    policy: Policy | None = None,
    suppression: Suppressor | None = None,
    pace: Pace | None = None,
    model: ReliabilityModel = DEFAULT_RELIABILITY,
    active_months: int = 6,
) -> WarmUpPlan:
    """Plan the warm-up of a base on a channel, as of a day; the same base gives the same plan in any order."""
    everybody = tuple(contacts.values() if isinstance(contacts, Mapping) else contacts)
    found = {one.contact: one for one in reliabilities(everybody, channel=channel, as_of=as_of, model=model)}
    waiting: dict[str, list[str]] = {code: [] for code in _REASONS}
    eligible: list[Reliability] = []
    for contact in everybody:
        checks = (
            not is_reachable(contact, channel),
            _is_stopped(contact, channel, purpose, suppression, as_of),
            not _opted_in(contact, channel, purpose, policy, as_of),
            not _is_active(contact, as_of, active_months),
        )
        reason = next((code for code, holds in zip(_REASONS, checks, strict=True) if holds), None)
        if reason is None:
            eligible.append(found[contact.id])
        else:
            waiting[reason].append(contact.id)
    state = file_state(everybody, channel=channel, as_of=as_of)
    return WarmUpPlan(
        channel=channel,
        as_of=as_of,
        state=state,
        groups=_groups(eligible, pace or Pace()),
        waiting={code: tuple(sorted(ids)) for code, ids in waiting.items()},
        reliability=found,
        active_months=active_months,
        thresholds=tuple(thresholds),
        findings=_risks(everybody, state),
    )


def _groups(eligible: Iterable[Reliability], pace: Pace) -> tuple[WarmUpGroup, ...]:
    ordered = sorted(eligible, key=lambda one: (-one.tier.least, -one.score, one.contact))
    groups: list[WarmUpGroup] = []
    largest = 0
    for tier, level in groupby(ordered, key=lambda one: one.tier):
        ids = [one.contact for one in level]
        while ids:
            size = pace.next(largest)
            groups.append(WarmUpGroup(number=len(groups) + 1, tier=tier, ids=tuple(ids[:size])))
            largest, ids = max(largest, len(ids[:size])), ids[size:]
    return tuple(groups)


def _risks(contacts: Iterable[Contact], state: FileState) -> tuple[Finding, ...]:
    supplied = sum(contact.origin in {Origin.BOUGHT, Origin.RENTED} for contact in contacts)
    risks = [finding("warmup.never-used")] if state is FileState.NEVER_USED else []
    return (*risks, finding("warmup.supplied", count=supplied)) if supplied else tuple(risks)


def _is_stopped(
    contact: Contact, channel: Channel, purpose: Purpose, suppression: Suppressor | None, as_of: dt.date
) -> bool:
    if suppression is None:
        return False
    return bool(suppression.judge(contact, channel=channel, purpose=purpose, as_of=as_of).entries)


def _opted_in(contact: Contact, channel: Channel, purpose: Purpose, policy: Policy | None, as_of: dt.date) -> bool:
    """Tell whether the person consented: a permission that rests on anything else is no opt-in."""
    found = standing(contact, channel=channel, purpose=purpose, as_of=as_of, policy=policy)
    return bool(found) and found.basis is LegalBasis.CONSENT


def _is_active(contact: Contact, as_of: dt.date, months: int) -> bool:
    """Tell whether the person acted within so many months; what lies after the day has not happened."""
    last = last_act_of_person(contact)
    return last is not None and last <= as_of <= deadline(last, months)
