"""The tables behind `bounce.classify`: enhanced codes, basic codes, phrases.

Sources: RFC 3463 and the IANA registry of enhanced status codes (updated 2024-12-06), RFC 5321 and 7504 for basic
codes. Which class a code belongs to is our own judgement, after Sisimai's narrow notion of a hard bounce (user
unknown, host unknown, has moved).

>>> DETAILS[1, 1]
(<BounceClass.HARD: 'hard'>, <BounceReason.BAD_MAILBOX: 'bad_mailbox'>)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from contactbase.model.bounce import BounceClass, BounceReason

__all__ = ["BASIC", "DETAILS", "PHRASES", "SUBJECTS"]


_C: Final = BounceClass
_R: Final = BounceReason
Verdict = tuple[BounceClass, BounceReason]

_AUTHENTICATION: Final = (8, 9, 11, 13, *range(20, 28), 29)
"""Details of subject 7 about who we are: credentials, DKIM, SPF, reverse DNS, DMARC, ARC."""

DETAILS: Final[Mapping[tuple[int, int], Verdict]] = {
    (1, 1): (_C.HARD, _R.BAD_MAILBOX),
    (1, 2): (_C.HARD, _R.BAD_DOMAIN),
    (1, 3): (_C.HARD, _R.BAD_SYNTAX),
    (1, 6): (_C.HARD, _R.MOVED),
    (1, 7): (_C.BLOCK, _R.POLICY),  # our own address
    (1, 8): (_C.BLOCK, _R.POLICY),  # our own domain
    (1, 10): (_C.HARD, _R.NULL_MX),
    (2, 1): (_C.SOFT, _R.DISABLED),
    (2, 2): (_C.SOFT, _R.MAILBOX_FULL),
    (2, 3): (_C.MESSAGE, _R.TOO_BIG),
    (2, 4): (_C.SOFT, _R.ROUTING),
    (3, 1): (_C.SOFT, _R.MAILBOX_FULL),
    (3, 2): (_C.SOFT, _R.NETWORK),
    (3, 3): (_C.MESSAGE, _R.CONTENT),
    (3, 4): (_C.MESSAGE, _R.TOO_BIG),
    (3, 5): (_C.SOFT, _R.ROUTING),
    (4, 1): (_C.SOFT, _R.NETWORK),
    (4, 2): (_C.SOFT, _R.NETWORK),
    (4, 3): (_C.SOFT, _R.ROUTING),
    (4, 4): (_C.SOFT, _R.ROUTING),
    (4, 5): (_C.SOFT, _R.NETWORK),
    (4, 6): (_C.SOFT, _R.ROUTING),
    (4, 7): (_C.SOFT, _R.EXPIRED),
    (5, 3): (_C.SOFT, _R.TOO_MANY_RCPT),
    (5, 6): (_C.BLOCK, _R.AUTH),
    (7, 17): (_C.HARD, _R.MOVED),  # the mailbox has another owner (RFC 7293)
    (7, 18): (_C.HARD, _R.MOVED),  # the domain has another owner
    **{(7, detail): (_C.BLOCK, _R.AUTH) for detail in _AUTHENTICATION},
}

SUBJECTS: Final[Mapping[int, Verdict]] = {
    2: (_C.SOFT, _R.UNDEFINED),
    3: (_C.SOFT, _R.UNDEFINED),
    4: (_C.SOFT, _R.NETWORK),
    6: (_C.MESSAGE, _R.CONTENT),
    7: (_C.BLOCK, _R.POLICY),
}
"""What a subject says where the detail is not listed; subjects 0, 1 and 5 say nothing."""

BASIC: Final[Mapping[str, Verdict]] = {
    "421": (_C.SOFT, _R.NETWORK),
    "450": (_C.SOFT, _R.UNDEFINED),
    "451": (_C.SOFT, _R.UNDEFINED),
    "452": (_C.SOFT, _R.MAILBOX_FULL),
    "521": (_C.HARD, _R.NULL_MX),
    "551": (_C.HARD, _R.MOVED),
    "552": (_C.SOFT, _R.MAILBOX_FULL),
    "556": (_C.HARD, _R.NULL_MX),
}

PHRASES: Final[tuple[tuple[re.Pattern[str], BounceClass, BounceReason], ...]] = tuple(
    (re.compile(pattern), klass, reason)
    for pattern, klass, reason in (
        (r"\b(?:spf|dkim|dmarc|unauthenticated|not authenticated|reverse dns)\b", _C.BLOCK, _R.AUTH),
        (
            r"\b(?:spam|blocked|block ?list(?:ed)?|black ?list(?:ed)?|reputation|rate limit(?:ed)?)\b",
            _C.BLOCK,
            _R.POLICY,
        ),
        (r"message (?:is )?too (?:large|big)|size limit|exceeds .{0,20}size", _C.MESSAGE, _R.TOO_BIG),
        (r"mailbox (?:is )?full|over ?quota|quota exceeded|quota (?:is )?full", _C.SOFT, _R.MAILBOX_FULL),
        (r"(?:account|mailbox|user) (?:is |has been )?(?:disabled|inactive|suspended)", _C.SOFT, _R.DISABLED),
        (
            r"(?:domain|host) (?:name )?(?:is )?(?:not found|unknown)|(?:unknown|no such) (?:domain|host)",
            _C.HARD,
            _R.BAD_DOMAIN,
        ),
        (
            r"(?:user|recipient|mailbox|address) (?:is )?(?:unknown|not found)",
            _C.HARD,
            _R.BAD_MAILBOX,
        ),
        (r"(?:unknown|no such) (?:user|recipient|mailbox|address)", _C.HARD, _R.BAD_MAILBOX),
        (
            r"(?:user|recipient|mailbox|account|address) (?:does not|doesn't) exist",
            _C.HARD,
            _R.BAD_MAILBOX,
        ),
        (r"timed? ?out|connection refused|unreachable", _C.SOFT, _R.NETWORK),
    )
)
"""Phrases in order: what is about us first, so that a good address is not lost to a word."""
