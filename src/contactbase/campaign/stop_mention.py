"""The mention by which a person can stop a campaign: where it stands, which short code it names, what it costs.

>>> from contactbase.policy.countries.fr_messages import FR_MESSAGES
>>> mention = stop_mention("MAISON LEA : -20%. STOP au 36008", FR_MESSAGES)
>>> mention.code, mention.units, mention.segments
('36008', 14, 0)
>>> stop_mention("ouvert non-stop samedi", FR_MESSAGES) is None
True
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from contactbase.campaign.measure import measure
from contactbase.policy.message_rules import MessageRules

__all__ = ["StopMention", "stop_mention"]


@attrs.frozen(kw_only=True)
class StopMention:
    """`start` and `end` in the text; `code` (None: none named); the units and segments that the mention adds."""

    start: int
    end: int
    code: str | None
    units: int
    segments: int


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?<!non )(?<!no ){re.escape(word)}(?:[ -]?sms)?(?![\w-])"
        r"(?:\s*[:=>,.-]?\s*(?:au|à|a|par|en|to|at|on|by|sms|envoyer|envoyez|send)\b){0,3}"
        r"(?:\s*[:=>-]?\s*(?P<code>\d{3,6})\b)?",
        re.IGNORECASE,
    )


def stop_mention(text: str, rules: MessageRules) -> StopMention | None:
    """Find the mention, the first that names a code if any does; None where there is none."""
    found = list(_pattern(rules.stop_word).finditer(text))
    if not found:
        return None
    best = next((one for one in found if one["code"] and rules.is_stop_code(one["code"])), None)
    best = best or next((one for one in found if one["code"]), found[-1])
    with_it, without = measure(text), measure((text[: best.start()].rstrip() + text[best.end() :]).rstrip())
    return StopMention(
        start=best.start(),
        end=best.end(),
        code=best["code"],
        units=with_it.units - without.units,
        segments=with_it.segments - without.segments,
    )
