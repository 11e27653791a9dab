"""What a rule of retention says as texts of the segment language: who is due, who has no date, whose date is to come.

The texts hold for one day and are read, explained and compiled to SQL as segments are; `retain` gives the same answers
by a shorter way, and a test holds the two together. Whether somebody is held or was asked already comes after them.

>>> from contactbase.policy.countries.fr import FR
>>> for said in retention_texts(FR, as_of=dt.date(2026, 11, 22))[:1]:
...     print(said.due)
(relationship is unknown or relationship in (prospect, hot_prospect)) and (last_contact_by_person <= 2023-11-21 or \
(last_contact_by_person is unknown and collected_on <= 2023-11-21))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from contactbase.policy.clock import TEXT_OF, Clock
from contactbase.policy.deadline import latest_due
from contactbase.policy.policy import Policy
from contactbase.policy.rule import RetentionRule
from contactbase.segment import nodes
from contactbase.segment.nodes import Expr
from contactbase.segment.parser import parse
from contactbase.segment.segment import Segment

__all__ = ["RetentionTexts", "due_tree", "retention_texts", "texts_of"]

_ACT: Final = TEXT_OF[Clock.LAST_CONTACT_BY_PERSON]
_NOBODY: Final = "id is unknown"


@attrs.frozen(kw_only=True)
class RetentionTexts:
    """One rule as of a day. `due`: the deadline has passed; `doubtful`: it has, but only by a clock in doubt.

    `undated` are contacts without any date to count from, `future` those whose date is still to come.
    """

    rule: str
    due: Segment
    doubtful: Segment
    undated: Segment
    future: Segment


def retention_texts(policy: Policy, *, as_of: dt.date) -> tuple[RetentionTexts, ...]:
    """Give the rules of retention in force on a day as texts, in their order."""
    return tuple(texts_of(rule, as_of=as_of) for rule in policy.of(RetentionRule, as_of=as_of))


def due_tree(rule: RetentionRule, *, as_of: dt.date) -> Expr:
    """Give the tree of the text that says who is due by a rule on a day."""
    said = parse(_any(_due(rule, as_of)), rule.scope.vocabulary).tree
    return nodes.And((rule.scope.tree, said)) if said is not None else rule.scope.tree


def _due(rule: RetentionRule, as_of: dt.date) -> list[str]:
    """Say for each clock in turn that the period runs by it and is over."""
    latest = None if rule.months is None else latest_due(as_of, rule.months)
    clocks = (*rule.clocks, *rule.doubtful_clocks)
    return [_started(clocks, at, latest) for at in range(len(clocks))]


def texts_of(rule: RetentionRule, *, as_of: dt.date) -> RetentionTexts:
    """Give one rule as texts that hold on a day."""
    clocks = (*rule.clocks, *rule.doubtful_clocks)
    started = _due(rule, as_of)
    undated = _NOBODY if rule.months is None else _all(f"{TEXT_OF[clock]} is unknown" for clock in clocks)
    return RetentionTexts(
        rule=rule.id,
        due=_within(rule, "due", _any(started)),
        doubtful=_within(rule, "doubtful", _any(started[len(rule.clocks) :])),
        undated=_within(rule, "undated", undated),
        future=_within(rule, "future", _any(_to_come(clocks, at, as_of) for at in range(len(clocks)))),
    )


def _within(rule: RetentionRule, name: str, text: str) -> Segment:
    """Give the segment of those in the scope of a rule who meet a text."""
    said = Segment(name, text, schema=rule.scope.schema)
    return Segment(f"{rule.id}: {name}", nodes.And((rule.scope.tree, said.tree)), schema=rule.scope.schema)


def _started(clocks: Sequence[Clock], at: int, latest: dt.date | None) -> str:
    """Say that the period runs by one clock, none before it being known, and began on a day or before."""
    if latest is None:
        return _NOBODY
    parts = [*_unknown(clocks[:at]), f"{TEXT_OF[clocks[at]]} <= {latest}"]
    if Clock.LAST_CONTACT_BY_PERSON not in clocks[: at + 1]:
        parts.append(f"({_ACT} is unknown or {_ACT} <= {latest})")
    return _all(parts)


def _to_come(clocks: Sequence[Clock], at: int, as_of: dt.date) -> str:
    """Say that the period runs by one clock from a day after today; a relationship may end in the future."""
    running = clocks[at] in {Clock.RELATIONSHIP_END, Clock.LAST_CONTACT_BY_PERSON}
    late = [f"{_ACT} > {as_of}", *([] if running else [f"{TEXT_OF[clocks[at]]} > {as_of}"])]
    return _all([*_unknown(clocks[:at]), f"{TEXT_OF[clocks[at]]} is known", _any(late)])


def _unknown(clocks: Iterable[Clock]) -> list[str]:
    return [f"{TEXT_OF[clock]} is unknown" for clock in clocks]


def _all(texts: Iterable[str]) -> str:
    return " and ".join(texts)


def _any(texts: Iterable[str]) -> str:
    held = list(texts)
    return f"({' or '.join(f'({text})' for text in held)})" if held else _NOBODY
