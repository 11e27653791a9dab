"""Hotels and guest houses (R07): 11 custom fields.

>>> HOTEL.name, len(HOTEL)
('hotel', 11)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["HOTEL", "Board", "StayReason"]


class Board(StrEnum):
    """Which meals a stay includes."""

    ROOM_ONLY = "room_only"
    BREAKFAST = "breakfast"
    HALF_BOARD = "half_board"
    FULL_BOARD = "full_board"
    ALL_INCLUSIVE = "all_inclusive"


class StayReason(StrEnum):
    """Why a guest comes."""

    LEISURE = "leisure"
    BUSINESS = "business"
    EVENT = "event"


_BOARD: Final[Mapping[StrEnum, str]] = {
    Board.ROOM_ONLY: "logement seul, chambre seule, sans repas",
    Board.BREAKFAST: "petit dejeuner, petit déjeuner inclus, bed and breakfast, bb",
    Board.HALF_BOARD: "demi-pension, demi pension, hb",
    Board.FULL_BOARD: "pension complète, fb",
    Board.ALL_INCLUSIVE: "tout compris, tout inclus",
}
_REASONS: Final[Mapping[StrEnum, str]] = {
    StayReason.LEISURE: "loisirs, vacances, tourisme, holiday",
    StayReason.BUSINESS: "affaires, professionnel, travail, work",
    StayReason.EVENT: "événement, mariage, séminaire, wedding",
}

HOTEL: Final = Sector(
    name="hotel",
    title=Text("Hotels and guest houses", "Hôtels et maisons d'hôtes"),
    fields=(
        custom("rooms", int, Family.BEHAVIOURAL, "Rooms expected", "Nombre de chambres", "chambres"),
        custom("adults", int, Family.BEHAVIOURAL, "Adults", "Nombre d'adultes", "adultes"),
        custom("children", int, Family.SOCIO_DEMOGRAPHIC, "Children", "Nombre d'enfants", "enfants"),
        custom("arrival", dt.date, Family.BEHAVIOURAL, "Arrival", "Date d'arrivée", "arrivée"),
        custom("departure", dt.date, Family.BEHAVIOURAL, "Departure", "Date de départ", "départ"),
        custom("nights", int, Family.TRANSACTIONAL, "Nights a year", "Nuitées par an", "nuitées"),
        custom("board", Board, Family.BEHAVIOURAL, "Board", "Pension", "formule", words=_BOARD),
        custom(
            "stay_reason",
            StayReason,
            Family.BEHAVIOURAL,
            "Reason for the stay",
            "Motif du séjour",
            "motif de séjour",
            words=_REASONS,
        ),
        custom("room_type", str, Family.BEHAVIOURAL, "Room type", "Type de chambre"),
        custom("budget_per_night", int, Family.ECONOMIC, "Budget for a night", "Budget par nuit", "budget nuit"),
        custom("pet", bool, Family.BEHAVIOURAL, "Comes with a pet", "Animal de compagnie", "animal"),
    ),
)
