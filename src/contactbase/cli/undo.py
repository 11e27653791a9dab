"""`contactbase undo`: the records as they were read, from the results and their journal."""

from __future__ import annotations

import argparse

from contactbase.adapters.atomic import write_bytes
from contactbase.cli.output import write_text
from contactbase.cli.say import Voice
from contactbase.pipeline.restoring import restored_rows

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Write the records as they were read, under the names of the fields, as CSV."""
    rows, lines = restored_rows(options.folder)
    if options.out is None:
        write_text(lines)
    else:
        write_bytes(options.out, (line.encode() for line in lines))
        voice.say("undone", rows=rows, path=options.out)
    return 0
