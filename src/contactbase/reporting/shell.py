"""One self-contained page around a content: no script, nothing loaded, readable by day and by night.

A content security policy in the page forbids what the page does not do anyway, should a value ever slip through.

>>> "<title>&lt;i&gt;</title>" in page("<i>", element("p", "x"), language="fr")
True
"""

from __future__ import annotations

from typing import Final

from contactbase.model.text import Language
from contactbase.reporting.markup import Html, element, join
from contactbase.reporting.style import PAGE_STYLE, STYLE

__all__ = ["fragment", "page"]

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(title: str, main: Html, *, language: Language) -> str:
    """Give the whole page, as text to be written in UTF-8."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="robots", content="noindex"),
        element("title", title),
        element("style", Html(PAGE_STYLE + STYLE)),
    )
    return f"<!doctype html>\n{element('html', head, element('body', main), lang=language)}\n"


def fragment(main: Html) -> str:
    """Give the content as a part of another page, such as a notebook."""
    return join(element("style", Html(STYLE)), main)
