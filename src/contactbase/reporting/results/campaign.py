"""The results of one campaign on one channel, read from the events of a base: whole, by group, by link.

Every figure is a count of recipients with its denominator. Testers are left out (R72). Groups are compared as they were
on the day of sending: a segment is asked about that day, so that what the campaign caused does not choose its members.

>>> import attrs
>>> from contactbase.model.enums import Direction, EventKind
>>> from contactbase.model.event import Event
>>> sent = Event(kind=EventKind.DELIVERY, at=dt.date(2026, 3, 2), channel=Channel.SMS, campaign="spring",
...              direction=Direction.FROM_US)
>>> click = attrs.evolve(sent, kind=EventKind.CLICK, direction=Direction.FROM_PERSON, link="https://example.org/a")
>>> base = [Contact(id="c-1", events=(sent, click)), Contact(id="c-2", events=(sent,)), Contact(id="c-3")]
>>> found = campaign_results(base, campaign="spring", channel=Channel.SMS, as_of=dt.date(2026, 3, 31), cost=9)
>>> found.whole.rate("clicked"), found.links[0].clicked, found.returned.roi
(Rate(count=1, of=2), Rate(count=1, of=2), -1.0)
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.model.journal import Finding, finding
from contactbase.model.rate import Rate
from contactbase.model.recipient import RESPONSES, TRAFFIC, Recipient, recipient_of
from contactbase.reporting.dominance import Dominance, dominance
from contactbase.reporting.results.conversion import Attribution, Bought, Return
from contactbase.reporting.results.results import CampaignResults, GroupResult, LinkResult
from contactbase.reporting.results.tally import tally_of
from contactbase.segment.segment import Segment

__all__ = ["CampaignKey", "campaign_results", "campaigns_in"]

Contacts = Mapping[str, Contact] | Iterable[Contact]
Groups = Mapping[str, Segment | Collection[str]] | Iterable[Segment]
"""Segments, or ids of contacts, under the names of their groups."""


class CampaignKey(NamedTuple):
    """A campaign that events speak of, on a channel, with the first day that they name."""

    campaign: str
    channel: Channel
    first: dt.date | None


def campaigns_in(contacts: Contacts) -> tuple[CampaignKey, ...]:
    """Give the campaigns that a base has events of, the latest first; those without a day come last."""
    first: dict[tuple[str, Channel], dt.date | None] = {}
    for contact in _each(contacts):
        for event in contact.events:
            if event.campaign is not None and event.channel is not None and event.kind in TRAFFIC | RESPONSES:
                key = (event.campaign, event.channel)
                known = first.get(key)
                first[key] = min((day for day in (known, event.at) if day is not None), default=None)
    keys = [CampaignKey(campaign, channel, day) for (campaign, channel), day in first.items()]
    return tuple(sorted(keys, key=lambda key: (-(key.first or dt.date.min).toordinal(), key.campaign, key.channel)))


def campaign_results(
    contacts: Contacts,
    *,
    campaign: str,
    channel: Channel,
    as_of: dt.date,
    groups: Groups = (),
    actions: Mapping[str, str] | None = None,
    testers: Collection[str] = (),
    within_days: int | None = 7,
    currency: str = "EUR",
    cost: int | None = None,
) -> CampaignResults:
    """Give the results of a campaign as known on a day; `results.at_margin` counts the margin and not the revenue.

    `testers` are ids of contacts who tried the message out; `actions` gives the call to action of each link; `cost` is
    in minor units of `currency`. MessageError for a period or a cost that is none.
    """
    everybody = tuple(_each(contacts))
    window = Attribution(campaign=campaign, within_days=within_days, currency=currency, as_of=as_of)
    found = [
        (contact, one)
        for contact in everybody
        if (one := recipient_of(contact, campaign=campaign, channel=channel, as_of=as_of)) is not None
    ]
    held = frozenset(testers)
    measured = [(contact, one) for contact, one in found if contact.id not in held]
    recipients = tuple(one for _, one in measured)
    purchases = {one.contact: window.bought(contact.events, one.sent_on) for contact, one in measured if one.delivered}
    bought = {contact: each.minor for contact, each in purchases.items() if each.count}
    whole = tally_of(recipients, bought, channel)
    days = sorted(one.sent_on for one in recipients if one.sent_on is not None)
    brought = dominance(bought) if bought else None
    return CampaignResults(
        campaign=campaign,
        channel=channel,
        as_of=as_of,
        first_sent=days[0] if days else None,
        last_sent=days[-1] if days else None,
        within_days=within_days,
        whole=whole,
        groups=_groups(everybody, groups, recipients, bought, channel, on=days[0] if days else as_of),
        links=_links(recipients, actions or {}),
        actions=_actions(recipients, actions or {}),
        returned=Return(revenue=whole.revenue, cost=cost, currency=currency),
        brought=brought,
        testers=len(found) - len(measured),
        findings=_findings(everybody, recipients, purchases, brought, campaign),
    )


def _each(contacts: Contacts) -> Iterable[Contact]:
    return contacts.values() if isinstance(contacts, Mapping) else contacts


def _findings(
    everybody: Iterable[Contact],
    recipients: Sequence[Recipient],
    purchases: Mapping[str, Bought],
    brought: Dominance | None,
    campaign: str,
) -> tuple[Finding, ...]:
    """Say what the figures do not hold, or hold with a doubt."""
    nowhere = sum(
        event.campaign == campaign and event.channel is None and event.kind in TRAFFIC | RESPONSES
        for contact in everybody
        for event in contact.events
    )
    counts = {
        "results.nobody": int(not recipients),
        "results.unreported": sum(one.arrival == "unreported" for one in recipients),
        "results.concluded": sum(one.delivered and not one.reported for one in recipients),
        "results.undated": sum(one.sent_on is None for one in recipients),
        "results.no-channel": nowhere,
        "revenue.other-currency": sum(each.other > 0 for each in purchases.values()),
    }
    noticed = tuple(finding(code, count=count) for code, count in counts.items() if count)
    return noticed + (() if brought is None else brought.findings)


def _named(groups: Groups) -> Iterator[tuple[str, Segment | Collection[str]]]:
    if isinstance(groups, Mapping):
        yield from groups.items()
    else:
        yield from ((segment.name, segment) for segment in groups)


def _groups(
    everybody: Sequence[Contact],
    groups: Groups,
    recipients: Sequence[Recipient],
    bought: Mapping[str, int],
    channel: Channel,
    *,
    on: dt.date,
) -> tuple[GroupResult, ...]:
    """Give each group its figures, and those in no group theirs; a recipient may be in several groups."""
    made: list[GroupResult] = []
    rest = {one.contact for one in recipients}
    for name, group in _named(groups):
        ids = frozenset(group.select(everybody, as_of=on).ids if isinstance(group, Segment) else group)
        rest -= ids
        made.append(GroupResult(name, tally_of((one for one in recipients if one.contact in ids), bought, channel)))
    if made and rest:
        made.append(GroupResult(None, tally_of((one for one in recipients if one.contact in rest), bought, channel)))
    return tuple(made)


def _links(recipients: Sequence[Recipient], actions: Mapping[str, str]) -> tuple[LinkResult, ...]:
    return _clicks(recipients, {link: link for one in recipients for link, _ in one.links}, actions)


def _actions(recipients: Sequence[Recipient], actions: Mapping[str, str]) -> tuple[LinkResult, ...]:
    """Give clicks by call to action: several links of one action count a person once."""
    named = {link: actions.get(link or "") for one in recipients for link, _ in one.links}
    return _clicks(recipients, {link: action for link, action in named.items() if action is not None}, {})


def _clicks(
    recipients: Sequence[Recipient], names: Mapping[str | None, str | None], actions: Mapping[str, str]
) -> tuple[LinkResult, ...]:
    clicks: Counter[str | None] = Counter()
    people: Counter[str | None] = Counter()
    delivered = [one for one in recipients if one.delivered]
    for one in delivered:
        people.update({names[link] for link, _ in one.links if link in names})
        for link, count in one.links:
            if link in names:
                clicks[names[link]] += count
    rows = (
        LinkResult(name, actions.get(name or ""), count, Rate(people[name], len(delivered)))
        for name, count in clicks.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.clicked.count, -row.clicks, row.link or "")))
