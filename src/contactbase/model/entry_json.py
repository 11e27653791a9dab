"""One journal entry as one JSON object, and back: the lines of `journal.jsonl`.

>>> from contactbase.model.journal import finding
>>> entry = finding("phone.too-short", field="phones", source=SourceRef(file="clients.csv", row=2), digits=9)
>>> entry_from_json(entry_to_json(entry)) == entry
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final, assert_never

from contactbase.model.contact import Contact
from contactbase.model.contact_json import contact_from_json, contact_to_json
from contactbase.model.enums import Severity
from contactbase.model.journal import (
    Amendment,
    Changes,
    Decision,
    Entry,
    Finding,
    Merge,
    Rejection,
    RetentionAction,
    Split,
)
from contactbase.model.source import Citation, Confidence, SourceRef

__all__ = ["entry_from_json", "entry_to_json"]


def entry_to_json(entry: Entry) -> dict[str, object]:
    """Give an entry as a JSON object; what is None is left out."""
    match entry:
        case Finding() | Changes() | Rejection():
            return _noticed(entry)
        case Amendment():
            return _amendment(entry)
        case Merge():
            return _merge(entry)
        case Split():
            return _split(entry)
        case Decision():
            return _decision(entry)
        case _:
            assert_never(entry)


def _noticed(entry: Finding | Changes | Rejection) -> dict[str, object]:
    match entry:
        case Finding():
            return _finding(entry)
        case Changes():
            return _changes(entry)
        case Rejection():
            return _rejection(entry)
        case _:
            assert_never(entry)


def _place(source: SourceRef | None) -> dict[str, object]:
    if source is None:
        return {}
    pairs = (("file", source.file), ("row", source.row), ("line", source.line), ("column", source.column))
    return {name: value for name, value in pairs if value is not None}


def _source(found: Mapping[str, Any]) -> SourceRef | None:
    if "file" not in found:
        return None
    return SourceRef(file=found["file"], row=found.get("row"), line=found.get("line"), column=found.get("column"))


def _changes(entry: Changes) -> dict[str, object]:
    fields = {field: [before, after] for field, before, after in entry.fields}
    return {"entry": "change", "contact": entry.contact, **_place(entry.source), "fields": fields}


def _finding(entry: Finding) -> dict[str, object]:
    found: dict[str, object] = {"entry": "finding", "code": entry.code, "severity": entry.severity}
    if entry.field is not None:
        found["field"] = entry.field
    if entry.contact is not None:
        found["contact"] = entry.contact
    found.update(_place(entry.source))
    if entry.details:
        found["details"] = dict(entry.details)
    return found


def _amendment(entry: Amendment) -> dict[str, object]:
    return {
        "entry": "amendment",
        "contact": entry.contact,
        "reason": entry.reason,
        "fields": {field: [before, after] for field, before, after in entry.fields},
        "before": contact_to_json(entry.before),
    }


def _merge(entry: Merge) -> dict[str, object]:
    return {
        "entry": "merge",
        "kept": entry.kept,
        "reason": entry.reason,
        "evidence": list(entry.evidence),
        "before": contact_to_json(entry.before),
        "absorbed": [contact_to_json(contact) for contact in entry.absorbed],
    }


_DECISION_DAYS: Final = ("clock_start", "due_on", "kept_until", "confirmed_on")


def _split(entry: Split) -> dict[str, object]:
    return {
        "entry": "split",
        "kept": entry.kept,
        "reason": entry.reason,
        "restored": list(entry.restored),
        "before": contact_to_json(entry.before),
    }


def _decision(entry: Decision) -> dict[str, object]:
    found: dict[str, object] = {
        "entry": "decision",
        "contact": entry.contact,
        "action": entry.action,
        "code": entry.code,
        "rule": entry.rule,
        "as_of": entry.as_of.isoformat(),
        "citations": [_citation(citation) for citation in entry.citations],
    }
    found.update({name: day.isoformat() for name in _DECISION_DAYS if (day := getattr(entry, name)) is not None})
    found.update({name: list(names) for name in ("kept_fields", "kept_by") if (names := getattr(entry, name))})
    if entry.removed is not None:
        found["removed"] = contact_to_json(entry.removed)
    return found


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "authority": citation.authority,
        "instrument": citation.instrument,
        "locator": citation.locator,
        "url": citation.url,
        "read_on": _iso(citation.read_on),
        "confidence": citation.confidence,
    }


def _rejection(entry: Rejection) -> dict[str, object]:
    found: dict[str, object] = {"entry": "rejection", "code": entry.code, **_place(entry.source)}
    if entry.details:
        found["details"] = dict(entry.details)
    found["cells"] = list(entry.cells)
    return found


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def entry_from_json(found: Mapping[str, Any]) -> Entry:
    """Give the entry of one line; KeyError, TypeError or ValueError where the line is none of ours."""
    return _READ[found["entry"]](found)


def _read_finding(found: Mapping[str, Any]) -> Entry:
    return Finding(
        code=found["code"],
        severity=Severity(found["severity"]),
        field=found.get("field"),
        source=_source(found),
        contact=found.get("contact"),
        details=tuple(found.get("details", {}).items()),
    )


def _read_changes(found: Mapping[str, Any]) -> Entry:
    fields = tuple((field, before, after) for field, (before, after) in found["fields"].items())
    return Changes(found["contact"], _source(found), fields)


def _read_amendment(found: Mapping[str, Any]) -> Entry:
    return Amendment(
        contact=found["contact"],
        before=contact_from_json(found["before"]),
        fields=tuple((field, before, after) for field, (before, after) in found["fields"].items()),
        reason=found["reason"],
    )


def _read_split(found: Mapping[str, Any]) -> Entry:
    return Split(
        kept=found["kept"],
        before=contact_from_json(found["before"]),
        restored=tuple(found["restored"]),
        reason=found["reason"],
    )


def _read_merge(found: Mapping[str, Any]) -> Entry:
    return Merge(
        kept=found["kept"],
        before=contact_from_json(found["before"]),
        absorbed=tuple(contact_from_json(contact) for contact in found["absorbed"]),
        reason=found["reason"],
        evidence=tuple(found["evidence"]),
    )


def _read_decision(found: Mapping[str, Any]) -> Entry:
    removed: Contact | None = contact_from_json(found["removed"]) if "removed" in found else None
    return Decision(
        contact=found["contact"],
        action=RetentionAction(found["action"]),
        code=found["code"],
        rule=found["rule"],
        citations=tuple(_read_citation(citation) for citation in found["citations"]),
        as_of=dt.date.fromisoformat(found["as_of"]),
        removed=removed,
        kept_fields=tuple(found.get("kept_fields", ())),
        kept_by=tuple(found.get("kept_by", ())),
        **{name: _day(found.get(name)) for name in _DECISION_DAYS},
    )


def _read_citation(found: Mapping[str, Any]) -> Citation:
    kept = {**found, "read_on": _day(found["read_on"]), "confidence": Confidence(found["confidence"])}
    return Citation(**kept)


def _read_rejection(found: Mapping[str, Any]) -> Entry:
    return Rejection(
        source=_source(found) or SourceRef(file=""),
        code=found["code"],
        cells=tuple(found["cells"]),
        details=tuple(found.get("details", {}).items()),
    )


_READ: Final[Mapping[str, Callable[[Mapping[str, Any]], Entry]]] = {
    "finding": _read_finding,
    "change": _read_changes,
    "amendment": _read_amendment,
    "merge": _read_merge,
    "split": _read_split,
    "decision": _read_decision,
    "rejection": _read_rejection,
}
