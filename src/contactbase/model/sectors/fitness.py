"""Gyms and sports clubs (R07): 8 custom fields.

>>> FITNESS.name, len(FITNESS)
('fitness', 8)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.model.enums import Family
from contactbase.model.sectors.sector import Sector, custom
from contactbase.model.text import Text

__all__ = ["FITNESS", "Goal", "Plan"]


class Goal(StrEnum):
    """What somebody trains for."""

    FORM = "form"
    STRENGTH = "strength"
    ENDURANCE = "endurance"
    COMPETITION = "competition"
    LEISURE = "leisure"


class Plan(StrEnum):
    """How somebody pays."""

    MONTHLY = "monthly"
    YEARLY = "yearly"
    SESSIONS = "sessions"
    TRIAL = "trial"


_GOAL: Final[Mapping[StrEnum, str]] = {
    Goal.FORM: "forme, remise en forme, entretien",
    Goal.STRENGTH: "musculation, force",
    Goal.ENDURANCE: "cardio",
    Goal.COMPETITION: "compétition",
    Goal.LEISURE: "loisir, détente, bien-être",
}
_PLAN: Final[Mapping[StrEnum, str]] = {
    Plan.MONTHLY: "mensuel, sans engagement",
    Plan.YEARLY: "annuel, 12 mois",
    Plan.SESSIONS: "carnet, séances, carte de séances",
    Plan.TRIAL: "essai, séance d'essai",
}

FITNESS: Final = Sector(
    name="fitness",
    title=Text("Gyms and sports clubs", "Salles et clubs de sport"),
    fields=(
        custom("goal", Goal, Family.BEHAVIOURAL, "Goal", "Objectif", "objectif sportif", words=_GOAL),
        custom(
            "plan", Plan, Family.TRANSACTIONAL, "Plan", "Formule d'abonnement", "abonnement", "formule", words=_PLAN
        ),
        custom("member_since", dt.date, Family.TRANSACTIONAL, "Member since", "Membre depuis", "adhérent depuis"),
        custom("plan_end", dt.date, Family.TRANSACTIONAL, "End of the plan", "Fin d'abonnement", "échéance abonnement"),
        custom(
            "visits_a_week", int, Family.BEHAVIOURAL, "Visits a week", "Visites par semaine", "fréquence hebdomadaire"
        ),
        custom("favourite_class", str, Family.BEHAVIOURAL, "Favourite class", "Cours préféré", "cours collectif"),
        custom("coached", bool, Family.TRANSACTIONAL, "Has a coach", "Suivi par un coach", "coaching"),
        custom("usual_club", str, Family.GEOGRAPHIC, "Usual club", "Club habituel"),
    ),
)
