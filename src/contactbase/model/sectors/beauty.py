"""Hairdressers and beauty salons (R07): 8 custom fields.

>>> BEAUTY.name, len(BEAUTY)
('beauty', 8)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["BEAUTY", "Care"]


class Care(StrEnum):
    """What somebody comes for."""

    HAIRCUT = "haircut"
    COLOUR = "colour"
    STYLING = "styling"
    FACE = "face"
    BODY = "body"
    NAILS = "nails"
    HAIR_REMOVAL = "hair_removal"
    MAKE_UP = "make_up"


_CARE: Final[Mapping[StrEnum, str]] = {
    Care.HAIRCUT: "coupe",
    Care.COLOUR: "coloration, couleur, mèches, color",
    Care.STYLING: "brushing, coiffage, chignon",
    Care.FACE: "soin du visage, visage",
    Care.BODY: "soin du corps, corps, massage",
    Care.NAILS: "ongles, manucure, manicure",
    Care.HAIR_REMOVAL: "épilation",
    Care.MAKE_UP: "maquillage",
}

BEAUTY: Final = Sector(
    name="beauty",
    title=Text("Hairdressers and beauty salons", "Coiffure et esthétique"),
    fields=(
        custom(
            "usual_care", Care, Family.BEHAVIOURAL, "Usual care", "Prestation habituelle", "prestation", words=_CARE
        ),
        custom(
            "stylist", str, Family.BEHAVIOURAL, "Stylist", "Coiffeur attitré", "collaborateur", "coiffeuse attitrée"
        ),
        custom(
            "visit_every_weeks",
            int,
            Family.TRANSACTIONAL,
            "Weeks between visits",
            "Fréquence en semaines",
            "fréquence de visite",
        ),
        custom(
            "last_visit", dt.date, Family.BEHAVIOURAL, "Last visit", "Dernière visite au salon", "dernier rendez-vous"
        ),
        custom("next_appointment", dt.date, Family.BEHAVIOURAL, "Next appointment", "Prochain rendez-vous"),
        custom("colour_shade", str, Family.BEHAVIOURAL, "Shade", "Nuance", "teinte"),
        custom("sessions_left", int, Family.TRANSACTIONAL, "Sessions left", "Séances restantes", "forfait restant"),
        custom("home_products", bool, Family.TRANSACTIONAL, "Buys products", "Achète des produits"),
    ),
)
