"""The one list of layouts of sending. A new tool is one module and one line here.

>>> SEND_LAYOUTS["smsfactor"].row({"address": "+33612345678", "contact": "c-1", "batch": "1"})
('33612345678', 'c-1', '1')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.sends import brevo, neutral, sms_tools
from contactbase.layouts.sends.layout import SendLayout

__all__ = ["SEND_LAYOUTS"]

SEND_LAYOUTS: Final[dict[str, SendLayout]] = {
    layout.name: layout
    for layout in (
        neutral.NEUTRAL,
        sms_tools.SMSFACTOR,
        sms_tools.MSISDN,
        sms_tools.DOUBLE_ZERO,
        sms_tools.NATIONAL,
        brevo.BREVO_EMAIL,
        brevo.BREVO_SMS,
    )
}
