"""The results of a campaign as a value: prints as text, gives JSON, shows itself in a notebook, draws a chart.

>>> from contactbase.reporting.results.conversion import Return
>>> counts = {Measure.SENT: 100, Measure.DELIVERED: 95, Measure.BOUNCED: 5, Measure.CLICKED: 12}
>>> found = CampaignResults(
...     campaign="spring", channel=Channel.SMS, as_of=dt.date(2026, 3, 31), within_days=7,
...     whole=Tally(channel=Channel.SMS, counts=counts), returned=Return(revenue=0, cost=None, currency="EUR"),
... )
>>> print(found.say().splitlines()[7])
Clicked       12 of 95 delivered  12.6%  (7.4% to 20.8%)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from contactbase.model.enums import Channel
from contactbase.model.journal import Finding
from contactbase.model.rate import Rate
from contactbase.model.text import Language
from contactbase.reporting.benchmarks import Claim, claims_about
from contactbase.reporting.dominance import Dominance
from contactbase.reporting.parts import colon
from contactbase.reporting.results.conversion import Return
from contactbase.reporting.results.tally import DENOMINATORS, Measure, Tally
from contactbase.reporting.results.words import TITLES, interval, money, of_what, percent, phrase
from contactbase.reporting.wording import day, number

__all__ = ["CampaignResults", "GroupResult", "LinkResult"]


@attrs.frozen
class GroupResult:
    """The figures of one group; the name is None for the recipients in no group."""

    name: str | None
    tally: Tally


@attrs.frozen
class LinkResult:
    """Clicks on one link, or of one call to action: how many, and how many of those delivered clicked it at least once.

    `link` is None where the reports did not say which was clicked.
    """

    link: str | None
    action: str | None
    clicks: int
    clicked: Rate


@attrs.frozen(kw_only=True)
class CampaignResults:
    """What became of a campaign on one channel, as known on a day.

    `whole` holds the figures of all recipients but `testers` (how many were left out), `groups` those of segments,
    `links` and `actions` the clicks; `returned` what came back for what was spent, `brought` who brought it (None: no
    revenue); `findings` say what the figures do not hold.
    """

    campaign: str
    channel: Channel
    as_of: dt.date
    whole: Tally
    returned: Return
    within_days: int | None
    first_sent: dt.date | None = None
    last_sent: dt.date | None = None
    groups: tuple[GroupResult, ...] = ()
    links: tuple[LinkResult, ...] = attrs.field(default=(), repr=False)
    actions: tuple[LinkResult, ...] = attrs.field(default=(), repr=False)
    brought: Dominance | None = attrs.field(default=None, repr=False)
    testers: int = 0
    findings: tuple[Finding, ...] = ()

    def at_margin(self, margin: Fraction) -> CampaignResults:
        """Give the same results with a return that counts only the part of the revenue that is kept (above 0, to 1)."""
        return attrs.evolve(self, returned=attrs.evolve(self.returned, margin=margin))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What vendors claim of the channel, to stand beside the figures."""
        return claims_about(self.channel)

    def say(self, language: Language = "en") -> str:
        """Give the results as text."""
        return "\n".join(self._lines(language))

    def __str__(self) -> str:
        return self.say()

    def when(self, language: Language) -> str:
        """Say when it was sent and as of when this is known."""
        as_of, first, last = (day(each, language) for each in (self.as_of, self.first_sent, self.last_sent))
        if self.first_sent is None:
            return phrase("undated", language, as_of=as_of)
        key = "sent-on" if self.first_sent == self.last_sent else "sent-between"
        return phrase(key, language, first=first, last=last, as_of=as_of)

    def window(self, language: Language) -> str:
        """Say which purchases count."""
        if self.within_days is None:
            return phrase("window-named", language)
        return phrase("window", language, days=number(self.within_days, language))

    def rows(self, language: Language) -> Iterator[tuple[str, str, str, str]]:
        """Give each figure: its title, its count of its denominator, its share, its interval."""
        yield TITLES[Measure.SENT].say(language), number(self.whole.count(Measure.SENT) or 0, language), "", ""
        for measure, whole in DENOMINATORS.items():
            rate, name = self.whole.rate(measure), TITLES[measure].say(language)
            if rate is None:
                yield name, phrase("no-figure", language), "", ""
            else:
                part = phrase("none", language) if rate.share is None else percent(rate.share, language)
                yield name, of_what(rate, whole, language), part, interval(rate, language)

    def money_rows(self, language: Language) -> Iterator[tuple[str, str]]:
        """Give revenue, cost and return as texts."""
        back = self.returned
        yield phrase("revenue", language), money(back.revenue, back.currency, language)
        cost = phrase("unknown", language) if back.cost is None else money(back.cost, back.currency, language)
        yield phrase("cost", language), cost
        if back.roi is not None:
            sign = "-" if back.roi < 0 else ""
            amount = number(round(abs(back.roi) * 100), language)
            yield phrase("roi", language), f"{sign}{amount} %, {phrase('roi-of', language)}"

    def _lines(self, language: Language) -> Iterator[str]:
        yield phrase("headline", language, campaign=self.campaign, channel=self.channel.value)
        yield self.when(language)
        rows = list(self.rows(language))
        wide, long = max(len(row[0]) for row in rows), max(len(row[1]) for row in rows if row[2])
        for name, counted, part, bounds in rows:
            told = f"  {part}  ({bounds})" if part else ""
            yield f"{name:<{wide}}  {counted:<{long}}{told}".rstrip()
        yield phrase("note", language, testers=number(self.testers, language))
        yield self.window(language)
        yield from (f"{name}{colon(language)} {text}" for name, text in self.money_rows(language))
        yield from self._more(language)

    def _more(self, language: Language) -> Iterator[str]:
        if self.groups:
            yield phrase("groups", language)
            yield from (f"  {self._group(group, language)}" for group in self.groups)
        for key, found in (("links", self.links), ("actions", self.actions)):
            if found:
                yield phrase(key, language)
                yield from (f"  {self._link(each, language)}" for each in found)
        if self.claims:
            yield phrase("claims-note", language)
            yield from (f"  {claim.say(language)}" for claim in self.claims)
        yield from (f"{each.code}: {each.say(language)}" for each in self.findings)

    def _group(self, group: GroupResult, language: Language) -> str:
        told = [
            f"{TITLES[measure].say(language).lower()} {of_what(rate, DENOMINATORS[measure], language)}"
            for measure in (Measure.DELIVERED, Measure.CLICKED, Measure.UNSUBSCRIBED, Measure.CONVERTED)
            for rate in [group.tally.rate(measure)]
            if rate is not None
        ]
        return f"{group.name or phrase('others', language)}{colon(language)} {', '.join(told)}"

    @staticmethod
    def _link(found: LinkResult, language: Language) -> str:
        name = found.link or phrase("unnamed", language)
        name += f" ({found.action})" if found.action else ""
        told = of_what(found.clicked, Measure.DELIVERED, language)
        return f"{name}{colon(language)} {told} ({interval(found.clicked, language)})"

    def to_json(self) -> dict[str, object]:
        """Give the results as a JSON object, without any personal value; findings are in English."""
        back = self.returned
        return {
            "campaign": self.campaign,
            "channel": self.channel.value,
            "as_of": self.as_of.isoformat(),
            "first_sent": self.first_sent and self.first_sent.isoformat(),
            "last_sent": self.last_sent and self.last_sent.isoformat(),
            "testers_left_out": self.testers,
            "figures": self.whole.to_json(),
            "groups": [{"name": group.name, "figures": group.tally.to_json()} for group in self.groups],
            "links": [_link_json(found) for found in self.links],
            "actions": [_link_json(found) for found in self.actions],
            "conversion_within_days": self.within_days,
            "revenue": back.revenue,
            "cost": back.cost,
            "currency": back.currency,
            "margin": float(back.margin),
            "roi": back.roi,
            "claims": [{"id": claim.id, "claim": claim.say(), "vendor_claim": True} for claim in self.claims],
            "findings": [{"code": each.code, "message": each.say()} for each in self.findings],
        }

    def to_svg(self, language: Language = "en") -> str:
        """Give the shares with their intervals as one SVG picture."""
        from contactbase.reporting.results.chart import chart  # noqa: PLC0415 - the chart knows the results

        return chart(self, language)

    def to_html(self, language: Language = "en") -> str:
        """Give the results as one self-contained page."""
        from contactbase.reporting.results.page import page  # noqa: PLC0415 - the page knows the results

        return page(self, language)

    def _repr_html_(self) -> str:
        from contactbase.reporting.results.page import fragment  # noqa: PLC0415 - the page knows the results

        return fragment(self, "en")


def _link_json(found: LinkResult) -> dict[str, object]:
    bounds = found.clicked.interval()
    return {
        "link": found.link,
        "action": found.action,
        "clicks": found.clicks,
        "clicked": found.clicked.count,
        "of_delivered": found.clicked.of,
        "interval_95": None if bounds is None else list(bounds),
    }
