"""`contactbase access`: the answer to a request for access (GDPR art. 15), or the portability export (art. 20)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.csv_writer import rows_as_text
from contactbase.cli.output import write_text
from contactbase.cli.privacy_options import list_of
from contactbase.cli.reading import as_of, reading, region
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.matching.merge import dedupe
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Journal
from contactbase.normalize.clean import clean
from contactbase.pipeline.journal_lines import journal_entries
from contactbase.pipeline.reading import read
from contactbase.pipeline.restoring import base_of
from contactbase.policy.catalog import policy_named
from contactbase.privacy.access import access_report
from contactbase.privacy.portability import portability_export

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print or write what is held of one contact."""
    base, journal = _base(options)
    if options.id not in base:
        raise ContactBaseError(voice.text("no-contact", contact=repr(options.id)))
    text = _portable(base, options, voice) if options.portable else _report(base, journal, options, voice)
    if options.dry_run:
        voice.say("dry")
    elif options.out in {None, "-"}:
        write_text([text])
    else:
        write_bytes(options.out, [text.encode("utf-8", "xmlcharrefreplace")])
        voice.say("written", folder=options.out)
    return 0


def _base(options: argparse.Namespace) -> tuple[ContactBase, Journal]:
    """Read a folder of results with its journal, or a client file, cleaned and merged on the way."""
    path = Path(options.file)
    if path.is_dir():
        with (path / "journal.jsonl").open(encoding="utf-8") as lines:
            return base_of(path), Journal(tuple(journal_entries(lines)))
    source = sys.stdin.buffer if options.file == "-" else options.file
    base, journal = clean(read(source, **reading(options)).value, region=region(options), as_of=as_of(options))
    unique, merged = dedupe(base)
    return unique, journal + merged


def _report(base: ContactBase, journal: Journal, options: argparse.Namespace, voice: Voice) -> str:
    stops = list_of(options.suppression, options, voice) if options.suppression is not None else None
    report = access_report(
        base, options.id, as_of=as_of(options), journal=journal, policy=policy_named(options.policy), stops=stops
    )
    match options.format:
        case "json":
            return report.to_json()
        case "html":
            return report.to_html(voice.language)
        case _:
            return report.to_text(voice.language)


def _portable(base: ContactBase, options: argparse.Namespace, voice: Voice) -> str:
    export, journal = portability_export(base, options.id)
    for found in journal.findings:
        voice.warn(found.say(voice.language))
    if options.format == "json":
        return export.to_json()
    return "\n".join("".join(rows_as_text(columns, rows)) for _, columns, rows in export.tables())
