"""`summary.json`: the figures of a run for programs, and back, so that a report can be drawn again from a folder.

The first keys are the public contract; `figures` holds the rest. `rows_read = contacts + merged_away + removed +
rejected` always.

>>> summary(Figures(rows_read=10, contacts=7, merged_away=2, rejected=1))["merged_away"]
2
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

import attrs

from contactbase.model.enums import Severity
from contactbase.model.journal import Finding, RetentionAction
from contactbase.model.source import Citation, Confidence, SourceRef
from contactbase.reporting.hygiene import (
    CodeFigure,
    DecisionFigure,
    Example,
    FieldFigure,
    Figures,
    PairFigure,
    Reach,
)

__all__ = ["figures_of", "summary"]

_COUNTS: Final = ("rows_read", "contacts", "merged_away", "removed", "rejected")


def summary(figures: Figures) -> dict[str, Any]:
    """Give what goes into `summary.json`: plain dicts, lists, strings and numbers."""
    actions: Counter[str] = Counter()
    for decision in figures.decisions:
        actions[decision.action.value] += decision.count
    return {
        **{name: getattr(figures, name) for name in _COUNTS},
        "findings": {found.code: found.count for found in sorted(figures.findings, key=_by_code)},
        "rejections": {found.code: found.count for found in sorted(figures.rejections, key=_by_code)},
        "decisions": dict(sorted(actions.items())),
        "as_of": figures.as_of.isoformat() if figures.as_of else None,
        "versions": dict(figures.versions),
        "figures": _rest(figures),
    }


def figures_of(content: Mapping[str, Any]) -> Figures:
    """Read the figures back; KeyError, TypeError or ValueError where they are not what `summary` gave."""
    rest = content["figures"]
    return Figures(
        **{name: int(content[name]) for name in _COUNTS},
        records=rest["records"],
        changes=rest["changes"],
        as_of=_day(content["as_of"]),
        findings=tuple(map(_code, rest["findings"])),
        rejections=tuple(map(_code, rest["rejections"])),
        notes=tuple(map(_note, rest["notes"])),
        completeness=tuple(FieldFigure(**field) for field in rest["completeness"]),
        reach=Reach(**rest["reach"]),
        clusters=tuple((size, count) for size, count in rest["clusters"]),
        reasons=tuple((code, count) for code, count in rest["reasons"]),
        pairs=tuple(map(_pair, rest.get("pairs", ()))),
        decisions=tuple(map(_decision, rest["decisions"])),
        versions=tuple(content["versions"].items()),
    )


def _by_code(found: CodeFigure) -> str:
    return found.code


def _rest(figures: Figures) -> dict[str, Any]:
    written = {*_COUNTS, "as_of", "versions"}
    return {
        field.name: _plain(getattr(figures, field.name)) for field in attrs.fields(Figures) if field.name not in written
    }


def _plain(value: object) -> Any:
    """Give a value as JSON has it."""
    match value:
        case dt.date():
            return value.isoformat()
        case tuple():
            return [_plain(part) for part in value]
        case StrEnum():
            return value.value
    kind: Any = type(value)
    if attrs.has(kind):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(kind)}
    return value


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _code(content: Mapping[str, Any]) -> CodeFigure:
    return CodeFigure(
        code=content["code"],
        severity=Severity(content["severity"]),
        count=content["count"],
        examples=tuple(Example(**example) for example in content["examples"]),
    )


def _note(content: Mapping[str, Any]) -> Finding:
    source = content["source"]
    return Finding(
        code=content["code"],
        severity=Severity(content["severity"]),
        field=content["field"],
        source=SourceRef(**source) if source else None,
        details=tuple((name, value) for name, value in content["details"]),
    )


def _pair(content: Mapping[str, Any]) -> PairFigure:
    """Read a pair back; its lists are tuples again."""
    return PairFigure(**{name: _frozen(value) for name, value in content.items()})


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _decision(content: Mapping[str, Any]) -> DecisionFigure:
    return DecisionFigure(
        action=RetentionAction(content["action"]),
        rule=content["rule"],
        code=content["code"],
        count=content["count"],
        removed=content["removed"],
        first_due=_day(content["first_due"]),
        citations=tuple(
            Citation(**{**each, "read_on": _day(each["read_on"]), "confidence": Confidence(each["confidence"])})
            for each in content["citations"]
        ),
    )
