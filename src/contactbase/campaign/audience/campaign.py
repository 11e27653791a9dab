"""What a campaign asks of a base: on which channel, what for, under which policy, when, and whom.

>>> from contactbase.policy.catalog import FR
>>> campaign = Campaign(
...     segment=WHOLE_BASE,
...     channel=Channel.SMS,
...     purpose=Purpose.MARKETING,
...     policy=FR,
...     suppression=None,
...     at=dt.datetime(2026, 11, 24, 23, 30, tzinfo=dt.UTC),
... )
>>> campaign.day, campaign.prospects
(datetime.date(2026, 11, 25), True)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import attrs

from contactbase.campaign.template import Template
from contactbase.errors import MessageError
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import Suppressor
from contactbase.policy.offer import NO_OFFER, Offer
from contactbase.policy.policy import Policy
from contactbase.policy.sending import CapRule
from contactbase.policy.standing import permissions
from contactbase.segment.context import Cache, Context
from contactbase.segment.days import local_day
from contactbase.segment.segment import Segment

__all__ = ["WHOLE_BASE", "Campaign"]

WHOLE_BASE: Final = Segment("whole base", "id is known")
"""The word for a campaign to everybody: it has to be said, it is never the default."""

_YEARS: Final = range(1900, 9000)


def _segment(value: Segment | str | None) -> Segment:
    if value is None:
        raise MessageError("A campaign needs a segment. Give one, or WHOLE_BASE to write to everybody.")
    return Segment("audience", value) if isinstance(value, str) else value


def _caps(value: Iterable[CapRule]) -> tuple[CapRule, ...]:
    return tuple(value)


def _template(value: Template | str | None) -> Template | None:
    return Template(value) if isinstance(value, str) else value


def _codes(value: Iterable[str] | None) -> frozenset[str] | None:
    return None if value is None else frozenset(code.upper() for code in value)


@attrs.frozen(kw_only=True, eq=False)
class Campaign:
    """The question. Every keyword of `audience` stands here; MessageError where it makes no sense.

    `suppression` None means that there is no list of stops; `sector` is one of those that policies name; `countries`
    are ISO 3166-1 codes (None: any); `unassigned` numbers in E.164, as a lookup gives them; `caps` come on top of those
    of the policy and `household_caps` count what a whole household gets. `text` is the text of an SMS, with its places;
    `price` is that of one message, and with a text that of one segment of it.
    """

    segment: Segment = attrs.field(converter=_segment)
    channel: Channel = attrs.field(converter=Channel)
    purpose: Purpose = attrs.field(converter=Purpose)
    policy: Policy = attrs.field(repr=str)
    suppression: Suppressor | None
    at: dt.datetime
    offer: Offer = NO_OFFER
    sector: str | None = None
    countries: frozenset[str] | None = attrs.field(default=None, converter=_codes)
    unassigned: frozenset[str] = attrs.field(default=frozenset(), converter=frozenset, repr=False)
    caps: tuple[CapRule, ...] = attrs.field(default=(), converter=_caps)
    household_caps: tuple[CapRule, ...] = attrs.field(default=(), converter=_caps)
    text: Template | None = attrs.field(default=None, converter=_template)
    price: Decimal | None = None
    currency: str = "EUR"
    context: Context = attrs.field(factory=Context, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.at.tzinfo is None or self.at.utcoffset() is None:
            raise MessageError("The instant has no time zone. Give one, as in datetime(2026, 3, 2, 10, tzinfo=UTC).")
        if self.at.year not in _YEARS:
            raise MessageError(f"The instant is in the year {self.at.year}. Give one of 1900 to 8999.")
        if self.text is not None and self.channel is not Channel.SMS:
            raise MessageError(f"Segments are counted for SMS only. Leave `text` out of a campaign by {self.channel}.")
        if self.price is not None and (not self.price.is_finite() or self.price < 0):
            raise MessageError(f"The price of a message is {self.price}. Give 0 or more, such as Decimal('0.045').")

    @property
    def day(self) -> dt.date:
        """The day of the campaign in the zone of the policy: consents, deadlines and months are judged on it."""
        return local_day(self.at, self.policy.zone)

    @property
    def prospects(self) -> bool:
        """Whether it promotes something: other messages skip consent to prospect, pressure and quiet hours."""
        return self.purpose is Purpose.MARKETING

    @property
    def asking(self) -> Context:
        """What the segment may look at; `can receive` asks the very policy of the campaign, whatever was given."""
        answers = permissions(self.policy, offer=self.offer)
        return attrs.evolve(self.context, can_receive=answers, cache=self.context.cache or Cache())
