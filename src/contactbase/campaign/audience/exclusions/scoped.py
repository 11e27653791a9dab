"""Several conditions of a policy, compiled and answered together for batches of contacts.

>>> import datetime as dt
>>> from contactbase.model.contact import Contact
>>> from contactbase.model.enums import Channel, Purpose
>>> from contactbase.campaign.audience.campaign import WHOLE_BASE
>>> from contactbase.policy.catalog import FR
>>> campaign = Campaign(
...     segment=WHOLE_BASE,
...     channel=Channel.SMS,
...     purpose=Purpose.MARKETING,
...     policy=FR,
...     suppression=None,
...     at=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
... )
>>> scoped([WHOLE_BASE, Segment("adults", "age >= 18")], campaign)([Contact(id="c-1")])
[1]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from contactbase.campaign.audience.campaign import Campaign
from contactbase.model.contact import Contact
from contactbase.segment.bind import bind
from contactbase.segment.python import compile_masks
from contactbase.segment.segment import Segment

__all__ = ["scoped"]


def scoped(texts: Sequence[Segment], campaign: Campaign) -> Callable[[Sequence[Contact]], list[int]]:
    """Give a function that gives for each contact a number: bit 0 is the first condition."""
    if not texts:
        return lambda batch: [0] * len(batch)
    return compile_masks([bind(text.tree, as_of=campaign.day, vocabulary=text.vocabulary) for text in texts])
