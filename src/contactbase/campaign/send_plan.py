"""A plan of sending: made from contacts who may be written to, sealed, tested, released batch by batch.

This is `cb.send_plan`; each name lives in the module that explains it.

>>> sorted(LAYOUTS)[:3]
['00', 'brevo-email', 'brevo-sms']
"""

from __future__ import annotations

from contactbase.campaign.send_making import Batches, Released, make, release, release_tests, rows
from contactbase.campaign.send_sealing import PlannedMessage, SendPlan, TestSend
from contactbase.layouts.sends.catalog import SEND_LAYOUTS as LAYOUTS
from contactbase.layouts.sends.layout import NumberForm, SendLayout

__all__ = [
    "LAYOUTS",
    "Batches",
    "NumberForm",
    "PlannedMessage",
    "Released",
    "SendLayout",
    "SendPlan",
    "TestSend",
    "make",
    "release",
    "release_tests",
    "rows",
]
