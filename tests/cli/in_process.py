"""A command of the command line, run in this process: its words, its exit code, what it writes, without a new Python.

`test_command_line.py` and `test_progress.py` start real processes; what a command says does not need one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack, chdir
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory
from unittest.mock import patch

from contactbase.cli import main


def command(
    *arguments: object, stdin: bytes = b"", environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> CompletedProcess[bytes]:
    """Run a command on streams of its own; the streams are files, because a command may ask for their number."""
    words = [str(argument) for argument in arguments]
    settings = {"LC_ALL": "C.UTF-8", "COLUMNS": "120"} | dict(environment or {})
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        given = stack.enter_context(TextIOWrapper(BytesIO(stdin), encoding="utf-8"))
        streams = [
            stack.enter_context((folder / name).open("w", encoding="utf-8", newline="\n")) for name in ("out", "err")
        ]
        for name, stream in zip(("stdin", "stdout", "stderr"), (given, *streams), strict=True):
            stack.enter_context(patch.object(sys, name, stream))
        stack.enter_context(patch.dict(os.environ, settings))
        if cwd is not None:
            stack.enter_context(chdir(cwd))
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 2
        for stream in streams:
            stream.flush()
        out, err = ((folder / name).read_bytes() for name in ("out", "err"))
    return CompletedProcess(words, code, out, err)
