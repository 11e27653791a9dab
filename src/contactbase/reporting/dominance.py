"""Whether too few customers bring the revenue, and which of them come first (R63, R64).

Reads the figures of `segment.revenue`: the largest share, the Herfindahl index, who has a negative balance. An alert
means that one customer reaches the threshold; `priority` names every customer whose share does, the largest first.

>>> found = dominance({"c-1": 900, "c-2": 60, "c-3": 40})
>>> found.alert, found.priority, [finding.code for finding in found.findings]
(True, ('c-1',), ['revenue.concentrated'])
>>> print(found.say("fr"))
c-1 fait 90,0 % du chiffre d'affaires (HHI 0,815). Prioritaire : c-1.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.journal import Finding, finding
from contactbase.model.text import Language, Text
from contactbase.segment.nodes import Period, Previous, Unit
from contactbase.segment.revenue import Concentration, concentration, revenue_ranking

__all__ = ["Dominance", "base_dominance", "dominance"]

THRESHOLD: Final = Fraction(9, 10)
_SAID: Final = Text(
    "{top} brings {share} % of the revenue (HHI {hhi}).", "{top} fait {share} % du chiffre d'affaires (HHI {hhi})."
)
_NONE: Final = Text("There are no shares of this revenue.", "Ce chiffre d'affaires n'a pas de parts.")
_FIRST: Final = Text(" Priority: {ids}.", " Prioritaire : {ids}.")
_LAST_YEAR: Final = Previous(1, Unit.YEAR)


@attrs.frozen(kw_only=True)
class Dominance:
    """The concentration of a revenue; `priority` names whom the alert is about, `unread` those of other currencies."""

    concentration: Concentration
    priority: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def alert(self) -> bool:
        """Whether one customer reaches the threshold."""
        return self.concentration.alert

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to look at."""
        found = []
        if self.alert and self.concentration.top_share is not None:
            percent = round(100 * self.concentration.top_share)
            found.append(finding("revenue.concentrated", contact=self.concentration.top, percent=percent))
        if self.concentration.negative:
            found.append(finding("revenue.negative", count=len(self.concentration.negative)))
        if self.unread:
            found.append(finding("revenue.other-currency", count=len(self.unread)))
        return tuple(found)

    def say(self, language: Language = "en") -> str:
        """Say the figures in a sentence."""
        if self.concentration.top_share is None or self.concentration.hhi is None:
            return _NONE.say(language)
        share, hhi = f"{100 * self.concentration.top_share:.1f}", f"{self.concentration.hhi:.3f}"
        if language == "fr":
            share, hhi = share.replace(".", ","), hhi.replace(".", ",")
        said = _SAID.say(language, top=self.concentration.top, share=share, hhi=hhi)
        return said + (_FIRST.say(language, ids=", ".join(self.priority)) if self.priority else "")


def dominance(
    revenue: Mapping[str, int], *, threshold: float | Fraction = THRESHOLD, unread: Iterable[str] = ()
) -> Dominance:
    """Judge a revenue by customer, in minor units; from the share `threshold` (0 to 1) on a customer has priority."""
    found = concentration(revenue, threshold)
    limit = Fraction(str(threshold)) if isinstance(threshold, float) else threshold
    total = sum(revenue.values())
    first: tuple[str, ...] = ()
    if found.top_share is not None:
        order = sorted(revenue, key=lambda one: (-revenue[one], one))
        first = tuple(one for one in order if Fraction(revenue[one], total) >= limit)
    return Dominance(concentration=found, priority=first, unread=tuple(unread))


def base_dominance(
    base: Mapping[str, Contact] | Iterable[Contact],
    *,
    as_of: dt.date,
    period: Period = _LAST_YEAR,
    currency: str = "EUR",
    zone: str = "Europe/Paris",
    threshold: float | Fraction = THRESHOLD,
) -> Dominance:
    """Judge what the contacts of a base bought for in a period (by default, the previous calendar year)."""
    ranking = revenue_ranking(base, as_of=as_of, period=period, currency=currency, zone=zone)
    return dominance({row.contact_id: row.minor for row in ranking.rows}, threshold=threshold, unread=ranking.unread)
