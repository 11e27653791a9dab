"""The neutral list: everything that is known of a message, for any tool and any program (R77).

>>> NEUTRAL.header
('contact_id', 'address', 'batch', 'send_at', 'campaign', 'text')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.sends.layout import SendLayout
from contactbase.model.enums import Channel
from contactbase.model.text import Text

__all__ = ["NEUTRAL"]

NEUTRAL: Final = SendLayout(
    name="neutral",
    title=Text("Neutral list", "Liste neutre"),
    columns=(
        ("contact_id", "contact"),
        ("address", "address"),
        ("batch", "batch"),
        ("send_at", "at"),
        ("campaign", "campaign"),
        ("text", "text"),
    ),
    channels=frozenset(Channel),
)
