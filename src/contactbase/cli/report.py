"""`contactbase report`: the report of a file, or of a folder of results."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from contactbase.cli.reading import as_of, reading
from contactbase.cli.say import Voice
from contactbase.pipeline.main_job import run as main_job
from contactbase.pipeline.reports import report

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Draw the page and say where it is."""
    source = Path(options.file)
    if (source / "summary.json").is_file():
        page, default = report(source, language=voice.language), source / "report.html"
    else:
        given = sys.stdin.buffer if options.file == "-" else options.file
        page = report(main_job(given, as_of=as_of(options), **reading(options)), language=voice.language)
        default = Path("report.html")
    out = Path(options.out) if options.out else default
    page.to_html(out)
    print(out)
    return 0
