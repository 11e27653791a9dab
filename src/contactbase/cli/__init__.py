"""The command line: the functions of the library, thin. Floor 8.

Results go to standard output, words and progress to standard error. Exit codes: 0 done, 1 findings (of `check`),
2 wrong usage or unreadable input, with one sentence and no traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from contactbase.cli.arguments import parser
from contactbase.cli.say import Voice, default_language
from contactbase.errors import ContactBaseError
from contactbase.pipeline.collector import rarely

__all__ = ["main"]

DONE, FINDINGS, WRONG, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code."""
    _streams()
    options = parser().parse_args(arguments)
    voice = Voice(language=options.lang or default_language(), quiet=options.quiet)
    try:
        with rarely():
            code: int = options.command(options, voice)
        sys.stdout.flush()
    except ContactBaseError as error:
        voice.fail(error)
        return WRONG
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:
        _drop_output()
        where = f"{error.filename}: " if error.filename else ""
        voice.fail(f"The system refuses to read or write: {where}{error.strerror or error}.")
        return WRONG
    except KeyboardInterrupt:
        voice.say("interrupted")
        return INTERRUPTED
    return code


def _streams() -> None:
    """Put nothing in the place of a stream that the shell closed; let no character stop the output."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Send what is left in the buffer of standard output nowhere, so that closing it says no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
