"""Restaurants (R07): 7 custom fields.

>>> RESTAURANT.name, len(RESTAURANT)
('restaurant', 7)
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["RESTAURANT", "Service"]


class Service(StrEnum):
    """When a guest comes."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    TAKE_AWAY = "take_away"
    DELIVERY = "delivery"


_SERVICE: Final[Mapping[StrEnum, str]] = {
    Service.BREAKFAST: "petit déjeuner, brunch",
    Service.LUNCH: "déjeuner, midi",
    Service.DINNER: "dîner, soir",
    Service.TAKE_AWAY: "à emporter, vente à emporter, takeaway",
    Service.DELIVERY: "livraison",
}

RESTAURANT: Final = Sector(
    name="restaurant",
    title=Text("Restaurants", "Restaurants"),
    fields=(
        custom(
            "party_size",
            int,
            Family.BEHAVIOURAL,
            "Usual party",
            "Nombre de couverts",
            "couverts",
            "nombre de personnes",
        ),
        custom(
            "usual_service", Service, Family.BEHAVIOURAL, "Usual service", "Service habituel", "service", words=_SERVICE
        ),
        custom("favourite_dish", str, Family.BEHAVIOURAL, "Favourite dish", "Plat préféré"),
        custom("favourite_table", str, Family.BEHAVIOURAL, "Favourite table", "Table préférée"),
        custom("wine_club", bool, Family.BEHAVIOURAL, "Wine club", "Club œnologie", "club vin"),
        custom("covers_a_year", int, Family.TRANSACTIONAL, "Covers a year", "Couverts par an"),
        custom(
            "budget_per_person",
            int,
            Family.ECONOMIC,
            "Budget for a person",
            "Budget par personne",
            "ticket moyen souhaité",
        ),
    ),
)
