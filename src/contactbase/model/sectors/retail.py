"""Shops (R07): 9 custom fields.

>>> RETAIL.name, len(RETAIL)
('retail', 9)
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["RETAIL", "Range"]


class Range(StrEnum):
    """For whom somebody buys."""

    WOMEN = "women"
    MEN = "men"
    CHILDREN = "children"
    HOME = "home"


_RANGE: Final[Mapping[StrEnum, str]] = {
    Range.WOMEN: "femme, femmes",
    Range.MEN: "homme, hommes",
    Range.CHILDREN: "enfant, enfants",
    Range.HOME: "maison, décoration",
}

RETAIL: Final = Sector(
    name="retail",
    title=Text("Shops", "Commerce de détail"),
    fields=(
        custom(
            "loyalty_card",
            str,
            Family.IDENTITY,
            "Loyalty card",
            "Carte de fidélité",
            "numéro de carte",
            "n° carte de fidélité",
        ),
        custom("loyalty_points", int, Family.TRANSACTIONAL, "Loyalty points", "Points de fidélité", "points"),
        custom("usual_shop", str, Family.GEOGRAPHIC, "Usual shop", "Magasin habituel", "magasin"),
        custom("range", Range, Family.BEHAVIOURAL, "Range", "Rayon", "univers", words=_RANGE),
        custom("clothing_size", str, Family.SOCIO_DEMOGRAPHIC, "Clothing size", "Taille de vêtement", "taille"),
        custom("shoe_size", int, Family.SOCIO_DEMOGRAPHIC, "Shoe size", "Pointure"),
        custom("favourite_brand", str, Family.BEHAVIOURAL, "Favourite brand", "Marque préférée"),
        custom("buys_online", bool, Family.TRANSACTIONAL, "Buys online", "Achète en ligne"),
        custom("gift_buyer", bool, Family.BEHAVIOURAL, "Buys gifts", "Achète pour offrir", "cadeaux"),
    ),
)
