"""One reason why a contact is left out or waits: its stage, a code of the catalogue, the rule and who says so.

>>> reason = Reason(stage=Stage.NO_ADDRESS, code="exclusion.no-address")
>>> print(reason)
exclusion.no-address: This contact has no address on this channel.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from contactbase.campaign.audience.stage import Stage
from contactbase.model.code import Code
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.source import Citation
from contactbase.model.text import Language, Text
from contactbase.policy.rule import Rule

__all__ = ["Reason", "Step", "in_order", "of_rule"]

_UNTIL: Final = Text(" Possible again from {until} on.", " De nouveau possible à partir du {until}.")


@attrs.frozen(kw_only=True, cache_hash=True)
class Step:
    """What reasons are counted by: the stage, the code of the catalogue and the rule (None: no rule of a policy)."""

    stage: Stage
    code: str
    rule: str | None = None

    @property
    def title(self) -> Text:
        """The title of its code."""
        return CATALOG[self.code].title


@attrs.frozen(kw_only=True, cache_hash=True)
class Reason:
    """A reason. `until` is the instant or day from which on it no longer holds (None: not known, or never).

    `says` is the sentence of the rule, where a rule gives the reason.
    """

    stage: Stage
    code: str
    rule: str | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), repr=False)
    says: Text | None = attrs.field(default=None, repr=False)
    until: dt.date | None = None

    @property
    def step(self) -> Step:
        """What it is counted by."""
        return Step(stage=self.stage, code=self.code, rule=self.rule)

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Who says so: the citations of the rule, else that of the code."""
        code = CATALOG[self.code]
        return self.citations or (() if code.citation is None else (code.citation,))

    def say(self, language: Language = "en") -> str:
        """Give the reason in a sentence or two."""
        said = f"{self.code}: {_sentence(CATALOG[self.code]).say(language)}"
        if self.says is not None:
            said += f" {self.says.say(language)}"
        if self.until is not None:
            said += _UNTIL.say(language, until=self.until.isoformat())
        return said

    def __str__(self) -> str:
        return self.say()

    def to_json(self, language: Language = "en") -> dict[str, object]:
        """Give the reason as a JSON object, without any personal value."""
        return {
            "stage": self.stage.value,
            "code": self.code,
            "rule": self.rule,
            "text": self.say(language),
            "until": None if self.until is None else self.until.isoformat(),
            "citations": [str(citation) for citation in self.sources],
        }


def _sentence(code: Code) -> Text:
    """Give the message of a code; its title where the message has places to fill."""
    return code.title if "{" in code.message.en else code.message


def of_rule(stage: Stage, code: str, rule: Rule, *, until: dt.date | None = None) -> Reason:
    """Give the reason that a rule of a policy gives."""
    return Reason(stage=stage, code=code, rule=rule.id, citations=rule.citations, says=rule.text, until=until)


def in_order(reasons: list[Reason]) -> tuple[Reason, ...]:
    """Give reasons in the documented order, each once; the first is the primary one."""
    if len(reasons) == 1:
        return (reasons[0],)
    unique = dict.fromkeys(reasons)
    return tuple(sorted(unique, key=lambda reason: (reason.stage.order, reason.code, reason.rule or "")))
