"""What a status code says of an address: six classes, because two kill good addresses.

Convention: the enhanced codes of RFC 3463 and the IANA registry (RFC 5248, 7372, 7505, 7293), basic reply codes of RFC
5321 where there is no enhanced one, and a few phrases where the code says nothing. `HARD` is narrow: only an address
that does not exist. A refusal by policy (subject 7) is about us, and a message that was too big is about the message. A
transient code (class 4) is never hard. A feedback-loop report outranks any code.

>>> bounce = classify("5.1.1")
>>> bounce.klass.value, bounce.reason.value
('hard', 'bad_mailbox')
>>> [classify(text).klass.value for text in ("550 5.7.1 blocked", "4.1.1", "552 5.3.4", "550 user unknown", "")]
['block', 'soft', 'message', 'hard', 'unknown']
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from contactbase.campaign.bounce_codes import BASIC, DETAILS, PHRASES, SUBJECTS
from contactbase.model.bounce import BounceClass, BounceReason

__all__ = ["Bounce", "classify"]

_READ: Final = 4_000
"""Characters of a diagnostic that are looked at."""
_ENHANCED: Final = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?!\d|\.\d)")
_BASIC_CODE: Final = re.compile(r"(?<![\d.])([245]\d\d)(?![\d.]\d|\d)")
_FEEDBACK: Final = re.compile(
    r"\bfbl\b|\bfeedback[- _]loop\b|\bfeedback-type:|^\W*(?:complaint|abuse|spam[- ]?report)\W*$"
)


@attrs.frozen
class Bounce:
    """The class, the reason, and the enhanced or basic code it was read from (None: there was none)."""

    klass: BounceClass
    reason: BounceReason
    status: str | None = None


def classify(code: str, diagnostic: str = "") -> Bounce:
    """Classify a status code, with the words around it and those of a diagnostic; any text has a class."""
    said = f"{code[:_READ]}\n{diagnostic[:_READ]}".casefold()
    if _FEEDBACK.search(code[:_READ].casefold()):
        return Bounce(BounceClass.COMPLAINT, BounceReason.FBL, None)
    found = _ENHANCED.search(said)
    if found is not None:
        bounce = _of_enhanced(int(found[1]), int(found[2]), int(found[3]), found[0])
        return bounce if bounce.reason is not BounceReason.UNDEFINED else _of_words(said, bounce)
    basic = _BASIC_CODE.search(said)
    if basic is None:
        return _of_words(said, Bounce(BounceClass.UNKNOWN, BounceReason.NO_CODE))
    klass, reason = BASIC.get(basic[1], (BounceClass.UNKNOWN, BounceReason.UNDEFINED))
    if basic[1].startswith("2"):
        klass, reason = BounceClass.NONE, BounceReason.DELIVERED
    return _of_words(said, Bounce(klass, reason, basic[1]))


def _of_enhanced(kind: int, subject: int, detail: int, status: str) -> Bounce:
    if kind == 2:
        return Bounce(BounceClass.NONE, BounceReason.DELIVERED, status)
    undefined = (BounceClass.UNKNOWN, BounceReason.UNDEFINED)
    klass, reason = DETAILS.get((subject, detail)) or SUBJECTS.get(subject, undefined)
    if kind == 4 and klass is BounceClass.HARD:
        klass = BounceClass.SOFT
    return Bounce(klass, reason, status)


def _of_words(said: str, bounce: Bounce) -> Bounce:
    """Let a phrase decide where the code says nothing; a transient code stays soft."""
    if bounce.reason not in {BounceReason.UNDEFINED, BounceReason.NO_CODE}:
        return bounce
    for pattern, klass, reason in PHRASES:
        if pattern.search(said):
            transient = klass is BounceClass.HARD and (bounce.status or "").startswith("4")
            return Bounce(BounceClass.SOFT if transient else klass, reason, bounce.status)
    return bounce
