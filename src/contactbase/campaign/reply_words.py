"""The words by which people stop, start or ask, in French, English, German, Spanish, Italian, Dutch and Portuguese.

All are folded as `reply_text.folded` folds an answer. `STRONG` stops wherever it comes first; a `WEAK` word says stop
alone, and begins innocent sentences too ("end of the week suits me"), so before other words it asks for a person.
Sources: the keywords that AWS requires (ARRET, CANCEL, END, OPT-OUT, OPTOUT, QUIT, REMOVE, STOP, TD, UNSUBSCRIBE) and
those of the FCC (stop, quit, end, revoke, opt out, cancel, unsubscribe); the other languages are our own judgement.

>>> STRONG["stopp"], WEAK["end"], "plus de sms" in dict(NEGATED)
('de', 'en', True)
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ASK",
    "DOUBTFUL",
    "NEGATED",
    "NEGATION",
    "SAFE",
    "START",
    "STOP_EMOJI",
    "STOP_WORD",
    "STRONG",
    "VERBS",
    "WEAK",
]

STOP_WORD: Final = "stop"


def _words(**languages: str) -> dict[str, str]:
    """Give each word or phrase (split by commas) with its language."""
    return {word.strip(): language for language, words in languages.items() for word in words.split(",")}


STRONG: Final = _words(
    en="stop, stopall, stop all, stopsms, stop sms, unsubscribe, optout, opt out, revoke, unsub",
    fr="arret, arreter, desabonner, desabonnement, desinscrire, desinscription, desabo, stop pub, stoppub",
    de="stopp, abmelden, abmeldung, abbestellen, austragen",
    es="baja, darme de baja, cancelar suscripcion, alto",
    it="disiscrivi, disiscrivimi, disiscrizione, cancellami",
    nl="afmelden, uitschrijven, afmelding, stoppen",
    pt="parar, descadastrar, cancelar inscricao",
)
"""Alone or first, they stop."""

WEAK: Final = _words(
    en="cancel, end, quit, remove, td",
    fr="fin, resilier, retirer, supprimer, assez",
    de="ende, kundigen, loschen",
    es="cancelar, fin, basta, borrar",
    it="basta, annulla, cancella",
    nl="einde, annuleren, verwijderen",
    pt="sair, cancelar",
)
"""Alone they stop; before other words a person reads them."""

START: Final = _words(
    en="start, unstop, subscribe, optin, opt in, resume",
    fr="reprendre, reprise, reabonner, reabonnement, inscrire, abonner",
    de="anmelden, starten",
    es="alta, iniciar",
    it="iscrivi, iscrivimi, avvia",
    nl="aanmelden, inschrijven",
    pt="inscrever, comecar",
)
"""Alone they ask to receive messages again."""

ASK: Final = _words(
    en="contact, help, info",
    fr="aide, infos, contacter, qui etes vous",
    de="hilfe, kontakt",
    es="ayuda, contacto, quien eres",
    it="aiuto, contatto, chi sei",
    nl="hulp",
    pt="ajuda, contato",
)
"""Alone they ask who writes, or for help."""

NEGATED: Final = tuple(
    _words(
        fr="plus de sms, plus de message, plus de messages, plus de texto, plus de textos, plus de pub,"
        "plus de publicite, m envoyez plus, n envoyez plus, m envoie plus, m ecrivez plus, me contactez plus,"
        "me contacter plus, veux plus recevoir, souhaite plus recevoir, desire plus recevoir,"
        "plus recevoir de, plus recevoir vos, plus etre contacte, laissez moi tranquille,"
        "fichez moi la paix, foutez moi la paix, arretez, arretez de, arreter de m envoyer, cessez de, cessez vos",
        en="don t text me, do not text me, dont text me, don t message me, do not message me, don t contact me,"
        "do not contact me, no more texts, no more messages, no more sms, leave me alone",
        de="keine sms mehr, keine nachrichten mehr, keine werbung mehr, keine weiteren nachrichten,"
        "nicht mehr anschreiben, nicht mehr kontaktieren",
        es="no me envien, no me envies, no me escriban, no me manden, no quiero recibir, no quiero mas,"
        "no mas mensajes, dejen de",
        it="non voglio piu, non inviatemi, non mandatemi, non scrivetemi, smettete di, niente piu sms",
        nl="geen sms meer, geen berichten meer, geen reclame meer, niet meer sturen",
        pt="nao quero receber, nao quero mais, nao me enviem, nao mandem mais, pare de",
    ).items()
)
"""Sentences that stop, by themselves."""

DOUBTFUL: Final = tuple(
    _words(
        fr="pas interesse, pas interessee",
        en="not interested, no interest",
        de="kein interesse, nicht interessiert",
        es="no me interesa, no estoy interesado",
        it="non mi interessa, non sono interessato",
        nl="geen interesse, niet geinteresseerd",
        pt="nao tenho interesse, nao me interessa",
    ).items()
)
"""Sentences that refuse this offer, or all of them: a person reads which."""

VERBS: Final = tuple(
    _words(
        fr="desabonnez moi, desabonne moi, me desabonner, desinscrivez moi, desinscris moi, me desinscrire,"
        "retirez moi, retirez mon numero, supprimez moi, supprimez mon numero, effacez mon numero, enlevez moi,"
        "rayez moi, desabonner, desinscrire",
        en="unsubscribe, opt me out, opt out, take me off, remove me, delete my number, remove my number",
        de="melden sie mich ab, abmelden, abbestellen, tragen sie mich aus, loschen sie meine nummer, austragen",
        es="darme de baja, dar de baja, dadme de baja, denme de baja, borrenme, eliminenme, quitenme",
        it="cancellatemi, cancellami, disiscrivetemi, disiscrivermi, toglietemi, rimuovetemi",
        nl="meld me af, schrijf me uit, afmelden, uitschrijven, verwijder mij, haal me van",
        pt="me remova, me retire, descadastrar",
    ).items()
)
"""Sentences that stop, unless something denies them ("je ne veux pas me désabonner")."""

NEGATION: Final = frozenset(
    "pas jamais not never don dont nicht kein nie no non niet nooit nao nunca doesn without sans".split()
)
"""Words that turn a sentence around: a person reads it."""

SAFE: Final = (
    "non stop",
    "nonstop",
    "no stop",
    "one stop",
    "bus stop",
    "stop over",
    "stop and go",
    "pit stop",
    "full stop",
    "short stop",
    "panneau stop",
    "stop covid",
    "auto stop",
    "en stop",
)
"""Where `stop` stops nothing."""

STOP_EMOJI: Final = frozenset("🛑🚫⛔✋🖐🙅❌🔇🔕🖕🤬👎")
"""Pictures that refuse; a person decides."""
