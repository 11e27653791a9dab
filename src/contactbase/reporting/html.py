"""The report as one HTML file: no script, nothing loaded, readable on a phone, on paper, by day and by night.

A content security policy in the page forbids what the page does not do anyway, should a value ever slip through.

>>> page = report_html(Figures(rows_read=1, contacts=1), language="fr")
>>> page.startswith("<!doctype html>"), "<script" in page
(True, False)
"""

from __future__ import annotations

from typing import Final

from contactbase.model.text import Language
from contactbase.reporting import detail, overview
from contactbase.reporting.hygiene import Figures
from contactbase.reporting.markup import Html, element, join
from contactbase.reporting.style import PAGE_STYLE, STYLE
from contactbase.reporting.wording import say

__all__ = ["report_fragment", "report_html"]

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_SECTIONS: Final = (
    overview.heading,
    overview.accounting,
    overview.reach,
    overview.first,
    overview.rejections,
    detail.completeness,
    detail.duplicates,
    detail.retention,
    detail.everything,
    detail.reading,
    detail.provenance,
)


def report_html(figures: Figures, *, language: Language = "en") -> str:
    """Give the whole page, as text to be written in UTF-8."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="robots", content="noindex"),
        element("title", say("report", language)),
        element("style", Html(PAGE_STYLE + STYLE)),
    )
    body = element("body", _main(figures, language))
    return f"<!doctype html>\n{element('html', head, body, lang=language)}\n"


def report_fragment(figures: Figures, *, language: Language = "en") -> str:
    """Give the report as a part of another page, such as a notebook."""
    return join(element("style", Html(STYLE)), _main(figures, language))


def _main(figures: Figures, language: Language) -> Html:
    parts = (section(figures, language) for section in _SECTIONS)
    return element("main", *parts, class_="cb", lang=language)
