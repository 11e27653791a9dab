"""Through what a contact or a consent came to us: the twelve ways of the guides (R11), and a few more.

A word outside the list is allowed, and never passes unnoticed: a contact gets `other`, a consent keeps its text, and a
finding says so. A year, a date or a version behind a known word is no other source.

>>> normalize("Salon 2025").values, normalize("Formulaire web v3").values
((<CollectionSource.TRADE_FAIR: 'trade_fair'>,), (<CollectionSource.WEB_FORM: 'web_form'>,))
>>> form = normalize("bouche-à-oreille du quartier")
>>> form.values, [found.code for found in form.findings]
((<CollectionSource.OTHER: 'other'>,), ['collection.source-not-listed'])
>>> collection_source("jeu concours SMS+"), collection_source(None)
(<CollectionSource.SMS_CONTEST: 'sms_contest'>, None)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import CollectionSource
from contactbase.model.hints import Hints
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember
from contactbase.normalize.text import TEXT, short_text
from contactbase.normalize.title import code_reader

__all__ = ["CONSENT_SOURCE", "INCENTIVE", "SOURCE", "CollectionSource", "collection_source", "normalize"]

_S = CollectionSource
_WORDS: Final[Mapping[CollectionSource, str]] = {
    _S.WEB_FORM: "formulaire, formulaire web, formulaire site, formulaire site web, formulaire internet, site web,"
    " site, site internet, formulaire en ligne, formulaire de contact, formulaire contact, page de contact,"
    " landing page, inscription newsletter, newsletter, popup, pop up, web, website, online form, contact form,"
    " sign up form, signup form, webform, form",
    _S.QUOTE: "devis, demande de devis, creation de devis, devis en ligne, quote request, quotation, estimate",
    _S.TRADE_FAIR: "salon, salon professionnel, foire, exposition, stand, congres, evenement, trade show, fair, expo,"
    " exhibition, event, conference",
    _S.PURCHASE: "achat, achat en magasin, achat en ligne, commande, vente, paiement, caisse, encaissement, checkout,"
    " order, sale, payment, till, point of sale, pos, ticket de caisse",
    _S.SOCIAL_NETWORK: "reseaux sociaux, reseau social, facebook, instagram, linkedin, tiktok, twitter, x twitter,"
    " pinterest, snapchat, youtube, facebook lead ads, lead ads, social media, social networks",
    _S.ACCOUNT: "compte, compte client, creation de compte, creation compte, espace client, espace personnel,"
    " mon compte, customer account, user account, account creation",
    _S.LOYALTY_PROGRAMME: "programme de fidelite, programme fidelite, fidelite, carte de fidelite, carte fidelite,"
    " loyalty, loyalty program, loyalty card, rewards program",
    _S.COOKIE_BANNER: "cookies, cookie, bandeau cookies, banniere cookies, politique des cookies, cmp, cookies banner,"
    " cookie consent, consent banner",
    _S.GATED_CONTENT: "contenu reserve, livre blanc, ebook, e book, telechargement, contenu telechargeable,"
    " contenu exclusif, webinaire, webinar, white paper, whitepaper, download, lead magnet",
    _S.QUESTIONNAIRE: "questionnaire de satisfaction, enquete, enquete de satisfaction, sondage, survey, poll, quiz",
    _S.INTERVIEW: "entretien, entretien professionnel, entretien client, rendez vous, rdv, meeting, appointment",
    _S.SMS_CONTEST: "sms+, jeu concours, concours, jeu sms, jeu concours sms, jeu concours sms+, concours sms,"
    " concours sms+, tirage au sort, loterie, contest, sms contest, sweepstake, sweepstakes, prize draw, competition",
    _S.IN_STORE: "magasin, en magasin, boutique, en boutique, point de vente, visite en magasin, agence, store, shop,"
    " instore, tablette magasin, formulaire papier, bulletin papier, paper form",
    _S.PHONE_CALL: "appel, appel entrant, telephone, par telephone, appel telephonique, call, inbound call,"
    " phone, hotline",
    _S.REFERRAL: "parrainage, parrain, recommandation, bouche a oreille, word of mouth, referred, recommendation",
    _S.SUPPLIED_FILE: "fichier achete, fichier loue, base achetee, base louee, location de fichier, achat de fichier,"
    " courtier, fichier partenaire, list broker, broker, bought list, rented list, purchased list",
    _S.OTHER: "autre, autres, divers, others, misc, miscellaneous",
}
_UNSAID: Final = frozenset(
    {
        *("", "nc", "n c", "n a", "na", "nr", "nsp", "null", "none", "nan", "undefined", "inconnu", "inconnue"),
        *("unknown", "non renseigne", "non renseignee", "non precise", "aucun", "aucune"),
    }
)
_NO_WORD: Final = re.compile(r"[^\w+]++|_++")
_EDITION: Final = re.compile(r"(?: v?[0-9.]{1,10})+\Z")
_LONGEST: Final = 100


def _key(text: str) -> str:
    return " ".join(_NO_WORD.sub(" ", fold(text)).split())


_BY_KEY: Final = {_key(word): value for value, listed in _WORDS.items() for word in (value.value, *listed.split(", "))}


def _read(text: str) -> CollectionSource | None:
    """Give the source that a text names, `other` for one that the list does not have, None where it says nothing."""
    if len(text) > _LONGEST:
        return _S.OTHER
    key = _key(text)
    if key in _UNSAID:
        return None
    return _BY_KEY.get(key) or _BY_KEY.get(_EDITION.sub("", key)) or _S.OTHER


def collection_source(source: str | ConsentRecord | None) -> CollectionSource | None:
    """Give the way of collection that a text, or the source of a consent, names; None where nothing is said.

    `other` stands for every text that is not on the list.
    """
    text = source.source if isinstance(source, ConsentRecord) else source
    return None if text is None else _read(short_text(text))


def _is_listed(text: str) -> bool:
    found = _read(text)
    return found is not _S.OTHER or (len(text) <= _LONGEST and _key(text) in _BY_KEY)


def _column(hints: Hints) -> Cell[CollectionSource]:
    meaning = code_reader(hints)
    field = hints.field or "source"
    unlisted = Normalized((_S.OTHER,), (remark("collection.source-not-listed", field),))
    nothing: Normalized[CollectionSource] = Normalized()

    def read(text: str) -> Normalized[CollectionSource]:
        clean = short_text(text)
        stands_for = meaning(clean)
        clean = clean if stands_for is None else stands_for
        found = _read(clean)
        if found is None:
            return nothing
        return Normalized((found,)) if _is_listed(clean) else unlisted

    return remember(read)


def _consent_column(hints: Hints) -> Cell[str]:
    plain = TEXT.column(hints)
    unlisted = remark("collection.consent-source-not-listed", hints.field or "consent_source")

    def read(text: str) -> Normalized[str]:
        form = plain(text)
        if not form.values or _is_listed(form.values[0]):
            return form
        return Normalized(form.values, (*form.findings, unlisted))

    return remember(read)


SOURCE: Final = FieldNormalizer(name="source", fields=("source",), column=_column, text=str)
CONSENT_SOURCE: Final = FieldNormalizer(
    name="consent_source", fields=("consent_source",), column=_consent_column, text=str, evidence=TEXT.evidence
)
INCENTIVE: Final = attrs.evolve(TEXT, name="incentive", fields=("consent_incentive",))


def normalize(text: str, hints: Hints | None = None) -> Normalized[CollectionSource]:
    """Read the source of collection of one contact."""
    return SOURCE.normalize(text, hints)
