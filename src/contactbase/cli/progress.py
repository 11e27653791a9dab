"""A progress bar on a terminal for long work; none in a pipe, none when quiet, none without the extra `progress`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from contactbase.cli.say import Voice

__all__ = ["progress_of"]


@contextmanager
def progress_of(options: argparse.Namespace, voice: Voice) -> Iterator[Callable[[str, int], None] | None]:
    """Give the function that moves the bar, or None where there is none."""
    if voice.quiet or not sys.stderr.isatty():
        yield None
        return
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra, imported where it is used
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    except ImportError:
        yield None
        return
    console = Console(stderr=True, no_color=options.no_color or None)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def move(step: str, done: int) -> None:
            bar.update(task, description=voice.text(step), completed=done)

        yield move
