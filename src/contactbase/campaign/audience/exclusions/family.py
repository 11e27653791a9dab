"""What a family of exclusions is: made ready once for a campaign and its base, then asked about batches of contacts.

>>> nobody = ExclusionFamily(name="nobody", prepare=lambda campaign, base: lambda batch: ())
>>> nobody.name
'nobody'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import attrs

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.reason import Reason
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase

__all__ = ["ExclusionFamily", "Finds", "nothing"]

Finds: TypeAlias = Callable[[Sequence[Contact]], Iterable[tuple[int, Reason]]]
"""Gives, for a batch of contacts, places in it with a reason each."""


@attrs.frozen(kw_only=True)
class ExclusionFamily:
    """A family under its name. `prepare` sees the whole base, since what one contact said may bind another."""

    name: str
    prepare: Callable[[Campaign, ContactBase], Finds]


def nothing(_batch: Sequence[Contact]) -> Iterable[tuple[int, Reason]]:
    """Find no reason: what a family answers that has nothing to say about a campaign."""
    return ()
