r"""A rule at length: what it says, its conditions and figures, when it holds, in which policies, and who says so.

>>> from contactbase.policy.countries.fr import FR
>>> print("\n".join(rule_lines(FR.rule("fr.delay.phone-refusal"), ["fr"])[:6]))
fr.delay.phone-refusal (delay)
Refused on the phone: sixty days
<BLANKLINE>
Whoever refused on the phone is not called for sixty days; the day of the refusal is not counted.
days: 60
In force: from 2023-03-01 until 2026-08-10
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from contactbase.model.source import Period
from contactbase.model.text import Language, Text
from contactbase.policy.consent_rules import ConsentRule
from contactbase.policy.rule import Rule
from contactbase.policy.structure import kind_of, plain
from contactbase.policy.words import NO_ADVICE

__all__ = ["in_force", "rule_lines", "rule_values"]

_SAID: Final = frozenset({"kind", "id", "title", "text", "citations", "in_force", "because", "exceptions"})
"""What is said in words elsewhere."""
_IN_FORCE: Final = Text("In force: {period}", "En vigueur : {period}")
_POLICIES: Final = Text("Policies: {policies}", "Politiques : {policies}")
_SOURCES: Final = Text("Sources:", "Sources :")
_ALWAYS: Final = Text("always", "toujours")
_FROM: Final = Text("from {day}", "à partir du {day}")
_UNTIL: Final = Text("until {day}", "jusqu'au {day}")


def rule_values(rule: Rule | ConsentRule) -> list[tuple[str, str]]:
    """Give the conditions and figures of a rule under the names that texts give them."""
    return [(name, _value(value)) for name, value in plain(rule).items() if name not in _SAID]


def _value(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def in_force(period: Period, language: Language = "en") -> str:
    """Say when a rule holds."""
    words = [text.say(language, day=day) for text, day in ((_FROM, period.start), (_UNTIL, period.end)) if day]
    return " ".join(words) or _ALWAYS.say(language)


def rule_lines(rule: Rule | ConsentRule, policies: Sequence[str], language: Language = "en") -> list[str]:
    """Give a rule at length, as lines; `policies` are the ids of those that have it."""
    reasons = [
        text.say(language) for text in (getattr(rule, "because", None), getattr(rule, "exceptions", None)) if text
    ]
    return [
        f"{rule.id} ({kind_of(rule)})",
        rule.title.say(language),
        "",
        rule.text.say(language),
        *reasons,
        *(f"{name}: {value}" for name, value in rule_values(rule)),
        _IN_FORCE.say(language, period=in_force(rule.in_force, language)),
        _POLICIES.say(language, policies=", ".join(policies)),
        *([_SOURCES.say(language)] if rule.citations else []),
        *(f"  {citation}" for citation in rule.citations),
        NO_ADVICE.say(language),
    ]
