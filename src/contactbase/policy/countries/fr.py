"""France: how long prospects and customers are kept, after the CNIL.

The three years are indicative, not law (« si cette durée est indicative et ne s'impose pas en tant que telle »): a
policy is a preset that its user answers for, and nothing here is legal advice. The text of the référentiel itself was
not read; each citation says through whom. Prospects may be asked once more at the end; customers go to the archive,
where only legal obligation and litigation may look.

>>> [(rule.id, rule.months, rule.action.value) for rule in FR.rules]
[('fr.retention.prospect', 36, 'reconsent'), ('fr.retention.customer', 36, 'archive')]
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from contactbase.model.activity import ACTS_SOURCES
from contactbase.model.enums import Relationship
from contactbase.model.journal import RetentionAction
from contactbase.model.source import Citation, Confidence, Period
from contactbase.model.text import Text
from contactbase.policy.clock import Clock
from contactbase.policy.countries.fr_consent import FR_CONSENT
from contactbase.policy.policy import Policy
from contactbase.policy.rule import Reconsent, RetentionRule

__all__ = ["FR", "FR_DELETE_ONLY"]

_PROSPECTS: Final = Citation(
    authority="CNIL",
    instrument="référentiel « gestion des activités commerciales »",
    locator=(
        "three years « à compter de leur collecte par le responsable de traitement ou du dernier contact émanant du "
        "prospect » (reported by olympe.legal, 2024, and mission-rgpd.com)"
    ),
    confidence=Confidence.SECONDARY,
)
_ONCE_MORE: Final = Citation(
    authority="CNIL",
    instrument="référentiel « gestion des activités commerciales »",
    locator=(
        "at the end of the three years one more contact; without a positive and explicit answer, delete or archive "
        "(reported by olympe.legal)"
    ),
    confidence=Confidence.SECONDARY,
)
_WAITING: Final = Citation(
    authority="contactbase",
    instrument="the days around the one more contact",
    locator="from 60 days before the deadline; 30 days to answer",
    confidence=Confidence.OWN_JUDGEMENT,
)
_CUSTOMERS: Final = Citation(
    authority="CNIL",
    instrument="retention of customer data for prospecting",
    locator=(
        "the relationship, then three years from its end, for example the last order (reported by juribot.fr and "
        "modeles.biz)"
    ),
    confidence=Confidence.SECONDARY,
)
_ARCHIVE: Final = Citation(
    authority="CNIL",
    instrument="intermediate archive",
    locator="restricted access, for legal obligation or litigation only (reported by juribot.fr and modeles.biz)",
    confidence=Confidence.SECONDARY,
)
_CALENDAR: Final = Citation(
    authority="France",
    instrument="code de procédure civile",
    locator="art. 641, by analogy (reported by kohenavocats.fr and doctrine.fr)",
    confidence=Confidence.SECONDARY,
)
_CLAIMS: Final = Citation(
    authority="European Union",
    instrument="GDPR",
    locator="art. 17(3)",
    confidence=Confidence.OWN_JUDGEMENT,
)

_SINCE_GDPR: Final = Period(dt.date(2018, 5, 25), None)
_HOLDS: Final = frozenset(
    {
        *("legal hold", "active contract", "open dsar", "unpaid"),
        *("contentieux", "litige", "contrat en cours", "demande de droits en cours", "impaye"),
    }
)
_PROSPECT: Final = RetentionRule(
    id="fr.retention.prospect",
    title=Text("Prospects: three years", "Prospects : trois ans"),
    text=Text(
        "A prospect is kept for three years from their last contact with us, or from collection when there was none. "
        "Then they may be asked once whether they want to stay; without a clear yes they are deleted.",
        "Un prospect est conservé trois ans à compter de son dernier contact avec nous, ou de la collecte s'il n'y en "
        "a pas eu. Il peut alors être sollicité une fois pour savoir s'il veut rester ; sans oui explicite, il est "
        "supprimé.",
    ),
    applies_to=frozenset({Relationship.PROSPECT, Relationship.HOT_PROSPECT, None}),
    clocks=(Clock.LAST_CONTACT_BY_PERSON, Clock.COLLECTED_ON),
    months=36,
    action=RetentionAction.RECONSENT,
    reconsent=Reconsent(open_days_before=60, answer_days=30, then=RetentionAction.DELETE),
    hold_if=_HOLDS,
    citations=(_PROSPECTS, _ONCE_MORE, *ACTS_SOURCES, _WAITING, _CALENDAR, _CLAIMS),
    in_force=_SINCE_GDPR,
)
_CUSTOMER: Final = RetentionRule(
    id="fr.retention.customer",
    title=Text("Customers: three years after the relationship", "Clients : trois ans après la relation"),
    text=Text(
        "A customer is kept during the relationship and for three years from its end (the last order, or a later "
        "contact by the person), then archived with restricted access.",
        "Un client est conservé pendant la relation et trois ans à compter de sa fin (la dernière commande, ou un "
        "contact ultérieur de la personne), puis archivé avec accès restreint.",
    ),
    applies_to=frozenset({Relationship.CUSTOMER, Relationship.INACTIVE, Relationship.FORMER}),
    clocks=(Clock.RELATIONSHIP_END, Clock.LAST_PURCHASE),
    doubtful_clocks=(Clock.LAST_CONTACT_BY_PERSON, Clock.COLLECTED_ON),
    months=36,
    action=RetentionAction.ARCHIVE,
    hold_if=_HOLDS,
    citations=(_CUSTOMERS, _ARCHIVE, *ACTS_SOURCES, _CALENDAR, _CLAIMS),
    in_force=_SINCE_GDPR,
)

FR: Final = Policy(
    id="fr",
    version="2026.1",
    title=Text("France, after the CNIL's référentiel", "France, d'après le référentiel de la CNIL"),
    jurisdiction="FR",
    zone="Europe/Paris",
    rules=(_PROSPECT, _CUSTOMER),
    consent=FR_CONSENT,
)

_DELETE_ALL: Final = Citation(
    authority="Odeis",
    instrument="guide on SMS contact bases",
    locator="« Un client inactif depuis plus de trois ans doit être supprimé »",
    confidence=Confidence.VENDOR,
)


def _deleting(rule: RetentionRule) -> RetentionRule:
    """Give the rule with deletion as the only outcome."""
    dropped = (_ONCE_MORE, _WAITING, _ARCHIVE)
    return attrs.evolve(
        rule,
        id=f"{rule.id}.delete-only",
        text=Text(
            "After more than three years without an act of the person, the contact is deleted.",
            "Après plus de trois ans sans acte de la personne, le contact est supprimé.",
        ),
        action=RetentionAction.DELETE,
        reconsent=None,
        citations=(_DELETE_ALL, *(citation for citation in rule.citations if citation not in dropped)),
    )


FR_DELETE_ONLY: Final = Policy(
    id="fr-delete-only",
    version="2026.1",
    title=Text("France, deletion only", "France, suppression seule"),
    jurisdiction="FR",
    zone="Europe/Paris",
    rules=tuple(_deleting(rule) for rule in FR.rules),
    consent=FR_CONSENT,
)
"""The strictest reading: nobody is asked once more, nobody is archived (R36)."""
