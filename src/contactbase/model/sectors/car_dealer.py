"""Car dealers and garages (R07): 13 custom fields.

>>> CAR_DEALER.name, len(CAR_DEALER)
('car_dealer', 13)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["CAR_DEALER", "Financing", "Fuel"]


class Fuel(StrEnum):
    """What a car runs on."""

    PETROL = "petrol"
    DIESEL = "diesel"
    HYBRID = "hybrid"
    PLUG_IN_HYBRID = "plug_in_hybrid"
    ELECTRIC = "electric"
    LPG = "lpg"


class Financing(StrEnum):
    """How somebody wants to pay."""

    CASH = "cash"
    LOAN = "loan"
    LEASE = "lease"
    RENTAL = "rental"


_FUEL: Final[Mapping[StrEnum, str]] = {
    Fuel.PETROL: "essence, sp95, sp98, gasoline",
    Fuel.DIESEL: "gazole, gasoil",
    Fuel.HYBRID: "hybride",
    Fuel.PLUG_IN_HYBRID: "hybride rechargeable, phev",
    Fuel.ELECTRIC: "électrique, ev",
    Fuel.LPG: "gpl",
}
_FINANCING: Final[Mapping[StrEnum, str]] = {
    Financing.CASH: "comptant",
    Financing.LOAN: "crédit, crédit auto, credit",
    Financing.LEASE: "loa, location avec option d'achat, leasing",
    Financing.RENTAL: "lld, location longue durée",
}

CAR_DEALER: Final = Sector(
    name="car_dealer",
    title=Text("Car dealers and garages", "Concessionnaires et garages"),
    fields=(
        custom("make", str, Family.BEHAVIOURAL, "Make owned", "Marque possédée", "marque"),
        custom("model", str, Family.BEHAVIOURAL, "Model owned", "Modèle possédé", "modèle"),
        custom("registration", str, Family.IDENTITY, "Registration number", "Immatriculation", "plaque"),
        custom(
            "first_registered_on",
            dt.date,
            Family.BEHAVIOURAL,
            "First registered on",
            "Date de mise en circulation",
            "mise en circulation",
        ),
        custom("mileage", int, Family.BEHAVIOURAL, "Kilometres", "Kilométrage", "kilomètres"),
        custom("fuel", Fuel, Family.BEHAVIOURAL, "Fuel", "Carburant", "énergie", words=_FUEL),
        custom("wanted_model", str, Family.BEHAVIOURAL, "Model wanted", "Modèle souhaité"),
        custom(
            "financing", Financing, Family.ECONOMIC, "Financing", "Financement", "mode de financement", words=_FINANCING
        ),
        custom("budget", int, Family.ECONOMIC, "Budget", "Budget", "budget véhicule"),
        custom("trade_in", bool, Family.TRANSACTIONAL, "Trades a car in", "Reprise souhaitée", "reprise"),
        custom("test_drive_on", dt.date, Family.BEHAVIOURAL, "Test drive on", "Date d'essai", "essai"),
        custom(
            "inspection_due",
            dt.date,
            Family.BEHAVIOURAL,
            "Inspection due",
            "Prochain contrôle technique",
            "contrôle technique",
        ),
        custom("service_due", dt.date, Family.BEHAVIOURAL, "Service due", "Prochaine révision", "révision"),
    ),
)
