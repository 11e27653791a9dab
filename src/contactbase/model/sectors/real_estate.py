"""Estate agents (R07): 9 custom fields.

>>> REAL_ESTATE.name, len(REAL_ESTATE)
('real_estate', 9)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["REAL_ESTATE", "Project", "Property"]


class Project(StrEnum):
    """What somebody wants of the agency."""

    BUY = "buy"
    SELL = "sell"
    RENT = "rent"
    LET = "let"
    VALUATION = "valuation"


class Property(StrEnum):
    """Which kind of property."""

    FLAT = "flat"
    HOUSE = "house"
    LAND = "land"
    PARKING = "parking"
    SHOP = "shop"
    OFFICE = "office"


_PROJECT: Final[Mapping[StrEnum, str]] = {
    Project.BUY: "acheter, achat, acquéreur, acquisition",
    Project.SELL: "vendre, vente, vendeur",
    Project.RENT: "louer, location, locataire",
    Project.LET: "mettre en location, bailleur",
    Project.VALUATION: "estimation, estimer",
}
_PROPERTY: Final[Mapping[StrEnum, str]] = {
    Property.FLAT: "appartement, appart",
    Property.HOUSE: "maison, villa, pavillon",
    Property.LAND: "terrain",
    Property.PARKING: "parking, garage, box",
    Property.SHOP: "local commercial, commerce",
    Property.OFFICE: "bureau, bureaux",
}

REAL_ESTATE: Final = Sector(
    name="real_estate",
    title=Text("Estate agents", "Agences immobilières"),
    fields=(
        custom("project", Project, Family.BEHAVIOURAL, "Project", "Projet", "type de projet", words=_PROJECT),
        custom(
            "property_kind", Property, Family.BEHAVIOURAL, "Property", "Type de bien", "bien recherché", words=_PROPERTY
        ),
        custom("rooms", int, Family.BEHAVIOURAL, "Rooms", "Nombre de pièces", "pièces"),
        custom("area_min", int, Family.BEHAVIOURAL, "Smallest area in m²", "Surface minimale", "surface min"),
        custom("budget_max", int, Family.ECONOMIC, "Largest budget", "Budget maximal", "budget max"),
        custom("wanted_area", str, Family.GEOGRAPHIC, "Wanted area", "Secteur recherché", "quartier"),
        custom("financing_agreed", bool, Family.ECONOMIC, "Financing agreed", "Financement accordé", "accord de prêt"),
        custom("move_by", dt.date, Family.BEHAVIOURAL, "Wants to move by", "Échéance du projet", "date d'emménagement"),
        custom("owner", bool, Family.SOCIO_DEMOGRAPHIC, "Owns the home", "Propriétaire de son logement"),
    ),
)
