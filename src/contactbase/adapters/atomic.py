"""Files and folders that appear whole or not at all.

A file is written under a temporary name in its own folder, flushed to the disk and renamed over the old one (POSIX
`rename`, `os.replace`). A folder of results is built beside its place and then changes places with the old one in a
single step (`exchange`). At whatever moment the process is killed, the place holds the whole old result or the whole
new one.

Where the system cannot exchange folders, the old one is renamed away first; killed between the two renames, the place
is empty for a moment, and the next run puts the old result back before anything else.

What a killed run left beside its place (`.name.XXXXXXXX.partial`) is removed by the next one. A living run holds a
lock on what it builds, so that nobody takes it for a left-over; where the system has no such locks (Windows, some
network drives) left-overs stay.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     write_bytes(Path(folder) / "a.txt", [b"whole"])
...     (Path(folder) / "a.txt").read_text()
'whole'
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from os import PathLike
from pathlib import Path
from typing import Final, TextIO

from contactbase.adapters.exchange import exchange
from contactbase.errors import WriteError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # the functions below ask before they use it

__all__ = ["RESULTS", "atomic_folder", "atomic_text", "refuse_input", "write_bytes"]

MARKER: Final = "summary.json"
"""The file that shows a folder to be a result of ours, which may be replaced."""

RESULTS: Final = frozenset(
    ("contacts.csv", "consents.csv", "events.csv", "journal.jsonl", "rejected.csv", "report.html", MARKER)
)
"""What a result folder holds; anything else in it is somebody's, and is not removed."""

_OF_THE_SYSTEM: Final = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
_MOST: Final = 1 << 20
_TOKEN: Final = 8
_BINARY: Final = getattr(os, "O_BINARY", 0)
_NONBLOCK: Final = getattr(os, "O_NONBLOCK", 0)
_DISK: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS))
"""What goes wrong on a disk: full, over the quota, a file too large, damaged, read-only."""


def refuse_input(out: str | PathLike[str], inputs: Iterable[object]) -> None:
    """Raise WriteError when `out` is one of the inputs, or a folder that holds one of them.

    Inputs that are no paths (bytes, open files, "-") are passed over.
    """
    target = Path(out)
    for given in inputs:
        if not isinstance(given, str | PathLike) or given == "-":
            continue
        source = Path(given)
        if not source.exists() or not target.exists():
            continue
        if target.samefile(source) or target.resolve() in source.resolve().parents:
            raise WriteError(f"{target} is the input, or holds it. Write the results somewhere else.")


# Files.


def write_bytes(path: str | PathLike[str], chunks: Iterable[bytes]) -> None:
    """Write a file whole or not at all, making its folder; WriteError says why it could not be written."""
    with _partial_file(Path(path)) as descriptor, open(descriptor, "wb", closefd=False) as file:
        file.writelines(chunks)


@contextmanager
def atomic_text(path: str | PathLike[str], *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Give a text file to write to, line ends as they are written; it appears when the block ends without an error."""
    with (
        _partial_file(Path(path)) as descriptor,
        open(descriptor, "w", encoding=encoding, newline="", closefd=False) as file,
    ):
        yield file


@contextmanager
def _partial_file(path: Path) -> Iterator[int]:
    """Open a file beside its place; flush it and put it there when the block ends without an error."""
    target = Path(os.path.realpath(path))
    with _explained(target), ExitStack() as stack:
        mode = _mode_of(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            _remove_left(target)
            partial = _beside(target)
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
            _lock(descriptor)
        stack.callback(partial.unlink, missing_ok=True)
        close = stack.enter_context(_closing(descriptor)).close
        yield descriptor
        if mode is not None:
            with suppress(OSError):
                partial.chmod(mode)
        os.fsync(descriptor)
        if fcntl is None:
            close()  # an open file cannot be renamed there; elsewhere the lock is kept until it has its name
        partial.replace(target)
        _flush(target.parent)


def _mode_of(target: Path) -> int | None:
    """Give the permissions of the file that is there; WriteError when something else is."""
    if not target.exists():
        return None
    found = target.stat().st_mode
    if not stat.S_ISREG(found):
        kind = "a folder" if stat.S_ISDIR(found) else "no ordinary file"
        raise WriteError(f"{target} is {kind}. Give the name of a file.")
    return stat.S_IMODE(found)


# Folders.


@contextmanager
def atomic_folder(path: str | PathLike[str], names: Collection[str] = RESULTS) -> Iterator[Path]:
    """Give a folder to fill; when the block ends without an error it takes the place of `path`, all at once.

    Only a folder that is new, empty or an earlier result is replaced: one with a `summary.json` of ours and with
    nothing else in it than `names`. WriteError otherwise, before anything is written.
    """
    target = Path(os.path.realpath(path))
    with ExitStack() as stack:
        with _explained(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            with _locked(target.parent):
                _recover(target)
                _refuse_foreign(target, names)
                _remove_left(target)
                staging = _beside(target)
                staging.mkdir()
                stack.callback(shutil.rmtree, staging, ignore_errors=True)
                _hold(staging, stack)
        with _explained(target, _DISK):
            yield staging
        with _explained(target):
            _flush_all(staging)
            _refuse_foreign(target, names)
            _take_place(staging, target)


def _refuse_foreign(target: Path, names: Collection[str]) -> None:
    """Raise WriteError when something stands at the place that we did not write."""
    if not target.exists():
        return
    if not target.is_dir():
        raise WriteError(f"{target} is a file. Give a folder for the results.")
    if target.samefile(Path.cwd()) or os.path.ismount(target):
        raise WriteError(f"{target} is the folder you are in, or a drive. Give a folder inside it.")
    found = {entry.name for entry in target.iterdir()} - _OF_THE_SYSTEM
    if found and not _is_summary(target / MARKER):
        raise WriteError(f"{target} holds other files and was left alone. Give an empty or a new folder.")
    others = sorted(found.difference(names))
    if others:
        raise WriteError(f"{target} also holds {others[0]!r}. Move it away, or give another folder.")


def _is_summary(path: Path) -> bool:
    """Tell whether a file is a summary of the main job: a JSON object that counts the rows read."""
    try:
        if path.stat().st_size > _MOST:
            return False
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "rows_read" in found


def _take_place(staging: Path, target: Path) -> None:
    """Put the new folder into its place; the old one then stands where the new one was built, or is gone."""
    if target.exists():
        with suppress(OSError):
            staging.chmod(stat.S_IMODE(target.stat().st_mode))
    if not target.exists():
        staging.rename(target)
    elif not exchange(staging, target):
        with _locked(target.parent):
            aside = _aside(target)
            target.rename(aside)
            staging.rename(target)
            shutil.rmtree(aside, ignore_errors=True)
    _flush(target.parent)


def _recover(target: Path) -> None:
    """Put back an old result whose replacement was cut off between two renames."""
    aside = _aside(target)
    if not aside.exists():
        return
    if target.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        aside.rename(target)


# What stands beside a place while something is built.


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.urandom(_TOKEN // 2).hex()}.partial")


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.previous")


def _remove_left(target: Path) -> None:
    """Remove what killed runs left beside a place; what a living run builds is locked and stays."""
    prefix, suffix = f".{target.name}.", ".partial"
    with suppress(OSError):
        for entry in list(os.scandir(target.parent)) if fcntl is not None else ():
            token = entry.name.removeprefix(prefix).removesuffix(suffix)
            if entry.name != f"{prefix}{token}{suffix}" or len(token) != _TOKEN or entry.is_symlink():
                continue
            with suppress(OSError), _closing(os.open(entry.path, os.O_RDONLY | _NONBLOCK)) as opened:
                if _lock(opened.descriptor):
                    _remove(Path(entry.path))


class _Opened:
    """An open file or folder of the system, closed once."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._open = True

    def close(self) -> None:
        if self._open:
            self._open = False
            os.close(self.descriptor)


@contextmanager
def _closing(descriptor: int) -> Iterator[_Opened]:
    opened = _Opened(descriptor)
    try:
        yield opened
    finally:
        opened.close()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _hold(folder: Path, stack: ExitStack) -> None:
    """Lock a folder until the stack is closed, where the system can."""
    if fcntl is not None:
        _lock(stack.enter_context(_closing(os.open(folder, os.O_RDONLY))).descriptor)


def _lock(descriptor: int) -> bool:
    """Lock an open file or folder until it is closed; tell whether that went through."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other runs from looking for left-overs in a folder; where that cannot be locked, do nothing."""
    with ExitStack() as stack:
        if fcntl is not None:
            with suppress(OSError):
                opened = stack.enter_context(_closing(os.open(folder, os.O_RDONLY)))
                fcntl.flock(opened.descriptor, fcntl.LOCK_EX)
        yield


def _flush_all(folder: Path) -> None:
    """Force every file of a folder, and the folder, to the disk."""
    for path in (*folder.rglob("*"), folder):
        _flush(path)


def _flush(path: Path) -> None:
    with suppress(OSError):  # some systems cannot flush a folder
        descriptor = os.open(path, os.O_RDONLY)
        with _closing(descriptor):
            os.fsync(descriptor)


@contextmanager
def _explained(target: Path, numbers: Collection[int] = ()) -> Iterator[None]:
    """Make WriteErrors of the errors of the system: of all, or of those with certain numbers."""
    try:
        yield
    except OSError as error:
        if numbers and error.errno not in numbers:
            raise
        raise WriteError(f"{target} cannot be written: {error.strerror or error}.") from error
