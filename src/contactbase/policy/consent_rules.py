"""Rules of consent as data: what may permit a message of a purpose on a channel, from when on, and who says so.

A rule lists grounds, the strongest first; the first that holds permits. Where no rule speaks of a purpose and channel
on a day, nothing is permitted. Nothing here is legal advice: the rules shipped are presets that their user answers for.

>>> rule = ConsentRule(
...     id="house.email",
...     title=Text("E-mail", "E-mail"),
...     text=Text("Consent is needed.", "Il faut un consentement."),
...     purposes=frozenset({Purpose.MARKETING}),
...     channels=frozenset({Channel.EMAIL}),
...     grounds=(Consented(),),
... )
>>> rules = ConsentRules(rules=(rule,))
>>> rules.rule_for(Purpose.MARKETING, Channel.SMS, dt.date(2026, 1, 1)) is None
True
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations
from typing import Final, TypeAlias

import attrs

from contactbase.errors import PolicyError
from contactbase.model.enums import Channel, ContactKind, EventKind, Incentive, LegalBasis, Purpose
from contactbase.model.source import Citation, Period
from contactbase.model.text import Text

__all__ = [
    "NO_RULES",
    "ConsentRule",
    "ConsentRules",
    "Consented",
    "Ground",
    "LegitimateInterest",
    "Necessity",
    "ProofNeeded",
    "SoftOptIn",
]


class ProofNeeded(StrEnum):
    """What must show a consent: nothing, any evidence, the words that were read, the answer to a second question."""

    NONE = "none"
    EVIDENCE = "evidence"
    TEXT = "text"
    CONFIRMED = "confirmed"


@attrs.frozen(kw_only=True)
class Consented:
    """The person said yes. `months` after the day of the consent it no longer counts (None: no limit by the policy).

    A consent in return for one of `invalid_for` is none; any other incentive is flagged.
    """

    proof: ProofNeeded = ProofNeeded.EVIDENCE
    months: int | None = None
    invalid_for: frozenset[Incentive] = frozenset({Incentive.CONTEST})


@attrs.frozen(kw_only=True)
class SoftOptIn:
    """The person is a customer: one of `acts` happened, `months` ago at most (None: whenever), and nothing was refused.

    `similar`: the offer is of a category that the person has bought. `told`: a line of the ledger on the basis of soft
    opt-in says that the person was told at collection how to object, and did not.
    """

    acts: frozenset[EventKind] = frozenset({EventKind.PURCHASE})
    months: int | None = None
    similar: bool = True
    told: bool = True


@attrs.frozen(kw_only=True)
class LegitimateInterest:
    """A legitimate interest that nobody objected to; `kinds` of contacts (empty: all), `related` to the profession."""

    kinds: frozenset[ContactKind] = frozenset()
    related: bool = False


@attrs.frozen(kw_only=True)
class Necessity:
    """The message is owed whatever was refused: a contract, or a legal obligation."""

    basis: LegalBasis = LegalBasis.CONTRACT


Ground: TypeAlias = Consented | SoftOptIn | LegitimateInterest | Necessity


@attrs.frozen(kw_only=True)
class ConsentRule:
    """What may permit a message, for some purposes and channels.

    Nobody under `minimum_age` receives it; a consent given under `parental_under` counts only together with that of a
    holder of parental authority. `in_force` is judged on the day that is asked about.
    """

    id: str
    title: Text
    text: Text
    purposes: frozenset[Purpose]
    channels: frozenset[Channel]
    grounds: tuple[Ground, ...]
    minimum_age: int | None = None
    parental_under: int | None = None
    citations: tuple[Citation, ...] = ()
    in_force: Period = attrs.field(factory=Period)

    def __attrs_post_init__(self) -> None:
        if not (self.purposes and self.channels and self.grounds):
            raise PolicyError(f"The rule {self.id} needs purposes, channels and grounds. Give at least one of each.")
        for ground in self.grounds:
            months = getattr(ground, "months", None)
            if months is not None and months < 1:
                raise PolicyError(f"The rule {self.id} has a ground of {months} months. Give 1 or more, or None.")

    def about(self, purpose: Purpose, channel: Channel) -> bool:
        """Tell whether the rule speaks of a purpose and channel."""
        return purpose in self.purposes and channel in self.channels


@attrs.frozen(kw_only=True)
class ConsentRules:
    """The rules of one jurisdiction, and in `unknown` what they leave open.

    PolicyError when two rules have one id, or speak of the same purpose and channel on the same day.
    """

    rules: tuple[ConsentRule, ...] = ()
    unknown: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        twice = [rule_id for rule_id, count in Counter(rule.id for rule in self.rules).items() if count > 1]
        if twice:
            raise PolicyError(f"Several rules of consent are called {twice[0]!r}. Give each an id of its own.")
        for one, other in combinations(self.rules, 2):
            if one.purposes & other.purposes and one.channels & other.channels and one.in_force.meets(other.in_force):
                raise PolicyError(
                    f"The rules of consent {one.id} and {other.id} speak of the same purpose and channel at the same "
                    "time. Separate them by purpose, by channel or by their dates."
                )

    def rule_for(self, purpose: Purpose, channel: Channel, day: dt.date) -> ConsentRule | None:
        """Give the rule about a purpose and channel on a day; None when nothing is ruled, and so nothing permitted."""
        return next((rule for rule in self.rules if rule.about(purpose, channel) and rule.in_force.contains(day)), None)

    def __iter__(self) -> Iterator[ConsentRule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)


NO_RULES: Final = ConsentRules()
"""What a policy has that says nothing of consent: nothing is permitted."""
