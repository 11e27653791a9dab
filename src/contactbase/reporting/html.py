"""The report as one HTML file: no script, nothing loaded, readable on a phone, on paper, by day and by night.

>>> page = report_html(Figures(rows_read=1, contacts=1), language="fr")
>>> page.startswith("<!doctype html>"), "<script" in page
(True, False)
"""

from __future__ import annotations

from typing import Final

from contactbase.model.text import Language
from contactbase.reporting import closest, detail, overview
from contactbase.reporting.hygiene import Figures
from contactbase.reporting.markup import Html, element
from contactbase.reporting.shell import fragment, page
from contactbase.reporting.wording import say

__all__ = ["report_fragment", "report_html"]

_SECTIONS: Final = (
    overview.heading,
    overview.accounting,
    overview.reach,
    overview.first,
    overview.rejections,
    detail.completeness,
    detail.duplicates,
    closest.closest,
    detail.retention,
    detail.everything,
    detail.reading,
    detail.provenance,
)


def report_html(figures: Figures, *, language: Language = "en") -> str:
    """Give the whole page, as text to be written in UTF-8."""
    return page(say("report", language), _main(figures, language), language=language)


def report_fragment(figures: Figures, *, language: Language = "en") -> str:
    """Give the report as a part of another page, such as a notebook."""
    return fragment(_main(figures, language))


def _main(figures: Figures, language: Language) -> Html:
    parts = (section(figures, language) for section in _SECTIONS)
    return element("main", *parts, class_="cb", lang=language)
