"""What the sections of the report are built of: a section, a table, a sentence, a card for one code.

>>> print(quiet("Use `--enact`."))
<p class="quiet">Use <code>--enact</code>.</p>
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.text import Language
from contactbase.reporting.hygiene import CodeFigure, Example
from contactbase.reporting.markup import Child, Html, element
from contactbase.reporting.wording import number, say, title, typeset

__all__ = ["card", "code_title", "colon", "quiet", "row", "section", "table"]


def section(key: str, language: Language, *children: Child) -> Html:
    """Make a section under its heading."""
    return element("section", element("h2", say(key, language)), *children, aria_label=say(key, language))


def quiet(text: str, more: str = "") -> Html:
    """Make a quiet sentence; what stands between backticks in it is code."""
    parts = [element("code", part) if place % 2 else part for place, part in enumerate(text.split("`"))]
    return element("p", *parts, class_=f"quiet {more}".strip())


def table(
    caption: str,
    head: Sequence[tuple[Child, str]],
    rows: Iterable[Html],
    *,
    foot: Html | None = None,
    kind: str | None = None,
) -> Html:
    """Make a table of a caption, header cells (each with its class) and rows; `foot` is a last row, `kind` a class."""
    cells = [element("th", text, scope="col", class_=each or None) for text, each in head]
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *cells)),
        element("tbody", *rows),
        element("tfoot", foot) if foot else None,
        class_=kind,
    )


def code_title(code: str, language: Language) -> Child:
    """Give a code's title; a code that the catalogue does not know may be broken anywhere."""
    return title(code, language) if code in CATALOG else element("bdi", code)


def row(first: Child, *cells: tuple[Child, str]) -> Html:
    """Make a row of its header and its cells, each with its class."""
    rest = [element("td", content, class_=kind or None) for content, kind in cells]
    return element("tr", element("th", first, scope="row"), *rest)


def colon(language: Language) -> str:
    """Give the colon of a language."""
    return "\N{NO-BREAK SPACE}:" if language == "fr" else ":"


def card(found: CodeFigure, language: Language) -> Html:
    """Make a card for a code: how often, why it matters, what to do, where to look."""
    code = CATALOG.get(found.code)
    return element(
        "article",
        element(
            "div",
            element("h3", code_title(found.code, language)),
            element("span", number(found.count, language), class_="times"),
            class_="top",
        ),
        element("code", found.code, class_="code"),
        quiet(typeset(code.why.say(language), language)) if code else None,
        element(
            "p",
            element("b", f"{say('remedy', language)}{colon(language)} "),
            typeset(code.remedy.say(language), language),
            class_="do",
        )
        if code
        else None,
        _examples(found, language),
        class_=f"card {found.severity}",
    )


def _examples(found: CodeFigure, language: Language) -> Html | None:
    if not found.examples:
        return None
    rows = (_example(example, language) for example in found.examples)
    head = [(say("row", language), ""), (say("column", language), ""), (say("cell", language), "")]
    return table(say("examples", language, title=title(found.code, language)), head, rows)


def _example(example: Example, language: Language) -> Html:
    """Give a place by its row, and by its line as an editor counts lines: title rows and line breaks included."""
    line = f"{say('line', language)} {example.line}" if example.line is not None else None
    place = str(example.row) if example.row is not None else line or "–"
    beside = (" ", element("span", line, class_="line")) if line and line != place else None
    column = element("bdi", example.column) if example.column else "–"
    cell = element("code", element("bdi", example.cell)) if example.cell else "–"
    return row((place, beside), (column, ""), (cell, ""))
