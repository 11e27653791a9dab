"""What comes back from a campaign: bounces, complaints, HLR results, providers' reports.

This is `cb.returns`; each name lives in the module that explains it. Every reading gives events for contacts and plain
instructions (`Withdrawal`) for the suppression list.

>>> classify("5.2.2 mailbox full").klass.value
'soft'
"""

from __future__ import annotations

from contactbase.campaign.attach import attach
from contactbase.campaign.bounce import Bounce, classify
from contactbase.campaign.bounce_count import BounceVerdict, Returned, judge
from contactbase.campaign.delivery_report import Reported, ReportedStatus, read_reports
from contactbase.campaign.dsn import DeliveryStatus, DsnAction, read_dsn
from contactbase.campaign.feedback import Complaint, FeedbackKind, read_feedback
from contactbase.campaign.hlr import HlrReading, HlrResult, HlrStatus, Porting, read_hlr, with_portings
from contactbase.model.bounce import BounceClass, BounceReason
from contactbase.policy.bounce_policy import DEFAULT_BOUNCES, BounceAction, BouncePolicy, BounceRule

__all__ = [
    "DEFAULT_BOUNCES",
    "Bounce",
    "BounceAction",
    "BounceClass",
    "BouncePolicy",
    "BounceReason",
    "BounceRule",
    "BounceVerdict",
    "Complaint",
    "DeliveryStatus",
    "DsnAction",
    "FeedbackKind",
    "HlrReading",
    "HlrResult",
    "HlrStatus",
    "Porting",
    "Reported",
    "ReportedStatus",
    "Returned",
    "attach",
    "classify",
    "judge",
    "read_dsn",
    "read_feedback",
    "read_hlr",
    "read_reports",
    "with_portings",
]
