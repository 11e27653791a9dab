"""The words of results, in English and French; numbers, shares and days are written as in the report.

>>> TITLES[Measure.CLICKED].say("fr"), interval(Rate(15, 148), "en")
('Cliqué', '6.2% to 16.0%')
>>> money(124050, "EUR", "en"), money(-150, "EUR", "fr").replace(chr(0x202F), " ")
('1,240.50 EUR', '-1,50 EUR')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.model.rate import Rate
from contactbase.model.text import Language, Text
from contactbase.reporting.results.tally import Measure
from contactbase.reporting.wording import number, share, typeset
from contactbase.segment.money import decimals

__all__ = ["TITLES", "interval", "money", "of_what", "percent", "phrase"]

_M: Final = Measure
TITLES: Final[Mapping[Measure, Text]] = {
    _M.SENT: Text("Sent", "Envoyé"),
    _M.DELIVERED: Text("Delivered", "Livré"),
    _M.BOUNCED: Text("Bounced", "En échec"),
    _M.UNREPORTED: Text("Not reported", "Sans nouvelle"),
    _M.OPENED: Text("Opened", "Ouvert"),
    _M.CLICKED: Text("Clicked", "Cliqué"),
    _M.REPLIED: Text("Replied", "Répondu"),
    _M.UNSUBSCRIBED: Text("Unsubscribed", "Désabonné"),
    _M.COMPLAINED: Text("Complained", "Plainte"),
    _M.CONVERTED: Text("Bought", "Acheté"),
}
"""What each figure is called."""

_PHRASES: Final[Mapping[str, Text]] = {
    "results": Text("Results of a campaign", "Résultats d'une campagne"),
    "headline": Text("{campaign}, {channel}", "{campaign}, {channel}"),
    "sent-on": Text("Sent {first}, as known on {as_of}.", "Envoyée le {first}, d'après ce qui est connu le {as_of}."),
    "sent-between": Text(
        "Sent from {first} to {last}, as known on {as_of}.",
        "Envoyée du {first} au {last}, d'après ce qui est connu le {as_of}.",
    ),
    "undated": Text("As known on {as_of}; no day of sending is known.", "Connu le {as_of} ; jour d'envoi inconnu."),
    "of": Text("{count} of {of} {what}", "{count} sur {of} {what}"),
    "sent": Text("sent", "envoyés"),
    "delivered": Text("delivered", "livrés"),
    "none": Text("no share", "pas de part"),
    "between": Text("{low} to {high}", "{low} à {high}"),
    "no-figure": Text("not applicable: the channel cannot report it", "sans objet : le canal ne peut pas le signaler"),
    "figure": Text("Figure", "Mesure"),
    "people": Text("Recipients", "Destinataires"),
    "share": Text("Share", "Part"),
    "interval": Text("95 % interval (Wilson)", "Intervalle à 95 % (Wilson)"),
    "note": Text(
        "Each recipient counts once. Sent = delivered + bounced + not reported. Testers left out: {testers}.",
        "Chaque destinataire compte une fois. Envoyé = livré + en échec + sans nouvelle. Testeurs écartés : {testers}.",
    ),
    "window": Text(
        "Bought: within {days} days of the sending, or naming the campaign. It does not prove the cause.",
        "Acheté : dans les {days} jours de l'envoi, ou en nommant la campagne. Cela ne prouve pas la cause.",
    ),
    "window-named": Text(
        "Bought: purchases that name the campaign. It does not prove the cause.",
        "Acheté : achats qui nomment la campagne. Cela ne prouve pas la cause.",
    ),
    "groups": Text("By segment", "Par segment"),
    "group": Text("Segment", "Segment"),
    "group-note": Text(
        "Each segment as it was on the first day of sending; a recipient may be in several.",
        "Chaque segment tel qu'au premier jour d'envoi ; un destinataire peut être dans plusieurs.",
    ),
    "others": Text("(in none of them)", "(dans aucun)"),
    "links": Text("By link", "Par lien"),
    "link": Text("Link", "Lien"),
    "actions": Text("By call to action", "Par appel à l'action"),
    "action": Text("Call to action", "Appel à l'action"),
    "unnamed": Text("(link not reported)", "(lien non signalé)"),
    "clicks": Text("Clicks", "Clics"),
    "clicked": Text("Clicked, of those delivered", "Cliqué, parmi les livrés"),
    "return": Text("Return", "Retour"),
    "revenue": Text("Revenue", "Chiffre d'affaires"),
    "cost": Text("Cost", "Coût"),
    "roi": Text("Return on investment", "Retour sur investissement"),
    "roi-of": Text("(revenue × margin − cost) / cost", "(chiffre d'affaires × marge − coût) / coût"),
    "unknown": Text("unknown", "inconnu"),
    "claims": Text("What vendors claim", "Ce que disent les vendeurs"),
    "claims-note": Text(
        "Arguments of vendors, measured by nobody here: never a rule.",
        "Arguments de vendeurs, que personne ici n'a mesurés : jamais une règle.",
    ),
    "notes": Text("To know about these figures", "À savoir sur ces chiffres"),
    "chart": Text("Shares of a campaign with their 95 % intervals", "Parts d'une campagne et leurs intervalles à 95 %"),
}


def phrase(key: str, language: Language, **details: object) -> str:
    """Give a phrase."""
    return typeset(_PHRASES[key].say(language, **details), language)


def percent(part: float, language: Language) -> str:
    """Give a share (0 to 1) in per cent, as the report writes it."""
    return share(round(part * 1_000_000), 1_000_000, language)


def of_what(rate: Rate, whole: Measure, language: Language) -> str:
    """Say a count with its denominator: `12 of 95 delivered`."""
    words = phrase(whole.value, language)
    return phrase("of", language, count=number(rate.count, language), of=number(rate.of, language), what=words)


def interval(rate: Rate, language: Language) -> str:
    """Say the interval of a share; a dash of nothing."""
    bounds = rate.interval()
    if bounds is None:
        return "–"
    return phrase("between", language, low=percent(bounds[0], language), high=percent(bounds[1], language))


def money(minor: int, currency: str, language: Language) -> str:
    """Give an amount of minor units with its currency."""
    places = decimals(currency)
    whole, rest = divmod(abs(minor), 10**places)
    mark = "," if language == "fr" else "."
    written = number(whole, language) + (f"{mark}{rest:0{places}d}" if places else "")
    return f"{'-' if minor < 0 else ''}{written} {currency}"
