"""What a header says of consent: given or refused, on which channel, on which day, for whom.

A refusal is read from its words, for a person who said no must not be contacted because a file has its own words for
it: `Ne souhaite pas recevoir de SMS`, `Interdit e-mail`, `Désabonné le`. One channel is an opt-out of it, none an
opt-out of all, and several, or a mobile without saying whether for calls or texts, too: that is wider than the words,
and said. A consent is read under the known headers of layouts only, apart from its day. What is meant for partners is
another scope and never read as ours; what says no twice (`non désabonné`) or leaves a word over is not read, and said.

>>> meaning_of("ne souhaite pas recevoir de sms").field, meaning_of("desinscrit le").field
('opt_out_sms', 'withdrawn_on')
>>> meaning_of("optin email partenaires").topic.name, meaning_of("refus de paiement").topic
('PARTNERS', None)
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Final

import attrs

__all__ = ["CONSENT_WITHOUT_CHANNEL", "Meaning", "Topic", "meaning_of"]

CONSENT_WITHOUT_CHANNEL: Final = frozenset(
    {"optin", "opt in", "consentement", "consent", "accord", "accepts marketing", "rgpd", "gdpr", "opt in marketing"}
)
"""Headers of a consent that names no channel: kept, reported, never read as one."""


class Topic(Enum):
    """What a header speaks of."""

    CONSENT = "consent"
    REFUSAL = "refusal"
    PARTNERS = "what partners may do"


@attrs.frozen(kw_only=True)
class Meaning:
    """What a header says (`topic` None: nothing about consent).

    `field` is the field it is read as (None: it is kept), `advice` the fields it might be by hand, `wider` whether the
    field says more than the words, and `dated` the opt-in that its day belongs to, where the file has that column.
    """

    topic: Topic | None = None
    field: str | None = None
    advice: tuple[str, ...] = ()
    wider: bool = False
    dated: str | None = None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PHRASES: Final = tuple(
    (f" {phrase} ", f" {word} ")
    for phrase, word in {
        "opt in": "optin",
        "opt ins": "optin",
        "opt out": "optout",
        "opted in": "optin",
        "opted out": "optout",
        "e mail": "email",
        "e mails": "email",
        "e mailing": "email",
        "direct mail": "courrier",
        "postal mail": "courrier",
        "text message": "sms",
        "text messages": "sms",
        "do not": "donot",
        "does not": "donot",
        "don t": "donot",
        "dont": "donot",
        "doesn t": "donot",
        "dnc": "donot contact",
        "liste noire": "blacklist",
        "black list": "blacklist",
        "block list": "blacklist",
        "liste rouge": "blacklist",
        "liste repoussoir": "blacklist",
        "liste d opposition": "opposition",
        "d accord": "accord",
    }.items()
)

_CHANNELS: Final = {
    **dict.fromkeys("sms texto textos texts txt mms".split(), "sms"),
    **dict.fromkeys(
        "email emails mail mails emailing emailings courriel courriels mel newsletter newsletters nl infolettre "
        "infolettres".split(),
        "email",
    ),
    **dict.fromkeys("courrier courriers postal postale postaux poste post publipostage catalogue".split(), "post"),
    **dict.fromkeys(
        "telephone tel phone phones appel appels call calls phoning telephonique telephoniques telemarketing voice "
        "vocal bloctel donotcall appeler".split(),
        "phone",
    ),
    **dict.fromkeys("mobile portable gsm cell mailing mailings".split(), "unclear"),
}
"""Folded word to channel; a mobile is called or texted, a mailing goes by post or e-mail: `unclear`."""

_REFUSALS: Final = _words(
    "optout desabonne desabonnee desabonnes desabonnement desinscrit desinscrite desinscrits desinscription "
    "unsubscribe unsubscribed unsubscription unsub blacklist blackliste blacklistee blacklisted repoussoir "
    "bloctel robinson donotcall suppressed"
)
"""Words that refuse whatever stands beside them."""

_REFUSALS_OF: Final = _words(
    "refus refuse refusee refuses refusees refused refusal opposition oppositions oppose opposee opposes "
    "objection object objects objected stop stops stopsms interdit interdite interdits interdiction forbidden "
    "prohibited exclusion exclu exclue exclus exclure excluded exclude"
)
"""Words that refuse messages, or something else: a payment, a delivery."""

_NOT_MESSAGES: Final = _words(
    "paiement payment bancaire bank cheque cheques cb carte card credit prelevement sepa devis quote commande "
    "commandes order livraison delivery colis facture factures invoice remboursement tva taxe tax bus arret "
    "produit produits product garantie assurance sejour magasin loss prime candidature dossier demande achat "
    "vente purchase"
)
"""What else is refused, excluded or stopped."""

_NEGATIONS: Final = _words("ne n pas non plus jamais no not donot never sans")
_SURE_NEGATIONS: Final = _words("pas non jamais not donot never")
"""Those that need no other; `no` is a number in French, and `plus` more."""
_NO: Final = _words(
    "courrier email emails calls texts sms newsletter newsletters marketing mail mails mailing mailings optin"
)
"""What `no` negates: of others, as in `no tel`, it is the number."""

_CONSENTS: Final = _words("optin consentement consentements consent consented consenting")
"""Words of consent."""
_CONSENTS_OF: Final = _words(
    "accord accords accepte acceptee acceptes acceptation accepts accept accepted autorise autorisee autorisation "
    "allow allowed agrees agree souhaite souhaitez veut veux desire wants want wish wishes abonne abonnee abonnes "
    "inscrit inscrite subscribed subscribe subscriber contactable contactables sollicitable demarchable ok "
    "recevoir receive contacter contacte contacted contact solliciter sollicite demarcher deranger disturb "
    "envoyer send relancer"
)
"""Words that ask for messages or permit them, beside a channel or in a negation."""
_JOINED: Final = _words("abonne abonnee abonnes subscribed accord accepte acceptee autorise autorisee veut wants wish")
"""What a person who refuses is not, or does not, where no channel is named."""
_MESSAGES: Final = _words(
    "marketing prospection prospections publicite publicites pub pubs offre offres offers promo promos promotion "
    "promotions promotionnel promotionnelle promotionnels promotionnelles commercial commerciale commerciales "
    "commerciaux communication communications sollicitation sollicitations demarchage message messages campagne "
    "campagnes campaign campaigns actualites"
)
"""What is sent, by whatever channel."""
_ASK: Final = _words(
    "contactable contactables sollicitable demarchable recevoir receive contacter contacte contacted contact "
    "solliciter sollicite demarcher appeler deranger disturb envoyer send relancer"
)
"""What is not done to those who refuse, where no channel is named."""
_SPEAKS: Final = _CONSENTS | _words("opted rgpd gdpr newsletter newsletters status statut")
"""Words that are about consent whatever stands beside them."""

_DAYS: Final = _words("date dates jour day le on at time timestamp depuis since dt")
_PARTNERS: Final = _words(
    "partenaire partenaires partner partners partenariat tiers third affilie affilies affiliate affiliates "
    "sponsor sponsors"
)
_SMALL: Final = _words(
    "de du des d l la les le un une par a au aux en pour via y et ou ni and or of from to the by any all for in "
    "is has have been be etre est ete il elle se s nous notre nos vos ses me mes je qu on us we our you tout "
    "toute toutes tous canaux canal channels channel global globale general generale totale total client clients "
    "clientele customer contacts information informations info infos envoi envois sent flag indicateur rgpd gdpr "
    "cnil liste list lists listes qui doit electronique electroniques voie adresse please further more anymore "
    "longer"
)
_STATES: Final = _words(
    "valide valides attribue attribuee distribue distribuee delivre delivree delivered renseigne renseignee "
    "communique communiquee fourni fournie lu lue lus ouvert ouverts opened verifie verifiee verified confirme "
    "confirmee trouve trouvee found joignable sent envoye envoyee recu recus available disponible"
)
"""What an address or a message is not, without anybody having refused it."""
_YES: Final = _words("oui yes")
"""Beside which a no names an answer and denies nothing: `optin (oui/non)`."""


@lru_cache(maxsize=4096)
def meaning_of(key: str) -> Meaning:
    """Say what a header key means for consent."""
    words = _tokens(key)
    found = frozenset(words)
    topic, twice = _topic(words, found)
    if found & _PARTNERS and (topic is not None or found & _MESSAGES):
        return Meaning(topic=Topic.PARTNERS)
    if topic is None:
        return _NOTHING
    channels = list(dict.fromkeys(_CHANNELS[word] for word in words if word in _CHANNELS))
    dated = bool(found & (_DAYS - {"le", "on"})) or words[-1] in {"le", "on"}
    if topic is Topic.CONSENT:
        return _consent(channels, dated=dated and bool(found & _CONSENTS), whole=_known(found))
    return _refusal(channels, dated=dated, whole=_known(found) and not twice)


_NOTHING: Final = Meaning()


def _tokens(key: str) -> list[str]:
    text = f" {key} "
    for phrase, word in _PHRASES:
        text = text.replace(phrase, word)
    words = text.split()
    if _YES & set(words):
        words = [word for word in words if word not in {"oui", "yes", "non", "no"}]
    if _ENGLISH & set(words):
        words = [_IN_ENGLISH.get(word, word) for word in words]
    return words


_ENGLISH: Final = frozenset({"donot", "not", "no"})
_IN_ENGLISH: Final = {"mail": "mailing", "mails": "mailing", "text": "sms"}


def _topic(words: list[str], found: frozenset[str]) -> tuple[Topic | None, bool]:
    """Give the topic, and whether it is a refusal that is itself denied."""
    subject = bool(found & (_CHANNELS.keys() | _MESSAGES))
    denied, other = _denies(words, found), bool(found & _NOT_MESSAGES)
    if found & _REFUSALS:
        return Topic.REFUSAL, denied and not ("ne" in found and found & _ASK)
    if found & _REFUSALS_OF and not other:
        return Topic.REFUSAL, denied
    if denied and not other and (found & (_CONSENTS | _ASK | _JOINED) or (subject and not found & _STATES)):
        return Topic.REFUSAL, False
    if found & _SPEAKS or (subject and found & (_CONSENTS_OF - {"contact"})):
        return Topic.CONSENT, False
    return None, False


def _denies(words: list[str], found: frozenset[str]) -> bool:
    """Tell whether the words say not: `plus` and `no` only where nothing else is meant."""
    if found & _SURE_NEGATIONS or {"ne", "plus"} <= found or {"n", "plus"} <= found or {"no", "longer"} <= found:
        return True
    return words[:1] in (["no"], ["plus"]) and bool(found & _NO)


def _known(found: frozenset[str]) -> bool:
    """Tell whether no word is left over that could change what the others say."""
    return not found - _ALL


_ALL: Final = frozenset().union(
    *(_CHANNELS, _REFUSALS, _REFUSALS_OF, _NEGATIONS, _CONSENTS, _CONSENTS_OF, _MESSAGES, _ASK, _DAYS, _SMALL),
)


def _refusal(channels: list[str], *, dated: bool, whole: bool) -> Meaning:
    """Read a refusal: of its channel, or of all; a day of no channel is the day of whatever the row refuses."""
    one = channels[0] if len(channels) == 1 and channels[0] != "unclear" else None
    field = f"opt_out_{one}" if one else ("withdrawn_on" if dated and not channels else "opt_out")
    if not whole:
        return Meaning(topic=Topic.REFUSAL, advice=(field,))
    return Meaning(topic=Topic.REFUSAL, field=field, advice=(field,), wider=bool(channels) and one is None)


def _consent(channels: list[str], *, dated: bool, whole: bool) -> Meaning:
    """Read the day of a consent; its answer is read under the headers that layouts know."""
    sure = [channel for channel in channels if channel != "unclear"]
    advice = tuple(f"opt_in_{channel}" for channel in sure)
    if not dated or not whole:
        return Meaning(topic=Topic.CONSENT, advice=advice)
    if not channels:
        return Meaning(topic=Topic.CONSENT, field="consented_on", advice=("consented_on",))
    return Meaning(topic=Topic.CONSENT, advice=advice, dated=advice[0] if len(channels) == len(sure) == 1 else None)
