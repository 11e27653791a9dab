"""Travel agencies (R07): 9 custom fields.

>>> TRAVEL_AGENCY.name, len(TRAVEL_AGENCY)
('travel_agency', 9)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["TRAVEL_AGENCY", "Party", "TripKind"]


class Party(StrEnum):
    """With whom somebody travels."""

    ALONE = "alone"
    COUPLE = "couple"
    FAMILY = "family"
    FRIENDS = "friends"
    GROUP = "group"


class TripKind(StrEnum):
    """What kind of journey somebody seeks."""

    BEACH = "beach"
    CITY = "city"
    TOUR = "tour"
    CRUISE = "cruise"
    SKI = "ski"
    ADVENTURE = "adventure"


_PARTY: Final[Mapping[StrEnum, str]] = {
    Party.ALONE: "seul, seule, solo",
    Party.COUPLE: "en couple, à deux",
    Party.FAMILY: "en famille, famille",
    Party.FRIENDS: "entre amis, amis",
    Party.GROUP: "groupe, en groupe",
}
_TRIPKIND: Final[Mapping[StrEnum, str]] = {
    TripKind.BEACH: "plage, balnéaire, séjour balnéaire",
    TripKind.CITY: "ville, city break, week-end en ville",
    TripKind.TOUR: "circuit, circuit accompagné",
    TripKind.CRUISE: "croisière",
    TripKind.SKI: "neige, sports d'hiver",
    TripKind.ADVENTURE: "aventure, trek, randonnée",
}

TRAVEL_AGENCY: Final = Sector(
    name="travel_agency",
    title=Text("Travel agencies", "Agences de voyage"),
    fields=(
        custom("destination", str, Family.BEHAVIOURAL, "Destination wanted", "Destination souhaitée", "destination"),
        custom("trip_kind", TripKind, Family.BEHAVIOURAL, "Kind of journey", "Type de voyage", words=_TRIPKIND),
        custom("departure_on", dt.date, Family.BEHAVIOURAL, "Departure", "Date de départ", "date de départ souhaitée"),
        custom("stay_days", int, Family.BEHAVIOURAL, "Days", "Durée du séjour", "durée en jours"),
        custom("travellers", int, Family.BEHAVIOURAL, "Travellers", "Nombre de voyageurs", "voyageurs"),
        custom("party", Party, Family.SOCIO_DEMOGRAPHIC, "Travels", "Voyage avec", "accompagnants", words=_PARTY),
        custom("departure_city", str, Family.GEOGRAPHIC, "Departs from", "Ville de départ", "aéroport de départ"),
        custom("budget", int, Family.ECONOMIC, "Budget", "Budget", "budget voyage"),
        custom(
            "passport_until",
            dt.date,
            Family.IDENTITY,
            "Passport valid until",
            "Validité du passeport",
            "passeport valide jusqu'au",
        ),
    ),
)
