"""Who brings the revenue (R63), and whether too few do (R64): population functions over purchases.

Amounts are minor units of one currency. A contact whose purchases of the period are in another currency, or in none
that is known, is set apart in `unread` and never added up. Refunds are negative amounts; where somebody's balance is
negative, shares of a whole have no meaning, so `concentration` gives none and names them.

>>> found = concentration({"a": 900, "b": 60, "c": 40})
>>> found.top, found.top_share, found.alert, round(found.hhi or 0, 4)
('a', 0.9, True, 0.8152)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import EventKind
from contactbase.segment.days import days_of, local_day
from contactbase.segment.nodes import Period, Previous, Unit

__all__ = ["Concentration", "Ranking", "Revenue", "concentration", "revenue_ranking"]

_LAST_MONTH: Final = Previous(1, Unit.MONTH)


@attrs.frozen
class Revenue:
    """What one contact bought for in a period: `minor` units, its `rank` (equal amounts share one), its `share`."""

    contact_id: str
    minor: int
    rank: int
    share: float | None


@attrs.frozen
class Ranking:
    """Contacts by revenue, the highest first; `unread` are those whose amounts are in another currency or in none."""

    rows: tuple[Revenue, ...] = attrs.field(repr=False)
    currency: str
    unread: tuple[str, ...] = attrs.field(default=(), repr=False)

    @property
    def total(self) -> int:
        """The revenue of all together, in minor units."""
        return sum(row.minor for row in self.rows)

    def concentration(self, threshold: float | Fraction = Fraction(9, 10)) -> Concentration:
        """Tell whether one contact brings too much of it."""
        return concentration({row.contact_id: row.minor for row in self.rows}, threshold)


@attrs.frozen
class Concentration:
    """The largest share: `alert` when it reaches the threshold, so that this contact has priority.

    `top_share` and `hhi` (Herfindahl: the sum of squared shares) are None without revenue or with negative balances.
    """

    top: str | None
    top_share: float | None
    hhi: float | None
    alert: bool
    negative: tuple[str, ...] = attrs.field(default=(), repr=False)


def _balance(contact: Contact, start: dt.date | None, end: dt.date | None, currency: str) -> int | None:
    """Give what somebody bought for; 0 for nothing, None when an amount cannot be read in the currency."""
    total = 0
    for event in contact.events:
        if event.kind != EventKind.PURCHASE or event.amount is None or event.at is None:
            continue
        if (start is None or start <= event.at) and (end is None or event.at <= end):
            if event.currency != currency:
                return None
            total += event.amount
    return total


def revenue_ranking(
    base: Mapping[str, Contact] | Iterable[Contact],
    *,
    as_of: dt.date,
    period: Period = _LAST_MONTH,
    currency: str = "EUR",
    zone: str = "Europe/Paris",
) -> Ranking:
    """Give the contacts who bought in a period (the previous calendar month, by default) by what they bought for."""
    days = days_of(period, local_day(as_of, zone))
    contacts = base.values() if isinstance(base, Mapping) else base
    balances = {contact.id: _balance(contact, days.start, days.end, currency) for contact in contacts}
    held = sorted(((minor, one) for one, minor in balances.items() if minor), key=lambda row: (-row[0], row[1]))
    total = sum(minor for minor, _ in held)
    shares = total > 0 and all(minor > 0 for minor, _ in held)
    rows: list[Revenue] = []
    for place, (minor, one) in enumerate(held, 1):
        rank = rows[-1].rank if rows and rows[-1].minor == minor else place
        rows.append(Revenue(one, minor, rank, minor / total if shares else None))
    return Ranking(tuple(rows), currency, tuple(one for one, minor in balances.items() if minor is None))


def concentration(revenue: Mapping[str, int], threshold: float | Fraction = Fraction(9, 10)) -> Concentration:
    """Give the largest share of a revenue by contact, and whether it reaches a threshold (0 to 1)."""
    limit = Fraction(str(threshold)) if isinstance(threshold, float) else threshold
    negative = tuple(sorted(one for one, minor in revenue.items() if minor < 0))
    total = sum(revenue.values())
    if negative or total <= 0:
        return Concentration(None, None, None, alert=False, negative=negative)
    top = min(revenue, key=lambda one: (-revenue[one], one))
    share = Fraction(revenue[top], total)
    squares = sum(Fraction(minor, total) ** 2 for minor in revenue.values())
    return Concentration(top, float(share), float(squares), alert=share >= limit)
