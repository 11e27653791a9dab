"""What the consent rules of several countries have in common.

>>> [rule.id for rule in owed("xx")]
['xx.consent.service', 'xx.consent.transactional', 'xx.consent.safety']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from contactbase.model.enums import Channel, LegalBasis, Purpose
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.consent_rules import ConsentRule, Ground, Necessity

__all__ = ["ELECTRONIC", "NOT_READ", "NO_AGE", "SOFT", "marketing", "owed"]

_OWED_SOURCE: Final = Citation(
    authority="contactbase",
    instrument="messages that are owed are no marketing",
    locator="orders, repairs, recalls (R30)",
    confidence=Confidence.OWN_JUDGEMENT,
)
NOT_READ: Final = Text(
    "What is not listed was not researched and permits nothing.",
    "Ce qui n'est pas énuméré n'a pas été étudié et ne permet rien.",
)
NO_AGE: Final = Text(
    "The age from which a child may consent alone was not researched; 18 is asked for.",
    "L'âge à partir duquel un enfant consent seul n'a pas été étudié ; 18 ans sont exigés.",
)


def owed(country: str) -> tuple[ConsentRule, ...]:
    """Give the rules about messages that are owed."""
    bases = {Purpose.SAFETY: LegalBasis.LEGAL_OBLIGATION}
    return tuple(
        ConsentRule(
            id=f"{country}.consent.{purpose.value}",
            title=Text(f"{purpose.value.capitalize()} messages", f"Messages : {purpose.value}"),
            text=Text("The message is owed to the person.", "Le message est dû à la personne."),
            purposes=frozenset({purpose}),
            channels=frozenset(Channel),
            grounds=(Necessity(basis=bases.get(purpose, LegalBasis.CONTRACT)),),
            citations=(_OWED_SOURCE,),
        )
        for purpose in (Purpose.SERVICE, Purpose.TRANSACTIONAL, Purpose.SAFETY)
    )


def marketing(
    country: str, text: Text, grounds: tuple[Ground, ...], citations: Iterable[Citation], *channels: Channel
) -> ConsentRule:
    """Give a rule about marketing on some channels, for those of age."""
    return ConsentRule(
        id=f"{country}.consent.{'-'.join(sorted(channels))}",
        title=Text("Marketing", "Prospection"),
        text=text,
        purposes=frozenset({Purpose.MARKETING}),
        channels=frozenset(channels),
        grounds=grounds,
        minimum_age=18,
        citations=tuple(citations),
    )


SOFT: Final = Text(
    "Consent, or a customer of our own similar products who could object at collection and in each message.",
    "Un accord, ou un client de nos propres produits similaires qui a pu s'opposer à la collecte et à chaque message.",
)
ELECTRONIC: Final = (Channel.EMAIL, Channel.SMS)
