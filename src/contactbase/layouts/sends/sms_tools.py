"""Lists of SMS tools: one column of numbers, in the form that each wants, and the text.

SMSFactor takes `value` without a plus; tools after its manner `msisdn` with one. Two plain lists serve the tools that
want numbers with `00` or as they are dialled in France.

>>> SMSFACTOR.numbers.value, MSISDN.numbers.value
('digits', 'e164')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.sends.layout import NumberForm, SendLayout
from contactbase.model.enums import Channel
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["DOUBLE_ZERO", "MSISDN", "NATIONAL", "SMSFACTOR"]

_SMS: Final = frozenset({Channel.SMS})

SMSFACTOR: Final = SendLayout(
    name="smsfactor",
    title=Text("SMSFactor contacts", "Contacts SMSFactor"),
    columns=(("value", "address"), ("info1", "contact"), ("info2", "batch")),
    numbers=NumberForm.DIGITS,
    channels=_SMS,
    citation=Citation(
        authority="SMSFactor",
        instrument="API, contacts",
        url="https://dev.smsfactor.com/fr/api/sms/contact/npai",
        confidence=Confidence.VENDOR,
    ),
    unverified=Text(
        "The names are those of the API; the header of a file is the user's own.",
        "Les noms sont ceux de l'API ; l'en-tête d'un fichier est celui de l'utilisateur.",
    ),
)

MSISDN: Final = SendLayout(
    name="msisdn",
    title=Text("List of numbers in E.164 (msisdn)", "Liste de numéros en E.164 (msisdn)"),
    columns=(("msisdn", "address"), ("text", "text")),
    channels=_SMS,
    citation=Citation(authority="sms-go", instrument="api.php, numbers as msisdn", confidence=Confidence.VENDOR),
    unverified=Text(
        "Each tool names its other columns; only the number's is known.",
        "Chaque outil nomme ses autres colonnes ; seule celle du numéro est connue.",
    ),
)

DOUBLE_ZERO: Final = SendLayout(
    name="00",
    title=Text("List of numbers with 00", "Liste de numéros en 00"),
    columns=(("number", "address"), ("text", "text")),
    numbers=NumberForm.DOUBLE_ZERO,
    channels=_SMS,
)

NATIONAL: Final = SendLayout(
    name="national-fr",
    title=Text("List of French numbers as they are dialled", "Liste de numéros français à dix chiffres"),
    columns=(("numero", "address"), ("message", "text")),
    numbers=NumberForm.NATIONAL,
    channels=_SMS,
)
