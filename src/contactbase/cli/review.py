"""`contactbase review`: a workbook in which a person corrects a base, and what comes back with it."""

from __future__ import annotations

import argparse
import sys

from contactbase.adapters.atomic import atomic_text, refuse_input
from contactbase.cli.reading import as_of, communes, reading
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.model.enums import Severity
from contactbase.model.journal import Finding, Journal, Rejection
from contactbase.normalize.clean import clean
from contactbase.pipeline.journal_lines import JournalLines
from contactbase.pipeline.reading import read
from contactbase.pipeline.review import apply_review, review
from contactbase.pipeline.writing import write
from contactbase.reporting.quality.lengths import LengthRule, check_lengths

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Write the workbook; or, with `--apply`, write the contacts as the corrected workbook says."""
    sources = [sys.stdin.buffer if file == "-" else file for file in options.files]
    if options.apply is None:
        _write(sources, options, voice)
    else:
        _apply(sources, options, voice)
    return 0


def _write(sources: list[object], options: argparse.Namespace, voice: Voice) -> None:
    if options.journal is not None:
        raise ContactBaseError("--journal goes with --apply: only what comes back has decisions to write down.")
    found = review(
        *sources,  # type: ignore[arg-type]  # paths, or standard input
        out=options.out,
        as_of=as_of(options),
        lengths=_rules(options),
        communes=communes(options),
        language=voice.language,
        **reading(options),
    )
    severities = [entry.severity for entry in found.journal.findings]
    voice.say(
        "review-written",
        contacts=len(found.base),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        groups=len(found.matches.clusters) + len(found.matches.proposals),
        path=options.out,
    )


def _rules(options: argparse.Namespace) -> list[LengthRule]:
    """Give the rules of length; ContactBaseError where one makes no sense, or names no field."""
    try:
        rules = [LengthRule(*rule) for rule in options.length]
        check_lengths((), rules)
    except ValueError as error:
        raise ContactBaseError(str(error)) from error
    return rules


def _apply(sources: list[object], options: argparse.Namespace, voice: Voice) -> None:
    outs = [out for out in (options.out, options.journal) if out is not None]
    for out in outs:
        refuse_input(out, [*sources, options.apply])
    given = reading(options)
    records, _ = read(*sources, **given)  # type: ignore[arg-type]  # paths, or standard input
    base, _ = clean(records, region=given["region"], as_of=as_of(options), communes=communes(options))
    corrected, journal = apply_review(options.apply, base, as_of=as_of(options), region=given["region"])
    lost = write(corrected, options.out)
    if options.journal is not None:
        with atomic_text(options.journal) as file:
            lines = JournalLines(file.write)
            for entry in journal.entries:
                lines(entry)
    _say(journal, len(corrected), options, voice)
    for found in lost.findings:
        voice.warn(found.say(voice.language))


def _say(journal: Journal, contacts: int, options: argparse.Namespace, voice: Voice) -> None:
    told: list[Finding | Rejection] = [*journal.findings, *journal.rejections]
    for entry in told:
        if entry.code not in ("review.corrected", "review.duplicates-confirmed", "review.duplicates-refused"):
            voice.warn(f"{entry.source or ''}: {entry.code}: {entry.say(voice.language)}")
    counts = journal.count()
    voice.say(
        "review-applied",
        contacts=contacts,
        corrected=counts.get("review.corrected", 0),
        merged=sum(len(merge.absorbed) for merge in journal.merges),
        path=options.out,
    )
