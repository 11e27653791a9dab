"""Why one contact is in the audience, waits or is left out: every reason with its rule, sources and what to do.

>>> import datetime as dt
>>> from contactbase.campaign.audience.campaign import WHOLE_BASE
>>> from contactbase.model.enums import Channel, Purpose
>>> from contactbase.policy.catalog import FR
>>> asked = {"segment": WHOLE_BASE, "policy": FR, "suppression": None, "channel": Channel.SMS}
>>> campaign = Campaign(purpose=Purpose.SERVICE, at=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC), **asked)
>>> print(why(campaign, Contact(id="c-1"), (), selected=True))
c-1: eligible by sms for service on 2026-11-24 under fr@2026.2.
Consent: allow (consent.necessary): The message is owed to the person, whatever was refused.
This is no legal advice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

import attrs

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.reason import Reason
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.contact import Contact
from contactbase.model.text import Language, Text
from contactbase.policy.standing import Standing, standing
from contactbase.policy.words import NO_ADVICE
from contactbase.segment.explain import Explanation

__all__ = ["Fate", "Why", "why"]


class Fate(StrEnum):
    """What becomes of a contact in a campaign."""

    ELIGIBLE = "eligible"
    DEFERRED = "deferred"
    EXCLUDED = "excluded"
    NOT_SELECTED = "not_selected"


_FATES: Final = {
    Fate.ELIGIBLE: Text("eligible", "éligible"),
    Fate.DEFERRED: Text("deferred", "différé"),
    Fate.EXCLUDED: Text("left out", "exclu"),
    Fate.NOT_SELECTED: Text("not in the segment", "hors du segment"),
}
_HEAD: Final = Text(
    "{contact}: {fate} by {channel} for {purpose} on {day} under {policy}.",
    "{contact} : {fate} par {channel} pour {purpose} le {day} selon {policy}.",
)
_CONSENT: Final = Text("Consent: {said}", "Consentement : {said}")
_PRIMARY: Final = Text("Primary reason", "Motif principal")
_ALSO: Final = Text("Also", "Aussi")


@attrs.frozen(kw_only=True)
class Why:
    """The answer for one contact. `segment` explains the condition and holds values of the person, so not in a repr."""

    contact: str
    campaign: Campaign = attrs.field(repr=False)
    fate: Fate
    reasons: tuple[Reason, ...]
    consent: Standing = attrs.field(repr=False)
    segment: Explanation = attrs.field(repr=False)

    @property
    def primary(self) -> Reason | None:
        """The first reason; None where nothing stands in the way."""
        return self.reasons[0] if self.reasons else None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Codes of what does not forbid and should be looked at, such as an unknown age."""
        return self.consent.flags

    def say(self, language: Language = "en") -> str:
        """Give the answer as lines."""
        return "\n".join(self._lines(language))

    def __str__(self) -> str:
        return self.say()

    def _lines(self, language: Language) -> Iterator[str]:
        campaign = self.campaign
        yield _HEAD.say(
            language,
            contact=self.contact,
            fate=_FATES[self.fate].say(language),
            channel=campaign.channel,
            purpose=campaign.purpose,
            day=campaign.day,
            policy=campaign.policy,
        )
        if self.fate is Fate.NOT_SELECTED:
            yield from (f"  {line}" for line in self.segment.reason.lines(language))
        for place, reason in enumerate(self.reasons):
            yield f"{(_ALSO if place else _PRIMARY).say(language)}: {reason.say(language)}"
            yield from (f"  {citation}" for citation in reason.sources)
            yield f"  → {CATALOG[reason.code].remedy.say(language)}"
        yield _CONSENT.say(language, said=self.consent.say(language).splitlines()[0])
        yield from (f"- {flag}: {CATALOG[flag].title.say(language)}" for flag in self.warnings)
        yield NO_ADVICE.say(language)

    def to_json(self, language: Language = "en") -> dict[str, object]:
        """Give the answer as a JSON object, without any personal value but the id."""
        return {
            "contact": self.contact,
            "fate": self.fate.value,
            "reasons": [reason.to_json(language) for reason in self.reasons],
            "consent": self.consent.to_json(),
        }


def why(campaign: Campaign, contact: Contact, reasons: Sequence[Reason], *, selected: bool) -> Why:
    """Put together what a campaign says of one contact."""
    return Why(
        contact=contact.id,
        campaign=campaign,
        fate=_fate(reasons) if selected else Fate.NOT_SELECTED,
        reasons=tuple(reasons),
        consent=standing(
            contact,
            channel=campaign.channel,
            purpose=campaign.purpose,
            as_of=campaign.day,
            policy=campaign.policy,
            offer=campaign.offer,
        ),
        segment=campaign.segment.explain(
            contact, as_of=campaign.day, zone=campaign.policy.zone, context=campaign.asking
        ),
    )


def _fate(reasons: Sequence[Reason]) -> Fate:
    if not reasons:
        return Fate.ELIGIBLE
    return Fate.DEFERRED if reasons[0].stage.defers else Fate.EXCLUDED
