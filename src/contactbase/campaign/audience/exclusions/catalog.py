"""The one list of families of exclusions. A new family is one module here and one line below.

The order of the list is not the order of reasons: that is `Stage`.

>>> [family.name for family in FAMILIES][:3]
['suppressed', 'addresses', 'stopped addresses']
"""

from __future__ import annotations

from typing import Final

from contactbase.campaign.audience.exclusions.addresses import ADDRESSES
from contactbase.campaign.audience.exclusions.consents import CONSENTS
from contactbase.campaign.audience.exclusions.family import ExclusionFamily
from contactbase.campaign.audience.exclusions.hours import QUIET_HOURS
from contactbase.campaign.audience.exclusions.house_rules import HOUSE_RULES
from contactbase.campaign.audience.exclusions.pressure import PRESSURE
from contactbase.campaign.audience.exclusions.retention import RETENTION
from contactbase.campaign.audience.exclusions.sector import SECTOR
from contactbase.campaign.audience.exclusions.stopped_addresses import STOPPED_ADDRESSES
from contactbase.campaign.audience.exclusions.suppressed import SUPPRESSED

__all__ = ["FAMILIES"]

FAMILIES: Final[tuple[ExclusionFamily, ...]] = (
    SUPPRESSED,
    ADDRESSES,
    STOPPED_ADDRESSES,
    SECTOR,
    HOUSE_RULES,
    CONSENTS,
    RETENTION,
    PRESSURE,
    QUIET_HOURS,
)
