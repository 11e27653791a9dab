"""Brevo: a list of contacts with the attributes EMAIL or SMS; their names depend on the language of the account.

>>> BREVO_EMAIL.header, BREVO_SMS.header
(('EMAIL', 'EXT_ID'), ('SMS', 'EXT_ID'))
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.sends.layout import NumberForm, SendLayout
from contactbase.model.enums import Channel
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["BREVO_EMAIL", "BREVO_SMS"]

_HELP: Final = Citation(
    authority="Brevo",
    instrument="help 208729849; change log, SMS number validation improved",
    url="https://developers.brevo.com/changelog/sms-number-validation-improved",
    confidence=Confidence.VENDOR,
)

BREVO_EMAIL: Final = SendLayout(
    name="brevo-email",
    title=Text("Brevo, e-mail", "Brevo, e-mail"),
    columns=(("EMAIL", "address"), ("EXT_ID", "contact")),
    channels=frozenset({Channel.EMAIL}),
    citation=_HELP,
)

BREVO_SMS: Final = SendLayout(
    name="brevo-sms",
    title=Text("Brevo, SMS", "Brevo, SMS"),
    columns=(("SMS", "address"), ("EXT_ID", "contact")),
    numbers=NumberForm.DIGITS,
    channels=frozenset({Channel.SMS}),
    citation=_HELP,
)
