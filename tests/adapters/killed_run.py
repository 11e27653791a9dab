"""A run that is killed after its n-th step in the modules that write: for every n until it is done.

Called with a folder to work in and what to do; writes version after version of a result, each in a child that kills
itself (SIGKILL) at the n-th line that it executes in `atomic.py`, and checks after each what stands at the place.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from contactbase.adapters import atomic

NAMES = ("contacts.csv", "journal.jsonl", "summary.json")


def write_folder(target: Path, version: int) -> None:
    """Write a result folder of several files that all say the version."""
    with atomic.atomic_folder(target) as folder:
        for name in NAMES:
            (folder / name).write_text(f'{{"rows_read": {version}}}')


def write_file(target: Path, version: int) -> None:
    """Write one file in two pieces."""
    atomic.write_bytes(target, [f'{{"rows_read": {version}'.encode(), b"}"])


def standing(target: Path) -> int | None:
    """Give the version that stands at a place, whole; None when nothing does."""
    if not target.exists():
        return None
    files = [target / name for name in NAMES] if target.is_dir() else [target]
    found = {path.read_text() for path in files}
    if target.is_dir() and {path.name for path in target.iterdir()} != set(NAMES):
        raise SystemExit(f"not a whole result: {sorted(path.name for path in target.iterdir())}")
    if len(found) != 1:
        raise SystemExit(f"two versions at once: {found}")
    text = found.pop()
    if not text.endswith("}"):
        raise SystemExit(f"half a file: {text}")
    return int(text.removeprefix('{"rows_read": ').removesuffix("}"))


def killed_at(step: int) -> Any:
    """Give a tracer that kills this process at the n-th line executed in the module."""
    left = step

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal left
        if frame.f_code.co_filename != atomic.__file__:
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


def main() -> None:
    """Kill at every step; print how many there were, and how often nothing stood at the place."""
    target, what, exchanging = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "exchange"
    write = write_folder if what == "folder" else write_file
    if not exchanging:
        setattr(atomic, "exchange", lambda _one, _other: False)  # noqa: B010 - as on another system
    step, old, absent = 0, None, 0
    while True:
        step += 1
        child = os.fork()
        if child == 0:
            sys.settrace(killed_at(step))
            write(target, step)
            sys.settrace(None)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
            raise SystemExit(f"the run failed at step {step}")
        found = standing(target)
        absent += found is None and old is not None
        if found not in (old, step) and not (found is None and not exchanging):
            raise SystemExit(f"step {step}: neither the old result ({old}) nor the new one, but {found}")
        if found is not None:
            old = found
        if os.WIFEXITED(status):
            break
    beside = sorted(path.name for path in target.parent.iterdir() if path != target)
    sys.stdout.write(f"{step} {absent} {len(beside)}\n")


if __name__ == "__main__":
    main()
