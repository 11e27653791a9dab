"""The audience: every contact of a segment is eligible, deferred or left out, with one primary reason and all of them.

Nothing is sent and no clock is read: base, segment, policy, suppression list and instant give the same answer always.
No legal advice: the policy is a preset that its user answers for.

>>> from contactbase.model.enums import Channel, Purpose
>>> from contactbase.policy.catalog import FR
>>> base = ContactBase.of([Contact(id="c-1")])
>>> found = audience(
...     base,
...     segment=WHOLE_BASE,
...     channel=Channel.SMS,
...     purpose=Purpose.MARKETING,
...     policy=FR,
...     suppression=None,
...     at=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
... )
>>> found, found.primary("c-1").code
(Audience(1 contacts: 0 eligible, 0 deferred, 1 excluded), 'exclusion.no-address')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs

from contactbase.campaign.audience.campaign import WHOLE_BASE, Campaign
from contactbase.campaign.audience.funnel import Funnel, funnel_of
from contactbase.campaign.audience.judging import beside_others, judged_alone
from contactbase.campaign.audience.reason import Reason
from contactbase.campaign.audience.schedule import Schedule, scheduled
from contactbase.campaign.audience.tested import Tested, check_tested
from contactbase.campaign.audience.why import Why, why
from contactbase.campaign.template import Template
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import Suppressor
from contactbase.policy.offer import NO_OFFER, Offer
from contactbase.policy.policy import Policy
from contactbase.policy.sending import CapRule
from contactbase.segment.context import Context
from contactbase.segment.segment import Segment

__all__ = ["WHOLE_BASE", "Audience", "audience", "audience_of"]


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Audience:
    """Whom a campaign may reach. `campaign` is the question, `base` the whole base, `selected` those of the segment.

    `reasons` holds, by id, the reasons of whoever is left out or waits, in the documented order.
    """

    campaign: Campaign
    base: ContactBase
    selected: ContactBase
    reasons: Mapping[str, tuple[Reason, ...]]

    @cached_property
    def eligible(self) -> ContactBase:
        """Those who may be written to at the instant of the campaign."""
        return ContactBase({key: each for key, each in self.selected.items() if key not in self.reasons})

    @cached_property
    def deferred(self) -> ContactBase:
        """Those for whom it is too early or too late; `next_allowed` says until when they wait."""
        return ContactBase({key: each for key, each in self.selected.items() if self._waits(key)})

    @cached_property
    def excluded(self) -> ContactBase:
        """Those who are left out."""
        left = (key for key in self.selected if key in self.reasons and not self._waits(key))
        return ContactBase({key: self.selected[key] for key in left})

    def _waits(self, contact_id: str) -> bool:
        found = self.reasons.get(contact_id)
        return found is not None and found[0].stage.defers

    def primary(self, contact_id: str) -> Reason | None:
        """Give the primary reason of a contact; None where it is eligible, or not in the segment."""
        found = self.reasons.get(contact_id)
        return None if found is None else found[0]

    def next_allowed(self, contact_id: str) -> dt.datetime | None:
        """Give the instant from which on a deferred contact may be written to; None: not deferred, or not in reach."""
        if not self._waits(contact_id):
            return None
        found = [reason.until for reason in self.reasons[contact_id]]
        instants = [until for until in found if isinstance(until, dt.datetime)]
        return max(instants) if len(instants) == len(found) else None

    @cached_property
    def funnel(self) -> Funnel:
        """The counts: input = eligible + deferred + every primary exclusion."""
        return funnel_of(self.campaign, self.selected, self.reasons)

    def why(self, contact: Contact | str) -> Why:
        """Say why a contact is in, waits or is left out; KeyError for an id that is not in the base."""
        found = self.base[contact if isinstance(contact, str) else contact.id]
        reasons = self.reasons.get(found.id, ())
        return why(self.campaign, found, reasons, selected=found.id in self.selected)

    def schedule(self, *, per_hour: int) -> Schedule:
        """Estimate when a sending at a throughput is over, those who wait included; MessageError below 1 an hour."""
        waiting = [(contact, self.next_allowed(key)) for key, contact in self.deferred.items()]
        return scheduled(self.campaign, self.eligible.values(), waiting, per_hour=per_hour)

    def released(self, tests: Iterable[Tested], *, text: str | None = None) -> ContactBase:
        """Give the eligible contacts for the mass stage; MessageError where no test of it was sent before (R72).

        `text` is the text that will go out (default: that of the campaign): a test of another text is none.
        """
        planned = None if self.campaign.text is None else str(self.campaign.text)
        check_tested(self.campaign, tests, planned if text is None else text)
        return self.eligible

    def under(self, policy: Policy) -> Audience:
        """Give the audience of the same campaign under another policy."""
        return audience_of(self.base, attrs.evolve(self.campaign, policy=policy))

    def __len__(self) -> int:
        return len(self.selected)

    def __iter__(self) -> Iterator[Contact]:
        """Yield the eligible contacts."""
        return iter(self.eligible.values())

    def __repr__(self) -> str:
        counts = f"{len(self.eligible)} eligible, {len(self.deferred)} deferred, {len(self.excluded)} excluded"
        return f"Audience({len(self.selected)} contacts: {counts})"

    def _repr_html_(self) -> str:
        return self.funnel.to_html()


def audience(  # noqa: PLR0913 - a campaign has so many sides, all of them keywords
    base: ContactBase | Mapping[str, Contact] | Iterable[Contact],
    *,
    segment: Segment | str,
    channel: Channel,
    purpose: Purpose,
    policy: Policy,
    suppression: Suppressor | None,
    at: dt.datetime,
    offer: Offer = NO_OFFER,
    sector: str | None = None,
    countries: Iterable[str] | None = None,
    unassigned: Iterable[str] = (),
    caps: Iterable[CapRule] = (),
    household_caps: Iterable[CapRule] = (),
    text: Template | str | None = None,
    price: Decimal | None = None,
    currency: str = "EUR",
    context: Context | None = None,
) -> Audience:
    """Give whom a campaign may reach at an instant, who waits, who is left out and why.

    `segment` is required; WHOLE_BASE is the word for everybody. `suppression` None says that there is no list. `at`
    carries its zone. `sector` is held against the bans of the policy, `countries` (ISO 3166-1) against numbers and
    addresses, `unassigned` are dead numbers in E.164. `caps` add to those of the policy, `household_caps` count what a
    household gets. `text` is that of an SMS, with its places: `price` is then that of one segment, else that of one
    message. `context` is for segments that name others. MessageError where the campaign makes no sense, SegmentError
    for a wrong text.
    """
    asked: dict[str, Any] = {
        "countries": countries,
        "unassigned": unassigned,
        "text": text,
        "context": context or Context(),
    }
    campaign = Campaign(
        segment=segment,
        channel=channel,
        purpose=purpose,
        policy=policy,
        suppression=suppression,
        at=at,
        offer=offer,
        sector=sector,
        caps=tuple(caps),
        household_caps=tuple(household_caps),
        price=price,
        currency=currency,
        **asked,
    )
    return audience_of(_base_of(base), campaign)


def _base_of(base: ContactBase | Mapping[str, Contact] | Iterable[Contact]) -> ContactBase:
    if isinstance(base, ContactBase):
        return base
    return ContactBase(base) if isinstance(base, Mapping) else ContactBase.of(base)


def audience_of(base: ContactBase, campaign: Campaign) -> Audience:
    """Give the audience of a campaign that is put together already."""
    selected = selected_of(base, campaign)
    alone = judged_alone(campaign, selected.values(), base)
    return Audience(
        campaign=campaign, base=base, selected=selected, reasons=beside_others(campaign, selected, base, alone)
    )


def selected_of(base: ContactBase, campaign: Campaign) -> ContactBase:
    """Give the contacts of the segment."""
    found = campaign.segment.select(base, as_of=campaign.day, zone=campaign.policy.zone, context=campaign.asking)
    return found.base
