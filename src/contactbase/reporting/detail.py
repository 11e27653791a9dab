"""The lower half of the report: fields, duplicates, retention, every finding, how the file was read, by what.

>>> print(everything(Figures(rows_read=0, contacts=0), "en"))
None
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from contactbase.model.enums import Severity
from contactbase.model.journal import Finding
from contactbase.model.schema import SCHEMA
from contactbase.model.source import Citation
from contactbase.model.text import Language
from contactbase.policy.words import ACTIONS
from contactbase.reporting.bars import bar, pair, swatch
from contactbase.reporting.hygiene import CodeFigure, DecisionFigure, FieldFigure, Figures
from contactbase.reporting.markup import Html, element, join
from contactbase.reporting.parts import code_title, colon, quiet, row, section, table
from contactbase.reporting.wording import counted, day, field_title, number, say, share, typeset

__all__ = ["completeness", "duplicates", "everything", "provenance", "reading", "retention"]

_SEVERITIES: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_OVERRIDE: Final = (
    'cb.read("clients.csv", encoding="cp1252", delimiter=";", header=3,\n'
    '        layout="generic", region="FR", columns={"Tél. 2": "phones"})'
)


def completeness(figures: Figures, language: Language) -> Html | None:
    """Give the share of filled fields before and after."""
    if not figures.completeness:
        return None
    head = [
        (say("field", language), ""),
        ("", "bars"),
        ((swatch("before"), say("before", language)), "number"),
        ((swatch("contacts"), say("after", language)), "number"),
    ]
    rows = (_field(field, figures, language) for field in figures.completeness)
    drawn = table(say("completeness", language), head, rows, kind="fields")
    return section(
        "completeness", language, quiet(say("completeness.note", language)), element("div", drawn, class_="body")
    )


def _field(field: FieldFigure, figures: Figures, language: Language) -> Html:
    """Give the two shares of a field; a dash where no column spoke of it, as with a sex known from the title."""
    name = field_title(field.field, language)
    before = share(field.before, figures.records, language) if field.before else "–"
    after = share(field.after, figures.contacts, language)
    label = say("before-after", language, field=name, before=before, after=after)
    drawn = pair((field.before, figures.records), (field.after, figures.contacts), label)
    named = name if field.field in SCHEMA else element("bdi", name)
    return row(named, (drawn, "bars"), (before, "number"), (after, "number"))


def duplicates(figures: Figures, language: Language) -> Html:
    """Give the groups of duplicates by size, and what showed them."""
    if not figures.clusters:
        return section("duplicates", language, quiet(say("duplicates.none", language)))
    groups = counted("group", sum(count for _, count in figures.clusters), language)
    merged = counted("contact", figures.merged_away, language)
    most = max(count for _, count in figures.clusters)
    sizes = (
        row(number(size, language), (bar(count, most, f"{size}: {count}"), "bars"), (number(count, language), "number"))
        for size, count in figures.clusters
    )
    reasons = (
        row((code_title(code, language), element("code", code, class_="code")), (number(count, language), "number"))
        for code, count in figures.reasons
    )
    by_size = [(say("size", language), ""), ("", "bars"), (say("groups", language), "number")]
    by_reason = [(say("evidence", language), ""), (say("groups", language), "number")]
    tables = element(
        "div",
        table(say("size", language), by_size, sizes, kind="fields"),
        table(say("evidence", language), by_reason, reasons),
        class_="columns body",
    )
    return section(
        "duplicates", language, quiet(say("duplicates.found", language, groups=groups, contacts=merged)), tables
    )


def retention(figures: Figures, language: Language) -> Html | None:
    """Give what the retention rules say is due, by which rule, from which source."""
    as_of = day(figures.as_of, language)
    if not figures.decisions:
        return section("retention", language, quiet(say("retention.none", language, day=as_of)))
    gone = counted("contact", figures.removed, language)
    state = "retention.enacted" if figures.removed else "retention.proposed"
    sources = list(dict.fromkeys(each for decision in figures.decisions for each in decision.citations))
    head = [(say("due", language), ""), (say("contacts", language), "number")]
    drawn = table(say("retention", language), head, (_decision(each, sources, language) for each in figures.decisions))
    return section(
        "retention",
        language,
        quiet(say(state, language, day=as_of, contacts=gone)),
        element("div", drawn, class_="body"),
        _sources(sources, language),
        element("p", say("advice", language), class_="advice small"),
    )


def _decision(decision: DecisionFigure, sources: Sequence[Citation], language: Language) -> Html:
    marks = " ".join(f"[{sources.index(each) + 1}]" for each in decision.citations)
    due = say("first_due", language, day=day(decision.first_due, language)) if decision.first_due else None
    what = (
        element("b", ACTIONS[decision.action].say(language)),
        element("p", code_title(decision.code, language), " ", element("span", marks, class_="small")),
        element("p", element("code", decision.rule), f" · {due}" if due else None, class_="quiet small"),
    )
    return row(what, (number(decision.count, language), "number"))


def _sources(sources: Sequence[Citation], language: Language) -> Html | None:
    if not sources:
        return None
    lines = (element("li", f"[{place}] ", _citation(each, language)) for place, each in enumerate(sources, 1))
    return element(
        "div", element("h3", say("sources", language)), element("ul", *lines, class_="plain quiet small"), class_="body"
    )


def _citation(citation: Citation, language: Language) -> Html:
    """Give a source in words; only a web address becomes a link."""
    place = f", {citation.locator}" if citation.locator else ""
    read = f" ({say('read_on', language, day=day(citation.read_on, language))})" if citation.read_on else ""
    safe = citation.url.startswith(("https://", "http://"))
    link = element("a", citation.url, href=citation.url, rel="noreferrer noopener") if safe else citation.url
    return join(
        f"{citation.authority}{colon(language)} {citation.instrument}{place}{read}. ", link if citation.url else None
    )


def everything(figures: Figures, language: Language) -> Html | None:
    """Give every code that was found, by severity."""
    groups = [
        (severity, [found for found in figures.findings if found.severity is severity]) for severity in _SEVERITIES
    ]
    if not figures.findings:
        return None
    return section("all", language, *(_group(severity, found, language) for severity, found in groups if found))


def _group(severity: Severity, found: Sequence[CodeFigure], language: Language) -> Html:
    heading = say(severity, language)
    total = number(sum(each.count for each in found), language)
    head = [(say("finding", language), ""), (say("count", language), "number")]
    rows = (
        row(
            (code_title(each.code, language), element("code", each.code, class_="code")),
            (number(each.count, language), "number"),
        )
        for each in found
    )
    return element(
        "details",
        element("summary", element("span", heading), element("span", total, class_=f"pill {severity}")),
        table(heading, head, rows),
        open="" if severity is not Severity.INFO else None,
    )


def reading(figures: Figures, language: Language) -> Html | None:
    """Give what was detected about the files, and how to decide otherwise."""
    if not figures.notes:
        return None
    several = len({note.source.file for note in figures.notes if note.source}) > 1
    lines = (_note(note, several, language) for note in sorted(figures.notes, key=_gravity))
    return section(
        "reading",
        language,
        quiet(say("reading.note", language)),
        element("pre", element("code", _OVERRIDE)),
        element("ul", *lines, class_="plain body"),
    )


def _gravity(note: Finding) -> int:
    return _SEVERITIES.index(note.severity)


def _note(note: Finding, several: bool, language: Language) -> Html:  # noqa: FBT001 - whether files are named
    file = (element("bdi", note.source.file), colon(language), " ") if several and note.source else None
    mark = element("span", say(f"{note.severity}.short", language), class_=f"pill {note.severity}")
    place = element("bdi", note.source.column) if note.source and note.source.column else None
    return element(
        "li",
        (mark, " ") if note.severity is not Severity.INFO else None,
        file,
        (place, colon(language), " ") if place else None,
        element("bdi", _sentence(note, language)),
        " ",
        element("code", note.code, class_="code"),
    )


def _sentence(note: Finding, language: Language) -> str:
    """Give a note's sentence; its code where the catalogue has another sentence since, or none."""
    try:
        return typeset(note.say(language), language)
    except LookupError:
        return note.code


def provenance(figures: Figures, language: Language) -> Html:
    """Give by what and for which day this was made."""
    versions = ", ".join(f"{name} {version}" for name, version in figures.versions)
    facts: list[tuple[str, str]] = [(say("as_of", language), day(figures.as_of, language))]
    if versions:
        facts.append((say("versions", language), versions))
    listed = (join(element("dt", name), element("dd", text)) for name, text in facts)
    return section(
        "provenance",
        language,
        element("dl", *listed, class_="facts body"),
        quiet(say("masked", language), "small body"),
    )
