"""The one list of sectors. A new one is one module, one test, and one line here.

>>> sorted(sectors)[:3]
['beauty', 'car_dealer', 'fitness']
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.model.sectors.beauty import BEAUTY
from contactbase.model.sectors.car_dealer import CAR_DEALER
from contactbase.model.sectors.fitness import FITNESS
from contactbase.model.sectors.hotel import HOTEL
from contactbase.model.sectors.jewellery import JEWELLERY
from contactbase.model.sectors.real_estate import REAL_ESTATE
from contactbase.model.sectors.restaurant import RESTAURANT
from contactbase.model.sectors.retail import RETAIL
from contactbase.model.sectors.sector import Sector
from contactbase.model.sectors.travel_agency import TRAVEL_AGENCY

__all__ = ["sectors"]

sectors: Final[Mapping[str, Sector]] = {
    sector.name: sector
    for sector in (
        HOTEL,
        RESTAURANT,
        TRAVEL_AGENCY,
        CAR_DEALER,
        RETAIL,
        BEAUTY,
        JEWELLERY,
        REAL_ESTATE,
        FITNESS,
    )
}
"""Every sector by name."""
