"""`contactbase demo`: a dirty sample file of made-up people, to try everything on."""

from __future__ import annotations

import argparse
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.cli.demo_file import demo_chunks
from contactbase.cli.say import Voice

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Write `clients.csv` into the folder."""
    path = Path(options.folder) / "clients.csv"
    write_bytes(path, demo_chunks(max(options.rows, 0)))
    voice.say("demo", rows=options.rows, path=path)
    return 0
