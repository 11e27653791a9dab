"""The same campaign under two policies: who would join, who would leave, which reasons would change.

>>> from contactbase.campaign.audience.audience import WHOLE_BASE, audience
>>> import datetime as dt
>>> from contactbase.model.contact import Contact, Phone
>>> from contactbase.model.contact_base import ContactBase
>>> from contactbase.model.enums import Channel, PhoneKind, Purpose
>>> from contactbase.policy.catalog import FR, FR_STRICT_SEEDS
>>> lea = Contact(id="c-1", phones=(Phone("+33612345678", PhoneKind.MOBILE, "FR"),))
>>> found = audience(
...     ContactBase.of([lea]),
...     segment=WHOLE_BASE,
...     channel=Channel.SMS,
...     purpose=Purpose.SERVICE,
...     policy=FR,
...     suppression=None,
...     at=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
... )
>>> print(simulate(found, FR, FR_STRICT_SEEDS))
fr@2026.2: 1 eligible, 0 deferred, 0 left out. fr-strict-seeds@2026.1: 0 eligible, 0 deferred, 1 left out.
0 become eligible, 1 no longer.
+1 No consent recorded  consent.no-record (fr.consent.service.strict)
"""

from __future__ import annotations

from typing import Final

import attrs

from contactbase.campaign.audience.audience import Audience
from contactbase.campaign.audience.reason import Step
from contactbase.model.text import Language, Text
from contactbase.policy.policy import Policy

__all__ = ["Comparison", "simulate"]

_COUNTS: Final = Text(
    "{policy}: {eligible} eligible, {deferred} deferred, {excluded} left out.",
    "{policy} : {eligible} éligibles, {deferred} différés, {excluded} exclus.",
)
_MOVED: Final = Text(
    "{joining} become eligible, {leaving} no longer.", "{joining} deviennent éligibles, {leaving} ne le sont plus."
)


@attrs.frozen(kw_only=True)
class Comparison:
    """Two audiences of one campaign, and what the second changes."""

    one: Audience = attrs.field(repr=False)
    other: Audience = attrs.field(repr=False)

    @property
    def joining(self) -> tuple[str, ...]:
        """Ids that only the second policy makes eligible."""
        return tuple(key for key in self.other.eligible if key not in self.one.eligible)

    @property
    def leaving(self) -> tuple[str, ...]:
        """Ids that only the first policy makes eligible."""
        return tuple(key for key in self.one.eligible if key not in self.other.eligible)

    @property
    def changes(self) -> dict[Step, int]:
        """How much the primary count of each step changes, in the documented order; only those that do."""
        before = {row.step: row.primary for row in self.one.funnel.rows}
        after = {row.step: row.primary for row in self.other.funnel.rows}
        moved = {step: after.get(step, 0) - before.get(step, 0) for step in {*before, *after}}
        ordered = sorted(moved, key=lambda step: (step.stage.order, step.code, step.rule or ""))
        return {step: moved[step] for step in ordered if moved[step]}

    def say(self, language: Language = "en") -> str:
        """Give the comparison as lines."""
        counts = " ".join(_counts(found, language) for found in (self.one, self.other))
        lines = [counts, _MOVED.say(language, joining=len(self.joining), leaving=len(self.leaving))]
        for step, change in self.changes.items():
            source = step.code if step.rule is None else f"{step.code} ({step.rule})"
            lines.append(f"{change:+d} {step.title.say(language)}  {source}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.say()

    def to_json(self, language: Language = "en") -> dict[str, object]:
        """Give both funnels and the difference as a JSON object."""
        return {
            "one": {"policy": str(self.one.campaign.policy), **self.one.funnel.to_json(language)},
            "other": {"policy": str(self.other.campaign.policy), **self.other.funnel.to_json(language)},
            "joining": len(self.joining),
            "leaving": len(self.leaving),
            "changes": [
                {"stage": step.stage.value, "code": step.code, "rule": step.rule, "change": change}
                for step, change in self.changes.items()
            ],
        }


def _counts(found: Audience, language: Language) -> str:
    funnel = found.funnel
    return _COUNTS.say(
        language,
        policy=found.campaign.policy,
        eligible=funnel.eligible,
        deferred=funnel.deferred,
        excluded=funnel.excluded,
    )


def simulate(found: Audience, policy_a: Policy, policy_b: Policy) -> Comparison:
    """Compare the campaign of an audience under two policies, on the same base and at the same instant."""
    return Comparison(one=_under(found, policy_a), other=_under(found, policy_b))


def _under(found: Audience, policy: Policy) -> Audience:
    return found if policy is found.campaign.policy else found.under(policy)
