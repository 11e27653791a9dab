"""What vendors say that campaigns achieve: claims with their source, to stand beside your figures, never in a rule.

Nobody here measured them. Where a claim is contradicted by what is known, it says by what: an SMS cannot be seen to be
opened, and operators do block messages.

>>> print(CLAIMS["sms.opened"].say("en"))
Opens of SMS: 90 %, says SMSFactor (a vendor's claim). But an SMS reports no opening, so the figure cannot be measured.
>>> [claim.id for claim in claims_about("sms") if claim.refuted is not None]
['sms.opened', 'sms.read-in-90-seconds', 'sms.not-filtered']
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from contactbase.model.enums import Channel
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Language, Text

__all__ = ["CLAIMS", "Claim", "claims_about"]

_CLAIMED: Final = Text(
    "{title}: {figure}, says {who} (a vendor's claim).", "{title} : {figure}, dit {who} (argument d'un vendeur)."
)
_BUT: Final = Text(" But {refuted}.", " Mais {refuted}.")


@attrs.frozen(kw_only=True)
class Claim:
    """A figure as a vendor gives it: `low` and `high` are shares (0 to 1), None where the claim gives no number.

    `refuted` says what contradicts it (None: nothing that is known here).
    """

    id: str
    channel: Channel
    title: Text
    figure: Text
    low: float | None
    high: float | None
    citation: Citation
    refuted: Text | None = None

    def say(self, language: Language = "en") -> str:
        """Say the claim, whose it is, and what contradicts it."""
        said = _CLAIMED.say(
            language, title=self.title.say(language), figure=self.figure.say(language), who=self.citation.authority
        )
        return said if self.refuted is None else said + _BUT.say(language, refuted=self.refuted.say(language))


def _vendor(authority: str, quote: str) -> Citation:
    return Citation(
        authority=authority,
        instrument="guide on SMS contact bases",
        locator=f"« {quote} »",
        confidence=Confidence.VENDOR,
    )


_NO_OPENING: Final = Text(
    "an SMS reports no opening, so the figure cannot be measured",
    "un SMS ne signale aucune ouverture : le chiffre ne peut pas être mesuré",
)

_ALL: Final = (
    Claim(
        id="sms.opened",
        channel=Channel.SMS,
        title=Text("Opens of SMS", "Ouvertures de SMS"),
        figure=Text("90 %", "90 %"),
        low=0.9,
        high=0.9,
        citation=_vendor("SMSFactor", "un taux d'ouverture de 90 %"),
        refuted=_NO_OPENING,
    ),
    Claim(
        id="sms.clicked",
        channel=Channel.SMS,
        title=Text("Clicks of SMS", "Clics de SMS"),
        figure=Text("6 to 16 %, three times those of an e-mail", "6 à 16 %, trois fois ceux d'un e-mail"),
        low=0.06,
        high=0.16,
        citation=_vendor(
            "SMSFactor", "un CTR (Click Through Rate) de 6 à 16 % en moyenne (soit 3 fois plus que celui d'un mail)"
        ),
    ),
    Claim(
        id="sms.read-in-90-seconds",
        channel=Channel.SMS,
        title=Text("SMS read within 90 seconds", "SMS lus dans les 90 secondes"),
        figure=Text("99 %", "99 %"),
        low=0.99,
        high=0.99,
        citation=_vendor("Odeis", "99 % … lus dans les 90 secondes"),
        refuted=_NO_OPENING,
    ),
    Claim(
        id="sms.not-filtered",
        channel=Channel.SMS,
        title=Text("SMS and filters", "SMS et filtres"),
        figure=Text("never blocked by spam filters", "jamais bloqués par les filtres anti-spam"),
        low=None,
        high=None,
        citation=_vendor("Odeis", "ne sont pas bloqués par les filtres anti-spam"),
        refuted=Text(
            "operators block sender ids, and recipients report spam to 33700",
            "les opérateurs bloquent des identifiants d'expéditeur, et les destinataires signalent le spam au 33700",
        ),
    ),
)

CLAIMS: Final[Mapping[str, Claim]] = {claim.id: claim for claim in _ALL}
"""Claims by id."""


def claims_about(channel: Channel | str) -> tuple[Claim, ...]:
    """Give the claims about a channel."""
    return tuple(claim for claim in CLAIMS.values() if claim.channel == channel)
