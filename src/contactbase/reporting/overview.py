"""The upper half of the report: what went in and came out, who can be reached, what to do first, what was set aside.

>>> print(rejections(Figures(rows_read=0, contacts=0), "en"))
None
"""

from __future__ import annotations

from typing import Final

from contactbase.model.enums import Severity
from contactbase.model.text import Language
from contactbase.reporting.bars import bar, stack, swatch, tick
from contactbase.reporting.hygiene import Figures
from contactbase.reporting.markup import Html, element
from contactbase.reporting.parts import card, quiet, row, section, table
from contactbase.reporting.wording import counted, day, number, say, share

__all__ = ["accounting", "first", "heading", "reach", "rejections"]

_OUTCOMES: Final = ("contacts", "merged_away", "removed", "rejected")
_CHANNELS: Final = ("sms", "email", "post", "phone")
_CARDS: Final = 6
_FILE_FAMILIES: Final = frozenset({"file", "layout"})


def heading(figures: Figures, language: Language) -> Html:
    """Give the title: what went in, what came out, and whether the sum is right."""
    files = sorted({note.source.file for note in figures.notes if note.source and note.source.file})
    name = files[0] if len(files) == 1 else say("files", language, count=len(files)) if files else None
    rows, contacts = counted("row", figures.rows_read, language), counted("contact", figures.contacts, language)
    return element(
        "header",
        element(
            "p",
            element("b", "contactbase"),
            element("span", say("report", language)),
            element("bdi", name) if name else None,
            element("span", day(figures.as_of, language)) if figures.as_of else None,
            class_="eyebrow",
        ),
        element("h1", say("headline", language, rows=rows, contacts=contacts)),
        _verdict(figures, language),
    )


def _verdict(figures: Figures, language: Language) -> Html:
    if figures.unaccounted:
        lost = counted("row", abs(figures.unaccounted), language)
        return element("p", say("unbalanced", language, rows=lost), class_="verdict alarm", role="alert")
    changes = counted("change", figures.changes, language)
    more = f" {say('changes', language, changes=changes)}" if figures.changes else ""
    return element("p", tick(), element("span", say("balanced", language) + more), class_="verdict")


def accounting(figures: Figures, language: Language) -> Html:
    """Give the accounting: one bar, and the same in a table."""
    parts = [(name, int(getattr(figures, name))) for name in _OUTCOMES]
    spoken = ", ".join(f"{say(name, language)} {number(count, language)}" for name, count in parts)
    rows = (
        row(
            element("span", swatch(name), element("span", say(name, language)), class_="key"),
            (number(count, language), "number"),
            (share(count, figures.rows_read, language), "number"),
        )
        for name, count in parts
    )
    total = row(
        say("rows_read", language),
        (number(figures.rows_read, language), "number"),
        (share(figures.rows_read, figures.rows_read, language) if figures.rows_read else "", "number"),
    )
    head = [(say("outcome", language), ""), (say("rows", language), "number"), (say("share", language), "number")]
    drawn = table(say("accounting.caption", language), head, rows, foot=total, kind="captioned")
    return section(
        "accounting",
        language,
        element("div", stack(parts, figures.rows_read, spoken), class_="body"),
        element("div", drawn, class_="body"),
    )


def reach(figures: Figures, language: Language) -> Html:
    """Give how many contacts have what each channel needs."""

    def tile(name: str) -> Html:
        count = int(getattr(figures.reach, name))
        part = share(count, figures.contacts, language)
        label = f"{say(name, language)} {part}"
        return element(
            "div",
            element("b", number(count, language)),
            bar(count, figures.contacts, label),
            element("p", say(name, language), class_="of"),
            quiet(f"{part} · {say(f'{name}.needs', language)}", "small"),
            class_="tile",
        )

    tiles = element("div", *map(tile, _CHANNELS), class_="tiles body")
    return section("reach", language, quiet(say("reach.note", language)), tiles)


def first(figures: Figures, language: Language) -> Html:
    """Give the most frequent errors with what to do and where to look; the doubts where there is no error."""
    of_cells = [found for found in figures.findings if found.code.partition(".")[0] not in _FILE_FAMILIES]
    for severity, note in ((Severity.ERROR, "first.note"), (Severity.WARNING, "first.warnings")):
        chosen = [found for found in of_cells if found.severity is severity][:_CARDS]
        if chosen:
            cards = element("div", *(card(found, language) for found in chosen), class_="cards body")
            return section("first", language, quiet(say(note, language)), cards)
    return section("first", language, quiet(say("first.none", language)))


def rejections(figures: Figures, language: Language) -> Html | None:
    """Give the rows that became no contact, and why."""
    if not figures.rejections:
        return None
    cards = element("div", *(card(found, language) for found in figures.rejections), class_="cards body")
    return section("aside", language, quiet(say("aside.note", language)), cards)
