"""The base that a command of the command line asks about."""

from __future__ import annotations

import argparse
import sys

from contactbase.cli.reading import as_of, reading, region
from contactbase.cli.say import Voice
from contactbase.matching.merge import dedupe
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Severity
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read

__all__ = ["base_of"]


def base_of(options: argparse.Namespace, voice: Voice) -> ContactBase:
    """Read a folder of results as it is; clean anything else on the way, and say what was refused."""
    source = sys.stdin.buffer if options.file == "-" else options.file
    records, heard = read(source, **reading(options))
    base, journal = clean(records, region=region(options), as_of=as_of(options))
    if all(part.strict for part in records.parts):
        return base
    unique = dedupe(base).value
    rejected = [*heard.rejections, *journal.rejections]
    errors = sum(one.severity is Severity.ERROR for one in journal.findings)
    rows = len(base) + len(rejected)
    voice.say("selected-from", rows=rows, contacts=len(unique), rejected=len(rejected), errors=errors)
    return unique
