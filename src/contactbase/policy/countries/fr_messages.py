"""France: what the text of a promotional SMS must show, after the operators' association AF2M and the field's guides.

AF2M gives 36xxx to promotional messages and 38xxx to transactional ones. The other limits are good practice: the
guides say them without figures, so the figures are ours.

>>> FR_MESSAGES.stop_mention
'STOP au 36xxx'
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.model.source import Citation, Confidence, Period
from contactbase.model.text import Text
from contactbase.policy.message_rules import MessageRules

__all__ = ["FR_MESSAGES"]

_CODES: Final = Citation(
    authority="AF2M",
    instrument="Business Messaging charter and short codes",
    locator="opt-in, STOP, honest sender; 36xxx promotional, 38xxx transactional",
    url="https://af2m.org",
    confidence=Confidence.OFFICIAL,
)
_STOP: Final = Citation(
    authority="Odeis",
    instrument="guide on SMS contact bases",
    locator="« indiquez clairement comment se désabonner via le STOP SMS (36008) », « identifiez-vous dès le début », "
    "« majuscules avec parcimonie », « lien court », « limitez vos offres promotionnelles dans le temps »",
    confidence=Confidence.VENDOR,
)
_SENDER: Final = Citation(
    authority="3GPP",
    instrument="TS 23.040, 9.1.2.5",
    locator="an alphanumeric address has at most 11 characters of 7 bits (reported by help.withallo.com)",
    confidence=Confidence.VENDOR,
)
_FIGURES: Final = Citation(
    authority="contactbase",
    instrument="figures of the text rules",
    locator="one segment, 30 % capitals, links of 25 septets",
    confidence=Confidence.OWN_JUDGEMENT,
)

FR_MESSAGES: Final = MessageRules(
    id="fr.messages",
    title=Text("Text of an SMS in France", "Texte d'un SMS en France"),
    stop_word="STOP",
    stop_codes=r"36\d{3}",
    stop_mention="STOP au 36xxx",
    citations=(_CODES, _STOP, _SENDER, _FIGURES),
    in_force=Period(dt.date(2024, 9, 1), None),
)
