"""Files that were never used: how reliable contacts look, in which small groups to begin, when to stop.

This is `cb.warm_up`; each name lives in the module that explains it.

>>> Pace().sizes(4)
(50, 100, 200, 400)
"""

from __future__ import annotations

from contactbase.campaign.reliability import (
    DEFAULT_RELIABILITY,
    Reliability,
    ReliabilityModel,
    Signal,
    Tier,
    reliabilities,
)
from contactbase.campaign.warm_judging import (
    DEFAULT_THRESHOLDS,
    Decision,
    GroupOutcome,
    Threshold,
    Verdict,
    judge,
    outcome_of,
)
from contactbase.campaign.warm_planning import FileState, Pace, Step, WarmUpGroup, WarmUpPlan, file_state, plan

__all__ = [
    "DEFAULT_RELIABILITY",
    "DEFAULT_THRESHOLDS",
    "Decision",
    "FileState",
    "GroupOutcome",
    "Pace",
    "Reliability",
    "ReliabilityModel",
    "Signal",
    "Step",
    "Threshold",
    "Tier",
    "Verdict",
    "WarmUpGroup",
    "WarmUpPlan",
    "file_state",
    "judge",
    "outcome_of",
    "plan",
    "reliabilities",
]
