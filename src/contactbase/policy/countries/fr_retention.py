"""France: how long prospects and customers are kept, after the CNIL.

The three years are indicative, not law (« si cette durée est indicative et ne s'impose pas en tant que telle »): a
policy is a preset that its user answers for, and nothing here is legal advice. The text of the référentiel itself was
not read; each citation says through whom. Prospects may be asked once more at the end; customers go to the archive,
where only legal obligation and litigation may look.

>>> [(rule.id, rule.months, rule.action.value) for rule in (PROSPECT, CUSTOMER)]
[('fr.retention.prospect', 36, 'reconsent'), ('fr.retention.customer', 36, 'archive')]
"""

from __future__ import annotations

from typing import Final

from contactbase.model.activity import ACTS_SOURCES
from contactbase.model.journal import RetentionAction
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text
from contactbase.policy.clock import Clock
from contactbase.policy.countries.eu import CALENDAR, SINCE_GDPR
from contactbase.policy.rule import KeepingRule, Reconsent, RetentionRule
from contactbase.policy.upkeep import SuppressionRule

__all__ = ["ARCHIVES", "CUSTOMER", "HOLD", "ONLY_WITH_ASKING", "PROSPECT", "SUPPRESSION"]

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
_CLAIMS: Final = Citation(
    authority="European Union",
    instrument="GDPR",
    locator="art. 17(3)",
    confidence=Confidence.OWN_JUDGEMENT,
)

HOLD: Final = (
    'tags has any of ("legal hold", "legal_hold", "active contract", "active_contract", "open dsar", "open_dsar", '
    '"unpaid", "contentieux", "litige", "contrat en cours", "contrat_en_cours", "demande de droits en cours", "impayé")'
)
"""Whom nobody may erase yet: legal claims, a running contract, an open request of the person, an unpaid invoice."""
_CUSTOMERS_SCOPE: Final = "relationship in (customer, inactive, former)"
PROSPECT: Final = RetentionRule(
    id="fr.retention.prospect",
    title=Text("Prospects: three years", "Prospects : trois ans"),
    text=Text(
        "A prospect is kept for three years from their last contact with us, or from collection when there was none. "
        "Then they may be asked once whether they want to stay; without a clear yes they are deleted.",
        "Un prospect est conservé trois ans à compter de son dernier contact avec nous, ou de la collecte s'il n'y en "
        "a pas eu. Il peut alors être sollicité une fois pour savoir s'il veut rester ; sans oui explicite, il est "
        "supprimé.",
    ),
    scope="relationship is unknown or relationship in (prospect, hot_prospect)",
    clocks=(Clock.LAST_CONTACT_BY_PERSON, Clock.COLLECTED_ON),
    months=36,
    action=RetentionAction.RECONSENT,
    reconsent=Reconsent(open_days_before=60, answer_days=30, then=RetentionAction.DELETE),
    hold=HOLD,
    citations=(_PROSPECTS, _ONCE_MORE, *ACTS_SOURCES, _WAITING, CALENDAR, _CLAIMS),
    in_force=SINCE_GDPR,
)
CUSTOMER: Final = RetentionRule(
    id="fr.retention.customer",
    title=Text("Customers: three years after the relationship", "Clients : trois ans après la relation"),
    text=Text(
        "A customer is kept during the relationship and for three years from its end (the last order, or a later "
        "contact by the person), then archived with restricted access.",
        "Un client est conservé pendant la relation et trois ans à compter de sa fin (la dernière commande, ou un "
        "contact ultérieur de la personne), puis archivé avec accès restreint.",
    ),
    scope=_CUSTOMERS_SCOPE,
    clocks=(Clock.RELATIONSHIP_END, Clock.LAST_PURCHASE),
    doubtful_clocks=(Clock.LAST_CONTACT_BY_PERSON, Clock.COLLECTED_ON),
    months=36,
    action=RetentionAction.ARCHIVE,
    hold=HOLD,
    citations=(_CUSTOMERS, _ARCHIVE, *ACTS_SOURCES, CALENDAR, _CLAIMS),
    in_force=SINCE_GDPR,
)

_ADDRESS: Final = ("title", "first_name", "last_name", "company", "siren", "address", "postcode", "city", "country")
_EVER_BOUGHT: Final = f"{_CUSTOMERS_SCOPE} or has purchases"
ARCHIVES: Final = (
    KeepingRule(
        id="fr.keeping.claims",
        title=Text("Contract claims: five years", "Actions contractuelles : cinq ans"),
        text=Text(
            "For five years from the last order or the end of the relationship, who bought, how to reach them, what "
            "they bought and what they consented to stay in the restricted archive, for legal claims only.",
            "Pendant cinq ans à compter de la dernière commande ou de la fin de la relation, l'acheteur, ses "
            "coordonnées, ses achats et ses consentements restent en archive à accès restreint, pour les seuls "
            "contentieux.",
        ),
        scope=_EVER_BOUGHT,
        clocks=(Clock.RELATIONSHIP_END, Clock.LAST_PURCHASE),
        months=60,
        fields=(*_ADDRESS, "phones", "emails", "relationship", "relationship_end", "purchases", "consents"),
        citations=(
            Citation(
                authority="France",
                instrument="limitation of actions on contracts",
                locator="5 years, in an archive with restricted access (reported by juribot.fr and modeles.biz)",
                confidence=Confidence.SECONDARY,
            ),
            CALENDAR,
        ),
        in_force=SINCE_GDPR,
    ),
    KeepingRule(
        id="fr.keeping.accounts",
        title=Text("Accounting documents: ten years", "Pièces comptables : dix ans"),
        text=Text(
            "For ten years from the last order or the end of the relationship, who bought and what stays in the "
            "restricted archive, for the accounts only.",
            "Pendant dix ans à compter de la dernière commande ou de la fin de la relation, l'acheteur et ses achats "
            "restent en archive à accès restreint, pour la seule comptabilité.",
        ),
        scope=_EVER_BOUGHT,
        clocks=(Clock.LAST_PURCHASE, Clock.RELATIONSHIP_END),
        months=120,
        fields=(*_ADDRESS, "relationship", "relationship_end", "purchases"),
        citations=(
            Citation(
                authority="France",
                instrument="accounting documents",
                locator="10 years (reported by juribot.fr and modeles.biz)",
                confidence=Confidence.SECONDARY,
            ),
            Citation(authority="France", instrument="code de commerce", locator="art. L123-22"),
            CALENDAR,
        ),
        in_force=SINCE_GDPR,
    ),
)
"""What stays of a customer when prospecting is over, and why."""

SUPPRESSION: Final = SuppressionRule(
    id="fr.suppression",
    title=Text("Suppression list: three years at least", "Liste repoussoir : trois ans au moins"),
    text=Text(
        "Refusals are remembered for at least three years, as fingerprints only; here they never expire by themselves.",
        "Les oppositions sont gardées au moins trois ans, en empreintes seulement ; ici, elles n'expirent jamais "
        "d'elles-mêmes.",
    ),
    at_least=36,
    because=Text(
        "Forgetting a refusal would make the person contactable again without having asked for it.",
        "Oublier une opposition rendrait la personne de nouveau contactable sans qu'elle l'ait demandé.",
    ),
    citations=(
        Citation(
            authority="CNIL",
            instrument="opposition to prospecting",
            locator="at least 3 years, fingerprints only, no list of names (reported by olympe.legal)",
            confidence=Confidence.SECONDARY,
        ),
    ),
)

ONLY_WITH_ASKING: Final = (_ONCE_MORE, _WAITING, _ARCHIVE)
"""The sources of asking once more and of archiving, which a policy that only deletes does not rest on."""
