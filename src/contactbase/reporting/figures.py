"""The figures of a run, counted as it goes: every entry, record and contact passes the counter once.

Memory is bounded: counts by code, field and rule, three masked examples per code, forty notes. A raw cell is masked the
moment it comes in.

>>> from contactbase.model.journal import finding
>>> from contactbase.model.source import SourceRef
>>> counter = FigureCounter()
>>> place = SourceRef(file="clients.csv", row=12, column="Portable")
>>> counter.entry(finding("phone.too-short", source=place, digits=9))
>>> counter.example("phone.too-short", "06 12 34 56 7", place)
>>> counter.figures(rows_read=1, as_of=None).findings[0].examples[0].cell
'06 •• •• •• 7'
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from contactbase.matching.closest import Call
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.contact import Contact
from contactbase.model.enums import Severity
from contactbase.model.journal import Amendment, Changes, Decision, Entry, Finding, Merge, Rejection, RetentionAction
from contactbase.model.record import Record
from contactbase.model.source import Citation, SourceRef
from contactbase.reporting.examples import MOST, Examples, place_of
from contactbase.reporting.hygiene import CodeFigure, DecisionFigure, FieldFigure, Figures, PairFigure, Reach
from contactbase.reporting.masking import LONGEST, shown
from contactbase.reporting.pairs import pair_of
from contactbase.reporting.presence import NOT_A_FIELD, POST, SHOWN, Patterns, becomes, filled, said

__all__ = ["NOTES", "FigureCounter", "Figures"]

NOTES: Final = 40
"""How many findings about whole files and columns are kept."""


@attrs.define
class _Rule:
    """What was decided under one rule."""

    citations: tuple[Citation, ...]
    count: int = 0
    removed: int = 0
    first_due: dt.date | None = None


@attrs.define(eq=False)
class FigureCounter:
    """Counts a run as it goes.

    `entry` is called once per journal entry, `record` per record, `contact` per contact that stays. Counters of
    several workers are added up by `add`.
    """

    _findings: Counter[str] = attrs.field(factory=Counter, init=False)
    _rejections: Counter[str] = attrs.field(factory=Counter, init=False)
    _severities: dict[str, Severity] = attrs.field(factory=dict, init=False)
    _examples: Examples = attrs.field(factory=Examples, init=False)
    _notes: list[Finding] = attrs.field(factory=list, init=False)
    _changes: int = attrs.field(default=0, init=False)
    _records: int = attrs.field(default=0, init=False)
    _contacts: int = attrs.field(default=0, init=False)
    _before: Patterns = attrs.field(factory=lambda: Patterns(becomes), init=False)
    _after: Patterns = attrs.field(factory=lambda: Patterns(iter), init=False)
    _clusters: Counter[int] = attrs.field(factory=Counter, init=False)
    _reasons: Counter[str] = attrs.field(factory=Counter, init=False)
    _pairs: list[PairFigure] = attrs.field(factory=list, init=False)
    _rules: dict[tuple[RetentionAction, str, str], _Rule] = attrs.field(factory=dict, init=False)

    def entry(self, entry: Entry) -> None:
        """Count a journal entry."""
        if type(entry) is Finding:
            self._finding(entry)
        elif type(entry) is Changes or type(entry) is Amendment:
            self._changes += len(entry.fields)
        elif type(entry) is Merge:
            self._clusters[len(entry.absorbed) + 1] += 1
            self._reasons[entry.reason] += 1
        elif type(entry) is Decision:
            self._decision(entry)
        elif type(entry) is Rejection:
            self._rejection(entry)

    def beside(self, entry: Entry) -> None:
        """Count an entry about a file that is joined to the contacts: its rows were never to be contacts."""
        if type(entry) is not Rejection:
            self.entry(entry)
            return
        self._findings[entry.code] += 1
        self._severities.setdefault(entry.code, CATALOG[entry.code].severity)
        self._keep_row(entry)

    def record(self, record: Record) -> None:
        """Count a record: which fields have something in them."""
        self._records += 1
        self._before.see(said(record))

    @property
    def records(self) -> int:
        """How many records have passed."""
        return self._records

    def contact(self, contact: Contact) -> None:
        """Count a contact that stays: which fields have a value."""
        self._contacts += 1
        self._after.see(filled(contact))

    def wants(self, code: str) -> bool:
        """Tell whether an example of a code is still welcome, before a raw cell is fetched for it."""
        return self._examples.wants(code)

    def example(self, code: str, text: str, source: SourceRef | None = None) -> None:
        """Keep a raw cell, masked at once, as an example of a code, at the place its finding has if that came first."""
        if self._examples.wants(code):
            self._examples.keep(code, place_of(source, text))

    def call(self, call: Call) -> None:
        """Keep a close call of the matching, its ids masked where they might name somebody."""
        self._pairs.append(pair_of(call))

    def add(self, other: FigureCounter) -> None:
        """Add what another counter has counted (another worker's, another file's)."""
        self._findings.update(other._findings)
        self._rejections.update(other._rejections)
        self._changes += other._changes
        self._clusters.update(other._clusters)
        self._reasons.update(other._reasons)
        self._before.counts.update(other._before.settle())
        self._after.counts.update(other._after.settle())
        self._records += other._records
        self._contacts += other._contacts
        self._severities.update(other._severities)
        self._examples.add(other._examples)
        for entry in other._notes:
            self._note(entry)
        self._pairs += other._pairs
        for key, rule in other._rules.items():
            self._rule(key, rule)

    def figures(self, *, rows_read: int, as_of: dt.date | None, versions: Mapping[str, str] | None = None) -> Figures:
        """Give the figures so far. `rows_read` comes from the reader, so that the accounting is a check."""
        merged_away = sum((size - 1) * count for size, count in self._clusters.items())
        return Figures(
            rows_read=rows_read,
            contacts=self._contacts,
            merged_away=merged_away,
            removed=sum(rule.removed for rule in self._rules.values()),
            rejected=sum(self._rejections.values()),
            records=self._records,
            changes=self._changes,
            as_of=as_of,
            findings=self._codes(self._findings),
            rejections=self._codes(self._rejections),
            notes=tuple(self._notes),
            completeness=tuple(self._completeness()),
            reach=self._reach(),
            clusters=tuple(sorted(self._clusters.items())),
            reasons=tuple(sorted(self._reasons.items(), key=_frequent_first)),
            pairs=tuple(self._pairs),
            decisions=tuple(self._decisions()),
            versions=tuple(sorted((versions or {}).items())),
        )

    def _finding(self, entry: Finding) -> None:
        code, source = entry.code, entry.source
        count = self._findings[code] = self._findings[code] + 1
        if count == 1:
            self._severities[code] = entry.severity
        if source is not None and source.row is None and entry.contact is None:
            self._note(entry)
        elif count <= MOST and source is not None and self._examples.wants(code):
            self._examples.keep(code, place_of(source))

    def _rejection(self, entry: Rejection) -> None:
        code = entry.code
        self._rejections[code] += 1
        self._severities.setdefault(code, CATALOG[code].severity if code in CATALOG else Severity.ERROR)
        self._keep_row(entry)

    def _keep_row(self, entry: Rejection) -> None:
        """Keep the beginning of a rejected row as an example."""
        if self._examples.wants(entry.code):
            start = "; ".join(cell[:LONGEST] for cell in entry.cells[:8])
            self._examples.keep(entry.code, place_of(entry.source, start))

    def _note(self, entry: Finding) -> None:
        details = tuple((name, _short(value)) for name, value in entry.details)
        note = attrs.evolve(entry, details=details)
        if len(self._notes) < NOTES and note not in self._notes:
            self._notes.append(note)

    def _decision(self, entry: Decision) -> None:
        due = entry.due_on
        gone = int(entry.removed is not None)
        self._rule((entry.action, entry.rule, entry.code), _Rule(entry.citations, 1, gone, due))

    def _rule(self, key: tuple[RetentionAction, str, str], more: _Rule) -> None:
        rule = self._rules.setdefault(key, _Rule(more.citations))
        rule.count += more.count
        rule.removed += more.removed
        days = [day for day in (rule.first_due, more.first_due) if day is not None]
        rule.first_due = min(days, default=None)

    def _codes(self, counts: Counter[str]) -> tuple[CodeFigure, ...]:
        return tuple(
            CodeFigure(
                code=code,
                severity=self._severities[code],
                count=count,
                examples=self._examples.of(code),
            )
            for code, count in sorted(counts.items(), key=_frequent_first)
        )

    def _completeness(self) -> Iterator[FieldFigure]:
        before, after = self._before.settle(), self._after.settle()
        named = {*before, *after} - NOT_A_FIELD
        for name in (*(name for name in SHOWN if name in named), *sorted(named.difference(SHOWN))):
            yield FieldFigure(field=name, before=before[name], after=after[name])

    def _reach(self) -> Reach:
        after = self._after.settle()
        return Reach(sms=after["mobile"], email=after["emails"], post=after[POST], phone=after["phones"])

    def _decisions(self) -> Iterator[DecisionFigure]:
        for (action, rule, code), found in sorted(self._rules.items(), key=lambda pair: (-pair[1].count, pair[0])):
            yield DecisionFigure(
                action=action,
                rule=rule,
                code=code,
                count=found.count,
                removed=found.removed,
                first_due=found.first_due,
                citations=found.citations,
            )


def _frequent_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _short(value: str | int) -> str | int:
    return shown(value, 1000) if isinstance(value, str) else value
