"""SMS: how long a text is, what is wrong with it, what it becomes over a base, and what an answer asks for.

This is `cb.sms`; each name lives in the module that explains it.

>>> measure("Soldes jusqu'au 30/11").segments, read_reply("stop svp").intent.value
(1, 'opt_out')
"""

from __future__ import annotations

from contactbase.campaign.alphabet import Cedilla
from contactbase.campaign.cost import Cost, estimate, explain
from contactbase.campaign.fits import Fit, fits
from contactbase.campaign.lint import lint
from contactbase.campaign.measure import Encoding, Measure, Offending, measure, split
from contactbase.campaign.reply import Intent, Reply, Rule, read_reply
from contactbase.campaign.stop_mention import StopMention, stop_mention
from contactbase.campaign.template import Merged, Template
from contactbase.campaign.transliterate import Edit, Transliteration, transliterate
from contactbase.policy.countries.fr_messages import FR_MESSAGES
from contactbase.policy.message_rules import MessageRules

__all__ = [
    "FR_MESSAGES",
    "Cedilla",
    "Cost",
    "Edit",
    "Encoding",
    "Fit",
    "Intent",
    "Measure",
    "Merged",
    "MessageRules",
    "Offending",
    "Reply",
    "Rule",
    "StopMention",
    "Template",
    "Transliteration",
    "estimate",
    "explain",
    "fits",
    "lint",
    "measure",
    "read_reply",
    "split",
    "stop_mention",
    "transliterate",
]
