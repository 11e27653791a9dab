"""What matching found in a file as one page: how many are there twice, and a waterfall for each of a few pairs.

>>> from contactbase.matching.match import match
>>> from contactbase.model.contact import Contact, Email
>>> from contactbase.model.contact_base import ContactBase
>>> mail = (Email("lea@example.org", "lea@example.org"),)
>>> twice = [Contact(id=name, first_name="Léa", last_name="Durand", emails=mail) for name in ("c-1", "c-2")]
>>> page = matching_html(match(ContactBase.of(twice)), language="fr")
>>> "1 groupe de doublons" in page, "lea@example.org" in page
(True, False)
"""

from __future__ import annotations

from contactbase.matching.closest import Call, closest_calls
from contactbase.matching.matches import Matches, PairExplanation
from contactbase.model.text import Language
from contactbase.reporting.closest import groups_of, pair_card
from contactbase.reporting.markup import Child, element
from contactbase.reporting.pairs import pair_of
from contactbase.reporting.parts import quiet
from contactbase.reporting.shell import page
from contactbase.reporting.wording import counted, say

__all__ = ["explained_html", "matching_html"]


def matching_html(matches: Matches, *, language: Language = "en") -> str:
    """Give the page of some matches: the closest calls of each side; ValueError for matches that know no base."""
    groups, review = (
        counted(noun, len(found), language)
        for noun, found in (("group", matches.clusters), ("review", matches.proposals))
    )
    pairs = [pair_of(call) for call in closest_calls(matches)]
    told = ("matching.note", "closest.note") if pairs else ("duplicates.none",)
    headline = say("matching.headline", language, groups=groups, review=review)
    return _page(headline, told, groups_of(pairs, language), language)


def explained_html(why: PairExplanation, *, language: Language = "en") -> str:
    """Give the page of one explained pair."""
    pair = pair_of(Call(why=why))
    headline = say("matching.pair", language, left=pair.left, right=pair.right)
    card = element("div", element("div", pair_card(pair, language), class_="cards"), class_="group body")
    return _page(headline, ("closest.note",), card, language)


def _page(headline: str, notes: tuple[str, ...], content: Child, language: Language) -> str:
    head = element(
        "header",
        element("p", element("b", "contactbase"), element("span", say("duplicates", language)), class_="eyebrow"),
        element("h1", headline),
    )
    body = element(
        "section",
        *(quiet(say(note, language)) for note in notes),
        content,
        quiet(say("masked", language), "small body"),
    )
    return page(headline, element("main", head, body, class_="cb", lang=language), language=language)
