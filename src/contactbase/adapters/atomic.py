"""Files and folders that appear whole or not at all.

A file is written under a temporary name in its own folder, flushed to the disk and renamed over the old one (POSIX
`rename`, `os.replace`). A folder of results is built beside its place and then changes places with the old one in a
single step: Linux `renameat2` with `RENAME_EXCHANGE`, macOS `renamex_np` with `RENAME_SWAP`. Where the system has
neither, the old folder is renamed away first; should the process die between the two renames, the next run puts the old
one back. What a killed run left beside its place is removed by the next run.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     write_bytes(Path(folder) / "a.txt", [b"whole"])
...     (Path(folder) / "a.txt").read_text()
'whole'
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from typing import Final

from contactbase.errors import WriteError

__all__ = ["atomic_folder", "refuse_input", "write_bytes"]

MARKER: Final = "summary.json"
"""The file that shows a folder to be a result of ours, which may be replaced."""

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2


def refuse_input(out: str | PathLike[str], inputs: Iterable[object]) -> None:
    """Raise WriteError when `out` is one of the inputs, or a folder that holds one of them."""
    target = Path(out)
    for given in inputs:
        if not isinstance(given, str | PathLike) or given == "-":
            continue
        source = Path(given)
        if not source.exists() or not target.exists():
            continue
        if target.samefile(source) or target.resolve() in source.resolve().parents:
            raise WriteError(f"{target} is the input, or holds it. Write the results somewhere else.")


def write_bytes(path: str | PathLike[str], chunks: Iterable[bytes]) -> None:
    """Write a file whole or not at all, making its folder; WriteError says why it could not be written."""
    target = Path(path)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    with _explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("wb") as file:
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(f"{target} cannot be written: {error.strerror or error}.") from error


@contextmanager
def atomic_folder(path: str | PathLike[str]) -> Iterator[Path]:
    """Give a folder to fill; when the block ends without an error it takes the place of `path`, all at once.

    WriteError when `path` is a file, or a folder with anything else in it than an earlier result (it has no
    `summary.json`).
    """
    target = Path(path)
    with _explained(target):
        _recover(target)
        _refuse_foreign(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        staging = target.parent / f".{target.name}.{os.getpid()}.partial"
        staging.mkdir()
    try:
        yield staging
        with _explained(target):
            _flush(staging)
            _take_place(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise WriteError(f"{target} is a file. Give a folder for the results.")
    if any(target.iterdir()) and not (target / MARKER).is_file():
        raise WriteError(f"{target} holds other files and was left alone. Give an empty or a new folder.")


def _recover(target: Path) -> None:
    """Put back an old result whose replacement was cut off, and remove what dead runs left."""
    old = _aside(target)
    if old.exists():
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)
    for left in target.parent.glob(f".{target.name}.*.partial"):
        number = left.name.removesuffix(".partial").rpartition(".")[2]
        if number.isdecimal() and not _alive(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _alive(pid: int) -> bool:
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _aside(target: Path) -> Path:
    return target.parent / f".{target.name}.previous"


def _flush(folder: Path) -> None:
    """Force every file of a folder, and the folder, to the disk."""
    for path in (*folder.iterdir(), folder):
        with suppress(OSError):  # some systems cannot flush a folder
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _take_place(staging: Path, target: Path) -> None:
    if not target.exists() or not any(target.iterdir()):
        with suppress(OSError):
            target.rmdir()
        staging.rename(target)
    elif not _exchange(staging, target):
        target.rename(_aside(target))
        staging.rename(target)
        shutil.rmtree(_aside(target), ignore_errors=True)
    _flush_entry(target.parent)


def _flush_entry(folder: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; tell whether the system could."""
    call = _exchange_call()
    return call is not None and call(os.fsencode(one), os.fsencode(other)) == 0


def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    library = ctypes.CDLL(None, use_errno=True) if sys.platform in ("linux", "darwin") else None
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _EXCHANGE))
    return None
