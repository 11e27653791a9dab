"""`contactbase segment`: select contacts with the segment language."""

from __future__ import annotations

import argparse
import json
import sys

from contactbase.adapters.atomic import write_bytes
from contactbase.cli.output import write_text
from contactbase.cli.reading import as_of, reading, region
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError, SegmentError
from contactbase.matching.merge import dedupe
from contactbase.model.contact_base import ContactBase
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read
from contactbase.pipeline.writing import contacts_as_text, kept_columns
from contactbase.segment.diagnostics import Diagnostic, render
from contactbase.segment.segment import Segment

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print, count, explain or translate a selection."""
    segment = _segment(options.text, voice)
    day = as_of(options)
    if options.sql is not None:
        text, parameters = segment.to_sql(options.sql, as_of=day)
        print(text)
        print("-- " + json.dumps([str(value) for value in parameters], ensure_ascii=False))
        return 0
    base = _base(options)
    for warning in segment.lint(base, as_of=day):
        voice.warn(render([warning], options.text, voice.language))
    if options.explain is not None:
        if options.explain not in base:
            raise ContactBaseError(f"There is no contact {options.explain!r} in this file.")
        print(segment.explain(base[options.explain], as_of=day).say(voice.language))
        return 0
    selection = segment.select(base, as_of=day)
    if options.count:
        print(len(selection))
        return 0
    pieces = contacts_as_text(selection.contacts, csv=options.csv, kept=kept_columns(base.values()))
    if options.out is None:
        write_text(pieces)
    else:
        write_bytes(options.out, (piece.encode() for piece in pieces))
        voice.say("selected", count=len(selection), path=options.out)
    return 0


def _segment(text: str, voice: Voice) -> Segment:
    try:
        return Segment("segment", text)
    except SegmentError as error:
        found = [one for one in error.diagnostics if isinstance(one, Diagnostic)]
        raise ContactBaseError(voice.text("no-segment") + "\n" + render(found, text, voice.language)) from error


def _base(options: argparse.Namespace) -> ContactBase:
    source = sys.stdin.buffer if options.file == "-" else options.file
    records, _ = read(source, **reading(options))
    base = clean(records, region=region(options), as_of=as_of(options)).value
    return base if all(part.strict for part in records.parts) else dedupe(base).value
