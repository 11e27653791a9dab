"""The judgement of one contact by the rules about it, as of a day.

Of several rules about one contact the most restrictive decides: the earliest deadline; but a hold holds whatever the
other rules say, since what is erased cannot be held any more.

>>> from contactbase.policy.countries.fr import FR
>>> judge = Judge.of(FR, dt.date(2026, 11, 22))
>>> judge.decide(Contact(id="c-1", collected_on=dt.date(2020, 5, 1))).due_on
datetime.date(2023, 5, 1)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice
from operator import attrgetter
from typing import Any, Final, NamedTuple

import attrs

from contactbase.model.consent import REFUSING
from contactbase.model.contact import Contact
from contactbase.model.enums import ConsentStatus, Purpose
from contactbase.model.journal import Decision, RetentionAction
from contactbase.policy.clock import Clock, Start, start_of
from contactbase.policy.coverage import Coverage, covered
from contactbase.policy.deadline import days_later, deadline, latest_due
from contactbase.policy.policy import Policy
from contactbase.policy.rule import KeepingRule, Reconsent, RetentionRule
from contactbase.segment.bind import bind
from contactbase.segment.python import compile_masks
from contactbase.segment.reads import fields_read
from contactbase.segment.segment import Segment

__all__ = ["Judge", "NextDeadline"]

_DEADLINES_REMEMBERED: Final = 1 << 14
_TOGETHER: Final = 1024
"""Contacts whose scopes are answered in one pass."""
_A: Final = RetentionAction
_ERASING: Final = frozenset({_A.DELETE, _A.ARCHIVE})
_PLAIN: Final = frozenset({"tags", "interests", "country", "origin", "supplier", "kind", "language"})
"""Fields of few distinct values, whose answers are worth remembering."""
_Holds = Callable[[Contact], bool]
_DOUBTS: Final = frozenset({"retention.no-date", "retention.future-date", "retention.end-unknown"})


class NextDeadline(NamedTuple):
    """The last day on which a contact is kept, by which rule, and from when on it may be asked (None: never)."""

    due_on: dt.date
    rule: str
    ask_from: dt.date | None


@attrs.frozen(kw_only=True, eq=False)
class _Timed:
    """A rule made ready for a day: the latest start that is due (None: nothing is), and who is held."""

    rule: RetentionRule
    latest: dt.date | None
    hold: _Holds | None


@attrs.frozen(kw_only=True, eq=False)
class Judge:
    """The rules of retention in force on a day, made ready once for many contacts."""

    policy: Policy
    as_of: dt.date
    timed: tuple[_Timed, ...]
    keeping: tuple[tuple[KeepingRule, _Holds], ...]
    deadline_of: Callable[[dt.date, int], dt.date]

    @classmethod
    def of(cls, policy: Policy, as_of: dt.date) -> Judge:
        """Make the rules ready for a contact or two; TypeError for a moment instead of a day."""
        return cls._made(policy, as_of, lambda text: partial(text.matches, as_of=as_of, zone=policy.zone))

    @classmethod
    def of_many(cls, policy: Policy, as_of: dt.date) -> Judge:
        """Make the rules ready for many contacts, their texts compiled; TypeError for a moment instead of a day."""
        return cls._made(policy, as_of, lambda text: _remembering(text, text.on(as_of=as_of, zone=policy.zone)))

    @classmethod
    def _made(cls, policy: Policy, as_of: dt.date, ready: Callable[[Segment], _Holds]) -> Judge:
        if isinstance(as_of, dt.datetime):
            raise TypeError(f"as_of is a moment. Give its day in the zone of the policy ({policy.zone}): as_of.date().")
        return cls(
            policy=policy,
            as_of=as_of,
            timed=tuple(
                _Timed(
                    rule=rule,
                    latest=None if rule.months is None else latest_due(as_of, rule.months),
                    hold=None if rule.hold is None else ready(rule.hold),
                )
                for rule in policy.of(RetentionRule, as_of=as_of)
            ),
            keeping=tuple((rule, ready(rule.scope)) for rule in policy.of(KeepingRule, as_of=as_of)),
            deadline_of=lru_cache(maxsize=_DEADLINES_REMEMBERED)(deadline),
        )

    def decide(self, contact: Contact) -> Decision | None:
        """Give what is due for one contact; None where it is kept."""
        about = (
            timed for timed in self.timed if timed.rule.scope.matches(contact, as_of=self.as_of, zone=self.policy.zone)
        )
        return self._strictest(contact, tuple(about))

    def decisions(self, contacts: Iterable[Contact]) -> Iterator[Decision]:
        """Give what is due for many contacts, in their order, reading the scopes of all rules in one pass."""
        if not self.timed:
            return
        scopes = [
            bind(timed.rule.scope.tree, as_of=self.as_of, vocabulary=timed.rule.scope.vocabulary)
            for timed in self.timed
        ]
        masks_of = compile_masks(scopes)
        about = lru_cache(maxsize=_TOGETHER)(self._about)
        waiting = iter(contacts)
        while some := tuple(islice(waiting, _TOGETHER)):
            for contact, mask in zip(some, masks_of(some), strict=True):
                decision = self._strictest(contact, about(mask)) if mask else None
                if decision is not None:
                    yield decision

    def next_deadline(self, contact: Contact) -> NextDeadline | None:
        """Give the earliest deadline to come of a contact of which nothing is due yet; None where there is none."""
        if self.decide(contact) is not None:
            return None
        found = [
            NextDeadline(due_on=deadline(start.day, timed.rule.months), rule=timed.rule.id, ask_from=None)
            for timed in self.timed
            if timed.rule.months is not None
            and timed.rule.scope.matches(contact, as_of=self.as_of, zone=self.policy.zone)
            and (start := start_of(contact, timed.rule.clocks) or start_of(contact, timed.rule.doubtful_clocks))
        ]
        near = min(found, default=None)
        if near is None:
            return None
        rule = next(timed.rule for timed in self.timed if timed.rule.id == near.rule)
        if rule.reconsent is None:
            return near
        return near._replace(ask_from=days_later(near.due_on, -rule.reconsent.open_days_before))

    def _about(self, mask: int) -> tuple[_Timed, ...]:
        return tuple(timed for place, timed in enumerate(self.timed) if mask >> place & 1)

    def _strictest(self, contact: Contact, about: Sequence[_Timed]) -> Decision | None:
        if len(about) == 1:
            return self._judged(contact, about[0])
        found = [decision for timed in about if (decision := self._judged(contact, timed)) is not None]
        return min(found, key=_strictness, default=None)

    def _judged(self, contact: Contact, timed: _Timed) -> Decision | None:
        """Give what is due by one rule."""
        rule = timed.rule
        sure = start_of(contact, rule.clocks)
        start = sure or start_of(contact, rule.doubtful_clocks)
        if start is None:
            return None if rule.months is None else self._decision(contact, rule, _A.QUARANTINE, "retention.no-date")
        if start.day > self.as_of:
            return self._in_the_future(contact, rule, start)
        if timed.latest is None or start.day > timed.latest or rule.months is None:
            return None
        due_on = self.deadline_of(start.day, rule.months)
        if timed.hold is not None and timed.hold(contact):
            return self._decision(contact, rule, _A.HOLD, "retention.hold", start.day, due_on)
        if sure is None:
            return self._decision(contact, rule, _A.QUARANTINE, "retention.end-unknown", start.day, due_on)
        action, code, due_on = self._due(contact, rule, due_on)
        coverage = self._coverage(contact, action)
        return self._decision(contact, rule, action, code, start.day, due_on, coverage)

    def _in_the_future(self, contact: Contact, rule: RetentionRule, start: Start) -> Decision | None:
        """Set aside a start to come, unless it is the end of a relationship that is still running."""
        if start.clock is Clock.RELATIONSHIP_END:
            act = start_of(contact, (Clock.LAST_CONTACT_BY_PERSON,))
            if act is None or act.day <= self.as_of:
                return None
        return self._decision(contact, rule, _A.QUARANTINE, "retention.future-date", start.day)

    def _due(self, contact: Contact, rule: RetentionRule, due_on: dt.date) -> tuple[RetentionAction, str, dt.date]:
        """Give the action, its code and its day once the deadline has passed."""
        if rule.reconsent is None:
            return rule.action, "retention.expired", due_on
        return _after_asking(contact, rule.reconsent, self.as_of, due_on)

    def _coverage(self, contact: Contact, action: RetentionAction) -> Coverage | None:
        """Give what other reasons cover of a contact that is to leave; None where no such reason is in the policy."""
        if action not in _ERASING or not self.keeping:
            return None
        about = (rule for rule, scope in self.keeping if scope(contact))
        return covered(contact, about, as_of=self.as_of)

    def _decision(
        self,
        contact: Contact,
        rule: RetentionRule,
        action: RetentionAction,
        code: str,
        clock_start: dt.date | None = None,
        due_on: dt.date | None = None,
        coverage: Coverage | None = None,
    ) -> Decision:
        if coverage is not None:
            action, code = _weighed(action, code, coverage)
        return Decision(
            contact=contact.id,
            action=action,
            code=code,
            rule=rule.id,
            citations=rule.citations if coverage is None else (*rule.citations, *coverage.citations),
            clock_start=clock_start,
            due_on=due_on,
            as_of=self.as_of,
            kept_fields=() if coverage is None else coverage.fields,
            kept_by=() if coverage is None else coverage.rules,
            kept_until=None if coverage is None else coverage.until,
        )


def _remembering(text: Segment, holds: _Holds) -> _Holds:
    """Remember the answers of a text that reads one value of a contact, as most texts about tags do."""
    names = fields_read(text.tree)
    name = next(iter(names), "")
    if len(names) != 1 or name not in _PLAIN:
        return holds

    @lru_cache(maxsize=_DEADLINES_REMEMBERED)
    def answer(value: Any) -> bool:
        return holds(Contact(id="", **{name: value}))

    read = attrgetter(name)
    return lambda contact: answer(read(contact))


def _weighed(action: RetentionAction, code: str, coverage: Coverage) -> tuple[RetentionAction, str]:
    """Archive what is covered instead of erasing it, and erase what nothing covers any more."""
    if coverage.rules and action is _A.DELETE:
        return _A.ARCHIVE, "retention.partly-kept"
    if not coverage.rules and action is _A.ARCHIVE:
        return _A.DELETE, "retention.nothing-to-keep"
    return action, code


def _strictness(decision: Decision) -> tuple[bool, bool, dt.date, int, str]:
    """Order decisions: holds, then by deadline, what is only in doubt last."""
    doubtful = decision.code in _DOUBTS
    due_on = decision.due_on or dt.date.max
    return decision.code != "retention.hold", doubtful, due_on, _SEVERITY.index(decision.action), decision.rule


_SEVERITY: Final = (_A.DELETE, _A.ARCHIVE_STATS, _A.ARCHIVE, _A.RECONSENT, _A.HOLD, _A.QUARANTINE, _A.KEEP)


def _after_asking(
    contact: Contact, reconsent: Reconsent, as_of: dt.date, due_on: dt.date
) -> tuple[RetentionAction, str, dt.date]:
    """Ask; wait for the answer; act on a no, or on silence (a yes would have moved the clock)."""
    window = days_later(due_on, -reconsent.open_days_before)
    asked = [day for day in _days(contact, _REQUESTED) if window <= day <= as_of]
    if not asked:
        return _A.RECONSENT, "retention.expired", due_on
    first = min(asked)
    refused = [day for day in _days(contact, REFUSING) if first <= day <= as_of]
    if refused:
        return reconsent.then, "retention.answered-no", max(due_on, min(refused))
    until = max(due_on, days_later(first, reconsent.answer_days))
    if as_of <= until:
        return _A.HOLD, "retention.answer-awaited", until
    return reconsent.then, "retention.no-answer", until


_REQUESTED: Final = frozenset({ConsentStatus.REQUESTED})


def _days(contact: Contact, statuses: frozenset[ConsentStatus]) -> list[dt.date]:
    return [
        record.at
        for record in contact.consents
        if record.status in statuses and record.purpose is Purpose.MARKETING and record.at is not None
    ]
