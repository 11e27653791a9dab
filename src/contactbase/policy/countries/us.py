"""United States: the hours of the federal TCPA and the stricter ones of Florida; no duration of retention.

Federal law and state law are two policies, because nothing in a contact says for certain in which state somebody is.

>>> [(rule.id, str(span.start), str(span.end)) for rule in US_TCPA.of(WindowRule) for span in rule.spans]
[('us.window.calls', '08:00:00', '21:00:00')]
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.model.enums import Channel, Purpose
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.countries.eu import MINORS, NO_DURATION, ONE_CLICK
from contactbase.policy.countries.us_consent import US_CONSENT
from contactbase.policy.policy import Policy
from contactbase.policy.sending import CapRule, Span, Weekday, WindowRule

__all__ = ["US_FL", "US_TCPA"]

_CALLS: Final = frozenset({Channel.SMS, Channel.PHONE})
_MARKETING: Final = frozenset({Purpose.MARKETING})
_FLORIDA: Final = Citation(
    authority="Florida",
    instrument="telephone solicitation",
    locator="8 to 20, at most 3 in 24 hours (reported by covelaw and reporttelemarketer)",
    confidence=Confidence.SECONDARY,
)
_ZONE_UNKNOWN: Final = Text(
    "The zone of the policy is that of New York; hours are judged in the zone of the person called.",
    "Le fuseau de la politique est celui de New York ; les horaires se jugent dans le fuseau de la personne appelée.",
)
_CONSENT_UNKNOWN: Final = Text(
    "The forms of consent that the TCPA asks for, and the do-not-call registers.",
    "Les formes de consentement exigées par le TCPA, et les registres d'opposition.",
)

US_TCPA: Final = Policy(
    id="us-tcpa",
    version="2026.1",
    title=Text("United States, hours of the TCPA", "États-Unis, horaires du TCPA"),
    jurisdiction="US",
    zone="America/New_York",
    rules=(
        WindowRule(
            id="us.window.calls",
            title=Text("Calls and texts: 8 a.m. to 9 p.m.", "Appels et SMS : de 8 h à 21 h"),
            text=Text(
                "Marketing calls and texts only from 8 a.m. until before 9 p.m., local time of the person called.",
                "Appels et SMS commerciaux seulement de 8 h à 21 h, heure locale de la personne appelée.",
            ),
            days=frozenset(Weekday),
            spans=(Span(dt.time(8), dt.time(21)),),
            channels=_CALLS,
            purposes=_MARKETING,
            citations=(
                Citation(
                    authority="United States",
                    instrument="TCPA",
                    locator="8 a.m. to 9 p.m. in the called party's local time (natlawreview, kleinmoynihan)",
                    confidence=Confidence.SECONDARY,
                ),
            ),
        ),
        ONE_CLICK,
        MINORS,
    ),
    consent=US_CONSENT,
    unknown=(NO_DURATION, _CONSENT_UNKNOWN, _ZONE_UNKNOWN),
)

US_FL: Final = Policy(
    id="us-fl",
    version="2026.1",
    title=Text("Florida, hours and number of calls", "Floride, horaires et nombre d'appels"),
    jurisdiction="US",
    zone="America/New_York",
    rules=(
        WindowRule(
            id="us-fl.window.calls",
            title=Text("Florida: 8 a.m. to 8 p.m.", "Floride : de 8 h à 20 h"),
            text=Text(
                "Marketing calls and texts only from 8 a.m. until before 8 p.m., local time of the person called.",
                "Appels et SMS commerciaux seulement de 8 h à 20 h, heure locale de la personne appelée.",
            ),
            days=frozenset(Weekday),
            spans=(Span(dt.time(8), dt.time(20)),),
            channels=_CALLS,
            purposes=_MARKETING,
            citations=(_FLORIDA,),
        ),
        CapRule(
            id="us-fl.cap.calls",
            title=Text("Florida: three in a day", "Floride : trois par jour"),
            text=Text(
                "At most three marketing calls or texts in 24 hours; counted here by day.",
                "Trois appels ou SMS commerciaux au plus en 24 heures ; comptés ici par jour.",
            ),
            most=3,
            days=1,
            channels=_CALLS,
            purposes=_MARKETING,
            citations=(_FLORIDA,),
        ),
        ONE_CLICK,
        MINORS,
    ),
    consent=US_CONSENT,
    unknown=(NO_DURATION, _CONSENT_UNKNOWN, _ZONE_UNKNOWN),
)
