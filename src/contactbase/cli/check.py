"""`contactbase check`: what is wrong with a file, cell by cell; nothing is changed."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter

import attrs

from contactbase.cli.reading import as_of, communes, reading
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.enums import Severity
from contactbase.model.journal import Entry, Finding, Rejection
from contactbase.model.text import Language
from contactbase.normalize.clean import clean_into
from contactbase.pipeline.reading import read

__all__ = ["run"]

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print the findings of some files; 1 when there are errors (or, with `--strict`, warnings)."""
    printer = _Printer(
        select=_selection(options.select),
        as_json=options.format == "json",
        colour=sys.stdout.isatty() and not options.no_color,
        language=voice.language,
    )
    sources = [sys.stdin.buffer if file == "-" else file for file in options.files]
    records, journal = read(*sources, **reading(options))
    for entry in journal.entries:
        printer(entry)
    table = communes(options)
    for _ in clean_into(records, printer, region=options.region.upper(), as_of=as_of(options), communes=table):
        pass
    printer.close()
    counts = printer.counts
    voice.say("findings", errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], infos=counts[Severity.INFO])
    return int(bool(counts[Severity.ERROR] or (options.strict and counts[Severity.WARNING])))


def _selection(text: str | None) -> frozenset[str] | None:
    """Give the codes chosen, families written out; None: everything but notes."""
    if text is None:
        return None
    chosen: set[str] = set()
    for wanted in filter(None, (word.strip() for word in text.split(","))):
        codes = {code.id for code in CATALOG.values() if wanted in (code.id, code.family)}
        if not codes:
            raise ContactBaseError(f"There is no code or family {wanted!r}. See: contactbase rules")
        chosen |= codes
    return frozenset(chosen)


@attrs.define(kw_only=True)
class _Printer:
    """Prints findings as they come."""

    select: frozenset[str] | None
    as_json: bool
    colour: bool
    language: Language
    counts: Counter[Severity] = attrs.field(factory=Counter)
    _first: bool = True

    def __call__(self, entry: Entry) -> None:
        """Print a finding or a rejection, where it was asked for."""
        if not isinstance(entry, Finding | Rejection):
            return
        severity = CATALOG[entry.code].severity
        if self.select is not None and entry.code not in self.select:
            return
        self.counts[severity] += 1
        if self.as_json:
            print(("[" if self._first else ",") + json.dumps(_json(entry, severity, self.language), ensure_ascii=False))
            self._first = False
        elif self.select is not None or severity is not Severity.INFO:
            print(self._line(entry, severity))

    def close(self) -> None:
        """End the JSON list."""
        if self.as_json:
            print("[]" if self._first else "]")

    def _line(self, entry: Finding | Rejection, severity: Severity) -> str:
        word = f"\033[{_COLOURS[severity]}m{severity}\033[0m" if self.colour else str(severity)
        return f"{entry.source or ''}: {word} {entry.code}: {entry.say(self.language)}"


def _json(entry: Finding | Rejection, severity: Severity, language: Language) -> dict[str, object]:
    source = entry.source
    place = attrs.asdict(source) if source is not None else {}
    return {
        "code": entry.code,
        "severity": severity,
        **place,
        "field": entry.field if isinstance(entry, Finding) else None,
        "message": entry.say(language),
    }
