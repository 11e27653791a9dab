"""Jewellers (R07): 9 custom fields.

>>> JEWELLERY.name, len(JEWELLERY)
('jewellery', 9)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["JEWELLERY", "Metal", "Occasion"]


class Metal(StrEnum):
    """Which metal somebody wears."""

    YELLOW_GOLD = "yellow_gold"
    WHITE_GOLD = "white_gold"
    ROSE_GOLD = "rose_gold"
    SILVER = "silver"
    PLATINUM = "platinum"
    STEEL = "steel"


class Occasion(StrEnum):
    """For what a piece is bought."""

    ENGAGEMENT = "engagement"
    WEDDING = "wedding"
    BIRTH = "birth"
    ANNIVERSARY = "anniversary"
    CHRISTMAS = "christmas"
    FOR_ONESELF = "for_oneself"


_METAL: Final[Mapping[StrEnum, str]] = {
    Metal.YELLOW_GOLD: "or jaune",
    Metal.WHITE_GOLD: "or blanc, or gris",
    Metal.ROSE_GOLD: "or rose",
    Metal.SILVER: "argent",
    Metal.PLATINUM: "platine",
    Metal.STEEL: "acier",
}
_OCCASION: Final[Mapping[StrEnum, str]] = {
    Occasion.ENGAGEMENT: "fiançailles",
    Occasion.WEDDING: "mariage, alliances",
    Occasion.BIRTH: "naissance, baptême",
    Occasion.ANNIVERSARY: "anniversaire",
    Occasion.CHRISTMAS: "noël, fêtes",
    Occasion.FOR_ONESELF: "pour soi, plaisir",
}

JEWELLERY: Final = Sector(
    name="jewellery",
    title=Text("Jewellers", "Bijouterie et joaillerie"),
    fields=(
        custom("ring_size", int, Family.SOCIO_DEMOGRAPHIC, "Ring size", "Tour de doigt", "taille de bague"),
        custom(
            "wrist_size",
            int,
            Family.SOCIO_DEMOGRAPHIC,
            "Wrist in millimetres",
            "Tour de poignet",
            "tour de poignet en mm",
        ),
        custom("favourite_metal", Metal, Family.BEHAVIOURAL, "Favourite metal", "Métal préféré", "métal", words=_METAL),
        custom("favourite_stone", str, Family.BEHAVIOURAL, "Favourite stone", "Pierre préférée"),
        custom("occasion", Occasion, Family.BEHAVIOURAL, "Occasion", "Occasion", "événement", words=_OCCASION),
        custom(
            "wedding_day",
            dt.date,
            Family.SOCIO_DEMOGRAPHIC,
            "Wedding anniversary",
            "Anniversaire de mariage",
            "date de mariage",
        ),
        custom("pierced_ears", bool, Family.SOCIO_DEMOGRAPHIC, "Pierced ears", "Oreilles percées"),
        custom("budget", int, Family.ECONOMIC, "Budget", "Budget", "budget cadeau"),
        custom(
            "repair_waiting",
            bool,
            Family.TRANSACTIONAL,
            "Repair to collect",
            "Réparation à retirer",
            "réparation en cours",
        ),
    ),
)
