"""The results of a campaign as HTML: one self-contained page, or a part of a notebook.

>>> from contactbase.reporting.results.campaign import campaign_results
>>> import datetime as dt
>>> from contactbase.model.enums import Channel
>>> found = campaign_results([], campaign="<i>", channel=Channel.SMS, as_of=dt.date(2026, 3, 31))
>>> "<i>" in page(found), page(found, "fr").startswith("<!doctype html>")
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from contactbase.model.text import Language
from contactbase.reporting import shell
from contactbase.reporting.markup import Child, Html, element, join
from contactbase.reporting.parts import quiet, row, table
from contactbase.reporting.results.chart import chart
from contactbase.reporting.results.tally import DENOMINATORS, Measure
from contactbase.reporting.results.words import TITLES, interval, money, of_what, phrase
from contactbase.reporting.wording import number, title, typeset

if TYPE_CHECKING:
    from contactbase.reporting.results.results import CampaignResults, LinkResult

__all__ = ["fragment", "page"]

_GROUP_MEASURES: Final = (
    Measure.DELIVERED,
    Measure.BOUNCED,
    Measure.CLICKED,
    Measure.UNSUBSCRIBED,
    Measure.CONVERTED,
)


def page(results: CampaignResults, language: Language = "en") -> str:
    """Give the whole page, as text to be written in UTF-8."""
    return shell.page(phrase("results", language), _main(results, language), language=language)


def fragment(results: CampaignResults, language: Language = "en") -> str:
    """Give the results as a part of another page, such as a notebook."""
    return shell.fragment(_main(results, language))


def _main(results: CampaignResults, language: Language) -> Html:
    head = element(
        "header",
        element("p", element("b", phrase("results", language)), class_="eyebrow"),
        element("h1", phrase("headline", language, campaign=results.campaign, channel=results.channel.value)),
        element("p", results.when(language), class_="verdict"),
    )
    parts = (_figures, _money, _groups, _links, _claims, _notes)
    return element("main", head, *(part(results, language) for part in parts), class_="cb", lang=language)


def _section(key: str, language: Language, *children: Child) -> Html:
    return element("section", element("h2", phrase(key, language)), *children, aria_label=phrase(key, language))


def _head(language: Language, keys: Sequence[str]) -> list[tuple[Child, str]]:
    return [(phrase(key, language), "" if place == 0 else "number") for place, key in enumerate(keys)]


def _figures(results: CampaignResults, language: Language) -> Html:
    rows = (row(name, *((text, "number") for text in rest)) for name, *rest in results.rows(language))
    return _section(
        "people",
        language,
        quiet(phrase("note", language, testers=number(results.testers, language))),
        element("div", Html(chart(results, language)), class_="body"),
        table(
            phrase("people", language),
            _head(language, ("figure", "people", "share", "interval")),
            rows,
        ),
    )


def _money(results: CampaignResults, language: Language) -> Html:
    facts = [part for name, text in results.money_rows(language) for part in (element("dt", name), element("dd", text))]
    said = None if results.brought is None else quiet(typeset(results.brought.say(language), language))
    return _section(
        "return", language, quiet(results.window(language)), element("dl", *facts, class_="facts body"), said
    )


def _groups(results: CampaignResults, language: Language) -> Html | None:
    if not results.groups:
        return None
    head: list[tuple[Child, str]] = [(phrase("group", language), "")]
    head += [(TITLES[measure].say(language), "number") for measure in _GROUP_MEASURES]
    head.append((phrase("revenue", language), "number"))
    rows = []
    for group in results.groups:
        cells: list[tuple[Child, str]] = []
        for measure in _GROUP_MEASURES:
            rate = group.tally.rate(measure)
            if rate is None:
                cells.append(("–", "number"))
            else:
                told = of_what(rate, DENOMINATORS[measure], language)
                cells.append(
                    ((told, element("br"), element("span", interval(rate, language), class_="line")), "number")
                )
        cells.append((money(group.tally.revenue, results.returned.currency, language), "number"))
        rows.append(row(group.name or phrase("others", language), *cells))
    return _section(
        "groups", language, quiet(phrase("group-note", language)), table(phrase("groups", language), head, rows)
    )


def _links(results: CampaignResults, language: Language) -> Html | None:
    parts = [
        _clicks(key, found, language)
        for key, found in (("links", results.links), ("actions", results.actions))
        if found
    ]
    return join(*parts) if parts else None


def _clicks(key: str, found: Iterable[LinkResult], language: Language) -> Html:
    first = "link" if key == "links" else "action"
    rows = [
        row(
            element("bdi", each.link or phrase("unnamed", language))
            if each.action is None
            else (element("bdi", each.link), " ", element("span", each.action, class_="line")),
            (number(each.clicks, language), "number"),
            (of_what(each.clicked, Measure.DELIVERED, language), "number"),
            (interval(each.clicked, language), "number"),
        )
        for each in found
    ]
    head = _head(language, (first, "clicks", "clicked", "interval"))
    return _section(key, language, table(phrase(key, language), head, rows))


def _claims(results: CampaignResults, language: Language) -> Html | None:
    if not results.claims:
        return None
    said = (element("li", typeset(claim.say(language), language)) for claim in results.claims)
    return _section(
        "claims", language, quiet(phrase("claims-note", language)), element("ul", *said, class_="plain body")
    )


def _notes(results: CampaignResults, language: Language) -> Html | None:
    if not results.findings:
        return None
    said = (
        element("li", element("b", title(each.code, language)), " ", typeset(each.say(language), language))
        for each in results.findings
    )
    return _section("notes", language, element("ul", *said, class_="plain body"))
