"""France: what may permit a message, after art. L.34-5 CPCE and what CNIL makes of it.

SMS and e-mail to private persons need a prior, proven consent; customers may be written to about similar products;
professionals about their work. Calls by voice became opt-in on 11 August 2026. Messages that are owed are no
prospecting. Nothing here is legal advice; each citation says how surely it is known.

>>> [rule.id for rule in FR_CONSENT][:4]
['fr.consent.electronic', 'fr.consent.post', 'fr.consent.voice-opt-out', 'fr.consent.voice-opt-in']
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from contactbase.model.enums import Channel, ContactKind, LegalBasis, Purpose
from contactbase.model.source import Citation, Confidence, Period
from contactbase.model.text import Text
from contactbase.policy.consent_rules import (
    Consented,
    ConsentRule,
    ConsentRules,
    LegitimateInterest,
    Necessity,
    SoftOptIn,
)

__all__ = ["FR_CONSENT", "FR_CONSENT_STRICT"]

_L34_5: Final = Citation(
    authority="France",
    instrument="code des postes et des communications électroniques",
    locator="art. L.34-5 (version of 2016 reproduced by doctrine.fr)",
    confidence=Confidence.OFFICIAL,
)
_SMS_PAGE: Final = Citation(
    authority="CNIL",
    instrument="page on prospecting by SMS and MMS",
    locator="a positive and specific act; customers and similar products, not a mere account; professionals, informed "
    "and able to object, about their profession",
    confidence=Confidence.OFFICIAL,
)
_PROOF: Final = Citation(
    authority="European Union",
    instrument="GDPR",
    locator="art. 7(1), 7(3), 21(2)-(3)",
    confidence=Confidence.OWN_JUDGEMENT,
)
_CALOGA: Final = Citation(
    authority="CNIL",
    instrument="CALOGA, 15 May 2025",
    locator="misleading contest forms; who uses bought data verifies the consent; one click for all bases",
    confidence=Confidence.OFFICIAL,
)
_MINORS: Final = Citation(
    authority="France",
    instrument="loi Informatique et Libertés",
    locator="art. 45: under 15, the child and a holder of parental authority together (CNIL, recommendation 4)",
    confidence=Confidence.OFFICIAL,
)
_EIGHTEEN: Final = Citation(
    authority="contactbase",
    instrument="no marketing under 18 unless a policy says otherwise",
    locator="after AF2M: services for young audiences carry no promotional message",
    confidence=Confidence.OWN_JUDGEMENT,
)
_OPPOSITION: Final = Citation(
    authority="CNIL",
    instrument="liste repoussoir, 27 January 2022",
    locator="the right to object to prospecting is absolute, free, without a reason, whatever the source of the data",
    confidence=Confidence.OFFICIAL,
)
_VOICE_UNTIL: Final = Citation(
    authority="France",
    instrument="décret 2022-1313",
    locator="windows of calls since 1 March 2023 (reported by nextinpact and universfreebox)",
    confidence=Confidence.SECONDARY,
)
_VOICE_FROM: Final = Citation(
    authority="France",
    instrument="law of 30 June 2025",
    locator="calls need consent from 11 August 2026, except running contracts (reported by rci.fm and antipub.org)",
    confidence=Confidence.SECONDARY,
)
_NO_PROSPECTING: Final = Citation(
    authority="CNIL",
    instrument="page on prospecting by SMS and MMS",
    locator="direct prospecting is what promotes goods, services or an image; other messages are none",
    confidence=Confidence.OFFICIAL,
)
_TRACKERS: Final = Citation(
    authority="CNIL",
    instrument="cookies recommendation of 2020, JORFARTI000042388207",
    locator="consent and its proof (reproduced by legal.tricoteuses.fr)",
    confidence=Confidence.OFFICIAL,
)
_SEED: Final = Citation(
    authority="Odeis",
    instrument="guide on SMS contact bases",
    locator="« Quel que soit le motif de l'envoi (promotion, SAV ou autre) … consentement explicite »",
    confidence=Confidence.VENDOR,
)

_OPT_IN_OF_CALLS: Final = dt.date(2026, 8, 11)
_SINCE_GDPR: Final = Period(dt.date(2018, 5, 25), None)
_WORK: Final = LegitimateInterest(kinds=frozenset({ContactKind.PROFESSIONAL}), related=True)
_MARKETING: Final = frozenset({Purpose.MARKETING})

_ELECTRONIC: Final = ConsentRule(
    id="fr.consent.electronic",
    title=Text("Prospecting by SMS and e-mail", "Prospection par SMS et e-mail"),
    text=Text(
        "A private person must have agreed before, provably, unless they bought something similar from us and could "
        "object from the start. A professional may be written to about their work unless they objected.",
        "Un particulier doit avoir accepté avant, preuve à l'appui, sauf s'il nous a acheté un produit similaire et a "
        "pu s'opposer dès la collecte. Un professionnel peut être contacté au sujet de son travail sauf opposition.",
    ),
    purposes=_MARKETING,
    channels=frozenset({Channel.SMS, Channel.EMAIL}),
    grounds=(Consented(), SoftOptIn(), _WORK),
    citations=(_L34_5, _SMS_PAGE, _PROOF, _CALOGA, _OPPOSITION, _MINORS, _EIGHTEEN),
    in_force=_SINCE_GDPR,
    minimum_age=18,
    parental_under=15,
)
_POST: Final = ConsentRule(
    id="fr.consent.post",
    title=Text("Prospecting by post", "Prospection par courrier"),
    text=Text(
        "Letters may be sent to whoever has not objected.", "Un courrier peut être envoyé à qui ne s'y est pas opposé."
    ),
    purposes=_MARKETING,
    channels=frozenset({Channel.POST}),
    grounds=(Consented(), LegitimateInterest()),
    citations=(_OPPOSITION, _EIGHTEEN),
    in_force=_SINCE_GDPR,
    minimum_age=18,
    parental_under=15,
)
_VOICE_OLD: Final = ConsentRule(
    id="fr.consent.voice-opt-out",
    title=Text("Calls until 10 August 2026", "Appels jusqu'au 10 août 2026"),
    text=Text(
        "Whoever had not objected could be called, at the hours of the decree.",
        "Qui ne s'était pas opposé pouvait être appelé, aux heures du décret.",
    ),
    purposes=_MARKETING,
    channels=frozenset({Channel.PHONE}),
    grounds=(Consented(), LegitimateInterest()),
    citations=(_VOICE_UNTIL, _OPPOSITION, _EIGHTEEN),
    in_force=Period(dt.date(2018, 5, 25), _OPT_IN_OF_CALLS - dt.timedelta(days=1)),
    minimum_age=18,
    parental_under=15,
)
_VOICE_NEW: Final = ConsentRule(
    id="fr.consent.voice-opt-in",
    title=Text("Calls from 11 August 2026", "Appels depuis le 11 août 2026"),
    text=Text(
        "A private person must have agreed to be called. Professionals may be called about their work unless they "
        "objected. Calls about a running contract are for the purpose of service.",
        "Un particulier doit avoir accepté d'être appelé. Un professionnel peut l'être au sujet de son travail sauf "
        "opposition. Les appels sur un contrat en cours relèvent du service.",
    ),
    purposes=_MARKETING,
    channels=frozenset({Channel.PHONE}),
    grounds=(Consented(), _WORK),
    citations=(_VOICE_FROM, _OPPOSITION, _EIGHTEEN),
    in_force=Period(_OPT_IN_OF_CALLS, None),
    minimum_age=18,
    parental_under=15,
)
_SERVICE: Final = ConsentRule(
    id="fr.consent.service",
    title=Text("Service and transactional messages", "Messages de service et de transaction"),
    text=Text(
        "A message about an order, a repair or opening hours is no prospecting and needs no consent.",
        "Un message sur une commande, un SAV ou des horaires n'est pas de la prospection et n'exige pas d'accord.",
    ),
    purposes=frozenset({Purpose.SERVICE, Purpose.TRANSACTIONAL}),
    channels=frozenset(Channel),
    grounds=(Necessity(),),
    citations=(_NO_PROSPECTING,),
)
_SAFETY: Final = ConsentRule(
    id="fr.consent.safety",
    title=Text("Safety messages", "Messages de sécurité"),
    text=Text(
        "A recall or another message for the person's safety is owed.",
        "Un rappel de produit ou un autre message de sécurité est dû à la personne.",
    ),
    purposes=frozenset({Purpose.SAFETY}),
    channels=frozenset(Channel),
    grounds=(Necessity(basis=LegalBasis.LEGAL_OBLIGATION),),
    citations=(_NO_PROSPECTING,),
)
_TRACKING: Final = ConsentRule(
    id="fr.consent.tracking",
    title=Text("Tracking of opens and clicks", "Suivi des ouvertures et des clics"),
    text=Text(
        "Following what a person does with a message takes a consent for that purpose.",
        "Suivre ce qu'une personne fait d'un message exige un accord pour ce but.",
    ),
    purposes=frozenset({Purpose.TRACKING}),
    channels=frozenset(Channel),
    grounds=(Consented(),),
    citations=(_TRACKERS, _PROOF),
    minimum_age=18,
    parental_under=15,
)

_UNKNOWN: Final = (
    Text(
        "No official duration for the proof of a consent was found; the controller sets it.",
        "Aucune durée officielle de conservation de la preuve n'a été trouvée ; le responsable la fixe.",
    ),
    Text(
        "The statutory text on calls after 11 August 2026 was not read; press reports it.",
        "Le texte de loi sur les appels après le 11 août 2026 n'a pas été lu ; la presse le rapporte.",
    ),
    Text(
        "Statistics are no message, and no rule speaks of them: nothing is permitted for that purpose.",
        "Les statistiques ne sont pas un message, et aucune règle n'en parle : rien n'est permis pour ce but.",
    ),
)

FR_CONSENT: Final = ConsentRules(
    rules=(_ELECTRONIC, _POST, _VOICE_OLD, _VOICE_NEW, _SERVICE, _SAFETY, _TRACKING), unknown=_UNKNOWN
)


def _strict(rule: ConsentRule) -> ConsentRule:
    """Give the rule with consent as its only ground, as the seed asks (R31)."""
    if rule.id == _SAFETY.id:
        return rule
    return attrs.evolve(rule, id=f"{rule.id}.strict", grounds=(Consented(),), citations=(_SEED, *rule.citations))


FR_CONSENT_STRICT: Final = ConsentRules(rules=tuple(map(_strict, FR_CONSENT)), unknown=_UNKNOWN)
"""Consent for every purpose but safety, service too: stricter than the law, which R30 follows (R31)."""
