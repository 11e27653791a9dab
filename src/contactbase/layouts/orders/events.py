"""A list of events: who, what and when (`event, date, email`), under the headers that French and English files use.

>>> EVENTS.columns["evenement"].value, EVENTS.kinds["clic"].value
('event', 'click')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import mark
from contactbase.layouts.orders.generic import KEYS
from contactbase.layouts.orders.layout import OrderLayout, roles
from contactbase.layouts.orders.words import KINDS, STATUSES
from contactbase.model.text import Text

__all__ = ["EVENTS"]

_EVENT: Final = (
    "event, événement, evenement, event type, type événement, type d'événement, event name, action, activity type"
)

EVENTS: Final = OrderLayout(
    name="events",
    title=Text("Events under usual headers", "Événements sous des en-têtes usuels"),
    marks=tuple(mark(header) for header in _EVENT.split(",")),
    columns=KEYS
    | roles(
        event=f"{_EVENT}, type, kind",
        day="date, at, day, jour, timestamp, time, event date, event time, date événement, date de l'événement, "
        "created at, occurred at, horodatage, le",
        reference="reference, référence, event id, id événement, message id, uuid",
        amount="amount, montant, value, valeur",
        currency="currency, devise",
        product="product, produit, article",
        category="category, catégorie",
        channel="channel, canal",
        campaign="campaign, campagne, campaign name, nom de la campagne, utm campaign",
        link="link, lien, url, page, clicked url",
    ),
    statuses=STATUSES,
    kinds=KINDS,
    kind=None,
)
