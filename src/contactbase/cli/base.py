"""The base that a command of the command line asks about."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from contactbase.cli.reading import as_of, reading, region
from contactbase.cli.say import Voice
from contactbase.matching.merge import dedupe
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Severity
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read

__all__ = ["base_of", "cleaned"]


def cleaned(options: argparse.Namespace, voice: Voice) -> ContactBase:
    """Read and clean the files of a command, merge nobody, and say what was refused."""
    base, rejected, errors, _ = _cleaned(options.files, options)
    voice.say("selected-from", rows=len(base) + rejected, contacts=len(base), rejected=rejected, errors=errors)
    return base


def base_of(options: argparse.Namespace, voice: Voice) -> ContactBase:
    """Read a folder of results as it is; clean anything else on the way, and say what was refused."""
    base, rejected, errors, is_folder = _cleaned([options.file], options)
    if is_folder:
        return base
    unique = dedupe(base).value
    voice.say("selected-from", rows=len(base) + rejected, contacts=len(unique), rejected=rejected, errors=errors)
    return unique


def _cleaned(files: Sequence[str], options: argparse.Namespace) -> tuple[ContactBase, int, int, bool]:
    """Give the contacts of files, how many rows were refused, how many errors found, whether all is our own folder."""
    sources = [sys.stdin.buffer if file == "-" else file for file in files]
    records, heard = read(*sources, **reading(options))
    base, journal = clean(records, region=region(options), as_of=as_of(options))
    errors = sum(one.severity is Severity.ERROR for one in journal.findings)
    rejected = len(heard.rejections) + len(journal.rejections)
    return base, rejected, errors, all(part.strict for part in records.parts)
